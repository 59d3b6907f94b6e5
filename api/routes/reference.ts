import { hash } from 'node:crypto';
import { z } from 'zod';
import { docsPage, docsStyle } from '#api/docs.ts';
import { openRoute, type Route } from '#api/http/route.ts';
import { openApiOf } from '#api/openapi.ts';

const kept = (body: string, contentType: string, more: Readonly<Record<string, string>> = {}) => ({
  status: 200,
  body: Buffer.from(body),
  headers: { 'Content-Type': contentType, 'Cache-Control': 'no-cache', ...more },
});

const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', docsStyle, 'base64')}'; frame-ancestors 'none'; base-uri 'none'`;

/** The routes described: as a document for programs and as a page for people. */
export function referenceRoutes(routes: readonly Route[], version: string): Route[] {
  let made: { readonly json: string; readonly page: string } | undefined;
  const documents = () => {
    if (made) return made;
    const described = openApiOf([...routes, ...reference], version);
    return (made = { json: JSON.stringify(described), page: docsPage(described) });
  };
  const reference: Route[] = [
    openRoute({
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This document.',
      access: { to: 'anyone' },
      answers: { 200: z.looseObject({ openapi: z.string() }) },
      handle: () => kept(documents().json, 'application/json; charset=utf-8'),
    }),
    openRoute({
      method: 'get',
      path: '/api/docs',
      summary: 'The same as a page.',
      access: { to: 'anyone' },
      answers: { 200: { mediaType: 'text/html' } },
      handle: () => kept(documents().page, 'text/html; charset=utf-8', { 'Content-Security-Policy': policy }),
    }),
  ];
  return reference;
}
