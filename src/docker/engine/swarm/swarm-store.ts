import type { ClusterInfo, NodeSpec, Swarm } from '../../api/index.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { makeDirectories, readJson, removeTree, writeAtomically } from '../store/json-file.ts';

/** The swarm that this engine is the only node of. */
export interface SwarmRecord {
  nodeId: string;
  nodeAddress: string;
  port: number;
  nodeVersion: number;
  nodeUpdated: string;
  nodeSpec: NodeSpec;
  cluster: ClusterInfo;
  tokens: Swarm['JoinTokens'];
  /** The number of the next overlay network. */
  nextVxlan: number;
}

/** Keeps the swarm in `swarm/state.json`, where the real one has its Raft log. */
export class SwarmStore {
  readonly #files: HostFiles;
  readonly #root: string;
  #swarm: SwarmRecord | undefined;

  constructor(files: HostFiles, root: string) {
    this.#files = files;
    this.#root = root;
  }

  load(): void {
    this.#swarm = readJson<SwarmRecord>(this.#files, `${this.#root}/state.json`);
  }

  /** Undefined outside a swarm. */
  get current(): SwarmRecord | undefined {
    return this.#swarm;
  }

  enter(swarm: SwarmRecord): void {
    this.#swarm = swarm;
    this.save();
  }

  save(): void {
    makeDirectories(this.#files, this.#root);
    writeAtomically(this.#files, `${this.#root}/state.json`, JSON.stringify(this.#swarm));
  }

  leave(): void {
    this.#swarm = undefined;
    removeTree(this.#files, this.#root);
  }
}
