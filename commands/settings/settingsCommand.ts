import { areSettings } from '#domain/settings/rules.ts';
import { settings } from '#domain/settings/settings.ts';
import { commandsOn } from '../recordCommand.ts';

export const settingsCommand = commandsOn({ aggregate: settings, what: 'settings', exists: areSettings });
