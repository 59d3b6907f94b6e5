import { done } from '#api/answers/answers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import { equipmentCommands } from '#commands/registry.ts';
import { commandRoute, doneOf, give, type RecordRoutes } from '../commands.ts';
import { makeRoute } from '../records.ts';
import { repairRoutes } from './repair.ts';
import { isOwnSignature } from './signature.ts';

const {
  registerEquipment,
  acceptCheckout,
  // These know what they follow from, see repair.ts.
  startRepair: _start,
  finishRepair: _finish,
  // Pictures are attached by sending them, see images.ts.
  attachEquipmentImage: _attach,
  // These follow from scans and batches only.
  sightEquipment: _sight,
  takeBackBatchChange: _takeBack,
  ...others
} = equipmentCommands;

const inputOf = (body: unknown): Readonly<Record<string, unknown>> =>
  Object(body) as Readonly<Record<string, unknown>>;

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
  ...repairRoutes(about),
  acceptRoute(about),
  ...Object.values(others).map((command) => commandRoute(command, about)),
];
