import { compose, type Daybook } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { createLog, type Log } from './log.ts';
import { loadPortal, portalIsBuilt } from './portal.ts';

export interface ServeOptions {
  /** Other settings than those of the environment. */
  readonly settings?: (config: Config) => Config;
  /** What is done once everything stands, before the address is printed. */
  readonly first?: (daybook: Daybook, config: Config) => Promise<void>;
  readonly print: (line: string) => void;
}

/** Ends it all once when the system asks for it; asked again, at once. */
function stopOnSignals(daybook: Daybook, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping', { signal });
    daybook.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function endWithTheJournal(daybook: Daybook, log: Log): void {
  void daybook.failed.then(async (error) => {
    log.error('the journal has failed', { error });
    await daybook.stop().catch(() => undefined);
    process.exit(1);
  });
}

/** Starts Daybook as the environment says and keeps it until a signal. Throws what keeps it from starting. */
export async function serve({ settings = (config) => config, first, print }: ServeOptions): Promise<void> {
  const config = settings(readConfig());
  const log = createLog(config.LOG_LEVEL);
  const withPortal = await portalIsBuilt();
  const daybook = await compose({ config, log, ...(withPortal ? { loadPortal } : {}) });
  stopOnSignals(daybook, log);
  endWithTheJournal(daybook, log);
  await daybook.projector.caughtUp;
  await first?.(daybook, config);
  const address = config.PUBLIC_URL ?? daybook.url.replace('127.0.0.1', 'localhost');
  print(`Daybook is at ${address}`);
  if (await daybook.setupNeeded()) print(`Open ${address} to create the first administrator.`);
}
