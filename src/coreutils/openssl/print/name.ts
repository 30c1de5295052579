import { encodeUtf8 } from '../../../base/index.ts';
import { type Name, type NameAttribute, tags } from '../../../pki/index.ts';
import { longName, shortName } from '../objects.ts';

/** How names are printed: openssl-namedisplay-options(1). */
export interface NameFormat {
  compat: boolean;
  separator: ',' | ', ' | '; ' | 'lines';
  plus: '+' | ' + ';
  reverse: boolean;
  field: 'sname' | 'lname' | 'oid' | 'none';
  align: boolean;
  spaceEquals: boolean;
  escape2253: boolean;
  escapeControl: boolean;
  escapeMsb: boolean;
  quote: boolean;
  utf8: boolean;
  ignoreType: boolean;
  showType: boolean;
  dump: 'none' | 'unknown' | 'all';
  dumpDer: boolean;
}

const plain: NameFormat = {
  compat: false, separator: ', ', plus: ' + ', reverse: false, field: 'sname', align: false, spaceEquals: false, escape2253: false, escapeControl: false, escapeMsb: false, quote: false, utf8: false, ignoreType: false, showType: false, dump: 'none', dumpDer: false,
};

/** What OpenSSL 3.5 prints without -nameopt. */
export const defaultNameFormat: NameFormat = { ...plain, escapeControl: true, utf8: true };

const rfc2253: NameFormat = { ...plain, separator: ',', plus: '+', reverse: true, escape2253: true, escapeControl: true, escapeMsb: true, utf8: true, dump: 'unknown', dumpDer: true };

const whole: Record<string, NameFormat> = {
  compat: { ...plain, compat: true },
  RFC2253: rfc2253,
  oneline: { ...rfc2253, separator: ', ', plus: ' + ', reverse: false, spaceEquals: true, quote: true },
  multiline: { ...plain, separator: 'lines', field: 'lname', align: true, spaceEquals: true, escapeControl: true, escapeMsb: true },
  ca_default: { ...plain, separator: 'lines', field: 'lname', align: true, spaceEquals: true, escapeControl: true, escapeMsb: true },
};

const single: Record<string, Partial<NameFormat>> = {
  esc_2253: { escape2253: true }, esc_2254: {}, esc_ctrl: { escapeControl: true }, esc_msb: { escapeMsb: true }, use_quote: { quote: true }, utf8: { utf8: true }, ignore_type: { ignoreType: true }, show_type: { showType: true },
  dump_all: { dump: 'all' }, dump_nostr: {}, dump_der: { dumpDer: true }, dump_unknown: { dump: 'unknown' }, sep_comma_plus: { separator: ',', plus: '+' }, sep_comma_plus_space: { separator: ', ', plus: ' + ' },
  sep_semi_plus_space: { separator: '; ', plus: ' + ' }, sep_multiline: { separator: 'lines', plus: ' + ' }, dn_rev: { reverse: true }, nofname: { field: 'none' }, sname: { field: 'sname' }, lname: { field: 'lname' }, oid: { field: 'oid' }, align: { align: true }, space_eq: { spaceEquals: true },
};

/** The format that a list of options asks for; undefined when one is unknown. */
export function nameFormat(list: string): NameFormat | undefined {
  let format: NameFormat | undefined;
  for (const option of list.split(',').map((each) => each.trim())) {
    if (option === '') format ??= { ...plain, compat: true };
    else if (whole[option]) format = { ...whole[option] };
    else {
      const off = option.startsWith('-');
      const change = single[option.replace(/^-/, '')];
      if (!change) return undefined;
      format ??= { ...plain };
      format = off ? { ...format, ...Object.fromEntries(Object.keys(change).map((key) => [key, plain[key as keyof NameFormat]])) } : { ...format, ...change, compat: false };
    }
  }
  return format ?? defaultNameFormat;
}

