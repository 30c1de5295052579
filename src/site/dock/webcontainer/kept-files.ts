import type { Backend } from '../../../backend/index.ts';
import { type Disposable, DisposableStore } from '../../../base/index.ts';
import type { Lab } from '../../../lab/index.ts';
import { type CarriedFiles, takeFiles } from '../real-docker/carry-files.ts';

const store = 'drydock-webcontainer';
/** How long nothing may change before files are kept, in milliseconds. */
const calm = 500;

const address = (lab: string, host: string): string => `/webcontainer/files/${encodeURIComponent(lab)}/${encodeURIComponent(host)}`;

/** Keeps the learner's files of a lab in the browser; rejects when it refuses. */
export async function keepFiles(lab: string, files: CarriedFiles): Promise<void> {
  const cache = await caches.open(store);
  await Promise.all([...files].map(([host, data]) => cache.put(address(lab, host), new Response(new Uint8Array(data)))));
}

/** Nothing is kept of the lab any more. */
export async function forgetFiles(lab: string): Promise<void> {
  if (!('caches' in globalThis) || !(await caches.has(store))) return;
  const cache = await caches.open(store);
  for (const { url } of await cache.keys()) if (new URL(url).pathname.startsWith(address(lab, ''))) await cache.delete(url);
}

/** The files that were kept last; undefined when none were, or the browser keeps nothing. */
export async function recallFiles(lab: string): Promise<CarriedFiles | undefined> {
  try {
    const cache = await caches.open(store);
    const files = new Map<string, Uint8Array>();
    for (const { url } of await cache.keys()) {
      const host = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
      const kept = new URL(url).pathname === address(lab, host) ? await cache.match(url) : undefined;
      if (kept) files.set(host, new Uint8Array(await kept.arrayBuffer()));
    }
    return files.size > 0 ? files : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the learner's files of a lab whose hosts do not outlive the page, soon after each change. */
export class FileKeeper implements Disposable {
  readonly #backend: Backend;
  readonly #lab: Lab;
  readonly #opened = new DisposableStore();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One at a time: hosts pack them in one place. */
  #last: Promise<unknown> = Promise.resolve();

  /** `failed` hears why files could not be kept. */
  constructor(backend: Backend, lab: Lab, failed: (why: unknown) => void) {
    this.#backend = backend;
    this.#lab = lab;
    this.#opened.add(
      backend.onChange(({ paths }) => {
        if (paths.length === 0) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.keep().catch(failed), calm);
      }),
    );
  }

  /** Takes the files as they are now, and keeps them. */
  keep(): Promise<CarriedFiles> {
    clearTimeout(this.#timer);
    const kept = this.#last.then(async () => {
      const files = await takeFiles(this.#backend, this.#lab);
      await keepFiles(this.#lab.id, files);
      return files;
    });
    this.#last = kept.catch(() => undefined);
    return kept;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#opened.dispose();
  }
}
