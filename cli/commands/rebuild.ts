import { openFoundation } from '#api/compose/foundation.ts';
import { ConfigFault, readConfig } from '#api/config.ts';
import { createLog } from '#api/log.ts';
import { createMetrics } from '#api/metrics.ts';
import { startProjector } from '#projections/run.ts';

/** Makes the tables of a projection anew while nothing else runs; a running desk does it in its projections screen. */
export async function rebuild(name: string | undefined, print: (line: string) => void): Promise<void> {
  const config = readConfig();
  const foundation = await openFoundation(config, createMetrics());
  const { journal, read } = foundation;
  const names = read.projections.map((projection) => projection.name);
  if (name === undefined || !names.includes(name)) {
    await foundation.close();
    throw new ConfigFault(`Name a projection: ${names.join(', ')}`);
  }
  const projector = startProjector({
    read,
    journal,
    log: createLog(config.LOG_LEVEL),
    onCommit: () => undefined,
  });
  try {
    await projector.caughtUp;
    await projector.rebuild(name);
    print(`${name} has been made anew, up to position ${projector.position()}.`);
  } finally {
    await projector.stop();
    await foundation.close();
  }
}
