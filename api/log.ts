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

const readable = format((line) => {
  for (const [key, value] of Object.entries(line))
    if (value instanceof Error) line[key] = { name: value.name, message: value.message, stack: value.stack };
    else if (typeof value === 'bigint') line[key] = value.toString();
  return line;
});

/** JSON lines on the standard output. */
export function createLog(level: Config['LOG_LEVEL']): Log {
  const logger = createLogger({
    level: level === 'silent' ? 'error' : level,
    silent: level === 'silent',
    format: format.combine(readable(), format.timestamp(), format.json()),
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
