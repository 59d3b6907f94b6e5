import type { Keeping } from '#lib/offline/kept.ts';

export type Offered = Pick<Keeping, 'path' | 'title' | 'language' | 'words'>;

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 480px; margin: 12vh auto; padding: 0 20px; }
  h1 { font-size: 24px; }
  a { display: block; padding: 12px 0; }`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
const link = (href: string, text: string): string => `<a href="${escaped(href)}">${escaped(text)}</a>`;

/** Instead of a page that is not kept: those that are. Without any, what the browser says by itself. */
export function listOf(pages: readonly Offered[], wanted: string): Response {
  const [first] = pages;
  if (!first) return Response.error();
  const { title, text, again } = first.words;
  const links = pages.map((page) => `<li>${link(page.path, page.title)}</li>`).join('');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style>`;
  const body = `<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p><ul>${links}</ul>${link(wanted, again)}</main>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  };
  return new Response(`<!doctype html><html lang="${escaped(first.language)}">${head}${body}</html>`, {
    headers,
  });
}
