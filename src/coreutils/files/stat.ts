import { fileType, fileTypeMask, type Stat } from '../../kernel/uapi/index.ts';
import { type Arguments, choose, defineProgram, IdNames, isSymlink, localTime, modeString, quote, quoteIfNeeded, reason, strftime, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { kindOf } from './remove.ts';
import { unescape } from '../system/printf-format.ts';

const options = {
  dereference: '-L --dereference  follow links',
  fileSystem: '-f --file-system  display file system status instead of file status',
  format: '-c --format=  use the specified FORMAT instead of the default',
  printf: '--printf=  like --format, but interpret backslash escapes, and do not output a mandatory trailing newline',
  terse: '-t --terse  print the information in terse form',
  cached: '--cached=',
};

export const stat = defineProgram({ name: 'stat', usage: '[OPTION]... FILE...', summary: 'Display file or file system status.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  if (args.operands.length === 0) throw new UsageError('missing operand');
  for (const when of args.values('cached')) choose(when, '--cached', ['default', 'never', 'always']);
  let status = 0;
  const names = new IdNames(process);
  const kind = args.last('format', 'printf');
  for (const path of args.operands) {
    try {
      if (args.has('fileSystem')) {
        out.write(fileSystemText(tool, path, kind ? args.value(kind) : undefined));
        continue;
      }
      const one = path === '-' ? process.fstat(0) : args.has('dereference') ? process.stat(path) : process.lstat(path);
      const facts = new Facts(tool, path, one, names);
      if (kind === 'printf') out.write(unescape(facts.fill(args.value('printf') ?? ''), 'format').text);
      else if (kind === 'format') out.write(`${facts.fill(args.value('format') ?? '')}\n`);
      else if (args.has('terse')) out.write(`${facts.fill('%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o')}\n`);
      else out.write(facts.full());
    } catch (error) {
      status = 1;
      await out.flush();
      await tool.error(tool.busybox ? `can't stat '${path}': ${reason(error)}` : args.has('fileSystem') ? `cannot read file system information for ${quote(path)}: ${reason(error)}` : `cannot statx ${quote(path)}: ${reason(error)}`);
    }
  }
  return status;
}

function fileSystemText(tool: Tool, path: string, format: string | undefined): string {
  const { type, total, free, files, freeFiles } = tool.process.statfs(path);
  const blocks = Math.floor(total / 4096);
  const left = Math.floor(free / 4096);
  if (format !== undefined) return `${format.replace(/%([a-zA-Z])/g, (whole, letter: string) => ({ n: path, T: type, b: String(blocks), f: String(left), a: String(left), s: '4096', S: '4096', c: String(files), d: String(freeFiles), l: '255', i: '0', t: '0' })[letter] ?? whole)}\n`;
  return `  File: ${quote(path).replace(/^'|'$/g, '"')}\n    ID: 0        Namelen: 255     Type: ${type === 'overlay' ? 'overlayfs' : type}\nBlock size: 4096       Fundamental block size: 4096\nBlocks: Total: ${String(blocks).padEnd(10)} Free: ${String(left).padEnd(10)} Available: ${left}\nInodes: Total: ${String(files).padEnd(10)} Free: ${freeFiles}\n`;
}

class Facts {
  readonly #path: string;
  readonly #stat: Stat;
  readonly #names: IdNames;
  readonly #tool: Tool;

  constructor(tool: Tool, path: string, one: Stat, names: IdNames) {
    this.#tool = tool;
    this.#path = path;
    this.#stat = one;
    this.#names = names;
  }

  #time(ms: number): string {
    return strftime('%Y-%m-%d %H:%M:%S.%N %z', localTime(ms, timeZoneOf(this.#tool.process)));
  }

  #link(): string {
    return isSymlink(this.#stat.mode) ? ` -> ${quote(this.#tool.process.readlink(this.#path))}` : '';
  }

  #mountPoint(): string {
    const real = this.#tool.process.realpath(this.#path);
    return this.#tool.process.mounts().map(({ target }) => target).filter((target) => real === target || real.startsWith(target === '/' ? '/' : `${target}/`)).sort((a, b) => b.length - a.length)[0] ?? '/';
  }

  fill(format: string): string {
    const one = this.#stat;
    return format.replace(/%([-0 #+'I]*)(\d*)(?:\.(\d+))?([HL]?[a-zA-Z%])/g, (whole, flags: string, width: string, precision: string | undefined, letter: string) => {
      if (letter === '%') return '%';
      const value = this.#value(letter, one, flags, precision);
      if (value === undefined) return letter.length === 1 ? '?' : whole;
      return width === '' ? value : flags.includes('-') ? value.padEnd(Number(width)) : value.padStart(Number(width), flags.includes('0') ? '0' : ' ');
    });
  }

  #value(letter: string, one: Stat, flags: string, precision: string | undefined): string | undefined {
    const seconds = (ms: number): string => (precision === undefined ? String(Math.floor(ms / 1000)) : (ms / 1000).toFixed(Math.min(Number(precision) || 9, 20)));
    switch (letter) {
      case 'a': return (flags.includes('#') && one.mode & 0o7777 ? '0' : '') + (one.mode & 0o7777).toString(8);
      case 'A': return modeString(one.mode);
      case 'b': return String(one.blocks);
      case 'B': return '512';
      case 'C': return '?';
      case 'd': return String(one.dev);
      case 'D': return one.dev.toString(16);
      case 'f': return one.mode.toString(16);
      case 'F': return kindOf(one);
      case 'g': return String(one.gid);
      case 'G': return this.#names.hasGroup(one.gid) ? this.#names.group(one.gid) : 'UNKNOWN';
      case 'h': return String(one.nlink);
      case 'i': return String(one.ino);
      case 'm': return this.#mountPoint();
      case 'n': return this.#path;
      case 'N': return quote(this.#path) + this.#link();
      case 'o': return '4096';
      case 's': return String(one.size);
      case 'r': return String(one.rdev);
      case 't': case 'Hr': return letter === 't' ? (one.rdev >> 8).toString(16) : String(one.rdev >> 8);
      case 'T': case 'Lr': return letter === 'T' ? (one.rdev & 255).toString(16) : String(one.rdev & 255);
      case 'Hd': return String(one.dev >> 8);
      case 'Ld': return String(one.dev & 255);
      case 'u': return String(one.uid);
      case 'U': return this.#names.hasUser(one.uid) ? this.#names.user(one.uid) : 'UNKNOWN';
      case 'w': return this.#time(one.ctime);
      case 'W': return seconds(one.ctime);
      case 'x': return this.#time(one.atime);
      case 'X': return seconds(one.atime);
      case 'y': return this.#time(one.mtime);
      case 'Y': return seconds(one.mtime);
      case 'z': return this.#time(one.ctime);
      case 'Z': return seconds(one.ctime);
      default: return undefined;
    }
  }

  full(): string {
    const one = this.#stat;
    const device = (one.mode & fileTypeMask) === fileType.character || (one.mode & fileTypeMask) === fileType.block;
    const link = isSymlink(one.mode) ? ` -> ${quoteIfNeeded(this.#tool.process.readlink(this.#path))}` : '';
    return `  File: ${quoteIfNeeded(this.#path)}${link}\n${this.fill(`  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Hd,%Ld\tInode: %-11i Links: ${device ? '%-5h Device type: %Hr,%Lr' : '%h'}\nAccess: (%04a/%10.10A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z\n Birth: %w`)}\n`;
  }
}
