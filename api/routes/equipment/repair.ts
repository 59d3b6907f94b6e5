import { v5 as idFor } from 'uuid';
import { done } from '#api/answers/answers.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem } from '#api/problems.ts';
import { equipmentCommands, ticketCommands } from '#commands/registry.ts';
import { actorOf, commandIdOf, type Cause } from '../asking.ts';
import { doneOf, give, type RecordRoutes } from '../commands.ts';
import type { Desk } from '../desk.ts';

const { startRepair, finishRepair } = equipmentCommands;
const PATIENCE_MS = 2_000;

interface For {
  readonly equipmentId: string;
  readonly ticketId: string;
  /** Of the command that started the repair. */
  readonly commandId: string;
  readonly cause: Cause | undefined;
}

function ticketIn(body: unknown): string | undefined {
  const { ticketId } = Object(body) as Readonly<Record<string, unknown>>;
  return typeof ticketId === 'string' ? ticketId : undefined;
}

/** A repair for a ticket follows from what last happened to the ticket, as far as the viewer may know it. */
async function causeIn({ reads }: Desk, viewer: Viewer, ticketId: string): Promise<Cause | undefined> {
  const last = (await reads.tickets.history(viewer, ticketId))?.findLast(({ other }) => other === null);
  return last && { correlationId: last.correlationId, causationId: last.commandId };
}

/** The end of a repair follows from its start, and so from the ticket that it is for. */
async function startOf(desk: Desk, viewer: Viewer, equipmentId: string): Promise<Cause | undefined> {
  await desk.projector.waitFor(desk.ends(), PATIENCE_MS);
  const history = await desk.reads.equipment.history(viewer, equipmentId);
  const start = history?.findLast(({ type }) => type === 'RepairStarted');
  return start && { correlationId: start.correlationId, causationId: start.commandId };
}

/** The ticket names what is repaired for it, unless it is finished and says no more. */
async function link({ runner }: Desk, viewer: Viewer, repair: For): Promise<void> {
  const { equipmentId, ticketId, commandId, cause } = repair;
  await runner.run(ticketCommands.linkEquipment, {
    id: ticketId,
    input: { equipmentId },
    actor: actorOf(viewer),
    commandId: idFor('link', commandId),
    correlationId: cause?.correlationId ?? commandId,
    causationId: commandId,
  });
}

const startRepairRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/startRepair`,
    summary: 'Start repair: because of a ticket, which then names the thing, or without one.',
    access: { command: 'startRepair' },
    body: startRepair.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const { viewer, body } = call;
      const equipmentId = call.param('id');
      const commandId = commandIdOf(call.request, viewer);
      if (typeof commandId !== 'string') return commandId;
      const ticketId = ticketIn(body);
      const cause = ticketId && (await causeIn(about.desk, viewer, ticketId));
      const given = { command: startRepair, id: equipmentId, input: body, commandId };
      const finished = await give(about, call, cause ? { ...given, cause } : given);
      if (isProblem(finished)) return finished;
      if (ticketId)
        await link(about.desk, viewer, { equipmentId, ticketId, commandId, cause: cause || undefined });
      return reply(200, doneOf(finished));
    },
  });

const finishRepairRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/finishRepair`,
    summary: 'Finish repair: it follows from its start.',
    access: { command: 'finishRepair' },
    body: finishRepair.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const id = call.param('id');
      const cause = await startOf(about.desk, call.viewer, id);
      const finished = await give(about, call, { command: finishRepair, id, input: call.body, cause });
      return isProblem(finished) ? finished : reply(200, doneOf(finished));
    },
  });

export const repairRoutes = (about: RecordRoutes): Route[] => [
  startRepairRoute(about),
  finishRepairRoute(about),
];
