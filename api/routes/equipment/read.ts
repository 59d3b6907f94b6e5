import { z } from 'zod';
import { listed } from '#api/answers/answers.ts';
import {
  equipmentAnswer,
  equipmentCountsAnswer,
  equipmentHistoryRow,
  equipmentRow,
} from '#api/answers/equipment.ts';
import { readyList, reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import type { Desk } from '../desk.ts';
import { equipmentFilters, thingAsked } from './filters.ts';
import { may as mayAtStage } from '#domain/equipment/possible.ts';
import { actorOf } from '../asking.ts';

const REGISTER = ['equipment_register'];
/** A life tells names of then, and the titles of tickets. */
const LIFE = [...REGISTER, 'users', 'rooms', 'categories', 'ticket_queue'];

export function equipmentReadRoutes({ reads, projector }: Desk): Route[] {
  const { equipment } = reads;
  const position = () => String(projector.position());

  return [
    route({
      method: 'get',
      path: '/api/equipment',
      summary: 'The register: equipment that the viewer may see, narrowed and sorted, as it is or stood.',
      access: { reads: 'equipment' },
      query: equipmentFilters,
      keptWhile: REGISTER,
      answers: { 200: listed(equipmentRow) },
      handle: async ({ viewer, query }) => {
        const at = position();
        const page = await equipment.list(viewer, query);
        return reply(200, readyList(page, at));
      },
    }),
    route({
      method: 'get',
      path: '/api/equipment/counts',
      summary: 'How many things there are of each category at each stage.',
      access: { reads: 'equipmentHistory' },
      keptWhile: REGISTER,
      answers: { 200: equipmentCountsAnswer },
      handle: async ({ viewer }) => {
        const at = position();
        const counts = await equipment.counts(viewer);
        return counts ? reply(200, { counts, position: at }) : problem('not-found');
      },
    }),
    route({
      method: 'get',
      path: '/api/equipment/:id',
      summary: 'A thing, by id or tag, as it is or stood, with its book value on a day.',
      access: { reads: 'equipment' },
      query: thingAsked,
      answers: { 200: equipmentAnswer },
      handle: async ({ viewer, param, query }) => {
        const at = position();
        const found = await equipment.find(viewer, param('id'), query);
        if (!found) return problem('not-found');
        const past = query.asOf !== undefined || query.revision !== undefined;
        const may = past ? [] : mayAtStage(actorOf(viewer), found.equipment);
        return reply(200, { equipment: found.equipment, may, position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/equipment/:id/history',
      summary: 'All that has happened to a thing, with its line in the register after each event.',
      access: { reads: 'equipmentHistory' },
      keptWhile: LIFE,
      answers: { 200: z.strictObject({ items: z.array(equipmentHistoryRow) }) },
      handle: async ({ viewer, param }) => {
        const items = await equipment.history(viewer, param('id'));
        return items ? reply(200, { items }) : problem('not-found');
      },
    }),
  ];
}
