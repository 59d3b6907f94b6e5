import type { Messages } from '#lib/messages/languages.ts';
import { notices } from '#lib/ui/notices.svelte.ts';
import { readDraft } from './draft.ts';

/** Sends a report that waited for the connection, on whatever page its writer is now. */
class Outbox {
  #held = 0;
  #sending = false;

  /** The report's own page sends it itself; gives what ends that. */
  hold(): () => void {
    this.#held++;
    return () => this.#held--;
  }

  async send(userId: string, m: Messages): Promise<void> {
    if (this.#held > 0 || this.#sending || !navigator.onLine || !readDraft(userId)?.sent) return;
    this.#sending = true;
    const { Report } = await import('./Report.svelte.ts');
    const report = new Report(userId);
    await report.restore();
    const number = await report.send();
    this.#sending = false;
    if (number !== undefined)
      notices.say(m.shell.reportSent(number), 'success', {
        link: { href: `/tickets/${number}`, label: m.shell.seeTicket },
      });
    else if (report.step !== 'waiting')
      notices.say(m.shell.reportStuck, 'danger', { link: { href: '/report', label: m.shell.openReport } });
  }
}

export const outbox = new Outbox();
