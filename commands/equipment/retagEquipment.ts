import { z } from 'zod';
import { isRegistered } from '#domain/equipment/equipment.ts';
import { tag } from '#domain/equipment/words.ts';
import { NO_CLAIMS } from '../define.ts';
import { equipmentCommand } from './equipmentCommand.ts';
import { exchanged } from './uniqueClaims.ts';

/** Puts another label on a thing; the old tag is free for others then. */
export const retagEquipment = equipmentCommand({
  name: 'retagEquipment',
  input: z.strictObject({ tag }),
  facets: ['tag'],
  claims: ({ tag: next }, state) => (isRegistered(state) ? exchanged('tag', state.tag, next) : NO_CLAIMS),
  already: (thing, input) => thing.tag === input.tag,
  decide: (_, input) => [{ type: 'EquipmentRetagged', data: input }],
});
