import { z } from 'zod';
import { categories } from '#cli/demo/categories.ts';
import { technicians } from '#cli/demo/people.ts';
import { rooms } from '#cli/demo/rooms.ts';
import { openEar, startBareServer, type Ear } from './bare.ts';
import { ask, signIn, startBusyDesk, type BusyDesk } from './desk.ts';
import { figure, percentile, type Benchmark, type Figure } from './figure.ts';
import { load, type Load } from './wrk.ts';

const CONNECTIONS = 16;
const SECONDS = 10;
const WARM_UP_SECONDS = 3;
/** More than the API can keep in its memory, so that each is read from the database. */
const PAGES = 1_600;
const WRITES_PER_SECOND = 20;

const HOT = '/api/tickets?status=New,Open,Pending&sort=-updatedAt&limit=50';
const SEARCHES = [
  'projector',
  'paper jam',
  'wi-fi',
  'door card',
  'laptop black screen',
  'password',
  'licence',
  'restore',
];
const SEARCH_PAGES = 5;

const page = z.object({ items: z.array(z.object({ ticketId: z.string() })), next: z.string().nullable() });

const views = [
  'status=Closed&sort=-updatedAt',
  'sort=-number',
  'sort=openedAt',
  ...Object.values(categories)
    .slice(1, 6)
    .map(({ id }) => `category=${id}&sort=-updatedAt`),
  ...rooms.slice(0, 6).map(({ id }) => `room=${id}&status=Closed&sort=-updatedAt`),
  ...technicians.slice(0, 4).map(({ id }) => `assignee=${id}&sort=-updatedAt`),
  'priority=high,urgent&sort=-priority',
];

interface Read {
  readonly path: string;
  readonly statement: string;
}

/** Everything that is asked of one running desk. */
interface Reader {
  readonly desk: BusyDesk;
  readonly token: string;
  readonly ear: Ear;
}

async function firstRead(
  { desk, token, ear }: Reader,
  path: string,
): Promise<Read & { next: string | null }> {
  let next: string | null = null;
  const statement = await ear.hear(async () => {
    ({ next } = await ask(desk.product.origin + path, token, page));
  });
  return { path, statement, next };
}

/** The first pages of a view, each from the cursor of the one before. */
async function pagesOf(reader: Reader, view: string, count: number): Promise<Read[]> {
  const reads: Read[] = [];
  let cursor = '';
  while (reads.length < count) {
    const { next, ...read } = await firstRead(reader, `/api/tickets?${view}&limit=50${cursor}`);
    reads.push(read);
    if (next === null) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return reads;
}

/** First pages of all views, then second pages, and so on, so that neighbours differ. */
async function manyPages(reader: Reader): Promise<Read[]> {
  const each = Math.ceil(PAGES / views.length);
  const columns: Read[][] = [];
  for (const view of views) columns.push(await pagesOf(reader, view, each));
  return Array.from({ length: each }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}

async function pressed(origin: string, paths: readonly string[], token?: string): Promise<Load> {
  const options = {
    origin,
    requests: paths.map((path) => `GET ${path}`),
    connections: CONNECTIONS,
    ...(token ? { token } : {}),
  };
  await load({ ...options, seconds: WARM_UP_SECONDS });
  return load({ ...options, seconds: SECONDS });
}

/** The product and the bare server, one after the other, with the same pages by the same SQL. */
async function compared(
  { product, databaseUrl }: BusyDesk,
  name: string,
  reads: readonly Read[],
): Promise<Figure[]> {
  const token = await signIn(product.origin);
  const bare = await startBareServer(
    databaseUrl,
    reads.map(({ statement }) => statement),
  );
  try {
    const paths = reads.map(({ path }) => path);
    const own = await pressed(product.origin, paths, token);
    const numbers = reads.map((_, n) => `/${n}`);
    const other = await pressed(bare.origin, numbers);
    return [
      figure(`queue.${name}`, own.perSecond, 'requests/s'),
      figure(`queue.${name}.p95`, own.p95, 'ms'),
      figure(`queue.${name}.bare`, other.perSecond, 'requests/s'),
      figure(`queue.${name}.ratio`, own.perSecond / other.perSecond, 'of bare'),
    ];
  } finally {
    await bare.stop();
  }
}

/** Assigns tickets in turn until told to stop. */
function writing({ product }: BusyDesk, token: string, ids: readonly string[]): () => Promise<void> {
  const stopping = new AbortController();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const busy = (async () => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      const started = performance.now();
      const assigneeId = technicians[Math.floor(n / ids.length) % technicians.length]?.id;
      const url = `${product.origin}/api/tickets/${ids[n % ids.length]}/assign`;
      await fetch(url, { method: 'POST', headers, body: JSON.stringify({ assigneeId }) });
      const rest = 1_000 / WRITES_PER_SECOND - (performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest)));
    }
  })();
  return () => {
    stopping.abort();
    return busy;
  };
}

async function whileOthersWrite(desk: BusyDesk): Promise<Figure[]> {
  const token = await signIn(desk.product.origin);
  const { items } = await ask(desk.product.origin + HOT, token, page);
  const stop = writing(
    desk,
    token,
    items.map(({ ticketId }) => ticketId),
  );
  const measured = await pressed(desk.product.origin, [HOT], token).finally(stop);
  return [
    figure('queue.busy', measured.perSecond, 'requests/s'),
    figure('queue.busy.p95', measured.p95, 'ms'),
  ];
}

/** Full-text searches, one after the other, each page for the first time. */
async function searched({ product }: BusyDesk): Promise<Figure[]> {
  const token = await signIn(product.origin);
  const took: number[] = [];
  for (const words of SEARCHES) {
    let cursor = '';
    for (let n = 0; n < SEARCH_PAGES; n++) {
      const started = performance.now();
      const url = `${product.origin}/api/tickets?q=${encodeURIComponent(words)}&limit=50${cursor}`;
      const { next } = await ask(url, token, page);
      took.push(performance.now() - started);
      if (next === null) break;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }
  return [
    figure('queue.search.p50', percentile(took, 50), 'ms'),
    figure('queue.search.p95', percentile(took, 95), 'ms'),
  ];
}

/**
 * A page of 50 out of 100,000 tickets, signed in, with all middleware, on MariaDB: one page again and again, many
 * different pages, one page while tickets change, and searches.
 */
export const queueBenchmark: Benchmark = {
  name: 'queue',
  async measure() {
    const desk = await startBusyDesk();
    const ear = await openEar(desk.databaseUrl);
    try {
      const reader = { desk, ear, token: await signIn(desk.product.origin) };
      const hot = await firstRead(reader, HOT);
      const many = await manyPages(reader);
      return [
        figure('queue.many.pages', many.length, 'pages'),
        ...(await compared(desk, 'many', many)),
        ...(await compared(desk, 'hot', [hot])),
        ...(await whileOthersWrite(desk)),
        ...(await searched(desk)),
      ];
    } finally {
      await ear.close();
      await desk.stop();
    }
  },
};
