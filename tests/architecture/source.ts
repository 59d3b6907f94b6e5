import { globSync } from 'node:fs';

const LONGEST = 150;

interface SourceRule {
  readonly name: string;
  readonly in: RegExp;
  readonly not: RegExp;
  readonly found: RegExp;
}

const NOTHING = /^$/;
/** The impure rim, where clocks and randomness come from. */
const SHELLS = /^(commands|projections|reactors)\/run|^projections\/session\.ts$|^reactors\/adapters\//;
const rules: readonly SourceRule[] = [
  {
    name: 'reads a clock',
    in: /^(domain|commands|projections|reactors)\//,
    not: SHELLS,
    found: /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bperformance\.now\(|\bprocess\.hrtime/,
  },
  {
    name: 'draws randomness',
    in: /^(domain|commands|projections|reactors)\//,
    not: SHELLS,
    found: /\bMath\.random\(|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\bv4\(\)/,
  },
  {
    name: 'reads the environment',
    in: /^(domain|commands|reactors|eventstore|vault|projections|migrations|api|cli)\//,
    not: /^api\/config\.ts$/,
    found: /\bprocess\.env\b(?!\['DAYBOOK_API'\] =)/,
  },
  {
    name: 'silences a rule without saying why',
    in: /./,
    not: NOTHING,
    found: /eslint-disable(?!.* -- )|@ts-(ignore|nocheck|expect-error)(?! \S)/,
  },
  {
    name: 'silences rules for a whole file',
    in: /./,
    not: NOTHING,
    found: /\/\* eslint-disable(?!-)/,
  },
  { name: 'leaves work for later', in: /./, not: NOTHING, found: /\b(TODO|FIXME|XXX)\b(?!\(#\d+\))/ },
];

/** Product files, as paths from the root: TypeScript of all folders but tests and what is generated. */
export const productFiles = (root: string): string[] =>
  globSync('{domain,commands,reactors,eventstore,vault,projections,migrations,api,cli}/**/*.ts', {
    cwd: root,
  }).sort();

/** What is wrong in one product file, a line a fault. */
export function faultsOf(file: string, source: string): string[] {
  const lines = source.trimEnd().split('\n');
  const broken = rules
    .filter((rule) => rule.in.test(file) && !rule.not.test(file))
    .flatMap(({ name, found }) => {
      const line = lines.findIndex((text) => found.test(text));
      return line < 0 ? [] : [`${file}:${line + 1} ${name}`];
    });
  return lines.length > LONGEST
    ? [...broken, `${file} has ${lines.length} lines, more than ${LONGEST}`]
    : broken;
}

export const plantedFaults: readonly (readonly [fault: string, file: string, source: string])[] = [
  ['reads a clock', 'domain/ticket/rules.ts', 'export const now = () => Date.now();'],
  ['reads a clock', 'commands/ticket/openTicket.ts', 'export const now = new Date().toISOString();'],
  ['reads a clock', 'projections/ticketQueue/projection.ts', 'export const now = Temporal.Now.instant();'],
  ['draws randomness', 'domain/ids.ts', 'export const id = () => crypto.randomUUID();'],
  ['draws randomness', 'commands/ticket/comment.ts', 'export const dice = Math.random();'],
  ['reads the environment', 'api/app.ts', 'export const port = process.env.PORT;'],
  ['silences a rule without saying why', 'api/app.ts', '// eslint-disable-next-line complexity'],
  ['silences rules for a whole file', 'api/app.ts', '/* eslint-disable complexity -- it is long */'],
  ['silences a rule without saying why', 'api/app.ts', '// @ts-ignore'],
  ['leaves work for later', 'api/app.ts', '// TODO think'],
  ['has 151 lines', 'api/app.ts', 'export {};\n'.repeat(LONGEST + 1)],
];
