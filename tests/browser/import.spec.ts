import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { furnish } from './furnish.ts';
import { picturesOf, setStage, type Stage } from './stage.ts';

let stage: Stage;
let kim: Page;

const shows = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });
const row = (...cells: readonly string[]): string => cells.join(';');

/** As Excel saves it in much of Europe: semicolons, a byte order mark, days first. */
const file = () =>
  Buffer.from(
    `\uFEFF${[
      row('Tag', 'Name', 'Category', 'Room', 'Purchased on', 'Cost'),
      row('IM-01', 'Monitor; wide', 'Laptops', stage.room, '31.01.2026', '189,50').replace(
        'Monitor; wide',
        '"Monitor; wide"',
      ),
      row('IM-02', 'Monitor', 'Laptops', stage.room, '31.02.2026', '189,50'),
      row('IM-03', 'Monitor', 'Laptops', 'Nowhere', '', ''),
      row('IM-01', 'Twice', 'Laptops', stage.room, '', ''),
      row('IM-04', 'Übergang', 'Laptops', stage.room, '', ''),
    ].join('\r\n')}\r\n`,
  );

beforeAll(async () => {
  stage = await setStage();
  await furnish(stage, []);
  kim = await (await stage.open(stage.people.kim)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim });
});
afterAll(() => stage.stop());

describe('an import with faults', () => {
  test('says what would happen, and every fault with its row and column', async () => {
    await kim.goto('/imports');
    await kim.getByRole('radio', { name: 'Equipment' }).check();
    await kim
      .getByLabel('CSV file')
      .setInputFiles({ name: 'things.csv', mimeType: 'text/csv', buffer: file() });
    await kim.getByLabel('Dates are written').selectOption('DD.MM.YYYY');
    await kim.getByLabel('Prices are written').selectOption(',');
    await kim.getByRole('button', { name: 'Check the file' }).click();
    await shows(kim.getByRole('heading', { name: 'things.csv' }));
    await shows(kim.getByText('2 new'));
    await shows(kim.getByText('3 with faults'));
    const table = kim.getByRole('table');
    await shows(table.getByRole('row').filter({ hasText: 'IM-02' }).filter({ hasText: 'Purchased' }));
    await shows(table.getByRole('row').filter({ hasText: 'IM-03' }).filter({ hasText: 'Room' }));
    await shows(table.getByRole('row').filter({ hasText: 'IM-01' }).filter({ hasText: 'Tag' }));
  });

  test('brings what is right, and takes all of it back', async () => {
    await kim.getByRole('button', { name: /Import 2 things, leave out 3 rows/ }).click();
    await shows(kim.getByText('2 things imported.'));
    const path = new URL(kim.url()).pathname;
    await kim.goto('/equipment');
    await shows(kim.getByText('Übergang'));
    await shows(kim.getByText('Monitor; wide'));
    await kim.goto(path);
    await kim.getByRole('link', { name: 'Take the whole import back' }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('button', { name: /Take/ }).click();
    await shows(kim.getByText(/taken back/i));
    await kim.goto('/equipment');
    await kim.getByText('Übergang').waitFor({ state: 'detached' });
  });
});
