import { describe, expect, test } from 'vitest';
import { categories } from '#cli/demo/categories.ts';
import { people, signIns } from '#cli/demo/people.ts';
import { plan } from '#cli/demo/plan.ts';
import { rooms } from '#cli/demo/rooms.ts';
import type { Command } from '#commands/command.ts';
import * as registry from '#commands/registry.ts';
import { POLICY } from '#tests/support/given.ts';

const inputs = new Map(
  Object.values(registry).flatMap((commands) =>
    Object.values(commands as Readonly<Record<string, Pick<Command, 'name' | 'input'>>>).map(
      ({ name, input }): [string, Command['input']] => [name, input],
    ),
  ),
);
const NOW = Date.parse('2026-11-22T20:00:00Z');
const DAY = 86_400_000;
const steps = plan(NOW, POLICY);
const opened = steps.filter(({ command }) => command === 'openTicket');

describe('the plan of the demo', () => {
  test('is the same for the same moment', () => {
    expect(plan(NOW, POLICY)).toEqual(steps);
  });

  test('is of the size that it promises', () => {
    expect(opened).toHaveLength(1_500);
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(rooms.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(categories)).toHaveLength(12);
    expect(Object.values(categories).filter(({ fields }) => fields.length > 0).length).toBeGreaterThan(3);
    expect(new Set(signIns.map(({ role }) => role)).size).toBe(4);
  });

  test('tells of six months up to now, in order', () => {
    const times = opened.map(({ at }) => at);
    expect(NOW - (times[0] ?? NOW)).toBeGreaterThan(175 * DAY);
    expect(NOW - (times.at(-1) ?? 0)).toBeLessThan(2 * DAY);
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  const BEGIN = [
    'openTicket',
    'registerEquipment',
    'openRoom',
    'createCategory',
    'registerUser',
    'startStocktake',
  ];

  test.each(Array.from({ length: 7 }, (_, days) => new Date(NOW + days * DAY)))(
    'asks nothing of what is not there yet, begun on %s',
    (day) => {
      const there = new Set<string>();
      const early = [0, 6, 12, 18].flatMap((hour) => {
        there.clear();
        return plan(day.getTime() - hour * 3_600_000, POLICY).filter(({ id, command, record, after }) => {
          if (BEGIN.includes(command) || record === 'settings') there.add(id);
          return !there.has(id) || (after !== undefined && !there.has(after));
        });
      });
      expect(early.map(({ command, id }) => `${command} ${id}`)).toEqual([]);
    },
  );

  test('gives only inputs that its commands take', () => {
    const faults = steps.flatMap((step) => {
      const parsed = inputs.get(step.command)?.safeParse(step.input);
      return parsed?.success ? [] : [`${step.command}: ${parsed?.error.message}`];
    });
    expect(faults).toEqual([]);
  });

  test('knows lending, signing, repairs, parts, stock-takes and what came to its end', () => {
    const commands = new Set(steps.map(({ command }) => command));
    for (const command of [
      ...['registerEquipment', 'checkOut', 'acceptCheckout', 'checkIn', 'startRepair', 'finishRepair'],
      ...['planMaintenance', 'fitComponent', 'retireEquipment', 'scan', 'finishStocktake', 'defineLoanTerms'],
    ] as const)
      expect(commands).toContain(command);
    expect(steps.filter(({ command }) => command === 'registerEquipment').length).toBeGreaterThan(400);
  });

  test('leaves no slot of a sentence unfilled', () => {
    const words = steps.flatMap(({ input }) =>
      Object.values(input).filter((value) => typeof value === 'string'),
    );
    expect(words.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('knows waiting, merging, reopening, rating, notes and checklists, and leaves some tickets at work', () => {
    const commands = new Set(steps.map(({ command }) => command));
    for (const command of [
      'putOnHold',
      'resume',
      'merge',
      'reopen',
      'rate',
      'reject',
      'cancel',
      'logWork',
    ] as const)
      expect(commands).toContain(command);
    const ended = new Set(
      steps
        .filter(({ command }) => ['resolve', 'reject', 'cancel', 'merge'].includes(command))
        .map(({ id }) => id),
    );
    const live = opened.filter(({ id }) => !ended.has(id));
    expect(live.length).toBeGreaterThan(25);
  });
});
