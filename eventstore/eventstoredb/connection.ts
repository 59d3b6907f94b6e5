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

export interface Connection {
  client(): Client;
  /** Goes on with a fresh client where this one is stuck; calls that wait on it fail. */
  replace(stuck: Client): void;
  close(): Promise<void>;
}

export function createConnection(address: string): Connection {
  let client = connect(address);
  return {
    client: () => client,
    replace(stuck) {
      if (client !== stuck) return;
      client = connect(address);
      void retire(stuck);
    },
    close: () => retire(client),
  };
}
