import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions, type CommandName } from '#domain/permissions.ts';
import type { Route } from '#api/http/route.ts';
import type { OpenApi } from '#api/openapi.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Answer } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let document: OpenApi;
beforeAll(async () => {
  app = await startApp();
  document = (await app.get('/api/openapi.json')).body as unknown as OpenApi;
});
afterAll(() => app.stop());

/** Commands that follow from what is asked of a stock-take, a batch or an import. */
const following: readonly CommandName[] = [
  'sightEquipment',
  'takeBackBatchChange',
  'startBatch',
  'stopBatch',
  'takeUpBatch',
  'finishBatch',
  'takeBackBatch',
];

const written = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

describe('The OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('describes every route of the API, with its parameters, its body and its answers', () => {
    const routes = app.daybook.routes.filter(({ path }) => path.startsWith('/api/'));
    expect(routes.length).toBeGreaterThan(110);
    for (const route of routes) {
      const operation = document.paths[written(route.path)]?.[route.method];
      expect(operation, route.path).toBeDefined();
      expect(operation?.summary).toMatch(/\.$|\?$/);
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([...Object.keys(route.answers), '4XX', '5XX']),
      );
      expect(operation?.requestBody !== undefined, route.path).toBe(route.body !== undefined);
    }
  });

  it('has an address for every command', () => {
    const commands = app.daybook.routes.flatMap(({ access }) =>
      'command' in access ? [access.command] : [],
    );
    expect([...new Set([...commands, ...following])].sort()).toEqual(Object.keys(permissions).sort());
  });

  it('points at nothing that is not in it', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(names)]));
    expect(text).not.toContain('#/$defs');
  });

  it('has names for its operations that no two of them share', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a page too, that loads nothing from anywhere', async () => {
    const { status, headers, body } = await app.get('/api/docs');
    const page = body as unknown as string;
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(/);
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
  });
});

const wellMade = (route: Route, { status, body }: Answer): string[] => {
  const schema = route.answers[status];
  if (!schema || 'mediaType' in schema) return [];
  return (
    schema.safeParse(body).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  );
};

describe.each(['admin', 'requester'] as const)('What the API answers to a %s', (role) => {
  it('is as the document says', async () => {
    const roomId = await openRoom(app, `Room of ${role}`);
    const person = role === 'admin' ? app.admin : await app.join(role);
    const ticket = await report(person, roomId);
    await app.admin.post(`/api/tickets/${ticket}/accept`);
    await app.admin.post(`/api/tickets/${ticket}/comment`, { body: 'Hello', visibility: 'internal' });
    const categoryId = await makeCategory(app);
    const thing = await registerThing(app, { roomId, categoryId, tag: `PR-${role}` });
    await lend(app, thing, person);
    await app.admin.post('/api/settings/definePublicScan', { facts: ['name'], mayReport: true });
    const stocktake = await app.admin.post('/api/stocktakes', { roomId });
    const scan = { scanId: crypto.randomUUID(), text: `PR-${role}` };
    await app.admin.post(`/api/stocktakes/${stocktake.body.id}/scan`, scan);
    const labels = { action: 'printLabels', ids: [thing], input: {} };
    const batch = await app.admin.post('/api/batches', labels);
    const csv = new FormData();
    csv.set('kind', 'rooms');
    csv.set('file', new Blob(['name\n\n']), 'rooms.csv');
    const imported = await app.admin.send('/api/imports', { method: 'POST', body: csv });
    const last = await app.admin.post('/api/categories', { kind: 'ticket', name: `Printers of ${role}` });
    const ids: Readonly<Record<string, string>> = {
      tickets: ticket,
      rooms: roomId,
      categories: last.body.id,
      users: person.user.userId,
      equipment: thing,
      stocktakes: stocktake.body.id,
      export: stocktake.body.id,
      batches: batch.body.batchId,
      imports: imported.body.importId,
    };
    const reads = app.daybook.routes.filter(
      ({ method, path }) => method === 'get' && !path.includes(':imageId'),
    );
    let checked = 0;
    for (const route of reads) {
      const kind = route.path.split('/')[2] ?? '';
      const path = route.path.replace(':id', ids[kind] ?? '').replace(':tag', `PR-${role}`);
      const answer = await person.get(path, { 'daybook-after': last.body.position });
      if (role === 'requester' && answer.status === 404) continue;
      expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(200);
      expect(wellMade(route, answer), path).toEqual([]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(14);
  });
});
