import { gzipHeader, isGzip } from '../../base/gzip/index.ts';
import { fileType, fileTypeMask, isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, binaryOf, defineProgram, LineReader, localTime, openInput, reason, strftime, type Tool } from '../program/index.ts';

const options = { brief: '-b --brief  do not prepend filenames to output lines', dereference: '-L --dereference  follow symlinks', noDereference: '-h --no-dereference', mime: '-i --mime  output MIME type strings', mimeType: '--mime-type  output the MIME type', filesFrom: '-f --files-from=', separator: '-F --separator=', compressed: '-z --uncompress', special: '-s --special-files' };

export const file = defineProgram({ name: 'file', usage: '[OPTION...] [FILE...]', summary: 'Determine type of FILEs.', options, version: '5.46', run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const names = [...args.operands];
  const from = args.value('filesFrom');
  if (from !== undefined) {
    const reader = new LineReader(tool.process, openInput(tool.process, from));
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) names.push(line);
  }
  if (names.length === 0) {
    await tool.errorText('Usage: file [-bcCdEhikLlNnprsSvzZ0] [--apple] [--extension] [--mime-encoding]\n            [--mime-type] [-e <testname>] [-F <separator>]  [-f <namefile>]\n            [-m <magicfiles>] [-P <parameter=value>] [--exclude-quiet]\n            <file> ...\n       file -C [-m <magicfiles>]\n       file [--help]\n');
    return 1;
  }
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) {
    const [words, mime] = describe(tool, name, args.has('dereference'));
    const shown = args.has('mimeType') ? mime : args.has('mime') ? `${mime}; charset=${mime.startsWith('text/') ? 'us-ascii' : 'binary'}` : words;
    tool.out.write(args.has('brief') ? `${shown}\n` : `${`${name}${args.value('separator') ?? ':'}`.padEnd(width + 1)} ${shown}\n`);
  }
  return 0;
}

function describe(tool: Tool, name: string, follow: boolean): [string, string] {
  const { process } = tool;
  try {
    const stat = follow ? process.stat(name) : process.lstat(name);
    switch (stat.mode & fileTypeMask) {
      case fileType.directory: return [stat.mode & 0o1000 ? 'sticky, directory' : 'directory', 'inode/directory'];
      case fileType.symlink: return [process.exists(name) ? `symbolic link to ${process.readlink(name)}` : `broken symbolic link to ${process.readlink(name)}`, 'inode/symlink'];
      case fileType.socket: return ['socket', 'inode/socket'];
      case fileType.fifo: return ['fifo (named pipe)', 'inode/fifo'];
      case fileType.character: return [`character special (${stat.rdev >> 8}/${stat.rdev & 255})`, 'inode/chardevice'];
      case fileType.block: return [`block special (${stat.rdev >> 8}/${stat.rdev & 255})`, 'inode/blockdevice'];
      default:
    }
    if (stat.size === 0) return ['empty', 'inode/x-empty'];
    const whole = process.readFile(name);
    return isGzip(whole) && whole.length > 18 ? [gzipWords(whole), 'application/gzip'] : content(whole.subarray(0, 65536), (stat.mode & 0o4000) !== 0);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return isSystemError(error, 'ENOENT') ? [`cannot open \`${name}' (${reason(error)})`, `cannot open \`${name}' (${reason(error)})`] : [`regular file, no read permission`, 'application/octet-stream'];
  }
}

/** What a gzip file's header and end say. */
function gzipWords(bytes: Uint8Array): string {
  const { name, mtime, extraFlags } = gzipHeader(bytes);
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return ['gzip compressed data', ...(name === undefined ? [] : [`was "${name}"`]), ...(mtime === 0 ? [] : [`last modified: ${strftime('%a %b %e %H:%M:%S %Y', localTime(mtime, 'UTC'))}`]), ...(extraFlags === 2 ? ['max compression'] : extraFlags === 4 ? ['max speed'] : []), 'from Unix', `original size modulo 2^32 ${size}`].join(', ');
}

function content(bytes: Uint8Array, setuid: boolean): [string, string] {
  const head = binaryOf(bytes.subarray(0, 300));
  if (head.startsWith('\x7fELF')) {
    const architecture = bytes[18] === 0xb7 ? 'ARM aarch64' : 'x86-64';
    return [`${setuid ? 'setuid ' : ''}ELF 64-bit LSB pie executable, ${architecture}, version 1 (SYSV), dynamically linked, interpreter /lib64/ld-linux-x86-64.so.2, for GNU/Linux 3.2.0, stripped`, 'application/x-pie-executable'];
  }
  if (head.startsWith('\x1f\x8b')) return ['gzip compressed data', 'application/gzip'];
  if (binaryOf(bytes.subarray(257, 262)) === 'ustar') return [binaryOf(bytes.subarray(257, 265)) === 'ustar  \0' ? 'POSIX tar archive (GNU)' : 'POSIX tar archive', 'application/x-tar'];
  if (head.startsWith('!<arch>\ndebian-binary')) return ['Debian binary package (format 2.0)', 'application/vnd.debian.binary-package'];
  if (head.startsWith('PK\x03\x04')) return ['Zip archive data', 'application/zip'];
  if (head.startsWith('\x89PNG')) return ['PNG image data', 'image/png'];
  if (head.startsWith('%PDF-')) return [`PDF document, version ${head.slice(5, 8)}`, 'application/pdf'];
  const script = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(head);
  const text = isText(bytes);
  if (script && text) {
    const interpreter = script[1]?.endsWith('/env') ? script[2] ?? '' : script[1] ?? '';
    const base = interpreter.slice(interpreter.lastIndexOf('/') + 1);
    const names: Record<string, [string, string]> = { sh: ['POSIX shell script', 'text/x-shellscript'], bash: ['Bourne-Again shell script', 'text/x-shellscript'], dash: ['POSIX shell script', 'text/x-shellscript'], python3: ['Python script', 'text/x-script.python'], python: ['Python script', 'text/x-script.python'], perl: ['Perl script text executable', 'text/x-perl'] };
    const [kind, mime] = names[base] ?? [`a ${script[0].slice(2).trim()} script`, 'text/plain'];
    return [`${kind}, ${text}${/executable$/.test(kind) ? '' : ' executable'}`.replace(/^(.*script), (.*) text executable$/, '$1, $2 text executable'), mime];
  }
  if (text) {
    const trimmed = head.trimStart();
    if (/^[{[]/.test(trimmed)) {
      try {
        JSON.parse(new TextDecoder().decode(bytes));
        return ['JSON text data', 'application/json'];
      } catch {
        // Not JSON, then plain text.
      }
    }
    if (/^<!doctype html|^<html/i.test(trimmed)) return [`HTML document, ${text}`, 'text/html'];
    return [text, 'text/plain'];
  }
  return ['data', 'application/octet-stream'];
}

/** The kind of text, or undefined for what is none. */
function isText(bytes: Uint8Array): string | undefined {
  let high = false;
  for (const byte of bytes) {
    if (byte === 0 || (byte < 32 && ![7, 8, 9, 10, 12, 13, 27].includes(byte)) || byte === 127) return undefined;
    if (byte > 127) high = true;
  }
  const crlf = binaryOf(bytes).includes('\r\n') ? ', with CRLF line terminators' : bytes.includes(10) ? '' : ', with no line terminators';
  if (!high) return `ASCII text${crlf}`;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length));
    return `Unicode text, UTF-8 text${crlf}`;
  } catch {
    return `ISO-8859 text${crlf}`;
  }
}
