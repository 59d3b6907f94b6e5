import { isLater } from './position.ts';
import { Watches, type Listener } from './watches.ts';
import type { Socket } from 'socket.io-client';
import { renewSession } from '#lib/api/browser.ts';
import type { ClientToServer, CountsAnswer, Screen, ServerToClient, WatchAnswer } from '#lib/contract.ts';

type Connection = Socket<ServerToClient, ClientToServer>;
type Status = 'idle' | 'connecting' | 'live' | 'lost';

const RETRY_MS = 5_000;

/** One socket for all screens: who watches what, again after every reconnect. */
export class Live {
  status = $state<Status>('idle');
  counts = $state.raw<CountsAnswer | undefined>(undefined);
  #socket: Connection | undefined;
  readonly #watches = new Watches();
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
    if (this.#watches.add(screen, listener)) this.#ask(screen);
    return () => {
      const isLast = this.#watches.remove(screen, listener);
      if (isLast && this.#socket?.connected) this.#socket.emit('unwatch', screen, () => undefined);
    };
  }

  takeCounts(counts: CountsAnswer): void {
    if (!this.counts || !isLater(this.counts.position, counts.position)) this.counts = counts;
  }

  #listen(socket: Connection): void {
    socket.on('connect', () => {
      this.status = 'live';
      for (const screen of this.#watches.screens()) this.#ask(screen);
    });
    socket.on('disconnect', (reason) => {
      this.status = 'lost';
      if (reason === 'io server disconnect') void this.#renew(socket);
    });
    socket.on('connect_error', () => {
      this.status = 'lost';
      if (!socket.active) void this.#renew(socket);
    });
    socket.on('changed', (change) => this.#watches.tell((listener) => listener.changed?.(change)));
    socket.on('refresh', ({ table }) => this.#watches.tell((listener) => listener.refresh?.(table)));
    socket.on('counts', (counts) => this.takeCounts(counts));
    socket.on('signedOut', () => this.#onSignedOut());
  }

  async #renew(socket: Connection): Promise<void> {
    const renewal = await renewSession();
    if (this.#socket !== socket) return;
    if (renewal === 'ended') this.#onSignedOut();
    else if (renewal === 'renewed') socket.connect();
    else setTimeout(() => this.#socket === socket && socket.connect(), RETRY_MS);
  }

  #ask(screen: Screen): void {
    if (!this.#socket?.connected) return;
    this.#socket.emit('watch', screen, (answer: WatchAnswer) => {
      if (answer.ok) this.#watches.tell((listener) => listener.standing?.(answer.position), screen);
    });
  }
}
