import { type FileRecipe, program, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { alpineFiles } from './alpine.ts';

const version = '3.10.9';
const nologin = '/sbin/nologin';
const users = `root:0:0:root:/root:/bin/ash bin:1:1:bin:/bin:${nologin} daemon:2:2:daemon:/sbin:${nologin} adm:3:4:adm:/var/adm:${nologin} lp:4:7:lp:/var/spool/lpd:${nologin} sync:5:0:sync:/sbin:/bin/sync ` +
  `shutdown:6:0:shutdown:/sbin:/sbin/shutdown halt:7:0:halt:/sbin:/sbin/halt mail:8:12:mail:/var/spool/mail:${nologin} news:9:13:news:/usr/lib/news:${nologin} uucp:10:14:uucp:/var/spool/uucppublic:${nologin} ` +
  `operator:11:0:operator:/root:/bin/sh man:13:15:man:/usr/man:${nologin} postmaster:14:12:postmaster:/var/spool/mail:${nologin} cron:16:16:cron:/var/spool/cron:${nologin} ftp:21:21::/var/lib/ftp:${nologin} ` +
  `sshd:22:22:sshd:/dev/null:${nologin} at:25:25:at:/var/spool/cron/atjobs:${nologin} squid:31:31:Squid:/var/cache/squid:${nologin} games:35:35:games:/usr/games:${nologin} postgres:70:70::/var/lib/postgresql:/bin/sh ` +
  `cyrus:85:12::/usr/cyrus:${nologin} vpopmail:89:89::/var/vpopmail:${nologin} ntp:123:123:NTP:/var/empty:${nologin} smmsp:209:209:smmsp:/var/spool/mqueue:${nologin} guest:405:100:guest:/dev/null:${nologin} nobody:65534:65534:nobody:/:${nologin}`;

const osRelease = `NAME="Alpine Linux"
ID=alpine
VERSION_ID=${version}
PRETTY_NAME="Alpine Linux v3.10"
HOME_URL="https://alpinelinux.org/"
BUG_REPORT_URL="https://bugs.alpinelinux.org/"
`;

/** What differs from the newer release; OpenSSL was of the 1.1 series. */
const changed: readonly FileRecipe[] = [
  program('bin/busybox', 833136), text('etc/passwd', users.split(' ').map((user) => `${user.replace(':', ':x:')}\n`).join('')), text('usr/lib/os-release', osRelease), text('etc/alpine-release', `${version}\n`),
  text('etc/issue', 'Welcome to Alpine Linux 3.10\nKernel \\r on an \\m (\\l)\n\n'),
  text('etc/apk/repositories', 'http://dl-cdn.alpinelinux.org/alpine/v3.10/main\nhttp://dl-cdn.alpinelinux.org/alpine/v3.10/community\n'),
];
const replaced = new Set(changed.map((file) => file.path));

/** Alpine of 2019, which old texts and tests name. */
export const alpine310: ImageRecipe = {
  repository: 'library/alpine', tags: ['3.10', '3.10.9'], created: '2021-04-14T19:20:05.338397761Z', architectures: ['arm64'],
  config: { Cmd: ['/bin/sh'], Env: [defaultPath] },
  steps: [
    { createdBy: '/bin/sh -c #(nop) ADD file:9e4ca21cbd24dc05c454b6be21c7c639216ae66559b21ba24af0d665c62620dc in / ', files: [...alpineFiles.filter((file) => !replaced.has(file.path) && !/lib(?:crypto|ssl)/.test(file.path)), ...changed] },
    { createdBy: '/bin/sh -c #(nop)  CMD ["/bin/sh"]' },
  ],
};
