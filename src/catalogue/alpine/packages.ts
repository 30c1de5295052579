// Packages of Alpine 3.20's minimal root file system: name, version, installed size, description.
const packages: readonly (readonly [string, string, number, string])[] = [
  ['alpine-baselayout', '3.6.5-r0', 6532, 'Alpine base dir structure and init scripts'],
  ['alpine-baselayout-data', '3.6.5-r0', 18432, 'Alpine base dir structure and init scripts'],
  ['alpine-keys', '2.4-r1', 13300, 'Public keys for Alpine Linux packages'],
  ['apk-tools', '2.14.4-r1', 253840, 'Alpine Package Keeper - package manager for alpine'],
  ['busybox', '1.36.1-r29', 808712, 'Size optimized toolbox of many common UNIX utilities'],
  ['busybox-binsh', '1.36.1-r29', 1, 'busybox ash /bin/sh'],
  ['ca-certificates-bundle', '20240705-r0', 222263, 'Pre generated bundle of Mozilla certificates'],
  ['libcrypto3', '3.3.2-r0', 4721664, 'Crypto library from openssl'],
  ['libssl3', '3.3.2-r0', 797744, 'SSL shared libraries'],
  ['musl', '1.2.5-r0', 662264, 'the musl c library (libc) implementation'],
  ['musl-utils', '1.2.5-r0', 104448, 'the musl c library (libc) implementation'],
  ['scanelf', '1.3.7-r2', 67080, 'Scan ELF binaries for stuff'],
  ['ssl_client', '1.36.1-r29', 14424, 'External ssl_client for busybox wget'],
  ['zlib', '1.3.1-r1', 104096, 'A compression/decompression Library'],
];

/** The database of installed packages, as apk keeps it (without the lists of files). */
export const apkInstalled = packages.map(([name, version, size, description]) => `P:${name}\nV:${version}\nA:x86_64\nI:${size}\nT:${description}\nL:see the package\no:${name}\n\n`).join('');
