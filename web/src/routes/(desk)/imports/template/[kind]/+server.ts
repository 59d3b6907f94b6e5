import { error } from '@sveltejs/kit';
import { importKinds, templateOf } from '#lib/imports/templates.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => {
  const kind = importKinds.find((it) => it === params.kind);
  if (!kind) error(404);
  return new Response(templateOf(kind), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${kind}.csv"`,
    },
  });
};
