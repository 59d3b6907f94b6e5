import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { signIns, technicians } from '#cli/demo/people.ts';
import { ask, signIn, startBusyDesk } from './desk.ts';
import { figure, percentile, type Benchmark } from './figure.ts';

const CHANGES = 300;
const LATEST_MS = 5_000;

const page = z.object({
  items: z.array(z.object({ ticketId: z.string(), assigneeId: z.string().nullable() })),
});
const given = z.object({ position: z.string() });
const changed = z.object({ table: z.string(), key: z.string(), position: z.string() });

async function watchingQueue(origin: string): Promise<Socket> {
  const token = await signIn(origin, signIns[2]);
  const socket = io(origin, { auth: { token }, transports: ['websocket'], reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
  const answer: unknown = await socket.timeout(LATEST_MS).emitWithAck('watch', { screen: 'queue' });
  z.object({ ok: z.literal(true) }).parse(answer);
  return socket;
}

/** When the row of a ticket has changed in this socket. */
function rowChange(socket: Socket, ticketId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('a change did not arrive')), LATEST_MS);
    const look = (message: unknown): void => {
      const { table, key } = changed.parse(message);
      if (table !== 'ticket_queue' || key !== ticketId) return;
      socket.off('changed', look);
      clearTimeout(late);
      resolve(performance.now());
    };
    socket.on('changed', look);
  });
}

/** From sending a command until its change is in another person's socket. */
async function oneChange(
  origin: string,
  token: string,
  socket: Socket,
  assignment: { ticketId: string; assigneeId: string },
): Promise<number> {
  const arrived = rowChange(socket, assignment.ticketId);
  const sent = performance.now();
  const answer = await fetch(`${origin}/api/tickets/${assignment.ticketId}/assign`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ assigneeId: assignment.assigneeId }),
  });
  given.parse(await answer.json());
  return (await arrived) - sent;
}

/** A command by one technician until the row has changed in the socket of another, on MariaDB with 100,000 tickets. */
export const liveBenchmark: Benchmark = {
  name: 'live',
  async measure() {
    const { product, stop } = await startBusyDesk();
    try {
      const { origin } = product;
      const token = await signIn(origin);
      const socket = await watchingQueue(origin);
      const { items } = await ask(`${origin}/api/tickets?status=Open&limit=50&sort=-updatedAt`, token, page);
      const took: number[] = [];
      for (let n = 0; n < CHANGES; n++) {
        const ticket = items[n % items.length];
        const round = Math.floor(n / items.length);
        const assignee = technicians.filter(({ id }) => id !== ticket?.assigneeId)[round % 2];
        if (!ticket || !assignee) throw new Error('there is nobody to assign to');
        took.push(
          await oneChange(origin, token, socket, { ticketId: ticket.ticketId, assigneeId: assignee.id }),
        );
      }
      socket.disconnect();
      return [figure('live.p50', percentile(took, 50), 'ms'), figure('live.p95', percentile(took, 95), 'ms')];
    } finally {
      await stop();
    }
  },
};
