// What dpkg of Debian 12.15 (bookworm) knows of the packages of the base system, as control paragraphs; maintainers and long descriptions are left out.

/** Control paragraphs, sorted by name. */
export const packages = `
Package: adduser
Priority: important
Section: admin
Installed-Size: 686
Architecture: all
Multi-Arch: foreign
Version: 3.134
Depends: passwd
Description: add and remove users and groups

Package: apt
Priority: important
Section: admin
Installed-Size: 4232
Architecture: amd64
Version: 2.6.1
Replaces: apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~)
Provides: apt-transport-https (= 2.6.1)
Depends: adduser, gpgv | gpgv2 | gpgv1, libapt-pkg6.0 (>= 2.6.1), debian-archive-keyring, libc6 (>= 2.34), libgcc-s1 (>= 3.0), libgnutls30 (>= 3.7.5), libseccomp2 (>= 2.4.2), libstdc++6 (>= 11), libsystemd0
Breaks: apt-transport-https (<< 1.5~alpha4~), apt-utils (<< 1.3~exp2~), aptitude (<< 0.8.10)
Description: commandline package manager

Package: base-files
Essential: yes
Priority: required
Section: admin
Installed-Size: 341
Architecture: amd64
Multi-Arch: foreign
Version: 12.4+deb12u15
Replaces: base, dpkg (<= 1.15.0), miscutils
Provides: base
Pre-Depends: awk
Breaks: debian-security-support (<< 2019.04.25), initscripts (<< 2.88dsf-13.3), sendfile (<< 2.1b.20080616-5.2~)
Description: Debian base system miscellaneous files

Package: base-passwd
Essential: yes
Priority: required
Section: admin
Installed-Size: 247
Architecture: amd64
Multi-Arch: foreign
Version: 3.6.1
Replaces: base
Depends: libc6 (>= 2.34), libdebconfclient0 (>= 0.145), libselinux1 (>= 3.1~)
Description: Debian base system master password and group files

Package: bash
Essential: yes
Priority: required
Section: shells
Installed-Size: 7164
Architecture: amd64
Multi-Arch: foreign
Version: 5.2.15-2+b13
Replaces: bash-completion (<< 20060301-0), bash-doc (<= 2.05-1)
Depends: base-files (>= 2.1.12), debianutils (>= 5.6-0.1)
Pre-Depends: libc6 (>= 2.36), libtinfo6 (>= 6)
Conflicts: bash-completion (<< 20060301-0)
Description: GNU Bourne Again SHell

Package: bsdutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 355
Architecture: amd64
Multi-Arch: foreign
Version: 1:2.38.1-5+deb12u3
Pre-Depends: libc6 (>= 2.34), libsystemd0
Description: basic utilities from 4.4BSD-Lite

Package: coreutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 18062
Architecture: amd64
Multi-Arch: foreign
Version: 9.1-1
Pre-Depends: libacl1 (>= 2.2.23), libattr1 (>= 1:2.4.44), libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg1), libselinux1 (>= 3.1~)
Description: GNU core utilities

Package: dash
Essential: yes
Priority: required
Section: shells
Installed-Size: 191
Architecture: amd64
Multi-Arch: foreign
Version: 0.5.12-2
Depends: debianutils (>= 5.6-0.1), dpkg (>= 1.19.1)
Pre-Depends: libc6 (>= 2.34)
Description: POSIX-compliant shell

Package: debconf
Priority: important
Section: admin
Installed-Size: 491
Architecture: all
Multi-Arch: foreign
Version: 1.5.82
Replaces: debconf-tiny
Provides: debconf-2.0
Conflicts: debconf-tiny, whiptail-utf8 (<= 0.50.17-13)
Description: Debian configuration management system

Package: debian-archive-keyring
Priority: important
Section: misc
Installed-Size: 293
Architecture: all
Multi-Arch: foreign
Version: 2023.3+deb12u2
Description: GnuPG archive keys of the Debian archive

Package: debianutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 243
Architecture: amd64
Multi-Arch: foreign
Version: 5.7-0.5~deb12u1
Pre-Depends: libc6 (>= 2.34)
Breaks: ifupdown (<< 0.8.36+nmu1), printer-driver-pnm2ppa (<< 1.13-12), x11-common (<< 1:7.7+23~)
Description: Miscellaneous utilities specific to Debian

Package: diffutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 1598
Architecture: amd64
Version: 1:3.8-4
Replaces: diff
Pre-Depends: libc6 (>= 2.34)
Description: File comparison utilities

Package: dpkg
Essential: yes
Priority: required
Section: admin
Installed-Size: 6409
Architecture: amd64
Multi-Arch: foreign
Version: 1.21.23
Depends: tar (>= 1.28-1)
Pre-Depends: libbz2-1.0, libc6 (>= 2.34), liblzma5 (>= 5.4.0), libmd0 (>= 0.0.0), libselinux1 (>= 3.1~), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.1.4)
Breaks: libapt-pkg5.0 (<< 1.7~b), lsb-base (<< 10.2019031300)
Description: Debian package management system

Package: e2fsprogs
Priority: required
Section: admin
Installed-Size: 1497
Architecture: amd64
Multi-Arch: foreign
Version: 1.47.0-2+b2
Depends: logsave
Pre-Depends: libblkid1 (>= 2.36), libc6 (>= 2.34), libcom-err2 (>= 1.43.9), libext2fs2 (= 1.47.0-2+b2), libss2 (>= 1.38), libuuid1 (>= 2.16)
Description: ext2/ext3/ext4 file system utilities

Package: findutils
Essential: yes
Priority: required
Section: utils
Installed-Size: 1746
Architecture: amd64
Multi-Arch: foreign
Version: 4.9.0-4
Pre-Depends: libc6 (>= 2.34), libselinux1 (>= 3.1~)
Breaks: binstats (<< 1.08-8.1), guilt (<< 0.36-0.2), libpython3.4-minimal (<< 3.4.4-2), libpython3.5-minimal (<< 3.5.1-3), lsat (<< 0.9.7.1-2.1), mc (<< 3:4.8.11-1), switchconf (<< 0.0.9-2.1)
Description: utilities for finding files--find, xargs

Package: gcc-12-base
Priority: optional
Section: libs
Installed-Size: 100
Architecture: amd64
Multi-Arch: same
Version: 12.2.0-14+deb12u1
Breaks: gnat (<< 7)
Description: GCC, the GNU Compiler Collection (base package)

Package: gpgv
Priority: important
Section: utils
Installed-Size: 918
Architecture: amd64
Multi-Arch: foreign
Version: 2.2.40-1.1+deb12u2
Replaces: gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1)
Depends: libbz2-1.0, libc6 (>= 2.34), libgcrypt20 (>= 1.10.0), libgpg-error0 (>= 1.42), zlib1g (>= 1:1.1.4)
Breaks: gnupg2 (<< 2.0.21-2), gpgv2 (<< 2.1.11-7+exp1), python-debian (<< 0.1.29)
Description: GNU privacy guard - signature verification tool

Package: grep
Essential: yes
Priority: required
Section: utils
Installed-Size: 1245
Architecture: amd64
Multi-Arch: foreign
Version: 3.8-5
Provides: rgrep
Depends: dpkg (>= 1.15.4) | install-info
Pre-Depends: libc6 (>= 2.34), libpcre2-8-0 (>= 10.32)
Conflicts: rgrep
Description: GNU grep, egrep and fgrep

Package: gzip
Essential: yes
Priority: required
Section: utils
Installed-Size: 252
Architecture: amd64
Version: 1.12-1
Depends: dpkg (>= 1.15.4) | install-info
Pre-Depends: libc6 (>= 2.33)
Description: GNU compression utilities

Package: hostname
Essential: yes
Priority: required
Section: admin
Installed-Size: 46
Architecture: amd64
Version: 3.23+nmu1
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
Version: 1.65.2+deb12u1
Depends: usrmerge | usr-is-merged
Description: helper tools for all init systems

Package: libacl1
Priority: optional
Section: libs
Installed-Size: 73
Architecture: amd64
Multi-Arch: same
Version: 2.3.1-3
Depends: libc6 (>= 2.33)
Description: access control list - shared library

Package: libapt-pkg6.0
Priority: optional
Section: libs
Installed-Size: 3297
Architecture: amd64
Multi-Arch: same
Version: 2.6.1
Provides: libapt-pkg (= 2.6.1)
Depends: libbz2-1.0, libc6 (>= 2.34), libgcc-s1 (>= 3.0), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r127), liblzma5 (>= 5.1.1alpha+20120614), libstdc++6 (>= 11), libsystemd0 (>= 221), libudev1 (>= 183), libxxhash0 (>= 0.7.1), libzstd1 (>= 1.5.2), zlib1g (>= 1:1.2.2.3)
Breaks: appstream (<< 0.9.0-3~), apt (<< 1.6~), aptitude (<< 0.8.9), dpkg (<< 1.20.8), libapt-inst1.5 (<< 0.9.9~)
Description: package management runtime library

Package: libattr1
Priority: optional
Section: libs
Installed-Size: 59
Architecture: amd64
Multi-Arch: same
Version: 1:2.5.1-4
Depends: libc6 (>= 2.4)
Description: extended attribute handling - shared library

Package: libaudit-common
Priority: optional
Section: libs
Installed-Size: 22
Architecture: all
Multi-Arch: foreign
Version: 1:3.0.9-1
Description: Dynamic library for security auditing - common files

Package: libaudit1
Priority: optional
Section: libs
Installed-Size: 150
Architecture: amd64
Multi-Arch: same
Version: 1:3.0.9-1
Depends: libaudit-common (>= 1:3.0.9-1), libc6 (>= 2.33), libcap-ng0 (>= 0.7.9)
Description: Dynamic library for security auditing

Package: libblkid1
Priority: optional
Section: libs
Installed-Size: 398
Architecture: amd64
Multi-Arch: same
Version: 2.38.1-5+deb12u3
Depends: libc6 (>= 2.33)
Description: block device ID library

Package: libbz2-1.0
Priority: important
Section: libs
Installed-Size: 106
Architecture: amd64
Multi-Arch: same
Version: 1.0.8-5+b1
Depends: libc6 (>= 2.4)
Description: high-quality block-sorting file compressor library - runtime

Package: libc-bin
Essential: yes
Priority: required
Section: libs
Installed-Size: 2042
Architecture: amd64
Multi-Arch: foreign
Version: 2.36-9+deb12u14
Depends: libc6 (>> 2.36), libc6 (<< 2.37)
Breaks: dh-lua (<< 27+nmu1~)
Description: GNU C Library: Binaries

Package: libc6
Priority: optional
Section: libs
Installed-Size: 13001
Architecture: amd64
Multi-Arch: same
Version: 2.36-9+deb12u14
Replaces: libc6-amd64
Depends: libgcc-s1
Breaks: aide (<< 0.17.3-4+b3), busybox (<< 1.30.1-6), chrony (<< 4.2-3~), fakechroot (<< 2.19-3.5), firefox (<< 91~), firefox-esr (<< 91~), gnumach-image-1.8-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-486-dbg (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486 (<< 2:1.8+git20210923~), gnumach-image-1.8-xen-486-dbg (<< 2:1.8+git20210923~), hurd (<< 1:0.9.git20220301-2), ioquake3 (<< 1.36+u20200211.f2c61c1~dfsg-2~), iraf-fitsutil (<< 2018.07.06-4), libgegl-0.4-0 (<< 0.4.18), libtirpc1 (<< 0.2.3), locales (<< 2.36), locales-all (<< 2.36), macs (<< 2.2.7.1-3~), nocache (<< 1.1-1~), nscd (<< 2.36), openarena (<< 0.8.8+dfsg-4~), openssh-server (<< 1:8.1p1-5), python3-iptables (<< 1.0.0-2), r-cran-later (<< 0.7.5+dfsg-2), tinydns (<< 1:1.05-14), valgrind (<< 1:3.19.0-1~), wcc (<< 0.0.2+dfsg-3)
Description: GNU C Library: Shared libraries

Package: libcap-ng0
Priority: optional
Section: libs
Installed-Size: 65
Architecture: amd64
Multi-Arch: same
Version: 0.8.3-1+b3
Depends: libc6 (>= 2.33)
Description: alternate POSIX capabilities library

Package: libcap2
Priority: optional
Section: libs
Installed-Size: 95
Architecture: amd64
Multi-Arch: same
Version: 1:2.66-4+deb12u3+b1
Depends: libc6 (>= 2.34)
Description: POSIX 1003.1e capabilities (library)

Package: libcom-err2
Priority: optional
Section: libs
Installed-Size: 55
Architecture: amd64
Multi-Arch: same
Version: 1.47.0-2+b2
Replaces: libcomerr2 (<< 1.43.9-1~)
Provides: libcomerr2 (= 1.47.0-2+b2)
Depends: libc6 (>= 2.17)
Breaks: libcomerr2 (<< 1.43.9-1~)
Description: common error description library

Package: libcrypt1
Protected: yes
Priority: optional
Section: libs
Installed-Size: 233
Architecture: amd64
Multi-Arch: same
Version: 1:4.4.33-2
Replaces: libc6 (<< 2.29-4)
Depends: libc6 (>= 2.36)
Conflicts: libpam0g (<< 1.4.0-10)
Description: libcrypt shared library

Package: libdb5.3
Priority: standard
Section: libs
Installed-Size: 1833
Architecture: amd64
Multi-Arch: same
Version: 5.3.28+dfsg2-1
Depends: libc6 (>= 2.34)
Description: Berkeley v5.3 Database Libraries [runtime]

Package: libdebconfclient0
Priority: optional
Section: libs
Installed-Size: 37
Architecture: amd64
Multi-Arch: same
Version: 0.270
Depends: libc6 (>= 2.4)
Description: Debian Configuration Management System (C-implementation library)

Package: libext2fs2
Priority: optional
Section: libs
Installed-Size: 535
Architecture: amd64
Multi-Arch: same
Version: 1.47.0-2+b2
Replaces: e2fslibs (<< 1.43.9-1~)
Provides: e2fslibs (= 1.47.0-2+b2)
Depends: libc6 (>= 2.34)
Breaks: e2fslibs (<< 1.43.9-1~)
Description: ext2/ext3/ext4 file system libraries

Package: libffi8
Priority: optional
Section: libs
Installed-Size: 68
Architecture: amd64
Multi-Arch: same
Version: 3.4.4-1
Replaces: libffi8ubuntu1 (<< 3.4.2-1)
Provides: libffi8ubuntu1 (= 3.4.4-1)
Depends: libc6 (>= 2.34)
Breaks: libffi8ubuntu1 (<< 3.4.2-1)
Description: Foreign Function Interface library runtime

Package: libgcc-s1
Protected: yes
Priority: optional
Section: libs
Installed-Size: 140
Architecture: amd64
Multi-Arch: same
Version: 12.2.0-14+deb12u1
Replaces: libgcc1 (<< 1:10)
Provides: libgcc1 (= 1:12.2.0-14+deb12u1)
Depends: gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.35)
Description: GCC support library

Package: libgcrypt20
Priority: optional
Section: libs
Installed-Size: 1592
Architecture: amd64
Multi-Arch: same
Version: 1.10.1-3+deb12u1
Depends: libc6 (>= 2.34), libgpg-error0 (>= 1.27)
Description: LGPL Crypto library - runtime library

Package: libgmp10
Priority: optional
Section: libs
Installed-Size: 855
Architecture: amd64
Multi-Arch: same
Version: 2:6.2.1+dfsg1-1.1
Depends: libc6 (>= 2.14)
Breaks: libmath-gmp-perl (<< 2.20-1), libmath-prime-util-gmp-perl (<< 0.51-2), postgresql-pgmp (<< 1.0.3-1)
Description: Multiprecision arithmetic library

Package: libgnutls30
Priority: optional
Section: libs
Installed-Size: 3396
Architecture: amd64
Multi-Arch: same
Version: 3.7.9-2+deb12u7
Depends: libc6 (>= 2.34), libgmp10 (>= 2:6.2.1+dfsg1), libhogweed6 (>= 3.6), libidn2-0 (>= 2.0.0), libnettle8 (>= 3.7~), libp11-kit0 (>= 0.23.18.1), libtasn1-6 (>= 4.14), libunistring2 (>= 0.9.7)
Description: GNU TLS library - main runtime library

Package: libgpg-error0
Priority: optional
Section: libs
Installed-Size: 192
Architecture: amd64
Multi-Arch: same
Version: 1.46-1
Depends: libc6 (>= 2.34)
Description: GnuPG development runtime library

Package: libhogweed6
Priority: optional
Section: libs
Installed-Size: 463
Architecture: amd64
Multi-Arch: same
Version: 3.8.1-2
Depends: libc6 (>= 2.14), libgmp10 (>= 2:6.2.1+dfsg1), libnettle8
Description: low level cryptographic library (public-key cryptos)

Package: libidn2-0
Priority: optional
Section: libs
Installed-Size: 439
Architecture: amd64
Multi-Arch: same
Version: 2.3.3-1+b1
Depends: libc6 (>= 2.14), libunistring2 (>= 0.9.7)
Description: Internationalized domain names (IDNA2008/TR46) library

Package: liblz4-1
Priority: optional
Section: libs
Installed-Size: 169
Architecture: amd64
Multi-Arch: same
Version: 1.9.4-1
Replaces: liblz4-1a
Depends: libc6 (>= 2.14)
Breaks: liblz4-1a
Description: Fast LZ compression algorithm library - runtime

Package: liblzma5
Priority: optional
Section: libs
Installed-Size: 333
Architecture: amd64
Multi-Arch: same
Version: 5.4.1-1+deb12u1
Depends: libc6 (>= 2.34)
Breaks: liblzma2 (<< 5.1.1alpha+20110809-3~)
Description: XZ-format compression library

Package: libmd0
Priority: optional
Section: libs
Installed-Size: 79
Architecture: amd64
Multi-Arch: same
Version: 1.0.4-2
Depends: libc6 (>= 2.33)
Description: message digest functions from BSD systems - shared library

Package: libmount1
Priority: optional
Section: libs
Installed-Size: 454
Architecture: amd64
Multi-Arch: same
Version: 2.38.1-5+deb12u3
Depends: libblkid1 (>= 2.17.2), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Description: device mounting library

Package: libnettle8
Priority: optional
Section: libs
Installed-Size: 520
Architecture: amd64
Multi-Arch: same
Version: 3.8.1-2
Depends: libc6 (>= 2.17)
Description: low level cryptographic library (symmetric and one-way cryptos)

Package: libp11-kit0
Priority: optional
Section: libs
Installed-Size: 1408
Architecture: amd64
Multi-Arch: same
Version: 0.24.1-2
Depends: libc6 (>= 2.34), libffi8 (>= 3.4)
Description: library for loading and coordinating access to PKCS#11 modules - runtime

Package: libpam-modules
Priority: required
Section: admin
Installed-Size: 1031
Architecture: amd64
Multi-Arch: same
Version: 1.5.2-6+deb12u2
Replaces: libpam-umask, libpam0g-util
Provides: libpam-mkhomedir, libpam-motd, libpam-umask
Pre-Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libdb5.3, libpam0g (>= 1.4.1), libselinux1 (>= 3.1~), debconf (>= 0.5) | debconf-2.0, libpam-modules-bin (= 1.5.2-6+deb12u2)
Conflicts: libpam-mkhomedir, libpam-motd, libpam-umask
Description: Pluggable Authentication Modules for PAM

Package: libpam-modules-bin
Priority: required
Section: admin
Installed-Size: 227
Architecture: amd64
Multi-Arch: foreign
Version: 1.5.2-6+deb12u2
Replaces: libpam-modules (<< 1.5.2-5~)
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.3.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~)
Description: Pluggable Authentication Modules for PAM - helper binaries

Package: libpam-runtime
Priority: required
Section: admin
Installed-Size: 876
Architecture: all
Multi-Arch: foreign
Version: 1.5.2-6+deb12u2
Replaces: libpam0g-dev, libpam0g-util
Depends: debconf (>= 0.5) | debconf-2.0, debconf (>= 1.5.19) | cdebconf, libpam-modules (>= 1.0.1-6)
Conflicts: libpam0g-util
Description: Runtime support for the PAM library

Package: libpam0g
Priority: optional
Section: libs
Installed-Size: 215
Architecture: amd64
Multi-Arch: same
Version: 1.5.2-6+deb12u2
Replaces: libpam0g-util
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), debconf (>= 0.5) | debconf-2.0
Description: Pluggable Authentication Modules library

Package: libpcre2-8-0
Priority: optional
Section: libs
Installed-Size: 685
Architecture: amd64
Multi-Arch: same
Version: 10.42-1
Depends: libc6 (>= 2.34)
Description: New Perl Compatible Regular Expression Library- 8 bit runtime files

Package: libseccomp2
Priority: optional
Section: libs
Installed-Size: 148
Architecture: amd64
Multi-Arch: same
Version: 2.5.4-1+deb12u1
Depends: libc6 (>= 2.4)
Description: high level interface to Linux seccomp filter

Package: libselinux1
Priority: optional
Section: libs
Installed-Size: 199
Architecture: amd64
Multi-Arch: same
Version: 3.4-1+b6
Depends: libc6 (>= 2.34), libpcre2-8-0 (>= 10.22)
Description: SELinux runtime shared libraries

Package: libsemanage-common
Priority: optional
Section: libs
Installed-Size: 37
Architecture: all
Multi-Arch: foreign
Version: 3.4-1
Description: Common files for SELinux policy management libraries

Package: libsemanage2
Priority: optional
Section: libs
Installed-Size: 297
Architecture: amd64
Multi-Arch: same
Version: 3.4-1+b5
Depends: libsemanage-common (>= 3.4-1), libaudit1 (>= 1:2.2.1), libbz2-1.0, libc6 (>= 2.34), libselinux1 (>= 3.4), libsepol2 (>= 3.4)
Breaks: policycoreutils (<< 3.0)
Description: SELinux policy management library

Package: libsepol2
Priority: optional
Section: libs
Installed-Size: 775
Architecture: amd64
Multi-Arch: same
Version: 3.4-2.1
Depends: libc6 (>= 2.33)
Description: SELinux library for manipulating binary security policies

Package: libsmartcols1
Priority: optional
Section: libs
Installed-Size: 289
Architecture: amd64
Multi-Arch: same
Version: 2.38.1-5+deb12u3
Depends: libc6 (>= 2.33)
Description: smart column output alignment library

Package: libss2
Priority: optional
Section: libs
Installed-Size: 71
Architecture: amd64
Multi-Arch: same
Version: 1.47.0-2+b2
Replaces: e2fsprogs (<< 1.34-1)
Depends: libcom-err2, libc6 (>= 2.34)
Description: command-line interface parsing library

Package: libstdc++6
Priority: optional
Section: libs
Installed-Size: 2686
Architecture: amd64
Multi-Arch: same
Version: 12.2.0-14+deb12u1
Replaces: libstdc++6-12-dbg (<< 4.9.0-3)
Depends: gcc-12-base (= 12.2.0-14+deb12u1), libc6 (>= 2.36), libgcc-s1 (>= 4.2)
Breaks: gcc-4.3 (<< 4.3.6-1), gcc-4.4 (<< 4.4.6-4), gcc-4.5 (<< 4.5.3-2)
Conflicts: scim (<< 1.4.2-1)
Description: GNU Standard C++ Library v3

Package: libsystemd0
Priority: optional
Section: libs
Installed-Size: 909
Architecture: amd64
Multi-Arch: same
Version: 252.39-1~deb12u2
Depends: libc6 (>= 2.34), libcap2 (>= 1:2.10), libgcrypt20 (>= 1.10.0), liblz4-1 (>= 0.0~r122), liblzma5 (>= 5.1.1alpha+20120614), libzstd1 (>= 1.5.2)
Description: systemd utility library

Package: libtasn1-6
Priority: optional
Section: libs
Installed-Size: 116
Architecture: amd64
Multi-Arch: same
Version: 4.19.0-2+deb12u1
Depends: libc6 (>= 2.14)
Description: Manage ASN.1 structures (runtime)

Package: libtinfo6
Priority: optional
Section: libs
Installed-Size: 541
Architecture: amd64
Multi-Arch: same
Version: 6.4-4
Depends: libc6 (>= 2.34)
Description: shared low-level terminfo library for terminal handling

Package: libudev1
Priority: optional
Section: libs
Installed-Size: 240
Architecture: amd64
Multi-Arch: same
Version: 252.39-1~deb12u2
Depends: libc6 (>= 2.34)
Description: libudev shared library

Package: libunistring2
Priority: optional
Section: libs
Installed-Size: 1807
Architecture: amd64
Multi-Arch: same
Version: 1.0-2
Depends: libc6 (>= 2.34)
Description: Unicode string library for C

Package: libuuid1
Priority: optional
Section: libs
Installed-Size: 79
Architecture: amd64
Multi-Arch: same
Version: 2.38.1-5+deb12u3
Depends: libc6 (>= 2.25)
Description: Universally Unique ID library

Package: libxxhash0
Priority: optional
Section: libs
Installed-Size: 99
Architecture: amd64
Multi-Arch: same
Version: 0.8.1-1
Depends: libc6 (>= 2.14)
Description: shared library for xxhash

Package: libzstd1
Priority: optional
Section: libs
Installed-Size: 785
Architecture: amd64
Multi-Arch: same
Version: 1.5.4+dfsg2-5
Depends: libc6 (>= 2.34)
Description: fast lossless compression algorithm

Package: login
Essential: yes
Priority: required
Section: admin
Installed-Size: 2550
Architecture: amd64
Multi-Arch: foreign
Version: 1:4.13+dfsg1-1+deb12u2
Pre-Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libpam-runtime, libpam-modules
Conflicts: python-4suite (<< 0.99cvs20060405-1)
Description: system login tools

Package: logsave
Priority: optional
Section: admin
Installed-Size: 50
Architecture: amd64
Multi-Arch: foreign
Version: 1.47.0-2+b2
Replaces: e2fsprogs (<< 1.45.3-1)
Depends: libc6 (>= 2.34)
Breaks: e2fsprogs (<< 1.45.3-1)
Description: save the output of a command in a log file

Package: mawk
Priority: required
Section: interpreters
Installed-Size: 263
Architecture: amd64
Multi-Arch: foreign
Version: 1.3.4.20200120-3.1
Provides: awk
Depends: libc6 (>= 2.29)
Description: Pattern scanning and text processing language

Package: mount
Priority: required
Section: admin
Installed-Size: 393
Architecture: amd64
Multi-Arch: foreign
Version: 2.38.1-5+deb12u3
Pre-Depends: libblkid1 (>= 2.17.2), libc6 (>= 2.34), libmount1 (>= 2.38), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.33)
Description: tools for mounting and manipulating filesystems

Package: ncurses-base
Essential: yes
Priority: required
Section: misc
Installed-Size: 379
Architecture: all
Multi-Arch: foreign
Version: 6.4-4
Provides: ncurses-runtime
Breaks: bash-static (<< 4.4.18-1.1), libmono-corlib4.5-cil (<< 4.6.2.7+dfsg-2), libslang2 (<< 2.3.1a-3), libtinfo5 (<< 6.1), libunibilium0 (<< 2), libunibilium4 (<< 2.0.0-3), neovim (<< 0.6.0), vim-common (<< 2:9.0.1000-2), zsh-static (<< 5.4.2-4)
Description: basic terminal type definitions

Package: ncurses-bin
Essential: yes
Priority: required
Section: utils
Installed-Size: 636
Architecture: amd64
Multi-Arch: foreign
Version: 6.4-4
Pre-Depends: libc6 (>= 2.34), libtinfo6 (>= 6.3)
Description: terminal-related programs and man pages

Package: passwd
Priority: required
Section: admin
Installed-Size: 2827
Architecture: amd64
Multi-Arch: foreign
Version: 1:4.13+dfsg1-1+deb12u2
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.36), libcrypt1 (>= 1:4.1.0), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsemanage2 (>= 2.0.32), libpam-modules
Description: change and administer password and group data

Package: perl-base
Essential: yes
Priority: required
Section: perl
Installed-Size: 7639
Architecture: amd64
Version: 5.36.0-7+deb12u3
Replaces: libfile-path-perl (<< 2.18), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libscalar-list-utils-perl (<< 1:1.62), libsocket-perl (<< 2.033), libxsloader-perl (<< 0.31), perl (<< 5.10.1-12), perl-modules (<< 5.20.1-3)
Provides: libfile-path-perl (= 2.18), libfile-temp-perl (= 0.2311), libio-socket-ip-perl (= 0.41), libscalar-list-utils-perl (= 1:1.62), libsocket-perl (= 2.033), libxsloader-perl (= 0.31), perlapi-5.36.0
Pre-Depends: libc6 (>= 2.35), libcrypt1 (>= 1:4.1.0), dpkg (>= 1.17.17)
Breaks: amanda-common (<< 1:3.3.9-2), backuppc (<< 4.4.0-7~), bucardo (<< 5.5.0-1.1), debconf (<< 1.5.61), dh-haskell (<< 0.3), duck (<< 0.14.1), intltool (<< 0.51.0-4), kio-perldoc (<< 20.04.1-1), latexml (<< 0.8.4-2), libdevel-mat-dumper-perl (<< 0.42-3), libencode-arabic-perl (<< 14.2-2), libexception-class-perl (<< 1.42), libfile-path-perl (<< 2.18), libfile-spec-perl (<< 3.8400), libfile-temp-perl (<< 0.2311), libio-socket-ip-perl (<< 0.41), libmp3-tag-perl (<< 1.13-1.2), libsbuild-perl (<< 0.67.0-1), libscalar-list-utils-perl (<< 1:1.62), libsocket-perl (<< 2.033), libxsloader-perl (<< 0.31), mailagent (<< 1:3.1-81-2), perl (<< 5.36.0~), perl-modules (<< 5.36.0~), pod2pdf (<< 0.42-5.1), slic3r (<< 1.2.9+dfsg-6.1), slic3r-prusa (<< 1.37.0+dfsg-1.1), texinfo (<< 6.1.0.dfsg.1-8)
Conflicts: defoma (<< 0.11.12), doc-base (<< 0.10.3), mono-gac (<< 2.10.8.1-3), safe-rm (<< 0.8), update-inetd (<< 4.41)
Description: minimal Perl system

Package: sed
Essential: yes
Priority: required
Section: utils
Installed-Size: 987
Architecture: amd64
Multi-Arch: foreign
Version: 4.9-1+deb12u1
Pre-Depends: libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Description: GNU stream editor for filtering/transforming text

Package: sysvinit-utils
Essential: yes
Priority: required
Section: admin
Installed-Size: 100
Architecture: amd64
Multi-Arch: foreign
Version: 3.06-4
Replaces: lsb-base
Provides: lsb-base (= 11.1.0)
Depends: libc6 (>= 2.34)
Conflicts: lsb-base (<< 11.3~)
Description: System-V-like utilities

Package: tar
Essential: yes
Priority: required
Section: utils
Installed-Size: 3144
Architecture: amd64
Multi-Arch: foreign
Version: 1.34+dfsg-1.2+deb12u1
Replaces: cpio (<< 2.4.2-39)
Pre-Depends: libacl1 (>= 2.2.23), libc6 (>= 2.34), libselinux1 (>= 3.1~)
Breaks: dpkg-dev (<< 1.14.26)
Conflicts: cpio (<= 2.4.2-38)
Description: GNU version of the tar archiving utility

Package: tzdata
Priority: required
Section: localization
Installed-Size: 2573
Architecture: all
Multi-Arch: foreign
Version: 2026b-0+deb12u1
Provides: tzdata-bookworm
Depends: debconf (>= 0.5) | debconf-2.0
Description: time zone and daylight-saving time data

Package: usr-is-merged
Priority: optional
Section: oldlibs
Installed-Size: 13
Architecture: all
Multi-Arch: foreign
Version: 37~deb12u1
Breaks: cruft-ng (<< 0.4.4~), initramfs-tools (<< 0.121~)
Conflicts: acl (<< 2.2.52-3~), arptables (<< 0.0.4+snapshot20181021-1~), coreutils (<< 8.24-1~), cruft (<< 0.9.44~), cryptsetup (<< 2:1.7.0-1~), davfs2 (<< 1.5.2-1.2~), debianutils (<< 4.5~), dhcpcd (<< 1:5~), ebtables (<< 2.0.10.4+snapshot20181205-1~), elvis-tiny (<< 1.4-24~), kbd (<< 2.0.4-4~), ksh (<< 93u+20120801-3.1~), less (<< 481-2~), libbrlapi-dev (<< 5.3.1-1~), libc0.1 (<< 2.35-4), libc0.3 (<< 2.35-4), libc6 (<< 2.35-4), libc6.1 (<< 2.35-4), libdm0-dev, libjson-c-dev (<< 0.12.1-1.1~), libparted1.8-10 (<< 1.8.8.git.2008.03.24-11.2~), libpng12-0 (<< 1.2.54-6~), libusb-0.1-4 (<< 2:0.1.12-28~), lustre-utils (<< 1.8.5+dfsg-3.2~), mksh (<< 52b-1~), molly-guard (<< 0.7.1+exp1~), musl-dev (<< 1.1.9-1.1~), nano (<< 2.3.99pre3-1~), open-iscsi (<< 2.0.873+git0.3b4b4500-13~), open-vm-tools (<< 2:10.0.5-3227872-2~), policycoreutils (<< 2.4-4~), safe-rm (<< 0.12-6~), tcsh (<< 6.18.01-4~), vsearch (<< 1.9.5-2~), xfsdump (<< 3.1.6+nmu1~), xfslibs-dev (<< 4.9.0+nmu1~), yp-tools (<< 3.3-5~), zsh (<< 5.2-4~)
Description: Transitional package to assert a merged-/usr system

Package: util-linux
Essential: yes
Priority: required
Section: utils
Installed-Size: 4978
Architecture: amd64
Multi-Arch: foreign
Version: 2.38.1-5+deb12u3
Replaces: hardlink
Provides: hardlink
Depends: util-linux-extra
Pre-Depends: libblkid1 (>= 2.37.2), libc6 (>= 2.34), libcap-ng0 (>= 0.7.9), libcrypt1 (>= 1:4.1.0), libmount1 (>= 2.38), libpam0g (>= 0.99.7.1), libselinux1 (>= 3.1~), libsmartcols1 (>= 2.38), libsystemd0, libtinfo6 (>= 6), libudev1 (>= 183), libuuid1 (>= 2.16), zlib1g (>= 1:1.1.4)
Conflicts: hardlink
Description: miscellaneous system utilities

Package: util-linux-extra
Priority: standard
Section: utils
Installed-Size: 366
Architecture: amd64
Multi-Arch: foreign
Version: 2.38.1-5+deb12u3
Replaces: util-linux (<< 2.38~)
Depends: libaudit1 (>= 1:2.2.1), libc6 (>= 2.34), libsmartcols1 (>= 2.38)
Breaks: util-linux (<< 2.38~)
Description: interactive login tools

Package: zlib1g
Priority: required
Section: libs
Installed-Size: 168
Architecture: amd64
Multi-Arch: same
Version: 1:1.2.13.dfsg-1
Provides: libz1
Depends: libc6 (>= 2.14)
Breaks: libxml2 (<< 2.7.6.dfsg-2), texlive-binaries (<< 2009-12)
Conflicts: zlib1 (<= 1:1.0.4-7)
Description: compression library - runtime
`;
