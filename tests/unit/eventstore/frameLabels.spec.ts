import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { streamIn, typeIn } from '#eventstore/embedded/store/frameLabels.ts';
import { encodeFrame } from '#eventstore/embedded/store/record.ts';

describe('The labels of a frame', () => {
  it('are those that were written, whatever else is in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uint8Array({ maxLength: 300 }), (stream, type, data) => {
        const event = {
          id: randomBytes(16),
          type,
          contentType: 'application/json',
          data,
          customMetadata: data,
        };
        const frame = encodeFrame(event, { stream, revision: 300, position: 70_000, created: Date.now() });
        expect([streamIn(frame), typeIn(frame)]).toEqual([stream, type]);
      }),
    );
  });
});
