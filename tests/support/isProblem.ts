import { expect } from 'vitest';
import type { Answer } from './client.ts';

/** A problem as RFC 9457 has it, in a sentence and with the id of its request. */
export function isProblem({ status, headers, body }: Answer, expected: number, name: string): void {
  expect(status).toBe(expected);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({ type: `/problems/${name}`, status: expected });
  expect(body.detail).toMatch(/\.$/);
  expect(body.instance).toBe(headers.get('x-request-id'));
}
