const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Does another site send this form? The same rule as the API has for requests with a cookie. */
export function isForeign(request: Request): boolean {
  if (SAFE.includes(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  return origin !== null && hostOf(origin) !== request.headers.get('host');
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
