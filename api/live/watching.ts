import type { Screen, WatchAnswer } from '#api/contract/live.ts';
import { problem } from '#api/problems.ts';
import { roomOf, screenAsked, sessionRoom, userRoom } from './screens.ts';
import type { LiveReads, LiveSocket } from './server.ts';

/** Rooms that one socket may be in: a screen or two each in many tabs' worth of one connection. */
const MOST_ROOMS = 100;
const LONGEST_TIMER = 2_147_483_647;

interface Watching {
  readonly reads: Pick<LiveReads, 'ticket' | 'thing' | 'stocktake'>;
  readonly position: () => bigint;
}

type Answer = (answer: WatchAnswer) => void;
type Asked = { readonly screen: Screen; readonly room: string };

function asked(socket: LiveSocket, given: unknown): Asked | undefined {
  const screen = screenAsked.safeParse(given);
  if (!screen.success) return undefined;
  const room = roomOf(screen.data, socket.data.viewer);
  return room === undefined ? undefined : { screen: screen.data, room };
}

const refusal = (): WatchAnswer => ({ ok: false, problem: problem('not-found') });

/** What a screen of one record shows to this viewer; undefined: it is not there. */
function shown({ data: { viewer } }: LiveSocket, screen: Screen, { reads }: Watching): Promise<unknown> {
  if ('ticketId' in screen) return reads.ticket(viewer, screen.ticketId);
  if ('equipmentId' in screen) return reads.thing(viewer, screen.equipmentId);
  return 'stocktakeId' in screen ? reads.stocktake(viewer, screen.stocktakeId) : Promise.resolve(screen);
}

async function watch(socket: LiveSocket, given: unknown, watching: Watching): Promise<WatchAnswer> {
  const one = asked(socket, given);
  if (!one) return refusal();
  if (socket.rooms.size >= MOST_ROOMS) return { ok: false, problem: problem('too-many') };
  if ((await shown(socket, one.screen, watching)) === undefined) return refusal();
  await socket.join(one.room);
  return { ok: true, position: String(watching.position()) };
}

const isAnswer = (given: unknown): given is Answer => typeof given === 'function';

/** A socket of a signed-in viewer: what it may ask for, and for how long. */
export function attend(socket: LiveSocket, watching: Watching, onFault: (error: unknown) => void): void {
  const { viewer } = socket.data;
  void socket.join([userRoom(viewer.userId), sessionRoom(viewer.sessionId)]);
  const left = Math.min(Math.max(viewer.expiresAt - Date.now(), 0), LONGEST_TIMER);
  const expiry = setTimeout(() => socket.disconnect(true), left);
  socket.on('disconnect', () => clearTimeout(expiry));
  socket.on('watch', (screen: unknown, answer: unknown) => {
    if (!isAnswer(answer)) return;
    watch(socket, screen, watching).then(answer, (error: unknown) => {
      onFault(error);
      answer({ ok: false, problem: problem('unavailable') });
    });
  });
  socket.on('unwatch', (screen: unknown, answer: unknown) => {
    const one = asked(socket, screen);
    if (one) void socket.leave(one.room);
    if (isAnswer(answer)) answer({ ok: true, position: String(watching.position()) });
  });
}
