import { data, directory, type FileRecipe, symlink, text } from '../recipe/file.ts';
import { parseControl } from './control.ts';

/** What tells one Debian-like system from another. */
export interface DebianSystem {
  osRelease: string;
  debianVersion: string;
  /** First line of /etc/issue. */
  issue: string;
  /** Text of /etc/passwd and /etc/group where they differ from Debian's of today. */
  users: readonly (readonly [name: string, id: string, comment: string, home: string, shell: string])[];
  groups: readonly string[];
  /** Path under /etc/apt and text. */
  aptSources: readonly [string, string];
  packages: string;
  /** Days since the epoch of the last password change. */
  passwordDay: number;
}

const nologin = '/usr/sbin/nologin';

/** Users of Debian's base-passwd. */
export const debianUsers: DebianSystem['users'] = [
  ['root', '0:0', 'root', '/root', '/bin/bash'], ['daemon', '1:1', 'daemon', '/usr/sbin', nologin], ['bin', '2:2', 'bin', '/bin', nologin],
  ['sys', '3:3', 'sys', '/dev', nologin], ['sync', '4:65534', 'sync', '/bin', '/bin/sync'], ['games', '5:60', 'games', '/usr/games', nologin],
  ['man', '6:12', 'man', '/var/cache/man', nologin], ['lp', '7:7', 'lp', '/var/spool/lpd', nologin], ['mail', '8:8', 'mail', '/var/mail', nologin],
  ['news', '9:9', 'news', '/var/spool/news', nologin], ['uucp', '10:10', 'uucp', '/var/spool/uucp', nologin], ['proxy', '13:13', 'proxy', '/bin', nologin],
  ['www-data', '33:33', 'www-data', '/var/www', nologin], ['backup', '34:34', 'backup', '/var/backups', nologin],
  ['list', '38:38', 'Mailing List Manager', '/var/list', nologin], ['irc', '39:39', 'ircd', '/run/ircd', nologin],
];

/** Groups of Debian's base-passwd. */
export const debianGroups: readonly string[] =
  ('root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 news:9 uucp:10 man:12 proxy:13 kmem:15 dialout:20 fax:21 voice:22 cdrom:24 floppy:25 tape:26 sudo:27 audio:29 dip:30 ' +
    'www-data:33 backup:34 operator:37 list:38 irc:39 src:40 shadow:42 utmp:43 video:44 sasl:45 plugdev:46 staff:50 games:60 users:100 nogroup:65534').split(' ');

const profile = `# System-wide profile for login shells.
if [ "$(id -u)" -eq 0 ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
else
  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
fi
export PATH
if [ "\${BASH-}" ] && [ -f /etc/bash.bashrc ]; then . /etc/bash.bashrc; fi
for script in /etc/profile.d/*.sh; do
  if [ -r "$script" ]; then . "$script"; fi
done
unset script
`;
const bashrc = `# System-wide settings of interactive bash.
[ -z "\${PS1-}" ] && return
shopt -s checkwinsize
PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '
`;
const userBashrc = `# Settings of interactive bash.
case $- in *i*) ;; *) return;; esac
HISTCONTROL=ignoreboth
HISTSIZE=1000
HISTFILESIZE=2000
shopt -s histappend checkwinsize
PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '
alias ls='ls --color=auto'
alias grep='grep --color=auto'
`;

