import { done } from '#api/answers/answers.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { equipmentCommands } from '#commands/registry.ts';
import type { Cause } from '../asking.ts';
import { commandRoute, doneOf, give, type RecordRoutes } from '../commands.ts';
import type { Desk } from '../desk.ts';
import { makeRoute } from '../records.ts';
import { isOwnSignature } from './signature.ts';

const {
  registerEquipment,
  startRepair,
  acceptCheckout,
  // Pictures are attached by sending them, see images.ts.
  attachEquipmentImage: _attach,
  // These follow from scans and batches only.
  sightEquipment: _sight,
  takeBackBatchChange: _takeBack,
  ...others
} = equipmentCommands;

const inputOf = (body: unknown): Readonly<Record<string, unknown>> =>
  Object(body) as Readonly<Record<string, unknown>>;

/** A repair for a ticket follows from what last happened to the ticket, as far as the viewer may know it. */
async function causeIn({ reads }: Desk, viewer: Viewer, ticketId: unknown): Promise<Cause | undefined> {
  if (typeof ticketId !== 'string') return undefined;
  const last = (await reads.tickets.history(viewer, ticketId))?.at(-1);
  return last && { correlationId: last.correlationId, causationId: last.commandId };
}

const startRepairRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/startRepair`,
    summary: 'Start repair: because of a ticket, or without one.',
    access: { command: 'startRepair' },
    body: startRepair.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const cause = await causeIn(about.desk, call.viewer, inputOf(call.body)['ticketId']);
      const given = { command: startRepair, id: call.param('id'), input: call.body, cause };
      const finished = await give(about, call, given);
      return isProblem(finished) ? finished : reply(200, doneOf(finished));
    },
  });

const unsigned = (message: string) => problem('invalid', { errors: [{ path: 'signatureId', message }] });

const acceptRoute = (about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/acceptCheckout`,
    summary: 'Accept checkout: where there are terms, with the signature that the borrower has sent before.',
    access: { command: 'acceptCheckout' },
    body: acceptCheckout.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const id = call.param('id');
      const { signatureId, termsVersion } = inputOf(call.body);
      if (
        typeof signatureId === 'string' &&
        !(await isOwnSignature(about.desk, call.viewer, { id, signatureId }))
      )
        return unsigned('must be a signature for this loan');
      const given = { command: acceptCheckout, id, input: call.body };
      if (typeof signatureId !== 'string' && Number(termsVersion) > 0) return unsigned('is missing');
      const finished = await give(about, call, given);
      return isProblem(finished) ? finished : reply(200, doneOf(finished));
    },
  });

export const equipmentCommandRoutes = (about: RecordRoutes): Route[] => [
  makeRoute(registerEquipment, about),
  startRepairRoute(about),
  acceptRoute(about),
  ...Object.values(others).map((command) => commandRoute(command, about)),
];
