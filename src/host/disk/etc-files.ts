import { dpkgStatus } from './installed-packages.ts';
import { groupFile, passwdFile, shadowFile } from './accounts.ts';
import { protocolsFile, servicesFile } from './network-files.ts';

const osRelease = `PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
NAME="Debian GNU/Linux"
VERSION_ID="13"
VERSION="13 (trixie)"
VERSION_CODENAME=trixie
DEBIAN_VERSION_FULL=13.8
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

const profile = `# /etc/profile: read by login shells of every user.
if [ "\${EUID:-$(id -u)}" -eq 0 ]; then
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
else
  PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games
fi
export PATH
if [ -n "\${PS1-}" ] && [ -f /etc/bash.bashrc ]; then . /etc/bash.bashrc; fi
for script in /etc/profile.d/*.sh; do
  if [ -r "$script" ]; then . "$script"; fi
done
unset script
`;

const systemBashrc = `# /etc/bash.bashrc: read by interactive shells of every user.
[ -z "\${PS1-}" ] && return
shopt -s checkwinsize
PS1='\\u@\\h:\\w\\$ '
`;

/** ~/.bashrc of new users. */
export const userBashrc = `# ~/.bashrc: read by interactive shells.
case $- in *i*) ;; *) return ;; esac
HISTCONTROL=ignoreboth
HISTSIZE=1000
HISTFILESIZE=2000
shopt -s histappend checkwinsize
PS1='\\[\\033[01;32m\\]\\u@\\h\\[\\033[00m\\]:\\[\\033[01;34m\\]\\w\\[\\033[00m\\]\\$ '
alias ls='ls --color=auto'
alias ll='ls -l'
alias grep='grep --color=auto'
if [ -f ~/.bash_aliases ]; then . ~/.bash_aliases; fi
`;

/** ~/.profile of new users. */
export const userProfile = `# ~/.profile: read by login shells.
if [ -n "$BASH_VERSION" ] && [ -f "$HOME/.bashrc" ]; then . "$HOME/.bashrc"; fi
`;

const debianSources = `Types: deb
URIs: http://deb.debian.org/debian
Suites: trixie trixie-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.pgp

Types: deb
URIs: http://deb.debian.org/debian-security
Suites: trixie-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.pgp
`;

/** Regular files of /etc and their text, by path; [path, text, mode]. */
export function etcFiles(hostname: string): (readonly [path: string, text: string, mode: number])[] {
  return [
    ['/etc/passwd', passwdFile(), 0o644],
    ['/etc/group', groupFile(), 0o644],
    ['/etc/shadow', shadowFile(), 0o640],
    ['/etc/hostname', `${hostname}\n`, 0o644],
    ['/etc/hosts', `127.0.0.1\tlocalhost\n127.0.1.1\t${hostname}\n\n::1\tlocalhost ip6-localhost ip6-loopback\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n`, 0o644],
    ['/etc/debian_version', '13.8\n', 0o644],
    ['/usr/lib/os-release', osRelease, 0o644],
    ['/etc/issue', 'Debian GNU/Linux 13 \\n \\l\n\n', 0o644],
    ['/etc/profile', profile, 0o644],
    ['/etc/bash.bashrc', systemBashrc, 0o644],
    ['/etc/skel/.bashrc', userBashrc, 0o644],
    ['/etc/skel/.profile', userProfile, 0o644],
    ['/etc/environment', '', 0o644],
    ['/etc/shells', '/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n', 0o644],
    ['/etc/login.defs', 'MAIL_DIR\t/var/mail\nUID_MIN\t1000\nUID_MAX\t60000\nGID_MIN\t1000\nGID_MAX\t60000\nUMASK\t022\nENCRYPT_METHOD YESCRYPT\n', 0o644],
    ['/etc/nsswitch.conf', 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n', 0o644],
    ['/etc/resolv.conf', 'nameserver 10.0.2.3\n', 0o644],
    ['/etc/services', servicesFile, 0o644],
    ['/etc/protocols', protocolsFile, 0o644],
    ['/etc/networks', 'default\t\t0.0.0.0\nloopback\t127.0.0.0\nlink-local\t169.254.0.0\n', 0o644],
    ['/etc/apt/sources.list.d/debian.sources', debianSources, 0o644],
    ['/etc/docker/daemon.json', '{}\n', 0o644],
    ['/etc/sudoers', 'Defaults\tenv_reset\nDefaults\tmail_badpass\nDefaults\tsecure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"\nDefaults\tuse_pty\n\nroot\tALL=(ALL:ALL) ALL\n\n# Members of the group sudo may run everything; on this host without a password.\n%sudo\tALL=(ALL:ALL) NOPASSWD: ALL\n\n@includedir /etc/sudoers.d\n', 0o440],
    ['/var/lib/dpkg/status', dpkgStatus(), 0o644],
  ];
}
