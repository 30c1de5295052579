import { isEndOfProcess, isSystemError, type Process } from '../../kernel/index.ts';
import { RuntimeError, type RuntimeResources } from '../engine/index.ts';
import { goErrno } from './look-path.ts';

const mountPoint = '/sys/fs/cgroup';
/** Controllers that containers use. */
const wanted = ['cpuset', 'cpu', 'io', 'memory', 'pids'];

/** Makes, reads and removes a container's control group by its files, as runc does. */
export class CgroupManager {
  readonly #process: Process;
  readonly #directory: string;

  constructor(process: Process, path: string) {
    this.#process = process;
    this.#directory = mountPoint + path;
  }

  /** Makes the group, with all controllers on the way, and sets its limits. */
  create(resources: RuntimeResources): void {
    const process = this.#process;
    const names = this.#directory.slice(mountPoint.length + 1).split('/');
    let path = mountPoint;
    for (const name of names) {
      process.writeFile(`${path}/cgroup.subtree_control`, [...wanted].filter((each) => process.readTextFile(`${path}/cgroup.controllers`).split(/\s+/).includes(each)).map((each) => `+${each}`).join(' '));
      path += `/${name}`;
      if (!process.exists(path)) process.mkdir(path, 0o755);
    }
    this.set(resources);
  }

  /** Writes limits; what is 0 stays as it is. */
  set({ memory, memoryReservation, memorySwap, pids, cpuQuota, cpuPeriod, cpuShares, cpus }: RuntimeResources): void {
    if (memory !== 0) this.#write('memory.max', limit(memory));
    if (memoryReservation !== 0) this.#write('memory.low', limit(memoryReservation));
    if (memorySwap !== 0) this.#write('memory.swap.max', memorySwap < 0 || memory <= 0 ? 'max' : String(memorySwap - memory));
    if (pids !== 0) this.#write('pids.max', limit(pids));
    if (cpuShares !== 0) this.#write('cpu.weight', String(1 + Math.floor(((cpuShares - 2) * 9999) / 262142)));
    if (cpuQuota !== 0 || cpuPeriod !== 0) this.#write('cpu.max', `${cpuQuota > 0 ? cpuQuota : 'max'} ${cpuPeriod || 100000}`);
    if (cpus !== '') this.#write('cpuset.cpus', cpus);
  }

  get memory(): number {
    return Number(this.#read('memory.current'));
  }

  get memoryLimit(): number | undefined {
    const text = this.#read('memory.max').trim();
    return text === 'max' || text === '' ? undefined : Number(text);
  }

  get processes(): number {
    return Number(this.#read('pids.current'));
  }

  /** Milliseconds of processor time. */
  get cpuTime(): number {
    return Number(/^usage_usec (\d+)$/m.exec(this.#read('cpu.stat'))?.[1] ?? 0) / 1000;
  }

  /** How often the kernel ended a process of it for its memory. */
  get oomKills(): number {
    return Number(/^oom_kill (\d+)$/m.exec(this.#read('memory.events'))?.[1] ?? 0);
  }

  onOutOfMemory(listener: () => void): void {
    this.#process.watch(`${this.#directory}/memory.events`, listener);
  }

  freeze(on: boolean): void {
    this.#write('cgroup.freeze', on ? '1' : '0');
  }

  /** Removes the group, when nothing is left in it. */
  remove(): void {
    try {
      this.#process.rmdir(this.#directory);
    } catch (error) {
      if (!isSystemError(error) && !isEndOfProcess(error)) throw error;
    }
  }

  #read(file: string): string {
    try {
      return this.#process.readTextFile(`${this.#directory}/${file}`);
    } catch (error) {
      if (!isSystemError(error) && !isEndOfProcess(error)) throw error;
      return '';
    }
  }

  #write(file: string, value: string): void {
    try {
      this.#process.writeFile(`${this.#directory}/${file}`, value);
    } catch (error) {
      if (!isSystemError(error) && !isEndOfProcess(error)) throw error;
      throw new RuntimeError(`error during container init: error setting cgroup config for procHooks process: failed to write "${value}": write ${this.#directory}/${file}: ${goErrno(error)}`);
    }
  }
}

function limit(value: number): string {
  return value < 0 ? 'max' : String(value);
}
