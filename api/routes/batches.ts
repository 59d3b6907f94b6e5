import { z } from 'zod';
import { listed } from '#api/answers/answers.ts';
import { batchAnswer, batchDone, batchRow, takenBack } from '#api/answers/batches.ts';
import { obstacleTo } from '#api/batches/obstacle.ts';
import type { BatchRow } from '#api/contract/batches.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { equipmentId } from '#domain/ids.ts';
import { actorOf, commandIdOf, mayBegin, recordIdFor, roleRefusal } from './asking.ts';
import { batchFilters } from './batchFilters.ts';
import type { Desk } from './desk.ts';

const PATIENCE_MS = 2_000;
const MOST = 2_000;

const body = z.strictObject({
  action: z.enum(['moveEquipment', 'checkInEquipment', 'printLabels', 'retireEquipment']),
  ids: z.array(equipmentId).min(1).max(MOST),
  input: z.record(z.string(), z.unknown()).default({}),
  title: z.string().trim().min(1).max(200).exactOptional(),
});

const OFFERED: Readonly<Record<BatchRow['status'], 'stopBatch' | 'takeBackBatch' | null>> = {
  Running: 'stopBatch',
  Stopped: 'takeBackBatch',
  Finished: 'takeBackBatch',
  TakenBack: null,
};
function mayOf(viewer: Viewer, batch: BatchRow) {
  const offered = OFFERED[batch.status];
  return offered && !obstacleTo(actorOf(viewer), offered, batch) ? [offered] : [];
}

export function batchRoutes({ reads, projector, batching, takingBack, ends }: Desk): Route[] {
  const { batches } = reads;
  const position = () => String(projector.position());
  async function answerFor(viewer: Viewer, batchId: string) {
    const at = position();
    const batch = await batches.find(viewer, batchId);
    if (!batch) return problem('not-found');
    const changes = await batches.changes(batch.batchId, batch.action);
    const under = takingBack.under(batch.batchId);
    return reply(200, { batch, changes, may: mayOf(viewer, batch), takingBack: under, position: at });
  }
  return [
    route({
      method: 'get',
      path: '/api/batches',
      summary: 'What was done to many records at once, the last first.',
      access: { reads: 'batches' },
      query: batchFilters,
      keptWhile: ['batches'],
      answers: { 200: listed(batchRow) },
      handle: async ({ viewer, query: filters }) => {
        const at = position();
        return reply(200, { ...(await batches.list(viewer, filters)), position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/batches/:id',
      summary: 'A batch, and the records that it changed.',
      access: { reads: 'batches' },
      answers: { 200: batchAnswer },
      handle: ({ viewer, param }) => answerFor(viewer, param('id')),
    }),
    route({
      method: 'post',
      path: '/api/batches',
      summary: `Does one thing to up to ${String(MOST)} things, as one batch; each is done or refused for itself.`,
      access: { command: 'startBatch' },
      refusal: mayBegin,
      body,
      answers: { 201: batchDone },
      handle: async ({ viewer, request, body: asked }) => {
        const commandId = commandIdOf(request, viewer);
        if (typeof commandId !== 'string') return commandId;
        const batchId = recordIdFor(commandId);
        const ids = [...new Set(asked.ids)];
        const done = await batching.start(viewer, { ...asked, ids, batchId });
        if (isProblem(done)) return done;
        await projector.waitFor(BigInt(done.position), PATIENCE_MS);
        const batch = (await batches.find(viewer, batchId)) ?? null;
        return reply(201, { ...done, batch }, { Location: `/api/batches/${batchId}` });
      },
    }),
    route({
      method: 'post',
      path: '/api/batches/:id/stop',
      summary:
        'Leaves the rest of a batch undone, also of one that nobody works on any more; it can be taken back then.',
      access: { command: 'stopBatch' },
      refusal: roleRefusal('stopBatch', 'batches'),
      answers: { 200: batchAnswer },
      handle: async ({ viewer, param }) => {
        const refused = await batching.stop(viewer, param('id'));
        if (refused) return refused;
        await projector.waitFor(ends(), PATIENCE_MS);
        return answerFor(viewer, param('id'));
      },
    }),
    route({
      method: 'post',
      path: '/api/batches/:id/takeBack',
      summary: 'Undoes what a batch did, wherever nobody has changed it since.',
      access: { command: 'takeBackBatch' },
      refusal: roleRefusal('takeBackBatch', 'batches'),
      answers: { 200: takenBack, 202: takenBack },
      handle: async ({ viewer, param }) => {
        const taken = await takingBack.take(actorOf(viewer), param('id'));
        return isProblem(taken) ? taken : reply(taken.whole ? 200 : 202, taken.answer);
      },
    }),
  ];
}
