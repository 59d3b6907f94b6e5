import { z } from 'zod';
import { fieldValues } from '#domain/category/fields.ts';
import type { Category } from '#domain/category/category.ts';
import { defaultAssigneeOf } from '#domain/category/rules.ts';
import type { Equipment } from '#domain/equipment/equipment.ts';
import { isKnown } from '#domain/equipment/known.ts';
import { categoryId, equipmentId, roomId, userId, type UserId } from '#domain/ids.ts';
import { mayCommand } from '#domain/permissions.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import { actorId, type Actor } from '#domain/role.ts';
import type { Room } from '#domain/room/room.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { SAME_REPORT_SECONDS, sameReport } from '#domain/ticket/rules.ts';
import { ticket, type OpenedTicket } from '#domain/ticket/ticket.ts';
import * as w from '#domain/ticket/words.ts';
import { isAssignable } from '#domain/user/rules.ts';
import { isActiveUser, type User } from '#domain/user/user.ts';
import type { Ref } from '../command.ts';
import { define } from '../define.ts';
import { categoryRef, equipmentRef, roomRef, userRef } from '../refs.ts';
import { filingObstacle } from '../filing.ts';

const input = z.strictObject({
  title: w.title,
  description: w.description.default(''),
  roomId,
  categoryId: categoryId.nullable().default(null),
  fields: fieldValues.default({}),
  equipmentIds: z.array(equipmentId).max(20).default([]),
  /** The tag of a thing whose id the reporter may not know. */
  scanned: z.string().trim().max(200).optional(),
  urgency: w.urgency.default('normal'),
  channel: w.channel.default('portal'),
  /** For whom; absent: for the one who reports. */
  requesterId: userId.optional(),
});

type Report = z.output<typeof input>;
type ThingKey = `thing ${string}`;
interface Needed {
  readonly [thing: ThingKey]: Equipment | undefined;
  readonly requester: User | undefined;
  readonly room: Room;
  readonly category: Category | undefined;
  readonly assignee: User | undefined;
}

const requesterOf = (report: Report, actor: Actor): UserId | null => report.requesterId ?? actorId(actor);

const thingRefs = (ids: readonly string[]): Readonly<Record<ThingKey, Ref<Equipment> | undefined>> =>
  Object.fromEntries(ids.map((id) => [`thing ${id}`, equipmentRef(id)]));

function obstacle(report: Report, needed: Needed): Rejection | null {
  const { requester, room, category } = needed;
  if (!requester || !isActiveUser(requester)) return refuse('NoSuchUser');
  if (room.status !== 'Open') return refuse('NoSuchRoom');
  const unknown = report.equipmentIds.find((id) => !isKnown(needed[`thing ${id}`]));
  if (unknown) return refuse('NoSuchEquipment', { equipmentId: unknown });
  return filingObstacle('ticket', category, report.fields);
}

function assignedByDefault({ category, assignee }: Needed): readonly TicketEvent[] {
  const assigneeId = defaultAssigneeOf(category);
  return assigneeId && isAssignable(assignee) ? [{ type: 'TicketAssigned', data: { assigneeId } }] : [];
}

const isRepeat = (ticket: OpenedTicket, requesterId: UserId, report: Report): boolean =>
  ticket.requesterId === requesterId && ticket.title === report.title;

/** Reports a problem. Whoever the category names by default is assigned at once. */
export const openTicket = define(ticket)({
  name: 'openTicket',
  input,
  facets: ['record'],
  sequence: 'ticket',
  asks: ({ input: { scanned } }) => ({ tagged: scanned }),
  needs: ({ input: report, actor, known }) =>
    Object.assign(thingRefs(report.equipmentIds), {
      requester: userRef(requesterOf(report, actor)),
      room: roomRef(report.roomId),
      category: categoryRef(report.categoryId),
      assignee: userRef(defaultAssigneeOf(known(categoryRef(report.categoryId)))),
    }),
  claims(report, _, actor) {
    const requesterId = requesterOf(report, actor);
    const value = requesterId && sameReport(requesterId, report.roomId, report.title);
    return { take: value ? [{ kind: 'report', value, seconds: SAME_REPORT_SECONDS }] : [], release: [] };
  },
  decide(state, { scanned: _, ...report }, { actor, number, needed, told }) {
    const requesterId = requesterOf(report, actor);
    if (!requesterId) return refuse('NoSuchUser');
    const own = requesterId === actorId(actor);
    if (!mayCommand(actor, 'openTicket', { own, involved: own })) return refuse('NotAllowed');
    if (state.status !== 'Unopened')
      return isRepeat(state, requesterId, report) ? [] : refuse('AlreadyExists');
    const scanned = told.tagged ? [equipmentId.parse(told.tagged.equipmentId)] : [];
    const equipmentIds = [...new Set([...report.equipmentIds, ...scanned])];
    return (
      obstacle(report, needed) ?? [
        { type: 'TicketOpened', data: { ...report, equipmentIds, number, requesterId } },
        ...assignedByDefault(needed),
      ]
    );
  },
});
