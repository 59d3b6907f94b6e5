import type { Commits } from './commits.ts';
import type { Outcome } from './model.ts';
import type { Store } from './store.ts';
import { isFatal, refusalMessage } from './storageFault.ts';
import type { Writer } from './writer.ts';

const GROUP_BYTES = 8 * 1024 * 1024;
const GROUP_JOBS = 128;

/** `deadline` is milliseconds since 1970; past it the job is answered with a time-out and not run. */
export type Job = {
  size: number;
  deadline: number;
  run: (writer: Writer) => Outcome;
  answer: (outcome: Outcome) => void;
};

export type Ledger = {
  store: Store;
  writer: Writer;
  commits: Commits;
  /** After a commit that wrote something, before its answers. */
  onCommit: () => void;
  onFault: (fault: Error) => void;
};

/** Writes everything that waits in one transaction: one fsync for all, and no answer before it. */
export function createGroupCommit({ store, writer, commits, onCommit, onFault }: Ledger) {
  let waiting: Job[] = [];
  let scheduled = false;
  let fault: Error | undefined;

  function takeGroup(): Job[] {
    let bytes = 0;
    const end = waiting.findIndex((job) => (bytes += job.size) > GROUP_BYTES);
    const group = end < 0 ? waiting : waiting.slice(0, Math.max(1, end));
    waiting = end < 0 ? [] : waiting.slice(group.length);
    return group;
  }

  function undo(error: unknown): Outcome {
    store.rollback();
    writer.reset();
    if (isFatal(error)) {
      fault = error;
      onFault(error);
    }
    return { kind: 'refused', message: refusalMessage(error) };
  }

  function write(group: Job[]): Outcome[] {
    const now = Date.now();
    try {
      store.begin();
      const outcomes = group.map((job): Outcome =>
        job.deadline < now ? { kind: 'timeout' } : job.run(writer),
      );
      store.commit();
      return outcomes;
    } catch (error) {
      const refused = undo(error);
      return group.map(() => refused);
    }
  }

  function flush(): void {
    scheduled = false;
    const group = takeGroup();
    if (group.length === 0) return;
    const outcomes = write(group);
    if (waiting.length > 0) schedule();
    const touched = writer.settle();
    if (touched.size > 0) {
      onCommit();
      commits.announce(touched);
    }
    for (const [index, outcome] of outcomes.entries()) group[index]?.answer(outcome);
  }

  /** A group is closed by a turn of the event loop that brings nothing more; a large one is, so that its callers go on. */
  function gather(seen: number): void {
    if (waiting.length > seen && waiting.length < GROUP_JOBS) setImmediate(gather, waiting.length);
    else flush();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(gather, 0);
  }

  function submit(job: Job): void {
    if (fault) {
      job.answer({ kind: 'refused', message: refusalMessage(fault) });
      return;
    }
    waiting.push(job);
    schedule();
  }

  /** Commits what waits, at once. */
  function drain(): void {
    while (waiting.length > 0) flush();
  }

  return { submit, drain };
}

export type GroupCommit = ReturnType<typeof createGroupCommit>;
