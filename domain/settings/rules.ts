import { publicFact, type PublicFact } from './events.ts';
import { SETTINGS_ID, type Settings } from './settings.ts';

/** Nobody makes the settings: they stand from the beginning, and there is one record of them. */
export const areSettings = (state: Settings, id: string): state is Settings => id === SETTINGS_ID;

/** Each once, in the order in which they are shown. */
export const factsInOrder = (facts: readonly PublicFact[]): PublicFact[] =>
  publicFact.options.filter((fact) => facts.includes(fact));
