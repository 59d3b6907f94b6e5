import { fail, type RequestEvent } from '@sveltejs/kit';
import { give, newKey, type Target } from '#lib/commands/give.ts';
import { readInput, type Input } from '#lib/commands/readInput.ts';
import type { CommandName, Problem } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';

/** What a page shows of a command form that the server answered, where there is no JavaScript. */
export interface Given {
  readonly command: string;
  readonly problem?: Problem;
  readonly input?: Input;
}

/** A form action that gives the command named in the form to the record of the page. */
export const giveAction =
  <E extends RequestEvent>(kind: Target['kind'], idOf: (event: E) => string | Promise<string>) =>
  async (event: E) => {
    const { locals, request } = event;
    const form = await request.formData();
    const command = textOf(form, 'command');
    const input = readInput(form, locals.reader.zone);
    const answer = await give(locals.api, {
      target: { kind, id: await idOf(event) },
      command: command as CommandName,
      input,
      commandId: textOf(form, 'commandId') || newKey(),
      revision: textOf(form, 'revision') || undefined,
    });
    if (answer.ok) return { given: { command } satisfies Given };
    const given: Given = { command, problem: answer.problem, input };
    return fail(answer.problem.status || 503, { given });
  };
