import fc from 'fast-check';
import type { Command, Known, Ref, Thing } from '#commands/command.ts';
import { stocktakeCommands } from '#commands/registry.ts';
import type { ScanId } from '#domain/ids.ts';
import { isRejection, type RefusalName } from '#domain/rejection.ts';
import { actorId, type Actor } from '#domain/role.ts';
import type { StocktakeEvent } from '#domain/stocktake/events.ts';
import { isStarted } from '#domain/stocktake/rules.ts';
import { stocktake, type StartedStocktake, type Stocktake } from '#domain/stocktake/stocktake.ts';
import { decideIn, knownFrom, NOW } from '#tests/support/given.ts';
import { HALL, LAB, ada, ids, kim, lee } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import { aThing, thingRegistered } from '#tests/support/things.ts';

/** What is in the house: three things belong into the lab, two into the hall. */
export const things: readonly Thing[] = ['PR-1', 'SC-2', 'PC-3', 'LA-4', 'LA-5'].map((tag, n) => ({
  equipmentId: ids.equipment(n + 1),
  tag,
}));
export const expected = things.slice(0, 3);
/** What is read by the scanners: labels, typed tags, and things that nobody knows. */
const texts = [
  ...things.map(({ tag }) => tag),
  'pr-1',
  'https://desk.example/t/SC-2',
  'Fire exit',
  'FIRE EXIT',
  'Exit',
];

/** The thing that a text stands for; where nobody knows one, the text in its one form. */
export function meaning(text: string): string {
  const tag = (text.split('/t/').at(-1) ?? text).toUpperCase();
  return things.find((thing) => thing.tag === tag)?.equipmentId ?? tag;
}

/** What somebody's phone sends, perhaps late and more than once; each scan has one text wherever it is sent. */
export interface Sent {
  readonly does: 'scan' | 'undo';
  readonly scanId: ScanId;
  readonly text: string;
  readonly actor: Actor;
}
const STOCKTAKE = ids.stocktake(1);
const SCANS = 12;
const oneText = fc.constantFrom(...texts);
const sentOf = (does: Sent['does'], readings: readonly string[]): fc.Arbitrary<Sent> =>
  fc.record({ n: fc.nat(SCANS - 1), actor: fc.constantFrom(kim, lee, ada) }).map(({ n, actor }) => ({
    does,
    scanId: ids.scan(n),
    text: readings[n] ?? '',
    actor,
  }));
const readings = fc.array(oneText, { minLength: SCANS, maxLength: SCANS });
const several = (one: fc.Arbitrary<Sent>) => fc.array(one, { minLength: 1, maxLength: 40, size: 'max' });

const scansOnly = readings.chain((read) => several(sentOf('scan', read)));
/** Some scans, and the same each sent twice in another order. */
export const scansAndShuffled = scansOnly.chain((sent) =>
  fc.tuple(fc.constant(sent), fc.shuffledSubarray([...sent, ...sent], { minLength: 2 * sent.length })),
);
export const scansAndUndos = readings.chain((read) =>
  several(
    fc.oneof({ arbitrary: sentOf('scan', read), weight: 3 }, { arbitrary: sentOf('undo', read), weight: 1 }),
  ),
);

const house = [
  aRoom(LAB),
  ...things.map(({ equipmentId, tag }, n) =>
    aThing(equipmentId, thingRegistered({ tag, roomId: n < expected.length ? LAB : HALL })),
  ),
];

const others = knownFrom(house);
/** All other records with the stock-take in one state. */
const knowing = (state: Stocktake): Known => {
  const own = new Map<unknown, unknown>([[STOCKTAKE, state]]);
  return <S>(ref: Ref<S> | undefined) => (own.get(ref?.id) as S | undefined) ?? others(ref);
};

interface Step {
  readonly name: keyof typeof stocktakeCommands;
  readonly input: Readonly<Record<string, string>>;
  readonly actor?: Actor;
  readonly at?: string;
}

function decide(state: Stocktake, { name, input, actor = kim, at: occurredAt = NOW }: Step) {
  const command: Command<Stocktake, StocktakeEvent> = stocktakeCommands[name];
  const tagged = things.find(({ equipmentId }) => equipmentId === meaning(input['text'] ?? '')) ?? null;
  return decideIn(knowing(state), command, input, {
    id: STOCKTAKE,
    actor,
    occurredAt,
    told: { occupants: expected, tagged },
  });
}

export interface Came {
  readonly state: StartedStocktake;
  readonly events: readonly StocktakeEvent[];
  readonly refusal: RefusalName | null;
}

function take(state: Stocktake, step: Step): Came {
  const decided = decide(state, step);
  const events = isRejection(decided) ? [] : decided;
  const by = actorId(step.actor ?? kim);
  const at = step.at ?? NOW;
  const next = events.reduce<Stocktake>((s, event) => stocktake.evolve(s, { ...event, by, at }), state);
  if (!isStarted(next)) throw new Error('The stock-take has not begun.');
  return { state: next, events, refusal: isRejection(decided) ? decided.rejection : null };
}

export const begin = (): StartedStocktake =>
  take(stocktake.initial, { name: 'startStocktake', input: { roomId: LAB } }).state;

export const receive = (state: StartedStocktake, { does, scanId, text, actor }: Sent, at = NOW): Came =>
  does === 'scan'
    ? take(state, { name: 'scan', input: { scanId, text }, actor, at })
    : take(state, { name: 'undoScan', input: { scanId }, actor, at });

export const receiveAll = (sent: readonly Sent[], from = begin(), at = NOW): StartedStocktake =>
  sent.reduce<StartedStocktake>((state, one) => receive(state, one, at).state, from);

export const finish = (state: StartedStocktake): Came => take(state, { name: 'finishStocktake', input: {} });
