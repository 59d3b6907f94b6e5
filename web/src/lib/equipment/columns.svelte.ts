export const columnNames = [
  'stage',
  'category',
  'place',
  'due',
  'maker',
  'model',
  'serial',
  'condition',
  'warranty',
  'maintenance',
  'sighted',
  'label',
  'updated',
] as const;
export type ColumnName = (typeof columnNames)[number];

const usual: readonly ColumnName[] = ['stage', 'category', 'place', 'due', 'updated'];

/** The least width in pixels; a second number: the most, where there is room. */
const widths: Readonly<Record<ColumnName, readonly [number, number?]>> = {
  stage: [112],
  category: [110, 150],
  place: [130, 200],
  due: [96],
  maker: [90, 130],
  model: [100, 150],
  serial: [110, 150],
  condition: [84],
  warranty: [96],
  maintenance: [96],
  sighted: [96],
  label: [96],
  updated: [92],
};
const TAG = 110;
const NAME = 180;
const GAP = 12;

/** Which columns of the register a person sees, kept on this device. */
export class Columns {
  shown = $state.raw<readonly ColumnName[]>(usual);
  readonly #key: string;

  constructor(userId: string) {
    this.#key = `daybook.columns.${userId}`;
  }

  load(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as unknown;
      if (Array.isArray(kept)) this.shown = columnNames.filter((name) => kept.includes(name));
    } catch {
      this.shown = usual;
    }
  }

  toggle(name: ColumnName): void {
    const isOn = this.shown.includes(name);
    this.#keep(columnNames.filter((it) => (it === name ? !isOn : this.shown.includes(it))));
  }

  reset(): void {
    this.#keep(usual);
  }

  /** As `grid-template-columns`, with the least width of a line in pixels. */
  get layout(): { readonly template: string; readonly least: number } {
    const chosen = this.shown.map((name) => widths[name]);
    const tracks = chosen.map(([least, most]) => (most ? `minmax(${least}px, ${most}px)` : `${least}px`));
    const least = chosen.reduce((sum, [width]) => sum + width + GAP, 20 + TAG + NAME + 2 * GAP + 32);
    return { template: `20px ${TAG}px minmax(${NAME}px, 1fr) ${tracks.join(' ')}`, least };
  }

  #keep(shown: readonly ColumnName[]): void {
    this.shown = shown;
    try {
      localStorage.setItem(this.#key, JSON.stringify(shown));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
}
