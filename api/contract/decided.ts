import type { CommandName, EquipmentCommandName } from '#domain/permissions.ts';

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
