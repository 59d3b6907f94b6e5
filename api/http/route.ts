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
  /** Is the answer the same for as long as these tables are? It may then be kept, for the viewer's class. */
  readonly tables?: readonly string[];
  /** Sits before the body is read, such as a limit or an upload. */
  readonly before?: readonly RequestHandler[];
  readonly answers: Readonly<Record<number, z.ZodType | { readonly mediaType: string }>>;
  readonly handle: Handle<z.output<Q>, z.output<B>, V>;
}

/** A route whose types of query and body have been checked against its handler. */
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
