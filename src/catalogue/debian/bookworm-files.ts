// Names, modes and sizes as Debian 12.15 (bookworm) installs them (debootstrap --variant=minbase), in the lines that file-list.ts reads.

/** `DIRECTORY MODE NAME=SIZE …`: programs and shared libraries. */
export const executables = `
usr/bin 755 [=68496 addpart=31040 apt=18752 apt-cache=88456 apt-cdrom=22920 apt-config=26944 apt-get=51592 apt-key=27972 apt-mark=59784 arch=43888 b2sum=60400
usr/bin 755 base32=48016 base64=48016 basename=43856 basenc=56208 bash=1265648 bashbug=6865 cat=44016 chattr=14584 chcon=68720 chgrp=68656 chmod=64496 choom=55616
usr/bin 755 chown=72752 chrt=67904 cksum=142384 clear=14584 clear_console=14488 cmp=52176 comm=48048 cp=151152 csplit=122032 cut=48112 dash=125640 date=121904
usr/bin 755 dd=89240 deb-systemd-helper=24358 deb-systemd-invoke=6241 debconf=2859 debconf-apt-progress=11541 debconf-communicate=608 debconf-copydb=1719
usr/bin 755 debconf-escape=647 debconf-set-selections=2995 debconf-show=1827 delpart=31040 df=102200 diff=155216 diff3=68752 dir=151344 dircolors=52144 dirname=39760
usr/bin 755 dmesg=88656 dpkg=318096 dpkg-deb=170512 dpkg-divert=158264 dpkg-maintscript-helper=21206 dpkg-query=162384 dpkg-realpath=4186 dpkg-split=129520
usr/bin 755 dpkg-statoverride=63824 dpkg-trigger=88560 du=175440 echo=43856 egrep=41 env=48536 expand=43952 expr=117808 factor=85200 faillog=23072 fallocate=35136
usr/bin 755 false=35664 fgrep=41 fincore=35184 find=224848 findmnt=85600 flock=35216 fmt=48016 fold=43920 getconf=27136 getent=36320 getopt=35136 gpgv=474112
usr/bin 755 grep=203152 groups=43920 gunzip=2346 gzexe=6447 gzip=98136 hardlink=51600 head=48080 hostid=39760 hostname=22680 iconv=64648 id=48144 infocmp=63808
usr/bin 755 install=159544 ionice=35136 ipcmk=35200 ipcrm=35136 ipcs=76096 ischroot=14664 join=56304 last=51520 lastlog=32512 ldd=5407 link=39760 ln=72824
usr/bin 755 locale=47272 localedef=298912 logger=56216 login=53024 logname=39760 ls=151344 lsattr=14584 lsblk=207168 lscpu=129344 lsfd=123192 lsipc=100672
usr/bin 755 lsirq=35312 lslocks=72400 lslogins=96576 lsmem=67904 lsns=84288 mawk=158376 mcookie=35200 md5sum=52176 mesg=18744 mkdir=97552 mkfifo=68784 mknod=72912
usr/bin 755 mktemp=43952 more=59712 mountpoint=18744 mv=142968 namei=35136 nice=43888 nl=113776 nohup=43920 nproc=43920 nsenter=35368 numfmt=68624 od=80912
usr/bin 755 partx=121152 paste=43920 pathchk=43888 perl=3804464 perl5.36.0=3804464 pinky=48176 pldd=23232 pr=81008 printenv=35664 printf=64432 prlimit=39760
usr/bin 755 ptx=138480 pwd=43952 readlink=52112 realpath=52144 rename.ul=22840 renice=14648 resizepart=72000 rev=14648 rgrep=30 rm=72752 rmdir=56240 run-parts=27560
usr/bin 755 runcon=43984 savelog=10487 script=71992 scriptlive=55608 scriptreplay=47416 sdiff=56400 sed=126424 seq=60336 setarch=27216 setpriv=80192 setsid=14648
usr/bin 755 setterm=47424 sha1sum=56272 sha224sum=60368 sha256sum=60368 sha384sum=64464 sha512sum=64464 shred=64656 shuf=60400 sleep=43888 sort=118456 split=60984
usr/bin 755 stat=97488 stdbuf=60336 stty=85008 sum=52184 sync=39824 tabs=18672 tac=113712 tail=76944 tar=531984 taskset=63808 tee=43984 tempfile=14520 test=60304
usr/bin 755 tic=92512 timeout=48632 toe=22768 touch=109616 tput=26896 tr=56208 true=35664 truncate=43920 tset=30968 tsort=56208 tty=35696 tzselect=15352
usr/bin 755 uclampset=63808 uname=43888 uncompress=2346 unexpand=43952 uniq=48080 unlink=39760 unshare=84520 update-alternatives=59712 users=39824 utmpdump=31032
usr/bin 755 vdir=151344 wall=39224 wc=52280 wdctl=72024 whereis=31504 which.debianutils=946 who=60432 whoami=39792 xargs=72136 yes=39760 zcat=1984 zcmp=1678
usr/bin 755 zdiff=6460 zdump=23064 zegrep=29 zfgrep=29 zforce=2081 zgrep=8103 zless=2206 zmore=1842 znew=4577
usr/bin 2755 chage=80376 expiry=31184
usr/bin 4755 chfn=62672 chsh=52880 gpasswd=88496 mount=59704 newgrp=48896 passwd=68248 su=72000 umount=35128
usr/lib/apt/methods 755 cdrom=72072 copy=59784 file=63880 ftp=145888 gpgv=113032 http=199056 mirror=121224 rred=88456 rsh=72088 store=63880
usr/lib/x86_64-linux-gnu 644 libBrokenLocale.so.1=14640 libacl.so.1.1.2301=38832 libanl.so.1=14480 libapt-pkg.so.6.0.0=2067760 libapt-private.so.0.0.0=497904
usr/lib/x86_64-linux-gnu 644 libattr.so.1.1.2501=26544 libaudit.so.1.0.0=128952 libblkid.so.1.1.0=355328 libbz2.so.1.0.4=74688 libc_malloc_debug.so.0=50200
usr/lib/x86_64-linux-gnu 644 libcap-ng.so.0.0.0=30704 libcap.so.2.66=47128 libcom_err.so.2.1=18344 libcrypt.so.1.1.0=206776 libdb-5.3.so=1843792
usr/lib/x86_64-linux-gnu 644 libdebconfclient.so.0.0.0=14376 libdl.so.2=14480 libdrop_ambient.so.0.0.0=14256 libe2p.so.2.3=45008 libext2fs.so.2.4=438608
usr/lib/x86_64-linux-gnu 644 libffi.so.8.1.2=43480 libgcc_s.so.1=125312 libgcrypt.so.20.4.1=1332480 libgmp.so.10.4.1=529216 libgnutls.so.30.34.3=2209528
usr/lib/x86_64-linux-gnu 644 libgpg-error.so.0.33.1=157768 libhogweed.so.6.6=292856 libidn2.so.0.3.8=198776 liblz4.so.1.9.4=149952 liblzma.so.5.4.1=190456
usr/lib/x86_64-linux-gnu 644 libm.so.6=911904 libmd.so.0.0.5=47312 libmemusage.so=18880 libmount.so.1.1.0=404096 libmvec.so.1=1019408 libnettle.so.8.6=317544
usr/lib/x86_64-linux-gnu 644 libnsl.so.1=93248 libnss_compat.so.2=39896 libnss_dns.so.2=14400 libnss_files.so.2=14400 libnss_hesiod.so.2=27136
usr/lib/x86_64-linux-gnu 644 libp11-kit.so.0.3.0=1261376 libpam.so.0.85.1=67584 libpam_misc.so.0.82.1=14432 libpamc.so.0.82.1=18504 libpcprofile.so=14592
usr/lib/x86_64-linux-gnu 644 libpcre2-8.so.0.11.2=629384 libpsx.so.2.66=22592 libpthread.so.0=14480 libresolv.so.2=60328 librt.so.1=14640 libseccomp.so.2.5.4=129312
usr/lib/x86_64-linux-gnu 644 libselinux.so.1=174312 libsemanage.so.2=270424 libsepol.so.2=764192 libsmartcols.so.1.1.0=239744 libss.so.2.0=34736
usr/lib/x86_64-linux-gnu 644 libstdc++.so.6.0.30=2190440 libsystemd.so.0.35.0=844736 libtasn1.so.6.6.3=83968 libthread_db.so.1=35752 libtic.so.6.4=71840
usr/lib/x86_64-linux-gnu 644 libtinfo.so.6.4=204088 libudev.so.1.7.5=182544 libunistring.so.2.2.0=1792040 libutil.so.1=14480 libuuid.so.1.3.0=34872
usr/lib/x86_64-linux-gnu 644 libxxhash.so.0.8.1=80008 libz.so.1.2.13=121280 libzstd.so.1.5.4=763816
usr/lib/x86_64-linux-gnu 755 ld-linux-x86-64.so.2=215000 libc.so.6=1926232
usr/sbin 755 add-shell=1053 adduser=48382 agetty=69112 badblocks=35072 blkdiscard=35136 blkid=125280 blkzone=80192 blockdev=80192 chcpu=47416 chgpasswd=67880
usr/sbin 755 chmem=67904 chpasswd=63856 chroot=48112 cppw=61880 ctrlaltdel=39224 debugfs=239440 deluser=16727 dpkg-fsys-usrunmess=17401 dpkg-preconfigure=3925
usr/sbin 755 dpkg-reconfigure=4485 dumpe2fs=31040 e2freefrag=14648 e2fsck=356624 e2image=55760 e2scrub=7294 e2scrub_all=5394 e2undo=22840 e4crypt=26936
usr/sbin 755 e4defrag=30960 faillock=14584 filefrag=18696 findfs=14648 fsck=55664 fsck.cramfs=43384 fsck.minix=125272 fsfreeze=14648 fstab-decode=14576 fstrim=76096
usr/sbin 755 groupadd=101416 groupdel=88936 groupmems=67920 groupmod=101384 grpck=67888 grpconv=59536 grpunconv=59536 hwclock=88512 iconvconfig=31584
usr/sbin 755 installkernel=2659 invoke-rc.d=16517 isosize=31040 killall5=26944 ldattach=35136 ldconfig=982880 logsave=14424 losetup=117168 mke2fs=141904 mkfs=14648
usr/sbin 755 mkfs.bfs=35136 mkfs.cramfs=43256 mkfs.minix=112968 mkhomedir_helper=22800 mklost+found=14576 mkswap=117056 newusers=105392 nologin=14568
usr/sbin 755 pam-auth-update=21288 pam_getenv=2890 pam_namespace_helper=467 pam_timestamp_check=14584 pivot_root=14648 pwck=59656 pwconv=55432 pwhistory_helper=18680
usr/sbin 755 pwunconv=55472 readprofile=35168 remove-shell=1111 resize2fs=63800 rmt-tar=60432 rtcwake=47424 runuser=72000 service=9107 shadowconfig=2273
usr/sbin 755 start-stop-daemon=44464 sulogin=55616 swaplabel=18744 swapoff=22840 swapon=51512 switch_root=18744 tarcat=936 tune2fs=117264 unix_update=39160
usr/sbin 755 update-passwd=39416 update-rc.d=17742 update-shells=3984 useradd=159536 userdel=113608 usermod=147056 vipw=74384 wipefs=47424 zic=60136 zramctl=117168
usr/sbin 2755 unix_chkpwd=39160
`;

