import { z } from 'zod';
import type { Viewer } from '#api/http/route.ts';
import { equipmentCommands } from '#commands/registry.ts';
import { equipment, isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { outlineOf, relationTo } from '#domain/equipment/outline.ts';
import { imageKind, tellsOfPurchase, type EquipmentImageKind } from '#domain/equipment/words.ts';
import { mayRead, reachOf } from '#domain/permissions.ts';
import { actorOf } from '../asking.ts';
import type { Desk } from '../desk.ts';
import type { ThingAsked } from './filters.ts';
import type { Pictured } from '../images.ts';

/** The signatures of a thing's loans are to be seen where its pictures are: the present one, and by staff those before. */
async function isSignature({ reads }: Desk, viewer: Viewer, pictured: { id: string; imageId: string }) {
  const { id, imageId } = pictured;
  const signedAt = async (asked: ThingAsked) =>
    (await reads.equipment.find(viewer, id, asked))?.equipment.loan?.signatureId === imageId;
  if (await signedAt({})) return true;
  const history = (await reads.equipment.history(viewer, id)) ?? [];
  for (const { revision } of history.filter(({ type }) => type === 'CheckoutAccepted'))
    if (await signedAt({ revision })) return true;
  return false;
}

export const equipmentPictures = (desk: Desk): Pictured<Equipment, EquipmentEvent> => ({
  what: 'a thing',
  reads: 'equipment',
  attach: equipmentCommands.attachEquipmentImage,
  kind: imageKind.default('photo'),
  seen: async (viewer, id) => {
    if (!z.uuid().safeParse(id).success) return undefined;
    const { state } = await desk.runner.load({ aggregate: equipment, id });
    if (!isRegistered(state)) return undefined;
    const actor = actorOf(viewer);
    // A component is its host's borrower's too, which only the tables know.
    const isThere =
      mayRead(actor, 'equipment', relationTo(outlineOf(state), actor)) ||
      (await desk.reads.equipment.find(viewer, id)) !== undefined;
    if (!isThere) return undefined;
    const whole = reachOf(viewer.role, 'purchases') === 'any';
    const kinds = new Map<string, EquipmentImageKind>(Object.entries(state.images));
    return (imageId) => {
      const kind = kinds.get(imageId);
      if (kind) return whole || !tellsOfPurchase(kind);
      return isSignature(desk, viewer, { id, imageId });
    };
  },
});
