import { untrack } from 'svelte';
import { api } from '#lib/api/browser.ts';
import type { CountsAnswer } from '#lib/contract.ts';
import type { Live } from '#lib/live/live.svelte.ts';
import { isLater } from '#lib/live/position.ts';

/** Keeps the counts beside the views as they are, on whatever screen one is; gives what ends it. */
export const followCounts = (live: Live, loadedAt: () => string | undefined): (() => void) =>
  live.watch(
    { screen: 'counts' },
    {
      standing: (position) => {
        const known = untrack(() => live.counts?.position ?? loadedAt());
        if (known !== undefined && !isLater(position, known)) return;
        void api
          .get<CountsAnswer>('/tickets/counts')
          .then((answer) => answer.ok && live.takeCounts(answer.value));
      },
    },
  );
