import type { Process } from '../../kernel/uapi/index.ts';
import type { Name } from '../../pki/index.ts';
import { compatName } from './print/name.ts';
import { numberHex } from './print/hex.ts';

/** One line of a certificate authority's index: openssl-ca(1). */
export interface IndexEntry {
  status: 'V' | 'R' | 'E';
  /** UTCTime, as in the file. */
  expires: string;
  /** UTCTime, and after a comma the reason. */
  revoked: string;
  serial: string;
  file: string;
  subject: string;
}

/** The database: `index.txt` and what stands in `index.txt.attr`. */
export class CaDatabase {
  readonly path: string;
  readonly entries: IndexEntry[];
  readonly uniqueSubject: boolean;
  readonly #process: Process;

  constructor(process: Process, path: string) {
    this.#process = process;
    this.path = path;
    this.entries = process.readTextFile(path).split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
      const [status = 'V', expires = '', revoked = '', serial = '', file = 'unknown', subject = ''] = line.split('\t');
      return { status: status as 'V', expires, revoked, serial, file, subject };
    });
    const attributes = process.exists(`${path}.attr`) ? process.readTextFile(`${path}.attr`) : '';
    this.uniqueSubject = !/unique_subject\s*=\s*no/.test(attributes);
  }

  bySerial(serial: bigint): IndexEntry | undefined {
    return this.entries.find((each) => each.serial === numberHex(serial));
  }

  add(serial: bigint, subject: Name, notAfter: number): void {
    this.entries.push({ status: 'V', expires: shortTime(notAfter), revoked: '', serial: numberHex(serial), file: 'unknown', subject: compatName(subject) });
  }

  /** Writes the index, keeping what was there as `.old`. */
  save(): void {
    const process = this.#process;
    for (const suffix of ['', '.attr']) if (process.exists(this.path + suffix)) process.writeFile(`${this.path}${suffix}.old`, process.readTextFile(this.path + suffix));
    process.writeFile(this.path, this.entries.map((each) => `${each.status}\t${each.expires}\t${each.revoked}\t${each.serial}\t${each.file}\t${each.subject}\n`).join(''));
    process.writeFile(`${this.path}.attr`, `unique_subject = ${this.uniqueSubject ? 'yes' : 'no'}\n`);
  }
}

/** UTCTime, `261129181140Z`; from 2050 with all digits of the year. */
export function shortTime(ms: number): string {
  const text = new Date(ms).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
  return Number(text.slice(0, 4)) >= 2050 ? `${text}Z` : `${text.slice(2)}Z`;
}

/** The inverse of `shortTime`. */
export function longTime(text: string): number {
  const digits = text.replace(/Z.*$/, '');
  const full = digits.length === 12 ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = [full.slice(0, 4), full.slice(4, 6), full.slice(6, 8), full.slice(8, 10), full.slice(10, 12), full.slice(12, 14)].map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
