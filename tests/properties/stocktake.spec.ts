import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '#domain/stocktake/finish.ts';
import type { StartedStocktake } from '#domain/stocktake/stocktake.ts';
import {
  begin,
  expected,
  finish,
  meaning,
  receive,
  receiveAll,
  scansAndShuffled,
  scansAndUndos,
  type Sent,
} from './stocktakeWorld.ts';

const EARLIER = '2026-03-02T09:00:00Z';

/** A stock-take as one would tell it: who has been counted by which scan, and what has been taken back. */
class Tally {
  readonly counted = new Map<string, string>();
  readonly undone = new Set<string>();

  private knows(scanId: string): boolean {
    return this.undone.has(scanId) || [...this.counted.values()].includes(scanId);
  }

  /** How many events that makes, or the refusal. */
  receive({ does, scanId, text }: Sent): number | 'NoSuchScan' {
    const thing = meaning(text);
    if (does === 'scan') {
      if (this.knows(scanId) || this.counted.has(thing)) return 0;
      this.counted.set(thing, scanId);
      return 1;
    }
    if (this.undone.has(scanId)) return 0;
    if (this.counted.get(thing) !== scanId) return 'NoSuchScan';
    this.counted.delete(thing);
    this.undone.add(scanId);
    return 1;
  }
}

const idsOf = (things: readonly { equipmentId: string }[]): string[] =>
  things.map(({ equipmentId }) => equipmentId).sort();
const scansIn = ({ scans }: StartedStocktake): string[] => [...scans.keys()].sort();
const thingsIn = ({ scans }: StartedStocktake): string[] =>
  [...scans.values()].map(({ text, equipmentId }) => equipmentId ?? meaning(text)).sort();

describe('a stock-take, whatever is sent by several people', () => {
  it('counts as one would tell it', () =>
    fc.assert(
      fc.property(scansAndUndos, (sent) => {
        const tally = new Tally();
        let state = begin();
        for (const one of sent) {
          const told = tally.receive(one);
          const { refusal, events, state: next } = receive(state, one);
          expect(refusal ?? events.length).toBe(told);
          state = next;
          expect(scansIn(state)).toEqual([...tally.counted.values()].sort());
        }
      }),
      { numRuns: 300 },
    ));

  it('doubles nothing', () =>
    fc.assert(
      fc.property(scansAndUndos, (sent) => {
        const things = thingsIn(receiveAll(sent));
        expect(things).toEqual([...new Set(things)]);
      }),
    ));

  it('loses nothing, in whatever order and however often it is sent', () =>
    fc.assert(
      fc.property(scansAndShuffled, ([sent, shuffled]) => {
        const scanned = [...new Set(sent.map(({ text }) => meaning(text)))].sort();
        expect(thingsIn(receiveAll(sent))).toEqual(scanned);
        expect(thingsIn(receiveAll(shuffled))).toEqual(scanned);
      }),
    ));

  it('takes back exactly the one scan that is named', () =>
    fc.assert(
      fc.property(scansAndUndos, fc.nat(), (sent, n) => {
        const state = receiveAll(sent);
        const all = [...state.scans.values()];
        const one = all[n % Math.max(all.length, 1)];
        if (!one) return;
        const undo = { does: 'undo', ...one, actor: sent[0]!.actor } as const;
        const undone = receive(state, undo).state;
        expect(scansIn(undone)).toEqual(scansIn(state).filter((scanId) => scanId !== one.scanId));
        expect(receive(undone, { ...undo, does: 'scan' }).events).toEqual([]);
      }),
    ));

  it('does nothing more when each is sent once more at once', () =>
    fc.assert(
      fc.property(scansAndUndos, (sent) => {
        let state = begin();
        for (const one of sent) {
          const first = receive(state, one);
          expect(receive(first.state, one)).toEqual({ ...first, events: [] });
          ({ state } = first);
        }
      }),
    ));
});

describe('the end of a stock-take', () => {
  it('has found or missed each thing that was expected, and never both', () =>
    fc.assert(
      fc.property(scansAndUndos, (sent) => {
        const state = receiveAll(sent);
        const { missing, elsewhere, unknown } = resultOf(state);
        const found = [...state.scans.values()].filter(({ verdict }) => verdict === 'expected');
        expect([...idsOf(missing), ...found.map((scan) => `${scan.equipmentId}`)].sort()).toEqual(
          idsOf(expected),
        );
        expect(found.length + elsewhere.length + unknown.length).toBe(state.scans.size);
      }),
    ));

  it('comes to the same when what was done before it is told after it', () =>
    fc.assert(
      fc.property(scansAndUndos, scansAndUndos, (sent, late) => {
        const before = receiveAll(sent);
        const intime = receiveAll(late, before, EARLIER);
        const told = receiveAll(late, finish(before).state, EARLIER);
        expect(told.scans).toEqual(intime.scans);
        expect(resultOf(told)).toEqual(resultOf(intime));
      }),
    ));

  it('is what is recorded, and nothing is heard that was done after it', () =>
    fc.assert(
      fc.property(scansAndUndos, scansAndUndos, (sent, late) => {
        const before = receiveAll(sent);
        const { events, state } = finish(before);
        expect(events).toEqual([{ type: 'StocktakeFinished', data: resultOf(before) }]);
        expect(finish(state).events).toEqual([]);
        expect(receiveAll(late, state)).toEqual(state);
      }),
    ));
});
