import { api } from '#lib/api/browser.ts';
import { newKey } from '#lib/commands/give.ts';
import {
  tagKey,
  tagOf,
  type Changed,
  type LiveTable,
  type StocktakeAnswer,
  type StocktakePageRow,
  type StocktakeScan,
} from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';
import { counted, judge, missingOf, type LocalVerdict, type ShownVerdict } from './judge.ts';
import { ScanQueue } from './ScanQueue.ts';
import { aloneAt, now, sendEntry } from './sendEntry.ts';
import { Shelf, type Entry } from './shelf.ts';

const GRACE_MS = 700;
const RETRY_MS = 5_000;

/** What this person has scanned last, and what it came to. */
export interface LastScan {
  readonly scanId: string | null;
  readonly text: string;
  readonly local: LocalVerdict;
  readonly name: string | null;
}

/** A stock-take as it is counted on this device, by colleagues, and on the way between. */
export class Stocktaking implements Listener {
  row = $state.raw() as StocktakePageRow;
  waiting = $state.raw<readonly Entry[]>([]);
  refused = $state.raw<readonly Entry[]>([]);
  last = $state.raw<LastScan>();
  /** False where the browser keeps nothing. */
  kept = $state(true);
  #queue: ScanQueue | undefined;
  readonly #onverdict: (verdict: ShownVerdict) => void;

  constructor(row: StocktakePageRow, onverdict: (verdict: ShownVerdict) => void) {
    this.row = row;
    this.#onverdict = onverdict;
  }

  /** Takes up what this device has kept, and sends it; gives what ends that. */
  open(userId: string): () => void {
    const { stocktakeId } = this.row;
    const queue = new ScanQueue({
      shelf: new Shelf(localStorage, { userId, stocktakeId }),
      send: sendEntry(api, stocktakeId),
      alone: aloneAt(stocktakeId),
      onchange: () => this.#look(),
      ontaken: (entry) => this.#expect(entry),
    });
    this.#queue = queue;
    this.#look();
    this.send();
    const timer = setInterval(() => this.waiting.length > 0 && this.send(), RETRY_MS);
    return () => clearInterval(timer);
  }

  readonly send = (): void => void this.#queue?.drain();
  readonly forget = (key: string): void => this.#queue?.forget(key);

  readonly scan = (scanned: string): void => {
    const text = tagOf(scanned).slice(0, 200);
    if (text === '' || !this.#queue) return;
    const { verdict, item } = judge(text, this.known);
    const scanId = verdict === 'again' ? null : newKey();
    this.last = { scanId, text, local: verdict, name: item?.name ?? this.#nameOf(text) };
    this.#onverdict(verdict);
    if (scanId === null) return;
    const at = now();
    this.kept = this.#queue.add({ key: scanId, command: 'scan', scanId, text, at });
    this.send();
  };

  readonly undo = (scanId: string, text: string): void => {
    const at = now();
    this.#queue?.add({ key: newKey(), command: 'undoScan', scanId, text, at });
    if (this.last?.scanId === scanId) this.last = undefined;
    this.send();
  };

  get known() {
    return { items: this.row.items, scans: this.row.scans, waiting: this.waiting };
  }
  readonly missing = $derived.by(() => missingOf(this.known));
  readonly counted = $derived.by(() => counted(this.row.scans, this.waiting));

  take(row: StocktakePageRow): void {
    this.row = row;
  }

  changed({ table, key, row }: Changed): void {
    if (table === 'stocktake_scans') this.#scanned(row as unknown as StocktakeScan | null);
    if (key !== this.row.stocktakeId || row === null) return;
    if (table === 'stocktakes') this.row = { ...this.row, ...row };
    if (table === 'stocktake_page') this.row = row as unknown as StocktakePageRow;
  }

  refresh(table: LiveTable): void {
    if (table === 'stocktakes' || table === 'stocktake_scans' || table === 'stocktake_page')
      void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.row.position)) void this.refetch();
    this.send();
  }

  readonly refetch = async (): Promise<void> => {
    const answer = await api.get<StocktakeAnswer>(`/stocktakes/${this.row.stocktakeId}`);
    if (answer.ok) this.row = answer.value.stocktake;
  };

  #scanned(scan: StocktakeScan | null): void {
    if (!scan) return;
    const isNew = !this.row.scans.some(({ scanId }) => scanId === scan.scanId);
    const others = this.row.scans.filter(({ scanId }) => scanId !== scan.scanId);
    this.row = { ...this.row, scans: [...others, { ...scan, stage: null, isPart: false, decision: null }] };
    if (isNew && scan.scanId === this.last?.scanId && this.last.local === 'unlisted')
      this.#onverdict(scan.verdict);
  }

  /** Of what is not expected here, and somebody has scanned before. */
  #nameOf(text: string): string | null {
    return this.row.scans.find((scan) => tagKey(scan.text) === tagKey(text))?.name ?? null;
  }

  #look(): void {
    this.waiting = this.#queue?.waiting ?? [];
    this.refused = this.#queue?.refused ?? [];
  }

  /** What was taken shows itself soon; where it does not, the page asks. */
  #expect({ scanId, command }: Entry): void {
    setTimeout(() => {
      const scan = this.row.scans.find((it) => it.scanId === scanId);
      if (command === 'scan' ? !scan : !scan?.undone) void this.refetch();
    }, GRACE_MS);
  }
}
