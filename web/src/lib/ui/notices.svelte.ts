export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'success' | 'danger';
  readonly link?: { readonly href: string; readonly label: string } | undefined;
  /** What can be done about it, once. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

type More = Pick<Notice, 'link' | 'action'>;

const SHOWN_MS = 7_000;
/** Long enough to think about taking it back. */
const OFFERED_MS = 20_000;

class Notices {
  list = $state<readonly Notice[]>([]);
  #last = 0;

  /** Shows a sentence for some seconds; failures stay until they are dismissed. */
  say(text: string, tone: Notice['tone'] = 'info', more: More = {}): void {
    const id = ++this.#last;
    this.list = [...this.list.slice(-3), { id, text, tone, ...more }];
    if (tone !== 'danger') setTimeout(() => this.dismiss(id), more.action ? OFFERED_MS : SHOWN_MS);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
