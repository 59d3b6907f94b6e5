import { z } from 'zod';
import { listed } from '#api/answers/answers.ts';
import { batchAnswer, batchDone, batchRow, takenBack } from '#api/answers/batches.ts';
import { startBatch } from '#api/batches/startBatch.ts';
import type { BatchRow } from '#api/contract/batches.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { batchAction } from '#domain/batch/events.ts';
import { commandOf } from '#domain/batch/rules.ts';
import { equipmentId } from '#domain/ids.ts';
import { mayCommand, UNRELATED } from '#domain/permissions.ts';
import { actorOf, commandIdOf, mayBegin, recordIdFor, roleRefusal } from './asking.ts';
import type { Desk } from './desk.ts';
import { paging } from './tickets/filters.ts';

const PATIENCE_MS = 2_000;
const MOST = 2_000;

const query = z.strictObject({
  status: z.enum(['Running', 'Stopped', 'Finished', 'TakenBack']).optional(),
  action: batchAction.optional(),
  ...paging,
});
const body = z.strictObject({
  action: z.enum(['moveEquipment', 'checkInEquipment', 'printLabels', 'retireEquipment']),
  ids: z.array(equipmentId).min(1).max(MOST),
  input: z.record(z.string(), z.unknown()).default({}),
  title: z.string().trim().min(1).max(200).exactOptional(),
});

const TO_TAKE_BACK: readonly BatchRow['status'][] = ['Stopped', 'Finished'];
const mayOf = (viewer: Viewer, { status, action }: BatchRow) =>
  TO_TAKE_BACK.includes(status) &&
  (['takeBackBatch', commandOf[action]] as const).every((name) =>
    mayCommand(actorOf(viewer), name, UNRELATED),
  )
    ? ['takeBackBatch' as const]
    : [];

export function batchRoutes({ reads, runner, projector, takingBack }: Desk): Route[] {
  const { batches } = reads;
  const position = () => String(projector.position());
  return [
    route({
      method: 'get',
      path: '/api/batches',
      summary: 'What was done to many records at once, the last first.',
      access: { reads: 'batches' },
      query,
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
      handle: async ({ viewer, param }) => {
        const at = position();
        const batch = await batches.find(viewer, param('id'));
        if (!batch) return problem('not-found');
        const changes = await batches.changes(batch.batchId, batch.action);
        const under = takingBack.under(batch.batchId);
        return reply(200, { batch, changes, may: mayOf(viewer, batch), takingBack: under, position: at });
      },
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
        const done = await startBatch(runner, actorOf(viewer), { ...asked, ids, batchId });
        if (isProblem(done)) return done;
        await projector.waitFor(BigInt(done.position), PATIENCE_MS);
        const batch = (await batches.find(viewer, batchId)) ?? null;
        return reply(201, { ...done, batch }, { Location: `/api/batches/${batchId}` });
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
