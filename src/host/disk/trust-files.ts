import { internetRoot, internetRoots, opensslCnf } from '../../catalogue/authority/index.ts';

/** What openssl-rehash(1) makes of the roots' subjects. */
const hashes: Readonly<Record<string, string>> = { Drydock_Internet_Root_CA: 'd6bc3747', Drydock_Internet_Root_CA_2: '9f649287' };

/** The package ca-certificates, with the roots of the simulated internet, configured. */
export const trustFiles: readonly (readonly [path: string, content: string])[] = [
  ['/etc/ca-certificates.conf', `# This file lists certificates that you wish to use or to ignore to be\n# installed in /etc/ssl/certs.\n# update-ca-certificates(8) will update /etc/ssl/certs by reading this file.\n#\n# line begins with # is comment.\n# line begins with ! is certificate filename to be deselected.\n#\n${Object.keys(internetRoots).map((name) => `mozilla/${name}.crt\n`).join('')}`],
  ['/etc/ssl/certs/ca-certificates.crt', internetRoot],
  ['/etc/ssl/openssl.cnf', opensslCnf],
  ...Object.entries(internetRoots).map(([name, pem]): readonly [string, string] => [`/usr/share/ca-certificates/mozilla/${name}.crt`, pem]),
];

/** Its links. */
export const trustLinks: readonly (readonly [path: string, target: string])[] = [
  ...Object.keys(internetRoots).flatMap((name): (readonly [string, string])[] => [[`/etc/ssl/certs/${name}.pem`, `/usr/share/ca-certificates/mozilla/${name}.crt`], [`/etc/ssl/certs/${hashes[name]}.0`, `${name}.pem`]]),
  ['/usr/lib/ssl/cert.pem', '/etc/ssl/certs/ca-certificates.crt'], ['/usr/lib/ssl/certs', '/etc/ssl/certs'], ['/usr/lib/ssl/private', '/etc/ssl/private'], ['/usr/lib/ssl/openssl.cnf', '/etc/ssl/openssl.cnf'],
];

/** Its folders. */
export const trustFolders: readonly (readonly [path: string, mode: number])[] = [['/etc/ca-certificates/update.d', 0o755], ['/usr/local/share/ca-certificates', 0o755], ['/etc/ssl/private', 0o710]];
