import type { Problem } from '#lib/contract.ts';

/** What the API answered: its value, or the problem that it names. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export type Query = Readonly<Record<string, string | number | undefined | null>>;

export interface Sending {
  readonly method: 'GET' | 'POST';
  /** Below /api, beginning with a slash. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Asking {
  readonly signal?: AbortSignal;
  /** The answer is to stand at this position at least. */
  readonly after?: string;
}

export interface Api {
  get<T>(path: string, query?: Query, asking?: Asking): Promise<Answer<T>>;
  post<T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
}

/** The network did not carry the request or its answer; the same request may be sent again with its key. */
export const UNREACHABLE: Problem = {
  type: '/problems/unavailable',
  title: 'Unreachable',
  status: 0,
  detail: 'The desk cannot be reached right now.',
};

export function urlOf(origin: string, path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const tail = search.size > 0 ? `?${search}` : '';
  return `${origin}/api${path}${tail}`;
}

/** The request as fetch takes it: JSON unless the body is a form. */
export function initOf({ method, body, headers, signal }: Sending): RequestInit {
  const isForm = body instanceof FormData;
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
}

export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const json: unknown = text === '' ? {} : parsed(text);
  if (response.ok) return { ok: true, value: json as T };
  return { ok: false, problem: isProblem(json) ? json : unknownProblem(response) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isProblem = (json: unknown): json is Problem =>
  typeof json === 'object' && json !== null && 'type' in json && 'status' in json && 'detail' in json;

const unknownProblem = (response: Response): Problem => ({
  ...UNREACHABLE,
  status: response.status,
  title: response.statusText,
});
