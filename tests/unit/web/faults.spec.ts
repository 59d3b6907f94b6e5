import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '#api/contract/problem.ts';
import { faultsOf } from '../../../web/src/lib/forms/faults.ts';
import { en } from '../../../web/src/lib/messages/en.ts';

const schema = z.strictObject({
  missing: z.string(),
  empty: z.string().min(1),
  short: z.string().min(3),
  long: z.string().max(5),
  low: z.int().min(1),
  high: z.number().max(1_440),
  mail: z.email(),
  room: z.uuid(),
  urgency: z.enum(['low', 'high']),
  until: z.iso.datetime(),
  tag: z.string().regex(/^[a-z]+$/),
});

const refused: Problem = {
  type: '/problems/invalid',
  title: 'Invalid',
  status: 422,
  detail: 'Some fields are not valid.',
  errors: (
    schema.safeParse({
      empty: '',
      short: 'ab',
      long: 'abcdef',
      low: 0,
      high: 2_000,
      mail: 'no',
      room: '',
      urgency: 'great',
      until: 'soon',
      tag: '!',
    }).error?.issues ?? []
  ).map(({ path, message }) => ({ path: path.join('.'), message })),
};

test('what the schemas of the API say is said to people in their words', () => {
  expect(faultsOf(refused, en)).toEqual({
    missing: 'Fill this in.',
    empty: 'Fill this in.',
    short: 'Use at least 3 characters.',
    long: 'Use at most 5 characters.',
    low: 'Enter 1 or more.',
    high: 'Enter 1,440 or less.',
    mail: 'Enter an email address, like name@example.org.',
    room: 'Choose one from the list.',
    urgency: 'Choose one from the list.',
    until: 'Enter a date and a time.',
    tag: 'Use letters, digits, spaces, - and _ only.',
  });
});

test('what is wrong with the fields of a category stands beside them', () => {
  const { errors: _, ...rest } = refused;
  const facts = { os: 'missing', seats: 'notNumber' };
  const problem: Problem = { ...rest, type: '/problems/rejected', rejection: 'FieldInvalid', facts };
  expect(faultsOf(problem, en)).toEqual({ 'fields.os': 'Fill this in.', 'fields.seats': 'Enter a number.' });
});

test('what somebody else has stands beside its field', () => {
  const { errors: _, ...rest } = refused;
  const problem: Problem = { ...rest, type: '/problems/taken', rejection: 'Taken', facts: { kind: 'email' } };
  expect(faultsOf(problem, en)).toEqual({ email: 'This is taken already. Enter another.' });
});

test('a sentence of the desk is left as it is', () => {
  const errors = [{ path: 'password', message: 'This password is known to everybody.' }];
  expect(faultsOf({ ...refused, errors }, en)).toEqual({ password: 'This password is known to everybody.' });
  expect(faultsOf(undefined, en)).toEqual({});
});
