// Packages of Ubuntu 22.04 (jammy): control fields as the distribution has them (no maintainers, short descriptions only) and, in Executables, Libraries,
// Links and Bulk, what they install. Data: each line is one field of a control paragraph.

/** Control paragraphs, sorted by name. */
export const packages = `
Package: bash-completion
Version: 1:2.11-5ubuntu1
Priority: standard
Section: shells
Installed-Size: 1464
Architecture: all
Multi-Arch: foreign
Provides: dh-sequence-bash-completion
Homepage: https://github.com/scop/bash-completion
Description: programmable completion for the bash shell
Executables: usr/bin/dh_bash-completion=4414
Bulk: usr/share/doc/bash-completion=13327 usr/share/bash-completion=869516

Package: bind9-dnsutils
Source: bind9
Version: 1:9.18.1-1ubuntu1
Priority: standard
Section: net
Installed-Size: 484
Architecture: amd64
Depends: bind9-host | host, bind9-libs (= 1:9.18.1-1ubuntu1), libc6 (>= 2.34), libedit2 (>= 2.11-20080614-0), libidn2-0 (>= 2.0.0), libkrb5-3 (>= 1.6.dfsg.2)
Provides: dnsutils
Conflicts: bind-dnsutils (<< 1:9.13.6~), dnsutils (<< 1:9.13.6~)
Breaks: bind-dnsutils (<< 1:9.13.6~), dnsutils (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: Clients provided with BIND 9
Executables: usr/bin/delv=45896 usr/bin/dig=133672 usr/bin/mdig=51608 usr/bin/nslookup=100872 usr/bin/nsupdate=72240
Bulk: usr/share/doc/bind9-dnsutils=8776 usr/share/man=26620

Package: bind9-host
Source: bind9
Version: 1:9.18.1-1ubuntu1
Priority: standard
Section: net
Installed-Size: 156
Architecture: amd64
Depends: bind9-libs (= 1:9.18.1-1ubuntu1), libc6 (>= 2.34), libidn2-0 (>= 2.0.0)
Provides: host
Breaks: bind-host (<< 1:9.13.6~)
Replaces: bind-host (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: DNS Lookup Utility
Executables: usr/bin/host=96776
Bulk: usr/share/doc/bind9-host=11573

Package: bind9-libs
Source: bind9
Version: 1:9.18.1-1ubuntu1
Priority: standard
Section: libs
Installed-Size: 8492
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libjson-c5 (>= 0.15), libkrb5-3 (>= 1.6.dfsg.2), liblmdb0 (>= 0.9.7), libmaxminddb0 (>= 1.3.0), libnghttp2-14 (>= 1.12.0), libssl3 (>= 3.0.0~~alpha1), libuv1 (>= 1.34.2), libxml2 (>= 2.7.4), zlib1g (>= 1:1.1.4)
Breaks: bind-libs (<< 1:9.13.6~)
Replaces: bind-libs (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: Shared Libraries used by BIND 9
Libraries: usr/lib/x86_64-linux-gnu/libbind9-9.18.1-1ubuntu1-Ubuntu.so=92392 usr/lib/x86_64-linux-gnu/libdns-9.18.1-1ubuntu1-Ubuntu.so=2125664 usr/lib/x86_64-linux-gnu/libirs-9.18.1-1ubuntu1-Ubuntu.so=18584 usr/lib/x86_64-linux-gnu/libisc-9.18.1-1ubuntu1-Ubuntu.so=5819504 usr/lib/x86_64-linux-gnu/libisccc-9.18.1-1ubuntu1-Ubuntu.so=39376 usr/lib/x86_64-linux-gnu/libisccfg-9.18.1-1ubuntu1-Ubuntu.so=216720 usr/lib/x86_64-linux-gnu/libns-9.18.1-1ubuntu1-Ubuntu.so=316296
Bulk: usr/share/doc/bind9-libs=12795

Package: bzip2
Version: 1.0.8-5build1
Priority: standard
Section: utils
Installed-Size: 114
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0 (= 1.0.8-5build1), libc6 (>= 2.34)
Suggests: bzip2-doc
Replaces: libbz2 (<< 0.9.5d-3)
Homepage: https://sourceware.org/bzip2/
Description: high-quality block-sorting file compressor - utilities
Executables: bin/bunzip2=39296 bin/bzdiff=2225 bin/bzexe=4893 bin/bzgrep=3775 bin/bzip2recover=14640 bin/bzmore=1297
Links: bin/bzcat>/bin/bunzip2 bin/bzip2>/bin/bunzip2 bin/bzcmp>bzdiff bin/bzegrep>bzgrep bin/bzfgrep>bzgrep bin/bzless>bzmore
Bulk: usr/share/doc/bzip2=12500

Package: ca-certificates
Version: 20211016
Priority: standard
Section: misc
Installed-Size: 375
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20121112+nmu1)
Description: Common CA certificates
Executables: usr/sbin/update-ca-certificates=5394
Bulk: usr/share/doc/ca-certificates=32365 usr/share/ca-certificates=195453

Package: cowsay-off
Source: cowsay
Version: 3.03+dfsg2-8
Priority: optional
Section: universe/games
Installed-Size: 22
Architecture: all
Depends: cowsay (>= 3.03+dfsg2-3)
Breaks: cowsay (<< 3.03+dfsg2-3)
Replaces: cowsay (<< 3.03+dfsg2-3)
Homepage: https://web.archive.org/web/20120527202447/http://www.nog.net/~tony/warez/cowsay.shtml
Description: configurable talking cow (offensive cows)
Bulk: usr/share/doc/cowsay-off=7022

Package: cowsay
Version: 3.03+dfsg2-8
Priority: optional
Section: universe/games
Installed-Size: 91
Architecture: all
Depends: libtext-charwidth-perl, perl:any
Suggests: filters, cowsay-off
Homepage: https://web.archive.org/web/20120527202447/http://www.nog.net/~tony/warez/cowsay.shtml
Description: configurable talking cow
Executables: usr/games/cowsay=4664
Links: usr/games/cowthink>cowsay
Bulk: usr/share/doc/cowsay=12422 usr/share/cowsay=24318

Package: curl
Version: 7.81.0-1
Priority: optional
Section: web
Installed-Size: 441
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4 (= 7.81.0-1), zlib1g (>= 1:1.1.4)
Homepage: https://curl.haxx.se
Description: command line tool for transferring data with URL syntax
Executables: usr/bin/curl=260328
Bulk: usr/share/doc/curl=26640 usr/share/man=52697

Package: dirmngr
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 676
Architecture: amd64
Multi-Arch: foreign
Depends: adduser, gpgconf (= 2.2.27-3ubuntu2), lsb-base (>= 3.2-13), init-system-helpers (>= 1.52), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgnutls30 (>= 3.7.2), libgpg-error0 (>= 1.42), libksba8 (>= 1.3.5), libldap-2.5-0 (>= 2.5.4), libnpth0 (>= 0.90)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, tor
Breaks: gnupg2 (<< 2.1.10-2)
Replaces: gnupg2 (<< 2.1.10-2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - network certificate management service
Executables: usr/bin/dirmngr=443408 usr/bin/dirmngr-client=56240
Bulk: usr/share/doc/dirmngr=91411 usr/lib/gnupg=43920

Package: dnsutils
Source: bind9
Version: 1:9.18.1-1ubuntu1
Priority: optional
Section: universe/net
Installed-Size: 55
Architecture: all
Depends: bind9-dnsutils
Homepage: https://www.isc.org/downloads/bind/
Description: Transitional package for bind9-dnsutils
Bulk: usr/share/doc/dnsutils=8776

Package: figlet
Version: 2.2.5-3
Priority: optional
Section: universe/text
Installed-Size: 734
Architecture: amd64
Depends: libc6 (>= 2.14)
Homepage: http://www.figlet.org/
Description: Make large character ASCII banners out of ordinary text
Executables: usr/bin/chkfont=18440 usr/bin/figlet-figlet=47168 usr/bin/figlist=1396 usr/bin/showfigfonts=1360
Bulk: usr/share/doc/figlet=52376 usr/share/figlet=576992

Package: file
Version: 1:5.41-3
Priority: standard
Section: utils
Installed-Size: 83
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libmagic1 (= 1:5.41-3)
Breaks: debhelper (<< 12.2~)
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers
Executables: usr/bin/file=27200
Bulk: usr/share/doc/file=17110

Package: fortune-mod
Version: 1:1.99.1-7.1
Priority: optional
Section: universe/games
Installed-Size: 125
Architecture: amd64
Depends: libc6 (>= 2.14), librecode0 (>= 3.6)
Recommends: fortunes-min | fortune-cookie-db
Suggests: fortunes, x11-utils, bsdmainutils
Provides: fortune
Conflicts: fortune
Replaces: fortune
Description: provides fortune cookies on demand
Executables: usr/bin/strfile=18584 usr/bin/unstr=14488 usr/games/fortune=35048
Bulk: usr/share/doc/fortune-mod=21619

Package: fortunes-min
Source: fortune-mod
Version: 1:1.99.1-7.1
Priority: optional
Section: universe/games
Installed-Size: 151
Architecture: all
Recommends: fortune-mod (>= 9708-12)
Provides: fortune-cookie-db
Replaces: fortunes (<= 9708-6)
Description: Data files containing selected fortune cookies
Bulk: usr/share/doc/fortunes-min=20192 usr/share/games=101767

Package: fortunes
Source: fortune-mod
Version: 1:1.99.1-7.1
Priority: optional
Section: universe/games
Installed-Size: 2607
Architecture: all
Depends: fortunes-min
Recommends: fortune-mod (>= 9708-12)
Provides: fortune-cookie-db
Description: Data files containing fortune cookies
Bulk: usr/share/doc/fortunes=3828 usr/share/games=2536979

Package: gnupg-l10n
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 392
Architecture: all
Multi-Arch: foreign
Breaks: gnupg (<< 2.1.14-2~), gnupg2 (<< 2.1.14-2~)
Replaces: gnupg (<< 2.1.14-2~), gnupg2 (<< 2.1.14-2~)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - localization files
Bulk: usr/share/doc/gnupg-l10n=13302 usr/share/gnupg=258740

Package: gnupg-utils
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 787
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.5.0), libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), libksba8 (>= 1.3.5), libreadline8 (>= 6.0), zlib1g (>= 1:1.1.4)
Recommends: gpg, gpg-agent, gpgconf, gpgsm
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - utility programs
Executables: usr/bin/gpg-zip=3516 usr/bin/gpgcompose=508400 usr/bin/gpgparsemail=35200 usr/bin/gpgsplit=27184 usr/bin/gpgtar=64912 usr/bin/kbxutil=64336 usr/bin/lspgpot=1081 usr/bin/migrate-pubring-from-classic-gpg=3060 usr/bin/watchgnupg=18744 usr/sbin/addgnupghome=3075 usr/sbin/applygnupgdefaults=2217
Bulk: usr/share/doc/gnupg-utils=22310

Package: gnupg
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 473
Architecture: all
Multi-Arch: foreign
Depends: dirmngr (<< 2.2.27-3ubuntu2.1~), dirmngr (>= 2.2.27-3ubuntu2), gnupg-l10n (= 2.2.27-3ubuntu2), gnupg-utils (<< 2.2.27-3ubuntu2.1~), gnupg-utils (>= 2.2.27-3ubuntu2), gpg (<< 2.2.27-3ubuntu2.1~), gpg (>= 2.2.27-3ubuntu2), gpg-agent (<< 2.2.27-3ubuntu2.1~), gpg-agent (>= 2.2.27-3ubuntu2), gpg-wks-client (<< 2.2.27-3ubuntu2.1~), gpg-wks-client (>= 2.2.27-3ubuntu2), gpg-wks-server (<< 2.2.27-3ubuntu2.1~), gpg-wks-server (>= 2.2.27-3ubuntu2), gpgsm (<< 2.2.27-3ubuntu2.1~), gpgsm (>= 2.2.27-3ubuntu2), gpgv (<< 2.2.27-3ubuntu2.1~), gpgv (>= 2.2.27-3ubuntu2)
Suggests: parcimonie, xloadimage
Breaks: debsig-verify (<< 0.15), dirmngr (<< 2.2.27-3ubuntu2), gnupg2 (<< 2.1.11-7+exp1), libgnupg-interface-perl (<< 0.52-3), libgnupg-perl (<= 0.19-1), libmail-gnupg-perl (<= 0.22-1), monkeysphere (<< 0.38~), php-crypt-gpg (<= 1.4.1-1), python-apt (<= 1.1.0~beta4), python-gnupg (<< 0.3.8-3), python3-apt (<= 1.1.0~beta4)
Replaces: gnupg2 (<< 2.1.11-7+exp1)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - a free PGP replacement
Bulk: usr/share/doc/gnupg=62173 usr/share/info=271652

Package: gosu
Version: 1.14-1
Priority: extra
Section: universe/admin
Installed-Size: 2156
Architecture: amd64
Homepage: https://github.com/tianon/gosu
Description: Simple Go-based setuid+setgid+setgroups+exec
Executables: usr/sbin/gosu=2196760
Bulk: usr/share/doc/gosu=1789

Package: gpg-agent
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 595
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.27-3ubuntu2), pinentry-curses | pinentry, init-system-helpers (>= 1.52), libassuan0 (>= 2.5.1), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), libnpth0 (>= 0.90)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, scdaemon
Provides: gnupg-agent
Breaks: gnupg-agent (<< 2.1.21-4)
Replaces: gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - cryptographic agent
Executables: usr/bin/gpg-agent=320472
Bulk: usr/share/doc/gpg-agent=35416 usr/lib/gnupg=180496

Package: gpg-wks-client
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 184
Architecture: amd64
Multi-Arch: foreign
Depends: dirmngr (= 2.2.27-3ubuntu2), gpg (= 2.2.27-3ubuntu2), gpg-agent (= 2.2.27-3ubuntu2), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - Web Key Service client
Bulk: usr/share/doc/gpg-wks-client=12983 usr/lib/gnupg=130104

Package: gpg-wks-server
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 168
Architecture: amd64
Multi-Arch: foreign
Depends: gpg (= 2.2.27-3ubuntu2), gpg-agent (= 2.2.27-3ubuntu2), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - Web Key Service server
Executables: usr/bin/gpg-wks-server=117816
Bulk: usr/share/doc/gpg-wks-server=12835

Package: gpg
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 1121
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.27-3ubuntu2), libassuan0 (>= 2.5.0), libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), libreadline8 (>= 6.0), libsqlite3-0 (>= 3.7.15), zlib1g (>= 1:1.1.4)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Breaks: gnupg (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU Privacy Guard -- minimalist public key operations
Executables: usr/bin/gpg=1050624
Bulk: usr/share/doc/gpg=10555 usr/share/man=46815

Package: gpgconf
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 280
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), libreadline8 (>= 6.0)
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - core configuration utilities
Executables: usr/bin/gpg-connect-agent=84984 usr/bin/gpgconf=129776
Bulk: usr/share/doc/gpgconf=31183

Package: gpgsm
Source: gnupg2
Version: 2.2.27-3ubuntu2
Priority: optional
Section: utils
Installed-Size: 480
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.2.27-3ubuntu2), libassuan0 (>= 2.5.0), libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), libksba8 (>= 1.6.0), libreadline8 (>= 6.0)
Recommends: gnupg (= 2.2.27-3ubuntu2)
Breaks: gnupg2 (<< 2.1.10-2)
Replaces: gnupg2 (<< 2.1.10-2)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - S/MIME version
Executables: usr/bin/gpgsm=428952
Bulk: usr/share/doc/gpgsm=22727

Package: iproute2
Version: 5.15.0-1ubuntu2
Priority: important
Section: net
Installed-Size: 2880
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf0 (>= 1:0.2), libbsd0 (>= 0.0), libc6 (>= 2.34), libcap2 (>= 1:2.10), libdb5.3, libelf1 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Recommends: libatm1 (>= 2.4.1-17~)
Suggests: iproute2-doc
Provides: arpd
Conflicts: arpd, iproute (<< 20130000-1)
Replaces: iproute
Homepage: https://wiki.linuxfoundation.org/networking/iproute2
Description: networking and traffic control tools
Executables: bin/ip=718896 bin/ss=128072 sbin/bridge=94712 sbin/dcb=82448 sbin/devlink=146288 sbin/rtacct=28992 sbin/rtmon=92560 sbin/tc=628816 sbin/tipc=92608 sbin/vdpa=31296 usr/bin/lnstat=23200 usr/bin/nstat=31104 usr/bin/rdma=100880 usr/bin/routef=208 usr/bin/routel=1656 usr/sbin/arpd=26960 usr/sbin/genl=92608
Links: sbin/ip>/bin/ip usr/bin/ctstat>lnstat usr/bin/rtstat>lnstat
Bulk: usr/share/doc/iproute2=7926 usr/lib/tc=123186 usr/share/bash-completion=52569 usr/share/man=283245

Package: iputils-ping
Source: iputils
Version: 3:20211215-1
Priority: important
Section: net
Installed-Size: 113
Architecture: amd64
Multi-Arch: foreign
Depends: libcap2-bin, libc6 (>= 2.34), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Provides: ping
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
Executables: bin/ping=76672
Links: bin/ping4>ping bin/ping6>ping
Bulk: usr/share/doc/iputils-ping=12886

Package: jq
Version: 1.6-2.1ubuntu3
Priority: optional
Section: utils
Installed-Size: 100
Architecture: amd64
Multi-Arch: foreign
Depends: libjq1 (= 1.6-2.1ubuntu3), libc6 (>= 2.34)
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor
Executables: usr/bin/jq=30872
Bulk: usr/share/doc/jq=25786 usr/share/man=31089

Package: less
Version: 590-1build1
Priority: important
Section: text
Installed-Size: 321
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
Executables: usr/bin/less=199048 usr/bin/lessecho=14656 usr/bin/lesskey=24272 usr/bin/lesspipe=9047
Links: usr/bin/lessfile>lesspipe
Bulk: usr/share/doc/less=18272 usr/share/man=29117

Package: libassuan0
Source: libassuan
Version: 2.5.5-1build1
Priority: optional
Section: libs
Installed-Size: 110
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgpg-error0 (>= 1.33)
Homepage: https://www.gnupg.org/related_software/libassuan/index.html
Description: IPC library for the GnuPG components
Libraries: usr/lib/x86_64-linux-gnu/libassuan.so.0.8.5=84288
Links: usr/lib/x86_64-linux-gnu/libassuan.so.0>libassuan.so.0.8.5
Bulk: usr/share/doc/libassuan0=8166

Package: libatm1
Source: linux-atm
Version: 1:2.5.1-4build2
Priority: optional
Section: libs
Installed-Size: 110
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: http://linux-atm.sourceforge.net/
Description: shared library for ATM (Asynchronous Transfer Mode)
Libraries: usr/lib/x86_64-linux-gnu/libatm.so.1.0.0=43808
Links: usr/lib/x86_64-linux-gnu/libatm.so.1>libatm.so.1.0.0
Bulk: usr/share/doc/libatm1=4039

Package: libbpf0
Source: libbpf (0.5.0-1)
Version: 1:0.5.0-1
Priority: optional
Section: libs
Installed-Size: 344
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.22), libelf1 (>= 0.142), zlib1g (>= 1:1.2.3.3)
Description: eBPF helper library (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libbpf.so.0.5.0=318056
Links: usr/lib/x86_64-linux-gnu/libbpf.so.0>libbpf.so.0.5.0
Bulk: usr/share/doc/libbpf0=7172

Package: libbrotli1
Source: brotli
Version: 1.0.9-2build6
Priority: optional
Section: libs
Installed-Size: 784
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1.0.9=137560 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1.0.9=51512 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1.0.9=587944
Links: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1>libbrotlicommon.so.1.0.9 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1>libbrotlidec.so.1.0.9 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1>libbrotlienc.so.1.0.9
Bulk: usr/share/doc/libbrotli1=2372

Package: libbsd0
Source: libbsd
Version: 0.11.5-1
Priority: optional
Section: libs
Installed-Size: 136
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libmd0 (>= 1.0.3-2)
Homepage: https://libbsd.freedesktop.org/
Description: utility functions from BSD systems - shared library
Libraries: usr/lib/x86_64-linux-gnu/libbsd.so.0.11.5=89096
Links: usr/lib/x86_64-linux-gnu/libbsd.so.0>libbsd.so.0.11.5
Bulk: usr/share/doc/libbsd0=27931

Package: libcap2-bin
Source: libcap2
Version: 1:2.44-1build3
Priority: important
Section: utils
Installed-Size: 115
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcap2 (>= 1:2.33)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
Executables: sbin/capsh=31032 sbin/getcap=14648 sbin/getpcaps=14648 sbin/setcap=14648
Bulk: usr/share/doc/libcap2-bin=13455

Package: libcurl4
Source: curl
Version: 7.81.0-1
Priority: optional
Section: libs
Installed-Size: 777
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 0.6), libldap-2.5-0 (>= 2.5.4), libnghttp2-14 (>= 1.12.0), libpsl5 (>= 0.16.0), librtmp1 (>= 2.4+20131018.git79459a2-3~), libssh-4 (>= 0.9.0), libssl3 (>= 3.0.0~~alpha1), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: libcurl3
Replaces: libcurl3
Homepage: https://curl.haxx.se
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
Libraries: usr/lib/x86_64-linux-gnu/libcurl.so.4.7.0=669464
Links: usr/lib/x86_64-linux-gnu/libcurl.so.4>libcurl.so.4.7.0
Bulk: usr/share/doc/libcurl4=14864

Package: libedit2
Source: libedit
Version: 3.1-20210910-1build1
Priority: optional
Section: libs
Installed-Size: 260
Architecture: amd64
Multi-Arch: same
Depends: libbsd0 (>= 0.1.3), libc6 (>= 2.33), libtinfo6 (>= 6)
Replaces: libedit-dev (<< 3.1-20180525-2~)
Homepage: https://www.thrysoee.dk/editline/
Description: BSD editline and history libraries
Libraries: usr/lib/x86_64-linux-gnu/libedit.so.2.0.68=216376
Links: usr/lib/x86_64-linux-gnu/libedit.so.2>libedit.so.2.0.68
Bulk: usr/share/doc/libedit2=13883

Package: libelf1
Source: elfutils
Version: 0.186-1build1
Priority: optional
Section: libs
Installed-Size: 192
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), zlib1g (>= 1:1.1.4)
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
Libraries: usr/lib/x86_64-linux-gnu/libelf-0.186.so=117400
Links: usr/lib/x86_64-linux-gnu/libelf.so.1>libelf-0.186.so
Bulk: usr/share/doc/libelf1=3789

Package: libgdbm-compat4
Source: gdbm
Version: 1.23-1
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgdbm6 (>= 1.16)
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (legacy support runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4.0.0=18344
Links: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4>libgdbm_compat.so.4.0.0
Bulk: usr/share/doc/libgdbm-compat4=2701

Package: libgdbm6
Source: gdbm
Version: 1.23-1
Priority: optional
Section: libs
Installed-Size: 100
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: gdbm-l10n (= 1.23-1)
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm.so.6.0.0=71848
Links: usr/lib/x86_64-linux-gnu/libgdbm.so.6>libgdbm.so.6.0.0
Bulk: usr/share/doc/libgdbm6=4159

Package: libicu70
Source: icu
Version: 70.1-2
Priority: optional
Section: libs
Installed-Size: 34444
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libstdc++6 (>= 5.2)
Breaks: libiculx63 (<< 63.1-5), openttd (<< 1.8.0-2~)
Replaces: libiculx63 (<< 63.1-5)
Homepage: https://icu.unicode.org/
Description: International Components for Unicode
Libraries: usr/lib/x86_64-linux-gnu/libicudata.so.70.1=29476472 usr/lib/x86_64-linux-gnu/libicui18n.so.70.1=3328472 usr/lib/x86_64-linux-gnu/libicuio.so.70.1=63880 usr/lib/x86_64-linux-gnu/libicutest.so.70.1=81568 usr/lib/x86_64-linux-gnu/libicutu.so.70.1=220352 usr/lib/x86_64-linux-gnu/libicuuc.so.70.1=2062664
Links: usr/lib/x86_64-linux-gnu/libicudata.so.70>libicudata.so.70.1 usr/lib/x86_64-linux-gnu/libicui18n.so.70>libicui18n.so.70.1 usr/lib/x86_64-linux-gnu/libicuio.so.70>libicuio.so.70.1 usr/lib/x86_64-linux-gnu/libicutest.so.70>libicutest.so.70.1 usr/lib/x86_64-linux-gnu/libicutu.so.70>libicutu.so.70.1 usr/lib/x86_64-linux-gnu/libicuuc.so.70>libicuuc.so.70.1
Bulk: usr/share/doc/libicu70=3188

Package: libjq1
Source: jq
Version: 1.6-2.1ubuntu3
Priority: optional
Section: utils
Installed-Size: 347
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.35), libonig5 (>= 6.8.1)
Homepage: https://github.com/stedolan/jq
Description: lightweight and flexible command-line JSON processor - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjq.so.1.0.4=313576
Links: usr/lib/x86_64-linux-gnu/libjq.so.1>libjq.so.1.0.4
Bulk: usr/share/doc/libjq1=22414

Package: libjson-c5
Source: json-c
Version: 0.15-2build4
Priority: optional
Section: libs
Installed-Size: 98
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Homepage: https://github.com/json-c/json-c/wiki
Description: JSON manipulation library - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjson-c.so.5.1.0=72080
Links: usr/lib/x86_64-linux-gnu/libjson-c.so.5>libjson-c.so.5.1.0
Bulk: usr/share/doc/libjson-c5=5035

Package: libksba8
Source: libksba
Version: 1.6.0-2build1
Priority: optional
Section: libs
Installed-Size: 302
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgpg-error0 (>= 1.14)
Homepage: https://www.gnupg.org/related_software/libksba/
Description: X.509 and CMS support library
Libraries: usr/lib/x86_64-linux-gnu/libksba.so.8.14.0=268464
Links: usr/lib/x86_64-linux-gnu/libksba.so.8>libksba.so.8.14.0
Bulk: usr/share/doc/libksba8=16508

Package: libldap-2.5-0
Source: openldap
Version: 2.5.11+dfsg-1~exp1ubuntu3
Priority: optional
Section: libs
Installed-Size: 560
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgnutls30 (>= 3.7.2), libsasl2-2 (>= 2.1.27+dfsg2)
Recommends: libldap-common
Conflicts: ldap-utils (<= 2.1.23-1)
Replaces: libldap-2.3-0, libldap2
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
Libraries: usr/lib/x86_64-linux-gnu/liblber-2.5.so.0.1.6=59888 usr/lib/x86_64-linux-gnu/libldap-2.5.so.0.1.6=376576
Links: usr/lib/x86_64-linux-gnu/liblber-2.5.so.0>liblber-2.5.so.0.1.6 usr/lib/x86_64-linux-gnu/libldap-2.5.so.0>libldap-2.5.so.0.1.6
Bulk: usr/share/doc/libldap-2.5-0=23972

Package: libldap-common
Source: openldap
Version: 2.5.11+dfsg-1~exp1ubuntu3
Priority: optional
Section: libs
Installed-Size: 108
Architecture: all
Multi-Arch: foreign
Replaces: libldap-2.4-2 (<< 2.4.44+dfsg-1)
Homepage: https://www.openldap.org/
Description: OpenLDAP common files for libraries
Bulk: usr/share/doc/libldap-common=29291

Package: liblmdb0
Source: lmdb
Version: 0.9.24-1build2
Priority: optional
Section: libs
Installed-Size: 109
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: http://symas.com/mdb/
Description: Lightning Memory-Mapped Database shared library
Libraries: usr/lib/x86_64-linux-gnu/liblmdb.so.0.0.0=92304
Links: usr/lib/x86_64-linux-gnu/liblmdb.so.0>liblmdb.so.0.0.0
Bulk: usr/share/doc/liblmdb0=3486

Package: libmagic-mgc
Source: file
Version: 1:5.41-3
Priority: optional
Section: libs
Installed-Size: 7127
Architecture: amd64
Multi-Arch: foreign
Breaks: libmagic1 (<< 1:5.28-4~)
Replaces: libmagic1 (<< 1:5.28-4~)
Homepage: https://www.darwinsys.com/file/
Description: File type determination library using "magic" numbers (compiled magic file)
Bulk: usr/share/doc/libmagic-mgc=7762 usr/lib/file=7248904

Package: libmagic1
Source: file
Version: 1:5.41-3
Priority: optional
Section: libs
Installed-Size: 228
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.33), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.1.4), libmagic-mgc (= 1:5.41-3)
Suggests: file
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers - library
Libraries: usr/lib/x86_64-linux-gnu/libmagic.so.1.0.0=166264
Links: usr/lib/x86_64-linux-gnu/libmagic.so.1>libmagic.so.1.0.0
Bulk: usr/share/doc/libmagic1=15482

Package: libmaxminddb0
Source: libmaxminddb
Version: 1.5.2-1build2
Priority: optional
Section: libs
Installed-Size: 76
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: mmdb-bin
Homepage: https://maxmind.github.io/libmaxminddb/
Description: IP geolocation database library
Libraries: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0.0.7=22520
Links: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0>libmaxminddb.so.0.0.7
Bulk: usr/share/doc/libmaxminddb0=34140

Package: libmd0
Source: libmd
Version: 1.0.4-1build1
Priority: optional
Section: libs
Installed-Size: 71
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Homepage: https://www.hadrons.org/software/libmd/
Description: message digest functions from BSD systems - shared library
Libraries: usr/lib/x86_64-linux-gnu/libmd.so.0.0.5=47472
Links: usr/lib/x86_64-linux-gnu/libmd.so.0>libmd.so.0.0.5
Bulk: usr/share/doc/libmd0=9142

Package: libmnl0
Source: libmnl
Version: 1.0.4-3build2
Priority: optional
Section: libs
Installed-Size: 47
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://netfilter.org/projects/libmnl/
Description: minimalistic Netlink communication library
Libraries: usr/lib/x86_64-linux-gnu/libmnl.so.0.2.0=26776
Links: usr/lib/x86_64-linux-gnu/libmnl.so.0>libmnl.so.0.2.0
Bulk: usr/share/doc/libmnl0=4906

Package: libnghttp2-14
Source: nghttp2
Version: 1.43.0-1build3
Priority: optional
Section: libs
Installed-Size: 203
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libnghttp2.so.14.20.1=166256
Links: usr/lib/x86_64-linux-gnu/libnghttp2.so.14>libnghttp2.so.14.20.1
Bulk: usr/share/doc/libnghttp2-14=16937

Package: libnpth0
Source: npth
Version: 1.6-3build2
Priority: optional
Section: libs
Installed-Size: 40
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://www.gnupg.org/
Description: replacement for GNU Pth using system threads
Libraries: usr/lib/x86_64-linux-gnu/libnpth.so.0.1.2=23064
Links: usr/lib/x86_64-linux-gnu/libnpth.so.0>libnpth.so.0.1.2
Bulk: usr/share/doc/libnpth0=2163

Package: libonig5
Source: libonig
Version: 6.9.7.1-2build1
Priority: optional
Section: libs
Installed-Size: 615
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
Libraries: usr/lib/x86_64-linux-gnu/libonig.so.5.2.0=597344
Links: usr/lib/x86_64-linux-gnu/libonig.so.5>libonig.so.5.2.0
Bulk: usr/share/doc/libonig5=3971

Package: libpam-cap
Source: libcap2
Version: 1:2.44-1build3
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.4), libcap2 (>= 1:2.33), libpam0g (>= 0.99.7.1), libpam-runtime (>= 1.1.3-2~)
Breaks: libcap2-bin (<< 1:2.22-1.1)
Replaces: libcap2-bin (<< 1:2.22-1.1)
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
Bulk: usr/share/doc/libpam-cap=20876

Package: libperl5.34
Source: perl
Version: 5.34.0-3ubuntu1
Priority: optional
Section: libs
Installed-Size: 28629
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), libdb5.3, libgdbm-compat4 (>= 1.18-3), libgdbm6 (>= 1.18-3), zlib1g (>= 1:1.2.2.3), perl-modules-5.34 (>= 5.34.0-3ubuntu1)
Suggests: sensible-utils
Breaks: libcompress-raw-bzip2-perl (<< 2.101), libcompress-raw-zlib-perl (<< 2.101), libcompress-zlib-perl (<< 2.102), libdigest-md5-perl (<< 2.58), libdigest-sha-perl (<< 6.02), libencode-perl (<< 3.08), libfilter-perl (<< 1.60), libio-compress-base-perl (<< 2.102), libio-compress-bzip2-perl (<< 2.102), libio-compress-perl (<< 2.102), libio-compress-zlib-perl (<< 2.102), libmime-base64-perl (<< 3.16), libstorable-perl (<< 3.23), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.26), libthreads-shared-perl (<< 1.62), libtime-hires-perl (<< 1.9767), libtime-piece-perl (<< 1.3401)
Replaces: libarchive-tar-perl (<= 1.38-2), libcompress-raw-bzip2-perl (<< 2.101), libcompress-raw-zlib-perl (<< 2.101), libcompress-zlib-perl (<< 2.102), libdigest-md5-perl (<< 2.58), libdigest-sha-perl (<< 6.02), libencode-perl (<< 3.08), libio-compress-base-perl (<< 2.102), libio-compress-bzip2-perl (<< 2.102), libio-compress-perl (<< 2.102), libio-compress-zlib-perl (<< 2.102), libmime-base64-perl (<< 3.16), libmodule-corelist-perl (<< 2.14-2), libstorable-perl (<< 3.23), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.26), libthreads-shared-perl (<< 1.62), libtime-hires-perl (<< 1.9767), libtime-piece-perl (<< 1.3401), perl (<< 5.22.0~), perl-base (<< 5.22.0~)
Homepage: http://dev.perl.org/perl5/
Description: shared Perl library
Executables: usr/bin/cpan5.34-x86_64-linux-gnu=8381 usr/bin/perl5.34-x86_64-linux-gnu=18728
Libraries: usr/lib/x86_64-linux-gnu/libperl.so.5.34.0=3673128
Links: usr/lib/x86_64-linux-gnu/libperl.so.5.34>libperl.so.5.34.0
Bulk: usr/share/doc/libperl5.34=123186 usr/lib/x86_64-linux-gnu=25015968

Package: libpsl5
Source: libpsl
Version: 0.21.0-1.2build2
Priority: optional
Section: libs
Installed-Size: 95
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring2 (>= 0.9.7)
Recommends: publicsuffix (>= 20150507)
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libpsl.so.5.3.2=75768
Links: usr/lib/x86_64-linux-gnu/libpsl.so.5>libpsl.so.5.3.2
Bulk: usr/share/doc/libpsl5=4241

Package: libreadline8
Source: readline
Version: 8.1.2-1
Priority: optional
Section: libs
Installed-Size: 461
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.33), libtinfo6 (>= 6)
Description: GNU readline and history libraries, run-time libraries
Libraries: lib/x86_64-linux-gnu/libhistory.so.8.1=51648 lib/x86_64-linux-gnu/libreadline.so.8.1=335936
Links: lib/x86_64-linux-gnu/libhistory.so.8>libhistory.so.8.1 lib/x86_64-linux-gnu/libreadline.so.8>libreadline.so.8.1
Bulk: usr/share/doc/libreadline8=10391

Package: librecode0
Source: recode
Version: 3.6-24build2
Priority: optional
Section: libs
Installed-Size: 1828
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Description: Shared library on which recode is based
Libraries: usr/lib/x86_64-linux-gnu/librecode.so.0.0.0=1854160
Links: usr/lib/x86_64-linux-gnu/librecode.so.0>librecode.so.0.0.0
Bulk: usr/share/doc/librecode0=2610

Package: librtmp1
Source: rtmpdump
Version: 2.4+20151223.gitfa8646d.1-2build4
Priority: optional
Section: libs
Installed-Size: 141
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg), libgnutls30 (>= 3.7.2), libhogweed6, libnettle8, zlib1g (>= 1:1.1.4)
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
Libraries: usr/lib/x86_64-linux-gnu/librtmp.so.1=121864
Bulk: usr/share/doc/librtmp1=4141

Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1
Priority: standard
Section: libs
Installed-Size: 170
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.27+dfsg2-3ubuntu1), libc6 (>= 2.34)
Recommends: libsasl2-modules (>= 2.1.27+dfsg2-3ubuntu1)
Breaks: postfix (<= 2.8.3-1), slapd (<= 2.4.25-3)
Replaces: libsasl2
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
Libraries: usr/lib/x86_64-linux-gnu/libsasl2.so.2.0.25=105376
Links: usr/lib/x86_64-linux-gnu/libsasl2.so.2>libsasl2.so.2.0.25
Bulk: usr/share/doc/libsasl2-2=32470

Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1
Priority: standard
Section: libs
Installed-Size: 97
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
Bulk: usr/lib/x86_64-linux-gnu=34872 usr/share/doc/libsasl2-modules-db=32311

Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.27+dfsg2-3ubuntu1
Priority: optional
Section: devel
Installed-Size: 267
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libssl3 (>= 3.0.0~~alpha1)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: logcheck-database (<= 1.3.16~)
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
Bulk: usr/share/doc/libsasl2-modules=32541 usr/lib/x86_64-linux-gnu=186920

Package: libsqlite3-0
Source: sqlite3
Version: 3.37.2-2
Priority: optional
Section: libs
Installed-Size: 1602
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: python-migrate (<< 0.11.0-4~), python3-migrate (<< 0.11.0-4~)
Homepage: https://www.sqlite.org/
Description: SQLite 3 shared library
Libraries: usr/lib/x86_64-linux-gnu/libsqlite3.so.0.8.6=1358520
Links: usr/lib/x86_64-linux-gnu/libsqlite3.so.0>libsqlite3.so.0.8.6
Bulk: usr/share/doc/libsqlite3-0=3414

Package: libssh-4
Source: libssh
Version: 0.9.6-2build1
Priority: optional
Section: libs
Installed-Size: 486
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgssapi-krb5-2 (>= 1.17), libssl3 (>= 3.0.0~~alpha1), zlib1g (>= 1:1.1.4)
Breaks: remmina (<< 1.2.31.2+dfsg-1+), remmina-plugin-nx (<< 1.2.31.2+dfsg-1+), x2goclient (<< 4.1.2.1-1+)
Homepage: https://www.libssh.org/
Description: tiny C SSH library (OpenSSL flavor)
Libraries: usr/lib/x86_64-linux-gnu/libssh.so.4.8.7=441944
Links: usr/lib/x86_64-linux-gnu/libssh.so.4>libssh.so.4.8.7
Bulk: usr/share/doc/libssh-4=14944

Package: libtext-charwidth-perl
Version: 0.04-10build3
Priority: required
Section: perl
Installed-Size: 45
Architecture: amd64
Depends: libc6 (>= 2.34), perl-base, perlapi-5.34.0
Homepage: https://metacpan.org/release/Text-CharWidth
Description: get display widths of characters on the terminal
Bulk: usr/share/doc/libtext-charwidth-perl=6600 usr/lib/x86_64-linux-gnu=20456

Package: libuv1
Version: 1.43.0-1
Priority: optional
Section: libs
Installed-Size: 252
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
Libraries: usr/lib/x86_64-linux-gnu/libuv.so.1.0.0=198744
Links: usr/lib/x86_64-linux-gnu/libuv.so.1>libuv.so.1.0.0
Bulk: usr/share/doc/libuv1=34601

Package: libxml2
Version: 2.9.13+dfsg-1build1
Priority: optional
Section: libs
Installed-Size: 2092
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libicu70 (>= 70.1-1~), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.2.3.3)
Conflicts: w3c-dtd-xhtml
Homepage: http://xmlsoft.org
Description: GNOME XML library
Libraries: usr/lib/x86_64-linux-gnu/libxml2.so.2.9.13=1963288
Links: usr/lib/x86_64-linux-gnu/libxml2.so.2>libxml2.so.2.9.13
Bulk: usr/share/doc/libxml2=9217

Package: libxtables12
Source: iptables
Version: 1.8.7-1ubuntu5
Priority: optional
Section: libs
Installed-Size: 114
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Breaks: iptables (<< 1.4.16.3-3), libxtables11 (>= 1.6.0+snapshot20161117-1)
Replaces: iptables (<< 1.4.16.3-3), libxtables11 (>= 1.6.0+snapshot20161117-1)
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
Libraries: usr/lib/x86_64-linux-gnu/libxtables.so.12.4.0=63560
Links: usr/lib/x86_64-linux-gnu/libxtables.so.12>libxtables.so.12.4.0
Bulk: usr/share/doc/libxtables12=16774

Package: nano
Version: 6.2-1
Priority: important
Section: editors
Installed-Size: 860
Architecture: amd64
Depends: libc6 (>= 2.34), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
Executables: bin/nano=283144
Links: bin/rnano>nano
Bulk: usr/share/doc/nano=207310 usr/share/info=22039 usr/share/man=20984 usr/share/nano=51891

Package: net-tools
Version: 1.60+git20181103.0eebece-1ubuntu5
Priority: important
Section: net
Installed-Size: 800
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
Executables: bin/netstat=158304 sbin/ifconfig=79024 sbin/ipmaddr=18744 sbin/iptunnel=18744 sbin/mii-tool=27376 sbin/nameif=14824 sbin/plipconfig=14648 sbin/rarp=33104 sbin/route=65808 sbin/slattach=36944 usr/sbin/arp=63088
Bulk: usr/share/doc/net-tools=7073 usr/share/man=71689

Package: netbase
Version: 6.3
Priority: important
Section: admin
Installed-Size: 41
Architecture: all
Multi-Arch: foreign
Breaks: ebtables (<< 2.0.11-2)
Replaces: ebtables (<< 2.0.11-2)
Description: Basic TCP/IP networking system
Bulk: usr/share/doc/netbase=21839

Package: netcat-openbsd
Version: 1.218-4ubuntu1
Priority: important
Section: net
Installed-Size: 106
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.34)
Provides: netcat
Breaks: netcat (<< 1.10-35)
Replaces: netcat (<< 1.10-35)
Description: TCP/IP swiss army knife
Executables: bin/nc.openbsd=39560
Bulk: usr/share/doc/netcat-openbsd=40336

Package: openssl
Version: 3.0.2-0ubuntu1
Priority: optional
Section: utils
Installed-Size: 2049
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3 (>= 3.0.0~~alpha1)
Suggests: ca-certificates
Homepage: https://www.openssl.org/
Description: Secure Sockets Layer toolkit - cryptographic utility
Executables: usr/bin/c_rehash=6713 usr/bin/openssl=997176
Bulk: usr/share/doc/openssl=63644 usr/share/man=806404

Package: perl-modules-5.34
Source: perl
Version: 5.34.0-3ubuntu1
Priority: standard
Section: libs
Installed-Size: 17668
Architecture: all
Multi-Arch: foreign
Pre-Depends: dpkg (>= 1.17.17)
Depends: perl-base (>= 5.34.0-1)
Recommends: perl (>= 5.34.0-1)
Provides: perl-modules
Conflicts: perl-modules (<< 5.22.0~)
Breaks: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 2.38), libattribute-handlers-perl (<< 1.01), libautodie-perl (<< 2.34), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.140), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.19), libexperimental-perl (<< 0.024), libextutils-cbuilder-perl (<< 0.280236), libextutils-command-perl (<< 7.62), libextutils-install-perl (<< 2.20), libextutils-parsexs-perl (<< 3.430000), libfile-spec-perl (<< 3.8000), libhttp-tiny-perl (<< 0.076), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.11), libjson-pp-perl (<< 4.06000), liblocale-maketext-perl (<< 1.29), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 1.999818), libmath-complex-perl (<< 1.5902), libmodule-corelist-perl (<< 5.20210520), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000037), libnet-perl (<< 1:3.13), libnet-ping-perl (<< 2.74), libparams-check-perl (<< 0.38), libparent-perl (<< 0.238), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.42), libtest-harness-perl (<< 3.43), libtest-simple-perl (<< 1.302183), libtest-tester-perl (<< 1.302183), libtest-use-ok-perl (<< 1.302183), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3000), libunicode-collate-perl (<< 1.29), libversion-perl (<< 1:0.9928), maildirsync (<< 1.2-2.1), perl (<< 5.34.0~), podlators-perl (<< 4.14)
Replaces: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 2.38), libattribute-handlers-perl (<< 1.01), libautodie-perl (<< 2.34), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.140), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.19), libexperimental-perl (<< 0.024), libextutils-cbuilder-perl (<< 0.280236), libextutils-command-perl (<< 7.62), libextutils-install-perl (<< 2.20), libextutils-parsexs-perl (<< 3.430000), libfile-spec-perl (<< 3.8000), libhttp-tiny-perl (<< 0.076), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.11), libjson-pp-perl (<< 4.06000), liblocale-maketext-perl (<< 1.29), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 1.999818), libmath-complex-perl (<< 1.5902), libmodule-corelist-perl (<< 5.20210520), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000037), libnet-perl (<< 1:3.13), libnet-ping-perl (<< 2.74), libparams-check-perl (<< 0.38), libparent-perl (<< 0.238), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.42), libtest-harness-perl (<< 3.43), libtest-simple-perl (<< 1.302183), libtest-tester-perl (<< 1.302183), libtest-use-ok-perl (<< 1.302183), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3000), libunicode-collate-perl (<< 1.29), libversion-perl (<< 1:0.9928), perl-base (<< 5.22.0~), perl-modules, podlators-perl (<< 4.14)
Homepage: http://dev.perl.org/perl5/
Description: Core Perl modules
Bulk: usr/share/doc/perl-modules-5.34=109998 usr/share/perl=17121605

Package: perl
Version: 5.34.0-3ubuntu1
Priority: standard
Section: perl
Installed-Size: 717
Architecture: amd64
Multi-Arch: allowed
Pre-Depends: dpkg (>= 1.17.17)
Depends: perl-base (= 5.34.0-3ubuntu1), perl-modules-5.34 (>= 5.34.0-3ubuntu1), libperl5.34 (= 5.34.0-3ubuntu1)
Recommends: netbase
Suggests: perl-doc, libterm-readline-gnu-perl | libterm-readline-perl-perl, make, libtap-harness-archive-perl
Provides: libansicolor-perl (= 5.01), libarchive-tar-perl (= 2.38), libattribute-handlers-perl (= 1.01), libautodie-perl (= 2.34), libcompress-raw-bzip2-perl (= 2.101), libcompress-raw-zlib-perl (= 2.101), libcompress-zlib-perl (= 2.102), libcpan-meta-perl (= 2.150010), libcpan-meta-requirements-perl (= 2.140), libcpan-meta-yaml-perl (= 0.018), libdigest-md5-perl (= 2.58), libdigest-perl (= 1.19), libdigest-sha-perl (= 6.02), libencode-perl (= 3.08), libexperimental-perl (= 0.024), libextutils-cbuilder-perl (= 0.280236), libextutils-command-perl (= 7.62), libextutils-install-perl (= 2.20), libextutils-parsexs-perl (= 3.430000), libfile-spec-perl (= 3.8000), libhttp-tiny-perl (= 0.076), libi18n-langtags-perl (= 0.45), libio-compress-base-perl (= 2.102), libio-compress-bzip2-perl (= 2.102), libio-compress-perl (= 2.102), libio-compress-zlib-perl (= 2.102), libio-zlib-perl (= 1.11), libjson-pp-perl (= 4.06000), liblocale-maketext-perl (= 1.29), liblocale-maketext-simple-perl (= 0.21.01), libmath-bigint-perl (= 1.999818), libmath-complex-perl (= 1.5902), libmime-base64-perl (= 3.16), libmodule-corelist-perl (= 5.20210520), libmodule-load-conditional-perl (= 0.74), libmodule-load-perl (= 0.36), libmodule-metadata-perl (= 1.000037), libnet-perl (= 1:3.13), libnet-ping-perl (= 2.74), libparams-check-perl (= 0.38), libparent-perl (= 0.238), libparse-cpan-meta-perl (= 2.150010), libperl-ostype-perl (= 1.010), libpod-escapes-perl (= 1.07), libpod-simple-perl (= 3.42), libstorable-perl (= 3.23), libsys-syslog-perl (= 0.36), libtest-harness-perl (= 3.43), libtest-simple-perl (= 1.302183), libtest-tester-perl (= 1.302183), libtest-use-ok-perl (= 1.302183), libthread-queue-perl (= 3.14), libthreads-perl (= 2.26), libthreads-shared-perl (= 1.62), libtime-hires-perl (= 1.9767), libtime-local-perl (= 1.3000), libtime-piece-perl (= 1.3401), libunicode-collate-perl (= 1.29), libversion-perl (= 1:0.9928), libversion-requirements-perl, podlators-perl (= 4.14)
Conflicts: libjson-pp-perl (<< 2.27200-2)
Breaks: apt-show-versions (<< 0.22.10), libdist-inkt-perl (<< 0.024-5), libmarc-charset-perl (<< 1.35-3), libperl-dev (<< 5.24.0~), perl-doc (<< 5.34.0-1), perl-modules-5.22, perl-modules-5.24, perl-modules-5.26 (<< 5.26.2-5)
Replaces: perl-base (<< 5.34.0-2), perl-modules (<< 5.22.0~)
Homepage: http://dev.perl.org/perl5/
Description: Larry Wall's Practical Extraction and Report Language
Executables: usr/bin/corelist=15375 usr/bin/cpan=8360 usr/bin/enc2xs=41819 usr/bin/encguess=3078 usr/bin/h2ph=29227 usr/bin/h2xs=60934 usr/bin/instmodsh=4373 usr/bin/json_pp=4992 usr/bin/libnetcfg=15778 usr/bin/perlbug=45183 usr/bin/perldoc=125 usr/bin/perlivp=10867 usr/bin/piconv=8360 usr/bin/pl2pm=4536 usr/bin/pod2html=4137 usr/bin/pod2man=15034 usr/bin/pod2text=10803 usr/bin/pod2usage=4107 usr/bin/podchecker=3658 usr/bin/prove=13658 usr/bin/ptar=3566 usr/bin/ptardiff=2645 usr/bin/ptargrep=4395 usr/bin/shasum=9979 usr/bin/splain=19414 usr/bin/streamzip=7941 usr/bin/xsubpp=5167 usr/bin/zipdetails=60065
Links: usr/bin/perlthanks>/usr/bin/perlbug
Bulk: usr/share/doc/perl=111668 usr/share/man=86054

Package: pinentry-curses
Source: pinentry
Version: 1.1.1-1build2
Priority: optional
Section: utils
Installed-Size: 92
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan0 (>= 2.1.0), libc6 (>= 2.34), libgpg-error0 (>= 1.16), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: pinentry-doc
Provides: pinentry
Homepage: https://www.gnupg.org/related_software/pinentry/
Description: curses-based PIN or pass-phrase entry dialog for GnuPG
Executables: usr/bin/pinentry-curses=60056
Bulk: usr/share/doc/pinentry-curses=16514

Package: psmisc
Version: 23.4-2build3
Priority: optional
Section: admin
Installed-Size: 452
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
Executables: bin/fuser=40256 usr/bin/killall=32096 usr/bin/peekfd=14640 usr/bin/prtstat=22912 usr/bin/pslog=14640 usr/bin/pstree=36168
Links: usr/bin/pstree.x11>pstree
Bulk: usr/share/doc/psmisc=7667 usr/share/man=70482

Package: publicsuffix
Version: 20211207.1025-1
Priority: optional
Section: net
Installed-Size: 330
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
Bulk: usr/share/doc/publicsuffix=30119 usr/share/publicsuffix=289427

Package: readline-common
Source: readline
Version: 8.1.2-1
Priority: optional
Section: utils
Installed-Size: 80
Architecture: all
Multi-Arch: foreign
Depends: dpkg (>= 1.15.4) | install-info
Suggests: readline-doc
Conflicts: libreadline-common, libreadline5 (<< 5.0-11)
Replaces: libreadline-common, libreadline4 (<< 4.3-16), libreadline5 (<< 5.0-11)
Description: GNU readline and history libraries, common files
Bulk: usr/share/doc/readline-common=5769 usr/share/info=25994 usr/share/man=22865

Package: sl
Version: 5.02-1
Priority: optional
Section: universe/games
Installed-Size: 59
Architecture: amd64
Depends: libc6 (>= 2.2.5), libncurses6 (>= 6), libtinfo6 (>= 6)
Homepage: https://github.com/mtoyoda/sl
Description: Correct you if you type \`sl' by mistake
Executables: usr/games/sl=26568
Bulk: usr/share/doc/sl=8957

Package: sudo
Version: 1.9.9-1ubuntu2
Priority: optional
Section: admin
Installed-Size: 2504
Architecture: amd64
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), zlib1g (>= 1:1.2.0.2), libpam-modules, lsb-base
Conflicts: sudo-ldap
Replaces: sudo-ldap
Homepage: https://www.sudo.ws/
Description: Provide limited super user privileges to specific users
Executables: usr/bin/cvtsudoers=303504 usr/bin/sudo=232408:4755 usr/bin/sudoreplay=89736 usr/sbin/sudo_logsrvd=204896 usr/sbin/sudo_sendlog=109904 usr/sbin/visudo=225056
Links: usr/bin/sudoedit>sudo
Bulk: usr/share/doc/sudo=150348 usr/libexec/sudo=814672 usr/share/man=130983

Package: tini
Version: 0.19.0-1
Priority: optional
Section: universe/utils
Installed-Size: 815
Architecture: amd64
Depends: libc6 (>= 2.14)
Homepage: https://github.com/krallin/tini
Description: tiny but valid init for containers
Executables: usr/bin/tini=27872 usr/bin/tini-static=795256
Bulk: usr/share/doc/tini=1661

Package: tree
Version: 2.0.2-1
Priority: optional
Section: universe/utils
Installed-Size: 113
Architecture: amd64
Depends: libc6 (>= 2.34)
Homepage: http://mama.indstate.edu/users/ice/tree/
Description: displays an indented directory tree, in color
Executables: usr/bin/tree=81288
Bulk: usr/share/doc/tree=17166

Package: unzip
Version: 6.0-26ubuntu3
Priority: optional
Section: utils
Installed-Size: 376
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Homepage: http://www.info-zip.org/UnZip.html
Description: De-archiver for .zip files
Executables: usr/bin/funzip=22832 usr/bin/unzip=174512 usr/bin/unzipsfx=80304 usr/bin/zipgrep=2959
Links: usr/bin/zipinfo>/usr/bin/unzip
Bulk: usr/share/doc/unzip=40539 usr/share/man=36040

Package: vim-common
Source: vim
Version: 2:8.2.3995-1ubuntu2
Priority: important
Section: editors
Installed-Size: 376
Architecture: all
Multi-Arch: foreign
Depends: xxd
Recommends: vim | vim-gtk3 | vim-athena | vim-nox | vim-tiny
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
Executables: usr/bin/helpztags=2514
Bulk: usr/share/doc/vim-common=59570 usr/share/man=58229

Package: vim-tiny
Source: vim
Version: 2:8.2.3995-1ubuntu2
Priority: important
Section: editors
Installed-Size: 1718
Architecture: amd64
Depends: vim-common (= 2:8.2.3995-1ubuntu2), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
Executables: usr/bin/vim.tiny=1516128
Bulk: usr/share/doc/vim-tiny=35992

Package: wget
Version: 1.21.2-2ubuntu1
Priority: standard
Section: web
Installed-Size: 984
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libidn2-0 (>= 0.6), libpcre2-8-0 (>= 10.22), libpsl5 (>= 0.16.0), libssl3 (>= 3.0.0~~alpha1), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
Executables: usr/bin/wget=527376
Bulk: usr/share/doc/wget=30245 usr/share/info=71824 usr/share/man=36483

Package: xxd
Source: vim
Version: 2:8.2.3995-1ubuntu2
Priority: optional
Section: editors
Installed-Size: 274
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Breaks: vim-common (<< 2:7.4.2347-1~)
Replaces: vim-common (<< 2:7.4.2347-1~)
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
Executables: usr/bin/xxd=18720
Bulk: usr/share/doc/xxd=32689 usr/share/man=29600

Package: xz-utils
Version: 5.2.5-2ubuntu1
Priority: standard
Section: utils
Installed-Size: 372
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), liblzma5 (>= 5.2.2)
Provides: lzma
Conflicts: lzma (<< 9.22-1), xz-lzma
Breaks: lzip (<< 1.8~rc2)
Replaces: lzip (<< 1.8~rc2), xz-lzma
Homepage: https://tukaani.org/xz/
Description: XZ-format compression utilities
Executables: usr/bin/lzmainfo=14568 usr/bin/xz=84504 usr/bin/xzdiff=7023 usr/bin/xzgrep=6015 usr/bin/xzless=1799 usr/bin/xzmore=2162
Links: usr/bin/unxz>xz usr/bin/xzcat>xz usr/bin/xzcmp>xzdiff usr/bin/xzegrep>xzgrep usr/bin/xzfgrep>xzgrep
Bulk: usr/share/doc/xz-utils=33635 usr/share/man=24104

Package: zip
Version: 3.0-12build2
Priority: optional
Section: utils
Installed-Size: 531
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Recommends: unzip
Homepage: http://www.info-zip.org/Zip.html
Description: Archiver for .zip files
Executables: usr/bin/zip=203768 usr/bin/zipcloak=72088 usr/bin/zipnote=63896 usr/bin/zipsplit=59800
Bulk: usr/share/doc/zip=27236 usr/share/man=30828
`;
