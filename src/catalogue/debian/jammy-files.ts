// Names, modes and sizes as Ubuntu 22.04 (jammy) installs them (debootstrap --variant=minbase), in the lines that file-list.ts reads.

/** `DIRECTORY MODE NAME=SIZE …`: programs and shared libraries. */
export const executables = `
usr/bin 755 [=51632 addpart=14712 apt=18824 apt-cache=84448 apt-cdrom=27104 apt-config=27024 apt-get=51680 apt-key=28173 apt-mark=51680 arch=31232 b2sum=51720
usr/bin 755 base32=35328 base64=35328 basename=35328 basenc=47616 bash=1396520 bashbug=6818 cat=35280 chattr=14656 chcon=59904 chgrp=55808 chmod=55808 choom=22904
usr/bin 755 chown=59904 chrt=27000 cksum=35232 clear=14656 clear_console=14568 cmp=43408 comm=35336 cp=141824 csplit=109056 cut=39424 dash=125688 date=104960
usr/bin 755 dd=68112 deb-systemd-helper=21394 deb-systemd-invoke=6156 debconf=2859 debconf-apt-progress=11541 debconf-communicate=608 debconf-copydb=1719
usr/bin 755 debconf-escape=647 debconf-set-selections=2995 debconf-show=1827 delpart=14712 df=85064 diff=133680 diff3=55824 dir=138208 dircolors=39432 dirname=31104
usr/bin 755 dmesg=72296 dpkg=318144 dpkg-deb=137720 dpkg-divert=121336 dpkg-maintscript-helper=21209 dpkg-query=141848 dpkg-realpath=4189 dpkg-split=100872
usr/bin 755 dpkg-statoverride=47368 dpkg-trigger=43424 du=150016 echo=35120 egrep=28 env=43968 expand=35352 expr=108960 factor=72192 faillog=23136 fallocate=22904
usr/bin 755 false=26928 fgrep=28 fincore=22952 find=282088 findmnt=65128 flock=23016 fmt=39424 fold=35328 free=26864 getconf=35112 getent=39576 getopt=22904
usr/bin 755 gpgv=277544 grep=182728 groups=35328 gunzip=2346 gzexe=6447 gzip=97520 hardlink=35248 head=43520 hostid=31232 hostname=22760 iconv=68000 id=39424
usr/bin 755 infocmp=63872 install=145936 ionice=18808 ipcmk=22976 ipcrm=18808 ipcs=39288 ischroot=14536 join=47656 kill=30952 last=35192 lastlog=28288 ldd=5441
usr/bin 755 link=31232 ln=59904 locale=58944 locale-check=14488 localedef=334808 logger=35800 login=52976 logname=31232 ls=138208 lsattr=14656 lsblk=125312
usr/bin 755 lscpu=100728 lsipc=51576 lslocks=31432 lslogins=51576 lsmem=39288 lsns=39296 mawk=158504 mcookie=27072 md5sum=43424 mesg=14712 mkdir=68096 mkfifo=39424
usr/bin 755 mknod=43520 mktemp=39424 more=43392 mountpoint=18808 mv=137744 namei=22904 nice=35328 nl=100928 nohup=35232 nproc=35328 nsenter=27232 numfmt=55840
usr/bin 755 od=68096 partx=59776 paste=35232 pathchk=35328 perl=3806264 perl5.34.0=3806264 pgrep=30968 pidwait=30968 pinky=35232 pldd=22904 pmap=35064 pr=68168
usr/bin 755 printenv=31104 printf=51632 prlimit=27528 ps=141776 ptx=129584 pwd=35328 pwdx=14568 readlink=39328 realpath=39328 renice=14712 resizepart=22904 rev=14712
usr/bin 755 rgrep=30 rm=59904 rmdir=43424 run-parts=27176 runcon=35328 savelog=10487 script=51576 scriptlive=43384 scriptreplay=35192 sdiff=47504 sed=113224
usr/bin 755 select-editor=2450 sensible-browser=1290 sensible-editor=1269 sensible-pager=565 seq=47616 setarch=27280 setpriv=39296 setsid=14712 setterm=35192
usr/bin 755 sha1sum=43424 sha224sum=51616 sha256sum=51616 sha384sum=55712 sha512sum=55712 shred=51712 shuf=47616 skill=30952 slabtop=22768 sleep=35328 sort=101168
usr/bin 755 split=52184 stat=80392 stdbuf=43520 stty=76288 sum=35232 sync=35232 tabs=18744 tac=104864 tail=68120 tar=517952 taskset=22904 tee=35328 tempfile=14360
usr/bin 755 test=43440 tic=88488 timeout=39872 tload=18680 toe=22840 top=133184 touch=92672 tput=26968 tr=47616 true=26928 truncate=35328 tset=26944 tsort=47616
usr/bin 755 tty=31232 tzselect=15376 uclampset=27000 uname=35328 uncompress=2346 unexpand=35352 uniq=43520 unlink=31232 unshare=31328 update-alternatives=59640
usr/bin 755 uptime=14568 users=35328 utmpdump=22904 vdir=138208 vmstat=39160 w=22760 watch=27240 wc=43432 wdctl=31120 whereis=31560 which.debianutils=946 who=51728
usr/bin 755 whoami=31232 xargs=63912 yes=31104 zcat=1984 zcmp=1678 zdiff=5898 zdump=26840 zegrep=29 zfgrep=29 zforce=2081 zgrep=8103 zless=2206 zmore=1842 znew=4577
usr/bin 2755 chage=72184 expiry=23136 wall=22904
usr/bin 4755 chfn=72712 chsh=44808 gpasswd=72072 mount=47480 newgrp=40496 passwd=59976 su=55672 umount=35192
usr/lib/apt/methods 755 cdrom=76256 copy=51680 file=51680 ftp=121328 gpgv=100832 http=195040 mirror=100832 rred=80352 rsh=63984 store=55776
usr/lib/x86_64-linux-gnu 644 libBrokenLocale.so.1=14664 libacl.so.1.1.2301=34888 libanl.so.1=14432 libapt-pkg.so.6.0.0=1834432 libapt-private.so.0.0.0=412048
usr/lib/x86_64-linux-gnu 644 libattr.so.1.1.2501=26696 libaudit.so.1.0.0=133200 libblkid.so.1.1.0=220192 libbz2.so.1.0.4=74848 libc.so.6=2216304
usr/lib/x86_64-linux-gnu 644 libc_malloc_debug.so.0=56704 libcap-ng.so.0.0.0=27072 libcap.so.2.44=39024 libcom_err.so.2.1=18504 libcrypt.so.1.1.0=198664
usr/lib/x86_64-linux-gnu 644 libcrypto.so.3=4447536 libdb-5.3.so=1760880 libdebconfclient.so.0.0.0=18720 libdl.so.2=14432 libe2p.so.2.3=45136 libext2fs.so.2.4=430440
usr/lib/x86_64-linux-gnu 644 libffi.so.8.1.0=47688 libform.so.6.3=73168 libformw.so.6.3=77296 libgcc_s.so.1=125488 libgcrypt.so.20.3.4=1296312
usr/lib/x86_64-linux-gnu 644 libgmp.so.10.4.1=526896 libgnutls.so.30.31.0=2000320 libgpg-error.so.0.32.1=149760 libgssapi_krb5.so.2.2=338712 libhogweed.so.6.4=289800
usr/lib/x86_64-linux-gnu 644 libidn2.so.0.3.7=129096 libk5crypto.so.3.1=182928 libkeyutils.so.1.9=22600 libkrb5.so.3.3=828000 libkrb5support.so.0.1=52080
usr/lib/x86_64-linux-gnu 644 liblz4.so.1.9.3=125152 liblzma.so.5.2.5=170456 libm.so.6=940560 libmemusage.so=18904 libmenu.so.6.3=39480 libmenuw.so.6.3=43576
usr/lib/x86_64-linux-gnu 644 libmount.so.1.1.0=273056 libmvec.so.1=1031720 libncurses.so.6.3=157776 libncursesw.so.6.3=239696 libnettle.so.8.4=281000
usr/lib/x86_64-linux-gnu 644 libnsl.so.1=101464 libnsl.so.2.0.1=93280 libnss_compat.so.2=44024 libnss_dns.so.2=14352 libnss_files.so.2=14352 libnss_hesiod.so.2=27160
usr/lib/x86_64-linux-gnu 644 libp11-kit.so.0.3.0=1285888 libpam.so.0.85.1=67736 libpam_misc.so.0.82.1=18528 libpamc.so.0.82.1=18504 libpanel.so.6.3=22688
usr/lib/x86_64-linux-gnu 644 libpanelw.so.6.3=22688 libpcprofile.so=14616 libpcre.so.3.13.3=477296 libpcre2-8.so.0.10.4=613064 libpcreposix.so.3.13.3=14408
usr/lib/x86_64-linux-gnu 644 libprocps.so.8.0.3=80080 libpthread.so.0=21448 libresolv.so.2=68552 librt.so.1=14664 libseccomp.so.2.5.3=125360 libselinux.so.1=166280
usr/lib/x86_64-linux-gnu 644 libsemanage.so.2=262288 libsepol.so.2=715208 libsmartcols.so.1.1.0=100488 libss.so.2.0=30800 libssl.so.3=667864
usr/lib/x86_64-linux-gnu 644 libstdc++.so.6.0.30=2260320 libsystemd.so.0.32.0=807936 libtasn1.so.6.6.2=92312 libthread_db.so.1=39952 libtic.so.6.3=71992
usr/lib/x86_64-linux-gnu 644 libtinfo.so.6.3=200136 libtirpc.so.3.0.0=178816 libudev.so.1.7.2=166240 libunistring.so.2.2.0=1743016 libutil.so.1=14432
usr/lib/x86_64-linux-gnu 644 libuuid.so.1.3.0=30920 libxxhash.so.0.8.1=80080 libz.so.1.2.11=108936 libzstd.so.1.4.8=841808
usr/lib/x86_64-linux-gnu 755 ld-linux-x86-64.so.2=240936
usr/sbin 755 add-shell=1051 adduser=38247 agetty=56888 badblocks=35144 blkdiscard=22904 blkid=51616 blkzone=35192 blockdev=31096 chcpu=31096 chgpasswd=59528
usr/sbin 755 chmem=35192 chpasswd=55464 chroot=39424 cppw=49448 ctrlaltdel=14712 debugfs=235320 deluser=16495 dpkg-preconfigure=3663 dpkg-reconfigure=4485
usr/sbin 755 dumpe2fs=31040 e2freefrag=14648 e2fsck=360280 e2image=43328 e2scrub=7296 e2scrub_all=5395 e2undo=22840 e4crypt=31104 e4defrag=31032 faillock=14488
usr/sbin 755 filefrag=18760 findfs=14712 fsck=43432 fsck.cramfs=31160 fsck.minix=55704 fsfreeze=14712 fstab-decode=18744 fstrim=43384 groupadd=68520 groupdel=64232
usr/sbin 755 groupmems=55488 groupmod=68424 grpck=59528 grpconv=51208 grpunconv=51208 hwclock=51704 iconvconfig=31128 installkernel=2659 invoke-rc.d=16507
usr/sbin 755 isosize=14712 killall5=31112 ldattach=27000 ldconfig=387 ldconfig.real=1213960 logsave=14496 losetup=72200 mke2fs=133752 mkfs=14712 mkfs.bfs=22904
usr/sbin 755 mkfs.cramfs=35128 mkfs.minix=43400 mkhomedir_helper=22704 mklost+found=14648 mkswap=47488 newusers=76520 nologin=14640 pam-auth-update=20992
usr/sbin 755 pam_extrausers_update=30872 pam_getenv=2890 pam_timestamp_check=14488 pivot_root=14712 pwck=51336 pwconv=47112 pwunconv=43016 readprofile=22936
usr/sbin 755 remove-shell=1099 resize2fs=67896 rmt-tar=59976 rtcwake=35192 runuser=55672 service=9097 shadowconfig=885 start-stop-daemon=48488 sulogin=43384
usr/sbin 755 swaplabel=22904 swapoff=22904 swapon=43384 switch_root=18808 sysctl=30960 tarcat=936 tune2fs=105016 unix_update=30872 update-passwd=35392
usr/sbin 755 update-rc.d=17324 update-shells=3806 useradd=126624 userdel=88936 usermod=126424 vipw=57888 wipefs=39288 zic=63816 zramctl=55816
usr/sbin 2755 pam_extrausers_chkpwd=22680 unix_chkpwd=26776
`;

