import { v5 as idFor } from 'uuid';
import { z } from 'zod';
import { done } from '#api/answers/answers.ts';
import { hitherFrom, type DecidingCommand } from '#api/contract/decided.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { DecisionBody } from '#api/contract/stocktakes.ts';
import { reply, route, type Call, type Route } from '#api/http/route.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import { equipmentCommands, stocktakeCommands } from '#commands/registry.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import { permissionObstacle, UNRELATED } from '#domain/permissions.ts';
import { refuse } from '#domain/rejection.ts';
import { isStarted, lineNamed } from '#domain/stocktake/rules.ts';
import { stocktake, type StartedStocktake } from '#domain/stocktake/stocktake.ts';
import { actorOf, recordIdFor } from '../asking.ts';
import { carryOut, doneOf, type Finished, type RecordRoutes } from '../commands.ts';
import type { Desk } from '../desk.ts';

const PATIENCE_MS = 2_000;

const body = z.strictObject({
  line: z.uuid().describe('The equipment’s id or, where nobody knows it, the scan’s.'),
  decision: z.enum(['moveHere', 'reportMissing', 'register', 'leave']),
  input: z.record(z.string(), z.unknown()).default({}),
}) satisfies z.ZodType<DecisionBody>;
type Decided = z.output<typeof body>;

interface Ordered {
  readonly command: (typeof equipmentCommands)[DecidingCommand];
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const badLine = (message: string): Problem => problem('invalid', { errors: [{ path: 'line', message }] });

/** What brings a thing here, from wherever it is said to be. */
async function hither({ runner }: Desk, id: string): Promise<Ordered['command']> {
  const { state } = await runner.load({ aggregate: equipment, id });
  return equipmentCommands[hitherFrom(isRegistered(state) ? state.standing.stage : 'InStock')];
}

function registering(
  state: StartedStocktake,
  { line, input }: Decided,
  commandId: string,
): Ordered | Problem {
  const scan = state.scans.values().find(({ scanId }) => scanId === line);
  if (scan?.verdict !== 'unknown') return badLine('must be a scan of something that nobody knows');
  return {
    command: equipmentCommands.registerEquipment,
    id: recordIdFor(commandId),
    input: { tag: scan.text, ...input, roomId: state.roomId },
  };
}

const isLine = ({ expected, scans }: StartedStocktake, line: string): boolean =>
  expected.some(({ equipmentId }) => equipmentId === line) ||
  scans.values().some(({ equipmentId }) => equipmentId === line);

async function ordered(
  desk: Desk,
  state: StartedStocktake,
  decided: Decided,
  commandId: string,
): Promise<Ordered | Problem> {
  const { line: id, decision, input } = decided;
  if (decision === 'register') return registering(state, decided, commandId);
  if (!isLine(state, id)) return badLine('must be a thing of this stock-take');
  return decision === 'reportMissing'
    ? { command: equipmentCommands.reportMissing, id, input }
    : { command: await hither(desk, id), id, input: { ...input, roomId: state.roomId } };
}

/** The command that finished a stock-take. */
async function finishing({ desk }: RecordRoutes, call: Call<unknown, unknown>): Promise<string | undefined> {
  await desk.projector.waitFor(desk.ends(), PATIENCE_MS);
  const history = await desk.reads.stocktakes.history(call.viewer, call.param('id'));
  return history?.findLast(({ type }) => type === 'StocktakeFinished')?.commandId;
}

/** The same for each repeat by this person. */
function commandIdOf({ body: { decision, line }, viewer, param }: Call<unknown, Decided>): string {
  return idFor(['decide', decision, line, viewer.userId].join(' '), param('id'));
}

/** Nothing is done to the thing, but that somebody has seen the line is kept. */
function leave(
  about: RecordRoutes,
  call: Call<unknown, Decided>,
  state: StartedStocktake,
): Promise<Finished<unknown> | Problem> {
  const { viewer, param } = call;
  const { line } = call.body;
  if (!lineNamed(state, line)) return Promise.resolve(badLine('must be a line of this stock-take'));
  const asked = { id: param('id'), input: { line }, actor: actorOf(viewer), commandId: commandIdOf(call) };
  return carryOut(about, viewer, stocktakeCommands.leaveLine, asked);
}

async function follow(
  about: RecordRoutes,
  call: Call<unknown, Decided>,
  state: StartedStocktake,
): Promise<Finished<unknown> | Problem> {
  const { body: decided, viewer, param } = call;
  const causationId = await finishing(about, call);
  if (causationId === undefined) return problem('behind');
  const commandId = commandIdOf(call);
  const order = await ordered(about.desk, state, decided, commandId);
  if (isProblem(order)) return order;
  const { command, id, input } = order;
  const cause = { correlationId: param('id'), causationId };
  return carryOut(about, viewer, command, { id, input, actor: actorOf(viewer), commandId, ...cause });
}

/** `POST /api/stocktakes/:id/decide`: what the report leads to, line by line. */
export const decideRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/decide`,
    summary: 'Decides about a line of a finished stock-take; what follows is caused by it.',
    access: { command: 'finishStocktake' },
    body,
    answers: { 200: done },
    handle: async (call) => {
      const id = call.param('id');
      const actor = actorOf(call.viewer);
      const obstacle = permissionObstacle(actor, 'finishStocktake', 'stocktakes', UNRELATED);
      if (obstacle) return rejected(obstacle);
      if (!z.uuid().safeParse(id).success) return problem('not-found');
      const { state } = await about.desk.runner.load({ aggregate: stocktake, id });
      if (!isStarted(state)) return problem('not-found');
      const { status } = state;
      if (status === 'Running') return rejected(refuse('StocktakeRunning'));
      if (status === 'Cancelled') return rejected(refuse('StocktakeOver', { status }));
      const decided = call.body.decision === 'leave' ? leave : follow;
      const finished = await decided(about, call, state);
      return isProblem(finished) ? finished : reply(200, doneOf(finished));
    },
  });
