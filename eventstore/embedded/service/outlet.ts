import { setImmediate } from 'node:timers/promises';
import type { ReadResp } from '../protocol/generated.ts';
import type { StoredRecord } from '../store/model.ts';
import { withStructuredId } from '../store/record.ts';
import { drained, type WritableCall } from './calls.ts';

/** A ReadResp, or one already in its wire form. */
export type ReadMessage = ReadResp | Uint8Array;

/** The way to one reader: `ready` waits until it takes more, and lets others have their turn. */
export function createOutlet(call: WritableCall<ReadMessage>, signal: AbortSignal, structuredIds: boolean) {
  let flowing = true;

  function send(message: ReadMessage): void {
    if (!signal.aborted) flowing = call.write(message);
  }

  function sendRecord(record: StoredRecord): void {
    send(structuredIds ? withStructuredId(record.frame) : record.frame);
  }

  async function ready(): Promise<void> {
    if (flowing) await setImmediate();
    else await drained(call, signal);
    flowing = true;
  }

  return { send, sendRecord, ready };
}

export type Outlet = ReturnType<typeof createOutlet>;
