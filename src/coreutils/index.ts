import type { ProgramLoader } from '../kernel/uapi/index.ts';
import { family } from './families.ts';

export { installedFiles, type InstalledFile } from './installed-files.ts';

/** What is said of commands that people know and that are not here; a module of its own, for the first command that is not found. */
export const loadUnsupported = () => import('./unsupported.ts');

/** Every program by its name, loaded at its first use. */
export const coreutilsPrograms: Record<string, ProgramLoader> = {
  ...family(() => import('./files/family.ts'), {
    basename: 'basename', chgrp: 'chgrp', chmod: 'chmod', chown: 'chown', cp: 'cp', dd: 'dd', df: 'df', dirname: 'dirname', du: 'du', file: 'file', find: 'find', install: 'install', ln: 'ln', ls: 'ls', mkdir: 'mkdir', mktemp: 'mktemp', mv: 'mv',
    readlink: 'readlink', realpath: 'realpath', rm: 'rm', rmdir: 'rmdir', stat: 'stat', touch: 'touch', tree: 'tree', truncate: 'truncate',
  }),
  ...family(() => import('./text/family.ts'), {
    cat: 'cat', cmp: 'cmp', comm: 'comm', cut: 'cut', diff: 'diff', egrep: 'egrep', expand: 'expand', fgrep: 'fgrep', fold: 'fold', grep: 'grep', head: 'head', nl: 'nl', paste: 'paste', rev: 'rev', rgrep: 'rgrep', sort: 'sort', tac: 'tac', tail: 'tail', tee: 'tee', tr: 'tr',
    unexpand: 'unexpand', uniq: 'uniq', wc: 'wc',
    col: 'col', colrm: 'colrm', column: 'column', csplit: 'csplit', fmt: 'fmt', iconv: 'iconv', join: 'join', numfmt: 'numfmt', patch: 'patch', pr: 'pr', sdiff: 'sdiff', shuf: 'shuf', split: 'split', tsort: 'tsort',
  }),
  ...family(() => import('./system/family.ts'), {
    '[': 'bracket', arch: 'arch', date: 'date', echo: 'echo', env: 'env', expr: 'expr', factor: 'factor', false: 'falseProgram', groups: 'groups', hostid: 'hostid', hostname: 'hostname', id: 'id', mount: 'mount', nologin: 'nologin', nproc: 'nproc', printenv: 'printenv', printf: 'printf', pwd: 'pwd', seq: 'seq',
    sleep: 'sleep', sync: 'sync', test: 'test', true: 'trueProgram', tty: 'tty', umount: 'umount', uname: 'uname', which: 'which', whoami: 'whoami', yes: 'yes',
    bc: 'bc', cal: 'cal', dc: 'dc', envsubst: 'envsubst', getopt: 'getoptProgram', ncal: 'ncal',
    dmesg: 'dmesg', findmnt: 'findmnt', flock: 'flock', getconf: 'getconf', link: 'link', locale: 'locale', logger: 'logger', lsblk: 'lsblk', lscpu: 'lscpu', mcookie: 'mcookie', mkfifo: 'mkfifo', mknod: 'mknod', mountpoint: 'mountpoint', namei: 'namei', pathchk: 'pathchk', 'run-parts': 'runParts', shred: 'shred', sysctl: 'sysctl', unlink: 'unlink', dnsdomainname: 'dnsdomainname', domainname: 'domainname', fallocate: 'fallocate', lsns: 'lsns', nisdomainname: 'domainname', nsenter: 'nsenter', prlimit: 'prlimit', unshare: 'unshare', uuidgen: 'uuidgen', whereis: 'whereis',
  }),
  ...family(() => import('./sed/family.ts'), { sed: 'sed' }),
  ...family(() => import('./process/family.ts'), {
    chroot: 'chroot', free: 'free', kill: 'kill', killall: 'killall', nice: 'nice', nohup: 'nohup', pgrep: 'pgrep', pidof: 'pidof', pkill: 'pkill', ps: 'ps', setsid: 'setsid', stdbuf: 'stdbuf', time: 'time', timeout: 'timeout', uptime: 'uptime', xargs: 'xargs',
    fuser: 'fuser', lsof: 'lsof', pstree: 'pstree', pwdx: 'pwdx', renice: 'renice',
  }),
  ...family(() => import('./archive/family.ts'), {
    base32: 'base32', base64: 'base64', gunzip: 'gunzip', gzip: 'gzip', hd: 'hexdump', hexdump: 'hexdump', md5sum: 'md5sum', od: 'od', sha1sum: 'sha1sum', sha224sum: 'sha224sum', sha256sum: 'sha256sum', sha384sum: 'sha384sum', sha512sum: 'sha512sum', tar: 'tar', xxd: 'xxd', zcat: 'zcat',
    b2sum: 'b2sum', basenc: 'basenc', cksum: 'cksum', sum: 'sum', unzip: 'unzip', zcmp: 'zcmp', zdiff: 'zdiff', zegrep: 'zegrep', zfgrep: 'zfgrep', zgrep: 'zgrep', zip: 'zip', zless: 'zless', zmore: 'zless',
  }),
  ...family(() => import('./account/family.ts'), { addgroup: 'addgroup', adduser: 'adduser', getent: 'getent', groupadd: 'groupadd', groupdel: 'groupdel', su: 'su', sudo: 'sudo', useradd: 'useradd', userdel: 'userdel', usermod: 'usermod',
    chage: 'chage', chfn: 'chfn', chpasswd: 'chpasswd', chsh: 'chsh', delgroup: 'delgroup', deluser: 'deluser', gpasswd: 'gpasswd', groupmod: 'groupmod', last: 'last', logname: 'logname', newgrp: 'newgrp', passwd: 'passwd', sg: 'sg', users: 'users', w: 'w', who: 'who',
  }),
  ...family(() => import('./trust/family.ts'), { 'update-ca-certificates': 'updateCaCertificates' }),
  ...family(() => import('./ssh/family.ts'), { scp: 'scp', ssh: 'ssh', 'ssh-copy-id': 'sshCopyId', 'ssh-keygen': 'sshKeygen', sshd: 'sshd' }),
  ...family(() => import('./openssl/family.ts'), { openssl: 'openssl' }),
  ...family(() => import('./gpg/family.ts'), { gpg: 'gpg', gpgv: 'gpgv' }),
  ...family(() => import('./network/family.ts'), { arp: 'arp', arping: 'arping', curl: 'curl', dig: 'dig', host: 'host', httpd: 'httpd', ifconfig: 'ifconfig', ip: 'ip', nc: 'nc', netcat: 'nc', netstat: 'netstat', nslookup: 'nslookup', ping: 'ping', ping6: 'ping', route: 'route', ss: 'ss', tc: 'tc', tcpdump: 'tcpdump', telnet: 'telnet', tracepath: 'tracepath', traceroute: 'traceroute', wget: 'wget' }),
  ...family(() => import('./terminal/family.ts'), { clear: 'clear', editor: 'nano', less: 'less', more: 'more', nano: 'nano', pager: 'less', reset: 'reset', stty: 'stty', top: 'top', watch: 'watch' }),
  ...family(() => import('./man/family.ts'), { apropos: 'apropos', man: 'man', whatis: 'whatis' }),
  ...family(() => import('./jq/jq.ts'), { jq: 'jq' }),
  ...family(() => import('./jq/yq.ts'), { yq: 'yq' }),
  ...family(() => import('./awk/family.ts'), { awk: 'awk', mawk: 'awk' }),
  ...family(() => import('./fun/family.ts'), { cowsay: 'cowsay', cowthink: 'cowthink', fortune: 'fortune' }),
  ...family(() => import('./service/family.ts'), { journalctl: 'journalctl', service: 'service', systemctl: 'systemctl' }),
  ...family(() => import('./server/family.ts'), { dnmonster: 'dnmonster', nginx: 'nginx', 'redis-cli': 'redisCli', 'redis-server': 'redisServer' }),
  ...family(() => import('./server/registry/family.ts'), { registry: 'registry' }),
  ...family(() => import('./server/htpasswd/family.ts'), { htpasswd: 'htpasswd' }),
  ...family(() => import('./package/family.ts'), { apk: 'apk', apt: 'apt', conda: 'conda', 'apt-cache': 'aptCache', 'apt-get': 'aptGet', 'apt-mark': 'aptMark', dpkg: 'dpkg', 'dpkg-deb': 'dpkgDeb', 'dpkg-query': 'dpkgQuery', pip: 'pip' }),
};

