import type { Keeping } from './kept.ts';

/** The worker once it has taken over, and forgotten what was kept before it. */
async function activated(): Promise<ServiceWorker | null> {
  const { active } = await navigator.serviceWorker.ready;
  if (active?.state === 'activating')
    await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
  return active;
}

/**
 * Has this page kept by the service worker, again after each update of the portal, and calls `onkeep` for
 * what the page keeps by itself; gives what ends that. The worker is fetched by the first page that wants it,
 * so nobody else has one.
 */
export function keepPage(keeping: Keeping, onkeep: () => void): () => void {
  // Browsers have it on safe connections only.
  if (!('serviceWorker' in navigator)) return () => undefined;
  const { serviceWorker } = navigator;
  const tell = async (): Promise<void> => {
    (await activated())?.postMessage(keeping);
    onkeep();
  };
  serviceWorker.register('/service-worker.js').then(tell, () => undefined);
  serviceWorker.addEventListener('controllerchange', tell);
  return () => serviceWorker.removeEventListener('controllerchange', tell);
}

/** Whether this document was opened from what was kept; true for whoever asks first. */
export function wasKept(): boolean {
  const { dataset } = document.documentElement;
  const kept = dataset['kept'] !== undefined;
  delete dataset['kept'];
  return kept;
}