/** `DIRECTORY NAME>TARGET …`: symbolic links. */
export const links = `
bin>usr/bin lib>usr/lib lib32>usr/lib32 lib64>usr/lib64 libx32>usr/libx32 sbin>usr/sbin
usr/bin awk>/etc/alternatives/awk captoinfo>tic dnsdomainname>hostname domainname>hostname i386>setarch infotocap>tic lastb>last linux32>setarch linux64>setarch
usr/bin md5sum.textutils>md5sum nawk>/etc/alternatives/nawk nisdomainname>hostname pager>/etc/alternatives/pager pidof>/sbin/killall5 pkill>pgrep rbash>bash
usr/bin reset>tset sg>newgrp sh>dash snice>skill which>/etc/alternatives/which x86_64>setarch ypdomainname>hostname
usr/lib/x86_64-linux-gnu libacl.so.1>libacl.so.1.1.2301 libapt-pkg.so.6.0>libapt-pkg.so.6.0.0 libapt-private.so.0.0>libapt-private.so.0.0.0
usr/lib/x86_64-linux-gnu libattr.so.1>libattr.so.1.1.2501 libaudit.so.1>libaudit.so.1.0.0 libblkid.so.1>libblkid.so.1.1.0 libbz2.so.1>libbz2.so.1.0.4
usr/lib/x86_64-linux-gnu libbz2.so.1.0>libbz2.so.1.0.4 libcap-ng.so.0>libcap-ng.so.0.0.0 libcap.so.2>libcap.so.2.44 libcom_err.so.2>libcom_err.so.2.1
usr/lib/x86_64-linux-gnu libcrypt.so.1>libcrypt.so.1.1.0 libdebconfclient.so.0>libdebconfclient.so.0.0.0 libe2p.so.2>libe2p.so.2.3 libext2fs.so.2>libext2fs.so.2.4
usr/lib/x86_64-linux-gnu libffi.so.8>libffi.so.8.1.0 libform.so.6>libform.so.6.3 libformw.so.6>libformw.so.6.3 libgcrypt.so.20>libgcrypt.so.20.3.4
usr/lib/x86_64-linux-gnu libgmp.so.10>libgmp.so.10.4.1 libgnutls.so.30>libgnutls.so.30.31.0 libgpg-error.so.0>libgpg-error.so.0.32.1
usr/lib/x86_64-linux-gnu libgssapi_krb5.so.2>libgssapi_krb5.so.2.2 libhogweed.so.6>libhogweed.so.6.4 libidn2.so.0>libidn2.so.0.3.7
usr/lib/x86_64-linux-gnu libk5crypto.so.3>libk5crypto.so.3.1 libkeyutils.so.1>libkeyutils.so.1.9 libkrb5.so.3>libkrb5.so.3.3
usr/lib/x86_64-linux-gnu libkrb5support.so.0>libkrb5support.so.0.1 liblz4.so.1>liblz4.so.1.9.3 liblzma.so.5>liblzma.so.5.2.5 libmenu.so.6>libmenu.so.6.3
usr/lib/x86_64-linux-gnu libmenuw.so.6>libmenuw.so.6.3 libmount.so.1>libmount.so.1.1.0 libncurses.so.6>libncurses.so.6.3 libncursesw.so.6>libncursesw.so.6.3
usr/lib/x86_64-linux-gnu libnettle.so.8>libnettle.so.8.4 libnsl.so.2>libnsl.so.2.0.1 libp11-kit.so.0>libp11-kit.so.0.3.0 libpam.so.0>libpam.so.0.85.1
usr/lib/x86_64-linux-gnu libpam_misc.so.0>libpam_misc.so.0.82.1 libpamc.so.0>libpamc.so.0.82.1 libpanel.so.6>libpanel.so.6.3 libpanelw.so.6>libpanelw.so.6.3
usr/lib/x86_64-linux-gnu libpcre.so.3>libpcre.so.3.13.3 libpcre2-8.so.0>libpcre2-8.so.0.10.4 libpcreposix.so.3>libpcreposix.so.3.13.3
usr/lib/x86_64-linux-gnu libprocps.so.8>libprocps.so.8.0.3 libseccomp.so.2>libseccomp.so.2.5.3 libsmartcols.so.1>libsmartcols.so.1.1.0 libss.so.2>libss.so.2.0
usr/lib/x86_64-linux-gnu libstdc++.so.6>libstdc++.so.6.0.30 libsystemd.so.0>libsystemd.so.0.32.0 libtasn1.so.6>libtasn1.so.6.6.2 libtic.so.6>libtic.so.6.3
usr/lib/x86_64-linux-gnu libtinfo.so.6>libtinfo.so.6.3 libtirpc.so.3>libtirpc.so.3.0.0 libudev.so.1>libudev.so.1.7.2 libunistring.so.2>libunistring.so.2.2.0
usr/lib/x86_64-linux-gnu libuuid.so.1>libuuid.so.1.3.0 libxxhash.so.0>libxxhash.so.0.8.1 libz.so.1>libz.so.1.2.11 libzstd.so.1>libzstd.so.1.4.8
usr/lib64 ld-linux-x86-64.so.2>/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
usr/sbin addgroup>adduser cpgr>cppw delgroup>deluser e2label>tune2fs e2mmpstatus>dumpe2fs fsck.ext2>e2fsck fsck.ext3>e2fsck fsck.ext4>e2fsck getty>agetty
usr/sbin mkfs.ext2>mke2fs mkfs.ext3>mke2fs mkfs.ext4>mke2fs rmt>/etc/alternatives/rmt vigr>vipw
`;