/** One line that X509_NAME_oneline makes: `/C=DE/O=Org`. */
export function compatName(name: Name, escapes = true): string {
  return name.rdns.map((rdn) => rdn.map((attribute, i) => `${i === 0 ? '/' : '+'}${shortName(attribute.type)}=${Array.from(rawBytes(attribute), (byte) => {
    const char = String.fromCharCode(byte);
    if (byte < 0x20 || byte > 0x7e) return `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    return escapes && (char === '/' || char === '+') ? `\\${char}` : char;
  }).join('')}`).join('')).join('');
}

/** The form that the text of a certificate has with these names: X509_NAME_print, with commas between what has one or two letters. */
export function compatTextName(name: Name): string {
  return compatName(name, false).slice(1).replaceAll(/\/(?=[A-Z]{1,2}=)/g, ', ');
}

function rawBytes(attribute: NameAttribute): Uint8Array {
  return attribute.node.content;
}

/** A name as text; `indent` is what lines of the multiline form begin with. Text is one character a byte where it is no UTF-8. */
export function formatName(name: Name, format: NameFormat, indent = ''): string {
  if (format.compat) return compatName(name);
  const rdns = format.reverse ? name.rdns.toReversed() : name.rdns;
  const separator = format.separator === 'lines' ? `\n${indent}` : format.separator;
  return rdns.map((rdn) => (format.reverse ? rdn.toReversed() : rdn).map((attribute) => formatAttribute(attribute, format)).join(format.plus)).join(separator);
}

function formatAttribute(attribute: NameAttribute, format: NameFormat): string {
  const value = formatValue(attribute, format);
  if (format.field === 'none') return value;
  const known = shortName(attribute.type) !== attribute.type;
  const label = format.field === 'oid' || !known ? attribute.type : format.field === 'lname' ? longName(attribute.type) : shortName(attribute.type);
  const padded = format.align ? label.padEnd(format.field === 'lname' ? 25 : 10) : label;
  return `${padded}${format.spaceEquals ? ' = ' : '='}${value}`;
}

const typeNames: Record<number, string> = { [tags.utf8String]: 'UTF8STRING', [tags.printableString]: 'PRINTABLESTRING', [tags.ia5String]: 'IA5STRING', [tags.t61String]: 'T61STRING', [tags.bmpString]: 'BMPSTRING', [tags.universalString]: 'UNIVERSALSTRING', [tags.numericString]: 'NUMERICSTRING', [tags.visibleString]: 'VISIBLESTRING' };

function formatValue(attribute: NameAttribute, format: NameFormat): string {
  const type = format.showType ? `${typeNames[attribute.tag] ?? attribute.tag}:` : '';
  if (format.dump === 'all' || (format.dump === 'unknown' && shortName(attribute.type) === attribute.type)) {
    const bytes = format.dumpDer ? attribute.node.raw : attribute.node.content;
    return `${type}#${Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')}`;
  }
  const text = format.ignoreType ? Array.from(rawBytes(attribute), (byte) => String.fromCharCode(byte)).join('') : attribute.value;
  // Characters, or the bytes of their UTF-8.
  const codes = format.utf8 && !format.ignoreType ? Array.from(encodeUtf8(text)) : Array.from(text, (char) => char.codePointAt(0) ?? 0);
  let quotes = false;
  const out = codes.map((code, i) => {
    const char = code > 0xffff ? '' : String.fromCharCode(code);
    if (code > 0xffff) return `\\W${code.toString(16).toUpperCase().padStart(8, '0')}`;
    if (code > 0xff) return `\\U${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const special = format.escape2253 && ('"+,;<>\\'.includes(char) || (char === ' ' && (i === 0 || i === codes.length - 1)) || (char === '#' && i === 0));
    if (special) {
      if (!format.quote || char === '"' || char === '\\') return `\\${char}`;
      quotes = true;
      return char;
    }
    if ((format.escapeControl && (code < 0x20 || code === 0x7f)) || (format.escapeMsb && code > 0x7f)) return `\\${code.toString(16).toUpperCase().padStart(2, '0')}`;
    return char === '\\' && (format.escape2253 || format.quote || format.escapeControl || format.escapeMsb) ? '\\\\' : char;
  }).join('');
  // What is written one byte a character becomes those bytes again (`bytesOf` of lone surrogates).
  const bytes = Array.from(out, (char) => (char.charCodeAt(0) > 0x7f ? String.fromCharCode(0xdc00 + char.charCodeAt(0)) : char)).join('');
  return type + (quotes ? `"${bytes}"` : bytes);
}
