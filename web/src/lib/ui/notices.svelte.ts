export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'success' | 'danger';
  readonly link?: { readonly href: string; readonly label: string } | undefined;
}

const SHOWN_MS = 7_000;

class Notices {
  list = $state<readonly Notice[]>([]);
  #last = 0;

  /** Shows a sentence for some seconds; failures stay until they are dismissed. */
  say(text: string, tone: Notice['tone'] = 'info', link?: Notice['link']): void {
    const id = ++this.#last;
    this.list = [...this.list.slice(-3), { id, text, tone, link }];
    if (tone !== 'danger') setTimeout(() => this.dismiss(id), SHOWN_MS);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
