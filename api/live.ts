import type { IncomingHttpHeaders, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ServerOptions } from 'socket.io';
import { ACCESS_COOKIE, cookieOf } from '#api/auth/cookies.ts';
import type { Identity } from '#api/auth/identify.ts';
import type { RowChange } from '#projections/write.ts';
import { isProblem, problem } from './problems.ts';
import { createPublisher } from './live/publish.ts';
import { sessionRoom } from './live/screens.ts';
import type { LiveReads, LiveServer, LiveSocket } from './live/server.ts';
import { createTeller } from './live/teller.ts';
import { attend } from './live/watching.ts';
import type { Log } from './log.ts';

type Adapter = NonNullable<ServerOptions['adapter']>;

export interface LiveParts {
  readonly server: HttpServer;
  readonly identity: Identity;
  readonly reads: LiveReads;
  readonly position: () => bigint;
  readonly corsOrigins: readonly string[];
  readonly userChanged: (userId: string) => void;
  /** Carries rooms across processes; absent: there is only this one. */
  readonly adapter?: Adapter;
  readonly log: Log;
}

export interface Live {
  readonly publish: (changes: readonly RowChange[], position: bigint) => void;
  /** Tells the sockets of these sessions that they are over. */
  readonly end: (sessionIds: readonly string[]) => void;
  readonly sockets: () => number;
  readonly stop: () => Promise<void>;
}

interface Handshake {
  readonly headers: IncomingHttpHeaders;
  readonly auth: Readonly<Record<string, unknown>>;
}

/** A cookie goes with what any page asks, so the page must be ours. */
function ownPage({ headers }: Handshake, corsOrigins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || corsOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function tokenOf(handshake: Handshake, corsOrigins: readonly string[]): string | undefined {
  const { token } = handshake.auth;
  if (typeof token === 'string') return token;
  return ownPage(handshake, corsOrigins) ? cookieOf(handshake.headers.cookie, ACCESS_COOKIE) : undefined;
}

export function createLive(parts: LiveParts): Live {
  const { identity, reads, log } = parts;
  const io: LiveServer = new Server(parts.server, {
    serveClient: false,
    maxHttpBufferSize: 16_384,
    cors: { origin: [...parts.corsOrigins], credentials: true },
    ...(parts.adapter ? { adapter: parts.adapter } : {}),
  });
  const onFault = (error: unknown): void => log.error('a change could not be sent', { error });
  const teller = createTeller(io, reads);
  const toOthers: LiveServer['serverSideEmit'] = (...event) =>
    parts.adapter ? io.serverSideEmit(...event) : false;
  const publisher = createPublisher({
    io,
    reads,
    teller,
    toOthers,
    userChanged: parts.userChanged,
    onFault,
  });

  const identify = ({ handshake }: LiveSocket) => {
    const token = tokenOf(handshake, parts.corsOrigins);
    return token === undefined ? Promise.resolve(problem('signed-out')) : identity.ofToken(token);
  };
  io.use((socket, next) => {
    identify(socket).then((viewer) => {
      if (isProblem(viewer)) {
        next(Object.assign(new Error(viewer.title), { data: viewer }));
        return;
      }
      socket.data.viewer = viewer;
      next();
    }, next);
  });
  io.on('connection', (socket) => {
    attend(socket, { reads, position: parts.position }, onFault);
    // It may have lost its rights after it was let in and before it could be found in its rooms.
    identify(socket).then((viewer) => {
      if (isProblem(viewer)) socket.disconnect(true);
    }, onFault);
  });
  io.on('touched', (touched, position) => void teller.tell(touched, position).catch(onFault));
  io.on('userChanged', parts.userChanged);

  return {
    publish: publisher.publish,
    end: (sessionIds) => {
      for (const sessionId of sessionIds) {
        io.in(sessionRoom(sessionId)).emit('signedOut', {});
        io.in(sessionRoom(sessionId)).disconnectSockets(true);
      }
    },
    sockets: () => io.engine.clientsCount,
    stop: async () => {
      publisher.stop();
      await io.close();
    },
  };
}
