import { SvelteMap } from 'svelte/reactivity';
import type { LabelField, LabelLayout, LabelRequest } from '#lib/contract.ts';
import type { Labelled } from './chosen.ts';

export const labelFields: readonly LabelField[] = [
  'name',
  'category',
  'room',
  'serial',
  'model',
  'maker',
  'purchasedOn',
  'warrantyUntil',
];
/** The API prints so many at once. */
export const AT_ONCE = 2_000;
const KEY = 'daybook.labelSheet';

interface Kept {
  readonly layout: string;
  readonly fields: readonly LabelField[];
  readonly heading: string;
}

/** What is to be printed, and how; the sheet and what stands on it are kept on this device. */
export class LabelDraft {
  readonly things = new SvelteMap<string, Labelled>();
  layout = $state.raw() as LabelLayout;
  fields = $state<LabelField[]>(['name']);
  heading = $state('');
  /** Labels of the first sheet that are gone already. */
  used = $state(0);
  readonly #layouts: readonly LabelLayout[];

  constructor(layouts: readonly LabelLayout[], first: LabelLayout) {
    this.#layouts = layouts;
    this.layout = first;
  }

  get perSheet(): number {
    return this.layout.kind === 'tape' ? 1 : this.layout.columns * this.layout.rows;
  }
  get skip(): number {
    return this.layout.kind === 'tape' ? 0 : Math.min(Math.max(0, this.used), this.perSheet - 1);
  }
  get sheets(): number {
    return Math.ceil((this.things.size + this.skip) / this.perSheet);
  }
  get request(): LabelRequest {
    return {
      layout: this.layout.name,
      ids: [...this.things.keys()],
      fields: labelFields.filter((field) => this.fields.includes(field)),
      skip: this.skip,
      ...(this.heading.trim() ? { heading: this.heading.trim() } : {}),
    };
  }

  choose(name: string): void {
    this.layout = this.#layouts.find((it) => it.name === name) ?? this.layout;
  }
  /** All of these and nothing else. */
  reset(things: readonly Labelled[]): void {
    this.things.clear();
    for (const thing of things.slice(0, AT_ONCE)) this.things.set(thing.equipmentId, thing);
  }
  toggle(thing: Labelled): void {
    if (this.things.delete(thing.equipmentId)) return;
    if (this.things.size < AT_ONCE) this.things.set(thing.equipmentId, thing);
  }

  recall(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>;
      this.choose(kept.layout ?? '');
      this.fields = [...(kept.fields ?? this.fields)];
      this.heading = kept.heading ?? '';
    } catch {
      localStorage.removeItem(KEY);
    }
  }
  remember(): void {
    const { layout, fields, heading } = this;
    localStorage.setItem(KEY, JSON.stringify({ layout: layout.name, fields, heading } satisfies Kept));
  }
}
