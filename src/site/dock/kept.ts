/** Reads what was kept under `key`; undefined when there is nothing, or the browser refuses. */
export function recall(key: string, area: 'local' | 'session' = 'local'): string | undefined {
  try {
    return (area === 'local' ? localStorage : sessionStorage).getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; false when the browser refuses or its storage is full. */
export function keep(key: string, text: string, area: 'local' | 'session' = 'local'): boolean {
  try {
    (area === 'local' ? localStorage : sessionStorage).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser has a storage for this page; some private windows and strict settings give none. */
export function hasStorage(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}
