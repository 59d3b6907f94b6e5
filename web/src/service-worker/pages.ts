import { version } from '$app/env';
import { forgetKept, isKept, keptBy, type Keeping } from '#lib/offline/kept.ts';
import { listOf, type Offered } from './listOf.ts';
import { isOfThisBuild, keepFiles } from './portal.ts';

const AT = 'daybook-kept-at';
const BUILD = 'daybook-build';
const ABOUT = 'daybook-about';
const DAY_MS = 86_400_000;
/** A connection that is too weak to answer is none. */
const PATIENCE_MS = 5_000;
const FROM_A_PROXY = [502, 504];

const underway = new Set<string>();
let forgotten = 0;

const isPage = (response: Response): boolean =>
  response.ok && !response.redirected && (response.headers.get('content-type') ?? '').startsWith('text/html');

/** Of this build, and no older than a day. */
const isGood = ({ headers }: Response): boolean =>
  headers.get(BUILD) === version && Date.now() - Date.parse(headers.get(AT) ?? '') < DAY_MS;

function marked(html: string, from: Response, { title, language, words }: Keeping): Response {
  const at = new Date().toISOString();
  const about = encodeURIComponent(JSON.stringify({ title, language, words }));
  const headers = new Headers({ [AT]: at, [BUILD]: version, [ABOUT]: about });
  for (const name of ['content-type', 'content-security-policy', 'referrer-policy'])
    headers.set(name, from.headers.get(name) ?? '');
  return new Response(html.replace('<html ', `<html data-kept="${at}" `), { headers });
}

async function fetchAndKeep(keeping: Keeping): Promise<void> {
  const before = forgotten;
  const response = await fetch(keeping.path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  // That of another build is asked for again by the worker that comes with it.
  if (!isPage(response) || !isOfThisBuild(html)) return;
  await keepFiles();
  const cache = await caches.open(keptBy(keeping.userId));
  await cache.put(keeping.path, marked(html, response, keeping));
  if (forgotten !== before) await forgetKept();
}

/** Keeps a page and all that it needs. Without a connection nothing changes. */
export async function keep(keeping: Keeping): Promise<void> {
  const key = `${keeping.userId} ${keeping.path}`;
  if (underway.has(key)) return;
  underway.add(key);
  await fetchAndKeep(keeping)
    .catch(() => undefined)
    .finally(() => underway.delete(key));
}

/** Forgets everything about everybody, also what is just being kept. */
export async function forget(): Promise<void> {
  forgotten += 1;
  await forgetKept();
}

/** What is kept for the only person of whom anything is; with two of them nobody here can tell who asks. */
async function onlyCache(): Promise<Cache | undefined> {
  const [one, another] = (await caches.keys()).filter(isKept);
  return one !== undefined && another === undefined ? caches.open(one) : undefined;
}

async function keptPage(path: string): Promise<Response | undefined> {
  const page = await (await onlyCache())?.match(path);
  return page && isGood(page) ? page : undefined;
}

async function offered(): Promise<readonly Offered[]> {
  const cache = await onlyCache();
  const requests = (await cache?.keys()) ?? [];
  const pages = await Promise.all(
    requests.map(async ({ url }) => ({ path: new URL(url).pathname, page: await cache?.match(url) })),
  );
  return pages.flatMap(({ path, page }) => {
    const about = page?.headers.get(ABOUT);
    if (!page || !about || !isGood(page)) return [];
    return [{ path, ...(JSON.parse(decodeURIComponent(about)) as Omit<Offered, 'path'>) }];
  });
}

const tooLong = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/** The page as the desk answers with it; as it was kept where the desk cannot be reached. */
export async function pageOf(request: Request): Promise<Response> {
  const answer = fetch(request).catch(() => undefined);
  const kept = await keptPage(new URL(request.url).pathname);
  if (!kept) return (await answer) ?? listOf(await offered(), request.url);
  const response = await Promise.race([answer, tooLong()]);
  return response && !FROM_A_PROXY.includes(response.status) ? response : kept;
}
