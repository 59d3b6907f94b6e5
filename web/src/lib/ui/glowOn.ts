import type { Attachment } from 'svelte/attachments';

/** Lets an element glow when a value changes, not when it first appears. */
export function glowOn(value: () => unknown): Attachment<HTMLElement> {
  let known: unknown;
  let first = true;
  return (element) => {
    const now = value();
    if (!first && now !== known && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const glow = getComputedStyle(element).getPropertyValue('--glow');
      element.animate([{ backgroundColor: glow }, { backgroundColor: glow, offset: 0.4 }, {}], 2_400);
    }
    first = false;
    known = now;
  };
}
