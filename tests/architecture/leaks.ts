/** A file that breaks one rule: where it stands, what it says, and the rule that must catch it. */
export interface Leak {
  readonly file: string;
  readonly source: string;
  readonly rule: string;
}

const leak = (rule: string, file: string, ...imports: readonly string[]): Leak => ({
  rule,
  file,
  source: imports.map((from, i) => `import * as leak${i} from '${from}';\nexport { leak${i} };\n`).join(''),
});

/** What a fixture holds besides its leaks, so that every leak resolves. */
export const GROUND = [
  'domain/ids.ts',
  'commands/run.ts',
  'reactors/run.ts',
  'eventstore/journal.ts',
  'eventstore/eventstoredb.ts',
  'vault/open.ts',
  'migrations/read/first.ts',
  'projections/database.ts',
  'projections/run.ts',
  'projections/rooms/row.ts',
  'api/compose.ts',
  'api/config.ts',
  'api/contract/index.ts',
  'cli/daybook.ts',
  'tests/builders.ts',
] as const;

/** What the table allows: none of these may be caught. A cycle is reported once, at `domain/cycleA.ts`. */
export const LEGAL: readonly Leak[] = [
  leak('', 'domain/ticket/legalDomain.ts', '#domain/ids.ts', 'zod'),
  leak('', 'commands/legalCommand.ts', '#domain/ids.ts', '#eventstore/journal.ts', 'zod'),
  leak('', 'reactors/legalReactor.ts', '#domain/ids.ts', '#commands/run.ts', '#eventstore/journal.ts'),
  leak('', 'reactors/adapters/legalAdapter.ts', 'express'),
  leak('', 'eventstore/legalEnvelope.ts', '#domain/ids.ts', 'node:crypto'),
  leak('', 'eventstore/embedded/legalServer.ts', '@grpc/grpc-js', 'node:sqlite'),
  leak('', 'vault/legalVault.ts', '#domain/ids.ts', '#projections/database.ts', 'knex'),
  leak('', 'projections/legalProjection.ts', '#domain/ids.ts', '#eventstore/journal.ts', 'knex'),
  leak(
    '',
    'api/contract/legalContract.ts',
    '#domain/ids.ts',
    '#commands/run.ts',
    '#projections/rooms/row.ts',
  ),
  leak('', 'api/routes/legalRoute.ts', '#commands/run.ts', '#projections/run.ts', '#api/contract/index.ts'),
  leak('', 'cli/legalCli.ts', '#api/compose.ts', '#eventstore/eventstoredb.ts', '#reactors/run.ts'),
  {
    file: 'domain/cycleB.ts',
    source: "import { a } from './cycleA.ts';\nexport const b = (): unknown => a;\n",
    rule: '',
  },
];

export const LEAKS: readonly Leak[] = [
  leak('domain-imports', 'domain/leakToNode.ts', 'node:fs'),
  leak('domain-imports', 'domain/leakToCommands.ts', '#commands/run.ts'),
  leak('domain-imports', 'domain/leakToPackage.ts', 'uuid'),
  leak('domain-imports', 'domain/leakByRelativePath.ts', '../projections/run.ts'),
  leak('commands-imports', 'commands/leakToAdapter.ts', '#eventstore/eventstoredb.ts'),
  leak('commands-imports', 'commands/leakToProjections.ts', '#projections/run.ts'),
  leak('commands-imports', 'commands/leakToNode.ts', 'node:crypto'),
  leak('reactors-imports', 'reactors/leakToSdk.ts', 'express'),
  leak('reactors-imports', 'reactors/leakToProjections.ts', '#projections/run.ts'),
  leak('eventstore-imports', 'eventstore/leakToCommands.ts', '#commands/run.ts'),
  leak('eventstore-imports', 'eventstore/leakToVault.ts', '#vault/open.ts'),
  leak('only-the-adapter-knows-the-client', 'eventstore/leakToClient.ts', '@eventstore/db-client'),
  leak('only-the-embedded-server-speaks-grpc', 'eventstore/leakToGrpc.ts', '@grpc/grpc-js'),
  leak('only-named-files-open-sqlite', 'eventstore/leakToSqlite.ts', 'node:sqlite'),
  leak('vault-imports', 'vault/leakToJournal.ts', '#eventstore/journal.ts'),
  leak('projections-imports', 'projections/leakToCommands.ts', '#commands/run.ts'),
  leak('projections-imports', 'projections/leakToAdapter.ts', '#eventstore/eventstoredb.ts'),
  leak('projections-imports', 'projections/leakToVault.ts', '#vault/open.ts'),
  leak('migrations-imports', 'migrations/read/leakToDomain.ts', '#domain/ids.ts'),
  leak('api/contract-imports', 'api/contract/leakToProjector.ts', '#projections/run.ts'),
  leak('api-imports', 'api/routes/leakToAdapter.ts', '#eventstore/eventstoredb.ts'),
  leak('api-imports', 'api/routes/leakToReactors.ts', '#reactors/run.ts'),
  leak('api-imports', 'api/routes/leakToCompose.ts', '#api/compose.ts'),
  leak('only-databases-know-mysql', 'api/routes/leakToMysql.ts', 'mysql2'),
  leak('web-imports', 'web/src/leakToApi.ts', '../../api/config.ts'),
  leak('web-imports', 'web/src/leakToDomain.ts', '../../domain/ids.ts'),
  leak('composition-root', 'projections/leakToCompose.ts', '#api/compose.ts'),
  leak('composition-root', 'commands/leakToCli.ts', '#cli/daybook.ts'),
  leak('tests-stay-outside', 'api/routes/leakToTests.ts', '#tests/builders.ts'),
  leak('unresolved', 'api/routes/leakToNowhere.ts', '#domain/missing.ts'),
  leak('unresolved', 'cli/leakToMissingPackage.ts', 'a-package-that-is-not-installed'),
  leak('no-development-packages', 'api/routes/leakToDevelopment.ts', 'fast-check'),
  {
    file: 'domain/leakOfType.ts',
    source: "import type * as x from '#projections/run.ts';\nexport type { x };\n",
    rule: 'domain-imports',
  },
  {
    file: 'domain/leakByImport.ts',
    source: "export const x = () => import('#commands/run.ts');\n",
    rule: 'domain-imports',
  },
  {
    file: 'domain/cycleA.ts',
    source: "import { b } from './cycleB.ts';\nexport const a = (): unknown => b;\n",
    rule: 'no-cycles',
  },
];
