import { pipeline, Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Problem } from '#api/contract/problem.ts';
import { isProblem, problem, sendProblem } from '#api/problems.ts';
import { jsonTextOf, type Call, type Reply, type Route, type Viewer } from './route.ts';

type Asked = Call<unknown, unknown, Viewer | null>;

/** The parts of a request's way that the routes share. */
export interface Surroundings {
  /** Who asks, or why nobody can be told. */
  readonly identify: (request: Request) => Promise<Viewer | Problem>;
  /** Why a role can never do what the route does, if so. */
  readonly refusal: (route: Route, viewer: Viewer) => Problem | undefined;
  /** Waits for the position that the request names; a problem when it does not come in time. */
  readonly waitFor: (request: Request) => Promise<Problem | undefined>;
  /** Reads a JSON body. */
  readonly body: RequestHandler;
  /** Compresses what is worth it; kept answers are kept compressed, and those to commands are short. */
  readonly squeeze: RequestHandler;
  /** Answers from what is kept, or makes the answer and keeps it. */
  readonly kept: (
    route: Route,
    call: Asked,
    make: () => Promise<Reply | Problem>,
  ) => Promise<Reply | Problem>;
}

export const faultsOf = (error: z.ZodError): Problem =>
  problem('invalid', {
    errors: error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });

/** Who asks for more than a route can tell, such as how a room was, is not told how it is. */
const nothing = z.strictObject({});
const queryOf = ({ method, path, query }: Route): z.ZodType | undefined =>
  query ?? (method === 'get' && path.startsWith('/api/') ? nothing : undefined);

type Parsed = { readonly value: unknown } | { readonly fault: Problem };

function parse(schema: z.ZodType | undefined, value: unknown): Parsed {
  if (!schema) return { value };
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { fault: faultsOf(parsed.error) };
}

function callOf(route: Route, request: Request, viewer: Viewer | null): Asked | Problem {
  const query = parse(queryOf(route), request.query);
  if ('fault' in query) return query.fault;
  const body = parse(route.bodyParsedLater ? undefined : route.body, request.body ?? {});
  if ('fault' in body) return body.fault;
  return { request, viewer, param: paramOf(request), query: query.value, body: body.value };
}

/** What fails on the way ends the answer before its end, so that nobody takes it for whole. */
function stream(response: Response, body: Readable): void {
  pipeline(body, response, () => undefined);
}

function send(response: Response, reply: Reply): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.status(reply.status);
  if (reply.body === undefined) response.end();
  else if (Buffer.isBuffer(reply.body)) response.end(reply.body);
  else if (reply.body instanceof Readable) stream(response, reply.body);
  else response.type('json').end(jsonTextOf(reply.body));
}

async function answer(
  route: Route,
  around: Surroundings,
  { request, viewer }: { readonly request: Request; readonly viewer: Viewer | null },
): Promise<Reply | Problem> {
  const late = route.method === 'get' ? await around.waitFor(request) : undefined;
  if (late) return late;
  const call = callOf(route, request, viewer);
  return isProblem(call) ? call : around.kept(route, call, async () => route.handle(call));
}

const paramOf =
  (request: Request) =>
  (name: string): string =>
    String(request.params[name] ?? '');

async function admit(route: Route, around: Surroundings, request: Request): Promise<Viewer | null | Problem> {
  if ('to' in route.access && route.access.to === 'anyone') return null;
  const viewer = await around.identify(request);
  if (isProblem(viewer)) return viewer;
  const refused =
    around.refusal(route, viewer) ?? (await route.refusal?.({ viewer, param: paramOf(request) }));
  return refused ?? viewer;
}

/** The way of a request through one route: who may, what is asked, and the answer. */
export const handlersOf = (route: Route, around: Surroundings): RequestHandler[] => [
  ...(route.before ?? []),
  // Nobody's body is read who may not send it.
  async (request, response, next) => {
    const viewer = await admit(route, around, request);
    if (viewer && isProblem(viewer)) {
      sendProblem(response, viewer);
      return;
    }
    response.locals['viewer'] = viewer;
    next();
  },
  ...(route.method === 'get' && !route.keptWhile ? [around.squeeze] : []),
  ...(route.method === 'post' && route.body ? [route.reader ?? around.body] : []),
  async (request, response) => {
    const viewer = response.locals['viewer'] as Viewer | null;
    const reply = await answer(route, around, { request, viewer });
    if (isProblem(reply)) sendProblem(response, reply);
    else send(response, reply);
  },
];
