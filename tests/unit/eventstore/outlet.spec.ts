import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createOutlet, type ReadMessage } from '#eventstore/embedded/service/outlet.ts';

const message = (text: string): ReadMessage => Buffer.from(text);

/** A reader that takes what it is sent only when it is told to. */
class Reader extends EventEmitter {
  readonly cancelled = false;
  readonly destroyed = false;
  readonly written: string[][] = [];
  readonly #waiting: (() => void)[] = [];

  write(messages: readonly ReadMessage[], sent: () => void): boolean {
    this.written.push(messages.map(String));
    this.#waiting.push(sent);
    return true;
  }

  take(): void {
    this.#waiting.shift()?.();
  }
}

const isDone = async (promise: Promise<unknown>): Promise<boolean> => {
  const turns = (async () => {
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    return false;
  })();
  return Promise.race([promise.then(() => true), turns]);
};

it('sends what has gathered as one, and one more before the reader has taken it, but no third', async () => {
  const reader = new Reader();
  const outlet = createOutlet(reader, new AbortController().signal, false);
  outlet.send(message('a'));
  outlet.send(message('b'));
  expect(reader.written).toEqual([]);
  await outlet.ready();
  outlet.send(message('c'));
  const second = outlet.ready();
  expect(await isDone(second)).toBe(false);
  expect(reader.written).toEqual([['a', 'b'], ['c']]);
  reader.take();
  expect(await isDone(second)).toBe(true);
});

it('waits no longer for a reader that has gone, and sends it nothing', async () => {
  const reader = new Reader();
  const gone = new AbortController();
  const outlet = createOutlet(reader, gone.signal, false);
  outlet.send(message('a'));
  await outlet.ready();
  outlet.send(message('b'));
  const second = outlet.ready();
  gone.abort();
  expect(await isDone(second)).toBe(true);
  outlet.send(message('c'));
  await outlet.ready();
  expect(reader.written).toEqual([['a'], ['b']]);
});

it('sends the last of what was read when it is told to', () => {
  const reader = new Reader();
  const outlet = createOutlet(reader, new AbortController().signal, false);
  outlet.send(message('a'));
  outlet.flush();
  outlet.flush();
  expect(reader.written).toEqual([['a']]);
});
