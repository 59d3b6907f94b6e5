import cluster from 'node:cluster';
import { createAdapter as createClusterAdapter } from '@socket.io/cluster-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { ServerOptions } from 'socket.io';
import type { Log } from './log.ts';

export interface LiveAdapter {
  readonly adapter?: NonNullable<ServerOptions['adapter']>;
  readonly close: () => Promise<void>;
}

async function overRedis(url: string, log: Log): Promise<LiveAdapter> {
  const client = createClient({ url });
  client.on('error', (error: unknown) => log.error('Redis is in trouble', { error }));
  await client.connect();
  return { adapter: createRedisAdapter(client), close: () => client.close() };
}

/** What carries live changes to the sockets of other processes; nothing where there is only this one. */
export async function openLiveAdapter(redisUrl: string | undefined, log: Log): Promise<LiveAdapter> {
  if (redisUrl !== undefined) return overRedis(redisUrl, log);
  const close = () => Promise.resolve();
  return cluster.isWorker ? { adapter: createClusterAdapter(), close } : { close };
}
