/** How a state looks beside its word: its colours, and a shape of its own. */
export interface Look {
  readonly ink: string;
  readonly wash: string;
  /** Drawn inside the ring, on a 14 × 14 grid. */
  readonly shape: string;
  readonly filled?: boolean;
  readonly dashed?: boolean;
  readonly solid?: boolean;
  /** A box instead of a ring: what is true of a thing, not of a ticket. */
  readonly square?: boolean;
}
