import { DAY, HOUR, workingAfter } from './calendar.ts';
import type { DemoThing } from './inventory.ts';
import { technicians, type DemoPerson } from './people.ts';
import { demoId } from './random.ts';
import { rooms } from './rooms.ts';
import { as, type Step } from './step.ts';

const SECOND = 1_000;
const [first, second] = technicians as unknown as readonly [DemoPerson, DemoPerson];

interface Count {
  readonly room: string;
  readonly at: number;
  readonly texts: readonly string[];
  readonly finished: boolean;
}

function counted({ room, at, texts, finished }: Count): Step[] {
  const roomId = rooms.find(({ name }) => name === room)?.id;
  const id = demoId(`stock-take ${room} ${texts.length}`);
  const about = { record: 'stocktake', id } as const;
  return [
    { at, ...about, command: 'startStocktake', actor: as(first), input: { roomId } },
    ...texts.map((text, n): Step => {
      const scanId = demoId(`scan ${id} ${n}`);
      const actor = as(n % 3 === 2 ? second : first);
      return { at: at + (n + 1) * 7 * SECOND, ...about, command: 'scan', actor, input: { scanId, text } };
    }),
    ...(finished
      ? [{ at: at + HOUR, ...about, command: 'finishStocktake', actor: as(first), input: {} } as const]
      : []),
  ];
}

const standingIn = (things: readonly DemoThing[], room: string): string[] =>
  things.filter((thing) => thing.room.name === room && !thing.holder).map(({ tag }) => tag);

/** One that was finished some weeks ago, with a thing from elsewhere and a label that nobody knows, and one that runs. */
export function stocktakeSteps(things: readonly DemoThing[], now: number): Step[] {
  const workshop = standingIn(things, 'IT Workshop');
  const lab = standingIn(things, 'Computer Lab 1');
  const stray = things.find(({ kind, room }) => kind.key === 'camera' && room.name !== 'IT Workshop')?.tag;
  const found = [...workshop.slice(0, -1), ...(stray === undefined ? [] : [stray]), 'OLD-77'];
  const then = workingAfter(now - 23 * DAY, 30);
  return [
    ...counted({ room: 'IT Workshop', at: then, texts: found, finished: true }),
    ...counted({ room: 'Computer Lab 1', at: now - HOUR, texts: lab.slice(0, 4), finished: false }),
  ];
}
