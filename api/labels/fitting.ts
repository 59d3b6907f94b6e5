export interface Fitted {
  readonly text: string;
  readonly size: number;
}

/** The width of a text in a size of its font. */
export type Measure = (text: string, size: number) => number;

const ELLIPSIS = '…';
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As many letters as fit, with an ellipsis. */
function cut(text: string, fits: (text: string) => boolean): string {
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  let [least, most] = [0, all.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(all.slice(0, middle).join('').trimEnd() + ELLIPSIS)) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? '' : all.slice(0, least).join('').trimEnd() + ELLIPSIS;
}

/** A text in one line of a width: in its size, or a smaller one, or else cut. */
export function fit(
  text: string,
  { width, size, smallest }: { readonly width: number; readonly size: number; readonly smallest: number },
  measure: Measure,
): Fitted {
  const natural = measure(text, size);
  if (natural <= width) return { text, size };
  // A hair less, as widths are not quite proportional to sizes.
  const shrunk = size * (width / natural) * 0.995;
  if (shrunk >= smallest) return { text, size: shrunk };
  return { text: cut(text, (short) => measure(short, smallest) <= width), size: smallest };
}
