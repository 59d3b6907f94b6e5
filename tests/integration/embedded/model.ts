/** What a journal should do, as plainly as it can be said: the model that the real one is held against. */
export type Batch = string[];
export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;
export type Answer = { revision: number } | 'wrong-expected-version' | 'stream-deleted' | 'stream-not-found';

type Stream = {
  ids: string[];
  from: number;
  maxCount: number;
  softDeleted: boolean;
  tombstoned: boolean;
  hasMetadata: boolean;
};

const fresh = (): Stream => ({
  ids: [],
  from: 0,
  maxCount: Infinity,
  softDeleted: false,
  tombstoned: false,
  hasMetadata: false,
});

export type Window = { backwards: boolean; from: number; count: number };

export class Model {
  streams = new Map<string, Stream>();
  /** `stream@revision` of every event in $all. */
  log: string[] = [];

  stream(name: string): Stream {
    const stream = this.streams.get(name) ?? fresh();
    this.streams.set(name, stream);
    return stream;
  }

  head = (name: string): number => this.stream(name).ids.length - 1;

  private setMetadata(name: string, change: Partial<Stream>): void {
    Object.assign(this.stream(name), { from: 0, maxCount: Infinity, hasMetadata: true }, change);
    this.log.push(`$$${name}`);
  }

  private push(name: string, batch: Batch): Answer {
    const stream = this.stream(name);
    const next = stream.ids.length;
    for (const id of batch) this.log.push(`${name}@${stream.ids.push(id) - 1}`);
    if (stream.softDeleted && batch.length > 0) this.setMetadata(name, { from: next, softDeleted: false });
    return { revision: stream.ids.length - 1 };
  }

  private repeatOf(name: string, batch: Batch): Answer {
    const places = batch.map((id) => this.stream(name).ids.indexOf(id));
    if (places.length === 0 || places[0] === -1) return this.push(name, batch);
    return places.includes(-1) ? 'wrong-expected-version' : { revision: places.at(-1) ?? -1 };
  }

  append(name: string, expected: Expected, batch: Batch): Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return 'stream-deleted';
    if (expected === 'any') return this.repeatOf(name, batch);
    if (expected === 'stream_exists') {
      if (stream.softDeleted) return 'stream-deleted';
      if (stream.ids.length === 0 && !stream.hasMetadata) return 'wrong-expected-version';
      return this.repeatOf(name, batch);
    }
    return this.appendAt(name, expected === 'no_stream' ? -1 : expected, batch);
  }

  private appendAt(name: string, revision: number, batch: Batch): Answer {
    const head = this.head(name);
    if (revision > head) return 'wrong-expected-version';
    if (revision === head) return this.push(name, batch);
    return this.repeatAt(name, revision, batch);
  }

  private repeatAt(name: string, revision: number, batch: Batch): Answer {
    const { ids, softDeleted } = this.stream(name);
    const there = ids.slice(revision + 1, revision + 1 + batch.length);
    if (batch.length === 0) return 'wrong-expected-version';
    if (there.join() === batch.join()) return { revision: revision + batch.length };
    const reopens = revision === -1 && softDeleted && there[0] !== batch[0];
    return reopens ? this.push(name, batch) : 'wrong-expected-version';
  }

  private mayDelete(name: string, expected: Expected): boolean {
    const exact = expected === 'no_stream' ? -1 : expected;
    const reopens = exact === -1 && this.stream(name).softDeleted;
    return typeof exact !== 'number' || exact === this.head(name) || reopens;
  }

  delete(name: string, expected: Expected): Answer {
    const { tombstoned, hasMetadata } = this.stream(name);
    const head = this.head(name);
    if (tombstoned) return 'stream-deleted';
    if (!this.mayDelete(name, expected)) return 'wrong-expected-version';
    if (head === -1 && !hasMetadata) return 'wrong-expected-version';
    this.setMetadata(name, { from: Infinity, softDeleted: true });
    return { revision: head };
  }

  tombstone(name: string, expected: Expected): Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return 'stream-deleted';
    if (!this.mayDelete(name, expected)) return 'wrong-expected-version';
    stream.tombstoned = true;
    this.log.push(`${name}@tombstone`);
    return { revision: this.head(name) };
  }

  limit(name: string, from: number, maxCount: number): Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return 'stream-deleted';
    const { softDeleted, ids } = stream;
    this.setMetadata(name, { from, maxCount, softDeleted: false });
    if (softDeleted) this.setMetadata(name, { from: ids.length, maxCount });
    return { revision: 0 };
  }

  read(name: string, { backwards, from, count }: Window): string[] | Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return 'stream-deleted';
    if (stream.ids.length === 0 || stream.softDeleted) return 'stream-not-found';
    const first = Math.max(stream.from, stream.ids.length - stream.maxCount);
    const visible = stream.ids
      .map((id, revision) => ({ id, revision }))
      .filter(({ revision }) => revision >= first);
    const wanted = backwards
      ? visible.filter(({ revision }) => revision <= from).reverse()
      : visible.filter(({ revision }) => revision >= from);
    return wanted.slice(0, count).map(({ id }) => id);
  }
}
