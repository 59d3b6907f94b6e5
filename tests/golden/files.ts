import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from '#domain/catalogue.ts';
import type { StoredEvent } from '#eventstore/eventStore.ts';

export const FOLDER = join(import.meta.dirname, 'events');

/** An event as it stands in the journal, encrypted under the golden keys, and its data in the words of that day. */
const golden = z.object({
  stored: z.object({
    id: z.string(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    metadata: z.looseObject({ v: z.int() }),
    stream: z.string(),
    revision: z.string(),
    position: z.string(),
    created: z.string(),
  }),
  means: z.record(z.string(), z.unknown()),
});
export type Golden = z.infer<typeof golden>;

export const fileOf = (type: string, version: number): string => `${type}.v${version}.json`;

/** Every version that was ever written, of every type. */
export const wanted = (): string[] =>
  Object.entries(catalogue).flatMap(([type, { version }]) =>
    Array.from({ length: version }, (_, n) => fileOf(type, n + 1)),
  );

export const present = (): string[] => readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

export const read = (file: string): Golden =>
  golden.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));

export const storedOf = ({ stored }: Golden): StoredEvent => ({
  ...stored,
  revision: BigInt(stored.revision),
  position: BigInt(stored.position),
  created: new Date(stored.created),
});