/** The configuration, the directories and the package database of a Debian-like system. */
export function baseFiles(system: DebianSystem): FileRecipe[] {
  const { users, groups, passwordDay } = system;
  return [
    ...['boot', 'dev', 'home', 'media', 'mnt', 'opt', 'proc', 'run', 'run/lock', 'srv', 'sys', 'usr/games', 'usr/include', 'usr/src', 'usr/share', 'etc/default', 'etc/profile.d',
      'etc/apt/apt.conf.d', 'etc/apt/auth.conf.d', 'etc/apt/keyrings', 'etc/apt/preferences.d', 'etc/apt/sources.list.d', 'etc/apt/trusted.gpg.d', 'etc/dpkg/dpkg.cfg.d',
      'usr/local/bin', 'usr/local/etc', 'usr/local/games', 'usr/local/include', 'usr/local/lib', 'usr/local/sbin', 'usr/local/share', 'usr/local/src', 'var/backups', 'var/cache/apt/archives/partial',
      'var/cache/debconf', 'var/lib/apt/lists/partial', 'var/lib/apt/mirrors/partial', 'var/lib/apt/periodic', 'var/lib/dpkg/alternatives', 'var/lib/dpkg/info', 'var/lib/dpkg/parts',
      'var/lib/dpkg/triggers', 'var/lib/dpkg/updates', 'var/lib/misc', 'var/lib/pam', 'var/log/apt', 'var/opt', 'var/spool'].map((path) => directory(path)),
    directory('root', 0o700), directory('tmp', 0o1777), directory('var/tmp', 0o1777), directory('var/local', 0o2775, 50), directory('var/mail', 0o2775, 8),
    symlink('var/lock', '/run/lock'), symlink('var/run', '/run'), symlink('var/spool/mail', '../mail'), symlink('usr/local/man', 'share/man'),
    text('usr/lib/os-release', system.osRelease), symlink('etc/os-release', '../usr/lib/os-release'), text('etc/debian_version', system.debianVersion),
    text('etc/issue', `${system.issue} \\n \\l\n\n`), text('etc/issue.net', `${system.issue}\n`),
    text('etc/passwd', users.map(([name, id, comment, home, shell]) => `${name}:x:${id}:${comment}:${home}:${shell}\n`).join('')),
    text('etc/shadow', users.map(([name]) => `${name}:*:${passwordDay}:0:99999:7:::\n`).join(''), 0o640, 42),
    text('etc/group', groups.map((group) => `${group.replace(':', ':x:')}:\n`).join('')),
    text('etc/gshadow', groups.map((group) => `${group.replace(/:.*/, '')}:*::\n`).join(''), 0o640, 42),
    text('etc/subuid', ''), text('etc/subgid', ''), text('etc/fstab', '# UNCONFIGURED FSTAB FOR BASE SYSTEM\n'), text('etc/host.conf', 'multi on\n'), text('etc/environment', ''),
    text('etc/nsswitch.conf', 'passwd:         files\ngroup:          files\nshadow:         files\ngshadow:        files\n\nhosts:          files dns\nnetworks:       files\n\nprotocols:      db files\nservices:       db files\nethers:         db files\nrpc:            db files\n\nnetgroup:       nis\n'),
    text('etc/shells', '# /etc/shells: valid login shells\n/bin/sh\n/bin/bash\n/bin/rbash\n/bin/dash\n/usr/bin/sh\n/usr/bin/bash\n/usr/bin/rbash\n/usr/bin/dash\n'),
    text('etc/ld.so.conf', 'include /etc/ld.so.conf.d/*.conf\n\n'), text('etc/ld.so.conf.d/libc.conf', '/usr/local/lib\n'),
    text('etc/ld.so.conf.d/x86_64-linux-gnu.conf', '/usr/local/lib/x86_64-linux-gnu\n/lib/x86_64-linux-gnu\n/usr/lib/x86_64-linux-gnu\n'),
    text('etc/login.defs', 'UMASK 022\nUID_MIN 1000\nUID_MAX 60000\nGID_MIN 1000\nGID_MAX 60000\nENCRYPT_METHOD YESCRYPT\n'), text('etc/adduser.conf', ''), text('etc/timezone', 'Etc/UTC\n'),
    symlink('etc/localtime', '/usr/share/zoneinfo/Etc/UTC'), data('usr/share/zoneinfo/Etc/UTC', 114),
    text('etc/profile', profile), text('etc/bash.bashrc', bashrc), text('root/.bashrc', userBashrc), text('root/.profile', 'if [ -f ~/.bashrc ]; then . ~/.bashrc; fi\nmesg n 2> /dev/null || true\n'),
    text('etc/skel/.bashrc', userBashrc), text('etc/skel/.profile', 'if [ -f "$HOME/.bashrc" ]; then . "$HOME/.bashrc"; fi\n'), text('etc/skel/.bash_logout', ''),
    symlink('etc/alternatives/awk', '/usr/bin/mawk'), symlink('etc/alternatives/nawk', '/usr/bin/mawk'), symlink('etc/alternatives/pager', '/bin/more'),
    symlink('etc/alternatives/which', '/usr/bin/which.debianutils'), symlink('etc/alternatives/rmt', '/usr/sbin/rmt-tar'),
    text(`etc/apt/${system.aptSources[0]}`, system.aptSources[1]),
    text('etc/apt/apt.conf.d/docker-clean', 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n'),
    text('etc/apt/apt.conf.d/docker-gzip-indexes', 'Acquire::GzipIndexes "true";\n'), text('etc/apt/apt.conf.d/docker-no-languages', 'Acquire::Languages "none";\n'),
    text('etc/apt/apt.conf.d/docker-autoremove-suggests', 'Apt::AutoRemove::SuggestsImportant "false";\n'), text('etc/dpkg/dpkg.cfg.d/docker-apt-speedup', 'force-unsafe-io\n'),
    text('usr/sbin/policy-rc.d', '#!/bin/sh\n\n# For most Docker users, "apt-get install" only happens during "docker build",\n# where starting services does not work.\nexit 101\n', 0o755),
    text('var/lib/dpkg/arch', 'amd64\n'), text('var/lib/dpkg/available', ''), text('var/lib/dpkg/lock', '', 0o640), text('var/lib/dpkg/lock-frontend', '', 0o640),
    text('var/lib/dpkg/status', dpkgStatus(system.packages)), text('var/lib/apt/extended_states', ''), text('var/log/dpkg.log', ''), data('var/cache/debconf/templates.dat', 534016),
  ];
}

/** The package database: each paragraph with its Status. */
function dpkgStatus(packages: string): string {
  return parseControl(packages).map((fields) => {
    const lines = [...fields].map(([name, value]) => `${name}: ${value}`);
    return `${[lines[0], 'Status: install ok installed', ...lines.slice(1)].join('\n')}\n`;
  }).join('\n');
}
