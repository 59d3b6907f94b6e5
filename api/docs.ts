import type { OpenApi, Operation } from './openapi.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Allowed by its hash only, as nothing else on the page is. */
export const docsStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
summary { cursor: pointer; padding: .4rem 0 }
summary code { font-weight: 600 }
pre { overflow: auto; padding: .75rem; border: 1px solid #8886; border-radius: .4rem; font-size: .85rem }
table { border-collapse: collapse } td, th { text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top }
`;

const json = (value: unknown): string => `<pre>${linked(escape(JSON.stringify(value, null, 2)))}</pre>`;
const linked = (text: string): string =>
  text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>');

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema: unknown;
}

const parameterRow = (parameter: Parameter): string =>
  `<tr><td><code>${escape(parameter.name)}</code><td>${parameter.in}<td>${escape(parameter.description ?? '')}<td><code>${escape(JSON.stringify(parameter.schema))}</code>`;

function operation(method: string, path: string, one: Operation): string {
  const parameters = (one.parameters ?? []) as unknown as readonly Parameter[];
  const table = parameters.length > 0 ? `<table>${parameters.map(parameterRow).join('')}</table>` : '';
  const body = one.requestBody ? `<h4>Body</h4>${json(one.requestBody['content'])}` : '';
  const answers = Object.entries(one.responses)
    .filter(([status]) => !status.endsWith('XX'))
    .map(([status, answer]) => `<h4>${status}</h4>${answer['content'] ? json(answer['content']) : ''}`);
  const open = one.security?.length === 0 ? ' (no sign-in)' : '';
  return `<details id="${one.operationId}"><summary><code>${method.toUpperCase()} ${escape(path)}</code> ${escape(one.summary)}${open}</summary>${table}${body}${answers.join('')}</details>`;
}

/** A reference page of the document, whole without scripts or other hosts. */
export function docsPage(document: OpenApi): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      tag: one.tags[0] ?? '',
      html: operation(method, path, one),
    })),
  );
  const sections = [...Map.groupBy(operations, ({ tag }) => tag)].map(
    ([tag, some]) => `<h2>${escape(tag)}</h2>${some.map(({ html }) => html).join('')}`,
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${name}"><summary><code>${name}</code></summary>${json(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Daybook API</title><style>${docsStyle}</style>
<h1>Daybook API</h1><p>JSON over HTTP. Errors are <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problems. Sign in at <code>/api/auth/login</code> and send the access token as a bearer token. The whole document: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
${sections.join('')}<h2>Schemas</h2>${schemas.join('')}</html>`;
}
