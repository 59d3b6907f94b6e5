import { parseArgs } from 'node:util';
import { ConfigFault } from '#api/config.ts';
import { JournalUnusableError } from '#eventstore/embedded/file/unusable.ts';
import { demo } from './commands/demo.ts';
import { eventstore } from './commands/eventstore.ts';
import { PortalFault } from './commands/portalBuild.ts';
import { rebuild } from './commands/rebuild.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';

const HELP = `daybook <command>

  start                             serves portal, API and sockets
  demo                              the same with a demo organisation, in DATA_DIR/demo
  eventstore --port 2113 --data .   runs the embedded journal alone
  verify [--data .]                 checks every event of the embedded journal
  rebuild <projection>              makes the tables of a projection anew

The settings are in the environment or in a file .env; .env.example explains them.`;

const print = (line: string): void => console.log(line);

const PLAIN = [ConfigFault, JournalUnusableError, PortalFault];

/** What a person can put right by the message alone; all else is shown whole. */
function isPlain(error: unknown): error is Error {
  if (PLAIN.some((fault) => error instanceof fault)) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code } = error;
  return code === 'EADDRINUSE' || code === 'EACCES' || String(code).startsWith('ERR_PARSE_ARGS');
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [command = 'help', argument] = positionals;
  const commands = new Map<string, () => Promise<void>>([
    ['start', () => start(print)],
    ['demo', () => demo(print)],
    ['eventstore', () => eventstore({ port: values.port, data: values.data }, print)],
    ['verify', () => verify(values.data, print)],
    ['rebuild', () => rebuild(argument, print)],
  ]);
  if (values.help || command === 'help') {
    print(HELP);
    return;
  }
  const chosen = commands.get(command);
  if (!chosen) throw new ConfigFault(`There is no command ${command}.\n\n${HELP}`);
  await chosen();
}

try {
  await run();
} catch (error) {
  console.error(isPlain(error) ? error.message : error);
  process.exit(1);
}
