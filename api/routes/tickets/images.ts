import multer from 'multer';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { imageAttached } from '#api/answers/answers.ts';
import type { Problem } from '#api/contract/problem.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem, sendProblem } from '#api/problems.ts';
import { ticketCommands } from '#commands/registry.ts';
import { imageId as parseImageId } from '#domain/ids.ts';
import { mayRead } from '#domain/permissions.ts';
import { relationTo } from '#domain/ticket/relation.ts';
import { isOpened } from '#domain/ticket/rules.ts';
import { ticket, type OpenedTicket } from '#domain/ticket/ticket.ts';
import { imageKind } from '#domain/ticket/words.ts';
import { actorOf, commandIdOf, recordIdFor } from '../asking.ts';
import { doneOf, give, type RecordRoutes } from '../commands.ts';

const MOST_BYTES = 8 * 1024 * 1024;

const memory = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 8, fieldSize: 1_000 },
}).single('image');

/** Reads the form into memory; what is too large or no form at all is a problem, not a fault. */
const upload: RequestHandler = (request, response, next) => {
  void memory(request, response, (error: unknown) => {
    if (error === undefined) next();
    else if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE')
      sendProblem(response, problem('too-large', { detail: 'An image can have up to 8 MiB.' }));
    else sendProblem(response, problem('malformed', { detail: 'Send a form with one file named image.' }));
  });
};

/** The picture store says no by an error of this name, with a sentence for people. */
function asRefusal(error: unknown): Problem {
  if (error instanceof Error && error.name === 'PictureRefused')
    return problem('taken', { detail: error.message });
  throw error;
}

const form = z.object({ kind: imageKind.default('problem') });

export function imageRoutes(about: RecordRoutes): Route[] {
  const { base, desk } = about;

  /** The ticket, if it is there for this viewer. */
  async function seen(viewer: Viewer, id: string): Promise<OpenedTicket | undefined> {
    if (!z.uuid().safeParse(id).success) return undefined;
    const { state } = await desk.runner.load({ aggregate: ticket, id });
    const actor = actorOf(viewer);
    return isOpened(state) && mayRead(actor, 'tickets', relationTo(state, actor)) ? state : undefined;
  }

  return [
    route({
      method: 'post',
      path: `${base}/:id/images`,
      summary: 'Puts an image on a ticket: a form with the file `image` and its `kind`.',
      access: { command: 'attachImage' },
      refusal: async ({ viewer, param }) =>
        (await seen(viewer, param('id'))) ? undefined : problem('not-found'),
      reader: upload,
      body: form.extend({ image: z.file().optional() }),
      bodyType: 'multipart/form-data',
      answers: { 201: imageAttached },
      handle: async (call) => {
        const id = call.param('id');
        const bytes = call.request.file?.buffer;
        const type = bytes && desk.pictures.typeOf(bytes);
        if (!type) return problem('not-an-image');
        const commandId = commandIdOf(call.request, call.viewer);
        if (typeof commandId !== 'string') return commandId;
        const imageId = recordIdFor(commandId);
        const refused = await desk.pictures.put(imageId, { type, bytes }).then(() => undefined, asRefusal);
        if (refused) return refused;
        const input = { imageId, kind: call.body.kind };
        const given = { command: ticketCommands.attachImage, id, input, commandId };
        const finished = await give(about, call, given);
        return isProblem(finished) ? finished : reply(201, { ...doneOf(finished), imageId });
      },
    }),
    route({
      method: 'get',
      path: `${base}/:id/images/:imageId`,
      summary: 'An image of a ticket.',
      access: { reads: 'tickets' },
      answers: { 200: { mediaType: 'image/*' } },
      handle: async ({ param, viewer }) => {
        const state = await seen(viewer, param('id'));
        const imageId = parseImageId.safeParse(param('imageId')).data;
        if (!state || imageId === undefined || !(imageId in state.images)) return problem('not-found');
        const picture = await desk.pictures.get(imageId);
        if (!picture) return problem('not-found');
        return reply(200, picture.bytes, {
          'Content-Type': picture.type,
          'Cache-Control': 'private, max-age=31536000, immutable',
          'Content-Disposition': 'inline',
        });
      },
    }),
  ];
}
