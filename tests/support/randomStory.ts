import type { EventType } from '#domain/catalogue.ts';
import { seeded, type Random } from '#cli/demo/random.ts';
import { ADA, ANA, BEN, HALL, ids, KIM, LAB, LEE, PRINTERS } from './people.ts';
import type { Happening } from './recorded.ts';
import { house, on, opened, renamed, said } from './story.ts';

export const WORDS = ['printer', 'print', 'paper', 'vpn', 'ap', '3', 'laptop', 'lap_top', 'zürich'] as const;
export const TAGS = ['vpn', 'büro', 'buro', 'new hire'] as const;
export const PEOPLE = [KIM, LEE] as const;
/** Only in what is internal. */
export const HIDDEN = 'hidden';
const HOUR = 3_600_000;
export const BEGIN = Date.parse('2026-02-01T00:00:00Z');
/** Everything happens at full hours, so that much happens at the same moment. */
export const HOURS = 60;

type Made = (random: Random, n: number) => readonly [type: EventType, data: object];

const text = (random: Random): string =>
  Array.from({ length: random.int(2, 4) }, () => random.pick(WORDS)).join(' ');

const happenings: readonly Made[] = [
  (random) => ['TicketAssigned', { assigneeId: random.pick(PEOPLE) }],
  (random) => ['TicketAccepted', { assigneeId: random.pick(PEOPLE) }],
  () => ['TicketUnassigned', {}],
  (random) => ['TicketTagged', { tag: random.pick(TAGS) }],
  (random) => ['TicketUntagged', { tag: random.pick(TAGS) }],
  (random) => ['TicketPrioritised', { priority: random.pick(['low', 'normal', 'high', 'urgent']) }],
  (random) => ['UrgencyChanged', { urgency: random.pick(['low', 'normal', 'high', 'critical']) }],
  (random) => ['TicketMovedToRoom', { roomId: random.pick([LAB, HALL]) }],
  (random) => ['TicketCategorised', { categoryId: random.pick([PRINTERS, null]), fields: {} }],
  (random) => ['TicketRetitled', { title: text(random) }],
  (random) => ['TicketDescribed', { description: text(random) }],
  () => ['TicketPutOnHold', { reason: 'waits', until: null }],
  () => ['TicketResumed', {}],
  (random) => ['TicketResolved', { resolution: text(random) }],
  () => ['TicketClosed', {}],
  () => ['TicketReopened', { reason: 'again' }],
  () => ['TicketCancelled', { reason: '' }],
  (random) => ['WorkLogged', { minutes: 5, note: `${HIDDEN} ${text(random)}` }],
  (random) => ['WatcherAdded', { userId: random.pick([ANA, BEN]) }],
  (random) => ['WatcherRemoved', { userId: random.pick([ANA, BEN]) }],
  (random, n) =>
    n > 1 ? ['TicketMerged', { into: ids.ticket(random.int(1, n - 1)) }] : ['TicketUnmerged', {}],
  () => ['TicketUnmerged', {}],
  (random, n) => ['TicketsRelated', { ticketId: ids.ticket(n === 1 ? 2 : random.int(1, n - 1)) }],
];

function anything(random: Random, n: number, serial: number): Happening {
  const at = new Date(BEGIN + random.int(0, HOURS) * HOUR).toISOString();
  if (random.chance(0.2)) {
    const visibility = random.pick(['public', 'internal']);
    const body = visibility === 'internal' ? `${HIDDEN} ${text(random)}` : text(random);
    return { ...said(n, serial, body, visibility), at, by: random.pick([KIM, ANA]) };
  }
  if (random.chance(0.03)) return renamed(random.pick(PEOPLE), `Somebody ${String(serial)}`);
  if (random.chance(0.02))
    return {
      stream: `room-${random.pick([LAB, HALL])}`,
      by: ADA,
      event: { type: 'RoomRenamed', data: { name: `Room ${String(serial)}`, building: '', floor: '' } },
    };
  const made = happenings[random.int(0, happenings.length - 1)];
  const [type, data] = made?.(random, n) ?? ['TicketResumed', {}];
  return on(n, type, data, { at });
}

/** Tickets of which everything may happen at any time and in any order; what was said is sometimes redacted. */
export function randomStory(seed: number, tickets: number, happened: number): Happening[] {
  const random = seeded(seed);
  const reports = Array.from({ length: tickets }, (_, index) =>
    opened(index + 1, {
      title: text(random),
      description: text(random),
      by: random.pick([ANA, BEN]),
      roomId: random.pick([LAB, HALL]),
      urgency: random.pick(['low', 'normal', 'high', 'critical']),
      at: new Date(BEGIN + random.int(0, HOURS) * HOUR).toISOString(),
    }),
  );
  const story: Happening[] = [...house, ...reports];
  for (let serial = 1; serial <= happened; serial++) {
    const one = anything(random, random.int(1, tickets), serial);
    story.push(one);
    if (one.event.type === 'CommentAdded' && random.chance(0.3)) {
      const { commentId } = one.event.data as { commentId: string };
      const n = Number.parseInt(one.stream.slice(-12), 16) - 0x400;
      story.push(on(n, 'CommentRedacted', { commentId, reason: 'private' }));
    }
  }
  return story;
}
