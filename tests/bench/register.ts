import { ask, signIn, startBusyDesk, type BusyDesk } from './desk.ts';
import { figure, percentile, type Benchmark, type Figure } from './figure.ts';
import { OLD_TIMER } from './things.ts';
import { load } from './wrk.ts';
import { z } from 'zod';

const CONNECTIONS = 16;
const PAGES = 400;
const LIVES = 300;
const views = ['stage=InStock', 'stage=CheckedOut&sort=dueOn', 'sort=tag', 'sort=-updatedAt', 'q=latitude'];

const page = z.object({ items: z.array(z.object({ equipmentId: z.string() })), next: z.string().nullable() });
const life = z.object({ items: z.array(z.object({ revision: z.string() })) });

/** Pages of all views, each from the cursor of the one before. */
async function pages({ product }: BusyDesk, token: string): Promise<string[]> {
  const paths: string[] = [];
  for (const view of views) {
    let cursor = '';
    for (let n = 0; n < PAGES / views.length; n++) {
      const path = `/api/equipment?${view}&limit=50${cursor}`;
      paths.push(`GET ${path}`);
      const { next } = await ask(product.origin + path, token, page);
      if (next === null) break;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }
  return paths;
}

async function pressed({ product }: BusyDesk, token: string, requests: readonly string[]) {
  const options = { origin: product.origin, requests, token, connections: CONNECTIONS };
  await load({ ...options, seconds: 3 });
  return load({ ...options, seconds: 10 });
}

async function lives({ product }: BusyDesk, token: string): Promise<Figure[]> {
  const took: number[] = [];
  const url = `${product.origin}/api/equipment/${OLD_TIMER.id}/history`;
  for (let n = 0; n < LIVES; n++) {
    const started = performance.now();
    const { items } = await ask(url, token, life);
    took.push(performance.now() - started);
    if (items.length !== OLD_TIMER.events) throw new Error('the life of the thing is not whole');
  }
  return [
    figure('register.life.p50', percentile(took, 50), 'ms'),
    figure('register.life.p95', percentile(took, 95), 'ms'),
  ];
}

/** A page of 50 out of 100,000 things, signed in, on MariaDB: one again and again, and many; a life of 500 events. */
export const registerBenchmark: Benchmark = {
  name: 'register',
  async measure() {
    const desk = await startBusyDesk();
    try {
      const token = await signIn(desk.product.origin);
      const hot = await pressed(desk, token, ['GET /api/equipment?stage=InStock&sort=tag&limit=50']);
      const many = await pressed(desk, token, await pages(desk, token));
      return [
        figure('register.hot', hot.perSecond, 'requests/s'),
        figure('register.hot.p95', hot.p95, 'ms'),
        figure('register.many', many.perSecond, 'requests/s'),
        ...(await lives(desk, token)),
      ];
    } finally {
      await desk.stop();
    }
  },
};