/** `DIRECTORY NAME>TARGET …`: symbolic links. */
export const links = `
bin>usr/bin lib>usr/lib lib64>usr/lib64 sbin>usr/sbin
usr/bin awk>/etc/alternatives/awk captoinfo>tic dnsdomainname>hostname domainname>hostname i386>setarch infotocap>tic lastb>last ld.so>/lib64/ld-linux-x86-64.so.2
usr/bin linux32>setarch linux64>setarch md5sum.textutils>md5sum nawk>/etc/alternatives/nawk nisdomainname>hostname pager>/etc/alternatives/pager pidof>/sbin/killall5
usr/bin rbash>bash reset>tset sg>newgrp sh>dash which>/etc/alternatives/which x86_64>setarch ypdomainname>hostname
usr/lib/x86_64-linux-gnu libacl.so.1>libacl.so.1.1.2301 libapt-pkg.so.6.0>libapt-pkg.so.6.0.0 libapt-private.so.0.0>libapt-private.so.0.0.0
usr/lib/x86_64-linux-gnu libattr.so.1>libattr.so.1.1.2501 libaudit.so.1>libaudit.so.1.0.0 libblkid.so.1>libblkid.so.1.1.0 libbz2.so.1>libbz2.so.1.0.4
usr/lib/x86_64-linux-gnu libbz2.so.1.0>libbz2.so.1.0.4 libcap-ng.so.0>libcap-ng.so.0.0.0 libcap.so.2>libcap.so.2.66 libcom_err.so.2>libcom_err.so.2.1
usr/lib/x86_64-linux-gnu libcrypt.so.1>libcrypt.so.1.1.0 libdebconfclient.so.0>libdebconfclient.so.0.0.0 libdrop_ambient.so.0>libdrop_ambient.so.0.0.0
usr/lib/x86_64-linux-gnu libe2p.so.2>libe2p.so.2.3 libext2fs.so.2>libext2fs.so.2.4 libffi.so.8>libffi.so.8.1.2 libgcrypt.so.20>libgcrypt.so.20.4.1
usr/lib/x86_64-linux-gnu libgmp.so.10>libgmp.so.10.4.1 libgnutls.so.30>libgnutls.so.30.34.3 libgpg-error.so.0>libgpg-error.so.0.33.1
usr/lib/x86_64-linux-gnu libhogweed.so.6>libhogweed.so.6.6 libidn2.so.0>libidn2.so.0.3.8 liblz4.so.1>liblz4.so.1.9.4 liblzma.so.5>liblzma.so.5.4.1
usr/lib/x86_64-linux-gnu libmd.so.0>libmd.so.0.0.5 libmount.so.1>libmount.so.1.1.0 libnettle.so.8>libnettle.so.8.6 libp11-kit.so.0>libp11-kit.so.0.3.0
usr/lib/x86_64-linux-gnu libpam.so.0>libpam.so.0.85.1 libpam_misc.so.0>libpam_misc.so.0.82.1 libpamc.so.0>libpamc.so.0.82.1 libpcre2-8.so.0>libpcre2-8.so.0.11.2
usr/lib/x86_64-linux-gnu libpsx.so.2>libpsx.so.2.66 libseccomp.so.2>libseccomp.so.2.5.4 libsmartcols.so.1>libsmartcols.so.1.1.0 libss.so.2>libss.so.2.0
usr/lib/x86_64-linux-gnu libstdc++.so.6>libstdc++.so.6.0.30 libsystemd.so.0>libsystemd.so.0.35.0 libtasn1.so.6>libtasn1.so.6.6.3 libtic.so.6>libtic.so.6.4
usr/lib/x86_64-linux-gnu libtinfo.so.6>libtinfo.so.6.4 libudev.so.1>libudev.so.1.7.5 libunistring.so.2>libunistring.so.2.2.0 libuuid.so.1>libuuid.so.1.3.0
usr/lib/x86_64-linux-gnu libxxhash.so.0>libxxhash.so.0.8.1 libz.so.1>libz.so.1.2.13 libzstd.so.1>libzstd.so.1.5.4
usr/lib64 ld-linux-x86-64.so.2>/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
usr/sbin addgroup>adduser cpgr>cppw delgroup>deluser e2label>tune2fs e2mmpstatus>dumpe2fs fsck.ext2>e2fsck fsck.ext3>e2fsck fsck.ext4>e2fsck getty>agetty
usr/sbin mkfs.ext2>mke2fs mkfs.ext3>mke2fs mkfs.ext4>mke2fs rmt>/etc/alternatives/rmt vigr>vipw
`;

