interface Span {
  readonly left: number;
  readonly right: number;
}

const EDGE = 8;

/** By how many pixels to move what is partly outside of a window of this width; its beginning counts more than its end. */
export const intoView = ({ left, right }: Span, width: number): number =>
  Math.max(EDGE - left, Math.min(0, width - EDGE - right));
