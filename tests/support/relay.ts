import { connect as dial, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';

/** Stands between a client and a server on a unix socket, and can swallow what the server says. */
export interface Relay {
  readonly address: string;
  /** Nothing that the server says from now on arrives. */
  swallow(): void;
  /** New connections go through again; those of before stay dumb. */
  pass(): void;
  /** Ends all connections, as a server that is killed does. */
  cut(): void;
  connections(): number;
  stop(): Promise<void>;
}

export async function startRelay(directory: string, target: string): Promise<Relay> {
  const sockets = new Set<Socket>();
  const path = join(directory, 'r');
  let dumb = false;
  let connections = 0;

  const server = createServer((near) => {
    connections += 1;
    const far = dial(target.replace(/^unix:/, ''));
    let silenced = dumb;
    far.on('data', (bytes) => {
      silenced ||= dumb;
      if (!silenced) near.write(bytes);
    });
    near.on('data', (bytes) => far.write(bytes));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(path);
  await once(server, 'listening');

  return {
    address: `unix:${path}`,
    swallow: () => (dumb = true),
    pass: () => (dumb = false),
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    connections: () => connections,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
