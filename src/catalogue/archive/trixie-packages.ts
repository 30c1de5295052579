// Packages of Debian 13 (trixie): control fields as the distribution has them (no maintainers, short descriptions only) and, in Executables, Libraries,
// Links and Bulk, what they install. Data: each line is one field of a control paragraph.

/** Control paragraphs, sorted by name. */
export const packages = `
Package: adduser
Version: 3.152
Priority: important
Section: admin
Installed-Size: 428
Architecture: all
Multi-Arch: foreign
Depends: passwd (>= 1:4.17.2-5)
Suggests: liblocale-gettext-perl, perl, cron, quota
Description: add and remove users and groups
Executables: usr/sbin/adduser=59426 usr/sbin/deluser=21209
Links: usr/sbin/addgroup>adduser usr/sbin/delgroup>deluser
Bulk: usr/share/doc/adduser=108577 usr/share/man=123806 usr/share/perl5=27393

Package: bash-completion
Version: 1:2.16.0-7
Priority: standard
Section: shells
Installed-Size: 1952
Architecture: all
Multi-Arch: foreign
Provides: dh-sequence-bash-completion
Homepage: https://github.com/scop/bash-completion
Description: programmable completion for the bash shell
Executables: usr/bin/dh_bash-completion=4527
Bulk: usr/share/doc/bash-completion=142959 usr/share/bash-completion=1012602

Package: bind9-dnsutils
Source: bind9
Version: 1:9.20.30-1~deb13u1
Priority: standard
Section: net
Installed-Size: 525
Architecture: amd64
Multi-Arch: foreign
Depends: bind9-host | host, bind9-libs (= 1:9.20.30-1~deb13u1), libc6 (>= 2.38), libedit2 (>= 2.11-20080614-0), libidn2-0 (>= 2.0.0), libjemalloc2 (>= 3.5.0), libkrb5-3 (>= 1.6.dfsg.2), libprotobuf-c1 (>= 1.0.0)
Provides: dnsutils
Homepage: https://www.isc.org/downloads/bind/
Description: Clients provided with BIND 9
Executables: usr/bin/delv=58712 usr/bin/dig=146248 usr/bin/dnstap-read=22864 usr/bin/mdig=51536 usr/bin/nslookup=113480 usr/bin/nsupdate=80424
Bulk: usr/share/doc/bind9-dnsutils=16650 usr/share/man=31242

Package: bind9-host
Source: bind9
Version: 1:9.20.30-1~deb13u1
Priority: standard
Section: net
Installed-Size: 141
Architecture: amd64
Multi-Arch: foreign
Depends: bind9-libs (= 1:9.20.30-1~deb13u1), libc6 (>= 2.38), libidn2-0 (>= 2.0.0)
Provides: host
Breaks: bind-host (<< 1:9.13.6~)
Replaces: bind-host (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: DNS Lookup Utility
Executables: usr/bin/host=113472
Bulk: usr/share/doc/bind9-host=19523

Package: bind9-libs
Source: bind9
Version: 1:9.20.30-1~deb13u1
Priority: standard
Section: libs
Installed-Size: 3649
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libfstrm0 (>= 0.2.0), libgssapi-krb5-2 (>= 1.17), libjemalloc2 (>= 4.0.0), libjson-c5 (>= 0.15), libkrb5-3 (>= 1.6.dfsg.2), liblmdb0 (>= 0.9.7), libmaxminddb0 (>= 1.3.0), libnghttp2-14 (>= 1.12.0), libprotobuf-c1 (>= 1.0.1), libssl3t64 (>= 3.4.0), liburcu8t64 (>= 0.13.0), libuv1t64 (>= 1.38.0), libxml2 (>= 2.7.4), zlib1g (>= 1:1.1.4)
Breaks: bind-libs (<< 1:9.13.6~)
Replaces: bind-libs (<< 1:9.13.6~)
Homepage: https://www.isc.org/downloads/bind/
Description: Shared Libraries used by BIND 9
Libraries: usr/lib/x86_64-linux-gnu/libdns-9.20.30-1~deb13u1-Debian.so=2429264 usr/lib/x86_64-linux-gnu/libisc-9.20.30-1~deb13u1-Debian.so=592824 usr/lib/x86_64-linux-gnu/libisccc-9.20.30-1~deb13u1-Debian.so=43344 usr/lib/x86_64-linux-gnu/libisccfg-9.20.30-1~deb13u1-Debian.so=324720 usr/lib/x86_64-linux-gnu/libns-9.20.30-1~deb13u1-Debian.so=311880
Bulk: usr/share/doc/bind9-libs=16698

Package: bzip2
Version: 1.0.8-6
Priority: standard
Section: utils
Installed-Size: 113
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0 (= 1.0.8-6), libc6 (>= 2.34)
Suggests: bzip2-doc
Replaces: libbz2 (<< 0.9.5d-3)
Homepage: https://sourceware.org/bzip2/
Description: high-quality block-sorting file compressor - utilities
Executables: usr/bin/bzdiff=2225 usr/bin/bzexe=4893 usr/bin/bzgrep=3775 usr/bin/bzip2=39224 usr/bin/bzip2recover=14568 usr/bin/bzmore=1297
Links: usr/bin/bunzip2>bzip2 usr/bin/bzcat>bzip2 usr/bin/bzcmp>bzdiff usr/bin/bzegrep>bzgrep usr/bin/bzfgrep>bzgrep usr/bin/bzless>bzmore
Bulk: usr/share/doc/bzip2=19585

Package: ca-certificates
Version: 20250419+deb13u1
Priority: standard
Section: misc
Installed-Size: 387
Architecture: all
Multi-Arch: foreign
Depends: openssl (>= 1.1.1), debconf (>= 0.5) | debconf-2.0
Breaks: ca-certificates-java (<< 20121112+nmu1)
Description: Common CA certificates
Executables: usr/sbin/update-ca-certificates=5672
Bulk: usr/share/doc/ca-certificates=31781 usr/share/ca-certificates=222073

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
Version: 8.14.1-2+deb13u7
Priority: optional
Section: web
Installed-Size: 495
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libcurl4t64 (= 8.14.1-2+deb13u7), zlib1g (>= 1:1.1.4)
Recommends: bash-completion
Homepage: https://curl.se/
Description: command line tool for transferring data with URL syntax
Executables: usr/bin/curl=321880 usr/bin/wcurl=11241
Bulk: usr/share/doc/curl=54010 usr/share/fish=28075 usr/share/man=74408

Package: dirmngr
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 967
Architecture: amd64
Multi-Arch: foreign
Depends: adduser, gpgconf (= 2.4.7-21+deb13u1+b5), init-system-helpers (>= 1.52), libassuan9 (>= 2.5.0), libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgnutls30t64 (>= 3.8.1), libgpg-error0 (>= 1.49), libksba8 (>= 1.6.3), libldap2 (>= 2.6.2), libnpth0t64 (>= 1.8)
Recommends: gnupg (= 2.4.7-21+deb13u1)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, tor
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - network certificate management service
Executables: usr/bin/dirmngr=641512 usr/bin/dirmngr-client=109424
Bulk: usr/share/doc/dirmngr=116275 usr/lib/gnupg=93104

Package: figlet
Source: figlet (2.2.5-3)
Version: 2.2.5-3+b2
Priority: optional
Section: text
Installed-Size: 745
Architecture: amd64
Depends: libc6 (>= 2.34)
Homepage: http://www.figlet.org/
Description: Make large character ASCII banners out of ordinary text
Executables: usr/bin/chkfont=18520 usr/bin/figlet-figlet=55448 usr/bin/figlist=1396 usr/bin/showfigfonts=1360
Bulk: usr/share/doc/figlet=54982 usr/share/figlet=576992

Package: file
Version: 1:5.46-5
Priority: standard
Section: utils
Installed-Size: 79
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libmagic1t64 (= 1:5.46-5)
Breaks: debhelper (<< 12.2~)
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers
Executables: usr/bin/file=27200
Bulk: usr/share/doc/file=39256

Package: fortune-mod
Version: 1:1.99.1-9
Priority: optional
Section: games
Installed-Size: 113
Architecture: amd64
Depends: libc6 (>= 2.34), librecode3 (>= 3.7)
Recommends: fortunes-min | fortune-cookie-db
Suggests: fortunes, x11-utils, bsdextrautils
Provides: fortune
Conflicts: fortune
Replaces: fortune
Homepage: https://github.com/shlomif/fortune-mod/
Description: provides fortune cookies on demand
Executables: usr/bin/strfile=18952 usr/bin/unstr=14784 usr/games/fortune=35664
Bulk: usr/share/doc/fortune-mod=21709

Package: fortunes-min
Source: fortune-mod
Version: 1:1.99.1-9
Priority: optional
Section: games
Installed-Size: 137
Architecture: all
Recommends: fortune-mod
Provides: fortune-cookie-db
Homepage: https://github.com/shlomif/fortune-mod/
Description: Data files containing selected fortune cookies
Bulk: usr/share/doc/fortunes-min=20478 usr/share/games=101768

Package: fortunes
Source: fortune-mod
Version: 1:1.99.1-9
Priority: optional
Section: games
Installed-Size: 2593
Architecture: all
Depends: fortunes-min
Recommends: fortune-mod
Provides: fortune-cookie-db
Homepage: https://github.com/shlomif/fortune-mod/
Description: Data files containing fortune cookies
Bulk: usr/share/doc/fortunes=20476 usr/share/games=2536710

Package: gnupg-l10n
Source: gnupg2
Version: 2.4.7-21+deb13u1
Priority: optional
Section: localization
Installed-Size: 5010
Architecture: all
Multi-Arch: foreign
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - localization files
Bulk: usr/share/doc/gnupg-l10n=24423 usr/share/gnupg=281168 usr/share/locale=4723780

Package: gnupg-utils
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 749
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.50), libksba8 (>= 1.6.3), zlib1g (>= 1:1.1.4)
Recommends: gpg, gpg-agent, gpgconf, gpgsm
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - utility programs
Executables: usr/bin/gpg-mail-tube=121680 usr/bin/gpgparsemail=35128 usr/bin/gpgsplit=72248 usr/bin/gpgtar=130856 usr/bin/kbxutil=187160 usr/bin/lspgpot=1081 usr/bin/migrate-pubring-from-classic-gpg=3071 usr/bin/watchgnupg=22768 usr/sbin/addgnupghome=3075 usr/sbin/applygnupgdefaults=2217
Bulk: usr/share/doc/gnupg-utils=34202 usr/lib/gnupg=125816

Package: gnupg
Source: gnupg2
Version: 2.4.7-21+deb13u1
Priority: optional
Section: metapackages
Installed-Size: 468
Architecture: all
Multi-Arch: foreign
Depends: dirmngr (<< 2.4.7-21+deb13u1.1~), dirmngr (>= 2.4.7-21+deb13u1), gnupg-l10n (= 2.4.7-21+deb13u1), gpg (<< 2.4.7-21+deb13u1.1~), gpg (>= 2.4.7-21+deb13u1), gpg-agent (<< 2.4.7-21+deb13u1.1~), gpg-agent (>= 2.4.7-21+deb13u1), gpgsm (<< 2.4.7-21+deb13u1.1~), gpgsm (>= 2.4.7-21+deb13u1)
Recommends: gnupg-utils (<< 2.4.7-21+deb13u1.1~), gnupg-utils (>= 2.4.7-21+deb13u1), gpg-wks-client (<< 2.4.7-21+deb13u1.1~), gpg-wks-client (>= 2.4.7-21+deb13u1), gpgv (<< 2.4.7-21+deb13u1.1~), gpgv (>= 2.4.7-21+deb13u1)
Suggests: gpg-wks-server (<< 2.4.7-21+deb13u1.1~), gpg-wks-server (>= 2.4.7-21+deb13u1), parcimonie, xloadimage
Breaks: debsig-verify (<< 0.15), dirmngr (<< 2.4.7-21+deb13u1), libgnupg-interface-perl (<< 0.52-3), libgnupg-perl (<= 0.19-1), libmail-gnupg-perl (<= 0.22-1), monkeysphere (<< 0.38~), php-crypt-gpg (<= 1.4.1-1), python-apt (<= 1.1.0~beta4), python-gnupg (<< 0.3.8-3), python3-apt (<= 1.1.0~beta4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - a free PGP replacement
Bulk: usr/share/doc/gnupg=164474 usr/share/info=284156

Package: gosu
Source: gosu (1.17-3)
Version: 1.17-3+b4
Priority: optional
Section: admin
Installed-Size: 2890
Architecture: amd64
Homepage: https://github.com/tianon/gosu
Description: Simple Go-based setuid+setgid+setgroups+exec
Executables: usr/sbin/gosu=2948645
Bulk: usr/share/doc/gosu=1677

Package: gpg-agent
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 899
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.4.7-21+deb13u1+b5), pinentry-curses | pinentry, init-system-helpers (>= 1.52), libassuan9 (>= 2.5.1), libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.49), libnpth0t64 (>= 1.2)
Recommends: gnupg (= 2.4.7-21+deb13u1)
Suggests: dbus-user-session, libpam-systemd, pinentry-gnome3, scdaemon, tpm2daemon
Provides: gnupg-agent
Breaks: gnupg-agent (<< 2.1.21-4)
Replaces: gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - cryptographic agent
Executables: usr/bin/gpg-agent=456184
Bulk: usr/share/doc/gpg-agent=50779 usr/lib/gnupg=368760

Package: gpg-wks-client
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 258
Architecture: amd64
Multi-Arch: foreign
Depends: dirmngr (= 2.4.7-21+deb13u1+b5), gpg (= 2.4.7-21+deb13u1+b5), gpg-agent (= 2.4.7-21+deb13u1+b5), libassuan9 (>= 2.5.0), libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.48)
Recommends: gnupg (= 2.4.7-21+deb13u1)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - Web Key Service client
Executables: usr/bin/gpg-wks-client=220528
Bulk: usr/share/doc/gpg-wks-client=27420

Package: gpg
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 1594
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.4.7-21+deb13u1+b5), init-system-helpers (>= 1.52), libassuan9 (>= 2.5.1), libbz2-1.0, libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.49), libksba8 (>= 1.6.3), libnpth0t64 (>= 1.2), libreadline8t64 (>= 6.0), libsqlite3-0 (>= 3.14.0), zlib1g (>= 1:1.1.4)
Recommends: gnupg (= 2.4.7-21+deb13u1)
Provides: keyboxd (= 2.4.7-21+deb13u1+b5)
Breaks: gnupg (<< 2.1.21-4), keyboxd (<< 2.4.7-4)
Replaces: gnupg (<< 2.1.21-4), keyboxd (<< 2.4.7-4)
Homepage: https://www.gnupg.org/
Description: GNU Privacy Guard -- minimalist public key operations
Executables: usr/bin/gpg=1230080
Bulk: usr/share/doc/gpg=26594 usr/lib/gnupg=290288 usr/share/man=58727

Package: gpgconf
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 371
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan9 (>= 2.5.0), libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.48), libreadline8t64 (>= 6.0)
Breaks: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Replaces: gnupg (<< 2.1.21-4), gnupg-agent (<< 2.1.21-4)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - core configuration utilities
Executables: usr/bin/gpg-connect-agent=142608 usr/bin/gpgconf=171560
Bulk: usr/share/doc/gpgconf=45016

Package: gpgsm
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: optional
Section: utils
Installed-Size: 664
Architecture: amd64
Multi-Arch: foreign
Depends: gpgconf (= 2.4.7-21+deb13u1+b5), libassuan9 (>= 2.5.0), libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.49), libksba8 (>= 1.6.3), libnpth0t64 (>= 1.2), libreadline8t64 (>= 6.0)
Recommends: gnupg (= 2.4.7-21+deb13u1)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - S/MIME version
Executables: usr/bin/gpgsm=628040
Bulk: usr/share/doc/gpgsm=38081

Package: gpgv
Source: gnupg2 (2.4.7-21+deb13u1)
Version: 2.4.7-21+deb13u1+b5
Priority: important
Section: utils
Installed-Size: 560
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.38), libgcrypt20 (>= 1.11.0), libgpg-error0 (>= 1.49), zlib1g (>= 1:1.1.4)
Suggests: gnupg
Breaks: python-debian (<< 0.1.29)
Homepage: https://www.gnupg.org/
Description: GNU privacy guard - signature verification tool
Executables: usr/bin/gpgv=532840
Bulk: usr/share/doc/gpgv=26904

Package: iproute2
Version: 6.15.0-1
Priority: important
Section: net
Installed-Size: 3774
Architecture: amd64
Multi-Arch: foreign
Depends: debconf (>= 0.5) | debconf-2.0, libbpf1 (>= 1:0.6.0), libc6 (>= 2.38), libcap2 (>= 1:2.10), libdb5.3t64, libelf1t64 (>= 0.131), libmnl0 (>= 1.0.3-4~), libselinux1 (>= 3.1~), libtirpc3t64 (>= 1.0.2), libxtables12 (>= 1.6.0+snapshot20161117), libcap2-bin
Suggests: python3:any
Provides: arpd
Conflicts: arpd
Breaks: iproute2-doc
Replaces: iproute2-doc
Homepage: https://wiki.linuxfoundation.org/networking/iproute2
Description: networking and traffic control tools
Executables: usr/bin/ip=721912 usr/bin/lnstat=27304 usr/bin/nstat=117272 usr/bin/rdma=203440 usr/bin/routel=1658 usr/bin/ss=211968 usr/sbin/arpd=113208 usr/sbin/bridge=174712 usr/sbin/dcb=174768 usr/sbin/devlink=244784 usr/sbin/genl=129624 usr/sbin/rtacct=117280 usr/sbin/rtmon=121368 usr/sbin/tc=593608 usr/sbin/tipc=174768 usr/sbin/vdpa=125680
Links: usr/bin/ctstat>lnstat usr/bin/rtstat>lnstat usr/sbin/ip>../bin/ip
Bulk: usr/share/doc/iproute2=22678 usr/lib/x86_64-linux-gnu=93826 usr/share/bash-completion=53896 usr/share/man=297866

Package: iputils-ping
Source: iputils
Version: 3:20240905-3
Priority: important
Section: net
Installed-Size: 187
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libcap2 (>= 1:2.10), libidn2-0 (>= 0.6)
Recommends: linux-sysctl-defaults
Provides: ping
Homepage: https://github.com/iputils/iputils/
Description: Tools to test the reachability of network hosts
Executables: usr/bin/ping=156136
Links: usr/bin/ping4>ping usr/bin/ping6>ping
Bulk: usr/share/doc/iputils-ping=19647

Package: jq
Version: 1.7.1-6+deb13u4
Priority: optional
Section: utils
Installed-Size: 125
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libjq1 (= 1.7.1-6+deb13u4)
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor
Executables: usr/bin/jq=30800
Bulk: usr/share/doc/jq=46228 usr/share/man=36099

Package: krb5-locales
Source: krb5
Version: 1.21.3-5+deb13u1
Priority: optional
Section: localization
Installed-Size: 584
Architecture: all
Multi-Arch: foreign
Homepage: https://web.mit.edu/kerberos/
Description: internationalization support for MIT Kerberos
Bulk: usr/share/doc/krb5-locales=67443 usr/share/locale=514561

Package: less
Version: 668-1
Priority: important
Section: text
Installed-Size: 376
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Homepage: http://www.greenwoodsoftware.com/less/
Description: pager program similar to more
Executables: usr/bin/less=249376 usr/bin/lessecho=14584 usr/bin/lesskey=26944 usr/bin/lesspipe=9047
Links: usr/bin/lessfile>lesspipe
Bulk: usr/share/doc/less=23712 usr/share/man=36395

Package: libapparmor1
Source: apparmor
Version: 4.1.0-1
Priority: optional
Section: libs
Installed-Size: 115
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: libapparmor-perl (<< 3.0.3-3)
Replaces: libapparmor-perl (<< 3.0.3-3)
Homepage: https://apparmor.net/
Description: changehat AppArmor library
Libraries: usr/lib/x86_64-linux-gnu/libapparmor.so.1.24.2=84728
Links: usr/lib/x86_64-linux-gnu/libapparmor.so.1>libapparmor.so.1.24.2
Bulk: usr/share/doc/libapparmor1=16632

Package: libassuan9
Source: libassuan
Version: 3.0.2-2
Priority: optional
Section: libs
Installed-Size: 136
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgpg-error0 (>= 1.33)
Homepage: https://www.gnupg.org/related_software/libassuan/index.html
Description: IPC library for the GnuPG components
Libraries: usr/lib/x86_64-linux-gnu/libassuan.so.9.0.2=84120
Links: usr/lib/x86_64-linux-gnu/libassuan.so.9>libassuan.so.9.0.2
Bulk: usr/share/doc/libassuan9=35993

Package: libbpf1
Source: libbpf (1.5.0-3)
Version: 1:1.5.0-3
Priority: optional
Section: libs
Installed-Size: 452
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libelf1t64 (>= 0.144), zlib1g (>= 1:1.2.3.3)
Description: eBPF helper library (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libbpf.so.1.5.0=423952
Links: usr/lib/x86_64-linux-gnu/libbpf.so.1>libbpf.so.1.5.0
Bulk: usr/share/doc/libbpf1=9583

Package: libbrotli1
Source: brotli
Version: 1.1.0-2+deb13u1
Priority: optional
Section: libs
Installed-Size: 865
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.29)
Homepage: https://github.com/google/brotli
Description: library implementing brotli encoder and decoder (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1.1.0=141496 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1.1.0=51376 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1.1.0=666280
Links: usr/lib/x86_64-linux-gnu/libbrotlicommon.so.1>libbrotlicommon.so.1.1.0 usr/lib/x86_64-linux-gnu/libbrotlidec.so.1>libbrotlidec.so.1.1.0 usr/lib/x86_64-linux-gnu/libbrotlienc.so.1>libbrotlienc.so.1.1.0
Bulk: usr/share/doc/libbrotli1=4666

Package: libcap2-bin
Source: libcap2 (1:2.75-10+deb13u1)
Version: 1:2.75-10+deb13u1+b3
Priority: important
Section: utils
Installed-Size: 132
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libcap2 (>= 1:2.63)
Recommends: libpam-cap
Breaks: libcap-bin
Replaces: libcap-bin
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (utilities)
Executables: usr/sbin/capsh=54600 usr/sbin/getcap=14576 usr/sbin/getpcaps=14576 usr/sbin/setcap=14576
Bulk: usr/share/doc/libcap2-bin=16809

Package: libcom-err2
Source: e2fsprogs (1.47.2-3)
Version: 1.47.2-3+b12
Priority: optional
Section: libs
Installed-Size: 64
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Provides: libcom-err2t64 (= 1.47.2-3+b12), libcomerr2 (= 1.47.2-3+b12)
Breaks: libcom-err2t64 (<< 1.47.0-2.4~exp1~), libcomerr2 (<< 1.43.9-1~)
Replaces: libcom-err2t64, libcomerr2 (<< 1.43.9-1~)
Homepage: http://e2fsprogs.sourceforge.net
Description: common error description library
Libraries: usr/lib/x86_64-linux-gnu/libcom_err.so.2.1=18344
Links: usr/lib/x86_64-linux-gnu/libcom_err.so.2>libcom_err.so.2.1
Bulk: usr/share/doc/libcom-err2=33422

Package: libcurl4t64
Source: curl
Version: 8.14.1-2+deb13u7
Priority: optional
Section: libs
Installed-Size: 1013
Architecture: amd64
Multi-Arch: same
Depends: libbrotli1 (>= 0.6.0), libc6 (>= 2.38), libgssapi-krb5-2 (>= 1.17), libidn2-0 (>= 2.0.0), libldap2 (>= 2.6.2), libnghttp2-14 (>= 1.50.0), libnghttp3-9 (>= 0.15.0), libpsl5t64 (>= 0.16.0), librtmp1 (>= 2.3), libssh2-1t64 (>= 1.11.1), libssl3t64 (>= 3.3.0), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.2.3.4)
Recommends: ca-certificates
Provides: libcurl4 (= 8.14.1-2+deb13u7)
Conflicts: libcurl3
Breaks: libcurl4 (<< 8.14.1-2+deb13u7)
Replaces: libcurl3, libcurl4
Homepage: https://curl.se/
Description: easy-to-use client-side URL transfer library (OpenSSL flavour)
Libraries: usr/lib/x86_64-linux-gnu/libcurl.so.4.8.0=983720
Links: usr/lib/x86_64-linux-gnu/libcurl.so.4>libcurl.so.4.8.0
Bulk: usr/share/doc/libcurl4t64=36125

Package: libedit2
Source: libedit
Version: 3.1-20250104-1
Priority: optional
Section: libs
Installed-Size: 262
Architecture: amd64
Multi-Arch: same
Depends: libbsd0 (>= 0.1.3), libc6 (>= 2.38), libtinfo6 (>= 6)
Replaces: libedit-dev (<< 3.1-20180525-2~)
Homepage: https://www.thrysoee.dk/editline/
Description: BSD editline and history libraries
Libraries: usr/lib/x86_64-linux-gnu/libedit.so.2.0.75=220752
Links: usr/lib/x86_64-linux-gnu/libedit.so.2>libedit.so.2.0.75
Bulk: usr/share/doc/libedit2=17971

Package: libelf1t64
Source: elfutils
Version: 0.192-4
Priority: optional
Section: libs
Installed-Size: 1228
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libzstd1 (>= 1.5.5), zlib1g (>= 1:1.1.4)
Provides: libelf1 (= 0.192-4)
Breaks: libelf1 (<< 0.192-4)
Replaces: libelf1
Homepage: https://sourceware.org/elfutils/
Description: library to read and write ELF files
Libraries: usr/lib/x86_64-linux-gnu/libelf-0.192.so=117352
Links: usr/lib/x86_64-linux-gnu/libelf.so.1>libelf-0.192.so
Bulk: usr/share/doc/libelf1t64=21190 usr/share/locale=1082581

Package: libffi8
Source: libffi
Version: 3.4.8-2
Priority: optional
Section: libs
Installed-Size: 72
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Provides: libffi8ubuntu1 (= 3.4.8-2)
Breaks: libffi8ubuntu1 (<< 3.4.2-1)
Replaces: libffi8ubuntu1 (<< 3.4.2-1)
Homepage: https://sourceware.org/libffi/
Description: Foreign Function Interface library runtime
Libraries: usr/lib/x86_64-linux-gnu/libffi.so.8.1.4=47576
Links: usr/lib/x86_64-linux-gnu/libffi.so.8>libffi.so.8.1.4
Bulk: usr/share/doc/libffi8=11909

Package: libfstrm0
Source: fstrm (0.6.1-1)
Version: 0.6.1-1+b3
Priority: optional
Section: libs
Installed-Size: 71
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Homepage: https://github.com/farsightsec/fstrm
Description: Frame Streams (fstrm) library
Libraries: usr/lib/x86_64-linux-gnu/libfstrm.so.0.1.0=47096
Links: usr/lib/x86_64-linux-gnu/libfstrm.so.0>libfstrm.so.0.1.0
Bulk: usr/share/doc/libfstrm0=8409

Package: libgcrypt20
Version: 1.11.0-7+deb13u1
Priority: optional
Section: libs
Installed-Size: 1999
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgpg-error0 (>= 1.50)
Suggests: rng-tools
Homepage: https://gnupg.org/software/libgcrypt/
Description: LGPL Crypto library - runtime library
Libraries: usr/lib/x86_64-linux-gnu/libgcrypt.so.20.5.0=1689752
Links: usr/lib/x86_64-linux-gnu/libgcrypt.so.20>libgcrypt.so.20.5.0
Bulk: usr/share/doc/libgcrypt20=328715

Package: libgdbm-compat4t64
Source: gdbm
Version: 1.24-2
Priority: optional
Section: libs
Installed-Size: 75
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33), libgdbm6t64 (>= 1.16)
Provides: libgdbm-compat4 (= 1.24-2)
Breaks: libgdbm-compat4 (<< 1.24-2)
Replaces: libgdbm-compat4
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (legacy support runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4.0.0=14176
Links: usr/lib/x86_64-linux-gnu/libgdbm_compat.so.4>libgdbm_compat.so.4.0.0
Bulk: usr/share/doc/libgdbm-compat4t64=46004

Package: libgdbm6t64
Source: gdbm
Version: 1.24-2
Priority: optional
Section: libs
Installed-Size: 138
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Suggests: gdbm-l10n (= 1.24-2)
Provides: libgdbm6 (= 1.24-2)
Breaks: libgdbm6 (<< 1.24-2)
Replaces: libgdbm6
Homepage: https://gnu.org/software/gdbm
Description: GNU dbm database routines (runtime version) 
Libraries: usr/lib/x86_64-linux-gnu/libgdbm.so.6.0.0=75800
Links: usr/lib/x86_64-linux-gnu/libgdbm.so.6>libgdbm.so.6.0.0
Bulk: usr/share/doc/libgdbm6t64=45990

Package: libgnutls30t64
Source: gnutls28
Version: 3.8.9-3+deb13u4
Priority: optional
Section: libs
Installed-Size: 3504
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgmp10 (>= 2:6.3.0+dfsg), libhogweed6t64 (>= 3.10), libidn2-0 (>= 2.0.0), libnettle8t64 (>= 3.10), libp11-kit0 (>= 0.25.1), libtasn1-6 (>= 4.14), libunistring5 (>= 1.1)
Suggests: gnutls-bin
Provides: libgnutls30 (= 3.8.9-3+deb13u4)
Breaks: libgnutls30 (<< 3.8.9-3+deb13u4)
Replaces: libgnutls30
Homepage: https://www.gnutls.org/
Description: GNU TLS library - main runtime library
Libraries: usr/lib/x86_64-linux-gnu/libgnutls.so.30.40.3=2246712
Links: usr/lib/x86_64-linux-gnu/libgnutls.so.30>libgnutls.so.30.40.3
Bulk: usr/share/doc/libgnutls30t64=596489 usr/share/locale=611634

Package: libgpg-error-l10n
Source: libgpg-error
Version: 1.51-4
Priority: optional
Section: localization
Installed-Size: 635
Architecture: all
Multi-Arch: foreign
Breaks: libgpg-error0 (<< 1.32-1.1~)
Replaces: libgpg-error0 (<< 1.32-1.1~)
Homepage: https://www.gnupg.org/related_software/libgpg-error/
Description: library of error values and messages in GnuPG (localization files)
Bulk: usr/share/doc/libgpg-error-l10n=21765 usr/share/locale=566310

Package: libgpg-error0
Source: libgpg-error
Version: 1.51-4
Priority: optional
Section: libs
Installed-Size: 208
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Recommends: libgpg-error-l10n
Homepage: https://www.gnupg.org/related_software/libgpg-error/
Description: GnuPG development runtime library
Libraries: usr/lib/x86_64-linux-gnu/libgpg-error.so.0.38.0=170056
Links: usr/lib/x86_64-linux-gnu/libgpg-error.so.0>libgpg-error.so.0.38.0
Bulk: usr/share/doc/libgpg-error0=21763

Package: libgpm2
Source: gpm (1.20.7-11)
Version: 1.20.7-11+b2
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Suggests: gpm
Homepage: https://nico.schottelius.org/software/gpm/
Description: General Purpose Mouse - shared library
Libraries: usr/lib/x86_64-linux-gnu/libgpm.so.2=26552
Bulk: usr/share/doc/libgpm2=5212

Package: libgssapi-krb5-2
Source: krb5
Version: 1.21.3-5+deb13u1
Priority: optional
Section: libs
Installed-Size: 434
Architecture: amd64
Multi-Arch: same
Depends: libkrb5-3 (= 1.21.3-5+deb13u1), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkrb5support0 (= 1.21.3-5+deb13u1)
Suggests: krb5-doc, krb5-user
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism
Libraries: usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2.2=346904
Links: usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2>libgssapi_krb5.so.2.2
Bulk: usr/share/doc/libgssapi-krb5-2=67503

Package: libidn2-0
Source: libidn2
Version: 2.3.8-2
Priority: optional
Section: libs
Installed-Size: 446
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libunistring5 (>= 1.1)
Homepage: https://www.gnu.org/software/libidn/#libidn2
Description: Internationalized domain names (IDNA2008/TR46) library
Libraries: usr/lib/x86_64-linux-gnu/libidn2.so.0.4.0=202872
Links: usr/lib/x86_64-linux-gnu/libidn2.so.0>libidn2.so.0.4.0
Bulk: usr/share/doc/libidn2-0=17896 usr/share/locale=149411

Package: libjemalloc2
Source: jemalloc
Version: 5.3.0-3
Priority: optional
Section: libs
Installed-Size: 876
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgcc-s1 (>= 3.3), libstdc++6 (>= 4.4)
Homepage: https://jemalloc.net/
Description: general-purpose scalable concurrent malloc(3) implementation
Libraries: usr/lib/x86_64-linux-gnu/libjemalloc.so.2=843416
Bulk: usr/share/doc/libjemalloc2=38661

Package: libjq1
Source: jq
Version: 1.7.1-6+deb13u4
Priority: optional
Section: utils
Installed-Size: 439
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.39), libonig5 (>= 6.8.1)
Homepage: https://jqlang.github.io/jq
Description: lightweight and flexible command-line JSON processor - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjq.so.1.0.4=395376
Links: usr/lib/x86_64-linux-gnu/libjq.so.1>libjq.so.1.0.4
Bulk: usr/share/doc/libjq1=34904

Package: libjson-c5
Source: json-c
Version: 0.18+ds-1
Priority: optional
Section: libs
Installed-Size: 112
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Homepage: https://github.com/json-c/json-c/wiki
Description: JSON manipulation library - shared library
Libraries: usr/lib/x86_64-linux-gnu/libjson-c.so.5.4.0=76024
Links: usr/lib/x86_64-linux-gnu/libjson-c.so.5>libjson-c.so.5.4.0
Bulk: usr/share/doc/libjson-c5=17400

Package: libk5crypto3
Source: krb5
Version: 1.21.3-5+deb13u1
Priority: optional
Section: libs
Installed-Size: 266
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libkrb5support0 (= 1.21.3-5+deb13u1)
Suggests: krb5-doc, krb5-user
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Crypto Library
Libraries: usr/lib/x86_64-linux-gnu/libk5crypto.so.3.1=187144
Links: usr/lib/x86_64-linux-gnu/libk5crypto.so.3>libk5crypto.so.3.1
Bulk: usr/share/doc/libk5crypto3=67441

Package: libkeyutils1
Source: keyutils
Version: 1.6.3-6
Priority: optional
Section: libs
Installed-Size: 41
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://git.kernel.org/pub/scm/linux/kernel/git/dhowells/keyutils.git
Description: Linux Key Management Utilities (library)
Libraries: usr/lib/x86_64-linux-gnu/libkeyutils.so.1.10=22448
Links: usr/lib/x86_64-linux-gnu/libkeyutils.so.1>libkeyutils.so.1.10
Bulk: usr/share/doc/libkeyutils1=3442

Package: libkrb5-3
Source: krb5
Version: 1.21.3-5+deb13u1
Priority: optional
Section: libs
Installed-Size: 1074
Architecture: amd64
Multi-Arch: same
Depends: libkrb5support0 (= 1.21.3-5+deb13u1), libc6 (>= 2.38), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.20), libkeyutils1 (>= 1.5.9), libssl3t64 (>= 3.0.0)
Recommends: krb5-locales
Suggests: krb5-doc, krb5-user
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries
Libraries: usr/lib/x86_64-linux-gnu/libkrb5.so.3.3=883984
Links: usr/lib/x86_64-linux-gnu/libkrb5.so.3>libkrb5.so.3.3
Bulk: usr/share/doc/libkrb5-3=77539 usr/lib/x86_64-linux-gnu=85592

Package: libkrb5support0
Source: krb5
Version: 1.21.3-5+deb13u1
Priority: optional
Section: libs
Installed-Size: 137
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Breaks: krb5-admin-server (<< 1.20.1-4~), krb5-kdc (<< 1.20.1-4~), krb5-pkinit (<< 1.20.1-4~), krb5-user (<< 1.20.1-4~), libgssapi-krb5-2 (<< 1.20), libk5crypto3 (<< 1.20.1-4~), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit12 (<< 1.20.1-4~), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-10t64 (<< 1.20.1-4~), libkdb5-8 (<< 1.16), libkrb5-3 (<< 1.20.1-4~)
Homepage: https://web.mit.edu/kerberos/
Description: MIT Kerberos runtime libraries - Support library
Libraries: usr/lib/x86_64-linux-gnu/libkrb5support.so.0.1=52208
Links: usr/lib/x86_64-linux-gnu/libkrb5support.so.0>libkrb5support.so.0.1
Bulk: usr/share/doc/libkrb5support0=67573

Package: libksba8
Source: libksba (1.6.7-2)
Version: 1.6.7-2+b1
Priority: optional
Section: libs
Installed-Size: 330
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgpg-error0 (>= 1.46)
Homepage: https://www.gnupg.org/related_software/libksba/
Description: X.509 and CMS support library
Libraries: usr/lib/x86_64-linux-gnu/libksba.so.8.14.7=280592
Links: usr/lib/x86_64-linux-gnu/libksba.so.8>libksba.so.8.14.7
Bulk: usr/share/doc/libksba8=34001

Package: libldap-common
Source: openldap
Version: 2.6.10+dfsg-1
Priority: optional
Section: libs
Installed-Size: 99
Architecture: all
Multi-Arch: foreign
Homepage: https://www.openldap.org/
Description: OpenLDAP common files for libraries
Bulk: usr/share/doc/libldap-common=86367

Package: libldap2
Source: openldap
Version: 2.6.10+dfsg-1
Priority: optional
Section: libs
Installed-Size: 576
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libsasl2-2 (>= 2.1.28+dfsg1), libssl3t64 (>= 3.0.0)
Recommends: libldap-common
Homepage: https://www.openldap.org/
Description: OpenLDAP libraries
Libraries: usr/lib/x86_64-linux-gnu/liblber.so.2.0.200=63824 usr/lib/x86_64-linux-gnu/libldap.so.2.0.200=400912
Links: usr/lib/x86_64-linux-gnu/liblber.so.2>liblber.so.2.0.200 usr/lib/x86_64-linux-gnu/libldap.so.2>libldap.so.2.0.200
Bulk: usr/share/doc/libldap2=79965

Package: liblmdb0
Source: lmdb (0.9.31-1)
Version: 0.9.31-1+b2
Priority: optional
Section: libs
Installed-Size: 104
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Homepage: https://symas.com/mdb/
Description: Lightning Memory-Mapped Database shared library
Libraries: usr/lib/x86_64-linux-gnu/liblmdb.so.0.0.0=87976
Links: usr/lib/x86_64-linux-gnu/liblmdb.so.0>liblmdb.so.0.0.0
Bulk: usr/share/doc/liblmdb0=3710

Package: libmagic-mgc
Source: file
Version: 1:5.46-5
Priority: optional
Section: libs
Installed-Size: 10154
Architecture: amd64
Multi-Arch: foreign
Homepage: https://www.darwinsys.com/file/
Description: File type determination library using "magic" numbers (compiled magic file)
Bulk: usr/lib/file=10353312 usr/share/doc/libmagic-mgc=29169

Package: libmagic1t64
Source: file
Version: 1:5.46-5
Priority: optional
Section: libs
Installed-Size: 244
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.38), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.1.4), libmagic-mgc (= 1:5.46-5)
Suggests: file
Provides: libmagic1 (= 1:5.46-5)
Breaks: libmagic1 (<< 1:5.46-5)
Replaces: libmagic1
Homepage: https://www.darwinsys.com/file/
Description: Recognize the type of data in a file using "magic" numbers - library
Libraries: usr/lib/x86_64-linux-gnu/libmagic.so.1.0.0=182504
Links: usr/lib/x86_64-linux-gnu/libmagic.so.1>libmagic.so.1.0.0
Bulk: usr/share/doc/libmagic1t64=38170

Package: libmaxminddb0
Source: libmaxminddb
Version: 1.12.2-1
Priority: optional
Section: libs
Installed-Size: 57
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.33)
Suggests: mmdb-bin
Homepage: https://maxmind.github.io/libmaxminddb/
Description: IP geolocation database library
Libraries: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0.0.7=22368
Links: usr/lib/x86_64-linux-gnu/libmaxminddb.so.0>libmaxminddb.so.0.0.7
Bulk: usr/share/doc/libmaxminddb0=20698

Package: libmnl0
Source: libmnl
Version: 1.0.5-3
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://netfilter.org/projects/libmnl/
Description: minimalistic Netlink communication library
Libraries: usr/lib/x86_64-linux-gnu/libmnl.so.0.2.0=26616
Links: usr/lib/x86_64-linux-gnu/libmnl.so.0>libmnl.so.0.2.0
Bulk: usr/share/doc/libmnl0=4287

Package: libncurses6
Source: ncurses
Version: 6.5+20250216-2
Priority: optional
Section: libs
Installed-Size: 342
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.5+20250216-2), libc6 (>= 2.34)
Recommends: libgpm2
Breaks: cowdancer (<< 0.89~)
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling
Libraries: usr/lib/x86_64-linux-gnu/libform.so.6.5=73072 usr/lib/x86_64-linux-gnu/libmenu.so.6.5=43416 usr/lib/x86_64-linux-gnu/libncurses.so.6.5=169984 usr/lib/x86_64-linux-gnu/libpanel.so.6.5=22528
Links: usr/lib/x86_64-linux-gnu/libform.so.6>libform.so.6.5 usr/lib/x86_64-linux-gnu/libmenu.so.6>libmenu.so.6.5 usr/lib/x86_64-linux-gnu/libncurses.so.6>libncurses.so.6.5 usr/lib/x86_64-linux-gnu/libpanel.so.6>libpanel.so.6.5

Package: libncursesw6
Source: ncurses
Version: 6.5+20250216-2
Priority: optional
Section: libs
Installed-Size: 419
Architecture: amd64
Multi-Arch: same
Depends: libtinfo6 (= 6.5+20250216-2), libc6 (>= 2.34)
Recommends: libgpm2
Homepage: https://invisible-island.net/ncurses/
Description: shared libraries for terminal handling (wide character support)
Libraries: usr/lib/x86_64-linux-gnu/libformw.so.6.5=81296 usr/lib/x86_64-linux-gnu/libmenuw.so.6.5=43416 usr/lib/x86_64-linux-gnu/libncursesw.so.6.5=235520 usr/lib/x86_64-linux-gnu/libpanelw.so.6.5=22528
Links: usr/lib/x86_64-linux-gnu/libformw.so.6>libformw.so.6.5 usr/lib/x86_64-linux-gnu/libmenuw.so.6>libmenuw.so.6.5 usr/lib/x86_64-linux-gnu/libncursesw.so.6>libncursesw.so.6.5 usr/lib/x86_64-linux-gnu/libpanelw.so.6>libpanelw.so.6.5

Package: libnghttp2-14
Source: nghttp2
Version: 1.64.0-1.1+deb13u2
Priority: optional
Section: libs
Installed-Size: 229
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.17)
Homepage: https://nghttp2.org/
Description: library implementing HTTP/2 protocol (shared library)
Libraries: usr/lib/x86_64-linux-gnu/libnghttp2.so.14.28.3=199152
Links: usr/lib/x86_64-linux-gnu/libnghttp2.so.14>libnghttp2.so.14.28.3
Bulk: usr/share/doc/libnghttp2-14=12779

Package: libnghttp3-9
Source: nghttp3
Version: 1.8.0-1
Priority: optional
Section: libs
Installed-Size: 201
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/ngtcp2/nghttp3
Description: HTTP/3 library with QUIC and QPACK (library)
Libraries: usr/lib/x86_64-linux-gnu/libnghttp3.so.9.2.6=173392
Links: usr/lib/x86_64-linux-gnu/libnghttp3.so.9>libnghttp3.so.9.2.6
Bulk: usr/share/doc/libnghttp3-9=14612

Package: libnpth0t64
Source: npth
Version: 1.8-3
Priority: optional
Section: libs
Installed-Size: 57
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Provides: libnpth0 (= 1.8-3)
Breaks: libnpth0 (<< 1.8-3)
Replaces: libnpth0
Homepage: https://www.gnupg.org/
Description: replacement for GNU Pth using system threads
Libraries: usr/lib/x86_64-linux-gnu/libnpth.so.0.3.0=22904
Links: usr/lib/x86_64-linux-gnu/libnpth.so.0>libnpth.so.0.3.0
Bulk: usr/share/doc/libnpth0t64=16520

Package: libonig5
Source: libonig (6.9.9-1)
Version: 6.9.9-1+b1
Priority: optional
Section: libs
Installed-Size: 677
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/kkos/oniguruma
Description: regular expressions library
Libraries: usr/lib/x86_64-linux-gnu/libonig.so.5.4.0=626304
Links: usr/lib/x86_64-linux-gnu/libonig.so.5>libonig.so.5.4.0
Bulk: usr/share/doc/libonig5=40010

Package: libp11-kit0
Source: p11-kit
Version: 0.25.5-3
Priority: optional
Section: libs
Installed-Size: 1882
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libffi8 (>= 3.4)
Homepage: https://p11-glue.github.io/p11-glue/p11-kit.html
Description: library for loading and coordinating access to PKCS#11 modules - runtime
Libraries: usr/lib/x86_64-linux-gnu/libp11-kit.so.0.4.1=1705664
Links: usr/lib/x86_64-linux-gnu/libp11-kit.so.0>libp11-kit.so.0.4.1
Bulk: usr/share/doc/libp11-kit0=201036

Package: libpam-cap
Source: libcap2 (1:2.75-10+deb13u1)
Version: 1:2.75-10+deb13u1+b3
Priority: optional
Section: admin
Installed-Size: 54
Architecture: amd64
Multi-Arch: same
Depends: libpam-runtime (>= 1.1.3-2~), libc6 (>= 2.33), libcap2 (>= 1:2.63), libpam0g (>= 0.99.7.1)
Breaks: libcap2-bin (<< 1:2.66-1)
Replaces: libcap2-bin (<< 1:2.66-1)
Homepage: https://sites.google.com/site/fullycapable/
Description: POSIX 1003.1e capabilities (PAM module)
Bulk: usr/share/doc/libpam-cap=28408

Package: libperl5.40
Source: perl
Version: 5.40.1-6+deb13u1
Priority: optional
Section: libs
Installed-Size: 29322
Architecture: amd64
Multi-Arch: same
Depends: libbz2-1.0, libc6 (>= 2.38), libcrypt1 (>= 1:4.1.0), libdb5.3t64, libgdbm-compat4t64 (>= 1.18-3), libgdbm6t64 (>= 1.21), zlib1g (>= 1:1.2.3.4), perl-modules-5.40 (>= 5.40.1-6+deb13u1)
Suggests: sensible-utils
Breaks: libcompress-raw-bzip2-perl (<< 2.212), libcompress-raw-zlib-perl (<< 2.212), libcompress-zlib-perl (<< 2.212), libdigest-md5-perl (<< 2.58.01), libdigest-sha-perl (<< 6.04), libencode-perl (<< 3.21), libfilter-perl (<< 1.64), libio-compress-base-perl (<< 2.212), libio-compress-bzip2-perl (<< 2.212), libio-compress-perl (<< 2.212), libio-compress-zlib-perl (<< 2.212), libmime-base64-perl (<< 3.16.01), libstorable-perl (<< 3.32), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.40), libthreads-shared-perl (<< 1.69), libtime-hires-perl (<< 1.9777), libtime-piece-perl (<< 1.3401.01)
Replaces: libarchive-tar-perl (<= 1.38-2), libcompress-raw-bzip2-perl (<< 2.212), libcompress-raw-zlib-perl (<< 2.212), libcompress-zlib-perl (<< 2.212), libdigest-md5-perl (<< 2.58.01), libdigest-sha-perl (<< 6.04), libencode-perl (<< 3.21), libio-compress-base-perl (<< 2.212), libio-compress-bzip2-perl (<< 2.212), libio-compress-perl (<< 2.212), libio-compress-zlib-perl (<< 2.212), libmime-base64-perl (<< 3.16.01), libmodule-corelist-perl (<< 2.14-2), libstorable-perl (<< 3.32), libsys-syslog-perl (<< 0.36), libthreads-perl (<< 2.40), libthreads-shared-perl (<< 1.69), libtime-hires-perl (<< 1.9777), libtime-piece-perl (<< 1.3401.01), perl (<< 5.22.0~), perl-base (<< 5.22.0~)
Homepage: https://dev.perl.org/perl5/
Description: shared Perl library
Executables: usr/bin/cpan5.40-x86_64-linux-gnu=8381 usr/bin/perl5.40-x86_64-linux-gnu=14752
Libraries: usr/lib/x86_64-linux-gnu/libperl.so.5.40.1=3949344
Links: usr/lib/x86_64-linux-gnu/libperl.so.5.40>libperl.so.5.40.1
Bulk: usr/share/doc/libperl5.40=129858 usr/lib/x86_64-linux-gnu=25521803

Package: libproc2-0
Source: procps
Version: 2:4.0.4-9
Priority: optional
Section: libs
Installed-Size: 237
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libsystemd0
Replaces: procps (<< 1:3.3.2-1)
Homepage: https://gitlab.com/procps-ng/procps
Description: library for accessing process information from /proc
Libraries: usr/lib/x86_64-linux-gnu/libproc2.so.0.0.2=207368
Links: usr/lib/x86_64-linux-gnu/libproc2.so.0>libproc2.so.0.0.2
Bulk: usr/share/doc/libproc2-0=22031

Package: libprotobuf-c1
Source: protobuf-c
Version: 1.5.1-1
Priority: optional
Section: libs
Installed-Size: 62
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14)
Homepage: https://github.com/protobuf-c/protobuf-c
Description: Protocol Buffers C shared library (protobuf-c)
Libraries: usr/lib/x86_64-linux-gnu/libprotobuf-c.so.1.0.0=42960
Links: usr/lib/x86_64-linux-gnu/libprotobuf-c.so.1>libprotobuf-c.so.1.0.0
Bulk: usr/share/doc/libprotobuf-c1=5176

Package: libpsl5t64
Source: libpsl (0.21.2-1.1)
Version: 0.21.2-1.1+b1
Priority: optional
Section: libs
Installed-Size: 100
Architecture: amd64
Multi-Arch: same
Depends: libidn2-0 (>= 0.16), libc6 (>= 2.33), libunistring5 (>= 1.1)
Recommends: publicsuffix (>= 20150507)
Provides: libpsl5 (= 0.21.2-1.1+b1)
Breaks: libpsl5 (<< 0.21.2-1.1)
Replaces: libpsl5
Homepage: https://github.com/rockdaboot/libpsl
Description: Library for Public Suffix List (shared libraries)
Libraries: usr/lib/x86_64-linux-gnu/libpsl.so.5.3.4=75616
Links: usr/lib/x86_64-linux-gnu/libpsl.so.5>libpsl.so.5.3.4
Bulk: usr/share/doc/libpsl5t64=7796

Package: libreadline8t64
Source: readline
Version: 8.2-6
Priority: optional
Section: libs
Installed-Size: 485
Architecture: amd64
Multi-Arch: same
Depends: readline-common, libc6 (>= 2.38), libtinfo6 (>= 6)
Provides: libreadline8 (= 8.2-6)
Breaks: libreadline8 (<< 8.2-6)
Replaces: libreadline8
Homepage: https://tiswww.case.edu/php/chet/readline/rltop.html
Description: GNU readline and history libraries, run-time libraries
Libraries: usr/lib/x86_64-linux-gnu/libhistory.so.8.2=51656 usr/lib/x86_64-linux-gnu/libreadline.so.8.2=362728
Links: usr/lib/x86_64-linux-gnu/libhistory.so.8>libhistory.so.8.2 usr/lib/x86_64-linux-gnu/libreadline.so.8>libreadline.so.8.2
Bulk: usr/share/doc/libreadline8t64=37391

Package: librecode3
Source: recode
Version: 3.7.15-1
Priority: optional
Section: libs
Installed-Size: 1359
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Homepage: https://github.com/rrthomas/recode
Description: Shared library on which recode is based
Libraries: usr/lib/x86_64-linux-gnu/librecode.so.3.7.15=1355440
Links: usr/lib/x86_64-linux-gnu/librecode.so.3>librecode.so.3.7.15
Bulk: usr/share/doc/librecode3=22124

Package: librtmp1
Source: rtmpdump (2.4+20151223.gitfa8646d.1-2)
Version: 2.4+20151223.gitfa8646d.1-2+b5
Priority: optional
Section: libs
Installed-Size: 144
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34), libgmp10 (>= 2:6.3.0+dfsg), libgnutls30t64 (>= 3.8.1), libhogweed6t64, libnettle8t64, zlib1g (>= 1:1.1.4)
Homepage: http://rtmpdump.mplayerhq.hu/
Description: toolkit for RTMP streams (shared library)
Libraries: usr/lib/x86_64-linux-gnu/librtmp.so.1=122256
Bulk: usr/share/doc/librtmp1=8130

Package: libsasl2-2
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Priority: optional
Section: libs
Installed-Size: 156
Architecture: amd64
Multi-Arch: same
Depends: libsasl2-modules-db (>= 2.1.28+dfsg1-9), libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Recommends: libsasl2-modules (>= 2.1.28+dfsg1-9)
Replaces: libsasl2
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - authentication abstraction library
Libraries: usr/lib/x86_64-linux-gnu/libsasl2.so.2.0.25=109232
Links: usr/lib/x86_64-linux-gnu/libsasl2.so.2>libsasl2.so.2.0.25
Bulk: usr/share/doc/libsasl2-2=33429

Package: libsasl2-modules-db
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Priority: optional
Section: libs
Installed-Size: 70
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.14), libdb5.3t64
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules (DB)
Bulk: usr/lib/x86_64-linux-gnu=30632 usr/share/doc/libsasl2-modules-db=28273

Package: libsasl2-modules
Source: cyrus-sasl2
Version: 2.1.28+dfsg1-9
Priority: optional
Section: libs
Installed-Size: 282
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libssl3t64 (>= 3.0.0)
Suggests: libsasl2-modules-gssapi-mit | libsasl2-modules-gssapi-heimdal, libsasl2-modules-ldap, libsasl2-modules-otp, libsasl2-modules-sql
Breaks: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Replaces: libsasl2-modules-gssapi-mit (<< 2.1.28+dfsg-4)
Homepage: https://www.cyrusimap.org/sasl/
Description: Cyrus SASL - pluggable authentication modules
Bulk: usr/lib/x86_64-linux-gnu=226232 usr/share/doc/libsasl2-modules=28271

Package: libssh2-1t64
Source: libssh2
Version: 1.11.1-1+deb13u2
Priority: optional
Section: libs
Installed-Size: 441
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.25), libssl3t64 (>= 3.0.0), zlib1g (>= 1:1.1.4)
Provides: libssh2-1 (= 1.11.1-1+deb13u2)
Breaks: libssh2-1 (<< 1.11.1-1+deb13u2)
Replaces: libssh2-1
Homepage: https://libssh2.org/
Description: SSH2 client-side library
Libraries: usr/lib/x86_64-linux-gnu/libssh2.so.1.0.1=297472
Links: usr/lib/x86_64-linux-gnu/libssh2.so.1>libssh2.so.1.0.1
Bulk: usr/share/doc/libssh2-1t64=133923

Package: libtasn1-6
Version: 4.20.0-2+deb13u1
Priority: optional
Section: libs
Installed-Size: 122
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Homepage: https://www.gnu.org/software/libtasn1/
Description: Manage ASN.1 structures (runtime)
Libraries: usr/lib/x86_64-linux-gnu/libtasn1.so.6.6.4=88064
Links: usr/lib/x86_64-linux-gnu/libtasn1.so.6>libtasn1.so.6.6.4
Bulk: usr/share/doc/libtasn1-6=19166

Package: libtext-charwidth-perl
Source: libtext-charwidth-perl (0.04-11)
Version: 0.04-11+b4
Priority: required
Section: perl
Installed-Size: 42
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.4), perl-base (>= 5.40.0-6), perlapi-5.40.0
Homepage: https://metacpan.org/release/Text-CharWidth
Description: get display widths of characters on the terminal
Bulk: usr/share/doc/libtext-charwidth-perl=22597

Package: libtirpc-common
Source: libtirpc
Version: 1.3.6+ds-1
Priority: optional
Section: libs
Installed-Size: 32
Architecture: all
Multi-Arch: foreign
Breaks: libtirpc1, libtirpc3t64 (<< 1.1.4-0.1~)
Replaces: libtirpc1, libtirpc3t64 (<< 1.1.4-0.1~)
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library - common files
Bulk: usr/share/doc/libtirpc-common=19875

Package: libtirpc3t64
Source: libtirpc
Version: 1.3.6+ds-1
Priority: optional
Section: libs
Installed-Size: 236
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.6+ds-1)
Provides: libtirpc3 (= 1.3.6+ds-1)
Breaks: libtirpc3 (<< 1.3.6+ds-1), nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7)
Replaces: libtirpc3
Homepage: http://sourceforge.net/projects/libtirpc
Description: transport-independent RPC library
Libraries: usr/lib/x86_64-linux-gnu/libtirpc.so.3.0.0=195024
Links: usr/lib/x86_64-linux-gnu/libtirpc.so.3>libtirpc.so.3.0.0
Bulk: usr/share/doc/libtirpc3t64=17973

Package: libunistring5
Source: libunistring
Version: 1.3-2
Priority: optional
Section: libs
Installed-Size: 2092
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://www.gnu.org/software/libunistring/
Description: Unicode string library for C
Libraries: usr/lib/x86_64-linux-gnu/libunistring.so.5.2.0=1996840
Links: usr/lib/x86_64-linux-gnu/libunistring.so.5>libunistring.so.5.2.0
Bulk: usr/share/doc/libunistring5=108185

Package: liburcu8t64
Source: liburcu
Version: 0.15.2-2
Priority: optional
Section: libs
Installed-Size: 363
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Provides: liburcu8 (= 0.15.2-2)
Breaks: liburcu8 (<< 0.15.2-2)
Replaces: liburcu8
Homepage: https://liburcu.org/
Description: userspace RCU (read-copy-update) library
Libraries: usr/lib/x86_64-linux-gnu/liburcu-bp.so.8.1.0=47560 usr/lib/x86_64-linux-gnu/liburcu-cds.so.8.1.0=47296 usr/lib/x86_64-linux-gnu/liburcu-common.so.8.1.0=26616 usr/lib/x86_64-linux-gnu/liburcu-mb.so.8.1.0=39480 usr/lib/x86_64-linux-gnu/liburcu-memb.so.8.1.0=39480 usr/lib/x86_64-linux-gnu/liburcu-qsbr.so.8.1.0=39480 usr/lib/x86_64-linux-gnu/liburcu.so.8.1.0=39480
Links: usr/lib/x86_64-linux-gnu/liburcu-bp.so.8>liburcu-bp.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu-cds.so.8>liburcu-cds.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu-common.so.8>liburcu-common.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu-mb.so.8>liburcu-mb.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu-memb.so.8>liburcu-memb.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu-qsbr.so.8>liburcu-qsbr.so.8.1.0 usr/lib/x86_64-linux-gnu/liburcu.so.8>liburcu.so.8.1.0
Bulk: usr/share/doc/liburcu8t64=56372

Package: libuv1t64
Source: libuv1
Version: 1.50.0-2
Priority: optional
Section: libs
Installed-Size: 321
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38)
Provides: libuv1 (= 1.50.0-2)
Breaks: libuv1 (<< 1.48.0-1.1)
Replaces: libuv1
Homepage: https://github.com/libuv/libuv
Description: asynchronous event notification library - runtime library
Libraries: usr/lib/x86_64-linux-gnu/libuv.so.1.0.0=213424
Links: usr/lib/x86_64-linux-gnu/libuv.so.1>libuv.so.1.0.0
Bulk: usr/share/doc/libuv1t64=92367

Package: libxml2
Version: 2.12.7+dfsg+really2.9.14-2.1+deb13u3
Priority: optional
Section: libs
Installed-Size: 1916
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.38), liblzma5 (>= 5.1.1alpha+20120614), zlib1g (>= 1:1.2.3.4)
Conflicts: w3c-dtd-xhtml
Homepage: http://xmlsoft.org
Description: GNOME XML library
Libraries: usr/lib/x86_64-linux-gnu/libxml2.so.2.9.14=1799256
Links: usr/lib/x86_64-linux-gnu/libxml2.so.2>libxml2.so.2.9.14
Bulk: usr/share/doc/libxml2=70186

Package: libxtables12
Source: iptables
Version: 1.8.11-2
Priority: optional
Section: libs
Installed-Size: 101
Architecture: amd64
Multi-Arch: same
Depends: libc6 (>= 2.34)
Homepage: https://www.netfilter.org/
Description: netfilter xtables library
Libraries: usr/lib/x86_64-linux-gnu/libxtables.so.12.7.0=67504
Links: usr/lib/x86_64-linux-gnu/libxtables.so.12>libxtables.so.12.7.0
Bulk: usr/share/doc/libxtables12=17691

Package: linux-sysctl-defaults
Source: linux-base
Version: 4.12.1
Priority: important
Section: kernel
Installed-Size: 19
Architecture: all
Multi-Arch: foreign
Description: default sysctl configuration for Linux
Bulk: usr/share/doc/linux-sysctl-defaults=8810

Package: nano
Version: 8.4-1+deb13u1
Priority: important
Section: editors
Installed-Size: 2839
Architecture: amd64
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: hunspell
Conflicts: pico
Breaks: nano-tiny (<< 2.8.6-2)
Replaces: nano-tiny (<< 2.8.6-2), pico
Homepage: https://www.nano-editor.org/
Description: small, friendly text editor inspired by Pico
Executables: usr/bin/nano=303960
Links: usr/bin/rnano>nano
Bulk: usr/share/doc/nano=245724 usr/share/info=23460 usr/share/locale=2097854 usr/share/man=22535 usr/share/nano=55107

Package: net-tools
Version: 2.10-1.3
Priority: important
Section: net
Installed-Size: 988
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libselinux1 (>= 3.1~)
Homepage: http://sourceforge.net/projects/net-tools/
Description: NET-3 networking toolkit
Executables: usr/bin/netstat=159400 usr/sbin/arp=67720 usr/sbin/ifconfig=83976 usr/sbin/ipmaddr=19008 usr/sbin/iptunnel=27192 usr/sbin/mii-tool=27728 usr/sbin/nameif=15000 usr/sbin/plipconfig=14824 usr/sbin/rarp=38024 usr/sbin/route=70832 usr/sbin/slattach=46280
Bulk: usr/share/doc/net-tools=5822 usr/share/locale=299719 usr/share/man=72301

Package: netbase
Version: 6.5
Priority: important
Section: admin
Installed-Size: 35
Architecture: all
Multi-Arch: foreign
Breaks: ebtables (<< 2.0.11-2)
Replaces: ebtables (<< 2.0.11-2)
Description: Basic TCP/IP networking system
Bulk: usr/share/doc/netbase=22616

Package: netcat-openbsd
Version: 1.229-1
Priority: important
Section: net
Installed-Size: 109
Architecture: amd64
Depends: libbsd0 (>= 0.2.0), libc6 (>= 2.38)
Provides: netcat
Description: TCP/IP swiss army knife
Executables: usr/bin/nc.openbsd=43592
Bulk: usr/share/doc/netcat-openbsd=44390

Package: openssl
Version: 3.5.9-1~deb13u1
Priority: optional
Section: utils
Installed-Size: 2523
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), libssl3t64 (>= 3.5.0)
Suggests: ca-certificates
Homepage: https://openssl-library.org
Description: Secure Sockets Layer toolkit - cryptographic utility
Executables: usr/bin/c_rehash=6919 usr/bin/openssl=1103272
Bulk: usr/share/doc/openssl=349644 usr/lib/ssl=20139 usr/share/man=817412

Package: perl-modules-5.40
Source: perl
Version: 5.40.1-6+deb13u1
Priority: optional
Section: libs
Installed-Size: 19993
Architecture: all
Multi-Arch: foreign
Depends: perl-base (>= 5.40.1-1)
Recommends: perl (>= 5.40.1-1)
Provides: perl-modules
Conflicts: perl-modules (<< 5.22.0~)
Breaks: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 3.02.001), libattribute-handlers-perl (<< 1.03), libautodie-perl (<< 2.37), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.143), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.20), libexperimental-perl (<< 0.032), libextutils-cbuilder-perl (<< 0.280240), libextutils-command-perl (<< 7.70), libextutils-install-perl (<< 2.22), libextutils-parsexs-perl (<< 3.510000), libfile-spec-perl (<< 3.9100), libhttp-tiny-perl (<< 0.088), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.15), libjson-pp-perl (<< 4.16000), liblocale-maketext-perl (<< 1.33), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 2.003002), libmath-complex-perl (<< 1.6200), libmodule-corelist-perl (<< 5.20250118.40), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000038), libnet-perl (<< 1:3.15), libnet-ping-perl (<< 2.76), libparams-check-perl (<< 0.38), libparent-perl (<< 0.241), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.45), libterm-table-perl (<< 0.018), libtest-harness-perl (<< 3.48), libtest-simple-perl (<< 1.302199), libtest-tester-perl (<< 1.302199), libtest-use-ok-perl (<< 1.302199), libtest2-suite-perl (<< 0.000162), libtext-balanced-perl (<< 2.06), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3500), libunicode-collate-perl (<< 1.31), libversion-perl (<< 1:0.9930), maildirsync (<< 1.2-2.1), perl (<< 5.40.1~), podlators-perl (<< 5.01.02)
Replaces: libansicolor-perl (<< 5.01), libarchive-tar-perl (<< 3.02.001), libattribute-handlers-perl (<< 1.03), libautodie-perl (<< 2.37), libcpan-meta-perl (<< 2.150010), libcpan-meta-requirements-perl (<< 2.143), libcpan-meta-yaml-perl (<< 0.018), libdigest-perl (<< 1.20), libexperimental-perl (<< 0.032), libextutils-cbuilder-perl (<< 0.280240), libextutils-command-perl (<< 7.70), libextutils-install-perl (<< 2.22), libextutils-parsexs-perl (<< 3.510000), libfile-spec-perl (<< 3.9100), libhttp-tiny-perl (<< 0.088), libi18n-langtags-perl (<< 0.45), libio-zlib-perl (<< 1.15), libjson-pp-perl (<< 4.16000), liblocale-maketext-perl (<< 1.33), liblocale-maketext-simple-perl (<< 0.21.01), libmath-bigint-perl (<< 2.003002), libmath-complex-perl (<< 1.6200), libmodule-corelist-perl (<< 5.20250118.40), libmodule-load-conditional-perl (<< 0.74), libmodule-load-perl (<< 0.36), libmodule-metadata-perl (<< 1.000038), libnet-perl (<< 1:3.15), libnet-ping-perl (<< 2.76), libparams-check-perl (<< 0.38), libparent-perl (<< 0.241), libparse-cpan-meta-perl (<< 2.150010), libperl-ostype-perl (<< 1.010), libpod-escapes-perl (<< 1.07), libpod-simple-perl (<< 3.45), libterm-table-perl (<< 0.018), libtest-harness-perl (<< 3.48), libtest-simple-perl (<< 1.302199), libtest-tester-perl (<< 1.302199), libtest-use-ok-perl (<< 1.302199), libtest2-suite-perl (<< 0.000162), libtext-balanced-perl (<< 2.06), libthread-queue-perl (<< 3.14), libtime-local-perl (<< 1.3500), libunicode-collate-perl (<< 1.31), libversion-perl (<< 1:0.9930), perl-base (<< 5.22.0~), perl-modules, podlators-perl (<< 5.01.02)
Homepage: https://dev.perl.org/perl5/
Description: Core Perl modules
Bulk: usr/share/doc/perl-modules-5.40=118116 usr/share/perl=19468914

Package: perl
Version: 5.40.1-6+deb13u1
Priority: standard
Section: perl
Installed-Size: 841
Architecture: amd64
Multi-Arch: allowed
Depends: perl-base (= 5.40.1-6+deb13u1), perl-modules-5.40 (>= 5.40.1-6+deb13u1), libperl5.40 (= 5.40.1-6+deb13u1)
Recommends: netbase
Suggests: perl-doc, libterm-readline-gnu-perl | libterm-readline-perl-perl, make, libtap-harness-archive-perl
Provides: libansicolor-perl (= 5.01), libarchive-tar-perl (= 3.02.001), libattribute-handlers-perl (= 1.03), libautodie-perl (= 2.37), libcompress-raw-bzip2-perl (= 2.212), libcompress-raw-zlib-perl (= 2.212), libcompress-zlib-perl (= 2.212), libcpan-meta-perl (= 2.150010), libcpan-meta-requirements-perl (= 2.143), libcpan-meta-yaml-perl (= 0.018), libdigest-md5-perl (= 2.58.01), libdigest-perl (= 1.20), libdigest-sha-perl (= 6.04), libencode-perl (= 3.21), libexperimental-perl (= 0.032), libextutils-cbuilder-perl (= 0.280240), libextutils-command-perl (= 7.70), libextutils-install-perl (= 2.22), libextutils-parsexs-perl (= 3.510000), libfile-spec-perl (= 3.9100), libhttp-tiny-perl (= 0.088), libi18n-langtags-perl (= 0.45), libio-compress-base-perl (= 2.212), libio-compress-bzip2-perl (= 2.212), libio-compress-perl (= 2.212), libio-compress-zlib-perl (= 2.212), libio-zlib-perl (= 1.15), libjson-pp-perl (= 4.16000), liblocale-maketext-perl (= 1.33), liblocale-maketext-simple-perl (= 0.21.01), libmath-bigint-perl (= 2.003002), libmath-complex-perl (= 1.6200), libmime-base64-perl (= 3.16.01), libmodule-corelist-perl (= 5.20250118.40), libmodule-load-conditional-perl (= 0.74), libmodule-load-perl (= 0.36), libmodule-metadata-perl (= 1.000038), libnet-perl (= 1:3.15), libnet-ping-perl (= 2.76), libparams-check-perl (= 0.38), libparent-perl (= 0.241), libparse-cpan-meta-perl (= 2.150010), libperl-ostype-perl (= 1.010), libpod-escapes-perl (= 1.07), libpod-simple-perl (= 3.45), libstorable-perl (= 3.32), libsys-syslog-perl (= 0.36), libterm-table-perl (= 0.018), libtest-harness-perl (= 3.48), libtest-simple-perl (= 1.302199), libtest-tester-perl (= 1.302199), libtest-use-ok-perl (= 1.302199), libtext-balanced-perl (= 2.06), libthread-queue-perl (= 3.14), libthreads-perl (= 2.40), libthreads-shared-perl (= 1.69), libtime-hires-perl (= 1.9777), libtime-local-perl (= 1.3500), libtime-piece-perl (= 1.3401.01), libunicode-collate-perl (= 1.31), libversion-perl (= 1:0.9930), libversion-requirements-perl, podlators-perl (= 5.01.02)
Conflicts: libjson-pp-perl (<< 2.27200-2)
Breaks: apt-show-versions (<< 0.22.10), libdist-inkt-perl (<< 0.024-5), libmarc-charset-perl (<< 1.35-3), libperl-dev (<< 5.24.0~), perl-doc (<< 5.40.1-1), perl-modules-5.22, perl-modules-5.24, perl-modules-5.26 (<< 5.26.2-5)
Replaces: perl-base (<< 5.36.0-2), perl-modules (<< 5.22.0~)
Homepage: https://dev.perl.org/perl5/
Description: Larry Wall's Practical Extraction and Report Language
Executables: usr/bin/corelist=15375 usr/bin/cpan=8360 usr/bin/enc2xs=41953 usr/bin/encguess=3065 usr/bin/h2ph=28826 usr/bin/h2xs=60934 usr/bin/instmodsh=4373 usr/bin/json_pp=5021 usr/bin/libnetcfg=15778 usr/bin/perlbug=45593 usr/bin/perldoc=125 usr/bin/perlivp=10867 usr/bin/piconv=8360 usr/bin/pl2pm=4536 usr/bin/pod2html=4041 usr/bin/pod2man=18898 usr/bin/pod2text=13112 usr/bin/pod2usage=4107 usr/bin/podchecker=3730 usr/bin/prove=13677 usr/bin/ptar=3566 usr/bin/ptardiff=2645 usr/bin/ptargrep=4395 usr/bin/shasum=9982 usr/bin/splain=19459 usr/bin/streamzip=8061 usr/bin/xsubpp=5167 usr/bin/zipdetails=236605
Links: usr/bin/perlthanks>/usr/bin/perlbug
Bulk: usr/share/doc/perl=119783 usr/share/man=85771

Package: pinentry-curses
Source: pinentry
Version: 1.3.1-2
Priority: optional
Section: utils
Installed-Size: 150
Architecture: amd64
Multi-Arch: foreign
Depends: libassuan9 (>= 2.0.1), libc6 (>= 2.38), libgpg-error0 (>= 1.14), libncursesw6 (>= 6), libtinfo6 (>= 6)
Suggests: pinentry-doc
Provides: pinentry
Homepage: https://www.gnupg.org/related_software/pinentry/
Description: curses-based PIN or pass-phrase entry dialog for GnuPG
Executables: usr/bin/pinentry-curses=76360
Bulk: usr/share/doc/pinentry-curses=62021

Package: procps
Version: 2:4.0.4-9
Priority: important
Section: admin
Installed-Size: 2395
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libncursesw6 (>= 6), libproc2-0 (>= 2:4.0.4), libsystemd0 (>= 254), libtinfo6 (>= 6), init-system-helpers (>= 1.29~)
Recommends: psmisc, linux-sysctl-defaults
Provides: watch
Breaks: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Homepage: https://gitlab.com/procps-ng/procps
Description: /proc file system utilities
Executables: usr/bin/free=26936 usr/bin/kill=22840 usr/bin/pgrep=39344 usr/bin/pidwait=39344 usr/bin/pmap=35160 usr/bin/ps=154552 usr/bin/pwdx=14648 usr/bin/skill=31056 usr/bin/slabtop=22904 usr/bin/tload=22856 usr/bin/top=138864 usr/bin/uptime=14648 usr/bin/vmstat=39648 usr/bin/w=31032 usr/bin/watch=31512 usr/sbin/sysctl=31040
Links: usr/bin/pkill>pgrep usr/bin/snice>skill
Bulk: usr/share/doc/procps=30187 usr/share/locale=1029337 usr/share/man=515782

Package: psmisc
Version: 23.7-2
Priority: optional
Section: admin
Installed-Size: 950
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libtinfo6 (>= 6)
Breaks: manpages-de (<< 4.9.1-1)
Replaces: manpages-de (<< 4.9.1-1)
Homepage: http://psmisc.sf.net/
Description: utilities that use the proc file system
Executables: usr/bin/fuser=40784 usr/bin/killall=32720 usr/bin/peekfd=14848 usr/bin/prtstat=19016 usr/bin/pslog=14792 usr/bin/pstree=36640
Links: usr/bin/pstree.x11>pstree
Bulk: usr/share/doc/psmisc=16257 usr/share/locale=513562 usr/share/man=130276

Package: publicsuffix
Version: 20250328.1952-0.1
Priority: optional
Section: net
Installed-Size: 570
Architecture: all
Multi-Arch: foreign
Provides: publicsuffix-dafsa
Homepage: https://publicsuffix.org
Description: accurate, machine-readable list of domain name suffixes
Bulk: usr/share/doc/publicsuffix=199074 usr/share/publicsuffix=372066

Package: readline-common
Source: readline
Version: 8.2-6
Priority: optional
Section: utils
Installed-Size: 89
Architecture: all
Multi-Arch: foreign
Suggests: readline-doc
Conflicts: libreadline-common, libreadline5 (<< 5.0-11)
Replaces: libreadline-common, libreadline4 (<< 4.3-16), libreadline5 (<< 5.0-11)
Homepage: https://tiswww.case.edu/php/chet/readline/rltop.html
Description: GNU readline and history libraries, common files
Bulk: usr/share/doc/readline-common=20751 usr/share/info=26693 usr/share/man=23590

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

Package: sudo
Version: 1.9.16p2-3+deb13u5
Priority: optional
Section: admin
Installed-Size: 6709
Architecture: amd64
Multi-Arch: foreign
Pre-Depends: init-system-helpers (>= 1.54~)
Depends: libapparmor1 (>= 2.7.0~beta1+bzr1772), libaudit1 (>= 1:2.2.1), libc6 (>= 2.38), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libssl3t64 (>= 3.0.0), zlib1g (>= 1:1.2.0.2), libpam-modules
Conflicts: sudo-ldap
Replaces: sudo-ldap
Homepage: https://www.sudo.ws/
Description: Provide limited super user privileges to specific users
Executables: usr/bin/cvtsudoers=398840 usr/bin/sudo=310552:4755 usr/bin/sudoreplay=130992 usr/sbin/sudo_logsrvd=320680 usr/sbin/sudo_sendlog=196360 usr/sbin/visudo=291640
Links: usr/bin/sudoedit>sudo
Bulk: usr/share/doc/sudo=896271 usr/libexec/sudo=1019040 usr/share/locale=2958251 usr/share/man=144222

Package: tini
Source: tini (0.19.0-3)
Version: 0.19.0-3+b8
Priority: optional
Section: utils
Installed-Size: 765
Architecture: amd64
Depends: libc6 (>= 2.38)
Homepage: https://github.com/krallin/tini
Description: tiny but valid init for containers
Executables: usr/bin/tini=27792 usr/bin/tini-static=742648
Bulk: usr/share/doc/tini=2072

Package: tree
Version: 2.2.1-1
Priority: optional
Section: utils
Installed-Size: 129
Architecture: amd64
Depends: libc6 (>= 2.38)
Homepage: http://oldmanprogrammer.net/source.php?dir=projects/tree
Description: displays an indented directory tree, in color
Executables: usr/bin/tree=93744
Bulk: usr/share/doc/tree=26516

Package: unzip
Version: 6.0-29+deb13u1
Priority: optional
Section: utils
Installed-Size: 387
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Suggests: zip
Homepage: https://infozip.sourceforge.net/UnZip.html
Description: De-archiver for .zip files
Executables: usr/bin/funzip=27176 usr/bin/unzip=179248 usr/bin/unzipsfx=84928 usr/bin/zipgrep=2830
Links: usr/bin/zipinfo>/usr/bin/unzip
Bulk: usr/share/doc/unzip=46217 usr/share/man=36040

Package: vim-common
Source: vim
Version: 2:9.1.1230-2+deb13u2
Priority: important
Section: editors
Installed-Size: 1864
Architecture: all
Multi-Arch: foreign
Recommends: xxd, vim | vim-gtk3 | vim-motif | vim-nox | vim-tiny
Breaks: vim-runtime (<< 2:9.0.1658-1~)
Replaces: vim-runtime (<< 2:9.0.1658-1~)
Homepage: https://www.vim.org/
Description: Vi IMproved - Common files
Executables: usr/bin/helpztags=2514
Bulk: usr/share/doc/vim-common=107898 usr/share/man=70652 usr/share/vim=1639398

Package: vim-tiny
Source: vim
Version: 2:9.1.1230-2+deb13u2
Priority: important
Section: editors
Installed-Size: 1831
Architecture: amd64
Depends: vim-common (= 2:9.1.1230-2+deb13u2), libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~), libtinfo6 (>= 6)
Suggests: indent
Provides: editor
Homepage: https://www.vim.org/
Description: Vi IMproved - enhanced vi editor - compact version
Executables: usr/bin/vim.tiny=1761704
Bulk: usr/share/doc/vim-tiny=83065

Package: wget
Version: 1.25.0-2
Priority: standard
Section: web
Installed-Size: 3784
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.38), libgnutls30t64 (>= 3.8.1), libidn2-0 (>= 0.6), libnettle8t64, libpcre2-8-0 (>= 10.22), libpsl5t64 (>= 0.16.0), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Recommends: ca-certificates
Conflicts: wget-ssl
Homepage: https://www.gnu.org/software/wget/
Description: retrieves files from the web
Executables: usr/bin/wget=482672
Bulk: usr/share/doc/wget=290313 usr/share/info=71814 usr/share/locale=2850567 usr/share/man=35964

Package: xxd
Source: vim
Version: 2:9.1.1230-2+deb13u2
Priority: optional
Section: editors
Installed-Size: 154
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34)
Homepage: https://www.vim.org/
Description: tool to make (or reverse) a hex dump
Executables: usr/bin/xxd=22744
Bulk: usr/share/doc/xxd=77690 usr/share/man=31970

Package: xz-utils
Version: 5.8.1-1+deb13u2
Priority: standard
Section: utils
Installed-Size: 1424
Architecture: amd64
Multi-Arch: foreign
Depends: libc6 (>= 2.34), liblzma5 (>= 5.6.2)
Provides: lzma
Conflicts: lzma (<< 9.22-1), xz-lzma
Breaks: lzip (<< 1.8~rc2), manpages-de (<< 4.17.0-2~bpo11+1), manpages-fr (<< 4.17.0-2~bpo11+1), pristine-tar (<< 1.50+nmu1)
Replaces: lzip (<< 1.8~rc2), manpages-de (<< 4.17.0-2~bpo11+1), manpages-fr (<< 4.17.0-2~bpo11+1), xz-lzma
Homepage: https://tukaani.org/xz/
Description: XZ-format compression utilities
Executables: usr/bin/lzmainfo=18744 usr/bin/xz=105160 usr/bin/xzdiff=7588 usr/bin/xzgrep=10413 usr/bin/xzless=2383 usr/bin/xzmore=2234
Links: usr/bin/unxz>xz usr/bin/xzcat>xz usr/bin/xzcmp>xzdiff usr/bin/xzegrep>xzgrep usr/bin/xzfgrep>xzgrep
Bulk: usr/share/doc/xz-utils=238116 usr/share/locale=618408 usr/share/man=276989

Package: zip
Version: 3.0-15+deb13u1
Priority: optional
Section: utils
Installed-Size: 627
Architecture: amd64
Multi-Arch: foreign
Depends: libbz2-1.0, libc6 (>= 2.34)
Recommends: unzip
Homepage: https://infozip.sourceforge.net/Zip.html
Description: Archiver for .zip files
Executables: usr/bin/zip=221456 usr/bin/zipcloak=94696 usr/bin/zipnote=90272 usr/bin/zipsplit=90272
Bulk: usr/share/doc/zip=98082 usr/share/man=30826
`;
