import { SystemError } from '../uapi/index.ts';
import type { OpenFile } from '../vfs/index.ts';
import type { Task } from '../task/index.ts';
import { TtyFile } from '../tty/index.ts';

/** TIOCSCTTY of ioctl_tty(2): the session leader takes a terminal that belongs to no other session. */
export function takeControllingTerminal(task: Task, file: OpenFile): void {
  if (!(file instanceof TtyFile)) throw new SystemError('ENOTTY');
  const { tty } = file;
  const { session } = task;
  if (session.leader !== task || session.terminal) throw new SystemError('EPERM');
  if (tty.session && tty.session !== session) throw new SystemError('EPERM');
  session.terminal = tty;
  tty.session = session;
  tty.foreground = task.group;
}
