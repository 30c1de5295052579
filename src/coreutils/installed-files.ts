/** Where a program is installed on Debian 13, and how large its file is there. */
export interface InstalledFile {
  path: string;
  size: number;
}

const sizes: Record<string, string> = {
  '/usr/bin': '[:55432 apropos:52232 man:128088 whatis:52232 apt:18544 apt-cache:96368 apt-get:59504 apt-mark:63600 arch:43176 awk:170536 base32:47240 base64:47240 basename:43144 cat:47304 chgrp:75944 chmod:71848 chown:75944 clear:14288 cmp:55984 comm:47272 cp:149672 curl:321752 cut:55464 date:100520 dd:75984 df:109200 diff:163152 dirname:43144 dpkg:310040 dpkg-deb:170248 dpkg-query:162296 du:112808 echo:43144 editor:303960 egrep:41 env:55856 expand:47272 expr:58936 factor:88312 false:43144 fgrep:41 file:27072 find:236848 fold:47240 free:26648 getent:35344 gpg:1229800 gpgv:532712 grep:211216 groups:43144 gunzip:2335 gzip:102064 hd:63528 head:51368 hexdump:63528 hostid:43144 hostname:26648 id:51368 install:153808 ip:721552 jq:30800 kill:22552 killall:32432 less:249240 ln:75952 ls:158344 mawk:170536 md5sum:55464 mkdir:88200 mktemp:47240 more:59424 mount:71712 mv:149672 nano:303960 netstat:159112 nice:43144 nl:51432 nohup:47240 nproc:47240 od:84136 openssl:1103144 pager:249240 paste:47272 pgrep:39056 pidof:26648 ping:156224 pkill:39056 printenv:43144 printf:67720 ps:154264 pwd:43144 readlink:55432 realpath:55464 reset:30672 rev:14360 rgrep:30 rm:75944 rmdir:43144 sed:130392 seq:47240 setsid:14360 sha1sum:55464 sha224sum:55464 sha256sum:55464 sha384sum:55464 sha512sum:55464 sleep:43144 sort:127384 ss:207512 stat:104616 stdbuf:47240 stty:80040 su:79904 sudo:306456 sync:43144 tac:47240 tail:80072 tar:458144 tee:47272 test:47240 time:27248 timeout:47696 top:142680 touch:88232 tr:59528 tree:97216 true:43144 truncate:47240 tty:43144 umount:55328 uname:43176 unexpand:47272 uniq:55464 uptime:14360 watch:31224 wc:67760 wget:482544 which:1080 whoami:43144 xargs:80040 xxd:22608 yes:43144 yq:199 zcat:1973',
  '/usr/games': 'cowsay:4664 cowthink:4664 fortune:31104',
  '/usr/sbin': 'addgroup:59426 adduser:59426 apk:71760 chroot:51336 groupadd:105272 groupdel:92816 nologin:22552 useradd:159280 userdel:113368 usermod:146832 update-ca-certificates:5439',
};

/** Path and size, by the program's name; busybox's own programs are not in it. */
export const installedFiles: ReadonlyMap<string, InstalledFile> = new Map(Object.entries(sizes).flatMap(([folder, list]) => list.split(' ').map((entry): [string, InstalledFile] => {
  const colon = entry.lastIndexOf(':');
  const name = entry.slice(0, colon);
  return [name, { path: `${folder}/${name}`, size: Number(entry.slice(colon + 1)) }];
})));
