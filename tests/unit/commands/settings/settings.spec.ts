import { describe, expect, it } from 'vitest';
import { defineLoanTerms } from '#commands/settings/defineLoanTerms.ts';
import { definePublicScan } from '#commands/settings/definePublicScan.ts';
import type { PublicFact, SettingsEvent } from '#domain/settings/events.ts';
import { settings, SETTINGS_ID } from '#domain/settings/settings.ts';
import { given, happened, record } from '#tests/support/given.ts';
import { ada, ana, audrey, ids, kim } from '#tests/support/people.ts';

const asAdmin = { id: SETTINGS_ID, actor: ada };
const terms = (version: number, text: string): SettingsEvent => ({
  type: 'LoanTermsDefined',
  data: { version, text },
});
const shown = (facts: PublicFact[], mayReport = true): SettingsEvent => ({
  type: 'PublicScanDefined',
  data: { facts, mayReport },
});
const after = (...events: SettingsEvent[]) =>
  record(settings, SETTINGS_ID, ...events.map((event) => happened(event)));

describe('the terms of a loan', () => {
  const first = { text: 'Bring it back.' };

  it('begin with version 1', () =>
    given().when(defineLoanTerms, first, asAdmin).then(terms(1, 'Bring it back.')));

  it('have a new version with each change', () =>
    given(after(terms(1, 'Bring it back.'), terms(2, 'Keep it dry.')))
      .when(defineLoanTerms, first, asAdmin)
      .then(terms(3, 'Bring it back.')));

  it('do not change when the same is said again', () =>
    given(after(terms(1, 'Bring it back.')))
      .when(defineLoanTerms, { text: '  Bring it back. ' }, asAdmin)
      .then());

  it.each(['', '   ', 'x'.repeat(20_001)])('are not empty, nor a book', (text) =>
    expect(defineLoanTerms.input.safeParse({ text }).success).toBe(false),
  );
});

describe('what visitors see of a scanned label', () => {
  it('is what an administrator allows, each fact once', () =>
    given()
      .when(definePublicScan, { facts: ['room', 'name', 'room'], mayReport: false }, asAdmin)
      .then(shown(['name', 'room'], false)));

  it('does not change when the same is said again, in whatever order', () =>
    given(after(shown(['name', 'room'])))
      .when(definePublicScan, { facts: ['room', 'name'], mayReport: true }, asAdmin)
      .then());

  it('can be nothing, as at the beginning', () => {
    given().when(definePublicScan, { facts: [], mayReport: true }, asAdmin).then();
    given(after(shown(['name'])))
      .when(definePublicScan, { facts: [], mayReport: true }, asAdmin)
      .then(shown([]));
  });

  it('can leave the facts and change who may report', () =>
    given(after(shown(['name'])))
      .when(definePublicScan, { facts: ['name'], mayReport: false }, asAdmin)
      .then(shown(['name'], false)));
});

describe('settings', () => {
  const commands = [
    ['defineLoanTerms', defineLoanTerms, { text: 'Bring it back.' }],
    ['definePublicScan', definePublicScan, { facts: ['name'], mayReport: true }],
  ] as const;

  it.each(commands)('are one record: %s', (_, command, input) =>
    given()
      .when(command as typeof defineLoanTerms, input as { text: string }, { ...asAdmin, id: ids.room(1) })
      .refuses('NotFound'),
  );

  it.each(commands)('are for administrators: %s', (_, command, input) => {
    for (const actor of [kim, audrey, ana])
      given()
        .when(command as typeof defineLoanTerms, input as { text: string }, { ...asAdmin, actor })
        .refuses('NotAllowed');
  });
});
