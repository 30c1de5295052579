import { concatBytes } from '../../base/index.ts';
import { type Arguments, defineProgram, readInput, reason, type Tool } from '../program/index.ts';

const options = { from: '-f --from-code=  encoding of original text', to: '-t --to-code=  encoding for output', list: '-l --list', omit: '-c  omit invalid characters from output', output: '-o --output=  output file', silent: '-s --silent', verbose: '--verbose' };
const names = ['UTF-8', 'ASCII', 'ISO-8859-1', 'ISO-8859-15', 'WINDOWS-1251', 'WINDOWS-1252', 'KOI8-R', 'IBM866', 'ISO-8859-5', 'UTF-16', 'UTF-16LE', 'UTF-16BE', 'UTF-32LE', 'UTF-32BE'];
const aliases: Record<string, string> = { UTF8: 'UTF-8', 'US-ASCII': 'ASCII', 'ANSI_X3.4-1968': 'ASCII', LATIN1: 'ISO-8859-1', L1: 'ISO-8859-1', ISO8859_1: 'ISO-8859-1', 'ISO8859-1': 'ISO-8859-1', LATIN9: 'ISO-8859-15', CP1251: 'WINDOWS-1251', CP1252: 'WINDOWS-1252', 'KOI8R': 'KOI8-R', CP866: 'IBM866', 866: 'IBM866', 'UCS-2': 'UTF-16LE', UTF16: 'UTF-16' };
const plain: Record<string, string> = { 'ß': 'ss', '«': '<<', '»': '>>', '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '-', '…': '...', '€': 'EUR', '©': '(C)' };

export const iconv = defineProgram({ name: 'iconv', usage: '[OPTION...] [FILE...]', summary: 'Convert encoding of given files from one encoding to another.', options, version: '(Debian GLIBC 2.41-12) 2.41', run, usageStatus: 64 });

function known(name: string): string | undefined {
  const upper = name.toUpperCase();
  return names.includes(upper) ? upper : aliases[upper];
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  if (args.has('list')) {
    tool.out.write(names.map((name) => `${name}//\n`).join(''));
    return 0;
  }
  const [toName = '', ...how] = (args.value('to') ?? 'ASCII').split('//');
  const fromName = (args.value('from') ?? 'UTF-8').replace(/\/\/.*/, '');
  const [from, to] = [known(fromName), known(toName)];
  if (!from || !to) {
    await tool.error(!from && !to ? `conversions from \`${fromName}' and to \`${args.value('to') ?? ''}' are not supported` : !from ? `conversion from \`${fromName}' is not supported` : `conversion to \`${args.value('to') ?? ''}' is not supported`);
    await tool.errorText("Try `iconv --help' or `iconv --usage' for more information.\n");
    return 1;
  }
  const parts: Uint8Array[] = [];
  let status = 0;
  for (const file of args.operands.length ? args.operands : ['-']) {
    let data: Uint8Array;
    try {
      data = await readInput(tool.process, file);
    } catch (error) {
      await tool.error(`cannot open input file \`${file}': ${reason(error)}`);
      status = 1;
      continue;
    }
    const { chars, badAt } = decode(data, from);
    const { bytes, bad } = badAt === 0 ? { bytes: new Uint8Array(), bad: undefined } : encode(chars, to, { omit: args.has('omit') || how.includes('IGNORE'), translit: how.includes('TRANSLIT') });
    parts.push(bytes);
    if (badAt !== undefined && !args.has('omit')) status = await complain(tool, parts, `cannot convert: illegal input sequence at position ${badAt}`.replace('cannot convert: ', ''));
    else if (bad !== undefined && !args.has('omit')) status = await complain(tool, parts, `illegal input sequence at position ${new TextEncoder().encode(chars.slice(0, bad).join('')).length}`);
    else if (bad !== undefined || badAt !== undefined) status = 1;
  }
  const all = concatBytes(parts);
  const target = args.value('output');
  if (target === undefined) tool.out.write(all);
  else tool.process.writeFile(target, all);
  return status;
}

async function complain(tool: Tool, parts: Uint8Array[], message: string): Promise<number> {
  tool.out.write(concatBytes(parts.splice(0)));
  await tool.out.flush();
  await tool.error(message);
  return 1;
}

function decode(data: Uint8Array, from: string): { chars: string[]; badAt: number | undefined } {
  if (from === 'ASCII') {
    const at = data.findIndex((byte) => byte > 127);
    return { chars: [...new TextDecoder().decode(at < 0 ? data : data.subarray(0, at))], badAt: at < 0 ? undefined : at };
  }
  if (from === 'ISO-8859-1') return { chars: Array.from(data, (byte) => String.fromCharCode(byte)), badAt: undefined };
  try {
    return { chars: [...new TextDecoder(from.toLowerCase(), { fatal: true }).decode(data)], badAt: undefined };
  } catch {
    const text = new TextDecoder(from.toLowerCase()).decode(data);
    const good = text.slice(0, text.indexOf('\ufffd'));
    return { chars: [...good], badAt: new TextEncoder().encode(good).length };
  }
}

const tables = new Map<string, Map<string, number>>();

/** Bytes by character of an encoding of single bytes. */
function table(encoding: string): Map<string, number> {
  let found = tables.get(encoding);
  if (!found) {
    const decoder = new TextDecoder(encoding.toLowerCase());
    found = new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [encoding === 'ISO-8859-1' || (encoding === 'ASCII' && byte < 128) ? String.fromCharCode(byte) : encoding === 'ASCII' ? `\0${byte}` : decoder.decode(Uint8Array.of(byte)), byte]));
    tables.set(encoding, found);
  }
  return found;
}

function encode(chars: readonly string[], to: string, { omit, translit }: { omit: boolean; translit: boolean }): { bytes: Uint8Array; bad: number | undefined } {
  if (to === 'UTF-8') return { bytes: new TextEncoder().encode(chars.join('')), bad: undefined };
  if (to.startsWith('UTF-16')) {
    const text = (to === 'UTF-16' ? '\ufeff' : '') + chars.join('');
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), to !== 'UTF-16BE');
    return { bytes, bad: undefined };
  }
  if (to.startsWith('UTF-32')) {
    const bytes = new Uint8Array(chars.length * 4);
    const view = new DataView(bytes.buffer);
    chars.forEach((char, at) => view.setUint32(at * 4, char.codePointAt(0) ?? 0, to === 'UTF-32LE'));
    return { bytes, bad: undefined };
  }
  const codes = table(to);
  const bytes: number[] = [];
  let bad: number | undefined;
  for (const [index, char] of chars.entries()) {
    const code = codes.get(char);
    if (code !== undefined) bytes.push(code);
    else if (translit) for (const one of plain[char] ?? '?') bytes.push(codes.get(one) ?? 63);
    else {
      bad ??= index;
      if (!omit) break;
    }
  }
  return { bytes: Uint8Array.from(bytes), bad };
}
