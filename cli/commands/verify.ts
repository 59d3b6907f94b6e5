import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigFault, readConfig } from '#api/config.ts';
import { verifyJournal } from '#eventstore/embedded/verify.ts';

/** Reads every event of the embedded journal, which may be in use, and says what is wrong. */
export async function verify(directory: string | undefined, print: (line: string) => void): Promise<void> {
  const file = join(directory ?? readConfig().DATA_DIR, 'journal.db');
  if (!existsSync(file)) throw new ConfigFault(`There is no journal at ${file}.`);
  const { events, streams, faults } = verifyJournal(file);
  for (const fault of faults) print(`FAULT ${fault}`);
  print(`${file}: ${events} events in ${streams} streams, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
  await Promise.resolve();
}
