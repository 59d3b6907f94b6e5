import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { ticketCommands } from '#commands/registry.ts';
import { createRunner } from '#commands/run.ts';
import { NO_TABLES } from '#commands/running/tell.ts';
import { DESK } from '#domain/role.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import { openJournal } from '#eventstore/openJournal.ts';
import { digest, policy } from '#tests/support/journal.ts';
import { openVault } from '#vault/openVault.ts';

/** A process of its own that adds a checklist item when it is told to: arguments are address, vault, ticket and command id. */
const [address = '', file = '', id = '', commandId = ''] = process.argv.slice(2);
const vault = await openVault({ file });
const journal = openJournal({ store: connectEventStore({ address }), keys: vault.keys });
const now = (): string => new Date().toISOString();
const runner = createRunner({ journal, now, newId: randomUUID, policy, digest, tables: NO_TABLES });
const command = ticketCommands.addChecklistItem;
// The client asks what the server can do before its first append, which is to be over by then.
await runner.run(ticketCommands.tag, { id, input: { tag: 'seen' }, actor: DESK });
process.stdout.write('ready\n');
await once(process.stdin, 'data');
await runner.run(command, { id, input: { text: 'Look' }, actor: DESK, commandId });
process.stdout.write('answered\n');
