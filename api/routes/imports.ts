import multer from 'multer';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import * as words from '#api/answers/imports.ts';
import { faultsOf } from '#api/http/handlers.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import type { Paging } from '#api/imports/createImports.ts';
import { problem, sendProblem } from '#api/problems.ts';
import { mayBegin, roleRefusal } from './asking.ts';
import type { Desk } from './desk.ts';
import { listOf } from './tickets/filters.ts';

const MOST_BYTES = 16 * 1024 * 1024;

const memory = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: { fileSize: MOST_BYTES, files: 1, fields: 8, fieldSize: 64 * 1024 },
}).single('file');

const upload: RequestHandler = (request, response, next) => {
  void memory(request, response, (error: unknown) => {
    if (error === undefined) next();
    else if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE')
      sendProblem(
        response,
        problem('too-large', { detail: 'A file can have up to 16 MiB; please part it.' }),
      );
    else sendProblem(response, problem('malformed', { detail: 'Send a form with one file named file.' }));
  });
};

const mapping = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'This is not JSON.' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

const form = z.object({
  kind: words.importKind,
  dateFormat: words.dateFormat.default('YYYY-MM-DD'),
  decimal: words.decimal.optional(),
  standing: words.standing.default('fault'),
  mapping: mapping.default({}),
});
/** As the document describes it. */
const described = form.extend({ mapping: z.string().optional(), file: z.file() });

const query = z.strictObject({
  outcome: listOf(words.importOutcome).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
const runBody = z.strictObject({ skipFaults: z.boolean().default(false) });
const FIRST: Paging = { after: 0, limit: 100 };

export function importRoutes({ imports, projector }: Desk): Route[] {
  async function answer(status: number, importId: string, paging: Paging) {
    const position = String(projector.position());
    const found = await imports.read(importId, paging);
    return found ? reply(status, { ...found, position }) : problem('not-found');
  }
  return [
    route({
      method: 'post',
      path: '/api/imports',
      summary: 'Looks at a CSV file: what each row would come to, and every fault by row and column.',
      access: { command: 'startBatch' },
      refusal: mayBegin,
      reader: upload,
      body: described,
      bodyParsedLater: true,
      bodyType: 'multipart/form-data',
      answers: { 201: words.importAnswer },
      handle: async ({ viewer, request }) => {
        const asked = form.safeParse(request.body);
        if (!asked.success) return faultsOf(asked.error);
        if (!request.file) return problem('malformed', { detail: 'Send a form with one file named file.' });
        const { mapping: columns, decimal, ...settings } = asked.data;
        const { buffer: bytes, originalname } = request.file;
        const fileName = originalname.slice(0, 200) || 'import.csv';
        const importId = await imports.check(viewer, {
          fileName,
          bytes,
          settings: { ...settings, decimal },
          mapping: columns,
        });
        return typeof importId === 'string' ? answer(201, importId, FIRST) : importId;
      },
    }),
    route({
      method: 'get',
      path: '/api/imports/:id',
      summary: 'An import: how far it is, and its rows.',
      access: { reads: 'batches' },
      query,
      answers: { 200: words.importAnswer },
      handle: ({ param, query: paging }) => answer(200, param('id'), paging),
    }),
    route({
      method: 'post',
      path: '/api/imports/:id/run',
      summary: 'Imports what was looked at, in the background; takes up again what was stopped.',
      access: { command: 'startBatch' },
      refusal: roleRefusal('startBatch', 'batches'),
      body: runBody,
      answers: { 202: words.importAnswer },
      handle: async ({ viewer, param, body: { skipFaults } }) => {
        const refused = await imports.run(viewer, param('id'), skipFaults);
        return refused ?? answer(202, param('id'), FIRST);
      },
    }),
    route({
      method: 'post',
      path: '/api/imports/:id/stop',
      summary: 'Stops an import after the rows that are under way.',
      access: { command: 'stopBatch' },
      refusal: roleRefusal('stopBatch', 'batches'),
      answers: { 200: words.importAnswer },
      handle: async ({ viewer, param }) => {
        const refused = await imports.stop(viewer, param('id'));
        return refused ?? answer(200, param('id'), FIRST);
      },
    }),
  ];
}
