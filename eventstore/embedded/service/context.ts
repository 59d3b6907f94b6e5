import type { Commits } from '../store/commits.ts';
import type { GroupCommit } from '../store/groupCommit.ts';
import type { Store } from '../store/store.ts';
import type { Streams } from '../store/streams.ts';
import type { OpenCalls } from './calls.ts';

/** What the handlers work with. `lastPosition` is the last one committed. */
export type Context = {
  store: Store;
  streams: Streams;
  commits: Commits;
  groupCommit: GroupCommit;
  calls: OpenCalls;
  lastPosition: () => number;
};
