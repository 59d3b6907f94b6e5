const SOFT_DELETED = Number(2n ** 63n - 1n);
const SOFT_DELETE = '{"$tb":9223372036854775807}';

/** What a reader still sees of a stream. `maxAge` is in seconds. */
export type StreamMetadata = {
  truncateBefore: number;
  maxCount: number;
  maxAge: number;
  softDeleted: boolean;
};

export const METASTREAM_METADATA: StreamMetadata = {
  truncateBefore: 0,
  maxCount: 1,
  maxAge: Infinity,
  softDeleted: false,
};
export const NO_METADATA: StreamMetadata = { ...METASTREAM_METADATA, maxCount: Infinity };
export const METADATA_TYPE = '$metadata';

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const originalOf = (metastream: string): string => metastream.slice(2);

function parseObject(data: Uint8Array): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const limit = (value: unknown, fallback: number): number =>
  typeof value === 'number' && value >= 0 ? value : fallback;

/** Data of a `$metadata` event; what is not a limit is ignored, as EventStoreDB does. */
export function parseMetadata(data: Uint8Array): StreamMetadata {
  const { $tb, $maxCount, $maxAge } = parseObject(data);
  const truncateBefore = limit($tb, 0);
  return {
    truncateBefore,
    maxCount: limit($maxCount, Infinity) || Infinity,
    maxAge: limit($maxAge, Infinity) || Infinity,
    softDeleted: truncateBefore >= SOFT_DELETED,
  };
}

export const softDeleteMetadata = (): Uint8Array => Buffer.from(SOFT_DELETE);

/** The same metadata with the truncation moved: what revives a soft-deleted stream from `revision` on. */
export const revivedMetadata = (data: Uint8Array, revision: number): Uint8Array =>
  Buffer.from(JSON.stringify({ ...parseObject(data), $tb: revision }));
