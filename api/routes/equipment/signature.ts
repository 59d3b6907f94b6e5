import { createHash } from 'node:crypto';
import { v5 as idFor } from 'uuid';
import { z } from 'zod';
import { signatureKept } from '#api/answers/equipment.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { problem, rejected } from '#api/problems.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import { outlineOf, relationTo } from '#domain/equipment/outline.ts';
import { equipmentPermissionObstacle, stageObstacle } from '#domain/equipment/possible.ts';
import { loanOf } from '#domain/equipment/rules.ts';
import { mayRead } from '#domain/permissions.ts';
import type { Rejection } from '#domain/rejection.ts';
import { actorOf } from '../asking.ts';
import type { RecordRoutes } from '../commands.ts';
import type { Desk } from '../desk.ts';
import { asRefusal, upload } from '../upload.ts';

const SIGNATURES = 'c0b7c4f1-6c2e-4d0b-9d4c-1f6f5f0a7a11';

async function thingOf({ runner }: Desk, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const { state } = await runner.load({ aggregate: equipment, id });
  return isRegistered(state) ? state : undefined;
}

/** The same hand on the same loan of the same thing has the same id, and no other picture has it. */
const signatureIdOf = (
  bytes: Buffer,
  loan: { readonly id: string; readonly since: string },
  by: string,
): string =>
  idFor([loan.id, loan.since, by, createHash('sha256').update(bytes).digest('hex')].join('\n'), SIGNATURES);

/** Is this the picture that the viewer has sent as a signature for the present loan of a thing? */
export async function isOwnSignature(
  desk: Desk,
  { userId }: Viewer,
  { id, signatureId }: { readonly id: string; readonly signatureId: string },
): Promise<boolean> {
  const thing = await thingOf(desk, id);
  const loan = thing && loanOf(thing.standing);
  if (!loan || !z.uuid().safeParse(signatureId).success) return false;
  const picture = await desk.pictures.get(signatureId);
  return (
    picture !== undefined && signatureIdOf(picture.bytes, { id, since: loan.since }, userId) === signatureId
  );
}

/** Why this viewer has nothing to sign here. */
async function obstacle(desk: Desk, viewer: Viewer, id: string): Promise<Rejection | 'nothing' | null> {
  const thing = await thingOf(desk, id);
  if (!thing) return 'nothing';
  const [actor, outline] = [actorOf(viewer), outlineOf(thing)];
  if (!mayRead(actor, 'equipment', relationTo(outline, actor))) return 'nothing';
  return (
    equipmentPermissionObstacle(actor, 'acceptCheckout', outline) ??
    stageObstacle(actor, 'acceptCheckout', outline)
  );
}

export const signatureRoute = ({ base, desk }: RecordRoutes): Route =>
  route({
    method: 'post',
    path: `${base}/:id/signature`,
    summary: 'Keeps the signature of a borrower who is asked for it: a form with the file `image`, a PNG.',
    access: { command: 'acceptCheckout' },
    refusal: async ({ viewer, param }) => {
      const why = await obstacle(desk, viewer, param('id'));
      if (why === 'nothing') return problem('not-found');
      return why ? rejected(why) : undefined;
    },
    reader: upload,
    body: z.object({ image: z.file().optional() }),
    bodyType: 'multipart/form-data',
    answers: { 201: signatureKept },
    handle: async ({ request, viewer, param }) => {
      const bytes = request.file?.buffer;
      if (!bytes || desk.pictures.typeOf(bytes) !== 'image/png')
        return problem('not-an-image', { detail: 'A signature is a PNG image.' });
      const thing = await thingOf(desk, param('id'));
      const loan = thing && loanOf(thing.standing);
      if (!loan) return problem('not-found');
      const imageId = signatureIdOf(bytes, { id: param('id'), since: loan.since }, viewer.userId);
      const refused = await desk.pictures
        .put(imageId, { type: 'image/png', bytes })
        .then(() => undefined, asRefusal);
      return refused ?? reply(201, { imageId });
    },
  });
