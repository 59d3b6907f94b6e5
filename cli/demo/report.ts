import type { Channel, Urgency } from '#domain/ticket/words.ts';
import type { DemoPerson } from './people.ts';
import { leaver, requesters, technicians } from './people.ts';
import { demoId, type Random } from './random.ts';
import { rooms, type DemoRoom } from './rooms.ts';
import { stories } from './stories/index.ts';
import type { Story } from './story.ts';
import { talk } from './talk.ts';

/** A ticket as it begins, with what fills the slots of its story. */
export interface Report {
  readonly id: string;
  readonly number: number;
  readonly at: number;
  readonly story: Story;
  readonly slots: Readonly<Record<string, string>>;
  readonly requester: DemoPerson;
  readonly technician: DemoPerson;
  readonly room: DemoRoom;
  readonly title: string;
  readonly description: string;
  readonly urgency: Urgency;
  readonly channel: Channel;
}

const some = <T>(items: readonly T[]): readonly [T, ...T[]] => items as unknown as readonly [T, ...T[]];
const capital = (sentence: string): string => sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Puts the slots' values in; a slot's value may hold slots again. */
export const fill = (template: string, slots: Readonly<Record<string, string>>): string =>
  capital(template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? slot));

const slotsOf = (story: Story, random: Random): Record<string, string> =>
  Object.fromEntries(Object.entries(story.slots).map(([slot, values]) => [slot, random.pick(values)]));

function urgencyOf(story: Story, random: Random): Urgency {
  const calm = story.urgent ? 0.4 : 1;
  return random.weighted([
    ['low', 0.18 * calm],
    ['normal', 0.62 * calm],
    ['high', 0.17],
    ['critical', 0.03],
  ] as const);
}

/** What was reported already, so that two reports are never word for word the same. */
export interface Desk {
  readonly random: Random;
  readonly heard: Set<string>;
}

export interface Moment {
  readonly number: number;
  readonly at: number;
  /** An earlier report of the same trouble, which this one repeats. */
  readonly like?: Report | undefined;
}

/** What a repeat has in common with the first report, or a new trouble. */
function trouble({ random }: Desk, like: Report | undefined): Pick<Report, 'story' | 'room' | 'slots'> {
  if (like) return like;
  const story = random.weighted(stories.map((each) => [each, each.weight] as const));
  return { story, room: random.pick(some(rooms.slice(0, -4))), slots: slotsOf(story, random) };
}

function wordsOf(story: Story, slots: Report['slots'], random: Random): string {
  const told = fill(random.pick(story.descriptions), slots);
  const lines = [random.pick(talk.greetings), told, random.pick(talk.closings)];
  return lines.filter((line) => line !== '').join('\n\n');
}

const present = some(requesters.filter(({ id }) => id !== leaver.id));

export function report(desk: Desk, moment: Moment): Report {
  const { random, heard } = desk;
  const { story, room, slots: given } = trouble(desk, moment.like);
  const technician = random.pick(some(technicians));
  const requester = random.pick(present);
  const slots = { ...given, room: room.name, technician: technician.name.split(' ')[0] ?? '' };
  const title = fill(random.pick(story.titles), slots);
  const key = [title, requester.id, room.id].join('|');
  if (heard.has(key)) return report(desk, { ...moment, like: undefined });
  heard.add(key);
  return {
    ...{ id: demoId(`ticket ${moment.number}`), number: moment.number, at: moment.at },
    ...{ story, slots, requester, technician, room, title },
    description: wordsOf(story, slots, random),
    urgency: urgencyOf(story, random),
    channel: random.weighted([
      ['portal', 70],
      ['technician', 16],
      ['scan', 8],
      ['mail', 6],
    ] as const),
  };
}
