import cors from 'cors';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '#api/config.ts';

const isSecure = (config: Config): boolean => config.PUBLIC_URL?.startsWith('https:') ?? false;

/** Headers for every answer; the portal sets a content policy of its own, with its nonces. */
export const securityHeaders = (config: Config): RequestHandler =>
  helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: isSecure(config) ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: isSecure(config) ? { policy: 'same-origin' } : false,
    xPoweredBy: false,
  });

/** What the API answers is data: nothing in it may load or frame anything. */
export const apiContentPolicy: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
});

export const crossOrigin = (config: Config): RequestHandler =>
  config.CORS_ORIGINS.length === 0
    ? (_request, _response, next) => next()
    : cors({
        origin: [...config.CORS_ORIGINS],
        credentials: true,
        exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id', 'RateLimit', 'RateLimit-Policy'],
        maxAge: 600,
      });

const isLoopback = (address: string): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');

/** The reverse proxies that are configured, and this machine itself, from where the portal asks for its readers. */
export const trusts =
  (config: Config) =>
  (address: string, hop: number): boolean =>
    hop < config.TRUST_PROXY || (hop === 0 && (isLoopback(address) || address === config.HOST));
