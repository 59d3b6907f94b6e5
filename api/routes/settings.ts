import { z } from 'zod';
import { done } from '#api/answers/answers.ts';
import { recordHistoryRow } from '#api/answers/history.ts';
import { settingsAnswer } from '#api/answers/settings.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { isProblem } from '#api/problems.ts';
import type { Command } from '#commands/command.ts';
import { settingsCommands } from '#commands/registry.ts';
import { mayCommand, UNRELATED, type SettingsCommandName } from '#domain/permissions.ts';
import type { SettingsEvent } from '#domain/settings/events.ts';
import { SETTINGS_ID, type Settings } from '#domain/settings/settings.ts';
import { actorOf } from './asking.ts';
import { doneOf, give, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { sinceFrom } from './since.ts';

const names = Object.keys(settingsCommands) as SettingsCommandName[];

/** There is one record of settings, so its commands need not say on which. */
const defineRoute = (about: RecordRoutes, command: Command<Settings, SettingsEvent>): Route =>
  route({
    method: 'post',
    path: `${about.base}/${command.name}`,
    summary:
      command.name === 'defineLoanTerms'
        ? 'Defines what borrowers sign.'
        : 'Defines what a scan of a label shows to anyone.',
    access: { command: command.name },
    body: command.input,
    bodyParsedLater: true,
    answers: { 200: done },
    handle: async (call) => {
      const finished = await give(about, call, { command, id: SETTINGS_ID, input: call.body });
      return isProblem(finished) ? finished : reply(200, doneOf(finished));
    },
  });

export function settingsRoutes(desk: Desk): Route[] {
  const { settings } = desk.reads;
  const about: RecordRoutes = { base: '/api/settings', desk, sinceOf: sinceFrom(desk, settings.history) };
  return [
    route({
      method: 'get',
      path: '/api/settings',
      summary: 'What administrators have set: the terms of loans, and what a scan shows to anyone.',
      access: { reads: 'settings' },
      answers: { 200: settingsAnswer },
      handle: async ({ viewer }) => {
        const at = String(desk.projector.position());
        const may = names.filter((name) => mayCommand(actorOf(viewer), name, UNRELATED));
        return reply(200, { settings: await settings.now(), may, position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/settings/history',
      summary: 'All changes of the settings.',
      access: { reads: 'recordHistory' },
      answers: { 200: z.strictObject({ items: z.array(recordHistoryRow) }) },
      handle: async ({ viewer }) => {
        return reply(200, { items: (await settings.history(viewer, SETTINGS_ID)) ?? [] });
      },
    }),
    ...Object.values(settingsCommands).map((command) => defineRoute(about, command)),
  ];
}
