import { EventStoreDBClient } from '@eventstore/db-client';

export type Client = EventStoreDBClient;

/** An `esdb://` or `esdb+discover://` connection string, or the `unix:/path` or `host:port` of an embedded server. */
function connect(address: string): Client {
  return address.includes('://')
    ? EventStoreDBClient.connectionString(address)
    : new EventStoreDBClient({ endpoint: address }, { insecure: true });
}

interface HoldsChannel {
  getChannel(): Promise<{ close(): void }>;
}

/** The client has no public way of closing its socket. */
async function closeChannel(client: Client): Promise<void> {
  const channel = await (client as unknown as HoldsChannel).getChannel();
  channel.close();
}

async function retire(client: Client): Promise<void> {
  await Promise.allSettled([client.dispose(), closeChannel(client)]);
}

/** Somebody reads or writes after the connection was closed. */
export class ConnectionClosed extends Error {
  override readonly name = 'ConnectionClosed';
}

export interface Connection {
  /** Throws {@link ConnectionClosed}. */
  client(): Client;
  /** Goes on with a fresh client where this one is stuck; calls that wait on it fail. */
  replace(stuck: Client): void;
  close(): Promise<void>;
}

export function createConnection(address: string): Connection {
  let client = connect(address);
  let closed = false;
  return {
    client() {
      if (closed) throw new ConnectionClosed('The journal has been closed.');
      return client;
    },
    replace(stuck) {
      if (closed || client !== stuck) return;
      client = connect(address);
      void retire(stuck);
    },
    close() {
      closed = true;
      return retire(client);
    },
  };
}