/** `DIRECTORY SIZE`: bytes of all else that lies there. */
export const bulk = `
root 732
usr/lib 267
usr/lib/apt 78645
usr/lib/dpkg 12462
usr/lib/init 7986
usr/lib/locale 359301
usr/lib/lsb 11987
usr/lib/mime 411
usr/lib/systemd 4198
usr/lib/terminfo 74291
usr/lib/tmpfiles.d 239
usr/lib/udev 631
usr/lib/x86_64-linux-gnu/e2fsprogs 2800
usr/lib/x86_64-linux-gnu/gconv 8086702
usr/lib/x86_64-linux-gnu/perl-base 3448019
usr/lib/x86_64-linux-gnu/security 799128
usr/libexec 17049
usr/share/base-files 4063
usr/share/base-passwd 1273
usr/share/bash-completion 90737
usr/share/bug 1375
usr/share/common-licenses 237320
usr/share/debconf 10494
usr/share/debianutils 73
usr/share/doc 7569625
usr/share/doc-base 746
usr/share/dpkg 9047
usr/share/gcc 117225
usr/share/gdb 2387
usr/share/info 531391
usr/share/keyrings 184472
usr/share/libc-bin 494
usr/share/libgcrypt20 5493
usr/share/lintian 8655
usr/share/locale/af 32755
usr/share/locale/am 491
usr/share/locale/ar 27671
usr/share/locale/as 10333
usr/share/locale/ast 113625
usr/share/locale/az 1996
usr/share/locale/be 83759
usr/share/locale/bg 1009587
usr/share/locale/bn 10846
usr/share/locale/bn_IN 10850
usr/share/locale/bs 10206
usr/share/locale/ca 974783
usr/share/locale/cs 1087883
usr/share/locale/cy 24140
usr/share/locale/da 826373
usr/share/locale/de 1082662
usr/share/locale/de_CH 511
usr/share/locale/dz 177626
usr/share/locale/el 443884
usr/share/locale/en@boldquot 164675
usr/share/locale/en@quot 163043
usr/share/locale/eo 630854
usr/share/locale/es 906152
usr/share/locale/et 507108
usr/share/locale/eu 276582
usr/share/locale/fa 485
usr/share/locale/fi 436930
usr/share/locale/fr 1183236
usr/share/locale/fur 4542
usr/share/locale/ga 345053
usr/share/locale/gl 294498
usr/share/locale/gu 10377
usr/share/locale/he 23993
usr/share/locale/hi 9833
usr/share/locale/hr 715086
usr/share/locale/hu 804857
usr/share/locale/ia 13914
usr/share/locale/id 476887
usr/share/locale/is 494
usr/share/locale/it 688275
usr/share/locale/ja 949021
usr/share/locale/ka 237740
usr/share/locale/kk 96764
usr/share/locale/km 162063
usr/share/locale/kn 10850
usr/share/locale/ko 852014
usr/share/locale/ku 13650
usr/share/locale/kw_GB 448
usr/share/locale/ky 57120
usr/share/locale/lg 196983
usr/share/locale/lt 117421
usr/share/locale/lv 31594
usr/share/locale/mk 525
usr/share/locale/ml 12685
usr/share/locale/mn 494
usr/share/locale/mr 127393
usr/share/locale/ms 88389
usr/share/locale/my 485
usr/share/locale/nb 849955
usr/share/locale/ne 140825
usr/share/locale/nl 1088977
usr/share/locale/nn 85450
usr/share/locale/oc 66884
usr/share/locale/or 15523
usr/share/locale/pa 27031
usr/share/locale/pl 991216
usr/share/locale/pt 989461
usr/share/locale/pt_BR 868398
usr/share/locale/ro 579255
usr/share/locale/ru 1248460
usr/share/locale/si 8618
usr/share/locale/sk 444592
usr/share/locale/sl 515935
usr/share/locale/sq 1520
usr/share/locale/sr 925999
usr/share/locale/sr@latin 6926
usr/share/locale/sv 1001444
usr/share/locale/ta 36149
usr/share/locale/te 11038
usr/share/locale/tg 490
usr/share/locale/th 362989
usr/share/locale/tl 88426
usr/share/locale/tr 897342
usr/share/locale/uk 1185527
usr/share/locale/ur 468
usr/share/locale/vi 957798
usr/share/locale/yo 392
usr/share/locale/zh_CN 1037087
usr/share/locale/zh_HK 476
usr/share/locale/zh_TW 811982
usr/share/locale/zu 5759
usr/share/man 2854615
usr/share/menu 302
usr/share/pam 7029
usr/share/pam-configs 826
usr/share/perl5 184583
usr/share/pixmaps 1678
usr/share/polkit-1 4024
usr/share/tabset 454
usr/share/util-linux 155
usr/share/zoneinfo 1314970
var/lib 824
`;
