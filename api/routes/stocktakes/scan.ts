import { randomUUID } from 'node:crypto';
import { v5 as idFor } from 'uuid';
import { z } from 'zod';
import { done } from '#api/answers/answers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { equipmentCommands, stocktakeCommands } from '#commands/registry.ts';
import { scanId as parseScanId } from '#domain/ids.ts';
import { isStarted } from '#domain/stocktake/rules.ts';
import type { Stocktake } from '#domain/stocktake/stocktake.ts';
import { actorOf } from '../asking.ts';
import { doneOf, give, type Asking, type Finished, type RecordRoutes } from '../commands.ts';

const { scan } = stocktakeCommands;
const told = z.object({ scanId: parseScanId });

interface Scanned {
  readonly call: Asking & { readonly body: unknown };
  readonly finished: Finished<Stocktake>;
  readonly commandId: string;
}

/** Whatever was seen is told to the thing itself, wherever it belongs; by whoever saw it first. */
async function sight({ desk }: RecordRoutes, { call, finished, commandId }: Scanned): Promise<void> {
  const { id, state } = finished;
  const { scanId } = told.parse(call.body);
  const scanned = isStarted(state) ? state.scans.get(scanId) : undefined;
  if (!isStarted(state) || !scanned?.equipmentId || scanned.by !== call.viewer.userId) return;
  await desk.runner.run(equipmentCommands.sightEquipment, {
    id: scanned.equipmentId,
    input: { stocktakeId: id, roomId: state.roomId },
    actor: actorOf(call.viewer),
    commandId: idFor('sight', commandId),
    correlationId: id,
    causationId: commandId,
    occurredAt: scanned.at,
  });
}

export const scanRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/scan`,
    summary: 'Scan: a label or a typed tag; `occurredAt` tells when, where it is sent later.',
    access: { command: 'scan' },
    body: scan.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const id = call.param('id');
      if (!z.uuid().safeParse(id).success) return problem('not-found');
      const scanId = told.safeParse(call.body).data?.scanId;
      // Sent again, by whatever way and however often, a person's scan is the same command.
      const commandId = idFor(['scan', scanId ?? randomUUID(), call.viewer.userId].join(' '), id);
      const finished = await give(about, call, { command: scan, id, input: call.body, commandId });
      if (isProblem(finished)) return finished;
      await sight(about, { call, finished, commandId });
      return reply(200, doneOf(finished));
    },
  });
