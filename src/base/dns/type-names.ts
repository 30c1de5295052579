/** Record types by name: RFC 1035 and what came later. */
export const dnsTypes: Readonly<Record<string, number>> = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, HINFO: 13, MX: 15, TXT: 16, AAAA: 28, SRV: 33, OPT: 41, DS: 43, RRSIG: 46, DNSKEY: 48, HTTPS: 65, AXFR: 252, ANY: 255, CAA: 257 };

/** Response codes by name. */
export const dnsCodes: Readonly<Record<string, number>> = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };

const nameIn = (table: Readonly<Record<string, number>>, value: number): string | undefined => Object.keys(table).find((name) => table[name] === value);

/** `A` for 1; `TYPE99` for what has no name here. */
export function dnsTypeName(type: number): string {
  return nameIn(dnsTypes, type) ?? `TYPE${type}`;
}

/** `NXDOMAIN` for 3. */
export function dnsCodeName(code: number): string {
  return nameIn(dnsCodes, code) ?? `RESERVED${code}`;
}
