import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configKeys } from '#api/config.ts';
import packageJson from '../../../package.json' with { type: 'json' };

const lines = readFileSync('Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
const argumentsOf = (instruction: string): string[][] =>
  lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.split(/\s+/).slice(1));
const commandOf = (line: string | undefined): string[] =>
  JSON.parse(line?.slice(line.indexOf('[')) ?? '[]') as string[];

describe('The image', () => {
  it('copies files that are there and not left out', () => {
    const sources = argumentsOf('COPY')
      .filter(([first]) => !first?.startsWith('--from='))
      .flatMap((words) => words.slice(0, -1));
    expect(sources).toContain('package-lock.json');
    for (const source of sources) {
      expect(existsSync(source), source).toBe(true);
      expect(ignored, source).not.toContain(source);
    }
  });

  it('leaves out what is made anew in it and what is nobody else’s', () => {
    for (const one of ['**/node_modules', 'web/build', 'data', '.env', '.git'])
      expect(ignored).toContain(one);
  });

  it('runs scripts that there are, the build among them', () => {
    const named = lines.flatMap((line) =>
      [...line.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? ''),
    );
    expect(named).toEqual(['build']);
    for (const name of named) expect(packageJson.scripts).toHaveProperty(name);
  });

  it('starts Daybook as npm start does, with settings that it knows, on the Node of the package', () => {
    const start = commandOf(lines.find((line) => line.startsWith('CMD ')));
    expect(start.join(' ')).toBe(packageJson.scripts.start);
    expect(existsSync(start[1] ?? '')).toBe(true);
    const keys = argumentsOf('ENV').flatMap((pairs) => pairs.map((pair) => pair.split('=')[0]));
    expect(['NODE_ENV', ...configKeys]).toEqual(expect.arrayContaining(keys));
    const [major] = packageJson.dependencies.node.split('.');
    for (const [image] of argumentsOf('FROM')) expect(image).toMatch(new RegExp(`^node:${major}-`));
  });

  it('is asked for its health at an address that is there, and belongs to no administrator', () => {
    const [health] = lines.filter((line) => line.startsWith('HEALTHCHECK '));
    expect(health).toContain('/healthz');
    expect(argumentsOf('USER')).toEqual([['node']]);
  });
});
