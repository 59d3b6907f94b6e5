import { newKey } from '#lib/commands/give.ts';
import type { Problem } from '#lib/contract.ts';
import { shrink } from '#lib/images/shrink.ts';
import type { About } from './about.ts';
import { dropDraft, emptyDraft, isEmpty, keepDraft, readDraft, type Draft } from './draft.ts';
import { photoStore, type Photo } from './photoStore.ts';
import { sendPhoto, sendWords } from './sendReport.ts';
import { MOST_PHOTOS, type Untaken } from './untaken.ts';

export type Step = 'writing' | 'sending' | 'photos' | 'waiting' | 'photosFailed';

/** A report from its first word until it has arrived with all its photos, whatever happens between. */
export class Report {
  draft = $state.raw() as Draft;
  photos = $state.raw<readonly Photo[]>([]);
  step = $state<Step>('writing');
  problem = $state.raw<Problem>();
  /** Of those that were added last. */
  untaken = $state.raw<readonly Untaken[]>([]);
  kept = $state(false);
  /** Of the photo that is being sent, from 0 to 1; and how many have been sent. */
  progress = $state(0);
  photosSent = $state(0);
  readonly #userId: string;

  constructor(userId: string) {
    this.#userId = userId;
    this.draft = emptyDraft(newKey());
  }

  /** Takes up what this device has kept. */
  async restore(): Promise<void> {
    const draft = readDraft(this.#userId);
    if (!draft) return;
    this.draft = draft;
    this.kept = true;
    this.photos = await photoStore.ofDraft(draft.key);
    if (draft.sent) this.step = 'waiting';
  }

  /** Begins a report about a thing; what was typed already stays. */
  begin({ equipmentId, tag, name, roomId }: About): void {
    const { draft } = this;
    const described = name === '' ? { description: draft.description || tag } : {};
    const named = equipmentId ? { equipmentIds: [equipmentId] } : { scanned: tag, ...described };
    this.draft = { ...draft, ...named, roomId: roomId ?? draft.roomId };
  }

  /** Takes in what was typed, and keeps it on this device. */
  change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.#keep();
  }

  #keep(): void {
    if (isEmpty(this.draft) && this.photos.length === 0) return;
    this.kept = keepDraft(this.#userId, this.draft);
  }

  async addPhotos(files: Iterable<File>): Promise<void> {
    this.untaken = [];
    for (const file of files) {
      const why = await this.#add(file);
      if (why) this.untaken = [...this.untaken, { name: file.name, why }];
    }
  }

  /** Why it was not taken, if it was not. */
  async #add(file: File): Promise<Untaken['why'] | undefined> {
    if (this.photos.length >= MOST_PHOTOS) return 'oneTooMany';
    const blob = await shrink(file).catch(() => undefined);
    if (!blob) return 'unreadable';
    const photo = { id: newKey(), draft: this.draft.key, blob };
    this.photos = [...this.photos, photo];
    await photoStore.keep(photo);
    this.#keep();
    return undefined;
  }

  async removePhoto(id: string): Promise<void> {
    this.photos = this.photos.filter((photo) => photo.id !== id);
    this.untaken = [];
    await photoStore.drop(id);
  }

  /** The number of the ticket once all has arrived. */
  async send(): Promise<number | undefined> {
    this.problem = undefined;
    this.draft = { ...this.draft, sent: true };
    this.#keep();
    if (!this.draft.ticket && !(await this.#sendWords())) return undefined;
    return (await this.#sendPhotos()) ? this.finish() : undefined;
  }

  /** Forgets the draft; gives the number of its ticket where there is one. */
  finish(): number | undefined {
    const { key, ticket } = this.draft;
    dropDraft(this.#userId);
    void photoStore.dropAll(key);
    this.draft = emptyDraft(newKey());
    this.photos = [];
    this.untaken = [];
    this.step = 'writing';
    this.kept = false;
    return ticket?.number;
  }

  async #sendWords(): Promise<boolean> {
    this.step = 'sending';
    const answer = await sendWords(this.draft);
    if (answer.ok) {
      const { id, number } = answer.value;
      this.draft = { ...this.draft, ticket: { id, number } };
      this.#keep();
      return true;
    }
    const arrivesLater = answer.problem.status === 0 || answer.problem.status >= 500;
    this.problem = answer.problem;
    this.step = arrivesLater ? 'waiting' : 'writing';
    if (!arrivesLater) this.draft = { ...this.draft, sent: false, key: newKey() };
    this.#keep();
    return false;
  }

  async #sendPhotos(): Promise<boolean> {
    const { ticket } = this.draft;
    if (!ticket) return false;
    this.step = 'photos';
    this.photosSent = 0;
    for (const photo of this.photos) {
      this.progress = 0;
      const answer = await sendPhoto(ticket.id, photo, (part) => (this.progress = part));
      if (!answer.ok) {
        this.problem = answer.problem;
        this.step = answer.problem.status === 0 ? 'waiting' : 'photosFailed';
        return false;
      }
      await this.removePhoto(photo.id);
      this.photosSent++;
    }
    return true;
  }
}
