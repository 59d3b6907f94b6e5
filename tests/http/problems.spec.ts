import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { clientAt } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { isProblem } from '#tests/support/isProblem.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('A problem', () => {
  it('is 400 for what is no JSON, or no object', async () => {
    const json = { 'content-type': 'application/json' };
    for (const body of ['{"title":', '"text"', '{"__proto__":'])
      isProblem(
        await app.admin.send('/api/rooms', { method: 'POST', body, headers: json }),
        400,
        'malformed',
      );
  });

  it('is 400 for a body that is not JSON, which is not taken for no body', async () => {
    const id = await report(app.admin, await openRoom(app));
    const accept = (type: string, body: string) =>
      app.admin.send(`/api/tickets/${id}/accept`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
    isProblem(await accept('text/plain', '{}'), 400, 'malformed');
    isProblem(await accept('application/x-www-form-urlencoded', 'a=b'), 400, 'malformed');
    isProblem(await accept('multipart/form-data; boundary=a', '--a--'), 400, 'malformed');
    isProblem(await accept('application/json', '[]'), 400, 'malformed');
    expect((await app.admin.send(`/api/tickets/${id}/accept`, { method: 'POST' })).status).toBe(200);
  });

  it('is 401 without a sign-in, and says how', async () => {
    const answer = await app.get('/api/tickets');
    isProblem(answer, 401, 'signed-out');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    isProblem(await app.get('/api/tickets', { authorization: 'Bearer nonsense' }), 401, 'signed-out');
  });

  it('is 401 before the body is read', async () => {
    const body = 'x'.repeat(10_000_000);
    const headers = { 'content-type': 'application/json' };
    const answer = await app.send('/api/rooms', { method: 'POST', body, headers });
    expect(answer.status).toBe(401);
  });

  it('is 404 for what is not there, under whatever name', async () => {
    isProblem(await app.get('/api/nothing'), 404, 'not-found');
    isProblem(await app.get('/nothing'), 404, 'not-found');
    isProblem(await app.admin.get('/api/rooms/not-an-id'), 404, 'not-found');
    const unknown = '/api/tickets/00000000-0000-4000-8000-000000000000';
    isProblem(await app.admin.get(unknown), 404, 'not-found');
    isProblem(await app.admin.post(`${unknown}/accept`), 404, 'not-found');
    isProblem(await app.admin.post('/api/tickets/7/accept'), 404, 'not-found');
    const scan = { scanId: '00000000-0000-4000-8000-000000000001', text: 'NB-1' };
    isProblem(await app.admin.post('/api/stocktakes/7/scan', scan), 404, 'not-found');
  });

  it('is 405 for another method than an address has', async () => {
    const answer = await app.admin.send('/api/tickets', { method: 'DELETE' });
    isProblem(answer, 405, 'wrong-method');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('is 409 with its name and facts when the desk refuses', async () => {
    const id = await report(app.admin, await openRoom(app));
    const answer = await app.admin.post(`/api/tickets/${id}/putOnHold`, { reason: 'waiting', until: null });
    isProblem(answer, 409, 'rejected');
    expect(answer.body).toMatchObject({ rejection: 'WrongStatus', facts: { status: 'New' } });
  });

  it('is 413 for a body that is too large', async () => {
    isProblem(await app.admin.post('/api/rooms', { name: 'x'.repeat(300_000) }), 413, 'too-large');
  });

  it('is 422 with each field that is wrong, by its path', async () => {
    const wrong = {
      kind: 'ticket',
      name: '',
      fields: [{ type: 'text', key: 'Bad Key', label: 'L', required: true }],
    };
    const answer = await app.admin.post('/api/categories', wrong);
    isProblem(answer, 422, 'invalid');
    expect(answer.body.errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'fields.0.key']),
    );
    const query = await app.admin.get('/api/tickets?limit=0&status=Nonsense&sort=colour');
    isProblem(query, 422, 'invalid');
    expect(query.body.errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['limit', 'status.0', 'sort']),
    );
  });

  it('is 422 for a question that an address has no answer to', async () => {
    const id = await openRoom(app);
    const asOf = await app.admin.get(`/api/rooms/${id}?asOf=2026-01-01T00:00:00Z`);
    isProblem(asOf, 422, 'invalid');
    expect((await app.admin.get(`/api/rooms/${id}`)).status).toBe(200);
  });

  it('is 400 for headers that cannot be read', async () => {
    const id = await report(app.admin, await openRoom(app));
    const accept = (headers: Record<string, string>) =>
      app.admin.post(`/api/tickets/${id}/accept`, {}, headers);
    isProblem(await accept({ 'if-match': '7' }), 400, 'malformed');
    isProblem(await accept({ 'idempotency-key': 'k'.repeat(201) }), 400, 'malformed');
    isProblem(await accept({ 'idempotency-key': '' }), 400, 'malformed');
    isProblem(await app.admin.get('/api/tickets', { 'daybook-after': '-1' }), 400, 'malformed');
  });
});

describe('Every answer', () => {
  it('carries an id of its request, the one that a proxy gave or a new one', async () => {
    const given = await app.get('/healthz', { 'x-request-id': 'proxy-1234' });
    expect(given.headers.get('x-request-id')).toBe('proxy-1234');
    const odd = await app.get('/healthz', { 'x-request-id': 'a b' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('carries the headers that keep browsers careful, and not the name of the server', async () => {
    const { headers } = await app.get('/api/auth/setup');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('is for other origins only where they are named', async () => {
    const other = await startApp({ CORS_ORIGINS: 'https://intranet.example' });
    const asked = async (url: string, origin: string) =>
      (await clientAt(url).get('/api/auth/setup', { origin })).headers.get('access-control-allow-origin');
    const answers = [
      await asked(other.url, 'https://intranet.example'),
      await asked(other.url, 'https://evil.example'),
      await asked(app.url, 'https://intranet.example'),
    ];
    await other.stop();
    expect(answers).toEqual(['https://intranet.example', null, null]);
  });
});
