import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { desktop, phone, setStage, type Stage } from './stage.ts';

const created = z.object({ id: z.string() });
const begun = z.object({ batchId: z.string() });
const opened = z.object({ id: z.string(), number: z.int() });
/** Longer than any screen of a phone, and without a place to break. */
const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

let stage: Stage;
const pages: Record<string, string> = {};
beforeAll(async () => {
  stage = await setStage();
  const { ada } = stage.people;
  const make = async (path: string, body: unknown) =>
    created.parse(await stage.api(ada, 'POST', path, body)).id;
  const roomId = await make('/rooms', { name: LONG, building: LONG, floor: LONG.slice(0, 40) });
  const categoryId = await make('/categories', {
    ...{ kind: 'equipment', name: LONG },
    fields: [{ type: 'text', key: 'long', label: 'Long', required: false }],
  });
  const fields = [
    { type: 'text', key: LONG.slice(0, 39).toLowerCase(), label: LONG.slice(0, 80), required: false },
  ];
  await stage.api(ada, 'POST', `/categories/${categoryId}/changeCategoryFields`, { fields });
  const tag = LONG.slice(0, 40);
  const thing = await make('/equipment', {
    tag,
    name: LONG,
    categoryId,
    roomId,
    maker: LONG,
    serial: LONG.slice(0, 80),
  });
  const account = { name: LONG, email: `long@${'x'.repeat(60)}.example`, role: 'technician' };
  const person = await make('/users', { ...account, department: LONG });
  const report = { title: LONG, description: LONG, roomId, requesterId: person };
  const ticket = opened.parse(await stage.api(ada, 'POST', '/tickets', report));
  await stage.api(ada, 'POST', `/tickets/${ticket.id}/assign`, { assigneeId: person });
  await stage.api(ada, 'POST', `/tickets/${ticket.id}/tag`, { tag });
  await stage.api(ada, 'POST', `/tickets/${ticket.id}/linkEquipment`, { equipmentId: thing });
  const batch = { action: 'printLabels', ids: [thing], title: LONG };
  const { batchId } = begun.parse(await stage.api(ada, 'POST', '/batches', batch));
  await stage.api(ada, 'POST', `/equipment/${thing}/planMaintenance`, {
    ...{ repetition: { every: 1, unit: 'month' }, startsOn: '2026-01-31' },
    checklist: [LONG],
  });
  Object.assign(pages, {
    queue: '/queue',
    ticket: `/tickets/${ticket.number}`,
    register: '/equipment',
    thing: `/equipment/${thing}`,
    rooms: '/rooms',
    room: `/rooms/${roomId}`,
    person: `/people/${person}`,
    category: `/categories/${categoryId}`,
    stocktake: `/stocktakes/${await make('/stocktakes', { roomId })}`,
    batch: `/batches/${batchId}`,
    scanned: `/scan?tag=${tag}`,
    unknown: `/scan?tag=${LONG}`,
  });
}, 180_000);
afterAll(() => stage.stop());

const names = [
  ...['queue', 'ticket', 'register', 'thing', 'rooms', 'room'],
  ...['person', 'category', 'stocktake', 'batch', 'scanned', 'unknown'],
];

describe.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)('A name without a place to break, on a %s', (_, options) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await stage.open(stage.people.ada, options)).newPage();
  });

  test.for(names)('does not make the page wider: %s', async (name) => {
    await page.goto(pages[name] ?? '');
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(WIDER), pages[name]).toBe(0);
  });

  test('stays within a form that asks for steps by what they are called', async () => {
    await page.goto(`${pages['thing'] ?? ''}?do=recordMaintenance`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: LONG }).waitFor();
    const rightOf = async (part: Locator) => {
      const box = await part.boundingBox();
      return box && box.x + box.width;
    };
    const field = await rightOf(dialog.getByRole('textbox', { name: /^Note/ }));
    expect(await rightOf(dialog.locator('label', { hasText: LONG }))).toBeLessThanOrEqual(field ?? 0);
  });

  test('leaves room for the values of a history', async () => {
    await page.goto(pages['category'] ?? '');
    const value = page.getByText('Long, text').first();
    await value.waitFor();
    expect((await value.boundingBox())?.height).toBeLessThan(48);
  });
});