/** What busybox is not built with. */
const notApplets = new Set([
  'conda', 'gpg', 'gpgv', 'openssl', 'dig', 'host', 'netcat', 'scp', 'ssh', 'ssh-copy-id', 'ssh-keygen', 'ssh-keyscan', 'sshd', 'b2sum', 'basenc', 'zip', 'findmnt', 'getconf', 'locale', 'lsblk', 'lscpu', 'mcookie', 'namei', 'pathchk', 'uuidgen', 'whereis', 'chage', 'chfn', 'chsh', 'gpasswd', 'groupmod', 'newgrp', 'sg', 'users', 'journalctl', 'service', 'systemctl', 'col', 'colrm', 'column', 'csplit', 'envsubst', 'fmt', 'iconv', 'join', 'ncal', 'numfmt', 'pr', 'sdiff', 'apk', 'apt', 'apt-cache', 'apt-get', 'apt-mark', 'cowsay', 'cowthink', 'curl', 'dpkg-query', 'file', 'fortune', 'getent', 'groupadd', 'groupdel', 'jq', 'dnmonster', 'nginx', 'redis-cli', 'redis-server', 'registry', 'apropos', 'editor', 'mawk', 'nano', 'pager', 'whatis', 'sha224sum', 'ss', 'stdbuf', 'sudo', 'useradd', 'userdel', 'usermod', 'yq',
]);

/** The multi-call binary with all programs here that are applets of the real one; `shell` runs as `sh` and `ash`. */
export function busyboxLoader(shell: ProgramLoader): ProgramLoader {
  const applets = new Map([...Object.entries(coreutilsPrograms).filter(([name]) => !notApplets.has(name)), ['ash', shell], ['sh', shell]]);
  return async () => (await import('./busybox/family.ts')).createBusybox(applets);
}
