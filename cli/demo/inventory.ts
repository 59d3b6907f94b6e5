import { DAY } from './calendar.ts';
import { leaver, people, type DemoPerson } from './people.ts';
import { demoId, seeded, type Random } from './random.ts';
import { rooms, type DemoRoom } from './rooms.ts';
import { kinds, type DemoKind } from './things.ts';

/** A thing as it came into the house. */
export interface DemoThing {
  readonly id: string;
  readonly tag: string;
  readonly kind: DemoKind;
  readonly maker: string;
  readonly model: string;
  readonly cost: number;
  readonly serial: string;
  /** RFC 3339 full-date. */
  readonly purchasedOn: string;
  readonly warrantyUntil: string;
  readonly room: DemoRoom;
  /** Who gets it; undefined: it stays in its room. */
  readonly holder: DemoPerson | undefined;
}

const SEED = 419;
const SERIAL = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';
const staff = people.filter(({ id }) => id !== leaver.id);

const some = <T>(items: readonly T[]): readonly [T, ...T[]] => items as unknown as readonly [T, ...T[]];
const stores = some(rooms.filter(({ name }) => name === 'Stores'));
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function roomFor({ places }: DemoKind, random: Random): DemoRoom {
  const fitting = rooms.filter(({ name }) => places.some((part) => name.includes(part)));
  return random.pick(fitting.length > 0 ? some(fitting) : stores);
}

const serialOf = (random: Random): string =>
  Array.from({ length: 10 }, () => SERIAL[random.int(0, SERIAL.length - 1)]).join('');

function thing(kind: DemoKind, n: number, { now, random }: { now: number; random: Random }): DemoThing {
  const [maker, model, cost] = random.pick(kind.models);
  const bought = now - random.int(200, 1_500) * DAY;
  const tag = `${kind.prefix}-${String(n + 1).padStart(4, '0')}`;
  return {
    ...{ id: demoId(`thing ${tag}`), tag, kind, maker, model, cost, serial: serialOf(random) },
    purchasedOn: dayOf(bought),
    warrantyUntil: dayOf(bought + 1_096 * DAY),
    room: roomFor(kind, random),
    holder: random.chance(kind.lent) ? random.pick(some(staff)) : undefined,
  };
}

/** Everything that the organisation owns, the same for the same day. */
export function inventory(now: number): readonly DemoThing[] {
  const random = seeded(SEED);
  return kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, (_, n) => thing(kind, n, { now, random })),
  );
}
