import type { SettingsCommandName } from '#domain/permissions.ts';
import type { SettingsEvent } from '#domain/settings/events.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Command } from '../command.ts';
import { defineLoanTerms } from './defineLoanTerms.ts';
import { definePublicScan } from './definePublicScan.ts';

export const settingsCommands = {
  defineLoanTerms,
  definePublicScan,
} as const satisfies Record<SettingsCommandName, Command<Settings, SettingsEvent>>;
