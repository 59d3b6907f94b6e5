import { afterEach, expect, it, vi } from 'vitest';
import { leave, toSignIn } from '../../../web/src/lib/shell/toSignIn.ts';

const gone: string[] = [];
const comeBack = new EventTarget();
vi.stubGlobal('location', { pathname: '/tickets', search: '?q=1', assign: (to: string) => gone.push(to) });
vi.stubGlobal('addEventListener', comeBack.addEventListener.bind(comeBack));

afterEach(() => {
  comeBack.dispatchEvent(new Event('pageshow'));
  gone.length = 0;
});

it('goes to sign in once, however often the end of a session is told', () => {
  toSignIn();
  toSignIn();
  expect(gone).toEqual(['/sign-in?to=%2Ftickets%3Fq%3D1&ended']);
});

it('goes again from a page that the browser has kept', () => {
  toSignIn();
  comeBack.dispatchEvent(new Event('pageshow'));
  toSignIn();
  expect(gone).toHaveLength(2);
});

it('goes nowhere while the person signs out', () => {
  leave();
  toSignIn();
  expect(gone).toEqual([]);
});
