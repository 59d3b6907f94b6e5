import { z } from 'zod';
import { IMAGES_PER_THING } from '#domain/equipment/rules.ts';
import { imageKind } from '#domain/equipment/words.ts';
import { imageId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Puts a picture that the picture store holds on a thing. */
export const attachEquipmentImage = equipmentCommand({
  name: 'attachEquipmentImage',
  input: z.strictObject({ imageId, kind: imageKind.default('photo') }),
  facets: [],
  already: ({ images }, { imageId }) => imageId in images,
  decide: ({ images }, input) =>
    Object.keys(images).length < IMAGES_PER_THING
      ? [{ type: 'EquipmentImageAttached', data: input }]
      : refuse('TooManyImages', { limit: IMAGES_PER_THING }),
});
