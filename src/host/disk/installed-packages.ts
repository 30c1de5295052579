/** Name, version, and marks (a: all architectures; s, f, w: Multi-Arch same, foreign, allowed; e: essential) of what a Debian lab host has installed. */
const packages = [
  'adduser 3.152 af; apt 3.0.4; base-files 13.8+deb13u8 fe; base-passwd 3.6.7 fe; bash 5.2.37-2+b10 fe; bash-completion 1:2.16.0-7 af; bc 1.07.1-4 f; bind9-dnsutils 1:9.20.30-1~deb13u1 f; bind9-host 1:9.20.30-1~deb13u1 f; bsdextrautils 2.41.5-0+deb13u1 f; bsdutils 1:2.41.5-0+deb13u1 fe; bzip2 1.0.8-6 f',
  'ca-certificates 20250419+deb13u1 af; containerd 1.7.24~ds1-6+deb13u1; coreutils 9.7-3 fe; curl 8.14.1-2+deb13u7 f; dash 0.5.12-12 fe; dc 1.07.1-4 f; debconf 1.5.91 af; debian-archive-keyring 2025.1 af; debianutils 5.23.2 fe; diffutils 1:3.10-4 e; docker-buildx 0.13.1+ds1-3',
  'docker-cli 26.1.5+dfsg1-9+deb13u1+b1; docker-compose 2.26.1-4; docker.io 26.1.5+dfsg1-9+deb13u1+b1; dpkg 1.22.22 fe; file 1:5.46-5 f; findutils 4.10.0-3 fe; gcc-14-base 14.2.0-19 s; gettext-base 0.23.1-2 f; grep 3.11-4 fe; gzip 1.13-1+deb13u1 e; hostname 3.25 e; inetutils-telnet 2:2.6-3+deb13u3',
  'init-system-helpers 1.69~deb13u1 afe; iproute2 6.15.0-1 f; iptables 1.8.11-2 f; iputils-ping 3:20240905-3 f; jq 1.7.1-6+deb13u4 f; less 668-1 f; libacl1 2.3.2-2+b1 s; libapparmor1 4.1.0-1 s; libapt-pkg7.0 3.0.4 s; libattr1 1:2.5.2-3 s; libaudit-common 1:4.0.2-2+deb13u1 af',
  'libaudit1 1:4.0.2-2+deb13u1 s; libblkid1 2.41.5-0+deb13u1 s; libbpf1 1:1.5.0-3 s; libbrotli1 1.1.0-2+deb13u1 s; libbsd0 0.12.2-2 s; libbz2-1.0 1.0.8-6 s; libc-bin 2.41-12+deb13u5 fe; libc6 2.41-12+deb13u5 s; libcap-ng0 0.8.5-4+b1 s; libcap2 1:2.75-10+deb13u1+b3 s; libcap2-bin 1:2.75-10+deb13u1+b3 f',
  'libcom-err2 1.47.2-3+b12 s; libcrypt1 1:4.4.38-1 s; libcurl4t64 8.14.1-2+deb13u7 s; libdb5.3t64 5.3.28+dfsg2-9 s; libdebconfclient0 0.280 s; libelf1t64 0.192-4 s; libffi8 3.4.8-2 s; libgcc-s1 14.2.0-19 s; libgmp10 2:6.3.0+dfsg-3 s; libgnutls30t64 3.8.9-3+deb13u4 s; libgssapi-krb5-2 1.21.3-5+deb13u1 s',
  'libhogweed6t64 3.10.1-1 s; libidn2-0 2.3.8-2 s; libip4tc2 1.8.11-2 s; libip6tc2 1.8.11-2 s; libjq1 1.7.1-6+deb13u4 s; libk5crypto3 1.21.3-5+deb13u1 s; libkeyutils1 1.6.3-6 s; libkrb5-3 1.21.3-5+deb13u1 s; libkrb5support0 1.21.3-5+deb13u1 s; liblastlog2-2 2.41.5-0+deb13u1 s; libldap2 2.6.10+dfsg-1 s',
  'liblz4-1 1.10.0-4 s; liblzma5 5.8.1-1+deb13u2 s; libmd0 1.1.0-2+b1 s; libmnl0 1.0.5-3 s; libmount1 2.41.5-0+deb13u1 s; libncursesw6 6.5+20250216-2 s; libnetfilter-conntrack3 1.1.0-1 s; libnettle8t64 3.10.1-1 s; libnfnetlink0 1.0.2-3 s; libnftnl11 1.2.9-1 s; libnghttp2-14 1.64.0-1.1+deb13u2 s',
  'libnghttp3-9 1.8.0-1 s; libonig5 6.9.9-1+b1 s; libp11-kit0 0.25.5-3 s; libpam-modules 1.7.0-5 s; libpam-modules-bin 1.7.0-5 f; libpam-runtime 1.7.0-5 af; libpam0g 1.7.0-5 s; libpcre2-8-0 10.46-1~deb13u3 s; libproc2-0 2:4.0.4-9 s; libpsl5t64 0.21.2-1.1+b1 s; librtmp1 2.4+20151223.gitfa8646d.1-2+b5 s',
  'libsasl2-2 2.1.28+dfsg1-9 s; libsasl2-modules-db 2.1.28+dfsg1-9 s; libseccomp2 2.6.0-2 s; libselinux1 3.8.1-1 s; libsemanage-common 3.8.1-1 af; libsemanage2 3.8.1-1 s; libsepol2 3.8.1-1 s; libsmartcols1 2.41.5-0+deb13u1 s; libsqlite3-0 3.46.1-7+deb13u2 s; libssh2-1t64 1.11.1-1+deb13u2 s',
  'libssl3t64 3.5.9-1~deb13u1 s; libstdc++6 14.2.0-19 s; libsystemd0 257.13-1~deb13u1 s; libtasn1-6 4.20.0-2+deb13u1 s; libtinfo6 6.5+20250216-2 s; libtirpc-common 1.3.6+ds-1 af; libtirpc3t64 1.3.6+ds-1 s; libudev1 257.13-1~deb13u1 s; libunistring5 1.3-2 s; libuuid1 2.41.5-0+deb13u1 s',
  'libxtables12 1.8.11-2 s; libxxhash0 0.8.3-2 s; libzstd1 1.5.7+dfsg-1 s; login 1:4.16.0-2+really2.41.5-0+deb13u1 f; login.defs 1:4.17.4-2 af; lsof 4.99.4+dfsg-2; man-db 2.13.1-1 f; mawk 1.3.4.20250131-1 f; mount 2.41.5-0+deb13u1 f; nano 8.4-1+deb13u1; ncal 12.1.8 f; ncurses-base 6.5+20250216-2 afe',
  'ncurses-bin 6.5+20250216-2 fe; net-tools 2.10-1.3 f; netbase 6.5 af; netcat-openbsd 1.229-1; openssh-client 1:10.0p1-7+deb13u4 f; openssl 3.5.9-1~deb13u1 f; openssl-provider-legacy 3.5.9-1~deb13u1 f; passwd 1:4.17.4-2 f; patch 2.8-2+deb13u1 f; perl-base 5.40.1-6+deb13u1 e; procps 2:4.0.4-9 f',
  'psmisc 23.7-2 f; runc 1.1.15+ds1-2+b4; sed 4.9-2+deb13u1 fe; sqv 1.3.0-3+b2 f; sudo 1.9.16p2-3+deb13u5 f; sysvinit-utils 3.14-4 fe; tar 1.35+dfsg-3.1 fe; tcpdump 4.99.5-2 f; time 1.9-0.2 f; tini 0.19.0-3+b8; traceroute 1:2.1.6-1; tree 2.2.1-1; tzdata 2026f-0+deb13u1 af; unzip 6.0-29+deb13u1 f',
  'util-linux 2.41.5-0+deb13u1 fe; vim-common 2:9.1.1230-2+deb13u2 af; vim-tiny 2:9.1.1230-2+deb13u2; wget 1.25.0-2 f; xxd 2:9.1.1230-2+deb13u2 f; xz-utils 5.8.1-1+deb13u2 f; zip 3.0-15+deb13u1 f; zlib1g 1:1.3.dfsg+really1.3.1-1+deb13u1 s',
].join('; ');

const multiArch: Record<string, string> = { s: 'same', f: 'foreign', w: 'allowed' };

/** /var/lib/dpkg/status: the fields that name a package; the tools know the others (`coreutils/package/host-packages.ts`). */
export function dpkgStatus(): string {
  return packages.split('; ').map((line) => {
    const [name = '', version = '', marks = ''] = line.split(' ');
    const several = multiArch[marks.replace(/[ae]/g, '')];
    return `Package: ${name}\n${marks.includes('e') ? 'Essential: yes\n' : ''}Status: install ok installed\nArchitecture: ${marks.includes('a') ? 'all' : 'amd64'}\n${several === undefined ? '' : `Multi-Arch: ${several}\n`}Version: ${version}\n`;
  }).join('\n');
}
