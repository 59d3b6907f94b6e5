import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import type { TicketId } from '#domain/ids.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Answer, Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let ana: Person;
let kim: Person;
let ben: Person;
let id: string;
beforeAll(async () => {
  app = await startApp();
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
  id = await report(ana, await openRoom(app));
});
afterAll(() => app.stop());

const png = picture('dialog', seeded(1));

function attach(
  person: Person,
  bytes: Uint8Array,
  more: { ticket?: string; kind?: string; name?: string; key?: string } = {},
): Promise<Answer> {
  const form = new FormData();
  form.set(
    more.name ?? 'image',
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'text/html' }),
    'photo.html',
  );
  if (more.kind) form.set('kind', more.kind);
  const headers: Record<string, string> = more.key ? { 'idempotency-key': more.key } : {};
  return person.send(`/api/tickets/${more.ticket ?? id}/images`, { method: 'POST', body: form, headers });
}

async function bytesOf(
  person: Person,
  path: string,
): Promise<{ status: number; type: string | null; bytes: Buffer }> {
  const response = await fetch(app.url + path, { headers: { authorization: `Bearer ${person.token}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}

describe('An image', () => {
  it('comes back as it was sent, as what its bytes say that it is', async () => {
    const { status, body } = await attach(ana, png);
    expect(status).toBe(201);
    expect(body.events).toEqual(['ImageAttached']);
    const path = `/api/tickets/${id}/images/${body.imageId}`;
    for (const person of [ana, kim]) {
      const image = await bytesOf(person, path);
      expect([image.status, image.type]).toEqual([200, 'image/png']);
      expect(image.bytes.equals(png)).toBe(true);
    }
  });

  it('is not there for those who may not read its ticket, nor on another ticket', async () => {
    const { body } = await attach(ana, png);
    expect((await bytesOf(ben, `/api/tickets/${id}/images/${body.imageId}`)).status).toBe(404);
    const mine = await report(ben, await openRoom(app));
    expect((await bytesOf(ben, `/api/tickets/${mine}/images/${body.imageId}`)).status).toBe(404);
    expect((await bytesOf(kim, `/api/tickets/${id}/images/${id}`)).status).toBe(404);
    expect((await bytesOf(kim, `/api/tickets/${id}/images/../../../vault.db`)).status).toBe(404);
  });

  it('is not brought to another ticket by whoever knows its id', async () => {
    const { body } = await attach(ana, png);
    const mine = await report(ben, await openRoom(app));
    const input = { imageId: body.imageId };
    expect((await ben.post(`/api/tickets/${mine}/attachImage`, input)).status).toBe(404);
    const bulk = { command: 'attachImage', ids: [mine], input };
    expect((await ben.post('/api/tickets/bulk', bulk)).status).toBe(422);
    expect((await bytesOf(ben, `/api/tickets/${mine}/images/${body.imageId}`)).status).toBe(404);
    expect(await app.events(`ticket-${mine as TicketId}`)).toHaveLength(1);
  });

  it('of a purchase is not shown to a borrower by naming it a photo of what is lent', async () => {
    const known = { roomId: await openRoom(app), categoryId: await makeCategory(app) };
    const [bought, lent] = [await registerThing(app, known), await registerThing(app, known)];
    await lend(app, lent, ben);
    const form = new FormData();
    form.set('image', new Blob([png as Uint8Array<ArrayBuffer>]));
    form.set('kind', 'document');
    const sent = await kim.send(`/api/equipment/${bought}/images`, { method: 'POST', body: form });
    const input = { imageId: sent.body.imageId, kind: 'photo' };
    expect((await kim.post(`/api/equipment/${lent}/attachEquipmentImage`, input)).status).toBe(404);
    expect((await bytesOf(ben, `/api/equipment/${lent}/images/${sent.body.imageId}`)).status).toBe(404);
  });

  it('is gone once it is removed', async () => {
    const other = await report(ana, await openRoom(app));
    const { body } = await attach(ana, png, { ticket: other });
    expect((await ana.post(`/api/tickets/${other}/removeImage`, { imageId: body.imageId })).status).toBe(200);
    expect((await bytesOf(ana, `/api/tickets/${other}/images/${body.imageId}`)).status).toBe(404);
  });

  it('is not taken from those who may not put it there, before it is read', async () => {
    expect((await attach(ben, png)).status).toBe(404);
    expect((await attach(ana, png, { kind: 'after' })).status).toBe(403);
    expect((await attach(ana, png, { ticket: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
    const audrey = await app.join('auditor');
    expect((await attach(audrey, png)).status).toBe(403);
  });

  it('is an image, of 8 MiB at most, in a form', async () => {
    expect((await attach(ana, Buffer.from('<script>alert(1)</script>'))).status).toBe(415);
    expect((await attach(ana, Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024)]))).status).toBe(413);
    expect((await attach(ana, png, { name: 'other' })).status).toBe(400);
    expect((await attach(ana, png, { kind: 'portrait' })).status).toBe(422);
    expect((await ana.post(`/api/tickets/${id}/images`, { kind: 'problem' })).status).toBe(415);
  });

  it('sent again with its key is attached once', async () => {
    const other = await report(ana, await openRoom(app));
    const first = await attach(ana, png, { ticket: other, key: 'photo 1' });
    const again = await attach(ana, png, { ticket: other, key: 'photo 1' });
    expect(again.body).toEqual(first.body);
    const different = await attach(ana, picture('dialog', seeded(2)), { ticket: other, key: 'photo 1' });
    expect(different.status).toBe(409);
  });

  it('is one of four that a report can have', async () => {
    const other = await report(ana, await openRoom(app));
    for (let n = 0; n < 4; n++) expect((await attach(ana, png, { ticket: other })).status).toBe(201);
    const fifth = await attach(ana, png, { ticket: other });
    expect([fifth.status, fifth.body.rejection]).toEqual([409, 'TooManyImages']);
  });
});
