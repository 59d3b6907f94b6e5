import { afterEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp | undefined;
afterEach(async () => app?.stop());

describe('The limits', () => {
  it('answer 429 with when to come back, and count down in the headers of draft 8', async () => {
    app = await startApp({ RATE_LIMIT_REQUESTS: '10', RATE_LIMIT_MINUTES: '1' });
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await app.get('/api/auth/setup'));
    const first = answers[0];
    expect(first?.headers.get('ratelimit-policy')).toMatch(/^"all"; q=10; w=60/);
    expect(first?.headers.get('ratelimit')).toMatch(/^"all"; r=\d+; t=\d+/);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.body.type).toBe('/problems/too-many');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await app.get('/healthz')).status).toBe(200);
  });

  it('are stricter where passwords are tried', async () => {
    app = await startApp({ RATE_LIMIT_SIGN_IN: '5' });
    const attempt = () => app?.post('/api/auth/login', { email: 'x@example.org', password: 'y' });
    const statuses = [];
    for (let n = 0; n < 8; n++) statuses.push((await attempt())?.status);
    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
    expect((await app.get('/api/auth/setup')).status).toBe(200);
  });

  it('count each reader of the portal, which asks from this machine for others, apart', async () => {
    app = await startApp({ RATE_LIMIT_REQUESTS: '4' });
    const as = (ip: string) => app?.get('/api/auth/setup', { 'x-forwarded-for': ip });
    for (let n = 0; n < 5; n++) await as('203.0.113.7');
    expect((await as('203.0.113.7'))?.status).toBe(429);
    expect((await as('203.0.113.8'))?.status).toBe(200);
    // What the reader itself says of earlier hops is not believed.
    expect((await as('198.51.100.1, 203.0.113.7'))?.status).toBe(429);
    const claim = async (n: number) => as(`198.51.100.${n}, 127.0.0.1`);
    const claimed = [1, 2, 3, 4, 5].map(claim);
    expect((await Promise.all(claimed)).some((answer) => answer?.status === 429)).toBe(true);
  });
});
