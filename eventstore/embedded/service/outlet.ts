import { setImmediate } from 'node:timers/promises';
import type { ReadResp } from '../protocol/generated.ts';
import type { StoredRecord } from '../store/model.ts';
import { withStructuredId } from '../store/record.ts';
import { written, type WritableCall } from './calls.ts';

/** A ReadResp, or one already in its wire form. */
export type ReadMessage = ReadResp | Uint8Array;

type Call = WritableCall<readonly ReadMessage[]>;

/** The way to one reader: `ready` sends what there is once all before it is on its way, and lets others have their turn. */
export function createOutlet(call: Call, signal: AbortSignal, structuredIds: boolean) {
  let waiting: ReadMessage[] = [];
  let sending: Promise<void> | undefined;

  function send(message: ReadMessage): void {
    waiting.push(message);
  }

  function flush(): void {
    if (waiting.length > 0 && !signal.aborted) sending = written(call, waiting, signal);
    waiting = [];
  }

  function sendRecord(record: StoredRecord): void {
    send(structuredIds ? withStructuredId(record.frame) : record.frame);
  }

  async function ready(): Promise<void> {
    const before = sending;
    flush();
    await before;
    await setImmediate();
  }

  return { send, sendRecord, flush, ready };
}

export type Outlet = ReturnType<typeof createOutlet>;
