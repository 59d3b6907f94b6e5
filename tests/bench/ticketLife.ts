import type { TicketEvent } from '#domain/ticket/events.ts';
import type { UserId } from '#domain/ids.ts';
import { categoryId, commentId, roomId, userId } from '#domain/ids.ts';
import { categories } from '#cli/demo/categories.ts';
import { demoId, type Random } from '#cli/demo/random.ts';
import { fill, type Report } from '#cli/demo/report.ts';
import { talk } from '#cli/demo/talk.ts';

/** Events that one command made: by whom, and when (milliseconds since 1970). */
export interface Deed {
  readonly command: string;
  readonly by: UserId;
  readonly at: number;
  readonly events: readonly TicketEvent[];
}

const HOUR = 3_600_000;
export type Fate = 'new' | 'open' | 'pending' | 'resolved' | 'closed';

/** How tickets stand in a desk of some years: nearly all are closed. */
export const fateOf = (random: Random): Fate =>
  random.weighted([
    ['closed', 94],
    ['resolved', 1],
    ['pending', 1.2],
    ['open', 2.8],
    ['new', 1],
  ] as const);

const comment = (id: string, body: string, visibility: 'public' | 'internal'): TicketEvent => ({
  type: 'CommentAdded',
  data: { commentId: commentId.parse(demoId(id)), body, visibility },
});

function opened(report: Report): TicketEvent {
  return {
    type: 'TicketOpened',
    data: {
      number: report.number,
      title: report.title,
      description: report.description,
      requesterId: userId.parse(report.requester.id),
      roomId: roomId.parse(report.room.id),
      categoryId: categoryId.parse(categories[report.story.category].id),
      equipmentIds: [],
      urgency: report.urgency,
      channel: report.channel,
      fields: {},
    },
  };
}

function worked(report: Report, random: Random): TicketEvent[] {
  const [question] = random.pick(report.story.exchanges);
  const note = fill(random.pick(report.story.notes), report.slots);
  return [
    { type: 'TicketAccepted', data: { assigneeId: userId.parse(report.technician.id) } },
    ...(random.chance(0.5)
      ? [comment(`question ${report.number}`, fill(question, report.slots), 'public')]
      : []),
    ...(random.chance(0.25) ? [comment(`note ${report.number}`, note, 'internal')] : []),
    ...(random.chance(0.2)
      ? [{ type: 'TicketTagged', data: { tag: report.story.tags[0] ?? 'desk' } } as const]
      : []),
  ];
}

/** A ticket's events up to where its fate leaves it, five on average. */
export function lifeOf(report: Report, fate: Fate, random: Random): Deed[] {
  const requester = userId.parse(report.requester.id);
  const technician = userId.parse(report.technician.id);
  const { story, slots, at, number } = report;
  const deeds: Deed[] = [
    { command: 'openTicket', by: requester, at, events: [opened(report)] },
    { command: 'accept', by: technician, at: at + HOUR, events: worked(report, random) },
  ];
  const hold = fill(random.pick(story.holds), slots);
  const thanks = random.chance(0.2)
    ? [comment(`thanks ${number}`, fill(random.pick(talk.thanks), slots), 'public')]
    : [];
  const resolution = fill(random.pick(story.resolutions), slots);
  const rest: Record<Fate, Deed[]> = {
    new: [],
    open: [],
    pending: [
      {
        command: 'putOnHold',
        by: technician,
        at: at + 3 * HOUR,
        events: [{ type: 'TicketPutOnHold', data: { reason: hold, until: null } }],
      },
    ],
    resolved: [
      {
        command: 'resolve',
        by: technician,
        at: at + 5 * HOUR,
        events: [{ type: 'TicketResolved', data: { resolution } }],
      },
    ],
    closed: [
      {
        command: 'resolve',
        by: technician,
        at: at + 5 * HOUR,
        events: [{ type: 'TicketResolved', data: { resolution } }],
      },
      {
        command: 'close',
        by: requester,
        at: at + 30 * HOUR,
        events: [...thanks, { type: 'TicketClosed', data: {} }],
      },
    ],
  };
  return fate === 'new' ? deeds.slice(0, 1) : [...deeds, ...rest[fate]];
}
