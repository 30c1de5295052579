import { DeviceFile, type DeviceDriver, type DevPts, PtmxInode, PtsInode } from './fs/index.ts';
import { fileType, type OpenFlags, SystemError } from './uapi/index.ts';
import { nextInode, Pipe, PipeFile, type Task, type TaskSystem } from './task/index.ts';
import { PtyMasterFile, Tty, TtyFile } from './tty/index.ts';
import { takeControllingTerminal } from './syscall/index.ts';
import type { Inode, Location, OpenFile } from './vfs/index.ts';

/** The devices and fifos of a kernel. */
export interface SpecialFiles extends TaskSystem {
  readonly devpts: DevPts;
  readonly drivers: ReadonlyMap<number, DeviceDriver>;
  readonly fifos: Map<Inode, Pipe>;
}

/** Opens a device or a fifo. ENXIO where no driver answers. */
export function openSpecial(kernel: SpecialFiles, task: Task, location: Location, flags: OpenFlags): OpenFile {
  const { inode } = location.dentry;
  if (inode.type === fileType.fifo) return openFifo(kernel, inode, location, flags);
  if (inode.type !== fileType.character) throw new SystemError('ENXIO');
  if (inode instanceof PtsInode) return openTty(task, inode.tty, location, flags);
  const driver = kernel.drivers.get(inode.rdev);
  if (driver) return new DeviceFile(driver, flags, location);
  if (inode.rdev === 0x500) {
    const { terminal } = task.session;
    if (!(terminal instanceof Tty)) throw new SystemError('ENXIO');
    return new TtyFile(terminal, flags, location);
  }
  if (inode.rdev === 0x502) {
    const devpts = inode instanceof PtmxInode ? inode.fs : kernel.devpts;
    const tty = devpts.allocate({ rows: 24, columns: 80 }, task.credentials.euid);
    return new PtyMasterFile(tty, () => devpts.release(tty));
  }
  if (inode.rdev >> 8 === 136) {
    const tty = kernel.devpts.ttys.get(inode.rdev & 255);
    if (tty) return openTty(task, tty, location, flags);
  }
  throw new SystemError('ENXIO');
}

/** A session leader without a terminal gets the one it opens: open(2), O_NOCTTY absent. */
function openTty(task: Task, tty: Tty, location: Location, flags: OpenFlags): TtyFile {
  const file = new TtyFile(tty, flags, location);
  if (task.session.leader === task && !task.session.terminal && !tty.session && !task.isInit) takeControllingTerminal(task, file);
  return file;
}

function openFifo(kernel: SpecialFiles, inode: Inode, location: Location, flags: OpenFlags): PipeFile {
  let pipe = kernel.fifos.get(inode);
  if (!pipe) {
    pipe = new Pipe(nextInode(kernel));
    kernel.fifos.set(inode, pipe);
  }
  const { nonblock, read, write } = flags;
  if (nonblock && write && !read && pipe.readers === 0) throw new SystemError('ENXIO');
  return new PipeFile(pipe, flags, location);
}
