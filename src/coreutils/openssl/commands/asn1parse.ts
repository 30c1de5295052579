import { DerNode, isPkiError, oidText, readPem, tags } from '../../../pki/index.ts';
import { binaryOf, textOf } from '../../program/index.ts';
import type { Command, Invocation } from '../command.ts';
import { tryGenerate } from '../config/generate-der.ts';
import { loadConfig } from '../config/load.ts';
import { Failure, queue } from '../failure.ts';
import { readFile, readTextFile, writeOut } from '../files.ts';
import { longName } from '../objects.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/asn1parse.ts';
import { dump, numberHex, plainHex } from '../print/hex.ts';

const tagNames: Record<number, string> = {
  0: 'EOC', 1: 'BOOLEAN', 2: 'INTEGER', 3: 'BIT STRING', 4: 'OCTET STRING', 5: 'NULL', 6: 'OBJECT', 7: 'OBJECT DESCRIPTOR', 8: 'EXTERNAL', 9: 'REAL', 10: 'ENUMERATED', 11: '<ASN1 11>', 12: 'UTF8STRING', 13: '<ASN1 13>', 14: '<ASN1 14>', 15: '<ASN1 15>', 16: 'SEQUENCE', 17: 'SET', 18: 'NUMERICSTRING', 19: 'PRINTABLESTRING', 20: 'T61STRING', 21: 'VIDEOTEXSTRING', 22: 'IA5STRING', 23: 'UTCTIME', 24: 'GENERALIZEDTIME', 25: 'GRAPHICSTRING', 26: 'VISIBLESTRING', 27: 'GENERALSTRING', 28: 'UNIVERSALSTRING', 29: '<ASN1 29>', 30: 'BMPSTRING',
};
const textTags = new Set<number>([tags.printableString, tags.t61String, tags.ia5String, tags.visibleString, tags.numericString, tags.utf8String, tags.utcTime, tags.generalizedTime]);

/** openssl-asn1parse(1). */
export const asn1parse: Command = {
  options,
  async run(invocation) {
    const { options: given, tool, name } = invocation;
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    let bytes = await source(invocation);
    for (const at of given.all('strparse').map(Number)) {
      try {
        const node = new DerNode(bytes, at, bytes.length);
        bytes = node.constructed || !node.is(tags.octetString) ? (node.is(tags.bitString) ? node.content.subarray(1) : node.raw) : node.content;
      } catch (error) {
        if (!isPkiError(error)) throw error;
        throw new Failure('Error parsing structure\n', headerErrors(error.message));
      }
    }
    const offset = given.number('offset') ?? 0;
    if (offset < 0 || offset >= bytes.length) throw new Failure('Error: offset out of range\n');
    const length = Math.min(given.number('length') ?? bytes.length, bytes.length - offset);
    const part = bytes.subarray(offset, offset + (length === 0 ? bytes.length - offset : length));
    if (given.has('out')) await writeOut(invocation, given.value('out'), part);
    const printer = new Printer(given.has('i'), given.has('dump') ? Infinity : given.number('dlimit') ?? 0);
    const good = printer.run(part);
    if (!given.has('noout')) tool.out.write(printer.text);
    if (!good) throw new Failure('', [`error:0680009B:asn1 encoding routines:ASN1_get_object:${printer.reason}:../crypto/asn1/asn1_lib.c:95:`], 1);
    return 0;
  },
};

function headerErrors(message: string): string[] {
  return [`error:0680007B:asn1 encoding routines:ASN1_get_object:${message === 'too short' || message === 'too long' ? 'header too long' : message}:../crypto/asn1/asn1_lib.c:105:`, 'error:06800066:asn1 encoding routines:asn1_check_tlen:bad object header:../crypto/asn1/tasn_dec.c:1221:', 'error:0688010A:asn1 encoding routines:asn1_d2i_ex_primitive:nested asn1 error:../crypto/asn1/tasn_dec.c:764:'];
}

