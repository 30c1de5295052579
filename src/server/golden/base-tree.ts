import { chmod, copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mustRun } from '../child-process/index.ts';
import { bootstrap } from './bootstrap.ts';

/** What debian's own image sets up for apt and dpkg in a container. */
const debianFiles: Readonly<Record<string, string>> = {
  'etc/apt/apt.conf.d/docker-clean': [
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };',
    'APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };',
    'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";', '',
  ].join('\n'),
  'etc/apt/apt.conf.d/docker-no-languages': 'Acquire::Languages "none";\n',
  'etc/apt/apt.conf.d/docker-autoremove-suggests': 'Apt::AutoRemove::SuggestsImportant "false";\n',
  'etc/dpkg/dpkg.cfg.d/docker-apt-speedup': 'force-unsafe-io\n',
  'etc/dpkg/dpkg.cfg.d/docker': ['doc', 'man', 'locale', 'info', 'lintian'].map((name) => `path-exclude /usr/share/${name}/*\n`).join(''),
  'etc/apt/sources.list.d/debian.sources': [
    'Types: deb', 'URIs: http://deb.debian.org/debian', 'Suites: bookworm bookworm-updates', 'Components: main', 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg', '',
    'Types: deb', 'URIs: http://deb.debian.org/debian-security', 'Suites: bookworm-security', 'Components: main', 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg', '',
  ].join('\n'),
};

/** Makes the tree of debian:bookworm from packages, whose apt trusts `keyring` alone, as a tar file at `tarFile`. */
export async function makeDebianTree(mirror: string, keyring: Uint8Array, tarFile: string): Promise<void> {
  const over = `${tarFile}.over`;
  await writeTree(over, debianFiles);
  await writeTree(over, { 'usr/sbin/policy-rc.d': '#!/bin/sh\nexit 101\n' }, 0o755);
  await writeTree(over, { 'usr/share/keyrings/debian-archive-keyring.gpg': keyring });
  // Without usr-is-merged, usrmerge comes and with it the whole of perl.
  await bootstrap('bookworm', ['usr-is-merged'], mirror, tarFile, [
    '--customize-hook=rm -f "$1"/etc/apt/sources.list "$1"/etc/apt/apt.conf.d/99mmdebstrap "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap "$1"/etc/apt/trusted.gpg.d/* "$1"/etc/hostname "$1"/etc/resolv.conf',
    `--customize-hook=cp -r --no-preserve=ownership ${over}/. "$1"`,
  ]);
}

/** Makes a tree with busybox for every command, in a folder. */
export async function makeBusyboxTree(folder: string): Promise<void> {
  for (const name of ['bin', 'sbin', 'usr/bin', 'usr/sbin', 'etc', 'root', 'home', 'var/spool/mail', 'var/log', 'proc', 'sys', 'dev']) await mkdir(join(folder, name), { recursive: true });
  for (const name of ['tmp', 'var/tmp']) {
    await mkdir(join(folder, name), { recursive: true });
    await chmod(join(folder, name), 0o1777);
  }
  await chmod(join(folder, 'root'), 0o700);
  const busybox = join(folder, 'bin', 'busybox');
  await copyFile('/bin/busybox', busybox);
  await chmod(busybox, 0o755);
  for (const path of (await mustRun(busybox, ['--list-full'])).split('\n')) {
    if (path === 'bin/busybox') continue;
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await symlink('/bin/busybox', join(folder, path));
  }
  await writeTree(folder, {
    'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\ndaemon:x:2:2:daemon:/sbin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
    'etc/group': 'root:x:0:root\nbin:x:1:root,bin,daemon\ndaemon:x:2:root,bin,daemon\nnogroup:x:65533:\nnobody:x:65534:\n',
    'etc/shadow': 'root:*::0:::::\nbin:!::0:::::\ndaemon:!::0:::::\nnobody:!::0:::::\n',
  });
}

/** Writes files below `folder`. */
export async function writeTree(folder: string, files: Readonly<Record<string, string | Uint8Array>>, mode = 0o644): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { mode });
  }
}
