import fc from 'fast-check';
import { z } from 'zod';
import { catalogue, type DomainEvent, type EventType } from '#domain/catalogue.ts';

type Schema = z.core.$ZodType;
type Json = fc.Arbitrary<unknown>;

const LETTERS = fc.constantFrom(
  'a',
  'b',
  'X',
  'Z',
  '0',
  '7',
  ' ',
  '-',
  '_',
  '.',
  'é',
  'ß',
  '字',
  '🖨️',
  '"',
  '\\',
  '\n',
);

function matching(pattern: RegExp): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(pattern);
  } catch {
    return fc.string({ unit: fc.constantFrom('a', 'Z', '7', 'é', '字'), minLength: 1, maxLength: 12 });
  }
}

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  email: fc.emailAddress(),
  datetime: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
};

interface Check {
  readonly check: string;
  readonly pattern?: RegExp;
}
const checksOf = (schema: Schema): Check[] =>
  (schema._zod.def.checks ?? []).map((check) => check._zod.def as unknown as Check);

function ofString(schema: z.ZodString | z.ZodStringFormat): Json {
  const { format, minLength, maxLength } = schema;
  if (format && formats[format]) return formats[format];
  const pattern = checksOf(schema).find((check) => check.pattern)?.pattern;
  if (pattern) return matching(pattern).map((text) => text.slice(0, schema._zod.bag.maximum));
  return fc.string({
    unit: LETTERS,
    minLength: (minLength ?? 0) * 2,
    maxLength: Math.min(60, maxLength ?? 60),
  });
}

function ofNumber(schema: z.ZodNumber): Json {
  const min = Math.max(schema.minValue ?? -1_000_000, -1_000_000);
  const max = Math.min(schema.maxValue ?? 1_000_000, 1_000_000);
  if (checksOf(schema).some(({ check }) => check === 'multiple_of'))
    return fc.integer({ min: Math.ceil(min * 100), max: Math.floor(max * 100) }).map((n) => n / 100);
  return schema.format === 'safeint'
    ? fc.integer({ min: Math.ceil(min), max })
    : fc.double({ min, max, noNaN: true }).map((n) => n + 0); // JSON has no -0
}

function ofObject(schema: z.ZodObject): Json {
  const fields = Object.entries(schema.shape).map(([key, type]) => [key, type as Schema] as const);
  const requiredKeys = fields.flatMap(([key, type]) => (type instanceof z.ZodExactOptional ? [] : [key]));
  return fc.record(Object.fromEntries(fields.map(([key, type]) => [key, rawOf(type)])), { requiredKeys });
}

const kinds: readonly ((schema: Schema) => Json | undefined)[] = [
  (schema) => (schema instanceof z.ZodString ? ofString(schema) : undefined),
  (schema) => (schema instanceof z.ZodStringFormat ? ofString(schema) : undefined),
  (schema) => (schema instanceof z.ZodNumber ? ofNumber(schema) : undefined),
  (schema) => (schema instanceof z.ZodObject ? ofObject(schema) : undefined),
  (schema) => (schema instanceof z.ZodBoolean ? fc.boolean() : undefined),
  (schema) => (schema instanceof z.ZodEnum ? fc.constantFrom(...schema.options) : undefined),
  (schema) => (schema instanceof z.ZodLiteral ? fc.constantFrom(...schema.values) : undefined),
  (schema) => (schema instanceof z.ZodExactOptional ? rawOf(schema.unwrap()) : undefined),
  (schema) =>
    schema instanceof z.ZodNullable ? fc.option(arbitraryOf(schema.unwrap()), { nil: null }) : undefined,
  (schema) =>
    schema instanceof z.ZodUnion
      ? fc.oneof(...schema.options.map((option) => arbitraryOf(option)))
      : undefined,
  (schema) =>
    schema instanceof z.ZodRecord
      ? fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(schema.valueType), { maxKeys: 4 })
      : undefined,
  (schema) =>
    schema instanceof z.ZodArray
      ? fc.array(arbitraryOf(schema.element), { minLength: 1, maxLength: 3 })
      : undefined,
];

function rawOf(schema: Schema): Json {
  for (const kind of kinds) {
    const arbitrary = kind(schema);
    if (arbitrary) return arbitrary;
  }
  throw new Error(`No arbitrary for ${schema._zod.def.type}.`);
}

/** Values that a schema accepts, as it gives them. */
export function arbitraryOf(schema: Schema): Json {
  return rawOf(schema)
    .map((value) => z.safeParse(schema, value))
    .filter(({ success }) => success)
    .map(({ data }) => data);
}

export const arbitraryEvent = (type: EventType): fc.Arbitrary<DomainEvent> =>
  arbitraryOf(catalogue[type].data).map((data) => ({ type, data }) as DomainEvent);

export const eventTypes = Object.keys(catalogue) as EventType[];
