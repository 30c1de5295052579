import { type StateStore, StorageError } from './state-store.ts';

const objectStore = 'hosts';

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new StorageError(request.error));
  });
}

async function open(name: string): Promise<IDBDatabase> {
  // Some private windows have none.
  if (!globalThis.indexedDB) throw new StorageError('IndexedDB is not available');
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(objectStore);
  return settle(request);
}

/** A store in the browser's IndexedDB, in the database `name`, opened at first use. A failed write leaves what was kept before. */
export function createIndexedDbStore(name: string): StateStore {
  let database: Promise<IDBDatabase> | undefined;
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    database ??= open(name);
    const opened = await database.catch((error: unknown) => {
      database = undefined;
      throw error;
    });
    return opened.transaction(objectStore, mode).objectStore(objectStore);
  };
  const write = async (change: (objects: IDBObjectStore) => void): Promise<void> => {
    const objects = await store('readwrite');
    const { transaction } = objects;
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new StorageError(transaction.error));
    });
    change(objects);
    await done;
  };
  return {
    load: async (key) => settle(await store('readonly').then((objects) => objects.get(key) as IDBRequest<unknown>)),
    save: (key, value) => write((objects) => objects.put(value, key)),
    remove: (key) => write((objects) => objects.delete(key)),
  };
}
