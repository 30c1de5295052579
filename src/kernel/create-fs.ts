import { createCgroupFs, createDevTmpFs, createProcFs, createSysFs, DevPts, OverlayFs, type ProcSystem, TmpFs } from './fs/index.ts';
import { SystemError } from './uapi/index.ts';
import { type Cgroup, chargeMemory, type Task } from './task/index.ts';
import { type FileSystem, type Inode, resolve } from './vfs/index.ts';

const units: Record<string, number> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** The size option of tmpfs(5); half of the memory without one. */
function parseSize(text: string | undefined): number {
  const [, digits, unit = ''] = /^(\d+)([kmg%]?)$/i.exec(text ?? '') ?? [];
  if (digits === undefined) return 2 ** 31;
  if (unit === '%') return (2 ** 32 * Number(digits)) / 100;
  return Number(digits) * (units[unit.toLowerCase()] ?? 1);
}

/** Counts a tmpfs's bytes in the control group of whoever wrote first to it. */
export function memoryCharge(system: ProcSystem): (bytes: number) => void {
  let owner: Cgroup<Task> | undefined;
  return (bytes) => {
    owner ??= system.current?.cgroup;
    if (owner) chargeMemory(owner, bytes, system.current);
  };
}

/** `lowerdir=A:B,upperdir=C,workdir=D`; a colon in a path is written `\\:`. */
function createOverlay(task: Task, options: Map<string, string>): OverlayFs {
  const directory = (path: string): Inode => {
    const { inode } = resolve(task, path).dentry;
    if (!inode.isDirectory) throw new SystemError('ENOTDIR', path);
    return inode;
  };
  const lower = (options.get('lowerdir') ?? '').split(/(?<!\\):/).filter((path) => path !== '').map((path) => directory(path.replaceAll('\\:', ':')));
  const upper = options.get('upperdir');
  if (lower.length === 0 || (upper !== undefined && !options.has('workdir'))) throw new SystemError('EINVAL');
  return new OverlayFs({ lower, ...(upper === undefined ? {} : { upper: directory(upper) }) });
}

/** The file system of a mount(2). ENODEV for an unknown type. */
export function createFs(kernel: ProcSystem, task: Task, type: string, options: Map<string, string>): FileSystem {
  const now = (): number => kernel.clock.now();
  switch (type) {
    case 'tmpfs':
      return new TmpFs({ now, sizeLimit: parseSize(options.get('size')), mode: options.has('mode') ? parseInt(options.get('mode') ?? '', 8) : 0o1777, charge: memoryCharge(kernel) });
    case 'overlay': return createOverlay(task, options);
    case 'devtmpfs': return createDevTmpFs(now);
    case 'devpts': return new DevPts(now);
    case 'mqueue': return new TmpFs({ now, type: 'mqueue', mode: 0o1777 });
    case 'cgroup2': return createCgroupFs(kernel, task.namespaces.cgroup.root);
    case 'proc': return createProcFs(kernel, task.namespaces.pid);
    case 'sysfs': return createSysFs(kernel);
    default: throw new SystemError('ENODEV');
  }
}
