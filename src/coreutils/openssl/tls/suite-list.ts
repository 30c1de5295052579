import { defaultSuites, suiteRows } from './suites-data.ts';

/** A suite as `openssl ciphers -v` shows it. */
export interface SuiteRow {
  id: number;
  name: string;
  ianaName: string;
  version: string;
  exchange: string;
  authentication: string;
  encryption: string;
  mac: string;
}

/** All suites, in the order of ALL:COMPLEMENTOFALL. */
export const suiteTable: readonly SuiteRow[] = suiteRows.trim().split('\n').map((row) => {
  const [id = '', name = '', ianaName = '', version = '', exchange = '', authentication = '', encryption = '', mac = ''] = row.split(' ');
  return { id: Number.parseInt(id, 16), name, ianaName, version, exchange, authentication, encryption, mac };
});

const defaults = new Set(defaultSuites.split(' ').map((id) => Number.parseInt(id, 16)));

/** Those that are on by default. */
export const defaultTable: readonly SuiteRow[] = suiteTable.filter(({ id }) => defaults.has(id));

const has = (pattern: RegExp, of: (row: SuiteRow) => string) => (row: SuiteRow): boolean => pattern.test(of(row));
const exchange = (pattern: RegExp) => has(pattern, (row) => row.exchange);
const authentication = (pattern: RegExp) => has(pattern, (row) => row.authentication);
const encryption = (pattern: RegExp) => has(pattern, (row) => row.encryption);
const mac = (pattern: RegExp) => has(pattern, (row) => row.mac);
const known = (row: SuiteRow): boolean => row.authentication !== 'None';
const strong = (row: SuiteRow): boolean => !/None|SEED|IDEA|DES|CCM8/.test(row.encryption);

/** The words of a cipher string: openssl-ciphers(1). */
const words: Record<string, (row: SuiteRow) => boolean> = {
  ALL: (row) => row.encryption !== 'None', COMPLEMENTOFALL: (row) => row.encryption === 'None', COMPLEMENTOFDEFAULT: (row) => !defaults.has(row.id) && row.encryption !== 'None', HIGH: strong, MEDIUM: encryption(/SEED|IDEA|CCM8/), LOW: () => false,
  kRSA: exchange(/^RSA$/), RSA: exchange(/^RSA$/), kDHE: exchange(/^DH$/), kEDH: exchange(/^DH$/), DH: exchange(/^DH$/), DHE: (row) => row.exchange === 'DH' && known(row), EDH: (row) => row.exchange === 'DH' && known(row), kECDHE: exchange(/^ECDH$/), kEECDH: exchange(/^ECDH$/), ECDH: exchange(/^ECDH$/),
  ECDHE: (row) => row.exchange === 'ECDH' && known(row), EECDH: (row) => row.exchange === 'ECDH' && known(row), kPSK: exchange(/^PSK$/), kRSAPSK: exchange(/^RSAPSK$/), kDHEPSK: exchange(/^DHEPSK$/), kECDHEPSK: exchange(/^ECDHEPSK$/), kSRP: exchange(/^SRP$/), SRP: exchange(/^SRP$/), PSK: exchange(/PSK$/),
  aRSA: authentication(/^RSA$/), aECDSA: authentication(/^ECDSA$/), ECDSA: authentication(/^ECDSA$/), aDSS: authentication(/^DSS$/), DSS: authentication(/^DSS$/), aNULL: authentication(/^None$/), aPSK: authentication(/^PSK$/), aSRP: authentication(/^SRP$/), ADH: (row) => row.exchange === 'DH' && !known(row), AECDH: (row) => row.exchange === 'ECDH' && !known(row),
  eNULL: encryption(/^None$/), NULL: encryption(/^None$/), AESGCM: encryption(/^AESGCM/), AESCCM: encryption(/^AESCCM/), AESCCM8: encryption(/^AESCCM8/), AES128: encryption(/^AES\w*\(128\)/), AES256: encryption(/^AES\w*\(256\)/), AES: encryption(/^AES/), CHACHA20: encryption(/^CHACHA20/), CAMELLIA: encryption(/^Camellia/), CAMELLIA128: encryption(/^Camellia\(128/), CAMELLIA256: encryption(/^Camellia\(256/),
  ARIA: encryption(/^ARIA/), ARIA128: encryption(/^ARIAGCM\(128/), ARIA256: encryption(/^ARIAGCM\(256/), ARIAGCM: encryption(/^ARIA/), SEED: encryption(/^SEED/), '3DES': encryption(/^3DES/), SHA1: mac(/^SHA1$/), SHA: mac(/^SHA1$/), SHA256: mac(/^SHA256$/), SHA384: mac(/^SHA384$/), MD5: mac(/^MD5$/),
  'TLSv1.2': (row) => row.version === 'TLSv1.2', 'TLSv1.0': (row) => row.version === 'TLSv1.0', TLSv1: (row) => row.version === 'TLSv1.0', SSLv3: (row) => row.version === 'SSLv3',
};

/** The suites below TLS 1.3 that a cipher string leaves, in its order; undefined when nothing is left. */
export function selectSuites(list: string): SuiteRow[] | undefined {
  const pool = suiteTable.filter(({ version }) => version !== 'TLSv1.3');
  let chosen: SuiteRow[] = [];
  const killed = new Set<SuiteRow>();
  for (const token of list.split(/[:, ]+/)) {
    const [, sign = '', name = ''] = /^([!+-]?)(.*)$/.exec(token) ?? [];
    if (name === '' || name.startsWith('@')) continue;
    if (name === 'DEFAULT' && sign === '') {
      chosen.push(...defaultTable.filter((row) => row.version !== 'TLSv1.3' && !chosen.includes(row) && !killed.has(row)));
      continue;
    }
    const tests = name.split('+').map((word) => words[word]);
    const exact = pool.filter((row) => row.name === name || row.ianaName === name);
    if (exact.length === 0 && tests.includes(undefined)) continue;
    const found = exact.length > 0 ? exact : pool.filter((row) => tests.every((test) => test?.(row)));
    if (sign === '!') for (const row of found) killed.add(row);
    if (sign === '!' || sign === '-') chosen = chosen.filter((row) => !found.includes(row));
    else if (sign === '+') chosen = [...chosen.filter((row) => !found.includes(row)), ...chosen.filter((row) => found.includes(row))];
    else chosen.push(...found.filter((row) => !chosen.includes(row) && !killed.has(row)));
  }
  return chosen.length > 0 ? chosen : undefined;
}
