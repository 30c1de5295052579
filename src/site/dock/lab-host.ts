import { type Backend, createWorkerBackend, type ErrorData, type Waiting } from '../../backend/index.ts';
import { type Disposable, DisposableStore, Emitter, type Event, systemClock, toDisposable } from '../../base/index.ts';
import { type Lab, LabScriptError, LabSession } from '../../lab/index.ts';
import { endEarlyWorker, labFile, startWorker } from './early.ts';
import { hasStorage } from './kept.ts';
import { OneTab } from './one-tab.ts';
import type { ProgressStore } from './progress-store.ts';
import { type CarriedFiles, putFiles, takeFiles } from './real-docker/carry-files.ts';
import { choose, type Where, whereOf } from './real-docker/choice.ts';
import { connectDocker } from './real-docker/connect.ts';
import { forgetIsolation, isolationAsked, loadIsolated } from './webcontainer/isolation.ts';
import type { FileKeeper } from './webcontainer/kept-files.ts';

/** How the hosts behind the dock stand. */
export type HostState =
  /** `waiting`: for what, where that is known; `again`: a connection that was lost is made anew. */
  | { kind: 'starting'; waiting?: Waiting; again?: boolean }
  /** `backend` and `session` are there; `resumed`: with what was kept, as after a reboot. */
  | { kind: 'ready'; backend: Backend; session: LabSession; resumed: boolean }
  /** Another tab has them; `taken`: it took them from this one. */
  | { kind: 'elsewhere'; taken: boolean }
  | { kind: 'crashed'; why: string }
  /** There are no real hosts now; `code` says why. */
  | { kind: 'refused'; code: string; why: string }
  | { kind: 'failed'; step: 'lab' | 'setup'; why: string };

/** Why what was chosen could not be had. */
export interface Obstacle {
  code: string;
  why: string;
}

/** What is needed for a WebContainer, and not before the first prompt. */
const keptFiles = () => import('./webcontainer/kept-files.ts');

/** Milliseconds before each attempt to connect again to a server that went away. */
const patience = [0, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000];

/** The hosts of the lab at hand: at most one lab, in at most one tab. */
export class LabHost implements Disposable {
  readonly #progress: ProgressStore;
  readonly #states = new Emitter<HostState>();
  readonly #resets = new Emitter<void>();
  readonly #saveFailures = new Emitter<{ code: string; message: string }>();
  readonly #carryFailures = new Emitter<string>();
  readonly #fallbacks = new Emitter<Obstacle>();
  readonly #tab = new OneTab(() => this.#leave());
  #state: HostState = { kind: 'starting' };
  #store = new DisposableStore();
  #backend: Backend | undefined;
  #labId: string | undefined;
  /** Files on their way from where the hosts were to where they will be. */
  #carried: CarriedFiles | undefined;
  /** Keeps files of hosts that end with the page. */
  #keeper: FileKeeper | undefined;
  #fallback: Obstacle | undefined;
  #switching = false;
  /** Counts what is begun anew: who finds it changed is late. */
  #turn = 0;

  readonly onState: Event<HostState> = this.#states.event;
  /** Hosts are new: terminals that were open have ended. */
  readonly onReset: Event<void> = this.#resets.event;
  readonly onSaveFailed: Event<{ code: string; message: string }> = this.#saveFailures.event;
  /** A switch could not take the learner's files along; they are where they were. */
  readonly onCarryFailed: Event<string> = this.#carryFailures.event;

  /** There is no WebContainer: the hosts are in the sandbox again, with the learner's files. */
  readonly onFallback: Event<Obstacle> = this.#fallbacks.event;

