import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import {
  batchCommands,
  categoryCommands,
  equipmentCommands,
  roomCommands,
  settingsCommands,
  stocktakeCommands,
  ticketCommands,
  userCommands,
} from '#commands/registry.ts';
import { catalogue } from '#domain/catalogue.ts';
import { permissions } from '#domain/permissions.ts';

const registry: Readonly<Record<string, Command>> = {
  ...ticketCommands,
  ...roomCommands,
  ...categoryCommands,
  ...userCommands,
  ...stocktakeCommands,
  ...batchCommands,
  ...settingsCommands,
  ...equipmentCommands,
};
const commands = Object.entries(registry);
const facets = new Set(Object.values(catalogue).flatMap((kind) => kind.facets));

describe('the registry of commands', () => {
  it('has every command that somebody may give', () =>
    expect(Object.keys(registry).sort()).toEqual(Object.keys(permissions).sort()));

  it.each(commands)('knows %s by its own name', (name, command) => expect(command.name).toBe(name));

  it.each(commands)('takes nothing in %s that it does not know', (_, command) => {
    const { error } = command.input.safeParse({ nonsense: 1 });
    expect(error?.issues.find(({ code }) => code === 'unrecognized_keys')?.message).toContain('nonsense');
  });

  it.each(commands)('names for %s only facets that events have', (_, command) =>
    expect(command.facets.filter((facet) => !facets.has(facet))).toEqual([]),
  );
});
