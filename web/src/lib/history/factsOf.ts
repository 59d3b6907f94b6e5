import type { Messages } from '#lib/messages/languages.ts';
import type { Reader } from '#lib/reader.ts';
import type { StateFact, StatePicture } from './differences.ts';
import { valueInWords } from './valueInWords.ts';

interface Telling {
  readonly m: Messages;
  readonly reader: Reader;
  /** Of the custom fields, by their keys. */
  readonly labels: Labels;
  /** Where a picture can be had, which was not removed since. */
  readonly hrefOf: (imageId: string) => string | null;
}
type Labels = Readonly<Record<string, string>>;
type Pictured = readonly Omit<StatePicture, 'href'>[];
type Value = string | number | boolean | Pictured | null | undefined;

/** How each fact is had from the state of a record, in the order of its page. */
export type Getters<S> = Readonly<Record<string, (state: S, m: Messages, labels: Labels) => Value>>;

/** The custom fields of a record, a line each. */
export const customFields = (
  { fields = {} }: { readonly fields?: Readonly<Record<string, string | number | boolean>> },
  m: Messages,
  labels: Labels,
): string =>
  Object.entries(fields)
    .map(([key, value]) => `${labels[key] ?? m.history.field(`fields.${key}`)}: ${String(value)}`)
    .join('\n');

/** How many there are of each kind. */
const counted = (pictures: Pictured): string =>
  [...Map.groupBy(pictures, ({ kind }) => kind)].map(([kind, of]) => `${kind}: ${of.length}`).join(', ');

/** All facts that a state has, in words. */
export const factsOf =
  <S>(getters: Getters<S>) =>
  (state: S, { m, reader, labels, hrefOf }: Telling): readonly StateFact[] =>
    Object.entries(getters).map(([field, get]) => {
      const value = get(state, m, labels) ?? '';
      const fact = { field, label: m.history.field(field) };
      if (typeof value === 'object') {
        const pictures = value.map((one) => ({ ...one, href: hrefOf(one.imageId) }));
        return { ...fact, text: counted(value), pictures };
      }
      return { ...fact, text: value === '' ? '' : valueInWords(field, value, m, reader) };
    });
