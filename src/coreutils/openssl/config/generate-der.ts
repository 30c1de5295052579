import { encodeUtf8 } from '../../../base/index.ts';
import { bitString, boolean, enumerated, explicit, implicit, integer, nullElement, octetString, oid, primitive, readDer, sequence, setOf, string, tags } from '../../../pki/index.ts';
import { oidByName } from '../objects.ts';
import type { Config } from './config.ts';

const strings: Record<string, number> = { UTF8: tags.utf8String, UTF8String: tags.utf8String, PRINTABLE: tags.printableString, PRINTABLESTRING: tags.printableString, IA5: tags.ia5String, IA5STRING: tags.ia5String, VISIBLE: tags.visibleString, VISIBLESTRING: tags.visibleString, T61: tags.t61String, T61STRING: tags.t61String, TELETEXSTRING: tags.t61String, BMP: tags.bmpString, BMPSTRING: tags.bmpString, NUMERIC: tags.numericString, NUMERICSTRING: tags.numericString, GENSTR: tags.generalString, UNIV: tags.universalString };

/** DER of a short text: ASN1_generate_nconf(3ssl). Undefined where it says nothing that is known. */
export function tryGenerate(text: string, config: Config | undefined): Uint8Array | undefined {
  const modifier = /^(EXPLICIT|EXP|IMPLICIT|IMP):(\d+)([UAPC]?),(.*)$/is.exec(text);
  if (modifier) {
    const inner = tryGenerate(modifier[4] ?? '', config);
    if (!inner) return undefined;
    if (/^E/i.test(modifier[1] ?? '')) return explicit(Number(modifier[2]), inner);
    const node = readDer(inner);
    return implicit(Number(modifier[2]), node.content, node.constructed);
  }
  const wrap = /^(OCTWRAP|SEQWRAP|SETWRAP|BITWRAP),(.*)$/is.exec(text);
  if (wrap) {
    const inner = tryGenerate(wrap[2] ?? '', config);
    return inner && { OCTWRAP: octetString, SEQWRAP: (each: Uint8Array) => sequence(each), SETWRAP: (each: Uint8Array) => setOf(each), BITWRAP: (each: Uint8Array) => bitString(each) }[(wrap[1] ?? '').toUpperCase() as 'OCTWRAP']?.(inner);
  }
  let format = 'ASCII';
  const formatted = /^(?:FORM|FORMAT):(ASCII|UTF8|HEX|BITLIST),(.*)$/is.exec(text);
  if (formatted) format = (formatted[1] ?? '').toUpperCase();
  const rest = formatted?.[2] ?? text;
  const colon = rest.indexOf(':');
  const type = colon < 0 ? rest : rest.slice(0, colon);
  const value = colon < 0 ? '' : rest.slice(colon + 1);
  const bytes = (): Uint8Array => (format === 'HEX' ? Uint8Array.from(value.match(/../g) ?? [], (pair) => parseInt(pair, 16)) : encodeUtf8(value));
  const stringTag = strings[type] ?? strings[type.toUpperCase()];
  if (stringTag !== undefined) return string(stringTag, value);
  switch (type.toUpperCase()) {
    case 'BOOLEAN': case 'BOOL': return boolean(/^(true|y|yes)$/i.test(value));
    case 'NULL': return nullElement;
    case 'INTEGER': case 'INT': return /^-?(0x[\da-f]+|\d+)$/i.test(value) ? integer(value.startsWith('-') ? -BigInt(value.slice(1)) : BigInt(value)) : undefined;
    case 'ENUMERATED': case 'ENUM': return enumerated(Number(value));
    case 'OBJECT': case 'OID': {
      const dotted = oidByName(value);
      return dotted === undefined ? undefined : oid(dotted);
    }
    case 'UTCTIME': case 'UTC': return string(tags.utcTime, value);
    case 'GENERALIZEDTIME': case 'GENTIME': return string(tags.generalizedTime, value);
    case 'OCTETSTRING': case 'OCT': return primitive(tags.octetString, bytes());
    case 'BITSTRING': case 'BITSTR': return bitString(bytes());
    case 'SEQUENCE': case 'SEQ': return sequence(...(config?.section(value) ?? []).map(([, each]) => generate(each, config)));
    case 'SET': return setOf(...(config?.section(value) ?? []).map(([, each]) => generate(each, config)));
    default: return undefined;
  }
}

/** The same; what says nothing gives NULL. */
export function generate(text: string, config: Config | undefined): Uint8Array {
  return tryGenerate(text, config) ?? nullElement;
}
