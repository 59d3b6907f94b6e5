/** A photo of a report, shrunk, with the key under which it is sent. */
export interface Photo {
  readonly id: string;
  readonly draft: string;
  readonly blob: Blob;
}

const NAME = 'daybook';
const STORE = 'photos';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('draft', 'draft');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  try {
    const database = await open();
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    }).finally(() => database.close());
  } catch {
    // A browser that keeps nothing (private mode): the photos live as long as the page.
    return undefined;
  }
}

/** The photos of drafts on this device, in IndexedDB. */
export const photoStore = {
  ofDraft: async (draft: string): Promise<readonly Photo[]> =>
    ((await run('readonly', (store) => store.index('draft').getAll(draft))) ?? []) as Photo[],
  keep: (photo: Photo) => run('readwrite', (store) => store.put(photo)),
  drop: (id: string) => run('readwrite', (store) => store.delete(id)),
  async dropAll(draft: string): Promise<void> {
    for (const { id } of await photoStore.ofDraft(draft)) await photoStore.drop(id);
  },
};
