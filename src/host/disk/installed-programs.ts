import { coreutilsPrograms, installedFiles } from '../../coreutils/index.ts';
import type { InstalledProgram } from './base-tree.ts';

/** Programs of administrators: /usr/sbin. */
const administrators = new Set(['sshd', 'sysctl', 'chpasswd', 'delgroup', 'deluser', 'groupmod', 'addgroup', 'adduser', 'chroot', 'groupadd', 'groupdel', 'iptables', 'nologin', 'service', 'update-ca-certificates', 'useradd', 'userdel', 'usermod']);
const games = new Set(['cowsay', 'cowthink', 'fortune']);
/** Of other systems, or only in packages that the host does not have from the start. */
const absent = new Set(['apk', 'httpd', 'pip', 'registry', ...games]);
const setUserId = new Set(['chage', 'chfn', 'chsh', 'gpasswd', 'mount', 'newgrp', 'passwd', 'sg', 'su', 'sudo', 'umount']);

/** Everything executable on a freshly installed host. */
export const installedPrograms: readonly InstalledProgram[] = [
  { path: '/usr/bin/bash', program: 'bash', size: 1_298_416 },
  { path: '/usr/bin/busybox', program: 'busybox', size: 826_128 },
  { path: '/usr/bin/dash', program: 'dash', size: 129_784 },
  { path: '/usr/bin/docker', program: 'docker', size: 34_526_984 },
  { path: '/usr/libexec/docker/cli-plugins/docker-compose', program: 'docker-compose', size: 64_288_304 },
  { path: '/usr/bin/docker-init', program: 'docker-init', size: 26_936 },
  { path: '/usr/bin/python3.13', program: 'python3.13', size: 6_830_160 },
  { path: '/usr/sbin/dockerd', program: 'dockerd', size: 71_234_176 },
  ...Object.keys(coreutilsPrograms)
    .filter((name) => !absent.has(name))
    .map((name) => ({ path: `/usr/${administrators.has(name) ? 'sbin' : 'bin'}/${name}`, program: name, size: Math.max(installedFiles.get(name)?.size ?? 60_000, 100), ...(setUserId.has(name) && { mode: 0o4755 }) })),
];