  constructor(progress: ProgressStore) {
    this.#progress = progress;
    this.#tab.onTaken(() => this.#set({ kind: 'elsewhere', taken: true }));
    // Early enough that the save mostly ends before the page does.
    const saveNow = (): void => void this.save().catch(() => undefined);
    addEventListener('beforeunload', saveNow);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') saveNow();
    });
  }

  get state(): HostState {
    return this.#state;
  }

  /** Why the lab at hand has no WebContainer, if one was chosen. */
  get fallback(): Obstacle | undefined {
    return this.#fallback;
  }

  /** Boots the lab's hosts. The same lab again: nothing happens. Another one: the old is saved and put away first. */
  async open(labId: string): Promise<void> {
    if (this.#labId === labId) return;
    if (this.#labId !== undefined) await this.#leave();
    this.#labId = labId;
    this.#carried = undefined;
    this.#fallback = undefined;
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

  /** Where the hosts of the lab at hand run. */
  get where(): Where {
    return this.#labId === undefined ? 'sandbox' : whereOf(this.#labId);
  }

  /** Goes on with the lab on other hosts, with the learner's files; what is done stays done, and what is left stays as it is. */
  async use(where: Where): Promise<void> {
    const labId = this.#labId;
    if (labId === undefined || this.where === where || this.#switching) return;
    this.#switching = true;
    try {
      // Terminals are still connected meanwhile: what is closed now would end the shells that are to stay.
      const taken = await this.#takeFiles(labId);
      await this.#backend?.save().catch(() => undefined);
      if (where === 'webcontainer' && taken) await (await keptFiles()).keepFiles(labId, taken);
      if (this.#labId !== labId) return;
      this.#close();
      choose(labId, where);
      this.#carried = taken;
      this.#fallback = undefined;
      if (where !== 'webcontainer') forgetIsolation();
    } catch (error) {
      // What would be lost on the way stays where it is.
      this.#carryFailures.fire(messageOf(error));
      return;
    } finally {
      this.#switching = false;
    }
    await this.#start(true);
  }

  /** Fresh hosts, no task done. */
  async reset(): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const { session } = this.#state;
    await session.reset();
    this.#resets.fire();
    await (this.#keeper?.keep() ?? keptFiles().then(({ forgetFiles }) => forgetFiles(session.lab.id))).catch((error: unknown) => this.#saveFailures.fire({ code: 'storage-refused', message: messageOf(error) }));
  }

  /** Tries once more to keep everything; rejects when it still fails. */
  async save(): Promise<void> {
    await this.#backend?.save();
    await this.#keeper?.keep();
  }

  dispose(): void {
    this.#close();
  }

  async #start(mine: boolean, fetched: Promise<Lab | string> = this.#fetch(this.#labId ?? ''), tries: readonly number[] = [0]): Promise<void> {
    const labId = this.#labId;
    if (labId === undefined) return;
    if (!mine) {
      endEarlyWorker();
      return this.#set({ kind: 'elsewhere', taken: false });
    }
    this.#set({ kind: 'starting', ...(tries.length > 1 && { again: true }) });
    const where = whereOf(labId);
    const backend = where === 'docker' ? await this.#connect(labId, tries) : where === 'webcontainer' ? await this.#connectWebContainer(labId) : createWorkerBackend(startWorker());
    if (!backend) return;
    this.#backend = backend;
    this.#store.add(backend);
    this.#store.add(backend.onClose((error) => this.#lost(backend, error)));
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
      await this.#bringFiles(backend, lab, resumed);
      if (where === 'webcontainer') this.#keeper = this.#store.add(new (await keptFiles()).FileKeeper(backend, lab, (error) => this.#backend === backend && this.#saveFailures.fire({ code: 'storage-refused', message: messageOf(error) })));
      performance.mark('drydock:host');
      this.#set({ kind: 'ready', backend, session, resumed });
    } catch (error) {
      // A crash has been told already, by onClose.
      if (this.#backend !== backend) return;
      const step = error instanceof LabScriptError ? 'setup' : undefined;
      const why = messageOf(error);
      this.#set(step ? { kind: 'failed', step, why } : { kind: 'crashed', why });
    }
  }

  /** Real hosts; undefined, and said so, when there are none. With `tries`, a server that does not answer is tried again. */
  async #connect(labId: string, tries: readonly number[]): Promise<Backend | undefined> {
    endEarlyWorker();
    const turn = this.#turn;
    for (const [index, ms] of tries.entries()) {
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
      if (turn !== this.#turn) return undefined;
      try {
        const backend = await connectDocker(labId, (waiting) => turn === this.#turn && this.#set({ kind: 'starting', waiting }));
        if (turn === this.#turn) return backend;
        backend.dispose();
        return undefined;
      } catch (error) {
        if (turn !== this.#turn) return undefined;
        const { code = 'internal' } = error as { code?: string };
        if (code === 'connection-lost' && index < tries.length - 1) continue;
        this.#set({ kind: 'refused', code, why: messageOf(error) });
        return undefined;
      }
    }
    return undefined;
  }

  /** The sandbox in a WebContainer. Undefined when there is none: then it is in its worker again, with the same files. */
  async #connectWebContainer(labId: string): Promise<Backend | undefined> {
    endEarlyWorker();
    const turn = this.#turn;
    const leaving = new AbortController();
    this.#store.add(toDisposable(() => leaving.abort()));
    try {
      if (isSecureContext && !crossOriginIsolated && !isolationAsked()) await loadIsolated();
      const { connectWebContainer } = await import('./webcontainer/connect.ts');
      const backend = await connectWebContainer(leaving.signal);
      if (turn === this.#turn) return backend;
      backend.dispose();
    } catch (error) {
      if (turn !== this.#turn) return undefined;
      choose(labId, 'sandbox');
      forgetIsolation();
      const kept = await (await keptFiles()).recallFiles(labId);
      if (turn !== this.#turn) return undefined;
      this.#close();
      this.#carried ??= kept;
      this.#fallback = { code: (error as { code?: string }).code ?? 'internal', why: messageOf(error) };
      this.#fallbacks.fire(this.#fallback);
      void this.#start(true);
    }
    return undefined;
  }

  /** The learner's files, from where the hosts are; of a WebContainer that is gone, as they were kept. */
  async #takeFiles(labId: string): Promise<CarriedFiles | undefined> {
    const { state } = this;
    try {
      if (state.kind === 'ready') return await (this.#keeper?.keep() ?? takeFiles(state.backend, state.session.lab));
    } catch (error) {
      this.#carryFailures.fire(messageOf(error));
    }
    return this.where === 'webcontainer' ? (await keptFiles()).recallFiles(labId) : undefined;
  }

  /** The backend is gone: the sandbox broke, the connection was lost, another page has the session. */
  #lost(backend: Backend, error: ErrorData): void {
    if (this.#backend !== backend) return;
    const lab = this.#state.kind === 'ready' ? Promise.resolve(this.#state.session.lab) : undefined;
    this.#close();
    if (error.code === 'connection-taken') this.#set({ kind: 'elsewhere', taken: true });
    // The lab's file cannot be fetched from a server that is gone.
    else if (backend.kind === 'docker') void this.#start(true, lab, patience);
    else this.#set({ kind: 'crashed', why: error.message });
  }

  /** What a switch has taken along. */
  async #bringFiles(backend: Backend, lab: Lab, workedOn: boolean): Promise<void> {
    const carried = this.#carried ?? (backend.kind === 'webcontainer' ? await (await keptFiles()).recallFiles(lab.id) : undefined);
    this.#carried = undefined;
    if (carried) await putFiles(backend, lab, carried, workedOn).catch((error: unknown) => this.#carryFailures.fire(messageOf(error)));
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
    await this.save().catch(() => undefined);
    this.#close();
  }

  #close(): void {
    this.#turn++;
    this.#backend = undefined;
    this.#keeper = undefined;
    this.#store.dispose();
    this.#store = new DisposableStore();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function fetchLab(id: string): Promise<Lab> {
  const response = await labFile(id);
  if (!response.ok) throw new Error(`/labs/${id}.json: ${response.status}`);
  return (await response.json()) as Lab;
}
