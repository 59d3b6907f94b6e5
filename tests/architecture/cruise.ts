import { cruise, type ICruiseResult, type IReporterOutput } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import config from '../../dependency-cruiser.config.ts';

export const FOLDERS = [
  'domain',
  'commands',
  'reactors',
  'eventstore',
  'vault',
  'projections',
  'migrations',
  'api',
  'cli',
  'tests',
  'web',
];

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Every import in a tree that the rules of `dependency-cruiser.config.ts` forbid, and how many files were read. */
export async function violationsOf(root: string): Promise<{ violations: Violation[]; modules: number }> {
  const { options, forbidden } = config;
  const { enhancedResolveOptions, tsConfig, ...cruiseOptions } = options;
  const result: IReporterOutput = await cruise(
    FOLDERS.filter((folder) => existsSync(join(root, folder))),
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden }, outputType: 'json' },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, tsConfig.fileName)) },
  );
  const { summary } = (
    typeof result.output === 'string' ? JSON.parse(result.output) : result.output
  ) as ICruiseResult;
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
