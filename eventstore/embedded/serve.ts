import { Server } from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { openJournalFile, type JournalFile } from './file/open.ts';
import { lockJournal } from './file/lock.ts';
import { listen, type Listen } from './listen.ts';
import { createOpenCalls } from './service/calls.ts';
import { unavailable } from './service/failures.ts';
import { sendSeveral } from './service/sendSeveral.ts';
import { addServices } from './service/services.ts';
import { createCommits } from './store/commits.ts';
import { createGroupCommit } from './store/groupCommit.ts';
import { createStore } from './store/store.ts';
import { createStreams } from './store/streams.ts';
import { createWriter } from './store/writer.ts';

export type ServeOptions = {
  /** The journal file; made when it is not there. */
  file: string;
  /** Port 0 takes a free one. */
  listen: Listen;
  /** Refuses appends beyond this size, as a full disk does. */
  maxPages?: number;
};

export type EmbeddedServer = {
  /** What a client connects to: `unix:/path` or `host:port`. */
  address: string;
  stop: () => Promise<void>;
  /** Resolves with the reason when the server ends other than by `stop`. */
  failed: Promise<Error>;
};

const CHANNEL = {
  'grpc.max_receive_message_length': 17 * 1024 * 1024,
  'grpc.max_send_message_length': -1,
};

const SHUTDOWN_MS = 500;

/** Lets the calls that were ended take their leave, then cuts what is left. */
async function shutDown(server: Server): Promise<void> {
  const gone = promisify(server.tryShutdown.bind(server))();
  await Promise.race([gone, setTimeout(SHUTDOWN_MS, undefined, { ref: false })]);
  server.forceShutdown();
}

async function serveOpened(options: ServeOptions, journal: JournalFile): Promise<EmbeddedServer> {
  const store = createStore(journal.db);
  const streams = createStreams(store);
  const writer = createWriter(store, streams);
  const commits = createCommits();
  const calls = createOpenCalls();
  const failed = Promise.withResolvers<Error>();
  const onFault = (fault: Error): void => {
    calls.failAll(unavailable('The journal has failed.'));
    failed.resolve(fault);
  };
  const onCommit = (): void => journal.markOpen(writer.lastPosition());
  const groupCommit = createGroupCommit({ store, writer, commits, onFault, onCommit });
  const server = new Server({ ...CHANNEL, interceptors: [sendSeveral] });
  addServices(server, { store, streams, commits, groupCommit, calls, lastPosition: writer.lastPosition });
  const listening = await listen(server, options.listen);

  async function stop(): Promise<void> {
    groupCommit.drain();
    calls.failAll(unavailable('The journal is stopping.'));
    await shutDown(server);
    groupCommit.drain();
    listening.release();
    journal.close();
  }

  return { address: listening.address, stop, failed: failed.promise };
}

/**
 * Serves a journal file to EventStoreDB clients, in this thread.
 * @throws JournalUnusableError when the file is locked, torn or corrupt
 */
export async function serveEmbedded(options: ServeOptions): Promise<EmbeddedServer> {
  const lock = lockJournal(options.file);
  let journal: JournalFile | undefined;
  try {
    journal = openJournalFile(options.file, options.maxPages);
    const server = await serveOpened(options, journal);
    return { ...server, stop: () => server.stop().finally(lock.release) };
  } catch (error) {
    journal?.close();
    lock.release();
    throw error;
  }
}
