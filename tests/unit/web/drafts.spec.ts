import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftsOf } from '../../../web/src/lib/ticket/drafts.ts';
import { MemoryStorage } from './memoryStorage.ts';

beforeEach(() => vi.stubGlobal('localStorage', new MemoryStorage()));
afterEach(() => vi.unstubAllGlobals());

test('a draft is there again for the one who wrote it, with what was seen when it was begun', () => {
  draftsOf('kim', 'ticket-1').keep('description', 'It hums.', '7');
  expect(draftsOf('kim', 'ticket-1').read('description')).toEqual({ text: 'It hums.', seen: '7' });
});

test('nobody else finds it on the device, nor on another ticket', () => {
  draftsOf('kim', 'ticket-1').keep('internal', 'He broke it.');
  expect(draftsOf('ana', 'ticket-1').read('internal')).toBeUndefined();
  expect(draftsOf('kim', 'ticket-2').read('internal')).toBeUndefined();
});

test('without words there is no draft', () => {
  const drafts = draftsOf('kim', 'ticket-1');
  drafts.keep('public', 'Half a');
  drafts.keep('public', '');
  expect(drafts.read('public')).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

test('a browser that keeps nothing has no drafts and no faults', () => {
  vi.stubGlobal('localStorage', undefined);
  const drafts = draftsOf('kim', 'ticket-1');
  drafts.keep('public', 'Words');
  expect(drafts.read('public')).toBeUndefined();
});
