import type { Stage } from '#domain/equipment/equipment.ts';
import { stagesFor } from '#domain/equipment/stages.ts';
import type { CommandName, EquipmentCommandName } from '#domain/permissions.ts';
import type { StandsNow } from './rows.ts';
import type { Decision } from './stocktakes.ts';

/** What a line of a stock-take's report has come to, by the command that followed. */
const words = {
  moveEquipment: 'Moved here',
  checkIn: 'Checked in here',
  reportFound: 'Found and put here',
  reportMissing: 'Reported missing',
  registerEquipment: 'Registered here',
  leaveLine: 'Left as it is',
} as const satisfies Partial<Record<CommandName, string>>;

/** Those that do something to the thing. */
export type DecidingCommand = keyof typeof words & EquipmentCommandName;

const byCommand = new Map<string, string>(Object.entries(words));

export const decidedInWords = (command: string): string => byCommand.get(command) ?? command;
/** Nothing has followed from it, so that something still may. */
export const isLeft = (command: string | null): boolean => command === ('leaveLine' satisfies CommandName);

/** What brings a thing here, from wherever it is said to be. */
export function hitherFrom(stage: Stage): DecidingCommand {
  if (stage === 'Missing') return 'reportFound';
  return stage === 'CheckedOut' ? 'checkIn' : 'moveEquipment';
}

/** Can this be decided about a thing as it stands now? */
export function takesDecision({ stage, isPart }: StandsNow, decision: Decision): boolean {
  if (stage === null) return decision === 'leave' || decision === 'register';
  if (decision === 'moveHere') {
    const command = hitherFrom(stage);
    return stagesFor[command].includes(stage) && !(isPart && command === 'moveEquipment');
  }
  return decision === 'leave' || (decision === 'reportMissing' && stagesFor.reportMissing.includes(stage));
}
