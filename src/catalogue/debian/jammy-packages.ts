// What dpkg of Ubuntu 22.04 (jammy) knows of the packages of the base system, as control paragraphs; maintainers and long descriptions are left out.

/** Control paragraphs, sorted by name. */
export const packages = `
Package: adduser
Priority: important
Section: admin
Installed-Size: 608
Architecture: all
Multi-Arch: foreign
Version: 3.118ubuntu5
Depends: passwd, debconf (>= 0.5) | debconf-2.0
Description: add and remove users and groups

Package: apt
Priority: important
Section: admin
Installed-Size: 4156
Architecture: amd64
Version: 2.4.5
Replaces: apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
Provides: apt-transport-https (= 2.4.5)
Depends: adduser, gpgv | gpgv2 | gpgv1, libapt-pkg6.0 (>= 2.4.5), ubuntu-keyring, libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libgnutls30 (>= 3.7.0), libseccomp2 (>= 2.4.2), libstdc++6 (>= 11), libsystemd0
Breaks: apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10)
Description: commandline package manager

Package: base-files
Essential: yes
Priority: required
Section: admin
Installed-Size: 394
Architecture: amd64
Multi-Arch: foreign
Version: 12ubuntu4
Replaces: base, dpkg (<= 1.15.0), miscutils
Provides: base
Depends: libc6 (>= 2.34), libcrypt1 (>= 1:4.4.10-10ubuntu3)
Pre-Depends: awk
Breaks: debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~), ubuntu-server (<< 1.453)
Description: Debian base system miscellaneous files

Package: base-passwd
Essential: yes
Priority: required
Section: admin
Installed-Size: 243
Architecture: amd64
Multi-Arch: foreign
Version: 3.5.52build1
Replaces: base
Depends: libc6 (>= 2.34), libdebconfclient0 (>= 0.145)
Description: Debian base system master password and group files

Package: bash
Essential: yes
Priority: required
Section: shells
Installed-Size: 1864
Architecture: amd64
Multi-Arch: foreign
Version: 5.1-6ubuntu1
Replaces: bash-completion (<< 20060301-0), bash-doc (<= 2.05-1)
Depends: base-files (>= 2.1.12), debianutils (>= 2.15)
Pre-Depends: libc6 (>= 2.34), libtinfo6 (>= 6)
Conflicts: bash-completion (<< 20060301-0)
Description: GNU Bourne Again SHell

Package: bsdutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 334
Architecture: amd64
Multi-Arch: foreign
Version: 1:2.37.2-4ubuntu3
Pre-Depends: libc6 (>= 2.34), libsystemd0
Description: basic utilities from 4.4BSD-Lite

Package: coreutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 7112
Architecture: amd64
Multi-Arch: foreign
Version: 8.32-4.1ubuntu1
Pre-Depends: libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.44), libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg), libselinux1 (>= 3.1~)
Description: GNU core utilities

Package: dash
Essential: yes
Priority: required
Section: shells
Installed-Size: 214
Architecture: amd64
Multi-Arch: foreign
Version: 0.5.11+git20210903+057cd650a4ed-3build1
Depends: debianutils (>= 2.15), dpkg (>= 1.19.1), debconf (>= 0.5) | debconf-2.0
Pre-Depends: libc6 (>= 2.34)
Description: POSIX-compliant shell

Package: debconf
Priority: important
Section: admin
Installed-Size: 512
Architecture: all
Multi-Arch: foreign
Version: 1.5.79ubuntu1
Replaces: debconf-tiny
Provides: debconf-2.0
Pre-Depends: perl-base (>= 5.20.1-3~)
Breaks: apt-listchanges (<< 3.14), ubiquity (<< 17.10.2), update-notifier-common (<< 3.187~)
Conflicts: apt (<< 0.3.12.1), cdebconf (<< 0.96), debconf-tiny, debconf-utils (<< 1.3.22), dialog (<< 0.9b-20020814-1), menu (<= 2.1.3-1), whiptail (<< 0.51.4-11), whiptail-utf8 (<= 0.50.17-13)
Description: Debian configuration management system

Package: debianutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 243
Architecture: amd64
Multi-Arch: foreign
Version: 5.5-1ubuntu2
Pre-Depends: libc6 (>= 2.34)
Breaks: ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~)
Description: Miscellaneous utilities specific to Debian

Package: diffutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 424
Architecture: amd64
Version: 1:3.8-0ubuntu2
Replaces: diff
Pre-Depends: libc6 (>= 2.34)
Description: File comparison utilities

Package: dpkg
Essential: yes
Priority: required
Section: admin
Installed-Size: 6733
Architecture: amd64
Multi-Arch: foreign
Version: 1.21.1ubuntu2
Depends: tar (>= 1.28-1)
Pre-Depends: libbz2-1.0, libc6 (>= 2.34), liblzma5 (>= 5.2.2), libselinux1 (>= 3.1~), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.1.4)
Breaks: libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300)
Description: Debian package management system

Package: e2fsprogs
Priority: required
Section: admin
Installed-Size: 1516
Architecture: amd64
Multi-Arch: foreign
Version: 1.46.5-2ubuntu1
Depends: logsave
Pre-Depends: libblkid1 (>= 2.36), libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libext2fs2 (= 1.46.5-2ubuntu1), libss2 (>= 1.38), libuuid1 (>= 2.16)
Description: ext2/ext3/ext4 file system utilities

Package: findutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 620
Architecture: amd64
Multi-Arch: foreign
Version: 4.8.0-1ubuntu3
Pre-Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Breaks: binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1)
Description: utilities for finding files--find, xargs

Package: gcc-12-base
Priority: optional
Section: libs
Installed-Size: 266
Architecture: amd64
Multi-Arch: same
Version: 12-20220319-1ubuntu1
Breaks: gnat (<< 7)
Description: GCC, the GNU Compiler Collection (base package)

Package: gpgv
Priority: important
Section: utils
Installed-Size: 324
Architecture: amd64
Multi-Arch: foreign
Version: 2.2.27-3ubuntu2
Replaces: gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1)
Depends: libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.9.0), libgpg-error0 (>= 1.42), zlib1g (>= 1:1.1.4)
Breaks: gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1), python-debian (<< 0.1.29)
Description: GNU privacy guard - signature verification tool

Package: grep
Essential: yes
Priority: required
Section: utils
Installed-Size: 496
Architecture: amd64
Multi-Arch: foreign
Version: 3.7-1build1
Provides: rgrep
Depends: dpkg (>= 1.15.4) | install-info
Pre-Depends: libc6 (>= 2.34), libpcre3
Conflicts: rgrep
Description: GNU grep, egrep and fgrep

Package: gzip
Essential: yes
Priority: required
Section: utils
Installed-Size: 244
Architecture: amd64
Version: 1.10-4ubuntu4
Depends: dpkg (>= 1.15.4) | install-info
Pre-Depends: libc6 (>= 2.34)
Description: GNU compression utilities

Package: hostname
Essential: yes
Priority: required
Section: admin
Installed-Size: 51
Architecture: amd64
Version: 3.23ubuntu2
Replaces: nis (<< 3.17-30)
Pre-Depends: libc6 (>= 2.34)
Breaks: nis (<< 3.17-30)
Description: utility to set/show the host name or domain name

Package: init-system-helpers
Essential: yes
Priority: required
Section: admin
Installed-Size: 133
Architecture: all
Multi-Arch: foreign
Version: 1.62
Depends: perl-base (>= 5.20.1-3)
Conflicts: file-rc (<< 0.8.17~)
Description: helper tools for all init systems

Package: libacl1
Priority: optional
Section: libs
Installed-Size: 67
Architecture: amd64
Multi-Arch: same
Version: 2.3.1-1
Depends: libc6 (>= 2.33)
Description: access control list - shared library

Package: libapt-pkg6.0
Priority: optional
Section: libs
Installed-Size: 3173
Architecture: amd64
Multi-Arch: same
Version: 2.4.5
Provides: libapt-pkg (= 2.4.5)
Depends: libbz2-1.0, libc6 (>= 2.34), libgcc-s1 (>= 3.3.1), libgcrypt20 (>= 1.9.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libstdc++6 (>= 11), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.7.1), libzstd1 (>= 1.4.0), zlib1g (>= 1:1.2.2.3)
Breaks: appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~)
Description: package management runtime library

Package: libattr1
Priority: optional
Section: libs
Installed-Size: 57
Architecture: amd64
Multi-Arch: same
Version: 1:2.5.1-1build1
Depends: libc6 (>= 2.4)
Description: extended attribute handling - shared library

Package: libaudit-common
Priority: optional
Section: libs
Installed-Size: 23
Architecture: all
Multi-Arch: foreign
Version: 1:3.0.7-1build1
Description: Dynamic library for security auditing - common files

Package: libaudit1
Priority: optional
Section: libs
Installed-Size: 156
Architecture: amd64
Multi-Arch: same
Version: 1:3.0.7-1build1
Depends: libaudit-common (>= 1:3.0.7-1build1), libc6 (>= 2.33), libcap-ng0 (>= 0.7.9)
Description: Dynamic library for security auditing

Package: libblkid1
Priority: optional
Section: libs
Installed-Size: 323
Architecture: amd64
Multi-Arch: same
Version: 2.37.2-4ubuntu3
Depends: libc6 (>= 2.33)
Description: block device ID library

Package: libbz2-1.0
Priority: important
Section: libs
Installed-Size: 100
Architecture: amd64
Multi-Arch: same
Version: 1.0.8-5build1
Depends: libc6 (>= 2.4)
Description: high-quality block-sorting file compressor library - runtime

Package: libc-bin
Essential: yes
Priority: required
Section: libs
Installed-Size: 2537
Architecture: amd64
Multi-Arch: foreign
Version: 2.35-0ubuntu3
Depends: libc6 (>> 2.35), libc6 (<< 2.36)
Description: GNU C Library: Binaries

Package: libc6
Priority: optional
Section: libs
Installed-Size: 13592
Architecture: amd64
Multi-Arch: same
Version: 2.35-0ubuntu3
Replaces: libc6-amd64
Depends: libgcc-s1, libcrypt1 (>= 1:4.4.10-10ubuntu4)
Breaks: busybox (<< 1.30.1-6), fakeroot (<< 1.25.3-1.1ubuntu2~), hurd (<< 1:0.9.git20170910-1), ioquake3 (<< 1.36+u20200211.f2c61c1~dfsg-2~), iraf-fitsutil (<< 2018.07.06-4), libgegl-0.4-0 (<< 0.4.18), libtirpc1 (<< 0.2.3), locales (<< 2.35), locales-all (<< 2.35), macs (<< 2.2.7.1-3~), nocache (<< 1.1-1~), nscd (<< 2.35), openarena (<< 0.8.8+dfsg-4~), openssh-server (<< 1:8.2p1-4), r-cran-later (<< 0.7.5+dfsg-2), wcc (<< 0.0.2+dfsg-3)
Description: GNU C Library: Shared libraries

Package: libcap-ng0
Priority: optional
Section: libs
Installed-Size: 45
Architecture: amd64
Multi-Arch: same
Version: 0.7.9-2.2build3
Depends: libc6 (>= 2.33)
Description: An alternate POSIX capabilities library

Package: libcap2
Priority: optional
Section: libs
Installed-Size: 65
Architecture: amd64
Multi-Arch: same
Version: 1:2.44-1build3
Depends: libc6 (>= 2.33)
Description: POSIX 1003.1e capabilities (library)

Package: libcom-err2
Priority: optional
Section: libs
Installed-Size: 101
Architecture: amd64
Multi-Arch: same
Version: 1.46.5-2ubuntu1
Replaces: libcomerr2 (<< 1.43.9-1~)
Provides: libcomerr2 (= 1.46.5-2ubuntu1)
Depends: libc6 (>= 2.17)
Breaks: libcomerr2 (<< 1.43.9-1~)
Description: common error description library

Package: libcrypt1
Protected: yes
Priority: optional
Section: libs
Installed-Size: 225
Architecture: amd64
Multi-Arch: same
Version: 1:4.4.27-1
Replaces: libc6 (<< 2.29-4)
Depends: libc6 (>= 2.25)
Conflicts: libpam0g (<< 1.4.0-10)
Description: libcrypt shared library

Package: libdb5.3
Priority: standard
Section: libs
Installed-Size: 1750
Architecture: amd64
Multi-Arch: same
Version: 5.3.28+dfsg1-0.8ubuntu3
Depends: libc6 (>= 2.34)
Description: Berkeley v5.3 Database Libraries [runtime]

Package: libdebconfclient0
Priority: optional
Section: libs
Installed-Size: 79
Architecture: amd64
Multi-Arch: same
Version: 0.261ubuntu1
Depends: libc6 (>= 2.4)
Description: Debian Configuration Management System (C-implementation library)

Package: libext2fs2
Priority: optional
Section: libs
Installed-Size: 574
Architecture: amd64
Multi-Arch: same
Version: 1.46.5-2ubuntu1
Replaces: e2fslibs (<< 1.43.9-1~)
Provides: e2fslibs (= 1.46.5-2ubuntu1)
Depends: libc6 (>= 2.34)
Breaks: e2fslibs (<< 1.43.9-1~)
Description: ext2/ext3/ext4 file system libraries

Package: libffi8
Priority: optional
Section: libs
Installed-Size: 69
Architecture: amd64
Multi-Arch: same
Version: 3.4.2-4
Replaces: libffi8ubuntu1 (<< 3.4.2-1)
Provides: libffi8ubuntu1 (= 3.4.2-4)
Depends: libc6 (>= 2.27)
Breaks: libffi8ubuntu1 (<< 3.4.2-1)
Description: Foreign Function Interface library runtime

Package: libgcc-s1
Priority: optional
Section: libs
Installed-Size: 140
Architecture: amd64
Multi-Arch: same
Version: 12-20220319-1ubuntu1
Replaces: libgcc1 (<< 1:10)
Provides: libgcc1 (= 1:12-20220319-1ubuntu1)
Depends: gcc-12-base (= 12-20220319-1ubuntu1), libc6 (>= 2.35)
Description: GCC support library

Package: libgcrypt20
Priority: optional
Section: libs
Installed-Size: 1354
Architecture: amd64
Multi-Arch: same
Version: 1.9.4-3ubuntu3
Depends: libc6 (>= 2.33), libgpg-error0 (>= 1.27)
Description: LGPL Crypto library - runtime library

Package: libgmp10
Priority: optional
Section: libs
Installed-Size: 544
Architecture: amd64
Multi-Arch: same
Version: 2:6.2.1+dfsg-3ubuntu1
Depends: libc6 (>= 2.14)
Breaks: libmath-gmp-perl (<< 2.20-1), libmath-prime-util-gmp-perl (<< 0.51-2), postgresql-pgmp (<< 1.0.3-1)
Description: Multiprecision arithmetic library

Package: libgnutls30
Priority: optional
Section: libs
Installed-Size: 2284
Architecture: amd64
Multi-Arch: same
Version: 3.7.3-4ubuntu1
Depends: libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg), libhogweed6 (>= 3.6), libidn2-0 (>= 2.0.0), libnettle8 (>= 3.7~), libp11-kit0 (>= 0.23.18.1), libtasn1-6 (>= 4.14), libunistring2 (>= 0.9.7)
Description: GNU TLS library - main runtime library

Package: libgpg-error0
Priority: optional
Section: libs
Installed-Size: 189
Architecture: amd64
Multi-Arch: same
Version: 1.43-3
Depends: libc6 (>= 2.34)
Description: GnuPG development runtime library

Package: libgssapi-krb5-2
Priority: optional
Section: libs
Installed-Size: 455
Architecture: amd64
Multi-Arch: same
Version: 1.19.2-2
Depends: libc6 (>= 2.33), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.16), libkrb5-3 (= 1.19.2-2), libkrb5support0 (>= 1.15~beta1)
Breaks: moonshot-gss-eap (<= 1.0)
Description: MIT Kerberos runtime libraries - krb5 GSS-API Mechanism

Package: libhogweed6
Priority: optional
Section: libs
Installed-Size: 336
Architecture: amd64
Multi-Arch: same
Version: 3.7.3-1build2
Depends: libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg), libnettle8
Description: low level cryptographic library (public-key cryptos)

Package: libidn2-0
Priority: optional
Section: libs
Installed-Size: 220
Architecture: amd64
Multi-Arch: same
Version: 2.3.2-2build1
Depends: libc6 (>= 2.14), libunistring2 (>= 0.9.7)
Description: Internationalized domain names (IDNA2008/TR46) library

Package: libk5crypto3
Priority: optional
Section: libs
Installed-Size: 292
Architecture: amd64
Multi-Arch: same
Version: 1.19.2-2
Depends: libc6 (>= 2.33), libkrb5support0 (>= 1.16)
Breaks: libgssapi-krb5-2 (<= 1.18~), libkrb5-3 (<= 1.18~)
Description: MIT Kerberos runtime libraries - Crypto Library

Package: libkeyutils1
Priority: optional
Section: libs
Installed-Size: 47
Architecture: amd64
Multi-Arch: same
Version: 1.6.1-2ubuntu3
Depends: libc6 (>= 2.14)
Description: Linux Key Management Utilities (library)

Package: libkrb5-3
Priority: optional
Section: libs
Installed-Size: 1052
Architecture: amd64
Multi-Arch: same
Version: 1.19.2-2
Depends: libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libk5crypto3 (>= 1.15~beta1), libkeyutils1 (>= 1.5.9), libkrb5support0 (= 1.19.2-2), libssl3 (>= 3.0.0~~alpha1)
Breaks: libapache2-mod-auth-kerb (<= 5.4-2.4), libsmbclient (<= 2:3.6.1-2), sssd (<= 1.2.1-4.3)
Description: MIT Kerberos runtime libraries

Package: libkrb5support0
Priority: optional
Section: libs
Installed-Size: 164
Architecture: amd64
Multi-Arch: same
Version: 1.19.2-2
Depends: libc6 (>= 2.34)
Breaks: libgssapi-krb5-2 (<< 1.13~alpha1-1), libk5crypto3 (<< 1.16), libkadm5clnt-mit9 (<< 1.13~alpha1-1), libkadm5srv-mit9 (<< 1.13~alpha1-1), libkdb5-8 (<< 1.16)
Description: MIT Kerberos runtime libraries - Support library

Package: liblz4-1
Priority: optional
Section: libs
Installed-Size: 145
Architecture: amd64
Multi-Arch: same
Version: 1.9.3-2build2
Replaces: liblz4-1a
Depends: libc6 (>= 2.14)
Breaks: liblz4-1a
Description: Fast LZ compression algorithm library - runtime

Package: liblzma5
Priority: optional
Section: libs
Installed-Size: 290
Architecture: amd64
Multi-Arch: same
Version: 5.2.5-2ubuntu1
Depends: libc6 (>= 2.34)
Breaks: liblzma2 (<< 5.1.1alpha+20110809-3~)
Description: XZ-format compression library

Package: libmount1
Priority: optional
Section: libs
Installed-Size: 382
Architecture: amd64
Multi-Arch: same
Version: 2.37.2-4ubuntu3
Depends: libblkid1 (>= 2.17.2), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Description: device mounting library

Package: libncurses6
Priority: optional
Section: libs
Installed-Size: 329
Architecture: amd64
Multi-Arch: same
Version: 6.3-2
Depends: libtinfo6 (= 6.3-2), libc6 (>= 2.34)
Breaks: cowdancer (<< 0.89~)
Description: shared libraries for terminal handling

Package: libncursesw6
Priority: optional
Section: libs
Installed-Size: 422
Architecture: amd64
Multi-Arch: same
Version: 6.3-2
Depends: libtinfo6 (= 6.3-2), libc6 (>= 2.34)
Description: shared libraries for terminal handling (wide character support)

Package: libnettle8
Priority: optional
Section: libs
Installed-Size: 356
Architecture: amd64
Multi-Arch: same
Version: 3.7.3-1build2
Depends: libc6 (>= 2.17)
Description: low level cryptographic library (symmetric and one-way cryptos)

Package: libnsl2
Priority: optional
Section: libs
Installed-Size: 123
Architecture: amd64
Multi-Arch: same
Version: 1.3.0-2build2
Depends: libc6 (>= 2.33), libtirpc3 (>= 1.0.2)
Description: Public client interface for NIS(YP) and NIS+

Package: libp11-kit0
Priority: optional
Section: libs
Installed-Size: 1292
Architecture: amd64
Multi-Arch: same
Version: 0.24.0-6build1
Depends: libc6 (>= 2.34), libffi8 (>= 3.4)
Breaks: opencryptoki (<= 3.6.1+dfsg-1)
Description: library for loading and coordinating access to PKCS#11 modules - runtime

Package: libpam-modules
Priority: required
Section: admin
Installed-Size: 1138
Architecture: amd64
Multi-Arch: same
Version: 1.4.0-11ubuntu2
Replaces: libpam-umask, libpam0g-util
Provides: libpam-mkhomedir, libpam-motd, libpam-umask
Pre-Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libdb5.3, libnsl2 (>= 1.0), libpam0g (>= 1.3.2), libselinux1 (>= 3.1~), libtirpc3 (>= 1.0.2), debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.4.0-11ubuntu2)
Conflicts: libpam-mkhomedir, libpam-motd, libpam-umask
Description: Pluggable Authentication Modules for PAM

Package: libpam-modules-bin
Priority: required
Section: admin
Installed-Size: 248
Architecture: amd64
Multi-Arch: foreign
Version: 1.4.0-11ubuntu2
Replaces: libpam-modules (<< 1.1.3-8)
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~)
Description: Pluggable Authentication Modules for PAM - helper binaries

Package: libpam-runtime
Priority: required
Section: admin
Installed-Size: 312
Architecture: all
Multi-Arch: foreign
Version: 1.4.0-11ubuntu2
Replaces: libpam0g-dev, libpam0g-util
Depends: debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)
Conflicts: libpam0g-util
Description: Runtime support for the PAM library

Package: libpam0g
Priority: optional
Section: libs
Installed-Size: 235
Architecture: amd64
Multi-Arch: same
Version: 1.4.0-11ubuntu2
Replaces: libpam0g-util
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0
Description: Pluggable Authentication Modules library

Package: libpcre2-8-0
Priority: optional
Section: libs
Installed-Size: 621
Architecture: amd64
Multi-Arch: same
Version: 10.39-3build1
Depends: libc6 (>= 2.14)
Description: New Perl Compatible Regular Expression Library- 8 bit runtime files

Package: libpcre3
Priority: important
Section: libs
Installed-Size: 683
Architecture: amd64
Multi-Arch: same
Version: 2:8.39-13build5
Depends: libc6 (>= 2.14)
Breaks: approx (<< 4.4-1~), cduce (<< 0.5.3-2~), cmigrep (<< 1.5-7~), galax (<< 1.1-7~), libpcre-ocaml (<< 6.0.1~), liquidsoap (<< 0.9.2-3~), ocsigen (<< 1.3.3-1~)
Conflicts: libpcre3-dev (<= 4.3-3)
Description: Old Perl 5 Compatible Regular Expression Library - runtime files

Package: libprocps8
Priority: optional
Section: libs
Installed-Size: 131
Architecture: amd64
Multi-Arch: same
Version: 2:3.3.17-6ubuntu2
Replaces: procps (<< 1:3.3.2-1)
Depends: libc6 (>= 2.34), libsystemd0 (>= 209)
Description: library for accessing process information from /proc

Package: libseccomp2
Priority: optional
Section: libs
Installed-Size: 145
Architecture: amd64
Multi-Arch: same
Version: 2.5.3-2ubuntu2
Depends: libc6 (>= 2.4)
Description: high level interface to Linux seccomp filter

Package: libselinux1
Priority: optional
Section: libs
Installed-Size: 207
Architecture: amd64
Multi-Arch: same
Version: 3.3-1build2
Depends: libc6 (>= 2.34), libpcre2-8-0 (>= 10.22)
Description: SELinux runtime shared libraries

Package: libsemanage-common
Priority: optional
Section: libs
Installed-Size: 37
Architecture: all
Multi-Arch: foreign
Version: 3.3-1build2
Description: Common files for SELinux policy management libraries

Package: libsemanage2
Priority: optional
Section: libs
Installed-Size: 300
Architecture: amd64
Multi-Arch: same
Version: 3.3-1build2
Depends: libsemanage-common (>= 3.3-1build2), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.33), libselinux1 (>= 3.3), libsepol2 (>= 3.3)
Breaks: policycoreutils (<< 3.0)
Description: SELinux policy management library

Package: libsepol2
Priority: optional
Section: libs
Installed-Size: 735
Architecture: amd64
Multi-Arch: same
Version: 3.3-1build1
Depends: libc6 (>= 2.33)
Description: SELinux library for manipulating binary security policies

Package: libsmartcols1
Priority: optional
Section: libs
Installed-Size: 209
Architecture: amd64
Multi-Arch: same
Version: 2.37.2-4ubuntu3
Depends: libc6 (>= 2.14)
Description: smart column output alignment library

Package: libss2
Priority: optional
Section: libs
Installed-Size: 113
Architecture: amd64
Multi-Arch: same
Version: 1.46.5-2ubuntu1
Replaces: e2fsprogs (<< 1.34-1)
Depends: libcom-err2, libc6 (>= 2.34)
Description: command-line interface parsing library

Package: libssl3
Priority: optional
Section: libs
Installed-Size: 5822
Architecture: amd64
Multi-Arch: same
Version: 3.0.2-0ubuntu1
Depends: libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0
Description: Secure Sockets Layer toolkit - shared libraries

Package: libstdc++6
Priority: optional
Section: libs
Installed-Size: 2750
Architecture: amd64
Multi-Arch: same
Version: 12-20220319-1ubuntu1
Replaces: libstdc++6-12-dbg (<< 4.9.0-3)
Depends: gcc-12-base (= 12-20220319-1ubuntu1), libc6 (>= 2.34), libgcc-s1 (>= 4.2)
Breaks: gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2)
Conflicts: scim (<< 1.4.2-1)
Description: GNU Standard C++ Library v3

Package: libsystemd0
Priority: optional
Section: libs
Installed-Size: 992
Architecture: amd64
Multi-Arch: same
Version: 249.11-0ubuntu3
Pre-Depends: libc6 (>= 2.34), libcap2 (>= 1:2.24-9~), libgcrypt20 (>= 1.9.0), liblz4-1 (>= 0.0~r122), liblzma5 (>= 5.1.1alpha+20120614), libzstd1 (>= 1.4.0)
Description: systemd utility library

Package: libtasn1-6
Priority: optional
Section: libs
Installed-Size: 133
Architecture: amd64
Multi-Arch: same
Version: 4.18.0-4build1
Depends: libc6 (>= 2.14)
Description: Manage ASN.1 structures (runtime)

Package: libtinfo6
Priority: optional
Section: libs
Installed-Size: 558
Architecture: amd64
Multi-Arch: same
Version: 6.3-2
Depends: libc6 (>= 2.33)
Description: shared low-level terminfo library for terminal handling

Package: libtirpc-common
Priority: optional
Section: libs
Installed-Size: 32
Architecture: all
Multi-Arch: foreign
Version: 1.3.2-2build1
Replaces: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Breaks: libtirpc1, libtirpc3 (<< 1.1.4-0.1~)
Description: transport-independent RPC library - common files

Package: libtirpc3
Priority: optional
Section: libs
Installed-Size: 215
Architecture: amd64
Multi-Arch: same
Version: 1.3.2-2build1
Depends: libc6 (>= 2.34), libgssapi-krb5-2 (>= 1.17), libtirpc-common (>= 1.3.2-2build1)
Breaks: nfs-common (<< 1:1.2.8-7), nfs-kernel-server (<< 1:1.2.8-7)
Description: transport-independent RPC library

Package: libudev1
Priority: optional
Section: libs
Installed-Size: 344
Architecture: amd64
Multi-Arch: same
Version: 249.11-0ubuntu3
Depends: libc6 (>= 2.34)
Description: libudev shared library

Package: libunistring2
Priority: optional
Section: libs
Installed-Size: 1746
Architecture: amd64
Multi-Arch: same
Version: 1.0-1
Depends: libc6 (>= 2.34)
Description: Unicode string library for C

Package: libuuid1
Priority: optional
Section: libs
Installed-Size: 134
Architecture: amd64
Multi-Arch: same
Version: 2.37.2-4ubuntu3
Depends: libc6 (>= 2.25)
Description: Universally Unique ID library

Package: libxxhash0
Priority: optional
Section: libs
Installed-Size: 97
Architecture: amd64
Multi-Arch: same
Version: 0.8.1-1
Depends: libc6 (>= 2.14)
Description: shared library for xxhash

Package: libzstd1
Priority: optional
Section: libs
Installed-Size: 846
Architecture: amd64
Multi-Arch: same
Version: 1.4.8+dfsg-3build1
Depends: libc6 (>= 2.14)
Description: fast lossless compression algorithm

Package: login
Essential: yes
Priority: required
Section: admin
Installed-Size: 888
Architecture: amd64
Multi-Arch: foreign
Version: 1:4.8.1-2ubuntu2
Pre-Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libpam-runtime, libpam-modules
Breaks: util-linux (<< 2.32-0.2~)
Conflicts: python-4suite (<< 0.99cvs20060405-1)
Description: system login tools

Package: logsave
Priority: optional
Section: admin
Installed-Size: 97
Architecture: amd64
Multi-Arch: foreign
Version: 1.46.5-2ubuntu1
Replaces: e2fsprogs (<< 1.45.3-1)
Depends: libc6 (>= 2.34)
Breaks: e2fsprogs (<< 1.45.3-1)
Description: save the output of a command in a log file

Package: lsb-base
Priority: required
Section: misc
Installed-Size: 58
Architecture: all
Multi-Arch: foreign
Version: 11.1.0ubuntu4
Description: Linux Standard Base init script functionality

Package: mawk
Priority: required
Section: interpreters
Installed-Size: 229
Architecture: amd64
Multi-Arch: foreign
Version: 1.3.4.20200120-3
Provides: awk
Depends: libc6 (>= 2.34)
Description: Pattern scanning and text processing language

Package: mount
Priority: required
Section: admin
Installed-Size: 389
Architecture: amd64
Multi-Arch: foreign
Version: 2.37.2-4ubuntu3
Pre-Depends: libblkid1 (>= 2.17.2), libc6 (>= 2.34), libmount1 (>= 2.37.2), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.33)
Description: tools for mounting and manipulating filesystems

Package: ncurses-base
Essential: yes
Priority: required
Section: misc
Installed-Size: 393
Architecture: all
Multi-Arch: foreign
Version: 6.3-2
Provides: ncurses-runtime
Breaks: bash-static (<< 4.4.18-1.1), libmono-corlib4.5-cil (<< 4.6.2.7+dfsg-2), libslang2 (<< 2.3.1a-3), libtinfo5 (<< 6.1), libunibilium0 (<< 2), libunibilium4 (<< 2.0.0-3), neovim (<< 0.6.0), zsh-static (<< 5.4.2-4)
Description: basic terminal type definitions

Package: ncurses-bin
Essential: yes
Priority: required
Section: utils
Installed-Size: 646
Architecture: amd64
Multi-Arch: foreign
Version: 6.3-2
Pre-Depends: libc6 (>= 2.34), libtinfo6 (>= 6.3)
Description: terminal-related programs and man pages

Package: passwd
Priority: required
Section: admin
Installed-Size: 2321
Architecture: amd64
Multi-Arch: foreign
Version: 1:4.8.1-2ubuntu2
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.3), libpam-modules
Description: change and administer password and group data

Package: perl-base
Essential: yes
Priority: required
Section: perl
Installed-Size: 7775
Architecture: amd64
Version: 5.34.0-3ubuntu1
Replaces: libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libscalar-list-utils-perl (<< 1:1.55), libsocket-perl (<< 2.031), libxsloader-perl (<< 0.30), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
Provides: libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.41), libscalar-list-utils-perl (= 1:1.55), libsocket-perl (= 2.031), libxsloader-perl (= 0.30), perlapi-5.34.0
Pre-Depends: libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), dpkg (>= 1.17.17)
Breaks: amanda-common (<< 1:3.3.9-2), backuppc (<< 3.3.1-2), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.8000), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libmp3-tag-perl (<< 1.13-1.2), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.55), libsocket-perl (<< 2.031), libxsloader-perl (<< 0.30), mailagent (<< 1:3.1-81-2), perl (<< 5.34.0~), perl-modules (<< 5.34.0~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8)
Conflicts: defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41)
Description: minimal Perl system

Package: procps
Priority: important
Section: admin
Installed-Size: 1388
Architecture: amd64
Multi-Arch: foreign
Version: 2:3.3.17-6ubuntu2
Replaces: manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2)
Provides: watch
Depends: libc6 (>= 2.34), libncurses6 (>= 6), libncursesw6 (>= 6), libprocps8 (>= 2:3.3.16-1), libtinfo6 (>= 6), lsb-base (>= 3.0-10), init-system-helpers (>= 1.29~)
Breaks: guymager (<= 0.5.9-1), manpages-de (<< 4.9.1-2), manpages-fr (<< 4.9.1-2), manpages-fr-extra (<< 20151231+nmu1), manpages-pl (<< 1:4.9.1-2), open-vm-tools (<= 2011.12.20-562307-1)
Description: /proc file system utilities

Package: sed
Essential: yes
Priority: required
Section: utils
Installed-Size: 328
Architecture: amd64
Multi-Arch: foreign
Version: 4.8-1ubuntu2
Pre-Depends: libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Description: GNU stream editor for filtering/transforming text

Package: sensible-utils
Priority: required
Section: utils
Installed-Size: 59
Architecture: all
Multi-Arch: foreign
Version: 0.0.17
Replaces: debianutils (<= 2.32.3), manpages-pl (<= 20060617-3~)
Description: Utilities for sensible alternative selection

Package: sysvinit-utils
Essential: yes
Priority: required
Section: admin
Installed-Size: 83
Architecture: amd64
Multi-Arch: foreign
Version: 3.01-1ubuntu1
Depends: lsb-base (>= 11.0.0~), libc6 (>= 2.34)
Description: System-V-like utilities

Package: tar
Essential: yes
Priority: required
Section: utils
Installed-Size: 956
Architecture: amd64
Multi-Arch: foreign
Version: 1.34+dfsg-1build3
Replaces: cpio (<< 2.4.2-39)
Pre-Depends: libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Breaks: dpkg-dev (<< 1.14.26)
Conflicts: cpio (<= 2.4.2-38)
Description: GNU version of the tar archiving utility

Package: ubuntu-keyring
Priority: important
Section: misc
Installed-Size: 41
Architecture: all
Multi-Arch: foreign
Version: 2021.03.26
Replaces: ubuntu-cloudimage-keyring (<< 2018.02.05)
Breaks: ubuntu-cloudimage-keyring (<< 2018.02.05)
Description: GnuPG keys of the Ubuntu archive

Package: util-linux
Essential: yes
Priority: required
Section: utils
Installed-Size: 3399
Architecture: amd64
Multi-Arch: foreign
Version: 2.37.2-4ubuntu3
Replaces: hardlink
Provides: hardlink
Pre-Depends: libaudit1 (>= 1:2.2.1), libblkid1 (>= 2.37.2), libc6 (>= 2.34), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), libmount1 (>= 2.37.2), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.34), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Conflicts: hardlink
Description: miscellaneous system utilities

Package: zlib1g
Priority: required
Section: libs
Installed-Size: 164
Architecture: amd64
Multi-Arch: same
Version: 1:1.2.11.dfsg-2ubuntu9
Provides: libz1
Depends: libc6 (>= 2.14)
Breaks: libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2009-12)
Conflicts: zlib1 (<= 1:1.0.4-7)
Description: compression library - runtime
`;
