import { setImmediate } from 'node:timers/promises';
import type { ReadResp } from '../protocol/generated.ts';
import type { StoredRecord } from '../store/model.ts';
import { withStructuredId } from '../store/record.ts';
import { drained, type WritableCall } from './calls.ts';

/** A ReadResp, or one already in its wire form. */
export type ReadMessage = ReadResp | Uint8Array;

type Call = WritableCall<readonly ReadMessage[]>;

/** The way to one reader: `ready` waits until it takes more, and lets others have their turn. */
export function createOutlet(call: Call, signal: AbortSignal, structuredIds: boolean) {
  let waiting: ReadMessage[] = [];
  let flowing = true;

  function send(message: ReadMessage): void {
    waiting.push(message);
  }

  function flush(): void {
    if (waiting.length > 0 && !signal.aborted) flowing = call.write(waiting);
    waiting = [];
  }

  function sendRecord(record: StoredRecord): void {
    send(structuredIds ? withStructuredId(record.frame) : record.frame);
  }

  async function ready(): Promise<void> {
    flush();
    if (flowing) await setImmediate();
    else await drained(call, signal);
    flowing = true;
  }

  return { send, sendRecord, flush, ready };
}

export type Outlet = ReturnType<typeof createOutlet>;
