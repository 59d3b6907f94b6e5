import { promisify } from 'node:util';
import { gzip as gzipWith } from 'node:zlib';
import { hash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import type { Problem } from '#api/contract/problem.ts';
import { isProblem } from '#api/problems.ts';
import { isStaff } from '#domain/role.ts';
import type { Surroundings } from './handlers.ts';
import { jsonTextOf, type Reply, type Viewer } from './route.ts';
import type { VersionOf } from './versions.ts';
import { namesViewer } from './viewerNamed.ts';

const KEPT_BYTES = 64 * 1024 * 1024;
const WORTH_COMPRESSING = 1_400;

const gzip = promisify(gzipWith);

interface Kept {
  readonly version: string;
  readonly etag: string;
  readonly plain: Buffer;
  zipped?: Promise<Buffer>;
}

/** Viewers of one class get the same answer; a requester, and whoever asks for what is theirs, gets one of their own. */
const classOf = (viewer: Viewer, question: unknown): string =>
  isStaff(viewer.role) && !namesViewer(question) ? viewer.role : `${viewer.role} ${viewer.userId}`;

const acceptsGzip = (request: Request): boolean => /\bgzip\b/.test(request.get('Accept-Encoding') ?? '');

async function replyOf(kept: Kept, request: Request): Promise<Reply> {
  const headers: Record<string, string> = {
    ETag: kept.etag,
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'application/json; charset=utf-8',
    Vary: 'Authorization, Cookie, Accept-Encoding',
  };
  if (request.get('If-None-Match') === kept.etag) return { status: 304, headers };
  if (kept.plain.length < WORTH_COMPRESSING || !acceptsGzip(request))
    return { status: 200, headers, body: kept.plain };
  kept.zipped ??= gzip(kept.plain, { level: 5 });
  return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: await kept.zipped };
}

/**
 * Keeps the answers of routes that name their projections, one for each class of viewers and URL, for as long as
 * none of them has changed. The version is read before the rows are, so an answer is never newer by name than by
 * content.
 */
export function createKeeper(versionOf: VersionOf): Surroundings['kept'] {
  const answers = new LRUCache<string, Kept>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ plain }) => plain.length * 2 + 500,
  });
  const underway = new Map<string, Promise<Kept | Reply | Problem>>();
  const started = randomBytes(6).toString('base64url');

  const make = async (key: string, version: string, ask: () => Promise<Reply | Problem>) => {
    const reply = await ask();
    if (isProblem(reply) || reply.status !== 200) return reply;
    const tag = hash('sha256', `${started} ${version} ${key}`, 'base64url');
    const kept: Kept = { version, etag: `W/"${tag}"`, plain: Buffer.from(jsonTextOf(reply.body)) };
    answers.set(key, kept);
    return kept;
  };

  const once = (key: string, version: string, ask: () => Promise<Reply | Problem>) => {
    const name = `${version} ${key}`;
    const running = underway.get(name);
    if (running) return running;
    const one = make(key, version, ask).finally(() => underway.delete(name));
    underway.set(name, one);
    return one;
  };

  return async (route, { request, viewer, query }, ask) => {
    if (!route.keptWhile || !viewer) return ask();
    const version = versionOf(route.keptWhile);
    const key = `${classOf(viewer, query)} ${request.originalUrl}`;
    const known = answers.get(key);
    const kept = known?.version === version ? known : await once(key, version, ask);
    return 'plain' in kept ? replyOf(kept, request) : kept;
  };
}
