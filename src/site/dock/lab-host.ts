import { type Backend, createWorkerBackend } from '../../backend/index.ts';
import { type Disposable, DisposableStore, Emitter, type Event, systemClock } from '../../base/index.ts';
import { type Lab, LabScriptError, LabSession } from '../../lab/index.ts';
import { endEarlyWorker, labFile, startWorker } from './early.ts';
import { hasStorage } from './kept.ts';
import { OneTab } from './one-tab.ts';
import type { ProgressStore } from './progress-store.ts';

/** How the hosts behind the dock stand. */
export type HostState =
  | { kind: 'starting' }
  /** `backend` and `session` are there; `resumed`: with what was kept, as after a reboot. */
  | { kind: 'ready'; backend: Backend; session: LabSession; resumed: boolean }
  /** Another tab has them; `taken`: it took them from this one. */
  | { kind: 'elsewhere'; taken: boolean }
  | { kind: 'crashed'; why: string }
  | { kind: 'failed'; step: 'lab' | 'setup'; why: string };

/** The hosts of the lab at hand: at most one lab, in at most one tab. */
export class LabHost implements Disposable {
  readonly #progress: ProgressStore;
  readonly #states = new Emitter<HostState>();
  readonly #resets = new Emitter<void>();
  readonly #saveFailures = new Emitter<{ code: string; message: string }>();
  readonly #tab = new OneTab(() => this.#leave());
  #state: HostState = { kind: 'starting' };
  #store = new DisposableStore();
  #backend: Backend | undefined;
  #labId: string | undefined;

  readonly onState: Event<HostState> = this.#states.event;
  /** Hosts are new: terminals that were open have ended. */
  readonly onReset: Event<void> = this.#resets.event;
  readonly onSaveFailed: Event<{ code: string; message: string }> = this.#saveFailures.event;

  constructor(progress: ProgressStore) {
    this.#progress = progress;
    this.#tab.onTaken(() => this.#set({ kind: 'elsewhere', taken: true }));
    // Early enough that the save mostly ends before the page does.
    const saveNow = (): void => void this.#backend?.save().catch(() => undefined);
    addEventListener('beforeunload', saveNow);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') saveNow();
    });
  }

  get state(): HostState {
    return this.#state;
  }

  /** Boots the lab's hosts. The same lab again: nothing happens. Another one: the old is saved and put away first. */
  async open(labId: string): Promise<void> {
    if (this.#labId === labId) return;
    if (this.#labId !== undefined) await this.#leave();
    this.#labId = labId;
    // Asked for at the same time as the lock.
    const lab = this.#fetch(labId);
    await this.#start(await this.#tab.acquire(), lab);
  }

  /** Boots the lab that the page at hand names. */
  async openForPage(): Promise<void> {
    const lab = document.querySelector<HTMLMetaElement>('meta[name="drydock-lab"]')?.content;
    if (lab) await this.open(lab);
  }

  /** Boots again after a crash. */
  async restart(): Promise<void> {
    this.#close();
    await this.#start(true);
  }

  /** Gets the hosts from the tab that has them. */
  async takeOver(): Promise<void> {
    this.#set({ kind: 'starting' });
    await this.#tab.takeOver();
    await this.#start(true);
  }

  /** Fresh hosts, no task done. */
  async reset(): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    await this.#state.session.reset();
    this.#resets.fire();
  }

  /** Tries once more to keep everything; rejects when it still fails. */
  async save(): Promise<void> {
    await this.#backend?.save();
  }

  dispose(): void {
    this.#close();
  }

  async #start(mine: boolean, fetched = this.#fetch(this.#labId ?? '')): Promise<void> {
    const labId = this.#labId;
    if (labId === undefined) return;
    if (!mine) {
      endEarlyWorker();
      return this.#set({ kind: 'elsewhere', taken: false });
    }
    this.#set({ kind: 'starting' });
    const backend = createWorkerBackend(startWorker());
    this.#backend = backend;
    this.#store.add(backend);
    this.#store.add(
      backend.onClose((error) => {
        this.#close();
        this.#set({ kind: 'crashed', why: error.message });
      }),
    );
    this.#store.add(backend.onSaveFailed((failure) => this.#saveFailures.fire(failure)));
    const lab = await fetched;
    if (typeof lab === 'string') return this.#set({ kind: 'failed', step: 'lab', why: lab });
    const session = this.#store.add(new LabSession(lab, backend, systemClock, this.#progress.of(labId)));
    this.#store.add(
      session.onChange(() => {
        if (!this.#progress.set(labId, session.progress)) this.#saveFailures.fire(hasStorage() ? { code: 'storage-full', message: '' } : { code: 'storage-refused', message: 'localStorage is not available' });
      }),
    );
    try {
      const { resumed } = await session.start(`lab-${labId}`);
      performance.mark('drydock:host');
      this.#set({ kind: 'ready', backend, session, resumed });
    } catch (error) {
      // A crash has been told already, by onClose.
      if (this.#backend !== backend) return;
      const step = error instanceof LabScriptError ? 'setup' : undefined;
      const why = error instanceof Error ? error.message : String(error);
      this.#set(step ? { kind: 'failed', step, why } : { kind: 'crashed', why });
    }
  }

  /** The lab, or why it could not be loaded. */
  #fetch(id: string): Promise<Lab | string> {
    return fetchLab(id).catch(String);
  }

  #set(state: HostState): void {
    this.#state = state;
    this.#states.fire(state);
  }

  async #leave(): Promise<void> {
    await this.#backend?.save().catch(() => undefined);
    this.#close();
  }

  #close(): void {
    this.#backend = undefined;
    this.#store.dispose();
    this.#store = new DisposableStore();
  }
}

async function fetchLab(id: string): Promise<Lab> {
  const response = await labFile(id);
  if (!response.ok) throw new Error(`/labs/${id}.json: ${response.status}`);
  return (await response.json()) as Lab;
}
