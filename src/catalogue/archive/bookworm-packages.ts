// Packages of Debian 12 (bookworm): control fields as the distribution has them (no maintainers, short descriptions only) and, in Executables, Libraries,
// Links and Bulk, what they install. Data: each line is one field of a control paragraph.

/** Control paragraphs, sorted by name. */
export const packages = `
Package: bash-completion
Version: 1:2.11-6
Priority: standard
Section: shells
Installed-Size: 1463
Architecture: all
Multi-Arch: foreign
Provides: dh-sequence-bash-completion
Homepage: https://github.com/scop/bash-completion
Description: programmable completion for the bash shell
Executables: usr/bin/dh_bash-completion=4414
Bulk: usr/share/doc/bash-completion=68208 usr/share/bash-completion=869564

Package: bind9-dnsutils
Source: bind9
Version: 1:9.18.49-1~deb12u1
Priority: standard
Section: net
Installed-Size: 498
Architecture: amd64
Depends: bind9-host | host, bind9-libs (= 1:9.18.49-1~deb12u1), libc6 (>= 2.34), libedit2 (>= 2.11-20080614-0), libidn2-0 (>= 2.0.0), libjemalloc2 (>= 3.5.0), libkrb5-3 (>= 1.6.dfsg.2), libprotobuf-c1 (>= 1.0.0)
Provides: dnsutils
Conflicts: bind-dnsutils (<< 1:9.13.6~), dnsutils (<< 1:9.13.6~)
Breaks: bind-dnsutils (<< 1:9.13.6~), dnsutils (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: Clients provided with BIND 9
Executables: usr/bin/delv=42296 usr/bin/dig=146200 usr/bin/dnstap-read=18768 usr/bin/mdig=47440 usr/bin/nslookup=117496 usr/bin/nsupdate=76344
Bulk: usr/share/doc/bind9-dnsutils=16125 usr/share/man=29397

Package: bind9-host
Source: bind9
Version: 1:9.18.49-1~deb12u1
Priority: standard
Section: net
Installed-Size: 144
Architecture: amd64
Depends: bind9-libs (= 1:9.18.49-1~deb12u1), libc6 (>= 2.34), libidn2-0 (>= 2.0.0), libjemalloc2 (>= 3.5.0)
Provides: host
Breaks: bind-host (<< 1:9.13.6~)
Replaces: bind-host (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: DNS Lookup Utility
Executables: usr/bin/host=117456
Bulk: usr/share/doc/bind9-host=18993

Package: bind9-libs
Source: bind9
Version: 1:9.18.49-1~deb12u1
Priority: standard
Section: libs
Installed-Size: 3506
Architecture: amd64
Multi-Arch: same
Depends: libuv1 (>= 1.40.0), libc6 (>= 2.34), libfstrm0 (>= 0.2.0), libgssapi-krb5-2 (>= 1.17), libjemalloc2 (>= 4.0.0), libjson-c5 (>= 0.15), libkrb5-3 (>= 1.6.dfsg.2), liblmdb0 (>= 0.9.7), libmaxminddb0 (>= 1.3.0), libnghttp2-14 (>= 1.12.0), libprotobuf-c1 (>= 1.0.1), libssl3 (>= 3.0.0), libxml2 (>= 2.7.4), zlib1g (>= 1:1.1.4)
Breaks: bind-libs (<< 1:9.13.6~)
Replaces: bind-libs (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: Shared Libraries used by BIND 9
Libraries: usr/lib/x86_64-linux-gnu/libbind9-9.18.49-1~deb12u1-Debian.so=96328 usr/lib/x86_64-linux-gnu/libdns-9.18.49-1~deb12u1-Debian.so=2236272 usr/lib/x86_64-linux-gnu/libirs-9.18.49-1~deb12u1-Debian.so=18424 usr/lib/x86_64-linux-gnu/libisc-9.18.49-1~deb12u1-Debian.so=625592 usr/lib/x86_64-linux-gnu/libisccc-9.18.49-1~deb12u1-Debian.so=39224 usr/lib/x86_64-linux-gnu/libisccfg-9.18.49-1~deb12u1-Debian.so=220672 usr/lib/x86_64-linux-gnu/libns-9.18.49-1~deb12u1-Debian.so=320328
Bulk: usr/share/doc/bind9-libs=16173

Package: bzip2
Source: bzip2 (1.0.8-5)
Version: 1.0.8-5+b1
Priority: standard
Section: utils
Installed-Size: 121
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0 (= 1.0.8-5+b1), libc6 (>= 2.34)
Suggests: bzip2-doc
Replaces: libbz2 (<< 0.9.5d-3)
Homepage: https://sourceware.org/bzip2/
Description: high-quality block-sorting file compressor - utilities
Executables: bin/bunzip2=39224 bin/bzdiff=2225 bin/bzexe=4893 bin/bzgrep=3775 bin/bzip2recover=14568 bin/bzmore=1297
Links: bin/bzcat>/bin/bunzip2 bin/bzip2>/bin/bunzip2 bin/bzcmp>bzdiff bin/bzegrep>bzgrep bin/bzfgrep>bzgrep bin/bzless>bzmore
Bulk: usr/share/doc/bzip2=28786

Package: ca-certificates
Version: 20230311+deb12u1
Priority: standard
Section: misc
Installed-Size: 387
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20121112+nmu1)
Description: Common CA certificates
Executables: usr/sbin/update-ca-certificates=5418
Bulk: usr/share/doc/ca-certificates=30927 usr/share/ca-certificates=216591

Package: cowsay-off
Source: cowsay
Version: 3.03+dfsg2-8
Priority: optional
Section: games
Installed-Size: 23
Architecture: all
Depends: cowsay (>= 3.03+dfsg2-3)
Breaks: cowsay (<< 3.03+dfsg2-3)
Replaces: cowsay (<< 3.03+dfsg2-3)
Homepage: https://web.archive.org/web/20120527202447/http://www.nog.net/~tony/warez/cowsay.shtml
Description: configurable talking cow (offensive cows)
Bulk: usr/share/doc/cowsay-off=11138

Package: cowsay
Version: 3.03+dfsg2-8
Priority: optional
Section: games
Installed-Size: 92
Architecture: all
Depends: libtext-charwidth-perl, perl:any
Suggests: filters, cowsay-off
Homepage: https://web.archive.org/web/20120527202447/http://www.nog.net/~tony/warez/cowsay.shtml
Description: configurable talking cow
Executables: usr/games/cowsay=4664
Links: usr/games/cowthink>cowsay
Bulk: usr/share/doc/cowsay=15153 usr/share/cowsay=24318

Package: curl
Version: 7.88.1-10+deb12u15
Priority: optional
Section: web
Installed-Size: 489
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4 (= 7.88.1-10+deb12u15), zlib1g (>= 1:1.1.4)
Homepage: https://curl.se/
Description: command line tool for transferring data with URL syntax
Executables: usr/bin/curl=280800
Bulk: usr/share/doc/curl=145901 usr/share/man=58705

Package: dirmngr
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 1329
Architecture: amd64
Multi-Arch: foreign
Depends: adduser, gpgconf (= 2.2.40-1.1+deb12u2), lsb-base (>= 3.2-13), init-system-helpers (>= 1.52), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgnutls30 (>= 3.7.5), libgpg-error0 (>= 1.42), libksba8 (>= 1.3.5), libldap-2.5-0 (>= 2.5.4), libnpth0 (>= 0.90)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, tor
Breaks: gnupg2 (<< 2.1.10-2)
Replaces: gnupg2 (<< 2.1.10-2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - network certificate management service
Executables: usr/bin/dirmngr=600200 usr/bin/dirmngr-client=109432
Bulk: usr/share/doc/dirmngr=536246 usr/lib/gnupg=84920

Package: dnsutils
Source: bind9
Version: 1:9.18.49-1~deb12u1
Priority: optional
Section: oldlibs
Installed-Size: 23
Architecture: all
Depends: bind9-dnsutils
Homepage: https://www.isc.org/downloads/bind/
Description: Transitional package for bind9-dnsutils
Bulk: usr/share/doc/dnsutils=16125

Package: figlet
Source: figlet (2.2.5-3)
Version: 2.2.5-3+b1
Priority: optional
Section: text
Installed-Size: 739
Architecture: amd64
Depends: libc6 (>= 2.14)
Homepage: http://www.figlet.org/
Description: Make large character ASCII banners out of ordinary text
Executables: usr/bin/chkfont=18440 usr/bin/figlet-figlet=47168 usr/bin/figlist=1396 usr/bin/showfigfonts=1360
Bulk: usr/share/doc/figlet=56499 usr/share/figlet=576992

Package: file
Version: 1:5.44-3
Priority: standard
Section: utils
Installed-Size: 79
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libmagic1 (= 1:5.44-3)
Breaks: debhelper (<< 12.2~)
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers
Executables: usr/bin/file=27120
Bulk: usr/share/doc/file=38352

Package: fortune-mod
Version: 1:1.99.1-7.3
Priority: optional
Section: games
Installed-Size: 106
Architecture: amd64
Depends: libc6 (>= 2.34), librecode0 (>= 3.6)
Recommends: fortunes-min | fortune-cookie-db
Suggests: fortunes, x11-utils, bsdmainutils
Provides: fortune
Conflicts: fortune
Replaces: fortune
Description: provides fortune cookies on demand
Executables: usr/bin/strfile=14696 usr/bin/unstr=14624 usr/games/fortune=31408
Bulk: usr/share/doc/fortune-mod=22844

Package: fortunes-min
Source: fortune-mod
Version: 1:1.99.1-7.3
Priority: optional
Section: games
Installed-Size: 140
Architecture: all
Recommends: fortune-mod (>= 9708-12)
Provides: fortune-cookie-db
Replaces: fortunes (<= 9708-6)
Description: Data files containing selected fortune cookies
Bulk: usr/share/doc/fortunes-min=21419 usr/share/games=101767

Package: fortunes
Source: fortune-mod
Version: 1:1.99.1-7.3
Priority: optional
Section: games
Installed-Size: 2596
Architecture: all
Depends: fortunes-min
Recommends: fortune-mod (>= 9708-12)
Provides: fortune-cookie-db
Description: Data files containing fortune cookies
Bulk: usr/share/doc/fortunes=21413 usr/share/games=2536979

Package: gnupg-l10n
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: localization
Installed-Size: 4875
Architecture: all
Multi-Arch: foreign
Breaks: gnupg (<< 2.1.14-2~), gnupg2 (<< 2.1.14-2~)
Replaces: gnupg (<< 2.1.14-2~), gnupg2 (<< 2.1.14-2~)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - localization files
Bulk: usr/share/doc/gnupg-l10n=450879 usr/share/gnupg=258942 usr/share/locale=4182554

Package: gnupg-utils
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 1837
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.5.0), libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), libksba8 (>= 1.3.5), libreadline8 (>= 6.0), zlib1g (>= 1:1.1.4)
Recommends: gpg, gpg-agent, gpgconf, gpgsm
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - utility programs
Executables: usr/bin/gpg-zip=3516 usr/bin/gpgcompose=932120 usr/bin/gpgparsemail=35128 usr/bin/gpgsplit=76352 usr/bin/gpgtar=151064 usr/bin/kbxutil=166680 usr/bin/lspgpot=1081 usr/bin/migrate-pubring-from-classic-gpg=3060 usr/bin/watchgnupg=18672 usr/sbin/addgnupghome=3075 usr/sbin/applygnupgdefaults=2217
Bulk: usr/share/doc/gnupg-utils=460198

Package: gnupg
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 886
Architecture: all
Multi-Arch: foreign
Depends: dirmngr (<< 2.2.40-1.1+deb12u2.1~), dirmngr (>= 2.2.40-1.1+deb12u2), gnupg-l10n (= 2.2.40-1.1+deb12u2), gnupg-utils (<< 2.2.40-1.1+deb12u2.1~), gnupg-utils (>= 2.2.40-1.1+deb12u2), gpg (<< 2.2.40-1.1+deb12u2.1~), gpg (>= 2.2.40-1.1+deb12u2), gpg-agent (<< 2.2.40-1.1+deb12u2.1~), gpg-agent (>= 2.2.40-1.1+deb12u2), gpg-wks-client (<< 2.2.40-1.1+deb12u2.1~), gpg-wks-client (>= 2.2.40-1.1+deb12u2), gpg-wks-server (<< 2.2.40-1.1+deb12u2.1~), gpg-wks-server (>= 2.2.40-1.1+deb12u2), gpgsm (<< 2.2.40-1.1+deb12u2.1~), gpgsm (>= 2.2.40-1.1+deb12u2), gpgv (<< 2.2.40-1.1+deb12u2.1~), gpgv (>= 2.2.40-1.1+deb12u2)
Suggests: parcimonie, xloadimage
Breaks: debsig-verify (<< 0.15), dirmngr (<< 2.2.40-1.1+deb12u2), gnupg2 (<< 2.1.11-7+exp1), libgnupg-interface-perl (<< 0.52-3), libgnupg-perl (<= 0.19-1), libmail-gnupg-perl (<= 0.22-1), monkeysphere (<< 0.38~), php-crypt-gpg (<= 1.4.1-1), python-apt (<= 1.1.0~beta4), python-gnupg (<< 0.3.8-3), python3-apt (<= 1.1.0~beta4)
Replaces: gnupg2 (<< 2.1.11-7+exp1)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - a free PGP replacement
Bulk: usr/share/doc/gnupg=573672 usr/share/info=298914

Package: gosu
Source: gosu (1.14-1)
Version: 1.14-1+b10
Priority: extra
Section: admin
Installed-Size: 2185
Architecture: amd64
Homepage: https://github.com/tianon/gosu
Description: Simple Go-based setuid+setgid+setgroups+exec
Executables: usr/sbin/gosu=2225848
Bulk: usr/share/doc/gosu=2012

Package: gpg-agent
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 1349
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.40-1.1+deb12u2), pinentry-curses | pinentry, init-system-helpers (>= 1.52), libassuan0 (>= 2.5.1), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), libnpth0 (>= 0.90)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, scdaemon
Provides: gnupg-agent
Breaks: gnupg-agent (<< 2.1.21-4)
Replaces: gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - cryptographic agent
Executables: usr/bin/gpg-agent=435424
Bulk: usr/share/doc/gpg-agent=476228 usr/lib/gnupg=421992

Package: gpg-wks-client
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 683
Architecture: amd64
Multi-Arch: foreign
Depends: dirmngr (= 2.2.40-1.1+deb12u2), gpg (= 2.2.40-1.1+deb12u2), gpg-agent (= 2.2.40-1.1+deb12u2), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - Web Key Service client
Bulk: usr/share/doc/gpg-wks-client=453418 usr/lib/gnupg=228440

Package: gpg-wks-server
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 658
Architecture: amd64
Multi-Arch: foreign
Depends: gpg (= 2.2.40-1.1+deb12u2), gpg-agent (= 2.2.40-1.1+deb12u2), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - Web Key Service server
Executables: usr/bin/gpg-wks-server=207872
Bulk: usr/share/doc/gpg-wks-server=453009

Package: gpg
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 1582
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.40-1.1+deb12u2), libassuan0 (>= 2.5.0), libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), libreadline8 (>= 6.0), libsqlite3-0 (>= 3.7.15), zlib1g (>= 1:1.1.4)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Breaks: gnupg (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU Privacy Guard -- minimalist public key operations
Executables: usr/bin/gpg=1108440
Bulk: usr/share/doc/gpg=450722 usr/share/man=47941

Package: gpgconf
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 804
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), libreadline8 (>= 6.0)
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - core configuration utilities
Executables: usr/bin/gpg-connect-agent=158680 usr/bin/gpgconf=178928
Bulk: usr/share/doc/gpgconf=470178

Package: gpgsm
Source: gnupg2
Version: 2.2.40-1.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 993
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.40-1.1+deb12u2), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), libksba8 (>= 1.6.0), libreadline8 (>= 6.0)
Recommends: gnupg (= 2.2.40-1.1+deb12u2)
Breaks: gnupg2 (<< 2.1.10-2)
Replaces: gnupg2 (<< 2.1.10-2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - S/MIME version
Executables: usr/bin/gpgsm=540320
Bulk: usr/share/doc/gpgsm=463572

Package: htop
Version: 3.2.2-2
Priority: optional
Section: utils
Installed-Size: 378
Architecture: amd64
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libnl-3-200 (>= 3.2.7), libnl-genl-3-200 (>= 3.2.7), libtinfo6 (>= 6)
Suggests: lm-sensors, lsof, strace
Homepage: https://htop.dev/
Description: interactive processes viewer
Executables: usr/bin/htop=317320
Bulk: usr/share/doc/htop=49654

Package: inetutils-telnet
Source: inetutils
Version: 2:2.4-2+deb12u3
Priority: standard
Section: net
Installed-Size: 257
Architecture: amd64
Depends: libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.6.dfsg.2), libkrb5-3 (>= 1.13~alpha1+dfsg), libtinfo6 (>= 6), netbase
Provides: telnet, telnet-client
Homepage: https://www.gnu.org/software/inetutils/
Description: telnet client
Executables: usr/bin/inetutils-telnet=190664
Bulk: usr/share/doc/inetutils-telnet=53854

Package: iproute2
Version: 6.1.0-3
Priority: important
Section: net
Installed-Size: 3516
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf1 (>= 1:0.6.0), libbsd0 (>= 0.0), libc6 (>= 2.34), libcap2 (>= 1:2.10), libdb5.3, libelf1 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libtirpc3 (>= 1.0.2), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Recommends: libatm1 (>= 2.4.1-17~)
Suggests: iproute2-doc, python3:any
Provides: arpd
Conflicts: arpd, iproute (<< 20130000-1)
Replaces: iproute
Homepage: https://wiki.linuxfoundation.org/networking/iproute2
Description: networking and traffic control tools
Executables: bin/ip=691016 bin/ss=193680 sbin/bridge=156200 sbin/dcb=148072 sbin/devlink=226280 sbin/rtacct=45432 sbin/rtmon=115144 sbin/tc=587776 sbin/tipc=156264 sbin/vdpa=119464 usr/bin/lnstat=27224 usr/bin/nstat=106952 usr/bin/rdma=184936 usr/bin/routel=1658 usr/sbin/arpd=106984 usr/sbin/genl=119304
Links: sbin/ip>/bin/ip usr/bin/ctstat>lnstat usr/bin/rtstat>lnstat
Bulk: usr/share/doc/iproute2=8859 usr/lib/x86_64-linux-gnu=122882 usr/share/bash-completion=54883 usr/share/man=291932

Package: iputils-ping
Source: iputils
Version: 3:20221126-1+deb12u1
Priority: important
Section: net
Installed-Size: 121
Architecture: amd64
Multi-Arch: foreign
Depends: libcap2-bin, libc6 (>= 2.34), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Provides: ping
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
Executables: bin/ping=90568
Links: bin/ping4>ping bin/ping6>ping
Bulk: usr/share/doc/iputils-ping=16412

Package: jq
Version: 1.6-2.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 111
Architecture: amd64
Multi-Arch: foreign
Depends: libjq1 (= 1.6-2.1+deb12u2), libc6 (>= 2.34)
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor
Executables: usr/bin/jq=30800
Bulk: usr/share/doc/jq=38253 usr/share/man=31087

Package: krb5-locales
Source: krb5
Version: 1.20.1-2+deb12u5
Priority: optional
Section: localization
Installed-Size: 273
Architecture: all
Multi-Arch: foreign
Homepage: https://web.mit.edu/kerberos/
Description: internationalization support for MIT Kerberos
Bulk: usr/share/doc/krb5-locales=66756 usr/share/locale=199664

Package: less
Version: 590-2.1~deb12u2
Priority: important
Section: text
Installed-Size: 313
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
Executables: usr/bin/less=198960 usr/bin/lessecho=14584 usr/bin/lesskey=24200 usr/bin/lesspipe=9047
Links: usr/bin/lessfile>lesspipe
Bulk: usr/share/doc/less=19824 usr/share/man=29117

Package: libassuan0
Source: libassuan
Version: 2.5.5-5
Priority: optional
Section: libs
Installed-Size: 117
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgpg-error0 (>= 1.33)
Homepage: https://www.gnupg.org/related_software/libassuan/index.html
Description: IPC library for the GnuPG components
Libraries: usr/lib/x86_64-linux-gnu/libassuan.so.0.8.5=84120
Links: usr/lib/x86_64-linux-gnu/libassuan.so.0>libassuan.so.0.8.5
Bulk: usr/share/doc/libassuan0=18129

Package: libatm1
Source: linux-atm (1:2.5.1-4)
Version: 1:2.5.1-4+b2
Priority: optional
Section: libs
Installed-Size: 107
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: http://linux-atm.sourceforge.net/
Description: shared library for ATM (Asynchronous Transfer Mode)
Libraries: usr/lib/x86_64-linux-gnu/libatm.so.1.0.0=43720
Links: usr/lib/x86_64-linux-gnu/libatm.so.1>libatm.so.1.0.0
Bulk: usr/share/doc/libatm1=49556

Package: libatomic1
Source: gcc-12
Version: 12.2.0-14+deb12u1
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.14)
Homepage: http://gcc.gnu.org/
Description: support library providing __atomic built-in functions
Libraries: usr/lib/x86_64-linux-gnu/libatomic.so.1.2.0=30776
Links: usr/lib/x86_64-linux-gnu/libatomic.so.1>libatomic.so.1.2.0

Package: libbpf1
Source: libbpf (1.1.2-0+deb12u1)
Version: 1:1.1.2-0+deb12u1
Priority: optional
Section: libs
Installed-Size: 385
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libelf1 (>= 0.144), zlib1g (>= 1:1.2.3.3)
Description: eBPF helper library (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libbpf.so.1.1.2=358880
Links: usr/lib/x86_64-linux-gnu/libbpf.so.1>libbpf.so.1.1.2
Bulk: usr/share/doc/libbpf1=7609

Package: libbrotli1
Source: brotli (1.0.9-2)
Version: 1.0.9-2+b6
Priority: optional
Section: libs
Installed-Size: 783
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1.0.9=137376 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1.0.9=47264 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1.0.9=591920
Links: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1>libbrotlicommon.so.1.0.9 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1>libbrotlidec.so.1.0.9 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1>libbrotlienc.so.1.0.9
Bulk: usr/share/doc/libbrotli1=2578

Package: libbsd0
Source: libbsd
Version: 0.11.7-2
Priority: optional
Section: libs
Installed-Size: 202
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libmd0 (>= 1.0.3-2)
Homepage: https://libbsd.freedesktop.org/
Description: utility functions from BSD systems - shared library
Libraries: usr/lib/x86_64-linux-gnu/libbsd.so.0.11.7=84840
Links: usr/lib/x86_64-linux-gnu/libbsd.so.0>libbsd.so.0.11.7
Bulk: usr/share/doc/libbsd0=101315

Package: libcap2-bin
Source: libcap2 (1:2.66-4+deb12u3)
Version: 1:2.66-4+deb12u3+b1
Priority: important
Section: utils
Installed-Size: 133
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcap2 (>= 1:2.63)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
Executables: sbin/capsh=54568 sbin/getcap=14576 sbin/getpcaps=14576 sbin/setcap=14576
Bulk: usr/share/doc/libcap2-bin=16366

Package: libcurl4
Source: curl
Version: 7.88.1-10+deb12u15
Priority: optional
Section: libs
Installed-Size: 840
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 0.6), libldap-2.5-0 (>= 2.5.4), libnghttp2-14 (>= 1.50.0), libpsl5 (>= 0.16.0), librtmp1 (>= 2.3), libssh2-1 (>= 1.7.0), libssl3 (>= 3.0.0), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: libcurl3
Replaces: libcurl3
Homepage: https://curl.se/
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
Libraries: usr/lib/x86_64-linux-gnu/libcurl.so.4.8.0=712120
Links: usr/lib/x86_64-linux-gnu/libcurl.so.4>libcurl.so.4.8.0
Bulk: usr/share/doc/libcurl4=130216

Package: libedit2
Source: libedit
Version: 3.1-20221030-2
Priority: optional
Section: libs
Installed-Size: 258
Architecture: amd64
Multi-Arch: same
Depends: libbsd0 (>= 0.1.3), libc6 (>= 2.33), libtinfo6 (>= 6)
Replaces: libedit-dev (<< 3.1-20180525-2~)
Homepage: https://www.thrysoee.dk/editline/
Description: BSD editline and history libraries
Libraries: usr/lib/x86_64-linux-gnu/libedit.so.2.0.70=216640
Links: usr/lib/x86_64-linux-gnu/libedit.so.2>libedit.so.2.0.70
Bulk: usr/share/doc/libedit2=17632

Package: libelf1
Source: elfutils
Version: 0.188-2.1
Priority: optional
Section: libs
Installed-Size: 1036
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), zlib1g (>= 1:1.1.4)
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
Libraries: usr/lib/x86_64-linux-gnu/libelf-0.188.so=109088
Links: usr/lib/x86_64-linux-gnu/libelf.so.1>libelf-0.188.so
Bulk: usr/share/doc/libelf1=20430 usr/share/locale=894309

Package: libexpat1
Source: expat
Version: 2.5.0-1+deb12u2
Priority: optional
Section: libs
Installed-Size: 388
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.36)
Homepage: https://libexpat.github.io/
Description: XML parsing C library - runtime library
Libraries: lib/x86_64-linux-gnu/libexpat.so.1.8.10=174184 usr/lib/x86_64-linux-gnu/libexpatw.so.1.8.10=174176
Links: lib/x86_64-linux-gnu/libexpat.so.1>libexpat.so.1.8.10 usr/lib/x86_64-linux-gnu/libexpatw.so.1>libexpatw.so.1.8.10
Bulk: usr/share/doc/libexpat1=24906

Package: libfstrm0
Source: fstrm
Version: 0.6.1-1
Priority: optional
Section: libs
Installed-Size: 70
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.32)
Homepage: https://github.com/farsightsec/fstrm
Description: Frame Streams (fstrm) library
Libraries: usr/lib/x86_64-linux-gnu/libfstrm.so.0.1.0=47096
Links: usr/lib/x86_64-linux-gnu/libfstrm.so.0>libfstrm.so.0.1.0
Bulk: usr/share/doc/libfstrm0=8231

Package: libgdbm-compat4
Source: gdbm
Version: 1.23-3
Priority: optional
Section: libs
Installed-Size: 70
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgdbm6 (>= 1.16)
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (legacy support runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4.0.0=14176
Links: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4>libgdbm_compat.so.4.0.0
Bulk: usr/share/doc/libgdbm-compat4=43971

Package: libgdbm6
Source: gdbm
Version: 1.23-3
Priority: optional
Section: libs
Installed-Size: 129
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Suggests: gdbm-l10n (= 1.23-3)
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm.so.6.0.0=71704
Links: usr/lib/x86_64-linux-gnu/libgdbm.so.6>libgdbm.so.6.0.0
Bulk: usr/share/doc/libgdbm6=43971

Package: libgpm2
Source: gpm (1.20.7-10)
Version: 1.20.7-10+b1
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: gpm
Homepage: https://nico.schottelius.org/software/gpm/
Description: General Purpose Mouse - shared library
Libraries: usr/lib/x86_64-linux-gnu/libgpm.so.2=26552
Bulk: usr/share/doc/libgpm2=5136

Package: libgssapi-krb5-2
Source: krb5
Version: 1.20.1-2+deb12u5
Priority: optional
Section: libs
Installed-Size: 425
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5-3 (= 1.20.1-2+deb12u5), libkrb5support0 (>= 1.15~beta1)
Suggests: krb5-doc, krb5-user
Breaks: moonshot-gss-eap (<= 1.0)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
Libraries: usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2.2=338680
Links: usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2>libgssapi_krb5.so.2.2
Bulk: usr/share/doc/libgssapi-krb5-2=66816

Package: libicu72
Source: icu
Version: 72.1-3+deb12u1
Priority: optional
Section: libs
Installed-Size: 36170
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.0), libstdc++6 (>= 12)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
Libraries: usr/lib/x86_64-linux-gnu/libicudata.so.72.1=31262256 usr/lib/x86_64-linux-gnu/libicui18n.so.72.1=3307688 usr/lib/x86_64-linux-gnu/libicuio.so.72.1=59552 usr/lib/x86_64-linux-gnu/libicutest.so.72.1=81400 usr/lib/x86_64-linux-gnu/libicutu.so.72.1=220072 usr/lib/x86_64-linux-gnu/libicuuc.so.72.1=2078888
Links: usr/lib/x86_64-linux-gnu/libicudata.so.72>libicudata.so.72.1 usr/lib/x86_64-linux-gnu/libicui18n.so.72>libicui18n.so.72.1 usr/lib/x86_64-linux-gnu/libicuio.so.72>libicuio.so.72.1 usr/lib/x86_64-linux-gnu/libicutest.so.72>libicutest.so.72.1 usr/lib/x86_64-linux-gnu/libicutu.so.72>libicutu.so.72.1 usr/lib/x86_64-linux-gnu/libicuuc.so.72>libicuuc.so.72.1
Bulk: usr/share/doc/libicu72=4176

Package: libjemalloc2
Source: jemalloc
Version: 5.3.0-1
Priority: optional
Section: libs
Installed-Size: 872
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.3), libstdc++6 (>= 4.4)
Homepage: http://jemalloc.net/
Description: general-purpose scalable concurrent malloc(3) implementation
Libraries: usr/lib/x86_64-linux-gnu/libjemalloc.so.2=839320
Bulk: usr/share/doc/libjemalloc2=38445

Package: libjq1
Source: jq
Version: 1.6-2.1+deb12u2
Priority: optional
Section: utils
Installed-Size: 366
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.36), libonig5 (>= 6.8.1)
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjq.so.1.0.4=321632
Links: usr/lib/x86_64-linux-gnu/libjq.so.1>libjq.so.1.0.4
Bulk: usr/share/doc/libjq1=33442

Package: libjson-c5
Source: json-c
Version: 0.16-2
Priority: optional
Section: libs
Installed-Size: 109
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Homepage: https://github.com/json-c/json-c/wiki
Description: JSON manipulation library - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjson-c.so.5.2.0=71896
Links: usr/lib/x86_64-linux-gnu/libjson-c.so.5>libjson-c.so.5.2.0
Bulk: usr/share/doc/libjson-c5=18289

Package: libk5crypto3
Source: krb5
Version: 1.20.1-2+deb12u5
Priority: optional
Section: libs
Installed-Size: 261
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libkrb5support0 (>= 1.20)
Suggests: krb5-doc, krb5-user
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Crypto Library
Libraries: usr/lib/x86_64-linux-gnu/libk5crypto.so.3.1=183048
Links: usr/lib/x86_64-linux-gnu/libk5crypto.so.3>libk5crypto.so.3.1
Bulk: usr/share/doc/libk5crypto3=66754

Package: libkeyutils1
Source: keyutils
Version: 1.6.3-2
Priority: optional
Section: libs
Installed-Size: 40
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://git.kernel.org/pub/scm/linux/kernel/git/dhowells/keyutils.git
Description: Linux Key Management Utilities (library)
Libraries: lib/x86_64-linux-gnu/libkeyutils.so.1.10=22448
Links: lib/x86_64-linux-gnu/libkeyutils.so.1>libkeyutils.so.1.10
Bulk: usr/share/doc/libkeyutils1=2769

Package: libkrb5-3
Source: krb5
Version: 1.20.1-2+deb12u5
Priority: optional
Section: libs
Installed-Size: 1077
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkeyutils1 (>= 1.5.9), libkrb5support0 (= 1.20.1-2+deb12u5), libssl3 (>= 3.0.0)
Recommends: krb5-locales
Suggests: krb5-doc, krb5-user
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4), libsmbclient (<= 2:3.6.1-2), sssd (<= 1.2.1-4.3)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries
Libraries: usr/lib/x86_64-linux-gnu/libkrb5.so.3.3=888080
Links: usr/lib/x86_64-linux-gnu/libkrb5.so.3>libkrb5.so.3.3
Bulk: usr/share/doc/libkrb5-3=77126 usr/lib/x86_64-linux-gnu=85592

Package: libkrb5support0
Source: krb5
Version: 1.20.1-2+deb12u5
Priority: optional
Section: libs
Installed-Size: 134
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libgssapi-krb5-2 (<< 1.20), libk5crypto3 (<< 1.20), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-8 (<< 1.16)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Support library
Libraries: usr/lib/x86_64-linux-gnu/libkrb5support.so.0.1=52224
Links: usr/lib/x86_64-linux-gnu/libkrb5support.so.0>libkrb5support.so.0.1
Bulk: usr/share/doc/libkrb5support0=66754

Package: libksba8
Source: libksba
Version: 1.6.3-2
Priority: optional
Section: libs
Installed-Size: 316
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgpg-error0 (>= 1.46)
Homepage: https://www.gnupg.org/related_software/libksba/
Description: X.509 and CMS support library
Libraries: usr/lib/x86_64-linux-gnu/libksba.so.8.14.3=268304
Links: usr/lib/x86_64-linux-gnu/libksba.so.8>libksba.so.8.14.3
Bulk: usr/share/doc/libksba8=34450

Package: libldap-2.5-0
Source: openldap
Version: 2.5.13+dfsg-5
Priority: optional
Section: libs
Installed-Size: 553
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.5), libsasl2-2 (>= 2.1.28+dfsg)
Recommends: libldap-common
Conflicts: ldap-utils (<= 2.1.23-1)
Replaces: libldap-2.3-0, libldap2
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
Libraries: usr/lib/x86_64-linux-gnu/liblber-2.5.so.0.1.8=63832 usr/lib/x86_64-linux-gnu/libldap-2.5.so.0.1.8=380432
Links: usr/lib/x86_64-linux-gnu/liblber-2.5.so.0>liblber-2.5.so.0.1.8 usr/lib/x86_64-linux-gnu/libldap-2.5.so.0>libldap-2.5.so.0.1.8
Bulk: usr/share/doc/libldap-2.5-0=75441

Package: libldap-common
Source: openldap
Version: 2.5.13+dfsg-5
Priority: optional
Section: libs
Installed-Size: 92
Architecture: all
Multi-Arch: foreign
Replaces: libldap-2.4-2 (<< 2.4.44+dfsg-1)
Homepage: https://www.openldap.org/
Description: OpenLDAP common files for libraries
Bulk: usr/share/doc/libldap-common=80747

Package: liblmdb0
Source: lmdb
Version: 0.9.24-1
Priority: optional
Section: libs
Installed-Size: 104
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: http://symas.com/mdb/
Description: Lightning Memory-Mapped Database shared library
Libraries: usr/lib/x86_64-linux-gnu/liblmdb.so.0.0.0=88048
Links: usr/lib/x86_64-linux-gnu/liblmdb.so.0>liblmdb.so.0.0.0
Bulk: usr/share/doc/liblmdb0=4155

Package: liblzf1
Source: liblzf
Version: 3.6-3
Priority: optional
Section: libs
Installed-Size: 39
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.4)
Homepage: http://software.schmorp.de/pkg/liblzf.html
Description: Very small data compression library
Libraries: usr/lib/x86_64-linux-gnu/liblzf.so.1.5=18272
Links: usr/lib/x86_64-linux-gnu/liblzf.so.1>liblzf.so.1.5
Bulk: usr/share/doc/liblzf1=7846

Package: libmagic-mgc
Source: file
Version: 1:5.44-3
Priority: optional
Section: libs
Installed-Size: 8130
Architecture: amd64
Multi-Arch: foreign
Breaks: libmagic1 (<< 1:5.28-4~)
Replaces: libmagic1 (<< 1:5.28-4~)
Homepage: https://www.darwinsys.com/file/
Description: File type determination library using "magic" numbers (compiled magic file)
Bulk: usr/lib/file=8281024 usr/share/doc/libmagic-mgc=28280

Package: libmagic1
Source: file
Version: 1:5.44-3
Priority: optional
Section: libs
Installed-Size: 232
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.33), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.1.4), libmagic-mgc (= 1:5.44-3)
Suggests: file
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers - library
Libraries: usr/lib/x86_64-linux-gnu/libmagic.so.1.0.0=174344
Links: usr/lib/x86_64-linux-gnu/libmagic.so.1>libmagic.so.1.0.0
Bulk: usr/share/doc/libmagic1=36820

Package: libmaxminddb0
Source: libmaxminddb
Version: 1.7.1-1
Priority: optional
Section: libs
Installed-Size: 76
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: mmdb-bin
Homepage: https://maxmind.github.io/libmaxminddb/
Description: IP geolocation database library
Libraries: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0.0.7=22368
Links: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0>libmaxminddb.so.0.0.7
Bulk: usr/share/doc/libmaxminddb0=40352

Package: libmnl0
Source: libmnl
Version: 1.0.4-3
Priority: optional
Section: libs
Installed-Size: 46
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://netfilter.org/projects/libmnl/
Description: minimalistic Netlink communication library
Libraries: usr/lib/x86_64-linux-gnu/libmnl.so.0.2.0=26616
Links: usr/lib/x86_64-linux-gnu/libmnl.so.0>libmnl.so.0.2.0
Bulk: usr/share/doc/libmnl0=4827

Package: libncurses6
Source: ncurses
Version: 6.4-4
Priority: optional
Section: libs
Installed-Size: 335
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.4-4), libc6 (>= 2.34)
Recommends: libgpm2
Breaks: cowdancer (<< 0.89~)
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling
Libraries: lib/x86_64-linux-gnu/libncurses.so.6.4=165808 usr/lib/x86_64-linux-gnu/libform.so.6.4=73072 usr/lib/x86_64-linux-gnu/libmenu.so.6.4=39320 usr/lib/x86_64-linux-gnu/libpanel.so.6.4=22528
Links: lib/x86_64-linux-gnu/libncurses.so.6>libncurses.so.6.4 usr/lib/x86_64-linux-gnu/libform.so.6>libform.so.6.4 usr/lib/x86_64-linux-gnu/libmenu.so.6>libmenu.so.6.4 usr/lib/x86_64-linux-gnu/libpanel.so.6>libpanel.so.6.4

Package: libncursesw6
Source: ncurses
Version: 6.4-4
Priority: optional
Section: libs
Installed-Size: 412
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.4-4), libc6 (>= 2.34)
Recommends: libgpm2
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling (wide character support)
Libraries: lib/x86_64-linux-gnu/libncursesw.so.6.4=231344 usr/lib/x86_64-linux-gnu/libformw.so.6.4=77200 usr/lib/x86_64-linux-gnu/libmenuw.so.6.4=43416 usr/lib/x86_64-linux-gnu/libpanelw.so.6.4=22528
Links: lib/x86_64-linux-gnu/libncursesw.so.6>libncursesw.so.6.4 usr/lib/x86_64-linux-gnu/libformw.so.6>libformw.so.6.4 usr/lib/x86_64-linux-gnu/libmenuw.so.6>libmenuw.so.6.4 usr/lib/x86_64-linux-gnu/libpanelw.so.6>libpanelw.so.6.4

Package: libnghttp2-14
Source: nghttp2
Version: 1.52.0-1+deb12u3
Priority: optional
Section: libs
Installed-Size: 220
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libnghttp2.so.14.24.1=190928
Links: usr/lib/x86_64-linux-gnu/libnghttp2.so.14>libnghttp2.so.14.24.1
Bulk: usr/share/doc/libnghttp2-14=12330

Package: libnl-3-200
Source: libnl3 (3.7.0-0.2)
Version: 3.7.0-0.2+b1
Priority: optional
Section: libs
Installed-Size: 182
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: http://www.infradead.org/~tgr/libnl/
Description: library for dealing with netlink sockets
Libraries: lib/x86_64-linux-gnu/libnl-3.so.200.26.0=139128
Links: lib/x86_64-linux-gnu/libnl-3.so.200>libnl-3.so.200.26.0
Bulk: usr/share/doc/libnl-3-200=18266

Package: libnl-genl-3-200
Source: libnl3 (3.7.0-0.2)
Version: 3.7.0-0.2+b1
Priority: optional
Section: libs
Installed-Size: 58
Architecture: amd64
Multi-Arch: same
Depends: libnl-3-200 (= 3.7.0-0.2+b1), libc6 (>= 2.4)
Homepage: http://www.infradead.org/~tgr/libnl/
Description: library for dealing with netlink sockets - generic netlink
Libraries: lib/x86_64-linux-gnu/libnl-genl-3.so.200.26.0=28040
Links: lib/x86_64-linux-gnu/libnl-genl-3.so.200>libnl-genl-3.so.200.26.0
Bulk: usr/share/doc/libnl-genl-3-200=14915

Package: libnpth0
Source: npth
Version: 1.6-3
Priority: optional
Section: libs
Installed-Size: 50
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Homepage: https://www.gnupg.org/
Description: replacement for GNU Pth using system threads
Libraries: usr/lib/x86_64-linux-gnu/libnpth.so.0.1.2=22912
Links: usr/lib/x86_64-linux-gnu/libnpth.so.0>libnpth.so.0.1.2
Bulk: usr/share/doc/libnpth0=12947

Package: libnsl2
Source: libnsl
Version: 1.3.0-2
Priority: optional
Section: libs
Installed-Size: 127
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libtirpc3 (>= 1.0.2)
Homepage: https://github.com/thkukuk/libnsl
Description: Public client interface for NIS(YP) and NIS+
Libraries: usr/lib/x86_64-linux-gnu/libnsl.so.2.0.1=97560
Links: usr/lib/x86_64-linux-gnu/libnsl.so.2>libnsl.so.2.0.1
Bulk: usr/share/doc/libnsl2=14401

Package: libonig5
Source: libonig
Version: 6.9.8-1
Priority: optional
Section: libs
Installed-Size: 666
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
Libraries: usr/lib/x86_64-linux-gnu/libonig.so.5.3.0=614016
Links: usr/lib/x86_64-linux-gnu/libonig.so.5>libonig.so.5.3.0
Bulk: usr/share/doc/libonig5=41574

Package: libpam-cap
Source: libcap2 (1:2.66-4+deb12u3)
Version: 1:2.66-4+deb12u3+b1
Priority: optional
Section: admin
Installed-Size: 53
Architecture: amd64
Multi-Arch: same
Depends: libpam-runtime (>= 1.1.3-2~), libc6 (>= 2.4), libcap2 (>= 1:2.63), libpam0g (>= 0.99.7.1)
Breaks: libcap2-bin (<< 1:2.66-1)
Replaces: libcap2-bin (<< 1:2.66-1)
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
Bulk: usr/share/doc/libpam-cap=27147

Package: libperl5.36
Source: perl
Version: 5.36.0-7+deb12u3
Priority: optional
Section: libs
Installed-Size: 28864
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), libdb5.3, libgdbm-compat4 (>= 1.18-3), libgdbm6 (>= 1.21), zlib1g (>= 1:1.2.2.3), perl-modules-5.36 (>= 5.36.0-7+deb12u3)
Suggests: sensible-utils
Breaks: libcompress-raw-bzip2-perl (<< 2.103), libcompress-raw-zlib-perl (<< 2.105), libcompress-zlib-perl (<< 2.106), libdigest-md5-perl (<< 2.58), libdigest-sha-perl (<< 6.02), libencode-perl (<< 3.17), libfilter-perl (<< 1.60), libio-compress-base-perl (<< 2.106), libio-compress-bzip2-perl (<< 2.106), libio-compress-perl (<< 2.106), libio-compress-zlib-perl (<< 2.106), libmime-base64-perl (<< 3.16), libstorable-perl (<< 3.26), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.27), libthreads-shared-perl (<< 1.64), libtime-hires-perl (<< 1.9770), libtime-piece-perl (<< 1.3401)
Replaces: libarchive-tar-perl (<= 1.38-2), libcompress-raw-bzip2-perl (<< 2.103), libcompress-raw-zlib-perl (<< 2.105), libcompress-zlib-perl (<< 2.106), libdigest-md5-perl (<< 2.58), libdigest-sha-perl (<< 6.02), libencode-perl (<< 3.17), libio-compress-base-perl (<< 2.106), libio-compress-bzip2-perl (<< 2.106), libio-compress-perl (<< 2.106), libio-compress-zlib-perl (<< 2.106), libmime-base64-perl (<< 3.16), libmodule-corelist-perl (<< 2.14-2), libstorable-perl (<< 3.26), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.27), libthreads-shared-perl (<< 1.64), libtime-hires-perl (<< 1.9770), libtime-piece-perl (<< 1.3401), perl (<< 5.22.0~), perl-base (<< 5.22.0~)
Homepage: http://dev.perl.org/perl5/
Description: shared Perl library
Executables: usr/bin/cpan5.36-x86_64-linux-gnu=8381 usr/bin/perl5.36-x86_64-linux-gnu=14752
Libraries: usr/lib/x86_64-linux-gnu/libperl.so.5.36.0=3823968
Links: usr/lib/x86_64-linux-gnu/libperl.so.5.36>libperl.so.5.36.0
Bulk: usr/share/doc/libperl5.36=127743 usr/lib/x86_64-linux-gnu=25163965

Package: libpopt0
Source: popt
Version: 1.19+dfsg-1
Priority: optional
Section: libs
Installed-Size: 245
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Homepage: https://github.com/rpm-software-management/popt
Description: lib for parsing cmdline parameters
Libraries: usr/lib/x86_64-linux-gnu/libpopt.so.0.0.2=55784
Links: usr/lib/x86_64-linux-gnu/libpopt.so.0>libpopt.so.0.0.2
Bulk: usr/share/doc/libpopt0=4647 usr/share/locale=76791

Package: libproc2-0
Source: procps
Version: 2:4.0.2-3
Priority: optional
Section: libs
Installed-Size: 232
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libsystemd0 (>= 209)
Replaces: procps (<< 1:3.3.2-1)
Homepage: https://gitlab.com/procps-ng/procps
Description: library for accessing process information from /proc
Libraries: lib/x86_64-linux-gnu/libproc2.so.0.0.1=203272
Links: lib/x86_64-linux-gnu/libproc2.so.0>libproc2.so.0.0.1
Bulk: usr/share/doc/libproc2-0=20013

Package: libprotobuf-c1
Source: protobuf-c (1.4.1-1)
Version: 1.4.1-1+b1
Priority: optional
Section: libs
Installed-Size: 69
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/protobuf-c/protobuf-c
Description: Protocol Buffers C shared library (protobuf-c)
Libraries: usr/lib/x86_64-linux-gnu/libprotobuf-c.so.1.0.0=42960
Links: usr/lib/x86_64-linux-gnu/libprotobuf-c.so.1>libprotobuf-c.so.1.0.0
Bulk: usr/share/doc/libprotobuf-c1=12038

Package: libpsl5
Source: libpsl
Version: 0.21.2-1
Priority: optional
Section: libs
Installed-Size: 96
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring2 (>= 0.9.7)
Recommends: publicsuffix (>= 20150507)
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libpsl.so.5.3.4=75616
Links: usr/lib/x86_64-linux-gnu/libpsl.so.5>libpsl.so.5.3.4
Bulk: usr/share/doc/libpsl5=7430

Package: libpython3.11-minimal
Source: python3.11
Version: 3.11.2-6+deb12u8
Priority: optional
Section: python
Installed-Size: 5214
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0)
Recommends: libpython3.11-stdlib
Conflicts: binfmt-support (<< 1.1.2)
Description: Minimal subset of the Python language (version 3.11)
Bulk: usr/share/doc/libpython3.11-minimal=59494 usr/lib/python3.11=5093149

Package: libpython3.11-stdlib
Source: python3.11
Version: 3.11.2-6+deb12u8
Priority: optional
Section: python
Installed-Size: 8330
Architecture: amd64
Multi-Arch: same
Depends: libpython3.11-minimal (= 3.11.2-6+deb12u8), media-types | mime-support, libbz2-1.0, libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libdb5.3, libffi8 (>= 3.4), liblzma5 (>= 5.1.1alpha+20120614), libncursesw6 (>= 6.1), libnsl2 (>= 1.0), libreadline8 (>= 7.0~beta), libsqlite3-0 (>= 3.36.0), libtinfo6 (>= 6), libtirpc3 (>= 1.0.2), libuuid1 (>= 2.20.1)
Breaks: python3-gdbm (<< 3.9.9-1~)
Replaces: python3-gdbm (<< 3.9.9-1~)
Description: Interactive high-level object-oriented language (standard library, version 3.11)
Bulk: usr/share/doc/libpython3.11-stdlib=850 usr/lib/python3.11=8311821

Package: libreadline8
Source: readline
Version: 8.2-1.3
Priority: optional
Section: libs
Installed-Size: 475
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
Description: GNU readline and history libraries, run-time libraries
Libraries: lib/x86_64-linux-gnu/libhistory.so.8.2=51648 lib/x86_64-linux-gnu/libreadline.so.8.2=354536
Links: lib/x86_64-linux-gnu/libhistory.so.8>libhistory.so.8.2 lib/x86_64-linux-gnu/libreadline.so.8>libreadline.so.8.2
Bulk: usr/share/doc/libreadline8=37055

Package: librecode0
Source: recode
Version: 3.6-25
Priority: optional
Section: libs
Installed-Size: 1834
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Description: Shared library on which recode is based
Libraries: usr/lib/x86_64-linux-gnu/librecode.so.0.0.0=1859208
Links: usr/lib/x86_64-linux-gnu/librecode.so.0>librecode.so.0.0.0
Bulk: usr/share/doc/librecode0=6238

Package: librtmp1
Source: rtmpdump (2.4+20151223.gitfa8646d.1-2)
Version: 2.4+20151223.gitfa8646d.1-2+b2
Priority: optional
Section: libs
Installed-Size: 146
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgmp10, libgnutls30 (>= 3.6.14), libhogweed6, libnettle8, zlib1g (>= 1:1.1.4)
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
Libraries: usr/lib/x86_64-linux-gnu/librtmp.so.1=122280
Bulk: usr/share/doc/librtmp1=10022

Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10
Priority: optional
Section: libs
Installed-Size: 167
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.28+dfsg-10), libc6 (>= 2.34)
Recommends: libsasl2-modules (>= 2.1.28+dfsg-10)
Replaces: libsasl2
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
Libraries: usr/lib/x86_64-linux-gnu/libsasl2.so.2.0.25=113392
Links: usr/lib/x86_64-linux-gnu/libsasl2.so.2>libsasl2.so.2.0.25
Bulk: usr/share/doc/libsasl2-2=40639

Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10
Priority: optional
Section: libs
Installed-Size: 77
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
Bulk: usr/lib/x86_64-linux-gnu=30632 usr/share/doc/libsasl2-modules-db=35482

Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.28+dfsg-10
Priority: optional
Section: libs
Installed-Size: 284
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
Bulk: usr/lib/x86_64-linux-gnu=221896 usr/share/doc/libsasl2-modules=35480

Package: libsqlite3-0
Source: sqlite3
Version: 3.40.1-2+deb12u2
Priority: optional
Section: libs
Installed-Size: 1682
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: crowdsec (<< 1.4), python-migrate (<< 0.11.0-4~), python3-migrate (<< 0.11.0-4~)
Homepage: https://www.sqlite.org/
Description: SQLite 3 shared library
Libraries: usr/lib/x86_64-linux-gnu/libsqlite3.so.0.8.6=1437848
Links: usr/lib/x86_64-linux-gnu/libsqlite3.so.0>libsqlite3.so.0.8.6
Bulk: usr/share/doc/libsqlite3-0=222388

Package: libssh2-1
Source: libssh2 (1.10.0-3)
Version: 1.10.0-3+b1
Priority: optional
Section: libs
Installed-Size: 357
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0), zlib1g (>= 1:1.1.4)
Homepage: https://libssh2.org/
Description: SSH2 client-side library
Libraries: usr/lib/x86_64-linux-gnu/libssh2.so.1.0.1=260552
Links: usr/lib/x86_64-linux-gnu/libssh2.so.1>libssh2.so.1.0.1
Bulk: usr/share/doc/libssh2-1=83486

Package: libssl3
Source: openssl
Version: 3.0.20-1~deb12u2
Priority: optional
Section: libs
Installed-Size: 6030
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - shared libraries
Libraries: usr/lib/x86_64-linux-gnu/libcrypto.so.3=4734232 usr/lib/x86_64-linux-gnu/libssl.so.3=688160
Bulk: usr/lib/x86_64-linux-gnu=226440 usr/share/doc/libssl3=259461

Package: libtext-charwidth-perl
Version: 0.04-11
Priority: required
Section: perl
Installed-Size: 41
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.4), perl-base (>= 5.36.0-4), perlapi-5.36.0
Homepage: https://metacpan.org/release/Text-CharWidth
Description: get display widths of characters on the terminal
Bulk: usr/share/doc/libtext-charwidth-perl=22642

Package: libtirpc-common
Source: libtirpc
Version: 1.3.3+ds-1
Priority: optional
Section: libs
Installed-Size: 35
Architecture: all
Multi-Arch: foreign
Breaks: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Replaces: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library - common files
Bulk: usr/share/doc/libtirpc-common=22864

Package: libtirpc3
Source: libtirpc
Version: 1.3.3+ds-1
Priority: optional
Section: libs
Installed-Size: 226
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.3+ds-1)
Breaks: nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7)
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library
Libraries: lib/x86_64-linux-gnu/libtirpc.so.3.0.0=186832
Links: lib/x86_64-linux-gnu/libtirpc.so.3>libtirpc.so.3.0.0
Bulk: usr/share/doc/libtirpc3=20902

Package: libunwind8
Source: libunwind
Version: 1.6.2-3
Priority: optional
Section: libs
Installed-Size: 196
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), liblzma5 (>= 5.1.1alpha+20110809)
Conflicts: libunwind1-dev
Replaces: libgcc1 (<< 1:4.0.0-2)
Homepage: http://www.nongnu.org/libunwind
Description: library to determine the call-chain of a program - runtime
Libraries: usr/lib/x86_64-linux-gnu/libunwind-coredump.so.0.0.0=18192 usr/lib/x86_64-linux-gnu/libunwind-ptrace.so.0.0.0=18656 usr/lib/x86_64-linux-gnu/libunwind-x86_64.so.8.0.1=71960 usr/lib/x86_64-linux-gnu/libunwind.so.8.0.1=67992
Links: usr/lib/x86_64-linux-gnu/libunwind-coredump.so.0>libunwind-coredump.so.0.0.0 usr/lib/x86_64-linux-gnu/libunwind-ptrace.so.0>libunwind-ptrace.so.0.0.0 usr/lib/x86_64-linux-gnu/libunwind-x86_64.so.8>libunwind-x86_64.so.8.0.1 usr/lib/x86_64-linux-gnu/libunwind.so.8>libunwind.so.8.0.1
Bulk: usr/share/doc/libunwind8=4440

Package: libuv1
Version: 1.44.2-1+deb12u1
Priority: optional
Section: libs
Installed-Size: 294
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
Libraries: usr/lib/x86_64-linux-gnu/libuv.so.1.0.0=194488
Links: usr/lib/x86_64-linux-gnu/libuv.so.1>libuv.so.1.0.0
Bulk: usr/share/doc/libuv1=84907

Package: libxml2
Version: 2.9.14+dfsg-1.3~deb12u6
Priority: optional
Section: libs
Installed-Size: 1867
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libicu72 (>= 72.1~rc-1~), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.2.3.3)
Conflicts: w3c-dtd-xhtml
Homepage: http://xmlsoft.org
Description: GNOME XML library
Libraries: usr/lib/x86_64-linux-gnu/libxml2.so.2.9.14=1750104
Links: usr/lib/x86_64-linux-gnu/libxml2.so.2>libxml2.so.2.9.14
Bulk: usr/share/doc/libxml2=69535

Package: libxtables12
Source: iptables
Version: 1.8.9-2
Priority: optional
Section: libs
Installed-Size: 101
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: libxtables11 (>= 1.6.0+snapshot20161117-1)
Replaces: libxtables11 (>= 1.6.0+snapshot20161117-1)
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
Libraries: usr/lib/x86_64-linux-gnu/libxtables.so.12.7.0=67504
Links: usr/lib/x86_64-linux-gnu/libxtables.so.12>libxtables.so.12.7.0
Bulk: usr/share/doc/libxtables12=17319

Package: lsof
Version: 4.95.0-1
Priority: standard
Section: utils
Installed-Size: 482
Architecture: amd64
Depends: libc6 (>= 2.33), libselinux1 (>= 3.1~), libtirpc3 (>= 1.0.2)
Homepage: https://github.com/lsof-org/lsof
Description: utility to list open files
Executables: usr/bin/lsof=179824
Bulk: usr/share/doc/lsof=255369 usr/share/man=38450

Package: make
Source: make-dfsg
Version: 4.3-4.1
Priority: optional
Section: devel
Installed-Size: 1592
Architecture: amd64
Multi-Arch: allowed
Depends: libc6 (>= 2.27)
Suggests: make-doc
Conflicts: make-guile
Replaces: make-guile
Homepage: https://www.gnu.org/software/make/
Description: utility for directing compilation
Executables: usr/bin/make=240280 usr/bin/make-first-existing-target=4905
Links: usr/bin/gmake>make
Bulk: usr/share/doc/make=121753 usr/share/locale=1167559

Package: media-types
Version: 10.0.0
Priority: standard
Section: net
Installed-Size: 92
Architecture: all
Multi-Arch: foreign
Breaks: mime-support (<< 3.65)
Replaces: mime-support (<< 3.65)
Description: List of standard media types and their usual file extension
Bulk: usr/share/doc/media-types=7219 etc=73816

Package: nano
Version: 7.2-1+deb12u1
Priority: important
Section: editors
Installed-Size: 2804
Architecture: amd64
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
Executables: bin/nano=287480
Links: bin/rnano>nano
Bulk: usr/share/doc/nano=295215 usr/share/info=22627 usr/share/locale=2033972 usr/share/man=21293 usr/share/nano=53683

Package: net-tools
Version: 2.10-0.1+deb12u2
Priority: important
Section: net
Installed-Size: 978
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
Executables: bin/netstat=155304 sbin/ifconfig=83976 sbin/ipmaddr=19008 sbin/iptunnel=27192 sbin/mii-tool=27728 sbin/nameif=15000 sbin/plipconfig=14824 sbin/rarp=38024 sbin/route=70832 sbin/slattach=42184 usr/sbin/arp=67720
Bulk: usr/share/doc/net-tools=6172 usr/share/locale=298686 usr/share/man=72301

Package: netbase
Version: 6.4
Priority: important
Section: admin
Installed-Size: 36
Architecture: all
Multi-Arch: foreign
Breaks: ebtables (<< 2.0.11-2)
Replaces: ebtables (<< 2.0.11-2)
Description: Basic TCP/IP networking system
Bulk: usr/share/doc/netbase=22269

Package: netcat-openbsd
Version: 1.219-1
Priority: important
Section: net
Installed-Size: 108
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.34)
Provides: netcat
Breaks: netcat (<< 1.10-35)
Replaces: netcat (<< 1.10-35)
Description: TCP/IP swiss army knife
Executables: bin/nc.openbsd=43592
Bulk: usr/share/doc/netcat-openbsd=43712

Package: openssl
Version: 3.0.20-1~deb12u2
Priority: optional
Section: utils
Installed-Size: 2310
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3 (>= 3.0.9)
Suggests: ca-certificates
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - cryptographic utility
Executables: usr/bin/c_rehash=6925 usr/bin/openssl=976136
Bulk: usr/share/doc/openssl=311037 usr/lib/ssl=20140 usr/share/man=827499

Package: perl-modules-5.36
Source: perl
Version: 5.36.0-7+deb12u3
Priority: optional
Section: libs
Installed-Size: 17817
Architecture: all
Multi-Arch: foreign
Pre-Depends: dpkg (>= 1.17.17)
Depends: perl-base (>= 5.36.0-1)
Recommends: perl (>= 5.36.0-1)
Provides: perl-modules
Conflicts: perl-modules (<< 5.22.0~)
Breaks: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 2.40), libattribute-handlers-perl (<< 1.02), libautodie-perl (<< 2.34), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.140), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.20), libexperimental-perl (<< 0.028), libextutils-cbuilder-perl (<< 0.280236), libextutils-command-perl (<< 7.64), libextutils-install-perl (<< 2.20), libextutils-parsexs-perl (<< 3.450000), libfile-spec-perl (<< 3.8400), libhttp-tiny-perl (<< 0.080), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.11), libjson-pp-perl (<< 4.07000), liblocale-maketext-perl (<< 1.31), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 1.999830), libmath-complex-perl (<< 1.5902), libmodule-corelist-perl (<< 5.20220520), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000037), libnet-perl (<< 1:3.14), libnet-ping-perl (<< 2.74), libparams-check-perl (<< 0.38), libparent-perl (<< 0.238), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.43), libtest-harness-perl (<< 3.44), libtest-simple-perl (<< 1.302190), libtest-tester-perl (<< 1.302190), libtest-use-ok-perl (<< 1.302190), libtext-balanced-perl (<< 2.04), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3000), libunicode-collate-perl (<< 1.31), libversion-perl (<< 1:0.9929), maildirsync (<< 1.2-2.1), perl (<< 5.36.0~), podlators-perl (<< 4.14)
Replaces: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 2.40), libattribute-handlers-perl (<< 1.02), libautodie-perl (<< 2.34), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.140), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.20), libexperimental-perl (<< 0.028), libextutils-cbuilder-perl (<< 0.280236), libextutils-command-perl (<< 7.64), libextutils-install-perl (<< 2.20), libextutils-parsexs-perl (<< 3.450000), libfile-spec-perl (<< 3.8400), libhttp-tiny-perl (<< 0.080), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.11), libjson-pp-perl (<< 4.07000), liblocale-maketext-perl (<< 1.31), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 1.999830), libmath-complex-perl (<< 1.5902), libmodule-corelist-perl (<< 5.20220520), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000037), libnet-perl (<< 1:3.14), libnet-ping-perl (<< 2.74), libparams-check-perl (<< 0.38), libparent-perl (<< 0.238), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.43), libtest-harness-perl (<< 3.44), libtest-simple-perl (<< 1.302190), libtest-tester-perl (<< 1.302190), libtest-use-ok-perl (<< 1.302190), libtext-balanced-perl (<< 2.04), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3000), libunicode-collate-perl (<< 1.31), libversion-perl (<< 1:0.9929), perl-base (<< 5.22.0~), perl-modules, podlators-perl (<< 4.14)
Homepage: http://dev.perl.org/perl5/
Description: Core Perl modules
Bulk: usr/share/doc/perl-modules-5.36=115769 usr/share/perl=17325197

Package: perl
Version: 5.36.0-7+deb12u3
Priority: standard
Section: perl
Installed-Size: 670
Architecture: amd64
Multi-Arch: allowed
Pre-Depends: dpkg (>= 1.17.17)
Depends: perl-base (= 5.36.0-7+deb12u3), perl-modules-5.36 (>= 5.36.0-7+deb12u3), libperl5.36 (= 5.36.0-7+deb12u3)
Recommends: netbase
Suggests: perl-doc, libterm-readline-gnu-perl | libterm-readline-perl-perl, make, libtap-harness-archive-perl
Provides: libansicolor-perl (= 5.01), libarchive-tar-perl (= 2.40), libattribute-handlers-perl (= 1.02), libautodie-perl (= 2.34), libcompress-raw-bzip2-perl (= 2.103), libcompress-raw-zlib-perl (= 2.105), libcompress-zlib-perl (= 2.106), libcpan-meta-perl (= 2.150010), libcpan-meta-requirements-perl (= 2.140), libcpan-meta-yaml-perl (= 0.018), libdigest-md5-perl (= 2.58), libdigest-perl (= 1.20), libdigest-sha-perl (= 6.02), libencode-perl (= 3.17), libexperimental-perl (= 0.028), libextutils-cbuilder-perl (= 0.280236), libextutils-command-perl (= 7.64), libextutils-install-perl (= 2.20), libextutils-parsexs-perl (= 3.450000), libfile-spec-perl (= 3.8400), libhttp-tiny-perl (= 0.080), libi18n-langtags-perl (= 0.45), libio-compress-base-perl (= 2.106), libio-compress-bzip2-perl (= 2.106), libio-compress-perl (= 2.106), libio-compress-zlib-perl (= 2.106), libio-zlib-perl (= 1.11), libjson-pp-perl (= 4.07000), liblocale-maketext-perl (= 1.31), liblocale-maketext-simple-perl (= 0.21.01), libmath-bigint-perl (= 1.999830), libmath-complex-perl (= 1.5902), libmime-base64-perl (= 3.16), libmodule-corelist-perl (= 5.20220520), libmodule-load-conditional-perl (= 0.74), libmodule-load-perl (= 0.36), libmodule-metadata-perl (= 1.000037), libnet-perl (= 1:3.14), libnet-ping-perl (= 2.74), libparams-check-perl (= 0.38), libparent-perl (= 0.238), libparse-cpan-meta-perl (= 2.150010), libperl-ostype-perl (= 1.010), libpod-escapes-perl (= 1.07), libpod-simple-perl (= 3.43), libstorable-perl (= 3.26), libsys-syslog-perl (= 0.36), libtest-harness-perl (= 3.44), libtest-simple-perl (= 1.302190), libtest-tester-perl (= 1.302190), libtest-use-ok-perl (= 1.302190), libtext-balanced-perl (= 2.04), libthread-queue-perl (= 3.14), libthreads-perl (= 2.27), libthreads-shared-perl (= 1.64), libtime-hires-perl (= 1.9770), libtime-local-perl (= 1.3000), libtime-piece-perl (= 1.3401), libunicode-collate-perl (= 1.31), libversion-perl (= 1:0.9929), libversion-requirements-perl, podlators-perl (= 4.14)
Conflicts: libjson-pp-perl (<< 2.27200-2)
Breaks: apt-show-versions (<< 0.22.10), libdist-inkt-perl (<< 0.024-5), libmarc-charset-perl (<< 1.35-3), libperl-dev (<< 5.24.0~), perl-doc (<< 5.36.0-1), perl-modules-5.22, perl-modules-5.24, perl-modules-5.26 (<< 5.26.2-5)
Replaces: perl-base (<< 5.36.0-2), perl-modules (<< 5.22.0~)
Homepage: http://dev.perl.org/perl5/
Description: Larry Wall's Practical Extraction and Report Language
Executables: usr/bin/corelist=15375 usr/bin/cpan=8360 usr/bin/enc2xs=41947 usr/bin/encguess=3069 usr/bin/h2ph=29227 usr/bin/h2xs=60934 usr/bin/instmodsh=4373 usr/bin/json_pp=4992 usr/bin/libnetcfg=15778 usr/bin/perlbug=45183 usr/bin/perldoc=125 usr/bin/perlivp=10867 usr/bin/piconv=8360 usr/bin/pl2pm=4536 usr/bin/pod2html=4137 usr/bin/pod2man=15034 usr/bin/pod2text=10803 usr/bin/pod2usage=4107 usr/bin/podchecker=3658 usr/bin/prove=13659 usr/bin/ptar=3566 usr/bin/ptardiff=2645 usr/bin/ptargrep=4395 usr/bin/shasum=9979 usr/bin/splain=19449 usr/bin/streamzip=7941 usr/bin/xsubpp=5167 usr/bin/zipdetails=70193
Links: usr/bin/perlthanks>/usr/bin/perlbug
Bulk: usr/share/doc/perl=117438 usr/share/man=87815

Package: pinentry-curses
Source: pinentry
Version: 1.2.1-1
Priority: optional
Section: utils
Installed-Size: 140
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.1.0), libc6 (>= 2.34), libgpg-error0 (>= 1.16), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: pinentry-doc
Provides: pinentry
Homepage: https://www.gnupg.org/related_software/pinentry/
Description: curses-based PIN or pass-phrase entry dialog for GnuPG
Executables: usr/bin/pinentry-curses=72264
Bulk: usr/share/doc/pinentry-curses=55858

Package: procps
Version: 2:4.0.2-3
Priority: important
Section: admin
Installed-Size: 2091
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.2), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)
Recommends: psmisc
Provides: watch
Breaks: guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1)
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Homepage: https://gitlab.com/procps-ng/procps
Description: /proc file system utilities
Executables: bin/kill=22840 bin/ps=146360 sbin/sysctl=31040 usr/bin/free=26936 usr/bin/pgrep=35248 usr/bin/pidwait=35248 usr/bin/pmap=35160 usr/bin/pwdx=14648 usr/bin/skill=31056 usr/bin/slabtop=22904 usr/bin/tload=18760 usr/bin/top=134736 usr/bin/uptime=14648 usr/bin/vmstat=35552 usr/bin/w=22840 usr/bin/watch=27352
Links: usr/bin/pkill>pgrep usr/bin/snice>skill
Bulk: usr/share/doc/procps=33779 usr/share/locale=913937 usr/share/man=367883

Package: psmisc
Version: 23.6-1
Priority: optional
Section: admin
Installed-Size: 909
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
Executables: bin/fuser=40784 usr/bin/killall=32720 usr/bin/peekfd=14848 usr/bin/prtstat=19016 usr/bin/pslog=14792 usr/bin/pstree=36640
Links: usr/bin/pstree.x11>pstree
Bulk: usr/share/doc/psmisc=18651 usr/share/locale=468862 usr/share/man=128849

Package: publicsuffix
Version: 20230209.2326-1
Priority: optional
Section: net
Installed-Size: 339
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
Bulk: usr/share/doc/publicsuffix=33567 usr/share/publicsuffix=300364

Package: python3-minimal
Source: python3-defaults (3.11.2-1)
Version: 3.11.2-1+b1
Priority: optional
Section: python
Installed-Size: 111
Architecture: amd64
Multi-Arch: allowed
Pre-Depends: python3.11-minimal (>= 3.11.2-1~)
Depends: dpkg (>= 1.13.20)
Homepage: https://www.python.org/
Description: minimal subset of the Python language (default python3 version)
Executables: usr/bin/py3clean=7810 usr/bin/py3compile=13308
Links: usr/bin/py3versions>../share/python3/py3versions.py usr/bin/python3>python3.11
Bulk: usr/share/doc/python3-minimal=22162 usr/share/python3=48083

Package: python3.11-minimal
Source: python3.11
Version: 3.11.2-6+deb12u8
Priority: optional
Section: python
Installed-Size: 6766
Architecture: amd64
Multi-Arch: allowed
Pre-Depends: libc6 (>= 2.35)
Depends: libpython3.11-minimal (= 3.11.2-6+deb12u8), libexpat1 (>= 2.1~beta3), zlib1g (>= 1:1.2.0)
Recommends: python3.11
Suggests: binfmt-support
Conflicts: binfmt-support (<< 1.1.2)
Description: Minimal subset of the Python language (version 3.11)
Executables: usr/bin/python3.11=6834488
Bulk: usr/share/doc/python3.11-minimal=67890

Package: python3.11
Version: 3.11.2-6+deb12u8
Priority: optional
Section: python
Installed-Size: 650
Architecture: amd64
Multi-Arch: allowed
Depends: python3.11-minimal (= 3.11.2-6+deb12u8), libpython3.11-stdlib (= 3.11.2-6+deb12u8), media-types | mime-support
Recommends: ca-certificates
Suggests: python3.11-venv, python3.11-doc, binutils
Breaks: python3-all (<< 3.6.5~rc1-1), python3-dev (<< 3.6.5~rc1-1), python3-venv (<< 3.6.5-2)
Description: Interactive high-level object-oriented language (version 3.11)
Executables: usr/bin/pydoc3.11=79 usr/bin/pygettext3.11=24235
Links: usr/bin/pdb3.11>../lib/python3.11/pdb.py
Bulk: usr/share/doc/python3.11=611018

Package: readline-common
Source: readline
Version: 8.2-1.3
Priority: optional
Section: utils
Installed-Size: 89
Architecture: all
Multi-Arch: foreign
Depends: dpkg (>= 1.15.4) | install-info
Suggests: readline-doc
Conflicts: libreadline-common, libreadline5 (<< 5.0-11)
Replaces: libreadline-common, libreadline4 (<< 4.3-16), libreadline5 (<< 5.0-11)
Description: GNU readline and history libraries, common files
Bulk: usr/share/doc/readline-common=20417 usr/share/info=26693 usr/share/man=23590

Package: redis-tools
Source: redis
Version: 5:7.0.15-1~deb12u7
Priority: optional
Section: database
Installed-Size: 5837
Architecture: amd64
Depends: adduser, libatomic1 (>= 4.8), libc6 (>= 2.34), libjemalloc2 (>= 3.5.0), liblzf1 (>= 1.5), libssl3 (>= 3.0.0), libsystemd0
Suggests: ruby-redis
Breaks: redis-server (<< 2:2.6.16-1)
Replaces: redis-server (<< 2:2.6.16-1)
Homepage: https://redis.io/
Description: Persistent key-value database with network interface (client)
Executables: usr/bin/redis-benchmark=756360 usr/bin/redis-check-aof=2387088 usr/bin/redis-check-rdb=2387088 usr/bin/redis-cli=375056
Bulk: usr/share/doc/redis-tools=45885

Package: rsync
Version: 3.2.7-1+deb12u6
Priority: optional
Section: net
Installed-Size: 793
Architecture: amd64
Multi-Arch: foreign
Pre-Depends: init-system-helpers (>= 1.54~)
Depends: lsb-base, libacl1 (>= 2.2.23), libc6 (>= 2.34), liblz4-1 (>= 0.0~r130), libpopt0 (>= 1.14), libssl3 (>= 3.0.0), libxxhash0 (>= 0.8.0), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.1.4)
Suggests: openssh-client, openssh-server, python3, python3-braceexpand
Homepage: https://rsync.samba.org/
Description: fast, versatile, remote (and local) file-copying tool
Executables: usr/bin/rrsync=12639 usr/bin/rsync=526696 usr/bin/rsync-ssl=5136
Bulk: usr/share/doc/rsync=86262 usr/share/man=97868 usr/share/rsync=38611

Package: sl
Source: sl (5.02-1)
Version: 5.02-1+b1
Priority: optional
Section: games
Installed-Size: 60
Architecture: amd64
Depends: libc6 (>= 2.2.5), libncurses6 (>= 6), libtinfo6 (>= 6)
Homepage: https://github.com/mtoyoda/sl
Description: Correct you if you type \`sl' by mistake
Executables: usr/games/sl=26568
Bulk: usr/share/doc/sl=9491

Package: strace
Version: 6.1-0.1
Priority: optional
Section: utils
Installed-Size: 2839
Architecture: amd64
Depends: libc6 (>= 2.34), libunwind8
Homepage: https://strace.io
Description: System call tracer
Executables: usr/bin/strace=2034104 usr/bin/strace-log-merge=1821
Bulk: usr/share/doc/strace=857266

Package: sudo
Version: 1.9.13p3-1+deb12u4
Priority: optional
Section: admin
Installed-Size: 6055
Architecture: amd64
Pre-Depends: init-system-helpers (>= 1.54~)
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), zlib1g (>= 1:1.2.0.2), libpam-modules
Conflicts: sudo-ldap
Replaces: sudo-ldap
Homepage: https://www.sudo.ws/
Description: Provide limited super user privileges to specific users
Executables: usr/bin/cvtsudoers=345280 usr/bin/sudo=281624:4755 usr/bin/sudoreplay=118480 usr/sbin/sudo_logsrvd=250440 usr/sbin/sudo_sendlog=155048 usr/sbin/visudo=262784
Links: usr/bin/sudoedit>sudo
Bulk: usr/share/doc/sudo=824814 usr/libexec/sudo=903584 usr/share/locale=2720498 usr/share/man=138642

Package: telnet
Source: inetutils (2:2.4-2+deb12u3)
Version: 0.17+2.4-2+deb12u3
Priority: optional
Section: oldlibs
Installed-Size: 54
Architecture: all
Multi-Arch: foreign
Depends: inetutils-telnet
Homepage: https://www.gnu.org/software/inetutils/
Description: transitional dummy package for inetutils-telnet default switch
Bulk: usr/share/doc/telnet=44816

Package: tini
Source: tini (0.19.0-1)
Version: 0.19.0-1+b3
Priority: optional
Section: utils
Installed-Size: 731
Architecture: amd64
Depends: libc6 (>= 2.34)
Homepage: https://github.com/krallin/tini
Description: tiny but valid init for containers
Executables: usr/bin/tini=27792 usr/bin/tini-static=708080
Bulk: usr/share/doc/tini=1895

Package: tree
Version: 2.1.0-1
Priority: optional
Section: utils
Installed-Size: 113
Architecture: amd64
Depends: libc6 (>= 2.34)
Homepage: http://mama.indstate.edu/users/ice/tree/
Description: displays an indented directory tree, in color
Executables: usr/bin/tree=81592
Bulk: usr/share/doc/tree=22104

Package: unzip
Version: 6.0-28
Priority: optional
Section: utils
Installed-Size: 379
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Homepage: https://infozip.sourceforge.net/UnZip.html
Description: De-archiver for .zip files
Executables: usr/bin/funzip=23000 usr/bin/unzip=179248 usr/bin/unzipsfx=84848 usr/bin/zipgrep=2959
Links: usr/bin/zipinfo>/usr/bin/unzip
Bulk: usr/share/doc/unzip=40325 usr/share/man=36040

Package: vim-common
Source: vim
Version: 2:9.0.1378-2+deb12u2
Priority: important
Section: editors
Installed-Size: 245
Architecture: all
Multi-Arch: foreign
Recommends: xxd, vim | vim-gtk3 | vim-motif | vim-nox | vim-tiny
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
Executables: usr/bin/helpztags=2514
Bulk: usr/share/doc/vim-common=96790 usr/share/man=64983

Package: vim-tiny
Source: vim
Version: 2:9.0.1378-2+deb12u2
Priority: important
Section: editors
Installed-Size: 1689
Architecture: amd64
Depends: vim-common (= 2:9.0.1378-2+deb12u2), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
Executables: usr/bin/vim.tiny=1629584
Bulk: usr/share/doc/vim-tiny=67932

Package: wget
Version: 1.21.3-1+deb12u1
Priority: standard
Section: web
Installed-Size: 3521
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.5), libidn2-0 (>= 0.6), libnettle8, libpcre2-8-0 (>= 10.22), libpsl5 (>= 0.16.0), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
Executables: usr/bin/wget=470384
Bulk: usr/share/doc/wget=280540 usr/share/info=71826 usr/share/locale=2602972 usr/share/man=36482

Package: xxd
Source: vim
Version: 2:9.0.1378-2+deb12u2
Priority: optional
Section: editors
Installed-Size: 135
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Breaks: vim-common (<< 2:7.4.2347-1~)
Replaces: vim-common (<< 2:7.4.2347-1~)
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
Executables: usr/bin/xxd=18648
Bulk: usr/share/doc/xxd=64941 usr/share/man=29749

Package: xz-utils
Version: 5.4.1-1+deb12u1
Priority: standard
Section: utils
Installed-Size: 1226
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), liblzma5 (>= 5.4.0)
Provides: lzma
Conflicts: lzma (<< 9.22-1), xz-lzma
Breaks: lzip (<< 1.8~rc2), manpages-de (<< 4.17.0-2~bpo11+1), manpages-fr (<< 4.17.0-2~bpo11+1)
Replaces: lzip (<< 1.8~rc2), manpages-de (<< 4.17.0-2~bpo11+1), manpages-fr (<< 4.17.0-2~bpo11+1), xz-lzma
Homepage: https://tukaani.org/xz/
Description: XZ-format compression utilities
Executables: usr/bin/lzmainfo=14648 usr/bin/xz=84680 usr/bin/xzdiff=7422 usr/bin/xzgrep=10333 usr/bin/xzless=1813 usr/bin/xzmore=2190
Links: usr/bin/unxz>xz usr/bin/xzcat>xz usr/bin/xzcmp>xzdiff usr/bin/xzegrep>xzgrep usr/bin/xzfgrep>xzgrep
Bulk: usr/share/doc/xz-utils=143137 usr/share/locale=578949 usr/share/man=205669

Package: zip
Version: 3.0-13
Priority: optional
Section: utils
Installed-Size: 616
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Recommends: unzip
Homepage: https://infozip.sourceforge.net/Zip.html
Description: Archiver for .zip files
Executables: usr/bin/zip=217360 usr/bin/zipcloak=94696 usr/bin/zipnote=86176 usr/bin/zipsplit=90304
Bulk: usr/share/doc/zip=94975 usr/share/man=30828
`;
