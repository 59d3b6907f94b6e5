import { describe, expect, it } from 'vitest';
import type { Command } from '#commands/command.ts';
import { ticketCommands } from '#commands/registry.ts';
import { LAB } from '#tests/support/people.ts';

const { openTicket, retitle, rate, reject, reopen, resolve, putOnHold } = ticketCommands;

const isTaken = ({ input }: Pick<Command, 'input'>, given: object): boolean => input.safeParse(given).success;

describe('a rating', () => {
  it.each([1, 2, 3, 4, 5])('has %d points', (score) => expect(isTaken(rate, { score })).toBe(true));

  it.each([0, 6, -1, 2.5, Number.NaN, '3', null])('does not have %s points', (score) =>
    expect(isTaken(rate, { score })).toBe(false),
  );

  it('has points', () => expect(isTaken(rate, { comment: 'Kind' })).toBe(false));
});

describe.each([
  ['rejecting', reject, 'reason'],
  ['reopening', reopen, 'reason'],
  ['resolving', resolve, 'resolution'],
  ['putting on hold', putOnHold, 'reason'],
] as const)('%s', (_, command, field) => {
  it('needs words', () => expect(isTaken(command, {})).toBe(false));

  it.each(['', ' ', '\t\n'])('needs more than blanks: %j', (words) =>
    expect(isTaken(command, { [field]: words })).toBe(false),
  );

  it('takes them without the blanks around them', () =>
    expect(command.input.parse({ [field]: ' No paper ' })).toMatchObject({ [field]: 'No paper' }));

  it('takes 1 to 2,000 characters', () => {
    expect(isTaken(command, { [field]: 'x' })).toBe(true);
    expect(isTaken(command, { [field]: 'x'.repeat(2_000) })).toBe(true);
    expect(isTaken(command, { [field]: 'x'.repeat(2_001) })).toBe(false);
  });
});

describe.each([
  ['a report', openTicket, { roomId: LAB }],
  ['another title', retitle, {}],
] as const)('the title of %s', (_, command, others) => {
  it.each([3, 200])('may have %d characters', (length) =>
    expect(isTaken(command, { ...others, title: 'x'.repeat(length) })).toBe(true),
  );

  it.each([0, 2, 201])('may not have %d characters', (length) =>
    expect(isTaken(command, { ...others, title: 'x'.repeat(length) })).toBe(false),
  );

  it('is counted without the blanks around it', () => {
    expect(isTaken(command, { ...others, title: '  ab  ' })).toBe(false);
    expect(isTaken(command, { ...others, title: ` ${'x'.repeat(200)} ` })).toBe(true);
  });
});
