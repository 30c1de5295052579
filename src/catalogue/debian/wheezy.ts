import { sha256Hex } from '../../base/index.ts';
import { data, type FileRecipe, library, program, symlink, text } from '../recipe/file.ts';
import { defaultPath, type ImageRecipe } from '../recipe/image.ts';
import { baseFiles, debianGroups, debianUsers } from './base-files.ts';

const osRelease = `PRETTY_NAME="Debian GNU/Linux 7 (wheezy)"
NAME="Debian GNU/Linux"
VERSION_ID="7"
VERSION="7 (wheezy)"
ID=debian
ANSI_COLOR="1;31"
HOME_URL="http://www.debian.org/"
SUPPORT_URL="http://www.debian.org/support/"
BUG_REPORT_URL="http://bugs.debian.org/"
`;

const sources = 'deb http://deb.debian.org/debian wheezy main\ndeb http://deb.debian.org/debian wheezy-updates main\ndeb http://security.debian.org wheezy/updates main\n';

const packages = `Package: apt
Priority: important
Section: admin
Installed-Size: 3418
Architecture: amd64
Version: 0.9.7.9+deb7u7
Depends: debian-archive-keyring, gnupg
Description: commandline package manager

Package: base-files
Essential: yes
Priority: required
Section: admin
Installed-Size: 375
Architecture: amd64
Version: 7.1wheezy11
Description: Debian base system miscellaneous files

Package: bash
Essential: yes
Priority: required
Section: shells
Installed-Size: 3714
Architecture: amd64
Version: 4.2+dfsg-0.1+deb7u4
Depends: base-files (>= 2.1.12), debianutils (>= 2.15)
Description: GNU Bourne Again SHell

Package: coreutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 13913
Architecture: amd64
Version: 8.13-3.5
Description: GNU core utilities

Package: dpkg
Essential: yes
Priority: required
Section: admin
Installed-Size: 6276
Architecture: amd64
Version: 1.16.18
Depends: tar (>= 1.23)
Description: Debian package management system

Package: libc6
Priority: required
Section: libs
Installed-Size: 10232
Architecture: amd64
Version: 2.13-38+deb7u12
Provides: glibc-2.13-1
Description: Embedded GNU C Library: Shared libraries

Package: perl-base
Essential: yes
Priority: required
Section: perl
Installed-Size: 4901
Architecture: amd64
Version: 5.14.2-21+deb7u6
Description: minimal Perl system
`;

// Before the merge of /usr, what is needed to boot lay in /bin and /sbin.
const bin = 'bash=975488 cat=51856 chgrp=60072 chmod=55912 chown=64232 cp=130304 dash=106920 date=60200 dd=60152 df=85152 dir=114880 dmesg=34616 echo=31208 false=27008 grep=144472 ' +
  'gunzip=54 gzip=84024 hostname=14632 kill=23696 ln=55976 login=52776 ls=114880 mkdir=51864 mknod=35192 mktemp=39328 more=39496 mount=94792 mountpoint=9680 mv=118384 ps=101192 pwd=31328 ' +
  'readlink=39144 rm=60168 rmdir=43456 sed=73352 sleep=31184 stty=60072 su=40904 sync=27008 tar=349728 touch=60072 true=27008 umount=69096 uname=31152 zcat=62';
const usrBin = '[=35328 apt-cache=73088 apt-cdrom=24104 apt-config=13752 apt-get=144800 apt-key=5754 apt-mark=32352 arch=31120 awk=105968 base64=35224 basename=31160 cksum=31160 clear=6224 cmp=31368 ' +
  'comm=35320 csplit=52008 cut=47512 diff=110640 dircolors=35376 dirname=27032 dpkg=260080 dpkg-deb=118400 dpkg-query=106840 du=97344 env=27096 expand=31288 expr=31488 factor=31312 find=234560 ' +
  'fmt=35256 fold=31256 free=14320 gpgv=365032 groups=31232 head=39464 id=35352 install=126376 join=43544 link=27064 logname=27064 mawk=105968 md5sum=39432 mkfifo=35224 nice=31232 nl=39448 nohup=31256 ' +
  'nproc=31232 od=64152 passwd=45396 paste=31256 perl=10384 pgrep=26616 pkill=26616 pr=60136 printenv=27000 printf=47640 ptx=68424 reset=17888 seq=43656 sha1sum=39464 sha256sum=47656 shuf=39440 sort=109832 ' +
  'split=56064 stat=60200 tac=35336 tail=64440 tee=31288 test=31232 timeout=47672 top=69104 tr=43512 tsort=35320 tty=27032 unexpand=35384 uniq=35408 unlink=27064 uptime=6160 users=31224 vmstat=30840 ' +
  'wc=35448 which=946 who=47672 whoami=27064 xargs=64176 yes=27000';
const sbin = 'fsck=28424 ldconfig=914240 mkfs=10264 mkswap=27112 start-stop-daemon=27872 swapoff=19032 swapon=27128';
const usrSbin = 'adduser=35939 chroot=31344 deluser=16463 groupadd=56672 groupdel=44384 useradd=92672 userdel=59584 usermod=88320';

const programs = (directory: string, list: string): FileRecipe[] => list.split(' ').map((item) => {
  const [name = '', size] = item.split('=');
  return program(`${directory}/${name}`, Number(size));
});
const step = (createdBy: string): { createdBy: string } => ({ createdBy: `/bin/sh -c #(nop) ${createdBy}` });

/** Debian 7, whose package archive is gone from the mirrors. */
export const wheezy: ImageRecipe = {
  repository: 'library/debian', tags: ['wheezy', '7', '7.11'], created: '2019-03-26T20:31:09Z',
  config: { Cmd: ['bash'], Env: [defaultPath] },
  steps: [
    {
      createdBy: `/bin/sh -c #(nop) ADD file:${sha256Hex(packages)} in / `,
      files: [
        ...baseFiles({
          osRelease, debianVersion: '7.11\n', issue: 'Debian GNU/Linux 7', packages, passwordDay: 17981, groups: debianGroups,
          users: [...debianUsers, ['gnats', '41:41', 'Gnats Bug-Reporting System (admin)', '/var/lib/gnats', '/usr/sbin/nologin'],
            ['nobody', '65534:65534', 'nobody', '/nonexistent', '/usr/sbin/nologin']],
          aptSources: ['sources.list', sources],
        }),
        text('etc/os-release', osRelease), ...programs('bin', bin), ...programs('usr/bin', usrBin), ...programs('sbin', sbin), ...programs('usr/sbin', usrSbin),
        symlink('bin/sh', 'dash'), symlink('bin/rbash', 'bash'), library('lib/x86_64-linux-gnu/ld-2.13.so', 136936, 0o755), library('lib/x86_64-linux-gnu/libc-2.13.so', 1603600, 0o755),
        symlink('lib/x86_64-linux-gnu/libc.so.6', 'libc-2.13.so'), symlink('lib64/ld-linux-x86-64.so.2', '/lib/x86_64-linux-gnu/ld-2.13.so'),
        data('usr/lib/x86_64-linux-gnu/gconv/libCNS.so', 7310000), data('usr/lib/x86_64-linux-gnu/libapt-pkg.so.4.12.0', 1395000), data('usr/share/locale/locale.alias', 39300000),
        data('usr/share/doc/changelogs.gz', 5600000), data('usr/share/perl/5.14.2/unicore/Name.pl', 9500000), data('usr/share/zoneinfo/tzdata.zi', 6200000), data('usr/share/man/man1/bash.1.gz', 3900000),
      ],
    },
    step(' CMD ["bash"]'),
  ],
};
