import { parentPort, workerData } from 'node:worker_threads';
import { serveEmbedded, type ServeOptions } from './serve.ts';

/** What the thread tells its starter. */
export type WorkerMessage =
  { listening: string } | { refused: string } | { stopped: true } | { fault: string };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function run(options: ServeOptions): Promise<void> {
  const server = await serveEmbedded(options);
  parentPort?.once('message', () => {
    void server.stop().finally(() => {
      tell({ stopped: true });
      parentPort?.close();
    });
  });
  void server.failed.then((error) => tell({ fault: error.message }));
  tell({ listening: server.address });
}

run(workerData as ServeOptions).catch((error: unknown) => {
  tell({ refused: messageOf(error) });
  parentPort?.close();
});
