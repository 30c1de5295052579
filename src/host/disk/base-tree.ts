import { encodeUtf8 } from '../../base/index.ts';
import { buildTree, programStub, type TmpFs, type TreeEntry } from '../../kernel/index.ts';
import { dockerGid, learner } from './accounts.ts';
import { enabledUnits, unitFiles } from './unit-files.ts';
import { etcFiles, userBashrc, userProfile } from './etc-files.ts';
import { trustFiles, trustFolders, trustLinks } from './trust-files.ts';

/** An executable of the host's first disk: the program that it runs, and its apparent size in bytes. */
export interface InstalledProgram {
  path: string;
  program: string;
  size: number;
  /** Default 0755. */
  mode?: number;
}

const directories: readonly (readonly [path: string, mode: number, gid?: number])[] = [
  ['/boot', 0o755], ['/home', 0o755], ['/media', 0o755], ['/mnt', 0o755], ['/opt', 0o755], ['/root', 0o700], ['/srv', 0o755], ['/tmp', 0o1777], ['/usr/bin', 0o755],
  ['/usr/sbin', 0o755], ['/usr/lib', 0o755], ['/usr/lib64', 0o755], ['/usr/games', 0o755], ['/usr/local/bin', 0o755], ['/usr/local/sbin', 0o755], ['/usr/local/lib', 0o755],
  ['/usr/local/games', 0o755], ['/usr/share', 0o755], ['/usr/src', 0o755], ['/var/backups', 0o755], ['/var/cache/apt/archives/partial', 0o755], ['/var/lib/apt/lists/partial', 0o755],
  ['/var/lib/dpkg/info', 0o755], ['/var/lib/misc', 0o755], ['/var/local', 0o2775, 50], ['/var/log', 0o755], ['/var/log/journal', 0o2755], ['/var/mail', 0o2775, 8], ['/var/opt', 0o755], ['/var/spool', 0o755],
  ['/var/tmp', 0o1777], ['/etc/docker', 0o755], ['/etc/profile.d', 0o755], ['/etc/apt/apt.conf.d', 0o755], ['/etc/apt/preferences.d', 0o755], ['/etc/sudoers.d', 0o750], ['/proc', 0o555], ['/sys', 0o555], ['/dev', 0o755], ['/run', 0o755],
];

const links: readonly (readonly [path: string, target: string])[] = [
  ['/bin', 'usr/bin'], ['/sbin', 'usr/sbin'], ['/lib', 'usr/lib'], ['/lib64', 'usr/lib64'], ['/var/run', '/run'], ['/var/lock', '/run/lock'],
  ['/etc/os-release', '../usr/lib/os-release'], ['/etc/mtab', '../proc/self/mounts'], ['/usr/bin/sh', 'dash'], ['/usr/bin/awk', 'mawk'], ['/usr/bin/python3', 'python3.13'],
  ['/usr/bin/docker-compose', '../libexec/docker/cli-plugins/docker-compose'],
];

function* entries(hostname: string, programs: readonly InstalledProgram[]): Generator<TreeEntry> {
  for (const [path, mode, gid = 0] of [...directories, ...trustFolders]) yield { path, mode, gid };
  for (const [path, symlink] of [...links, ...enabledUnits, ...trustLinks]) yield { path, symlink };
  for (const [path, content, mode] of [...etcFiles(hostname), ...unitFiles, ...trustFiles]) yield { path, content, mode, gid: path === '/etc/shadow' ? 42 : 0 };
  for (const { path, program, size, mode = 0o755 } of programs) yield { path, mode, content: programStub(program), size };
  yield { path: '/root/.bashrc', content: userBashrc };
  yield { path: '/root/.profile', content: userProfile };
  const { uid, gid, home } = learner;
  yield { path: home, mode: 0o755, uid, gid };
  yield { path: `${home}/.bashrc`, content: userBashrc, uid, gid };
  yield { path: `${home}/.profile`, content: userProfile, uid, gid };
  // As dockerd makes it: root and the engine alone.
  yield { path: '/var/lib/docker', mode: 0o710, gid: dockerGid };
}

const firstName = 'lab';
let built: TmpFs | undefined;

/** The disk of a host that was just installed: a small Debian 13 with Docker. Built once and frozen; hosts take clones, in which what tells the name is another. */
export function baseTree(hostname: string, programs: readonly InstalledProgram[]): TmpFs {
  built ??= buildTree(entries(firstName, programs), { type: 'ext4', sizeLimit: 40 * 2 ** 30 }).freeze();
  if (hostname === firstName) return built;
  const tree = built.clone();
  const first = new Map(etcFiles(firstName).map(([path, content]) => [path, content]));
  for (const [path, content] of etcFiles(hostname)) if (first.get(path) !== content) rewrite(tree, path, content);
  return tree;
}

/** Other contents for a file, whose times stay. */
function rewrite(tree: TmpFs, path: string, content: string): void {
  const inode = path.split('/').filter((name) => name !== '').reduce<ReturnType<TmpFs['root']['lookup']>>((at, name) => at?.lookup(name), tree.root);
  if (!inode) throw new Error(`the first disk has no ${path}`);
  const { atime, mtime } = inode.attributes();
  inode.truncate(0);
  inode.write(0, encodeUtf8(content));
  inode.setAttributes({ atime, mtime });
}
