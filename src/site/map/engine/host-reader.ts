import type { EngineResponse } from '../../../backend/index.ts';
import type { EngineAnswers, EngineContainer, EngineHistoryItem, EngineImage, EngineImageParts, EngineNetwork, EngineVolume } from './engine-answers.ts';
import type { Kind } from './event-kinds.ts';

/** How many images are asked about at once. */
const atOnce = 4;

/** Reads one host's engine by GET; keeps what it read, so that only what changed is asked for again. */
export class HostReader {
  readonly #get: (path: string) => Promise<EngineResponse>;
  readonly #parts = new Map<string, EngineImageParts>();
  #answers: EngineAnswers = { containers: [], images: [], parts: this.#parts, networks: [], volumes: [], volumeSizes: new Map() };

  constructor(get: (path: string) => Promise<EngineResponse>) {
    this.#get = get;
  }

  /** What is known now, with these kinds read anew. Rejects when the engine does not answer. */
  async read(kinds: ReadonlySet<Kind>): Promise<EngineAnswers> {
    const [containers, images, networks, volumes, sizes] = await Promise.all([
      kinds.has('containers') ? this.#json<EngineContainer[]>('/containers/json?all=1&size=1') : undefined,
      kinds.has('images') ? this.#images() : undefined,
      kinds.has('networks') ? this.#json<EngineNetwork[]>('/networks') : undefined,
      kinds.has('volumes') ? this.#json<{ Volumes: EngineVolume[] | null }>('/volumes') : undefined,
      kinds.has('sizes') ? this.#json<{ Volumes: EngineVolume[] | null }>('/system/df?type=volume') : undefined,
    ]);
    this.#answers = {
      ...this.#answers,
      ...(containers && { containers }),
      ...(images && { images }),
      ...(networks && { networks }),
      ...(volumes && { volumes: volumes.Volumes ?? [] }),
      ...(sizes && { volumeSizes: new Map((sizes.Volumes ?? []).map(({ Name, UsageData }) => [Name, UsageData?.Size ?? -1])) }),
    };
    return this.#answers;
  }

  async #images(): Promise<EngineImage[]> {
    const images = await this.#json<EngineImage[]>('/images/json');
    const ids = new Set(images.map(({ Id }) => Id));
    for (const id of this.#parts.keys()) if (!ids.has(id)) this.#parts.delete(id);
    const unknown = [...ids].filter((id) => !this.#parts.has(id));
    for (let at = 0; at < unknown.length; at += atOnce) await Promise.all(unknown.slice(at, at + atOnce).map((id) => this.#readParts(id)));
    return images.filter(({ Id }) => this.#parts.has(Id));
  }

  /** An image may go while it is asked about; the next reading leaves it out. */
  async #readParts(id: string): Promise<void> {
    const [inspect, history] = await Promise.all([this.#get(`/images/${id}/json`), this.#get(`/images/${id}/history`)]);
    if (inspect.status !== 200 || history.status !== 200) return;
    const { RootFS } = JSON.parse(inspect.body) as { RootFS?: { Layers?: string[] } };
    this.#parts.set(id, { layers: RootFS?.Layers ?? [], history: JSON.parse(history.body) as EngineHistoryItem[] });
  }

  async #json<T>(path: string): Promise<T> {
    const { status, body } = await this.#get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return JSON.parse(body) as T;
  }
}
