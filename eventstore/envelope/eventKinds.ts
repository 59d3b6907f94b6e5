import { z } from 'zod';
import type { Catalogue } from '#domain/event.ts';
import { personalFieldsOf, type PersonalField } from '../personalData.ts';

export type Data = Readonly<Record<string, unknown>>;

/** A shape that events of a type had once, and how its data becomes data of the next version. */
export interface OldVersion {
  readonly data: z.ZodObject;
  readonly upcast: (data: Data) => Data;
}

/** By event type, then by version. */
export type OldVersions = Readonly<Record<string, Readonly<Record<number, OldVersion>>>>;

export function oldVersion<D extends z.ZodObject>(data: D, upcast: (data: z.output<D>) => Data): OldVersion {
  return { data, upcast: upcast as OldVersion['upcast'] };
}

/** How one version of one type is read: `parse` takes decrypted data and gives the data of today, or throws a ZodError. */
export interface VersionReader {
  readonly personal: readonly PersonalField[];
  readonly parse: (data: unknown) => Data;
}

export interface EventKinds {
  /** The version that is written today. */
  version(type: string): number | undefined;
  reader(type: string, version: number): VersionReader | undefined;
}

export function eventKinds(catalogue: Catalogue, oldVersions: OldVersions): EventKinds {
  const readers = new Map<string, ReadonlyMap<number, VersionReader>>();
  for (const [type, { version, data }] of Object.entries(catalogue)) {
    const byVersion = new Map<number, VersionReader>();
    let next: VersionReader = { personal: personalFieldsOf(data), parse: (value) => data.parse(value) };
    byVersion.set(version, next);
    for (let number = version - 1; number >= 1; number -= 1) {
      const old = oldVersions[type]?.[number];
      if (!old) throw new Error(`Version ${number} of ${type} has no upcaster.`);
      const { parse } = next;
      next = {
        personal: personalFieldsOf(old.data),
        parse: (value) => parse(old.upcast(old.data.parse(value))),
      };
      byVersion.set(number, next);
    }
    readers.set(type, byVersion);
  }
  return {
    version: (type) => catalogue[type]?.version,
    reader: (type, version) => readers.get(type)?.get(version),
  };
}

/** What does not fit, for people: a line a fault. */
export const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : String(error);
