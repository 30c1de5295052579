import type { Clock } from '../../../base/index.ts';
import type { ContainerConfig, ContainerState, EndpointSettings, HostConfig, PortBinding } from '../../api/index.ts';
import type { Digest } from '../../../oci/index.ts';
import { EngineError } from '../engine-error.ts';
import type { HostFiles } from '../ports/host-files.ts';
import { listNames, makeDirectories, readJson, removeTree, writeAtomically } from '../store/json-file.ts';
import { Container } from './container.ts';
import { JsonLog } from './json-log.ts';
import { logAttributes } from './log-config.ts';
import type { Mount } from './mounts.ts';

/** What config.v2.json holds, in its own spelling. */
interface StoredContainer {
  State: Omit<ContainerState, 'Status'>;
  ID: string;
  Created: string;
  Path: string;
  Args: string[];
  Config: ContainerConfig;
  Image: Digest | '';
  LayerChainID?: Digest | undefined;
  NetworkSettings: { SandboxID: string; Networks: Record<string, EndpointSettings>; Ports: Record<string, PortBinding[] | null> };
  LogPath: string;
  Name: string;
  Driver: string;
  OS: string;
  RestartCount: number;
  HasBeenStartedBefore: boolean;
  HasBeenManuallyStopped: boolean;
  MountPoints: Record<string, Mount>;
}

/** The containers, in memory and under `/var/lib/docker/containers`. */
export class ContainerStore {
  readonly #files: HostFiles;
  readonly #root: string;
  readonly #clock: Clock;
  readonly #driver: string;
  readonly #containers = new Map<string, Container>();
  readonly #logs = new Map<string, JsonLog>();

  constructor(files: HostFiles, root: string, clock: Clock, driver: string) {
    this.#files = files;
    this.#root = root;
    this.#clock = clock;
    this.#driver = driver;
  }

  load(): void {
    for (const id of listNames(this.#files, this.#root)) {
      const stored = readJson<StoredContainer>(this.#files, `${this.#root}/${id}/config.v2.json`);
      const hostConfig = readJson<HostConfig>(this.#files, `${this.#root}/${id}/hostconfig.json`);
      if (!stored || !hostConfig) continue;
      const container = new Container({
        id, name: stored.Name.replace(/^\//, ''), created: stored.Created, config: stored.Config, hostConfig, imageId: stored.Image, layerChainId: stored.LayerChainID,
        mounts: Object.values(stored.MountPoints), networks: stored.NetworkSettings.Networks,
      });
      container.state = stored.State;
      container.ports = stored.NetworkSettings.Ports;
      container.sandboxId = stored.NetworkSettings.SandboxID;
      container.restartCount = stored.RestartCount;
      container.hasBeenStartedBefore = stored.HasBeenStartedBefore;
      container.hasBeenManuallyStopped = stored.HasBeenManuallyStopped;
      this.#containers.set(id, container);
    }
  }

  add(container: Container): void {
    this.#containers.set(container.id, container);
    makeDirectories(this.#files, this.directory(container));
    this.save(container);
  }

  save(container: Container): void {
    if (this.#containers.get(container.id) !== container) return;
    const stored: StoredContainer = {
      State: container.state, ID: container.id, Created: container.created, Path: container.path, Args: container.args, Config: container.config, Image: container.imageId,
      LayerChainID: container.layerChainId, NetworkSettings: { SandboxID: container.sandboxId, Networks: container.networks, Ports: container.ports }, LogPath: this.logPath(container),
      Name: `/${container.name}`, Driver: this.#driver, OS: 'linux', RestartCount: container.restartCount, HasBeenStartedBefore: container.hasBeenStartedBefore,
      HasBeenManuallyStopped: container.hasBeenManuallyStopped, MountPoints: Object.fromEntries(container.mounts.map((mount) => [mount.point.Destination, mount])),
    };
    writeAtomically(this.#files, `${this.directory(container)}/config.v2.json`, JSON.stringify(stored));
    writeAtomically(this.#files, `${this.directory(container)}/hostconfig.json`, JSON.stringify(container.hostConfig));
  }

  delete(container: Container): void {
    removeTree(this.#files, this.directory(container));
    this.#containers.delete(container.id);
    this.#logs.delete(container.id);
  }

  all(): Container[] {
    return [...this.#containers.values()];
  }

  directory(container: Container): string {
    return `${this.#root}/${container.id}`;
  }

  logPath(container: Container): string {
    return `${this.directory(container)}/${container.id}-json.log`;
  }

  log(container: Container): JsonLog {
    let log = this.#logs.get(container.id);
    if (!log) {
      log = new JsonLog(this.#files, this.logPath(container), this.#clock, logAttributes(container));
      this.#logs.set(container.id, log);
    }
    return log;
  }

  byName(name: string): Container | undefined {
    return this.all().find((container) => container.name === name);
  }

  /** The container that `text` means: a whole id, a name (a leading slash is fine), or the beginning of an id. */
  find(text: string): Container | undefined {
    const exact = this.#containers.get(text) ?? this.byName(text.replace(/^\//, ''));
    if (exact) return exact;
    if (text === '') return undefined;
    const [found, ...others] = this.all().filter((container) => container.id.startsWith(text));
    if (others.length > 0) throw new EngineError('invalidParameter', `multiple IDs found with provided prefix: ${text}`);
    return found;
  }

  /** As `find`; throws `No such container: NAME`. */
  get(text: string): Container {
    const container = this.find(text);
    if (!container) throw new EngineError('notFound', `No such container: ${text}`);
    return container;
  }
}

