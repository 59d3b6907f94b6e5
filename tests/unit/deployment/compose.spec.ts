import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configKeys, readConfig } from '#api/config.ts';

const service = z.looseObject({
  image: z.string().optional(),
  build: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).default([]),
});
const file = z.looseObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
  configs: z.record(z.string(), z.object({ content: z.string() })),
});
const text = readFileSync('docker-compose.yml', 'utf8');
const { services, volumes, configs } = file.parse(parse(text));
const { app, ...stores } = services;

/** As compose does it, with the given passwords. */
const substituted = (value: string): string =>
  value.replaceAll(
    /\$\{(\w+)(?::-([^}]*)|:\?)\}/g,
    (_, _name: string, fallback?: string) => fallback ?? 'secret',
  );

describe('docker-compose.yml', () => {
  it('brings Daybook, a journal that speaks the protocol of EventStoreDB, MySQL 8.4 and Redis', () => {
    expect(app?.build).toBe('.');
    const images = Object.values(stores).map(({ image }) => image ?? '');
    for (const wanted of [/^kurrentplatform\/kurrentdb:\d/, /^mysql:8\.4$/, /^redis:\d/])
      expect(images.filter((image) => wanted.test(image))).toHaveLength(1);
    expect(images).toHaveLength(3);
  });

  it('looks after the health of each store, and lets Daybook wait for it', () => {
    for (const [name, { healthcheck }] of Object.entries(stores)) {
      expect(healthcheck, name).toBeDefined();
      expect(app?.depends_on[name], name).toEqual({ condition: 'service_healthy' });
    }
  });

  it('gives Daybook settings that it knows, and that are valid', () => {
    const environment = app?.environment ?? {};
    expect(configKeys).toEqual(expect.arrayContaining(Object.keys(environment)));
    const given = Object.entries(environment).map(([key, value]) => [key, substituted(value)] as const);
    const config = readConfig(Object.fromEntries(given));
    for (const key of ['EVENTSTORE_URL', 'DATABASE_URL', 'VAULT_DATABASE_URL', 'REDIS_URL'] as const) {
      const { hostname, port } = new URL(config[key] ?? '');
      expect(Object.keys(stores), key).toContain(hostname);
      expect(port, key).not.toBe('');
    }
  });

  it('makes both schemas, with names that the addresses name', () => {
    const made = [
      stores['database']?.environment['MYSQL_DATABASE'],
      /CREATE DATABASE IF NOT EXISTS (\w+);/.exec(configs['vault-schema']?.content ?? '')?.[1],
    ];
    const named = ['DATABASE_URL', 'VAULT_DATABASE_URL'].map((key) =>
      substituted(app?.environment[key] ?? '')
        .split('/')
        .at(-1),
    );
    expect(named).toEqual(made);
    expect(stores['database']?.configs.map(({ source }) => source)).toEqual(['vault-schema']);
  });

  it('keeps the journal, the database and the pictures in volumes that outlive their containers', () => {
    const mounted = Object.entries(services).flatMap(([name, one]) =>
      one.volumes.map((volume) => [name, volume.split(':')[0]] as const),
    );
    expect(mounted).toEqual([
      ['app', 'pictures'],
      ['journal', 'journal'],
      ['database', 'database'],
    ]);
    expect(Object.keys(volumes).sort()).toEqual(['database', 'journal', 'pictures']);
  });

  it('asks for its passwords, each by a name that its head explains', () => {
    const head = text.slice(0, text.indexOf('\nname:'));
    const asked = new Set([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name ?? ''));
    expect([...asked].sort()).toEqual(['MYSQL_PASSWORD', 'MYSQL_ROOT_PASSWORD']);
    for (const name of asked) expect(head).toContain(name);
  });

  it('gives a process that is to end the time that it takes for what is under way', () => {
    expect(app?.['stop_grace_period']).toBe('20s');
  });
});
