import type { Task } from '../../task/index.ts';
import { pathOf } from '../../vfs/index.ts';

/** Where a program and its library lie: the shape of every process that is not in the kernel. */
const layout: readonly (readonly [from: number, to: number, rights: string, offset: number, what: 'program' | 'libc' | '[heap]' | '[stack]' | '[vvar]' | '[vdso]' | ''])[] = [
  [0x555555554000, 0x555555558000, 'r--p', 0, 'program'], [0x555555558000, 0x55555555f000, 'r-xp', 0x4000, 'program'], [0x55555555f000, 0x555555562000, 'r--p', 0xb000, 'program'], [0x555555562000, 0x555555563000, 'r--p', 0xd000, 'program'], [0x555555563000, 0x555555564000, 'rw-p', 0xe000, 'program'], [0x555555564000, 0x555555585000, 'rw-p', 0, '[heap]'],
  [0x7ffff7dc0000, 0x7ffff7de8000, 'r--p', 0, 'libc'], [0x7ffff7de8000, 0x7ffff7f4d000, 'r-xp', 0x28000, 'libc'], [0x7ffff7f4d000, 0x7ffff7fa3000, 'r--p', 0x18d000, 'libc'], [0x7ffff7fa3000, 0x7ffff7fa9000, 'rw-p', 0x1e3000, 'libc'], [0x7ffff7fa9000, 0x7ffff7fb6000, 'rw-p', 0, ''],
  [0x7ffff7fc4000, 0x7ffff7fc8000, 'r--p', 0, '[vvar]'], [0x7ffff7fc8000, 0x7ffff7fca000, 'r-xp', 0, '[vdso]'], [0x7ffffffde000, 0x7ffffffff000, 'rw-p', 0, '[stack]'],
];

/** /proc/PID/maps */
export function taskMaps(task: Task): string {
  const exe = task.image?.exe;
  if (!exe || task.state === 'Z') return '';
  const program = pathOf(exe, task.system.current?.root ?? task.root);
  return layout.map(([from, to, rights, offset, what]) => {
    const file = what === 'program' || what === 'libc';
    const name = what === 'program' ? program : what === 'libc' ? '/usr/lib/x86_64-linux-gnu/libc.so.6' : what;
    const left = `${from.toString(16)}-${to.toString(16)} ${rights} ${offset.toString(16).padStart(8, '0')} ${file ? '08:01' : '00:00'} ${file ? exe.dentry.inode.ino : 0}`;
    return name === '' ? `${left} \n` : `${left.padEnd(72)} ${name}\n`;
  }).join('');
}