/** `DIRECTORY SIZE`: bytes of all else that lies there. */
export const bulk = `
root 3267
usr/lib 378
usr/lib/apt 78805
usr/lib/dpkg 12437
usr/lib/init 7980
usr/lib/locale 359301
usr/lib/lsb 15619
usr/lib/mime 508
usr/lib/sysctl.d 372
usr/lib/systemd 4205
usr/lib/terminfo 73748
usr/lib/tmpfiles.d 239
usr/lib/udev 423
usr/lib/x86_64-linux-gnu/audit 14712
usr/lib/x86_64-linux-gnu/e2fsprogs 2800
usr/lib/x86_64-linux-gnu/engines-3 101928
usr/lib/x86_64-linux-gnu/gconv 8088088
usr/lib/x86_64-linux-gnu/krb5 89880
usr/lib/x86_64-linux-gnu/ossl-modules 104672
usr/lib/x86_64-linux-gnu/perl-base 3529670
usr/lib/x86_64-linux-gnu/security 886848
usr/libexec 16916
usr/share/adduser 3028
usr/share/apport 720
usr/share/base-files 6237
usr/share/base-passwd 1319
usr/share/bash-completion 89635
usr/share/bug 1289
usr/share/common-licenses 237325
usr/share/debconf 10478
usr/share/debianutils 42
usr/share/doc 2686023
usr/share/doc-base 746
usr/share/dpkg 9003
usr/share/gcc 113222
usr/share/gdb 2387
usr/share/info 521524
usr/share/keyrings 18362
usr/share/libc-bin 494
usr/share/lintian 7515
usr/share/locale/ar 21111
usr/share/locale/ast 105747
usr/share/locale/bg 71046
usr/share/locale/bs 6669
usr/share/locale/ca 233612
usr/share/locale/cs 201498
usr/share/locale/cy 23605
usr/share/locale/da 187519
usr/share/locale/de 260015
usr/share/locale/dz 145707
usr/share/locale/el 144134
usr/share/locale/eo 114895
usr/share/locale/es 217092
usr/share/locale/et 18701
usr/share/locale/eu 156337
usr/share/locale/fi 36609
usr/share/locale/fr 216347
usr/share/locale/gl 102268
usr/share/locale/hu 113723
usr/share/locale/id 68319
usr/share/locale/it 219713
usr/share/locale/ja 227161
usr/share/locale/km 125528
usr/share/locale/ko 130257
usr/share/locale/ku 13650
usr/share/locale/lt 52448
usr/share/locale/mr 117390
usr/share/locale/nb 123925
usr/share/locale/ne 112840
usr/share/locale/nl 242504
usr/share/locale/nn 63414
usr/share/locale/oc 47648
usr/share/locale/pa 7861
usr/share/locale/pl 215243
usr/share/locale/pt 199770
usr/share/locale/pt_BR 88760
usr/share/locale/ro 111637
usr/share/locale/ru 265184
usr/share/locale/sk 166371
usr/share/locale/sl 52820
usr/share/locale/sv 175641
usr/share/locale/th 268019
usr/share/locale/tl 69589
usr/share/locale/tr 213564
usr/share/locale/uk 68245
usr/share/locale/vi 201372
usr/share/locale/zh_CN 214310
usr/share/locale/zh_TW 149028
usr/share/man 3004591
usr/share/menu 460
usr/share/pam 7591
usr/share/pam-configs 826
usr/share/perl5 181281
usr/share/pixmaps 1483
usr/share/polkit-1 2723
usr/share/sensible-utils 63
usr/share/tabset 454
var/lib 786
`;
