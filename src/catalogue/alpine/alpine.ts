import { trustStore } from '../authority/index.ts';
import { alpineApplets } from '../busybox/applets.ts';
import { directory, data, type FileRecipe, library, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { apkInstalled } from './packages.ts';

const version = '3.20.3';
const nologin = '/sbin/nologin';
const users = `root:0:0:root:/root:/bin/sh bin:1:1:bin:/bin:${nologin} daemon:2:2:daemon:/sbin:${nologin} lp:4:7:lp:/var/spool/lpd:${nologin} sync:5:0:sync:/sbin:/bin/sync ` +
  `shutdown:6:0:shutdown:/sbin:/sbin/shutdown halt:7:0:halt:/sbin:/sbin/halt mail:8:12:mail:/var/mail:${nologin} news:9:13:news:/usr/lib/news:${nologin} uucp:10:14:uucp:/var/spool/uucppublic:${nologin} ` +
  `cron:16:16:cron:/var/spool/cron:${nologin} ftp:21:21::/var/lib/ftp:${nologin} sshd:22:22:sshd:/dev/null:${nologin} games:35:35:games:/usr/games:${nologin} ntp:123:123:NTP:/var/empty:${nologin} ` +
  `guest:405:100:guest:/dev/null:${nologin} nobody:65534:65534:nobody:/:${nologin}`;
const groups = 'root:0:root bin:1:root,bin,daemon daemon:2:root,bin,daemon sys:3:root,bin adm:4:root,daemon tty:5: disk:6:root lp:7:lp kmem:9: wheel:10:root floppy:11:root mail:12:mail news:13:news uucp:14:uucp ' +
  'cron:16:cron audio:18: cdrom:19: dialout:20:root ftp:21: sshd:22: input:23: tape:26:root video:27:root netdev:28: kvm:34:kvm games:35: shadow:42: www-data:82: users:100:games ntp:123: abuild:300: utmp:406: ping:999: nogroup:65533: nobody:65534:';

const osRelease = `NAME="Alpine Linux"
ID=alpine
VERSION_ID=${version}
PRETTY_NAME="Alpine Linux v3.20"
HOME_URL="https://alpinelinux.org/"
BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"
`;
const motd = `Welcome to Alpine!

The Alpine Wiki contains a large amount of how-to guides and general
information about administrating Alpine systems.
See <https://wiki.alpinelinux.org/>.

You can setup the system with the command: setup-alpine

You may change this message by editing /etc/motd.

`;
const profile = `# System-wide profile for login shells.
export PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PAGER=less
umask 022
PS1='\\h:\\w\\$ '
for script in /etc/profile.d/*.sh; do
  if [ -r "$script" ]; then . "$script"; fi
done
unset script
`;

const applets: FileRecipe[] = alpineApplets.trim().split('\n').flatMap((line) => {
  const [place = '', ...names] = line.split(' ');
  return names.map((name) => symlink(`${place}/${name}`, '/bin/busybox'));
});

/** The files of Alpine's minimal root file system. */
export const alpineFiles: FileRecipe[] = [
  program('bin/busybox', 808712), ...applets, program('sbin/apk', 71760), program('sbin/ldconfig', 393), symlink('sbin/mkmntdirs', '/bin/busybox'),
  program('usr/bin/getconf', 30968), program('usr/bin/getent', 43520), program('usr/bin/iconv', 22544), program('usr/bin/ldd', 52), program('usr/bin/scanelf', 67080), program('usr/bin/ssl_client', 14424),
  library('lib/ld-musl-x86_64.so.1', 662264, 0o755), symlink('lib/libc.musl-x86_64.so.1', 'ld-musl-x86_64.so.1'), library('lib/libapk.so.2.14.0', 182080, 0o755),
  library('usr/lib/libcrypto.so.3', 4721664, 0o755), library('usr/lib/libssl.so.3', 797744, 0o755), library('usr/lib/libz.so.1.3.1', 104096, 0o755), symlink('usr/lib/libz.so.1', 'libz.so.1.3.1'),
  symlink('lib/libcrypto.so.3', '../usr/lib/libcrypto.so.3'), symlink('lib/libssl.so.3', '../usr/lib/libssl.so.3'), symlink('lib/libz.so.1', '../usr/lib/libz.so.1'),
  trustStore('etc/ssl/certs/ca-certificates.crt', 222263), symlink('etc/ssl/cert.pem', 'certs/ca-certificates.crt'), data('usr/share/apk/keys/keys.data', 13300), symlink('etc/ssl1.1/cert.pem', '/etc/ssl/cert.pem'),
  text('etc/passwd', users.split(' ').map((user) => `${user.replace(':', ':x:')}\n`).join('')), text('etc/group', groups.split(' ').map((group) => `${group.replace(':', ':x:')}\n`).join('')),
  text('etc/shadow', users.split(' ').map((user) => `${user.replace(/:.*/, '')}:${user.startsWith('root') ? '*' : '!'}::0:::::\n`).join(''), 0o640, 42),
  text('usr/lib/os-release', osRelease), symlink('etc/os-release', '../usr/lib/os-release'), text('etc/alpine-release', `${version}\n`), text('etc/motd', motd), text('etc/issue', `Welcome to Alpine Linux 3.20\nKernel \\r on an \\m (\\l)\n\n`),
  text('etc/hostname', 'localhost\n'), text('etc/hosts', '127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n'), text('etc/shells', '# valid login shells\n/bin/sh\n/bin/ash\n'),
  text('etc/profile', profile), directory('etc/profile.d'), text('etc/nsswitch.conf', 'hosts: files dns\nservices: files\n'), text('etc/inittab', '::sysinit:/sbin/openrc sysinit\n::ctrlaltdel:/sbin/reboot\n::shutdown:/sbin/openrc shutdown\n'),
  text('etc/securetty', 'console\ntty1\n'), symlink('etc/mtab', '../proc/mounts'), text('etc/fstab', '/dev/cdrom\t/media/cdrom\tiso9660\tnoauto,ro 0 0\n'),
  text('etc/apk/arch', 'x86_64\n'), text('etc/apk/repositories', 'https://dl-cdn.alpinelinux.org/alpine/v3.20/main\nhttps://dl-cdn.alpinelinux.org/alpine/v3.20/community\n'),
  text('etc/apk/world', 'alpine-baselayout\nalpine-keys\napk-tools\nbusybox\nlibc-utils\n'), directory('etc/apk/protected_paths.d'), directory('etc/apk/keys'), text('lib/apk/db/installed', apkInstalled), text('lib/apk/db/triggers', ''), text('lib/apk/db/lock', '', 0o600),
  ...['dev', 'home', 'lib/apk/exec', 'media/cdrom', 'media/floppy', 'media/usb', 'mnt', 'opt', 'proc', 'run', 'srv', 'sys', 'usr/local/bin', 'usr/local/lib', 'usr/local/share', 'usr/share/man', 'usr/share/misc', 'var/cache/apk', 'var/cache/misc',
    'var/lib/apk', 'var/lib/misc', 'var/lib/udhcpd', 'var/local', 'var/lock/subsys', 'var/log', 'var/mail', 'var/opt', 'etc/conf.d', 'etc/crontabs', 'etc/init.d', 'etc/logrotate.d', 'etc/modprobe.d', 'etc/network/if-up.d',
    'etc/opt', 'etc/periodic/daily', 'etc/sysctl.d', 'etc/udhcpc'].map((path) => directory(path)),
  directory('root', 0o700), directory('tmp', 0o1777), directory('var/tmp', 0o1777), directory('var/empty', 0o555), symlink('var/run', '../run'), symlink('var/spool/mail', '../mail'), symlink('var/spool/cron/crontabs', '../../../etc/crontabs'),
];

/** Alpine: one layer of 7.8 MB. */
export const alpine: ImageRecipe = {
  repository: 'library/alpine', tags: ['3.20', '3.20.3', '3', 'latest'], created: '2024-09-06T22:20:07.972381771Z', architectures: ['arm64'],
  config: { Cmd: ['/bin/sh'], Env: [defaultPath], WorkingDir: '/' },
  steps: [
    { createdBy: `ADD alpine-minirootfs-${version}-x86_64.tar.gz / # buildkit`, files: alpineFiles, comment: 'buildkit.dockerfile.v0' },
    { createdBy: 'CMD ["/bin/sh"]', comment: 'buildkit.dockerfile.v0' },
  ],
};
