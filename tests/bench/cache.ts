import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the benchmarks make once and keep between runs; may be deleted at any time. */
export const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'bench');

export function inCache(...names: string[]): string {
  mkdirSync(CACHE, { recursive: true });
  return join(CACHE, ...names);
}
