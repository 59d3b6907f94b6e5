import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { give, newKey, type Target } from '#lib/commands/give.ts';
import type { Given } from '#lib/commands/given.ts';
import { EquipmentTag, readInput, TicketNumber, type Input } from '#lib/commands/readInput.ts';
import { readNames } from '#lib/commands/readNames.ts';
import type { CommandName, Done, Problem } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';

/** Only what can be sent back to the page. */
const asText = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      value instanceof TicketNumber || value instanceof EquipmentTag ? value.text : value,
    ]),
  );

const refused = (command: string, problem: Problem, entered: Input) =>
  fail(problem.status || 503, { given: { command, problem, input: asText(entered) } satisfies Given });

/** A form action that gives the command named in the form to the record of the page; `then`: where that leads. */
export const giveAction =
  <E extends RequestEvent>(
    kind: Target['kind'],
    idOf?: (event: E) => string | Promise<string>,
    then?: (done: Done) => string,
  ) =>
  async (event: E) => {
    const { locals, request } = event;
    const form = await request.formData();
    const command = textOf(form, 'command');
    const entered = readInput(form, locals.reader.zone);
    const input = await readNames(locals.api, entered);
    if (!input.ok) return refused(command, input.problem, entered);
    const answer = await give(locals.api, {
      target: idOf ? { kind, id: await idOf(event) } : { kind },
      command: command as CommandName,
      input: input.value,
      commandId: textOf(form, 'commandId') || newKey(),
      revision: textOf(form, 'revision') || undefined,
    });
    if (!answer.ok) return refused(command, answer.problem, entered);
    if (then) redirect(303, then(answer.value));
    return { given: { command } satisfies Given };
  };
