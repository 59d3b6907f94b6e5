import type { Advance, Surroundings } from './advance.ts';
import type { Feed } from './feed.ts';
import { patiently, Stopped } from './patience.ts';
import type { Turns } from './turns.ts';

export interface LiveParts {
  readonly advance: Advance;
  readonly around: Surroundings;
  /** Held while a batch is folded and written. */
  readonly turns: Turns;
  readonly caughtUp: () => void;
}

/** Follows the journal until it is stopped. Throws where somebody else projects. */
export async function follow(parts: LiveParts): Promise<void> {
  const { around } = parts;
  while (!around.signal.aborted) await patiently('reading the journal', () => followFeed(parts), around);
}

async function followFeed({ advance, around, turns, caughtUp }: LiveParts): Promise<void> {
  const feed = advance.feed();
  try {
    while (!feed.stopped) await step({ advance, turns, caughtUp, feed });
    if (around.signal.aborted) throw new Stopped();
  } finally {
    await feed.stop();
    await advance.written().catch(() => undefined);
  }
}

async function step({
  advance,
  turns,
  caughtUp,
  feed,
}: Omit<LiveParts, 'around'> & { feed: Feed }): Promise<void> {
  const { events, caughtUp: reached } = await feed.take();
  await turns.take(async () => {
    await advance.take(events);
    if (reached) await advance.written();
  });
  if (!reached) return;
  caughtUp();
  await feed.arrived();
}
