import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { Problem } from '#api/contract/problem.ts';
import type { CommandName, Readable } from '#domain/permissions.ts';
import type { UserId } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';

/** Who asks: a person with a live session. */
export interface Viewer {
  readonly userId: UserId;
  readonly role: Role;
  /** The family of refresh tokens that the access token came from. */
  readonly sessionId: string;
  /** When the access token ends, in ms since 1970. */
  readonly expiresAt: number;
}

/** Who may call a route. A `reads` or `command` is answered from the tables in domain/permissions.ts. */
export type Access =
  | { readonly to: 'anyone' }
  | { readonly to: 'signedIn' }
  | { readonly reads: Readable }
  /** Changes what is no record of the domain; for administrators. */
  | { readonly administers: Readable }
  | { readonly command: CommandName };

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Call<Q, B, V = Viewer> {
  readonly request: Request;
  readonly param: (name: string) => string;
  readonly query: Q;
  readonly body: B;
  readonly viewer: V;
}

type Handle<Q, B, V> = (call: Call<Q, B, V>) => Promise<Reply | Problem> | Reply | Problem;

export interface Spec<Q extends z.ZodType, B extends z.ZodType, V> {
  readonly method: 'get' | 'post';
  /** As Express writes it: `/api/tickets/:id`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly query?: Q;
  readonly body?: B;
  /** The body is parsed by the handler (a command parses its own input); the schema documents it. */
  readonly bodyParsedLater?: boolean;
  /** When it is not JSON. */
  readonly bodyType?: 'multipart/form-data';
  /** The answer is the same for as long as these projections are, so it may be kept for the viewer's class. */
  readonly keptWhile?: readonly string[];
  /** Comes first of all, such as a limit. */
  readonly before?: readonly RequestHandler[];
  /** Why it is not even worth reading the body. */
  readonly refusal?: (call: Pick<Call<never, never, V>, 'param' | 'viewer'>) => Promise<Problem | undefined>;
  /** Reads the body where it is not JSON. */
  readonly reader?: RequestHandler;
  readonly answers: Readonly<Record<number, z.ZodType | { readonly mediaType: string }>>;
  readonly handle: Handle<z.output<Q>, z.output<B>, V>;
}

/** A route whose types of query, body and viewer have been checked against its handler. */
export interface Route extends Omit<Spec<z.ZodType, z.ZodType, Viewer | null>, 'handle'> {
  readonly handle: Handle<unknown, unknown, Viewer | null>;
}

export const route = <Q extends z.ZodType, B extends z.ZodType>(spec: Spec<Q, B, Viewer>): Route =>
  spec as unknown as Route;

export const openRoute = <Q extends z.ZodType, B extends z.ZodType>(
  spec: Spec<Q, B, null> & { readonly access: { readonly to: 'anyone' } },
): Route => spec as unknown as Route;

export const reply = (status: number, body: unknown, headers?: Reply['headers']): Reply =>
  headers ? { status, body, headers } : { status, body };

/** A body that is JSON already. */
export class ReadyJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A page of a list whose rows come as JSON and leave as JSON. */
export const readyList = (
  { items, next }: { readonly items: string; readonly next: string | null },
  position: string,
): ReadyJson => new ReadyJson(`{"items":${items},"next":${JSON.stringify(next)},"position":"${position}"}`);

export const jsonTextOf = (body: unknown): string =>
  body instanceof ReadyJson ? body.text : JSON.stringify(body);
