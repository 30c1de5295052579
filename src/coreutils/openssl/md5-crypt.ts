import { concatBytes } from '../../base/index.ts';
import { digest, type DigestName } from '../../pki/index.ts';

const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const encode = (value: number, count: number): string => Array.from({ length: count }, (_, i) => letters.charAt((value >> (6 * i)) & 63)).join('');
const repeat = (bytes: Uint8Array, length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => bytes[i % bytes.length] ?? 0);

/** MD5 as password hash: `$1$` of BSD, `$apr1$` of Apache; without `magic` AIX's. */
export function md5Crypt(password: Uint8Array, salt: Uint8Array, magic: '1' | 'apr1' | ''): string {
  const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const other = digest('md5', concatBytes([password, salt, password]));
  const parts = [password, ...(magic === '' ? [] : [ascii(`$${magic}$`)]), salt, repeat(other, password.length)];
  for (let length = password.length; length > 0; length >>= 1) parts.push(length & 1 ? Uint8Array.of(0) : password.subarray(0, 1));
  let hash = digest('md5', concatBytes(parts));
  for (let round = 0; round < 1000; round++) hash = digest('md5', concatBytes([round & 1 ? password : hash, ...(round % 3 ? [salt] : []), ...(round % 7 ? [password] : []), round & 1 ? hash : password]));
  const at = (i: number): number => hash[i] ?? 0;
  const text = [[0, 6, 12], [1, 7, 13], [2, 8, 14], [3, 9, 15], [4, 10, 5]].map(([a = 0, b = 0, c = 0]) => encode((at(a) << 16) | (at(b) << 8) | at(c), 4)).join('') + encode(at(11), 2);
  const saltText = Array.from(salt, (byte) => String.fromCharCode(byte)).join('');
  return magic === '' ? `${saltText}$${text}` : `$${magic}$${saltText}$${text}`;
}

const order512 = [[0, 21, 42], [22, 43, 1], [44, 2, 23], [3, 24, 45], [25, 46, 4], [47, 5, 26], [6, 27, 48], [28, 49, 7], [50, 8, 29], [9, 30, 51], [31, 52, 10], [53, 11, 32], [12, 33, 54], [34, 55, 13], [56, 14, 35], [15, 36, 57], [37, 58, 16], [59, 17, 38], [18, 39, 60], [40, 61, 19], [62, 20, 41]];
const order256 = [[0, 10, 20], [21, 1, 11], [12, 22, 2], [3, 13, 23], [24, 4, 14], [15, 25, 5], [6, 16, 26], [27, 7, 17], [18, 28, 8], [9, 19, 29]];

/** SHA-256 (`$5$`) and SHA-512 (`$6$`) of crypt(5), with 5000 rounds unless the salt begins with `rounds=N$`. */
export function shaCrypt(password: Uint8Array, saltText: string, magic: '5' | '6'): string {
  const name: DigestName = magic === '5' ? 'sha256' : 'sha512';
  const given = /^rounds=(\d+)\$(.*)$/.exec(saltText);
  const rounds = given ? Math.min(Math.max(Number(given[1]), 1000), 999_999_999) : 5000;
  const salt = Uint8Array.from((given?.[2] ?? saltText).slice(0, 16), (char) => char.charCodeAt(0));
  const other = digest(name, concatBytes([password, salt, password]));
  const parts = [password, salt, repeat(other, password.length)];
  for (let length = password.length; length > 0; length >>= 1) parts.push(length & 1 ? other : password);
  let hash = digest(name, concatBytes(parts));
  const p = repeat(digest(name, concatBytes(Array.from({ length: password.length }, () => password))), password.length);
  const s = repeat(digest(name, concatBytes(Array.from({ length: 16 + (hash[0] ?? 0) }, () => salt))), salt.length);
  for (let round = 0; round < rounds; round++) hash = digest(name, concatBytes([round & 1 ? p : hash, ...(round % 3 ? [s] : []), ...(round % 7 ? [p] : []), round & 1 ? hash : p]));
  const at = (i: number): number => hash[i] ?? 0;
  const body = (magic === '6' ? order512 : order256).map(([a = 0, b = 0, c = 0]) => encode((at(a) << 16) | (at(b) << 8) | at(c), 4)).join('');
  const tail = magic === '6' ? encode(at(63), 2) : encode((at(31) << 8) | at(30), 3);
  return `$${magic}$${given ? `rounds=${rounds}$` : ''}${Array.from(salt, (byte) => String.fromCharCode(byte)).join('')}$${body}${tail}`;
}
