import { z } from 'zod';
import { problemAnswer } from '#api/answers/answers.ts';
import type { Route } from '#api/http/route.ts';

type Json = { readonly [key: string]: unknown };

export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json };
  readonly [key: string]: unknown;
}
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json>>;
  readonly security?: readonly Json[];
}

const PROBLEMS: Readonly<Record<string, string>> = {
  '4XX': 'The request is refused.',
  '5XX': 'The desk is at fault, or cannot answer now.',
};
const AFTER = 'Answers only once the tables stand at this position (2 s, then 503).';
const KEY = 'Sent again with the same key, the command is done once and answered the same.';
const IF_MATCH = 'The revision that the sender has seen, in quotes: "7".';

/** JSON Schemas by zod, with all that have an id gathered in one place. */
function createSchemas() {
  const shared: Record<string, unknown> = {};
  const moved = (text: string): string => text.replaceAll('#/$defs/', '#/components/schemas/');
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    for (const [name, def] of Object.entries($defs ?? {}))
      shared[name] = JSON.parse(moved(JSON.stringify(def)));
    const name = schema.meta()?.id;
    if (name === undefined) return JSON.parse(moved(JSON.stringify(own))) as Json;
    shared[name] = JSON.parse(moved(JSON.stringify(own)));
    return { $ref: `#/components/schemas/${name}` };
  };
  return { shared, schemaOf };
}

type SchemaOf = ReturnType<typeof createSchemas>['schemaOf'];

const pathOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string', maxLength: 200 },
});

function headersOf({ method, access }: Route): Json[] {
  if ('to' in access && access.to === 'anyone') return [];
  if (method === 'get') return [header('Daybook-After', AFTER)];
  return 'command' in access ? [header('Idempotency-Key', KEY), header('If-Match', IF_MATCH)] : [];
}

function parametersOf(route: Route, schemaOf: SchemaOf): Json[] {
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = route.query ? schemaOf(route.query, 'input')['properties'] : {};
  const queried = Object.entries(query ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: schema as Json,
  }));
  return [...path, ...queried, ...headersOf(route)];
}

const contentOf = (answer: Route['answers'][number], schemaOf: SchemaOf): Json =>
  'mediaType' in answer
    ? { [answer.mediaType]: {} }
    : { 'application/json': { schema: schemaOf(answer, 'output') } };

function responsesOf(route: Route, schemaOf: SchemaOf): Record<string, Json> {
  const good = Object.entries(route.answers).map(([status, answer]) => [
    status,
    {
      description: status === '204' ? 'Done.' : 'The answer.',
      ...(status === '204' ? {} : { content: contentOf(answer, schemaOf) }),
    },
  ]);
  const bad = Object.entries(PROBLEMS).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: schemaOf(problemAnswer, 'output') } } },
  ]);
  return Object.fromEntries([...good, ...bad]) as Record<string, Json>;
}

function bodyOf(route: Route, schemaOf: SchemaOf): Json | undefined {
  if (!route.body) return undefined;
  const schema = schemaOf(route.body, 'input');
  const more = {
    occurredAt: { type: 'string', format: 'date-time', description: 'When it happened, if earlier.' },
    sentAt: {
      type: 'string',
      format: 'date-time',
      description: 'When this was sent by the clock that tells `occurredAt`, which is then set right by it.',
    },
  };
  const own = schema['properties'] as Json | undefined;
  const whole = route.bodyParsedLater ? { ...schema, properties: { ...own, ...more } } : schema;
  return { required: true, content: { [route.bodyType ?? 'application/json']: { schema: whole } } };
}

function operationOf(route: Route, schemaOf: SchemaOf): Operation {
  const open = 'to' in route.access && route.access.to === 'anyone';
  const requestBody = bodyOf(route, schemaOf);
  return {
    operationId: `${route.method}${route.path.replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'desk'],
    parameters: parametersOf(route, schemaOf),
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(route, schemaOf),
    ...(open ? { security: [] } : {}),
  };
}

/** The OpenAPI 3.1 document of the routes, from their schemas. */
export function openApiOf(routes: readonly Route[], version: string): OpenApi {
  const { shared, schemaOf } = createSchemas();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) (paths[pathOf(route.path)] ??= {})[route.method] = operationOf(route, schemaOf);
  return {
    openapi: '3.1.1',
    info: { title: 'Daybook', version, description: 'An IT desk in which nothing is ever overwritten.' },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: shared,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'daybook_access' },
      },
    },
  };
}
