import { version } from '$app/env';
import { immutable } from '$app/manifest';

const PREFIX = 'daybook-portal-';
const OURS = `${PREFIX}${version}`;

/** Named after their content, so that one that is kept is never an old one. */
const files: ReadonlySet<string> = new Set(
  immutable.map(({ path }) => new URL(path, location.href).pathname),
);
/** What a page needs to work; fonts are kept as they are used. */
const needed = [...files].filter((path) => /\.(js|css|wasm)$/.test(path));

export const isFile = (path: string): boolean => files.has(path);

/** Is the page of this build, so that all it needs is known here? */
export const isOfThisBuild = (html: string): boolean =>
  files.size > 0 && (html.match(/\/_app\/immutable\/[\w./-]+/g) ?? []).every(isFile);

export async function keepFiles(): Promise<void> {
  const cache = await caches.open(OURS);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(needed.filter((path) => !kept.has(path)));
}

export async function fileOf(request: Request): Promise<Response> {
  const cache = await caches.open(OURS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request, response.clone());
  return response;
}

/** Forgets the files of other builds; true where there were any. */
export async function forgetOthers(): Promise<boolean> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS);
  await Promise.all(others.map((name) => caches.delete(name)));
  return others.length > 0;
}
