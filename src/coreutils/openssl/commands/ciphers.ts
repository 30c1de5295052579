import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { options } from '../options/ciphers.ts';
import { selectSuites, suiteTable, type SuiteRow } from '../tls/suite-list.ts';

/** openssl-ciphers(1). */
export const ciphers: Command = {
  options,
  run({ options: given, tool }) {
    const list = given.rest[0] ?? 'DEFAULT';
    const older = selectSuites(list);
    if (!older) throw new Failure('Error in cipher list\n', ['error:0A0000B9:SSL routines:SSL_CTX_set_cipher_list:no cipher match:../ssl/ssl_lib.c:3377:']);
    const names = given.value('ciphersuites')?.split(':');
    const newer = suiteTable.filter(({ id, ianaName }) => (names ? names.includes(ianaName) : id >= 0x1301 && id <= 0x1303));
    const only = given.has('s');
    const versions = (['tls1_3', 'tls1_2', 'tls1_1', 'tls1'] as const).filter((version) => given.has(version));
    const shown = [...newer, ...older].filter((row) => {
      if (!only) return true;
      if (row.version === 'TLSv1.3') return versions.length === 0 || versions.includes('tls1_3');
      if ((versions.length > 0 && !versions.includes('tls1_2')) || (/PSK/.test(row.exchange) && !given.has('psk')) || (row.exchange === 'SRP' && !given.has('srp'))) return false;
      return true;
    });
    if (given.has('V', 'v', 'stdname')) for (const row of shown) tool.out.write(line(row, given.has('V'), given.has('stdname')));
    else tool.out.write(`${shown.map(({ name }) => name).join(':')}\n`);
    return 0;
  },
};

function line({ id, name, ianaName, version, exchange, authentication, encryption, mac }: SuiteRow, numbered: boolean, standard: boolean): string {
  const hex = id.toString(16).toUpperCase().padStart(4, '0');
  const number = numbered ? `          0x${hex.slice(0, 2)},0x${hex.slice(2)} - ` : '';
  return `${number}${standard ? `${ianaName.padEnd(45)} - ` : ''}${name.padEnd(30)} ${version.padEnd(7)} Kx=${exchange.padEnd(8)} Au=${authentication.padEnd(5)} Enc=${encryption.padEnd(22)} Mac=${mac.padEnd(4)}\n`;
}
