import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userId } from '#domain/ids.ts';
import { mayCommand, mayRead, type Relation, type TicketCommandName } from '#domain/permissions.ts';
import { refusals } from '#domain/rejection.ts';
import { role as roles, type Role } from '#domain/role.ts';
import { plainInputs } from '#tests/properties/ticketInputs.ts';
import type { BulkResult } from '#api/contract/answers.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { createWalk, type Standing } from '#tests/support/walk.ts';

const relations: Readonly<Record<Standing, Relation>> = {
  own: { own: true, involved: false },
  watched: { own: false, involved: true },
  foreign: { own: false, involved: false },
};
const standings = Object.keys(relations) as Standing[];

let app: TestApp;
let walk: Awaited<ReturnType<typeof createWalk>>;
const people = new Map<Role, Person>();
beforeAll(async () => {
  app = await startApp();
  walk = await createWalk(app);
  for (const role of roles.options) people.set(role, await app.join(role));
});
afterAll(() => app.stop());

/** What has a way of its own, as what it needs is sent with it. */
const alone: readonly string[] = ['openTicket', 'attachImage'];
const commands = (Object.keys(plainInputs) as TicketCommandName[]).filter((name) => !alone.includes(name));

/** What the table of permissions says: may, may not though it is seen, or it is not there. */
function verdict({ user }: Person, command: TicketCommandName, standing: Standing): 'yes' | 403 | 404 {
  const actor = { kind: 'person' as const, userId: userId.parse(user.userId), role: user.role };
  if (mayCommand(actor, command, relations[standing])) return 'yes';
  return mayRead(actor, 'tickets', relations[standing]) ? 403 : 404;
}

/** `yes`: it was done, or refused for what the ticket is and not for who asks. */
const answerOf = ({ ok, problem }: BulkResult): 'yes' | number | undefined =>
  ok || (problem?.status === 409 && (problem.rejection ?? '') in refusals) ? 'yes' : problem?.status;

describe.each(roles.options)('A signed-in %s who gives one command on many tickets', (role) => {
  it.each(commands)('is answered on each as the table of permissions says: %s', async (command) => {
    const person = people.get(role);
    if (!person) throw new Error(`Nobody is a ${role}.`);
    const ids: string[] = [];
    for (const standing of standings) ids.push(await walk.ticketFor(person, standing));
    const asked = { command, ids, input: plainInputs[command] };
    const { status, body } = await person.post('/api/tickets/bulk', asked);
    expect(status).toBe(200);
    expect(body.results.map(answerOf), JSON.stringify(body.results)).toEqual(
      standings.map((standing) => verdict(person, command, standing)),
    );
  });
});
