import { self } from '$app/service-worker';
import type { Keeping } from '#lib/offline/kept.ts';
import { forget, keep, pageOf } from './pages.ts';
import { fileOf, forgetOthers, isFile } from './portal.ts';

/** Where one person goes and another may come. */
const BETWEEN = ['/sign-out', '/sign-in', '/api/auth/logout', '/api/auth/login'];

/** After an update nothing of the portal before it is shown; the page that is open asks again to be kept. */
async function takeOver(): Promise<void> {
  if (await forgetOthers()) await forget();
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => event.waitUntil(keep(event.data as Keeping)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (BETWEEN.includes(pathname)) event.waitUntil(forget());
  else if (request.method !== 'GET') return;
  else if (isFile(pathname)) event.respondWith(fileOf(request));
  else if (request.mode === 'navigate') event.respondWith(pageOf(request));
});