async function source(invocation: Invocation): Promise<Uint8Array> {
  const { options: given } = invocation;
  if (given.has('genstr', 'genconf')) {
    const config = given.has('genconf') ? await loadConfig(invocation, given.value('genconf') ?? '') : undefined;
    const text = given.value('genstr') ?? config?.get('default', 'asn1');
    if (text === undefined) throw new Failure("Can't find 'asn1' in '" + (given.value('genconf') ?? '') + "'\n");
    const made = tryGenerate(text, config);
    if (!made) throw new Failure('', [`error:068000C2:asn1 encoding routines:asn1_cb:unknown tag:../crypto/asn1/asn1_gen.c:275:tag=${text}`, 'error:068000C2:asn1 encoding routines:ASN1_generate_v3:unknown tag:../crypto/asn1/asn1_gen.c:95:']);
    return made;
  }
  const form = given.value('inform') ?? 'PEM';
  const path = given.value('in');
  if (/^d/i.test(form)) return readFile(invocation, path, 'rb');
  if (/^b/i.test(form)) return Uint8Array.from(atob((await readTextFile(invocation, path)).replaceAll(/\s/g, '')), (char) => char.charCodeAt(0));
  const text = binaryOf(await readFile(invocation, path, 'r'));
  try {
    const [block] = readPem(text);
    if (block) return block.bytes;
  } catch (error) {
    if (!isPkiError(error)) throw error;
  }
  throw new Failure('Error reading PEM file\n', [queue.noStartLine]);
}

class Printer {
  text = '';
  reason = 'too long';
  readonly #indent: boolean;
  readonly #limit: number;

  constructor(indent: boolean, limit: number) {
    this.#indent = indent;
    this.#limit = limit;
  }

  run(bytes: Uint8Array, start = 0, end = bytes.length, depth = 0): boolean {
    for (let at = start; at < end;) {
      let node: DerNode;
      try {
        node = new DerNode(bytes, at, end);
      } catch (error) {
        if (!isPkiError(error)) throw error;
        this.reason = error.message;
        this.text += 'Error in encoding\n';
        return false;
      }
      this.#line(node, depth);
      if (node.constructed) {
        const inner = node.offset + node.headerLength;
        if (!this.run(bytes, inner, inner + node.content.length, depth + 1)) return false;
        if (node.indefinite) this.text += `${this.#head(inner + node.content.length, depth + 1, 2, '   0', 'prim')}${this.#pad(depth + 1)}${'EOC'.padEnd(18)}\n`;
      }
      at += node.raw.length;
    }
    return true;
  }

  #pad(depth: number): string {
    return this.#indent ? ' '.repeat(depth) : '';
  }

  #head(offset: number, depth: number, headerLength: number, length: string, kind: string): string {
    return `${String(offset).padStart(5)}:d=${String(depth).padEnd(2)} hl=${headerLength} ${length === 'inf' ? 'l=inf ' : `l=${length}`} ${kind}: `;
  }

  #line(node: DerNode, depth: number): void {
    const label = node.tagClass === 'universal' ? tagNames[node.tag] ?? `<ASN1 ${node.tag}>` : `${{ application: 'appl', context: 'cont', private: 'priv', universal: '' }[node.tagClass]} [ ${node.tag} ]`;
    this.text += this.#head(node.offset, depth, node.headerLength, node.indefinite ? 'inf' : String(node.content.length).padStart(4), node.constructed ? 'cons' : 'prim');
    this.text += `${this.#pad(depth)}${label.padEnd(18)}`;
    this.text += `${node.constructed ? '' : this.#value(node)}\n`;
    if (this.#dumps(node)) this.text += dump(node.content.subarray(0, this.#limit), 6);
  }

  #dumps(node: DerNode): boolean {
    if (node.constructed || this.#limit === 0 || node.content.length === 0 || node.tagClass !== 'universal') return false;
    if (textTags.has(node.tag) || [tags.boolean, tags.integer, tags.enumerated, tags.oid].some((tag) => node.is(tag))) return false;
    return !(node.is(tags.octetString) && isText(node.content));
  }

  #value(node: DerNode): string {
    const { content } = node;
    if (node.tagClass !== 'universal') return '';
    if (textTags.has(node.tag)) return `:${textOf(content)}`;
    if (node.is(tags.oid)) {
      try {
        return `:${longName(oidText(content))}`;
      } catch (error) {
        if (isPkiError(error)) return ':BAD OBJECT';
        throw error;
      }
    }
    if (node.is(tags.boolean)) return content.length === 1 ? `:${content[0]}` : ':BAD BOOLEAN';
    if (node.is(tags.integer) || node.is(tags.enumerated)) return content.length === 0 ? ':BAD INTEGER' : `:${numberHex(signed(content))}`;
    if (node.is(tags.octetString) && content.length > 0) {
      if (isText(content)) return `:${textOf(content)}`;
      return this.#limit === 0 ? `[HEX DUMP]:${plainHex(content)}` : '';
    }
    return '';
  }
}

const isText = (bytes: Uint8Array): boolean => bytes.every((byte) => (byte >= 0x20 && byte <= 0x7e) || byte === 9 || byte === 10 || byte === 13);

function signed(bytes: Uint8Array): bigint {
  const value = BigInt(`0x${plainHex(bytes)}`);
  return (bytes[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * bytes.length)) : value;
}
