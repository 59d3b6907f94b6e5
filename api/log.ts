import { createLogger, format, transports } from 'winston';
import type { Config } from './config.ts';

type Facts = Readonly<Record<string, unknown>>;
type Line = (message: string, facts?: Facts) => void;

export interface Log {
  readonly error: Line;
  readonly warn: Line;
  readonly info: Line;
  /** One line a request. */
  readonly http: Line;
  readonly debug: Line;
}

function readable(_key: string, value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  return typeof value === 'bigint' ? value.toString() : value;
}

/** JSON lines on the standard output. */
export function createLog(level: Config['LOG_LEVEL']): Log {
  const logger = createLogger({
    level: level === 'silent' ? 'error' : level,
    silent: level === 'silent',
    format: format.printf((line) => JSON.stringify({ at: new Date().toISOString(), ...line }, readable)),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- winston's types declare its transports as interfaces
    transports: new transports.Console(),
  });
  const line =
    (name: keyof Log): Line =>
    (message, facts = {}) =>
      void logger.log(name, message, facts);
  return {
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    http: line('http'),
    debug: line('debug'),
  };
}
