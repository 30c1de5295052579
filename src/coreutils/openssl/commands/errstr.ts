import type { Command } from '../command.ts';
import { options } from '../options/errstr.ts';

const libraries: Record<number, string> = { 1: 'unknown library', 2: 'system library', 3: 'bignum routines', 4: 'rsa routines', 5: 'Diffie-Hellman routines', 6: 'digital envelope routines', 7: 'memory buffer routines', 8: 'object identifier routines', 9: 'PEM routines', 10: 'dsa routines', 11: 'x509 certificate routines', 13: 'asn1 encoding routines', 14: 'configuration file routines', 15: 'common libcrypto routines', 16: 'elliptic curve routines', 20: 'SSL routines', 32: 'BIO routines', 33: 'PKCS7 routines', 34: 'X509 V3 routines', 35: 'PKCS12 routines', 36: 'random number generator', 38: 'engine routines', 40: 'UI routines', 57: 'Provider routines', 60: 'DECODER routines', 44: 'STORE routines' };
const reasons: Record<string, string> = {
  '0308010C': 'unsupported', '1608010C': 'unsupported', '1E08010C': 'unsupported', '0A000086': 'certificate verify failed', '0480006C': 'no start line', '0680008E': 'not enough data', '068000A8': 'wrong tag', '10000080': 'no such file', '1C800064': 'bad decrypt', '0200008A': 'invalid padding', '05800074': 'key values mismatch', '0A00010B': 'wrong version number', '0A000418': 'tlsv1 alert unknown ca', '0A000410': 'ssl/tls alert handshake failure',
};

/** openssl-errstr(1). */
export const errstr: Command = {
  options,
  run({ options: given, tool }) {
    let status = 0;
    for (const text of given.rest) {
      if (!/^[\da-f]+$/i.test(text)) {
        status = 1;
        continue;
      }
      const code = parseInt(text, 16) >>> 0;
      const digits = code.toString(16).toUpperCase().padStart(8, '0');
      if (code & 0x80000000) tool.out.write(`error:${digits}:system library::${{ 2: 'No such file or directory', 13: 'Permission denied' }[code & 0x7fffffff] ?? `reason(${code & 0x7fffffff})`}\n`);
      else {
        const library = (code >>> 23) & 0xff;
        tool.out.write(`error:${digits}:${libraries[library] ?? `lib(${library})`}::${reasons[digits] ?? `reason(${code & 0x7fffff})`}\n`);
      }
    }
    return status;
  },
};
