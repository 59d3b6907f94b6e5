import type { CommandName } from '#domain/permissions.ts';

/** What a line of a stock-take's report has come to, by the command that followed. */
const words = {
  moveEquipment: 'Moved here',
  checkIn: 'Checked in here',
  reportFound: 'Found and put here',
  reportMissing: 'Reported missing',
  registerEquipment: 'Registered here',
} as const satisfies Partial<Record<CommandName, string>>;

export type DecidingCommand = keyof typeof words;

const byCommand = new Map<string, string>(Object.entries(words));

export const decidedInWords = (command: string): string => byCommand.get(command) ?? command;
