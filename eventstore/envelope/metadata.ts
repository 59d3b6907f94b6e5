import { z } from 'zod';
import { userId } from '#domain/ids.ts';
import { role } from '#domain/role.ts';
import type { Metadata } from '../journal.ts';

/** As it stands in the journal; the names with `$` are those that the server itself knows. */
const storedMetadata = z.object({
  commandId: z.string(),
  command: z.string(),
  actorId: userId.nullable(),
  actorRole: z.union([role, z.literal('desk')]),
  $correlationId: z.string(),
  $causationId: z.string().optional(),
  occurredAt: z.iso.datetime(),
  v: z.int().positive(),
});

export function encodeMetadata(meta: Metadata, version: number): z.input<typeof storedMetadata> {
  const { commandId, command, actorId, actorRole, correlationId, causationId, occurredAt } = meta;
  return {
    commandId,
    command,
    actorId,
    actorRole,
    $correlationId: correlationId,
    ...(causationId === null ? {} : { $causationId: causationId }),
    occurredAt,
    v: version,
  };
}

/** Throws a ZodError where it is not the desk's metadata. */
export function decodeMetadata(stored: unknown): { meta: Metadata; version: number } {
  const { $correlationId, $causationId, v, ...rest } = storedMetadata.parse(stored);
  return {
    meta: { ...rest, correlationId: $correlationId, causationId: $causationId ?? null },
    version: v,
  };
}
