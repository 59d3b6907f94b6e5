import type { Socket } from 'socket.io-client';
import { renewSession } from '#lib/api/browser.ts';
import type {
  Changed,
  ClientToServer,
  CountsAnswer,
  LiveTable,
  Screen,
  ServerToClient,
  WatchAnswer,
} from '#lib/contract.ts';

export interface Listener {
  /** A row as it is now; null: gone. */
  changed?(change: Changed): void;
  /** Many rows of a table changed: fetch again. */
  refresh?(table: LiveTable): void;
  /** The connection stands (again) at this position: what is older must be fetched. */
  standing?(position: string): void;
}

type Connection = Socket<ServerToClient, ClientToServer>;
type Status = 'idle' | 'connecting' | 'live' | 'lost';

const RETRY_MS = 5_000;

const keyOf = (screen: Screen): string =>
  screen.screen === 'ticket' ? `ticket ${screen.ticketId}` : screen.screen;

/** One socket for all screens: who watches what, again after every reconnect. */
export class Live {
  status = $state<Status>('idle');
  counts = $state.raw<CountsAnswer | undefined>(undefined);
  #socket: Connection | undefined;
  readonly #watched = new Map<string, { screen: Screen; listeners: Set<Listener> }>();
  readonly #onSignedOut: () => void;

  constructor(onSignedOut: () => void) {
    this.#onSignedOut = onSignedOut;
  }

  /** Opens the connection; gives what closes it. */
  start(): () => void {
    let stopped = false;
    this.status = 'connecting';
    void import('socket.io-client').then(({ io }) => {
      if (stopped) return;
      this.#socket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 5_000 });
      this.#listen(this.#socket);
    });
    return () => {
      stopped = true;
      this.#socket?.disconnect();
      this.#socket = undefined;
      this.status = 'idle';
    };
  }

  /** Hears what changes on a screen; gives what ends it. */
  watch(screen: Screen, listener: Listener): () => void {
    const key = keyOf(screen);
    const watched = this.#watched.get(key) ?? { screen, listeners: new Set() };
    watched.listeners.add(listener);
    this.#watched.set(key, watched);
    if (watched.listeners.size === 1) this.#ask(key);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      this.#watched.delete(key);
      if (this.#socket?.connected) this.#socket.emit('unwatch', screen, () => undefined);
    };
  }

  #listen(socket: Connection): void {
    socket.on('connect', () => {
      this.status = 'live';
      for (const key of this.#watched.keys()) this.#ask(key);
    });
    socket.on('disconnect', (reason) => {
      this.status = 'lost';
      if (reason === 'io server disconnect') void this.#renew(socket);
    });
    socket.on('connect_error', () => {
      this.status = 'lost';
      if (!socket.active) void this.#renew(socket);
    });
    socket.on('changed', (change) => this.#each((listener) => listener.changed?.(change)));
    socket.on('refresh', ({ table }) => this.#each((listener) => listener.refresh?.(table)));
    socket.on('counts', (counts) => (this.counts = counts));
    socket.on('signedOut', () => this.#onSignedOut());
  }

  async #renew(socket: Connection): Promise<void> {
    const renewal = await renewSession();
    if (this.#socket !== socket) return;
    if (renewal === 'ended') this.#onSignedOut();
    else if (renewal === 'renewed') socket.connect();
    else setTimeout(() => this.#socket === socket && socket.connect(), RETRY_MS);
  }

  #ask(key: string): void {
    const watched = this.#watched.get(key);
    if (!watched || !this.#socket?.connected) return;
    this.#socket.emit('watch', watched.screen, (answer: WatchAnswer) => {
      if (answer.ok) for (const listener of watched.listeners) listener.standing?.(answer.position);
    });
  }

  #each(tell: (listener: Listener) => void): void {
    for (const { listeners } of this.#watched.values()) for (const listener of listeners) tell(listener);
  }
}
