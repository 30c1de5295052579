import { directory, type FileRecipe, hardlink, library, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { busyboxApplets } from './applets.ts';

const passwd = `root:x:0:0:root:/root:/bin/sh
daemon:x:1:1:daemon:/usr/sbin:/bin/false
bin:x:2:2:bin:/bin:/bin/false
sys:x:3:3:sys:/dev:/bin/false
sync:x:4:100:sync:/bin:/bin/sync
mail:x:8:8:mail:/var/spool/mail:/bin/false
www-data:x:33:33:www-data:/var/www:/bin/false
operator:x:37:37:Operator:/var:/bin/false
nobody:x:65534:65534:nobody:/home:/bin/false
`;
const groups = 'root:0 daemon:1 bin:2 sys:3 adm:4 tty:5 disk:6 lp:7 mail:8 kmem:9 wheel:10 cdrom:11 dialout:18 floppy:19 video:28 audio:29 tape:32 www-data:33 operator:37 utmp:43 plugdev:46 staff:50 lock:54 netdev:82 users:100 nobody:65534'.split(' ');

/** All applets are hard links of one file, `/bin/[`. */
const applets: FileRecipe[] = [
  program('bin/[', 1043000, 'busybox'),
  ...['busybox', ...busyboxApplets].filter((name) => name !== '[').map((name) => hardlink(`bin/${name}`, 'bin/[')),
];

/** busybox on glibc: one layer. */
export const busybox: ImageRecipe = {
  repository: 'library/busybox', tags: ['1.36', 'latest', '1.36.1', 'glibc', '1.36-glibc', 'stable'], created: '2023-05-18T22:34:17Z', architectures: ['arm64'],
  config: { Cmd: ['sh'], Env: [defaultPath] },
  steps: [
    {
      createdBy: '/bin/sh -c #(nop) ADD file:7e9002edaafd4e4579b65c8f0aaabde1aeb7fd3f8d95579f7fd3443cef785fd1 in / ',
      files: [
        ...applets, library('lib/ld-linux-x86-64.so.2', 210968, 0o755), library('lib/libc.so.6', 1922136, 0o755), library('lib/libm.so.6', 907784), library('lib/libnss_compat.so.2', 44592),
        library('lib/libnss_dns.so.2', 14352), library('lib/libnss_files.so.2', 14352), library('lib/libnss_hesiod.so.2', 22624), library('lib/libpthread.so.0', 14480), library('lib/libresolv.so.2', 64544),
        symlink('lib64', 'lib'), symlink('usr/bin/env', '../../bin/env'), directory('home'), directory('root', 0o700), directory('tmp', 0o1777), directory('usr/sbin'), directory('var/spool/mail'), directory('var/www'),
        text('etc/passwd', passwd), text('etc/shadow', passwd.replace(/^(\w+|www-data):.*$/gm, '$1:*:::::::'), 0o600), text('etc/group', groups.map((group) => `${group.replace(':', ':x:')}:\n`).join('')),
        text('etc/localtime', ''), text('etc/nsswitch.conf', '# GNU Name Service Switch\npasswd:         files\ngroup:          files\nshadow:         files\nhosts:          files dns\nnetworks:       files dns\n'),
      ],
    },
    { createdBy: '/bin/sh -c #(nop)  CMD ["sh"]' },
  ],
};
