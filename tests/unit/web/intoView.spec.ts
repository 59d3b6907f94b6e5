import { expect, it } from 'vitest';
import { intoView } from '../../../web/src/lib/ui/intoView.ts';

it('leaves what is in view where it is', () => {
  expect(intoView({ left: 8, right: 382 }, 390)).toBe(0);
});

it('moves what is outside on either side to the edge', () => {
  expect(intoView({ left: -147, right: 48 }, 390)).toBe(155);
  expect(intoView({ left: 250, right: 450 }, 390)).toBe(-68);
});

it('shows the beginning of what is wider than the window', () => {
  expect(intoView({ left: -20, right: 420 }, 390)).toBe(28);
});
