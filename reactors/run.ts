import type { Outcome, Runner } from '#commands/run.ts';
import { ticketCommands } from '#commands/registry.ts';
import { streamOf } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import { closeOnSilence } from './closeOnSilence.ts';
import type { DueTicket, Effect, Timer } from './effects.ts';
import { resumeOnTime } from './resumeOnTime.ts';

const timers: readonly Timer[] = [resumeOnTime, closeOnSilence];

export interface ReactorDeps {
  readonly runner: Pick<Runner, 'run'>;
  readonly journal: Pick<Journal, 'readStream'>;
  /** Tickets that may be due at an instant (RFC 3339, UTC); one too many does no harm. */
  readonly dueTickets: (at: string) => Promise<readonly DueTicket[]>;
  /** Is this the process that reacts? */
  readonly leads: () => boolean;
  readonly now: () => string;
  readonly policy: Policy;
  /** Calls a task again and again until it is stopped. */
  readonly schedule: (task: () => Promise<void>) => { stop(): Promise<void> };
  readonly log: { error(message: string, facts: Readonly<Record<string, unknown>>): void };
}

export interface Reactors {
  /** Does all that is due now, and says on how many tickets something happened. */
  sweep(): Promise<number>;
  /** Ends the timers, after what they are doing. */
  stop(): Promise<void>;
}

async function lastOf(
  events: AsyncIterable<Recorded>,
  type: Recorded['type'],
): Promise<Recorded | undefined> {
  let last: Recorded | undefined;
  for await (const event of events) if (event.type === type) last = event;
  return last;
}

/** What the desk does by itself when the time has come. */
export function startReactors(deps: ReactorDeps): Reactors {
  const { runner, journal, now, policy, log } = deps;

  async function carryOut({ command, ticketId, cause }: Effect): Promise<Outcome<Ticket>> {
    const causing = await lastOf(journal.readStream(streamOf('ticket', ticketId)), cause);
    return runner.run(ticketCommands[command], {
      id: ticketId,
      input: {},
      actor: DESK,
      ...(causing && { causationId: causing.eventId, correlationId: causing.meta.correlationId }),
    });
  }

  async function tryTo(effect: Effect): Promise<boolean> {
    try {
      const outcome = await carryOut(effect);
      return outcome.kind === 'done' && outcome.events.length > 0;
    } catch (error) {
      log.error('The desk could not do by itself what is due.', { ...effect, error });
      return false;
    }
  }

  async function sweep(): Promise<number> {
    if (!deps.leads()) return 0;
    const moment = { at: now(), policy };
    const due = await deps.dueTickets(moment.at);
    const effects = due.flatMap((ticket) => timers.flatMap((timer) => timer(ticket, moment) ?? []));
    let done = 0;
    for (const effect of effects) if (await tryTo(effect)) done += 1;
    return done;
  }

  let sweeping: Promise<void> = Promise.resolve();
  const task = deps.schedule(() => {
    sweeping = sweep().then(
      () => undefined,
      (error: unknown) => log.error('What is due could not be found out.', { error }),
    );
    return sweeping;
  });
  return {
    sweep,
    async stop() {
      await task.stop();
      await sweeping;
    },
  };
}
