import { z } from 'zod';
import { imageId } from '#domain/ids.ts';
import { equipmentCommand } from './equipmentCommand.ts';

export const removeEquipmentImage = equipmentCommand({
  name: 'removeEquipmentImage',
  input: z.strictObject({ imageId }),
  facets: [],
  already: ({ images }, { imageId }) => !(imageId in images),
  decide: (_, input) => [{ type: 'EquipmentImageRemoved', data: input }],
});
