/** Where a host's state is kept between visits. Values are structured-cloneable. */
export interface StateStore {
  load(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Keeping failed: `storage-full` when the browser's quota is used up, `storage-refused` when it gives none (private windows). */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: 'storage-full' | 'storage-refused';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = cause instanceof Error && cause.name === 'QuotaExceededError' ? 'storage-full' : 'storage-refused';
  }
}
