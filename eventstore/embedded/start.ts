import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { JournalUnusableError } from './file/unusable.ts';
import type { EmbeddedServer, ServeOptions } from './serve.ts';
import type { WorkerMessage } from './worker.ts';

export type { EmbeddedServer } from './serve.ts';

/**
 * Serves a journal file to EventStoreDB clients from a worker thread; resolves when it listens.
 * @throws JournalUnusableError when the file is locked, torn or corrupt
 */
export async function startEmbedded(options: ServeOptions): Promise<EmbeddedServer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: options,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  const exited = once(worker, 'exit');
  const started = Promise.withResolvers<string>();
  const failed = Promise.withResolvers<Error>();
  let stopping = false;

  function fail(error: Error): void {
    started.reject(error);
    if (!stopping) failed.resolve(error);
  }

  worker.on('message', (message: WorkerMessage) => {
    if ('listening' in message) started.resolve(message.listening);
    if ('refused' in message) fail(new JournalUnusableError(message.refused));
    if ('fault' in message) fail(new Error(message.fault));
  });
  worker.on('error', (error: Error) => fail(error));
  worker.on('exit', () => fail(new Error('The journal thread ended.')));

  async function stop(): Promise<void> {
    stopping = true;
    worker.postMessage('stop');
    await exited;
  }

  const address = await started.promise.catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return { address, stop, failed: failed.promise };
}
