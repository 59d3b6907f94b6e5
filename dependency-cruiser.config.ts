import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

const npm = (...names: readonly string[]): string[] =>
  names.map((name) => `(^|/)node_modules/(@types/)?${name}/`);
const JOURNAL = '^eventstore/journal\\.ts$';
/** A built-in module of Node: the only names without a dot. */
const NODE = '^[a-z:/_0-9]+$';
const ROWS = '^projections/[^/]+/row\\.ts$';

/** What the files of a folder may import besides each other. */
const only = (folder: string, allowed: readonly string[], except = '^$'): IForbiddenRuleType => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: except },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});

/** Something that only the named files may import. */
const kept = (
  name: string,
  what: string | readonly string[],
  users: readonly string[],
): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { pathNot: ['^tests/', '^web/', '^migrations/', ...users] },
  to: { path: [what].flat() },
});

const layers: IForbiddenRuleType[] = [
  only('domain', npm('zod')),
  only('commands', [
    '^domain/',
    JOURNAL,
    '^(node:)?(util|timers/promises)$',
    ...npm('zod', 'uuid', 'lru-cache'),
  ]),
  only('reactors', ['^domain/', '^commands/', JOURNAL, ...npm('zod')], '^reactors/adapters/'),
  only('eventstore', [
    '^domain/',
    ...npm(
      'zod',
      'uuid',
      'canonicalize',
      'lru-cache',
      '@eventstore/db-client',
      '@grpc/grpc-js',
      'google-protobuf',
    ),
    NODE,
  ]),
  only('vault', [
    '^domain/',
    '^projections/(database|lock|sqlite)',
    '^migrations/',
    NODE,
    ...npm('knex', 'zod', 'uuid'),
  ]),
  only('projections', ['^domain/', '^migrations/', JOURNAL, NODE, ...npm('knex', 'mysql2', 'zod')]),
  only('migrations', npm('knex')),
  only('api/contract', ['^domain/', '^commands/', ROWS, ...npm('zod')]),
  {
    name: 'api-imports',
    severity: 'error',
    from: { path: '^api/', pathNot: '^api/compose/|^api/(compose|main|portal|reads)\\.ts$|^api/contract/' },
    to: {
      path: ['^reactors/', '^eventstore/', '^cli/', '^tests/', '^web/', '^api/(compose|main)\\.ts$'],
      pathNot: JOURNAL,
    },
  },
  {
    name: 'web-imports',
    severity: 'error',
    from: { path: '^web/' },
    to: {
      path: '^(domain|commands|reactors|eventstore|vault|projections|migrations|api|cli|tests)/',
      pathNot: '^api/contract/',
    },
  },
  {
    name: 'composition-root',
    severity: 'error',
    from: { pathNot: '^(api|cli|tests)/' },
    to: { path: '^(cli/|api/(compose|main)\\.ts$)' },
  },
  { name: 'tests-stay-outside', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
];

const sdks: IForbiddenRuleType[] = [
  kept('only-the-adapter-knows-the-client', npm('@eventstore/db-client'), [
    '^eventstore/eventstoredb[./]',
    '^eventstore/embedded/',
  ]),
  kept('only-the-embedded-server-speaks-grpc', npm('@grpc/grpc-js', 'google-protobuf'), [
    '^eventstore/embedded/',
  ]),
  kept('only-named-files-open-sqlite', '^(node:)?sqlite$', ['^eventstore/embedded/', '^projections/sqlite']),
  kept('only-databases-know-mysql', npm('mysql2'), ['^projections/', '^vault/']),
];

/** SvelteKit and Vite make these when they build; `svelte-check` holds them. */
const MADE_BY_SVELTEKIT = '^\\$(app|env)/|^\\./\\$types$|\\?url$';

const hygiene: IForbiddenRuleType[] = [
  {
    name: 'unresolved',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: MADE_BY_SVELTEKIT },
  },
  {
    name: 'no-development-packages',
    severity: 'error',
    from: { pathNot: '^(tests|web)/|\\.config\\.ts$' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: '^(domain|commands|reactors|eventstore|vault|projections|api|cli)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
  },
];

/** Who may import whom; the table is explained in DECISIONS.md and held by tests/architecture.spec.ts. */
export default {
  forbidden: [...layers, ...sdks, ...hygiene],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '^web/build/'] },
    exclude: { path: ['(^|/)\\.svelte-kit/', '^web/build/', '^tests/load/', '^\\.cache/', '^data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
} satisfies IConfiguration;
