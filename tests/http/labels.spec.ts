import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelLayout } from '#api/contract/labels.ts';
import { fit } from '#api/labels/fitting.ts';
import { LAYOUTS, placeOf } from '#api/labels/layouts.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';

let app: TestApp;
let kim: Person;
const ids: string[] = [];
beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'https://desk.example.org/' });
  kim = await app.join('technician', 'Kim');
  const roomId = await openRoom(app, 'Store');
  const { body } = await app.admin.post('/api/categories', { kind: 'equipment', name: 'Laptops' });
  for (let n = 0; n < 25; n++) {
    const thing = {
      tag: `L-${n}`,
      name: `Größe Łódź Ποτάμι ${'very '.repeat(20)}`,
      categoryId: body.id,
      roomId,
    };
    ids.push((await kim.post('/api/equipment', thing)).body.id);
  }
  await app.daybook.projector.waitFor(app.daybook.ends(), 5_000);
});
afterAll(() => app.stop());

async function pdfOf(person: Person, body: object) {
  const response = await fetch(`${app.url}/api/labels.pdf`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
    body: JSON.stringify(body),
  });
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, type: response.headers.get('content-type'), text };
}
const pagesOf = (text: string): number => text.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('Labels', () => {
  it('come as pages of the sheet that was chosen, after the labels that are used already', async () => {
    const sheet = { layout: 'L7160', fields: ['name', 'room'] };
    const whole = await pdfOf(kim, { ...sheet, ids: ids.slice(0, 21) });
    expect([whole.status, whole.type, whole.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(whole.text).toMatch(/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/);
    expect(pagesOf(whole.text)).toBe(1);
    expect(pagesOf((await pdfOf(kim, { ...sheet, ids: ids.slice(0, 21), skip: 1 })).text)).toBe(2);
    expect(pagesOf((await pdfOf(kim, { layout: 'tape24', ids: ids.slice(0, 3), fields: [] })).text)).toBe(3);
  });

  it('are only of things that are there for whoever asks', async () => {
    const ana = await app.join('requester');
    expect((await pdfOf(ana, { layout: 'L7160', ids: ids.slice(0, 1) })).status).toBe(404);
    expect((await pdfOf(kim, { layout: 'L7160', ids: [crypto.randomUUID()] })).status).toBe(404);
    expect((await pdfOf(kim, { layout: 'L0', ids })).status).toBe(422);
  });

  it('are on sheets as their makers cut them', async () => {
    const { body } = await kim.get('/api/labels/layouts');
    expect(body.items.map(({ name }) => name)).toEqual(LAYOUTS.map(({ name }) => name));
    const counts = LAYOUTS.filter(({ kind }) => kind === 'sheet').map(({ columns, rows }) => columns * rows);
    expect(counts).toEqual([21, 24, 18, 189, 30]);
  });

  it.each(LAYOUTS)(
    'of $name stay on their page, and on each other’s edges at most',
    (layout: LabelLayout) => {
      const { columns, rows, label, page, pitch } = layout;
      const last = placeOf(layout, columns * rows - 1);
      expect(last.page).toBe(0);
      expect(last.x + label.width).toBeLessThanOrEqual(page.width + 0.01);
      expect(last.y + label.height).toBeLessThanOrEqual(page.height + 0.01);
      expect([pitch.x >= label.width, pitch.y >= label.height]).toEqual([true, true]);
      expect(placeOf(layout, columns * rows)).toEqual({ page: 1, ...layout.origin });
    },
  );
});

describe('The picture of a label', () => {
  const pictureOf = async (person: Person, id: string, query = '') => {
    const response = await fetch(`${app.url}/api/equipment/${id}/label.svg${query}`, {
      headers: { authorization: `Bearer ${person.token}` },
    });
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text };
  };
  const textsOf = (svg: string): string[] =>
    [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');

  it('has its code, its tag and what was chosen for it, in the size of the label', async () => {
    const { status, type, text } = await pictureOf(
      kim,
      ids[3] ?? '',
      '?layout=tape62&fields=room,category&heading=A%20%26%20B',
    );
    expect([status, type]).toEqual([200, 'image/svg+xml']);
    expect(textsOf(text)).toEqual(['A &amp; B', 'L-3', 'Store', 'Laptops']);
    expect(text).toContain('viewBox="0 0 175.75 82.2"');
    expect(text).toMatch(/<path d="M[\d.]+ /);
  });

  it('is cut where the label is, whichever font its reader has', async () => {
    const { text } = await pictureOf(kim, ids[0] ?? '');
    expect(textsOf(text)).toEqual(['L-0', expect.stringMatching(/^Größe Łódź Ποτάμι very .*…$/)]);
    const ends = [...text.matchAll(/<text x="([\d.]+)"[^>]* textLength="([\d.]+)"/g)].map(
      ([, x, width]) => Number(x) + Number(width),
    );
    expect(ends).toHaveLength(2);
    expect(Math.max(...ends)).toBeLessThanOrEqual((63.5 * 72) / 25.4);
  });

  it('may have nothing but code and tag, and is only there for whoever may see the thing', async () => {
    expect(textsOf((await pictureOf(kim, ids[1] ?? '', '?fields=')).text)).toEqual(['L-1']);
    expect((await pictureOf(kim, ids[1] ?? '', '?fields=colour')).status).toBe(422);
    const bea = await app.join('requester');
    expect((await pictureOf(bea, ids[1] ?? '')).status).toBe(404);
    expect((await pictureOf(kim, 'nothing')).status).toBe(404);
  });
});

describe('A text on a label', () => {
  const measure = (text: string, size: number): number => text.length * size;

  it('is set smaller where it is too long, and cut with an ellipsis where that is not enough', () => {
    const line = { width: 100, size: 10, smallest: 5 };
    expect(fit('ten chars!', line, measure)).toEqual({ text: 'ten chars!', size: 10 });
    const shrunk = fit('fifteen letters', line, measure);
    expect(shrunk.text).toBe('fifteen letters');
    expect(measure(shrunk.text, shrunk.size)).toBeLessThanOrEqual(100);
    expect(fit('a'.repeat(40), line, measure)).toEqual({ text: `${'a'.repeat(19)}…`, size: 5 });
    expect(fit('word', { ...line, width: 1 }, measure).text).toBe('');
  });
});
