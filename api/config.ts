import { existsSync } from 'node:fs';
import { z } from 'zod';

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const urlOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL with ${protocols.join(' or ')}`,
  });
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Every setting of Daybook by the name of its environment variable; `.env.example` explains them. */
const settings = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: whole(0, 65_535).default(3000),
  PUBLIC_URL: urlOf('http:', 'https:').optional(),
  TRUST_PROXY: whole(0, 10).default(0),
  CORS_ORIGINS: list.default([]),
  DATA_DIR: z.string().min(1).default('./data'),
  EVENTSTORE_URL: urlOf('esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:').optional(),
  DATABASE_URL: urlOf('mysql:').optional(),
  VAULT_DATABASE_URL: urlOf('mysql:').optional(),
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  JWT_SECRET: z.string().min(32).optional(),
  REGISTRATION: z.stringbool().default(false),
  METRICS_TOKEN: z.string().min(16).optional(),
  RATE_LIMIT_REQUESTS: whole(1, 1_000_000_000).default(3_000),
  RATE_LIMIT_MINUTES: whole(1, 1_440).default(15),
  RATE_LIMIT_SIGN_IN: whole(1, 1_000_000_000).default(100),
  REQUEST_TIMEOUT_SECONDS: whole(1, 600).default(30),
  CLOSE_AFTER_DAYS: whole(1, 365).default(7),
  REOPEN_WITHIN_DAYS: whole(1, 3_650).default(30),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug', 'silent']).default('http'),
});

export type Config = Readonly<z.output<typeof settings>>;
export const configKeys: readonly string[] = Object.keys(settings.shape);

/** The settings are not valid; the message names each fault. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** The environment of the process, with what a file `.env` in the working directory adds to it. */
function ambient(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/**
 * Reads the settings from an environment; an empty value counts as absent.
 * @throws {ConfigFault} with a line for each fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = ambient()): Config {
  const given = Object.fromEntries(
    configKeys.flatMap((key) => (environment[key] ? [[key, environment[key]] as const] : [])),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new ConfigFault(`The settings are not valid:\n${faults.join('\n')}`);
}

/** What the built portal reads from its environment when it is imported. */
export function tellPortal(api: string): void {
  process.env['DAYBOOK_API'] = api;
  Object.assign(process.env, {
    ADDRESS_HEADER: 'x-forwarded-for',
    PROTOCOL_HEADER: 'x-forwarded-proto',
    BODY_SIZE_LIMIT: '40M',
  });
}
