import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';
import { sockets, told, until } from '#tests/support/watching.ts';

let app: TestApp;
let roomId: string;
let categoryId: string;
let ana: Person;
let kim: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  categoryId = await makeCategory(app);
  ana = await app.join('requester', 'Ana');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());
const { watching } = sockets();

async function give(path: string, body: object = {}): Promise<string> {
  const answer = await kim.post(`/api/${path}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body.position;
}

async function thing(tag?: string): Promise<string> {
  const id = await registerThing(app, { roomId, categoryId, ...(tag ? { tag } : {}) });
  await upToDate(app);
  return id;
}

async function ticket(title?: string): Promise<string> {
  const id = await report(ana, roomId, title);
  await upToDate(app);
  return id;
}

describe('The open page of a thing', () => {
  const opened = async (equipmentId: string) => {
    const watcher = await watching(app, kim, { screen: 'thing', equipmentId });
    return { watcher, last: () => told(watcher, 'equipment_page', equipmentId).at(-1) };
  };

  it('is told of a ticket that names it at the position at which it does, and of the end', async () => {
    const [equipmentId, ticketId] = [await thing(), await ticket()];
    const { watcher, last } = await opened(equipmentId);
    const linked = await give(`tickets/${ticketId}/linkEquipment`, { equipmentId });
    await until(() => expect(last()).toMatchObject({ position: linked, row: { tickets: [{ ticketId }] } }));
    const taken = await give(`tickets/${ticketId}/unlinkEquipment`, { equipmentId });
    await until(() => expect(last()).toMatchObject({ position: taken, row: { tickets: [] } }));
    expect(told(watcher, 'equipment_history')).toEqual([]);
  });

  it('is told how the tickets that name it are called and where they stand', async () => {
    const [equipmentId, ticketId] = [await thing(), await ticket('It hums')];
    await give(`tickets/${ticketId}/linkEquipment`, { equipmentId });
    const { last } = await opened(equipmentId);
    const retitled = await give(`tickets/${ticketId}/retitle`, { title: 'It whistles' });
    await until(() =>
      expect(last()).toMatchObject({ position: retitled, row: { tickets: [{ title: 'It whistles' }] } }),
    );
    const accepted = await give(`tickets/${ticketId}/accept`);
    await until(() =>
      expect(last()).toMatchObject({ position: accepted, row: { tickets: [{ status: 'Open' }] } }),
    );
  });

  it('is told how its components are called', async () => {
    const [equipmentId, componentId] = [await thing(), await thing('FAN-1')];
    await give(`equipment/${componentId}/fitComponent`, { hostId: equipmentId });
    const { watcher, last } = await opened(equipmentId);
    const retagged = await give(`equipment/${componentId}/retagEquipment`, { tag: 'FAN-2' });
    await until(() =>
      expect(last()).toMatchObject({ position: retagged, row: { components: [{ tag: 'FAN-2' }] } }),
    );
    expect(told(watcher, 'equipment_history')).toEqual([]);
  });
});

describe('The open page of a ticket', () => {
  const opened = async (ticketId: string) => {
    const watcher = await watching(app, kim, { screen: 'ticket', ticketId });
    return { watcher, last: () => told(watcher, 'ticket_page', ticketId).at(-1) };
  };

  it('is told how the tickets are called that are related to it, from either side', async () => {
    const [here, there] = [await ticket(), await ticket()];
    await give(`tickets/${there}/relate`, { ticketId: here });
    for (const [watched, retitled] of [
      [here, there],
      [there, here],
    ] as const) {
      const { watcher, last } = await opened(watched);
      const title = `Called anew ${retitled}`;
      const position = await give(`tickets/${retitled}/retitle`, { title });
      await until(() =>
        expect(last()).toMatchObject({ position, row: { related: [{ ticketId: retitled, title }] } }),
      );
      expect(told(watcher, 'ticket_history')).toEqual([]);
    }
  });

  it('is told how the ticket is called that it was merged into', async () => {
    const [gone, survivor] = [await ticket(), await ticket()];
    await give(`tickets/${gone}/merge`, { into: survivor });
    const { last } = await opened(gone);
    const position = await give(`tickets/${survivor}/retitle`, { title: 'It survived' });
    await until(() =>
      expect(last()).toMatchObject({ position, row: { mergedInto: { title: 'It survived' } } }),
    );
  });

  it('is told nothing of what happens to a related ticket and does not show here', async () => {
    const [here, there] = [await ticket(), await ticket()];
    await give(`tickets/${there}/relate`, { ticketId: here });
    await upToDate(app);
    const { watcher, last } = await opened(here);
    await give(`tickets/${there}/tag`, { tag: 'unseen' });
    const position = await give(`tickets/${there}/retitle`, { title: 'Seen again' });
    await until(() => expect(last()).toMatchObject({ position }));
    expect(told(watcher, 'ticket_page', here)).toHaveLength(1);
  });
});
