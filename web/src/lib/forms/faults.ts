import type { Problem } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

/** Messages by the dotted path of the field. */
export type Faults = Readonly<Record<string, string>>;

type Say = (m: Messages['faults'], number: number) => string;

/** What the schemas of the API say, and how it is said to people. */
const known: readonly (readonly [RegExp, Say])[] = [
  [/expected \w+, received (undefined|null|NaN)/, (m) => m.missing],
  [/expected string to have >=1 characters/, (m) => m.missing],
  [/expected string to have >=(\d+) characters/, (m, number) => m.tooShort(number)],
  [/expected string to have <=(\d+) characters/, (m, number) => m.tooLong(number)],
  [/expected number to be >=?(-?\d+)/, (m, number) => m.tooSmall(number)],
  [/expected number to be <=?(-?\d+)/, (m, number) => m.tooBig(number)],
  [/^Invalid email/, (m) => m.email],
  [/^Invalid UUID/, (m) => m.choose],
  [/^Invalid option/, (m) => m.choose],
  [/^Invalid ISO/, (m) => m.moment],
  [/must match pattern/, (m) => m.pattern],
];

function inWords(message: string, m: Messages): string {
  for (const [pattern, say] of known) {
    const match = pattern.exec(message);
    if (match) return say(m.faults, Number(match[1]));
  }
  return message;
}

/** What is wrong with the fields that a category asks for, which the domain tells as facts. */
const fieldFaults = ({ rejection, facts = {} }: Problem, m: Messages): Faults =>
  rejection === 'FieldInvalid'
    ? Object.fromEntries(
        Object.entries(facts).map(([key, fault]) => [`fields.${key}`, m.faults.field(String(fault))]),
      )
    : {};

/** What somebody else has, beside the field of its name. */
const takenFaults = ({ rejection, facts }: Problem, m: Messages): Faults =>
  rejection === 'Taken' && facts?.['kind'] ? { [String(facts['kind'])]: m.faults.taken } : {};

/** What is wrong with each field of a form, in the reader's language. */
export const faultsOf = (problem: Problem | undefined, m: Messages): Faults => ({
  ...(problem ? { ...fieldFaults(problem, m), ...takenFaults(problem, m) } : {}),
  ...Object.fromEntries((problem?.errors ?? []).map(({ path, message }) => [path, inWords(message, m)])),
});
