import { z } from 'zod';
import type * as contract from '#api/contract/settings.ts';
import type * as rows from '#api/contract/rows.ts';
import { publicFact } from '#domain/settings/events.ts';
import { commandName, position } from './words.ts';

const decimal = z.string().regex(/^(-1|\d+)$/);

export const settingsRow = z
  .strictObject({
    terms: z.strictObject({ version: z.int(), text: z.string() }),
    publicScan: z.strictObject({ facts: z.array(publicFact), mayReport: z.boolean() }),
    revision: decimal.describe('-1: nothing has been set yet.'),
    position: decimal,
  })
  .meta({ id: 'SettingsRow' });
settingsRow satisfies z.ZodType<rows.SettingsRow>;

export const settingsAnswer = z.strictObject({
  settings: settingsRow,
  may: z.array(commandName),
  position,
});
settingsAnswer satisfies z.ZodType<contract.SettingsAnswer>;
