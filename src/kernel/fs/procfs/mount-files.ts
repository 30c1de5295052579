import type { Task } from '../../task/index.ts';
import { isWithin, type Mount, pathOf } from '../../vfs/index.ts';

/** Characters that the tables escape: space, tab, newline, backslash. */
function escape(text: string): string {
  return text.replace(/[ \t\n\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

function visible(task: Task): Mount[] {
  return task.namespaces.mount.mounts().filter((mount) => mount === task.root.mount || isWithin(mount.location, task.root));
}

/** /proc/PID/mounts: fstab(5) */
export function mounts(task: Task): string {
  return visible(task).map((mount) => `${escape(mount.source)} ${escape(pathOf(mount.location, task.root))} ${mount.type} ${mount.options} 0 0\n`).join('');
}

const perMount = new Set(['rw', 'ro', 'nosuid', 'nodev', 'noexec', 'relatime', 'noatime']);

/** /proc/PID/mountinfo */
export function mountinfo(task: Task): string {
  return visible(task).map((mount) => {
    const options = mount.options.split(',');
    const own = options.filter((option) => perMount.has(option));
    const ofFs = [mount.superBlock.fs.type === mount.type && mount.readOnly ? 'ro' : 'rw', ...options.filter((option) => !perMount.has(option))];
    let root = '';
    for (let dentry = mount.root; dentry.parent; dentry = dentry.parent) root = `/${dentry.name}${root}`;
    if (mount.root.unlinked) root += '//deleted';
    return `${mount.id} ${mount.parent?.id ?? 1} 0:${mount.superBlock.dev} ${escape(root || '/')} ${escape(pathOf(mount.location, task.root))} ${own.join(',')} - ${mount.type} ${escape(mount.source)} ${ofFs.join(',')}\n`;
  }).join('');
}
