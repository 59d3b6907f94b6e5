import { z } from 'zod';
import { imageAttached } from '#api/answers/answers.ts';
import { reply, route, type Reply, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import type { Command } from '#commands/command.ts';
import type { Readable } from '#domain/permissions.ts';
import { commandIdOf, recordIdFor } from './asking.ts';
import { doneOf, give, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { asRefusal, upload } from './upload.ts';

type Has = (imageId: string) => boolean | Promise<boolean>;

/** A kind of record that has pictures. */
export interface Pictured<S, E> {
  /** `a ticket` */
  readonly what: string;
  readonly reads: Readable;
  readonly attach: Command<S, E>;
  readonly kind: z.ZodType<string, string | undefined>;
  /** Whether a picture is one of the record's; undefined: the record is not there for this viewer. */
  readonly seen: (viewer: Viewer, id: string) => Promise<Has | undefined>;
}

export async function sendPicture({ pictures }: Desk, imageId: string): Promise<Reply | undefined> {
  const picture = await pictures.get(imageId);
  return (
    picture &&
    reply(200, picture.bytes, {
      'Content-Type': picture.type,
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Content-Disposition': 'inline',
    })
  );
}

const attachRoute = <S, E>(about: RecordRoutes, { what, attach, kind, seen }: Pictured<S, E>): Route =>
  route({
    method: 'post',
    path: `${about.base}/:id/images`,
    summary: `Puts an image on ${what}: a form with the file \`image\` and its \`kind\`.`,
    access: { command: attach.name },
    refusal: async ({ viewer, param }) =>
      (await seen(viewer, param('id'))) ? undefined : problem('not-found'),
    reader: upload,
    body: z.object({ kind, image: z.file().optional() }),
    bodyType: 'multipart/form-data',
    answers: { 201: imageAttached },
    handle: async (call) => {
      const { pictures } = about.desk;
      const bytes = call.request.file?.buffer;
      const type = bytes && pictures.typeOf(bytes);
      if (!type) return problem('not-an-image');
      const commandId = commandIdOf(call.request, call.viewer);
      if (typeof commandId !== 'string') return commandId;
      const imageId = recordIdFor(commandId);
      const refused = await pictures.put(imageId, { type, bytes }).then(() => undefined, asRefusal);
      if (refused) return refused;
      const input = { imageId, kind: call.body.kind };
      const given = { command: attach, id: call.param('id'), input, commandId };
      const finished = await give(about, call, given);
      return isProblem(finished) ? finished : reply(201, { ...doneOf(finished), imageId });
    },
  });

/** Putting pictures on records of a kind, and showing them. */
export const imageRoutes = <S, E>(about: RecordRoutes, pictured: Pictured<S, E>): Route[] => [
  attachRoute(about, pictured),
  route({
    method: 'get',
    path: `${about.base}/:id/images/:imageId`,
    summary: `An image of ${pictured.what}.`,
    access: { reads: pictured.reads },
    answers: { 200: { mediaType: 'image/*' } },
    handle: async ({ param, viewer }) => {
      const has = await pictured.seen(viewer, param('id'));
      const imageId = param('imageId');
      const isOne = z.uuid().safeParse(imageId).success && (await has?.(imageId)) === true;
      return (isOne ? await sendPicture(about.desk, imageId) : undefined) ?? problem('not-found');
    },
  }),
];
