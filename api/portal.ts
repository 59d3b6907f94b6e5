import { access } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { tellPortal } from './config.ts';

const BUILT = join(import.meta.dirname, '../web/build/handler.js');

export const portalIsBuilt = (): Promise<boolean> =>
  access(BUILT).then(
    () => true,
    () => false,
  );

/**
 * The built portal as middleware. It asks the API at `api` for its readers, so it is told the address and the
 * protocol that the reader came by, as far as the proxies in between are trusted.
 */
export async function loadPortal(api: string): Promise<RequestHandler> {
  tellPortal(api);
  const { handler } = (await import(pathToFileURL(BUILT).href)) as { readonly handler: RequestHandler };
  return (request, response, next) => {
    request.headers['x-forwarded-for'] = request.ip;
    request.headers['x-forwarded-proto'] = request.protocol;
    return handler(request, response, next);
  };
}
