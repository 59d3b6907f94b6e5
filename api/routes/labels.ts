import { z } from 'zod';
import { labelField, labelLayout } from '#api/answers/labels.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { composeLabel, type MeasureFace } from '#api/labels/composeLabel.ts';
import { measuring } from '#api/labels/drawLabel.ts';
import { labelDocument } from '#api/labels/labelDocument.ts';
import { labelSvg } from '#api/labels/labelSvg.ts';
import { labelText } from '#api/labels/labelText.ts';
import { labelsPdf } from '#api/labels/labelsPdf.ts';
import { LAYOUTS, layoutOf } from '#api/labels/layouts.ts';
import { problem } from '#api/problems.ts';
import { equipmentId } from '#domain/ids.ts';
import { portalOf } from './asking.ts';
import type { Desk } from './desk.ts';

const MOST = 2_000;

const body = z.strictObject({
  layout: z.enum(LAYOUTS.map(({ name }) => name)),
  ids: z.array(equipmentId).min(1).max(MOST),
  fields: z.array(labelField).max(8).default(['name']),
  skip: z.int().min(0).max(500).default(0),
  heading: z.string().trim().max(60).default(''),
});

/** Separated by commas; none at all is well, too. */
const fieldList = z
  .string()
  .max(200)
  .transform((text) => text.split(',').filter((field) => field !== ''))
  .pipe(z.array(labelField).max(8));

const query = z.strictObject({
  layout: z
    .enum(LAYOUTS.map(({ name }) => name))
    .default('L7160')
    .describe('The sheet or tape whose label it is.'),
  fields: fieldList.default(['name']),
  heading: z.string().trim().max(60).default(''),
});

/** Reading the fonts takes longer than drawing. */
function measure(): MeasureFace {
  let known: MeasureFace | undefined;
  return (...asked) => (known ??= measuring(labelDocument({ page: { width: 0, height: 0 } })))(...asked);
}

const previewRoute = ({ config, reads }: Desk): Route => {
  const measured = measure();
  return route({
    method: 'get',
    path: '/api/equipment/:id/label.svg',
    summary: 'The label of a thing as a picture, as it would be printed.',
    access: { reads: 'equipment' },
    query,
    answers: { 200: { mediaType: 'image/svg+xml' } },
    handle: async ({ viewer, param, query: { layout: name, ...wording }, request }) => {
      const id = equipmentId.safeParse(param('id'));
      const [row] = id.success ? await reads.equipment.byIds(viewer, [id.data]) : [];
      const layout = layoutOf(name);
      if (!row || !layout) return problem('not-found');
      const text = labelText(row, { ...wording, portal: portalOf(config, request) });
      return reply(200, Buffer.from(labelSvg(composeLabel(text, layout, measured), layout)), {
        'Content-Type': 'image/svg+xml',
        'Cache-Control': 'no-store',
      });
    },
  });
};

export const labelRoutes = (desk: Desk): Route[] => [
  previewRoute(desk),

  route({
    method: 'get',
    path: '/api/labels/layouts',
    summary: 'The sheets and tapes that labels can be printed on.',
    access: { reads: 'equipment' },
    answers: { 200: z.strictObject({ items: z.array(labelLayout) }) },
    handle: () => reply(200, { items: LAYOUTS }),
  }),
  route({
    method: 'post',
    path: '/api/labels.pdf',
    summary: `Labels with a code for up to ${String(MOST)} things, as a PDF. The code leads to the thing in the portal.`,
    access: { reads: 'equipment' },
    body,
    answers: { 200: { mediaType: 'application/pdf' } },
    handle: async ({ viewer, body: { ids, skip, ...asked }, request }) => {
      const { config, reads } = desk;
      const layout = layoutOf(asked.layout);
      const found = new Map((await reads.equipment.byIds(viewer, ids)).map((row) => [row.equipmentId, row]));
      const rows = ids.flatMap((id) => found.get(id) ?? []);
      if (!layout || rows.length < ids.length) return problem('not-found');
      const used = skip % (layout.columns * layout.rows);
      const pdf = await labelsPdf({ ...asked, layout, rows, skip: used, portal: portalOf(config, request) });
      return reply(200, pdf, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'inline; filename="labels.pdf"',
        'Cache-Control': 'no-store',
      });
    },
  }),
];
