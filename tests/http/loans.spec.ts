import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import type { EquipmentId } from '#domain/ids.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Answer, Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing } from '#tests/support/fixtures.ts';

let app: TestApp;
let store: string;
let categoryId: string;
let kim: Person;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  app = await startApp();
  store = await openRoom(app, 'Store');
  categoryId = await makeCategory(app);
  kim = await app.join('technician', 'Kim');
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
});
afterAll(() => app.stop());

const thing = () => registerThing(app, { roomId: store, categoryId });
const eventsOf = (id: string) => app.events(`equipment-${id as EquipmentId}`);
const png = picture('dialog', seeded(1));
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]);

function upload(person: Person, path: string, bytes: Uint8Array = png): Promise<Answer> {
  const form = new FormData();
  form.set('image', new Blob([bytes as Uint8Array<ArrayBuffer>]));
  return person.send(path, { method: 'POST', body: form });
}

const sign = (person: Person, id: string, bytes: Uint8Array = png): Promise<Answer> =>
  upload(person, `/api/equipment/${id}/signature`, bytes);

async function defineTerms(text: string): Promise<number> {
  await app.admin.post('/api/settings/defineLoanTerms', { text });
  await upToDate(app);
  return (await kim.get('/api/settings')).body.settings.terms.version;
}

describe('A photo of a thing', () => {
  it('is seen by staff and by whoever has the thing, and by nobody else', async () => {
    const id = await thing();
    const put = await upload(kim, `/api/equipment/${id}/images`);
    expect([put.status, put.body.events]).toEqual([201, ['EquipmentImageAttached']]);
    const path = `/api/equipment/${id}/images/${put.body.imageId}`;
    const statuses = () =>
      Promise.all([kim, ana, ben].map(async (person) => (await person.get(path)).status));
    expect(await statuses()).toEqual([200, 404, 404]);
    await lend(app, id, ana);
    expect(await statuses()).toEqual([200, 200, 404]);
    expect((await kim.get(`/api/equipment/${await thing()}/images/${put.body.imageId}`)).status).toBe(404);
    expect((await upload(ana, `/api/equipment/${id}/images`)).status).toBe(403);
    await kim.post(`/api/equipment/${id}/removeEquipmentImage`, { imageId: put.body.imageId });
    expect(await statuses()).toEqual([404, 404, 404]);
    await kim.post(`/api/equipment/${id}/checkIn`, { roomId: store });
  });
});

describe('A loan under terms', () => {
  it('is signed for by its borrower, whose signature only staff and the borrower see', async () => {
    const termsVersion = await defineTerms('Bring it back.');
    const id = await thing();
    await lend(app, id, ana);
    const accept = (body: object) => ana.post(`/api/equipment/${id}/acceptCheckout`, body);
    expect((await accept({ termsVersion })).status).toBe(422);
    expect((await accept({ termsVersion, signatureId: crypto.randomUUID() })).status).toBe(422);
    const signed = await sign(ana, id);
    expect(signed.status).toBe(201);
    const { imageId } = signed.body;
    const old = await accept({ termsVersion: termsVersion - 1, signatureId: imageId });
    expect(old.status).not.toBe(200);
    expect((await accept({ termsVersion, signatureId: imageId })).status).toBe(200);
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'CheckoutAccepted',
      data: { termsVersion, signatureId: imageId },
    });
    await upToDate(app);
    const statusFor = async (person: Person) =>
      (await person.get(`/api/equipment/${id}/images/${imageId}`)).status;
    expect(await Promise.all([ana, kim, ben].map(statusFor))).toEqual([200, 200, 404]);
    await kim.post(`/api/equipment/${id}/checkIn`, { roomId: store });
    await upToDate(app);
    expect(await Promise.all([ana, kim].map(statusFor))).toEqual([404, 200]);
  });

  it('takes a PNG from nobody but the borrower who is asked for it', async () => {
    const id = await thing();
    expect((await sign(ana, id)).status).toBe(404);
    await lend(app, id, ana);
    expect((await sign(ana, id, jpeg)).status).toBe(415);
    expect((await sign(ben, id)).status).toBe(404);
    expect((await sign(kim, id)).status).toBe(403);
    const other = await thing();
    await lend(app, other, ben);
    const { body } = await sign(ben, other);
    const termsVersion = await defineTerms('Bring it back clean.');
    const stolen = await ana.post(`/api/equipment/${id}/acceptCheckout`, {
      termsVersion,
      signatureId: body.imageId,
    });
    expect([stolen.status, stolen.body.errors[0]?.path]).toEqual([422, 'signatureId']);
    const room = await thing();
    await kim.post(`/api/equipment/${room}/checkOut`, { to: { kind: 'room', roomId: store } });
    expect((await sign(kim, room)).status).toBe(403);
  });
});
