import type { Command } from '../command.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/version.ts';

const compiler = 'gcc -fPIC -pthread -m64 -Wa,--noexecstack -Wall -fzero-call-used-regs=used-gpr -Wa,--noexecstack -g -O2 -Werror=implicit-function-declaration -fstack-protector-strong -fstack-clash-protection -Wformat -Werror=format-security -fcf-protection -DOPENSSL_USE_NODELETE -DL_ENDIAN -DOPENSSL_PIC -DOPENSSL_BUILDING_OPENSSL -DZLIB -DZSTD -DNDEBUG -Wdate-time -D_FORTIFY_SOURCE=2';

/** The version that this imitates. */
export const versionLine = 'OpenSSL 3.5.9 29 Sep 2026 (Library: OpenSSL 3.5.9 29 Sep 2026)';

const items: readonly (readonly [option: string, line: string])[] = [
  ['v', versionLine], ['b', 'built on: Tue Jan  1 00:00:00 1980 UTC'], ['p', 'platform: debian-amd64'], ['o', 'options:  bn(64,64)'], ['f', `compiler: ${compiler}`], ['d', 'OPENSSLDIR: "/usr/lib/ssl"'], ['e', 'ENGINESDIR: "/usr/lib/x86_64-linux-gnu/engines-3"'],
  ['m', 'MODULESDIR: "/usr/lib/x86_64-linux-gnu/ossl-modules"'], ['r', 'Seeding source: os-specific'], ['c', 'CPUINFO: N/A'],
];

/** openssl-version(1). */
export const version: Command = {
  options,
  run({ options: given, name, tool }) {
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    const asked = items.filter(([option]) => given.has('a') || given.has(option));
    tool.out.write((asked.length > 0 ? asked : items.slice(0, 1)).map(([, line]) => `${line}\n`).join(''));
    return 0;
  },
};
