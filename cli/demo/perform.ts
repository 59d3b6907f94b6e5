import type { Outcome, Request, Runner } from '#commands/run.ts';
import { categoryCommands, roomCommands, ticketCommands, userCommands } from '#commands/registry.ts';
import { demoId } from './random.ts';
import type { Step } from './step.ts';

const commands = { ...ticketCommands, ...roomCommands, ...categoryCommands, ...userCommands };
const AT_ONCE = 48;

/** What a step must have for itself: its record, the one that it needs, and the row of ticket numbers. */
const claims = ({ id, after, command }: Step): string[] => [
  id,
  ...(after === undefined ? [] : [after]),
  ...(command === 'openTicket' ? ['the next number'] : []),
];

/** Runs steps at the same time as far as they do not touch the same, each record's steps in their order. */
export async function inOrder(
  steps: readonly Step[],
  run: (step: Step, index: number) => Promise<void>,
): Promise<void> {
  const last = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  let record = steps[0]?.record;
  for (const [index, step] of steps.entries()) {
    if (step.record !== record) await Promise.all(running);
    record = step.record;
    const before = claims(step).map((claim) => last.get(claim));
    const done = Promise.all(before).then(() => run(step, index));
    for (const claim of claims(step)) last.set(claim, done);
    running.add(done);
    void done.then(
      () => running.delete(done),
      () => undefined,
    );
    if (running.size >= AT_ONCE) await Promise.race(running);
  }
  await Promise.all(running);
}

function positionOf(step: Step, outcome: Outcome<unknown>): bigint {
  if (outcome.kind === 'done') return outcome.position;
  throw new Error(
    `demo: ${step.command} on ${step.record} ${step.id}: ${JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
  );
}

/** Gives the commands and returns the last position. A repeat of the same steps changes nothing. */
export async function perform(steps: readonly Step[], runner: Runner): Promise<bigint> {
  let position = 0n;
  await inOrder(steps, async (step, index) => {
    const request: Request = {
      id: step.id,
      input: step.input,
      actor: step.actor,
      occurredAt: new Date(step.at).toISOString(),
      commandId: demoId(`step ${index} ${step.command} ${step.id}`),
    };
    const at = positionOf(step, await runner.run(commands[step.command], request));
    if (at > position) position = at;
  });
  return position;
}
