import { z } from 'zod';
import { publicFact } from '#domain/settings/events.ts';
import { factsInOrder } from '#domain/settings/rules.ts';
import { settingsCommand } from './settingsCommand.ts';

/** Says what visitors who are not signed in see of a thing whose label they scan. */
export const definePublicScan = settingsCommand({
  name: 'definePublicScan',
  input: z.strictObject({
    facts: z.array(publicFact).max(publicFact.options.length),
    mayReport: z.boolean(),
  }),
  facets: ['publicScan'],
  decide({ publicScan }, { facts: given, mayReport }) {
    const facts = factsInOrder(given);
    const shown = factsInOrder(publicScan.facts);
    const same = facts.join() === shown.join() && mayReport === publicScan.mayReport;
    return same ? [] : [{ type: 'PublicScanDefined', data: { facts, mayReport } }];
  },
});
