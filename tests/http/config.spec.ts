import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigFault, configKeys, readConfig } from '#api/config.ts';

const example = readFileSync('.env.example', 'utf8');
const lines = example.split('\n').filter((line) => /^#?[A-Z_]+=/.test(line));
const settingOf = (line: string): [string, string] => {
  const [key = '', ...value] = line.replace(/^#/, '').split('=');
  return [key, value.join('=')];
};

describe('The settings', () => {
  it('are all in .env.example, and nothing else is', () => {
    expect(lines.map((line) => settingOf(line)[0]).sort()).toEqual([...configKeys].sort());
  });

  it('have a comment each in .env.example', () => {
    const all = example.split('\n');
    for (const line of lines) {
      const before = all.slice(0, all.indexOf(line)).findLast((other) => !/^#?[A-Z_]+=/.test(other));
      expect(before, line).toMatch(/^# \S/);
    }
  });

  it('are by default what .env.example shows', () => {
    const shown = lines.filter((line) => !line.startsWith('#')).map(settingOf);
    expect(readConfig(Object.fromEntries(shown))).toEqual(readConfig({}));
  });

  it('are frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('count as absent when they are empty', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toEqual(readConfig({}));
  });

  it('end the start with every fault by name', () => {
    const faulty = () =>
      readConfig({
        PORT: 'eighty',
        DATABASE_URL: 'postgres://x',
        JWT_SECRET: 'short',
        REGISTRATION: 'perhaps',
      });
    expect(faulty).toThrow(ConfigFault);
    for (const name of ['PORT', 'DATABASE_URL', 'JWT_SECRET', 'REGISTRATION'])
      expect(faulty).toThrow(new RegExp(`^  ${name}: `, 'm'));
  });

  it('read lists and switches', () => {
    const { CORS_ORIGINS, REGISTRATION } = readConfig({
      CORS_ORIGINS: 'https://a.example, https://b.example',
      REGISTRATION: 'true',
    });
    expect(CORS_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
    expect(REGISTRATION).toBe(true);
  });
});
