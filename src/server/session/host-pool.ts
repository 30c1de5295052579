import { randomBytes } from 'node:crypto';
import type { LabDisk, LabHostDriver, LabHostGroup } from '../lab-host/index.ts';

/** The most that a host may use. */
export interface HostLimits {
  /** As of `docker run --memory`. */
  memory: string;
  cpus: number;
  pids: number;
  /** Size of the disk, such as `20g`. */
  disk: string;
}

/** Hosts with the disks they were made with. */
export interface StartedHosts {
  group: LabHostGroup;
  disks: Readonly<Record<string, string>>;
}

/** Starts hosts, and keeps fresh ones of the commonest kind started, so that a page need not wait. */
export class HostPool {
  readonly #driver: LabHostDriver;
  readonly #limits: HostLimits;
  /** Names of the hosts that are kept ready, if any. */
  readonly #kept: readonly string[] | undefined;
  #ready: Promise<StartedHosts | undefined> | undefined;
  #disposed = false;

  readonly #prefix: string;

  /** `prefix`: how the names of all its disks begin. */
  constructor(driver: LabHostDriver, limits: HostLimits, kept: readonly string[] | undefined, prefix: string) {
    this.#driver = driver;
    this.#prefix = prefix;
    this.#limits = limits;
    this.#kept = kept && kept.length > 0 ? kept : undefined;
  }

  /** Sees to it that fresh hosts are ready, without waiting for them. */
  warm(): void {
    if (!this.#kept || this.#disposed) return;
    const kept = this.#kept;
    // Who asks for hosts will hear why there are none.
    this.#ready ??= this.#start(kept, undefined).catch(() => undefined);
  }

  /** Resolves when fresh hosts are ready, if any are kept so. */
  async warmed(): Promise<void> {
    this.warm();
    const started = await this.#ready;
    await Promise.all([...(started?.group.hosts.values() ?? [])].map((host) => host.engineAnswers()));
  }

  /** Fresh hosts, or those whose disks are given, as after a power cut. Their engines may still be starting. */
  async take(hostnames: readonly string[], disks?: Readonly<Record<string, string>>): Promise<StartedHosts> {
    if (!disks && JSON.stringify(hostnames) === JSON.stringify(this.#kept)) {
      const ready = this.#ready;
      this.#ready = undefined;
      const started = await ready;
      this.warm();
      if (started) return started;
    }
    return this.#start(hostnames, disks);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const ready = await this.#ready;
    this.#ready = undefined;
    if (!ready) return;
    await ready.group.dispose();
    await this.#driver.removeDisks(Object.values(ready.disks));
  }

  async #start(hostnames: readonly string[], kept: Readonly<Record<string, string>> | undefined): Promise<StartedHosts> {
    const { disk: size, ...limits } = this.#limits;
    const made = randomBytes(6).toString('hex');
    const disks: Record<string, LabDisk> = Object.fromEntries(hostnames.map((hostname) => [hostname, { name: kept?.[hostname] ?? `${this.#prefix}${made}-${hostname}`, size }]));
    const group = await this.#driver.createGroup({ hostnames, disks, ...limits, awaitEngine: false });
    return { group, disks: Object.fromEntries(hostnames.map((hostname) => [hostname, disks[hostname]?.name ?? ''])) };
  }
}
