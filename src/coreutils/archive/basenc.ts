import { binaryOf, bytesOfBinary, defineProgram, readInput, reason, textOf, UsageError } from '../program/index.ts';

interface Encoding {
  encode(bytes: Uint8Array): string;
  /** Undefined for what is none of its own. */
  decode(text: string): Uint8Array | undefined;
}

const bits = (bytes: Uint8Array, reverse = false): string => [...bytes].map((byte) => {
  const text = byte.toString(2).padStart(8, '0');
  return reverse ? [...text].reverse().join('') : text;
}).join('');

function powerOfTwo(letters: string, width: number, padTo: number): Encoding {
  return {
    encode: (bytes) => {
      const text = (bits(bytes).match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((part) => letters.charAt(Number.parseInt(part.padEnd(width, '0'), 2))).join('');
      return text.padEnd(Math.ceil(text.length / padTo) * padTo, '=');
    },
    decode: (text) => {
      const plain = text.replace(/=+$/, '');
      if ([...plain].some((char) => !letters.includes(char)) || text.length % padTo) return undefined;
      const all = [...plain].map((char) => letters.indexOf(char).toString(2).padStart(width, '0')).join('');
      return Uint8Array.from(all.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
    },
  };
}

const z85Letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';

const encodings: Record<string, Encoding> = {
  base64: { encode: (bytes) => btoa(binaryOf(bytes)), decode: (text) => (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? bytesOfBinary(atob(text)) : undefined) },
  base64url: powerOfTwo('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', 6, 4),
  base32: powerOfTwo('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 5, 8), base32hex: powerOfTwo('0123456789ABCDEFGHIJKLMNOPQRSTUV', 5, 8),
  base16: { ...powerOfTwo('0123456789ABCDEF', 4, 2), decode: (text) => powerOfTwo('0123456789ABCDEF', 4, 2).decode(text.toUpperCase()) },
  base2msbf: { encode: (bytes) => bits(bytes), decode: (text) => (/^([01]{8})*$/.test(text) ? Uint8Array.from(text.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)) : undefined) },
  base2lsbf: { encode: (bytes) => bits(bytes, true), decode: (text) => (/^([01]{8})*$/.test(text) ? Uint8Array.from(text.match(/.{8}/g) ?? [], (byte) => Number.parseInt([...byte].reverse().join(''), 2)) : undefined) },
  z85: {
    encode: (bytes) => {
      if (bytes.length % 4) throw new UsageError('invalid input (length must be multiple of 4 characters)', false);
      let text = '';
      for (let at = 0; at < bytes.length; at += 4) {
        let value = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
        let group = '';
        for (let digit = 0; digit < 5; digit++, value = Math.floor(value / 85)) group = z85Letters.charAt(value % 85) + group;
        text += group;
      }
      return text;
    },
    decode: (text) => {
      if (text.length % 5 || [...text].some((char) => !z85Letters.includes(char))) return undefined;
      return Uint8Array.from((text.match(/.{5}/g) ?? []).flatMap((group) => {
        const value = [...group].reduce((sum, char) => sum * 85 + z85Letters.indexOf(char), 0);
        return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 255);
      }));
    },
  },
};

const options = { ...Object.fromEntries(Object.keys(encodings).map((name) => [name, `--${name}`])), decode: '-d -D --decode  decode data', ignoreGarbage: '-i --ignore-garbage', wrap: '-w --wrap=  wrap encoded lines after COLS character (default 76)' };

export const basenc = defineProgram({
  name: 'basenc', usage: '[OPTION]... [FILE]', summary: 'basenc encode or decode FILE, or standard input, to standard output.', options: options as typeof options & { decode: string; wrap: string }, run: async (tool, args) => {
    const name = args.ordered.findLast(({ key }) => Object.hasOwn(encodings, key))?.key;
    const encoding = name === undefined ? undefined : encodings[name];
    if (!encoding) throw new UsageError('missing encoding type');
    const [file = '-'] = args.operands;
    let data: Uint8Array;
    try {
      data = await readInput(tool.process, file);
    } catch (error) {
      throw new UsageError(`${file}: ${reason(error)}`, false);
    }
    if (args.has('decode')) {
      const bytes = encoding.decode(textOf(data).replace(/\n/g, ''));
      if (!bytes) throw new UsageError('invalid input', false);
      tool.out.write(bytes);
      return 0;
    }
    const text = encoding.encode(data);
    const width = Number(args.value('wrap') ?? 76);
    if (width === 0) tool.out.write(text);
    else for (let at = 0; at < text.length; at += width) tool.out.write(`${text.slice(at, at + width)}\n`);
    return 0;
  },
});
