import { request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLimits } from '#api/http/limits.ts';
import { openRoute } from '#api/http/route.ts';
import { createLog } from '#api/log.ts';
import { createMetrics } from '#api/metrics.ts';
import { JournalUnavailable } from '#eventstore/journal.ts';
import { openDatabase } from '#projections/database.ts';
import { startApp } from '#tests/support/app.ts';
import { clientAt } from '#tests/support/client.ts';
import { isProblem } from '#tests/support/isProblem.ts';

describe('What nobody foresaw', () => {
  const config = readConfig({ REQUEST_TIMEOUT_SECONDS: '1' });
  const thrown = {
    secret: new Error('password=hunter2 at /srv/daybook'),
    journal: new JournalUnavailable('gone'),
  };
  const nowhere = openDatabase({ url: 'mysql://root@127.0.0.1:1/daybook' });
  afterAll(() => nowhere.destroy());
  const failing = (path: `/${string}`, handle: () => Promise<never>) =>
    openRoute({ method: 'get', path, summary: '', access: { to: 'anyone' }, answers: {}, handle });
  const routes = [
    failing('/api/secret', () => Promise.reject(thrown.secret)),
    failing('/api/journal', () => Promise.reject(thrown.journal)),
    failing('/api/database', () => nowhere.raw('select 1').then(() => Promise.reject(new Error('answered')))),
    failing('/api/never', () => new Promise(() => undefined)),
  ];
  const server = createApp({
    config,
    routes,
    probes: [],
    limits: createLimits(config),
    log: createLog('silent'),
    metrics: createMetrics(),
    portal: () => undefined,
    surroundings: {
      identify: () => Promise.reject(new Error('nobody is asked')),
      refusal: () => undefined,
      waitFor: () => Promise.resolve(undefined),
      kept: (_route, _call, make) => make(),
    },
  }).listen(0, '127.0.0.1');
  afterAll(() => server.close());
  const client = () => {
    const address = server.address();
    return clientAt(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  };

  it('is a 500 that tells nothing of the inside', async () => {
    const answer = await client().get('/api/secret');
    isProblem(answer, 500, 'fault');
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|srv|Error|stack/);
  });

  it('is a 503 with Retry-After while the journal is away', async () => {
    const answer = await client().get('/api/journal');
    isProblem(answer, 503, 'unavailable');
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('is a 503 while the database is away', async () => {
    isProblem(await client().get('/api/database'), 503, 'unavailable');
  });

  it('is a 503 when an answer takes too long', async () => {
    const answer = await client().get('/api/never');
    isProblem(answer, 503, 'timed-out');
  });
});

describe('A request that never ends', () => {
  it('does not keep the server: its connection is closed', async () => {
    const other = await startApp({ REQUEST_TIMEOUT_SECONDS: '1' });
    const { port } = new URL(other.url);
    const closed = new Promise<string>((resolve) => {
      const slow = request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/auth/login',
        headers: { 'content-type': 'application/json', 'content-length': 100 },
      });
      slow.on('response', (response) => resolve(String(response.statusCode)));
      slow.on('error', () => resolve('closed'));
      slow.write('{');
    });
    expect(['closed', '408', '503']).toContain(await closed);
    await other.stop();
  });
});
