export interface Positioned {
  readonly position: string;
}

/** Which rows belong in a list, and where. */
export interface Order<R> {
  readonly keyOf: (row: R) => string;
  /** `listed`: it stands in the list already, as after a search that only the server can make. */
  readonly belongs: (row: R, listed: boolean) => boolean;
  readonly compare: (a: R, b: R) => number;
}

/** A line of the list. */
export interface Line<R> {
  readonly row: R;
  /** It no longer belongs here, but stays until the reader lets it go. */
  readonly left: boolean;
  /** How often it has changed since it came, and when last (milliseconds since the epoch). */
  readonly changes: number;
  readonly changedAt: number;
}
