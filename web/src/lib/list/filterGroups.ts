import type { Option } from '#lib/ui/options.ts';

export interface FilterOption extends Option {
  /** The same list with this chosen, or no longer. */
  readonly href: string;
  readonly on: boolean;
}

/** What a list can be narrowed by. */
export interface FilterGroup {
  readonly name: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

/** A filter that is on; its link takes it away. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly href: string;
}
