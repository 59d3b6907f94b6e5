import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** The way from a browser to the product, which can be cut, and over which the portal can be updated. */
export interface Gateway {
  readonly origin: string;
  readonly cut: () => void;
  readonly mend: () => void;
  /** From now on the service worker is that of another build. */
  readonly update: () => void;
  readonly stop: () => Promise<void>;
}

const WORKER = '/service-worker.js';
/** As SvelteKit writes it into what it builds: the time of the build in milliseconds. */
const VERSION = /version:`\d+`/;

async function answerUpdated(from: IncomingMessage, response: ServerResponse): Promise<void> {
  const script = Buffer.concat(await from.toArray()).toString();
  if (!VERSION.test(script)) throw new Error('The service worker names no version');
  response.writeHead(200, { 'content-type': 'text/javascript' }).end(script.replace(VERSION, 'version:`1`'));
}

export async function openGateway(to: string): Promise<Gateway> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let [isCut, isUpdated] = [false, false];

  const server = createServer((incoming, response) => {
    const { method, url, headers } = incoming;
    const replaced = isUpdated && url === WORKER;
    const wanted = replaced ? { 'accept-encoding': 'identity' } : headers;
    const outgoing = request({ hostname, port, method, path: url, headers: wanted }, (from) => {
      if (replaced) return void answerUpdated(from, response);
      response.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket) => {
    const upstream = connect(Number(port), hostname);
    const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
    for (let n = 0; n < incoming.rawHeaders.length; n += 2)
      lines.push(`${incoming.rawHeaders[n]}: ${incoming.rawHeaders[n + 1]}`);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.pipe(upstream).pipe(socket);
    socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  server.on('connection', (socket) => {
    if (isCut) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => (isCut = false),
    update: () => (isUpdated = true),
    async stop() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
