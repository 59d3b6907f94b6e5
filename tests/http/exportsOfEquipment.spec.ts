import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { exporting, type Exporting } from '#tests/support/exporting.ts';

let app: TestApp;
let kim: Person;
let roomId: string;
let categoryId: string;
let rowsOf: Exporting['rowsOf'];
beforeAll(async () => {
  app = await startApp();
  ({ rowsOf } = exporting(app));
  kim = await app.join('technician', 'Kim');
  roomId = (await app.admin.post('/api/rooms', { name: 'Store', building: 'North' })).body.id;
  const fields = [{ type: 'number', key: 'ram', label: 'Memory', required: false }];
  categoryId = (await app.admin.post('/api/categories', { kind: 'equipment', name: 'Laptops', fields })).body
    .id;
});
afterAll(() => app.stop());

const falls = { method: 'straightLine', months: 36, residual: 50 };
async function register(tag: string, ram: number): Promise<string> {
  const thing = { tag, name: 'Laptop', categoryId, roomId, cost: 900, currency: 'EUR' };
  const { body } = await kim.post('/api/equipment', { ...thing, depreciation: falls, fields: { ram } });
  return body.id;
}
const shownOf = (row: Record<string, string> | undefined) => [
  row?.['Tag'],
  row?.['Category'],
  row?.['Building'],
  row?.['Memory'],
  row?.['Depreciation months'],
];

describe('An export of the register', () => {
  it('has all that is known of a thing that is disposed of, also where its tag is used again', async () => {
    const id = await register('OLD-1', 8);
    await kim.post(`/api/equipment/${id}/retireEquipment`, { reason: 'broken' });
    const disposed = await kim.post(`/api/equipment/${id}/disposeOfEquipment`, { method: 'recycled' });
    expect(disposed.status).toBe(200);
    await register('OLD-1', 16);
    const rows = await rowsOf(kim, '/api/export/equipment.csv?stage=InStock,Disposed');
    expect(rows.map((row) => [row['Stage'], ...shownOf(row)]).sort()).toEqual([
      ['Disposed', 'OLD-1', 'Laptops', '', '8', '36'],
      ['InStock', 'OLD-1', 'Laptops', 'North', '16', '36'],
    ]);
  });

  it('of a moment has the details and names of then, also where the tag is another one now', async () => {
    const id = await register('THEN-1', 4);
    const then = new Date().toISOString();
    await kim.post(`/api/equipment/${id}/retagEquipment`, { tag: 'NOW-1' });
    const details = { depreciation: null, fields: { ram: 32 } };
    expect((await kim.post(`/api/equipment/${id}/correctEquipmentDetails`, details)).status).toBe(200);
    await app.admin.post(`/api/rooms/${roomId}/renameRoom`, { name: 'Store', building: 'South', floor: '' });
    await app.admin.post(`/api/categories/${categoryId}/renameCategory`, { name: 'Notebooks' });
    const find = async (query: string, tag: string) =>
      shownOf((await rowsOf(kim, `/api/export/equipment.csv${query}`)).find((row) => row['Tag'] === tag));
    expect(await find('', 'NOW-1')).toEqual(['NOW-1', 'Notebooks', 'South', '32', '']);
    expect(await find(`?asOf=${then}`, 'THEN-1')).toEqual(['THEN-1', 'Laptops', 'North', '4', '36']);
  });
});
