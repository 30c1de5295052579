import { gunzip as inflate, gzip as deflate, GzipError, gzipHeader, isGzip } from '../../base/gzip/index.ts';
import type { Program } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, baseName, isDirectory, isRegular, isSymlink, joinPath, localTime, readInput, reason, strftime, timeZoneOf, type Tool } from '../program/index.ts';
import { confirm } from '../files/confirm.ts';

const options = {
  stdout: '-c --stdout --to-stdout  write on standard output, keep original files unchanged', decompress: '-d --decompress --uncompress  decompress', force: '-f --force  force overwrite of output file and compress links', keep: '-k --keep  keep (don\'t delete) input files', list: '-l --list  list compressed file contents',
  noName: '-n --no-name', name: '-N --name', quiet: '-q --quiet  suppress all warnings', recursive: '-r --recursive  operate recursively on directories', suffix: '-S --suffix=  use suffix SUF on compressed files', test: '-t --test  test compressed file integrity', verbose: '-v --verbose  verbose mode',
  l1: '-1 --fast', l2: '-2', l3: '-3', l4: '-4', l5: '-5', l6: '-6', l7: '-7', l8: '-8', l9: '-9 --best',
};
type Args = Arguments<keyof typeof options>;

export const gzip = make('gzip', false, false);
export const gunzip = make('gunzip', true, false);
export const zcat = make('zcat', true, true);

function make(name: string, decompress: boolean, stdout: boolean): Program {
  return defineProgram({ name, usage: '[OPTION]... [FILE]...', summary: 'Compress or uncompress FILEs (by default, compress FILES in-place).', options, version: '1.13', versionLetter: '-V', hint: () => 'Try `gzip --help\' for more information.', ...(name !== 'gzip' && { speaksAs: 'gzip' }), run: (tool, args) => run(asGzip(tool), args, decompress || args.has('decompress') || args.has('test') || args.has('list'), stdout || args.has('stdout')) });
}

/** gunzip and zcat of Debian are scripts around gzip, and speak in its name. */
function asGzip(tool: Tool): Tool {
  return tool.busybox ? tool : { ...tool, name: 'gzip', error: (message) => tool.errorText(`gzip: ${message}\n`) };
}

async function run(tool: Tool, args: Args, decompress: boolean, stdout: boolean): Promise<number> {
  const { process } = tool;
  let status = 0;
  const digit = args.ordered.findLast(({ key }) => /^l\d$/.test(key))?.key;
  const level = Number(digit?.charAt(1) ?? 6) as 6;
  const suffix = args.value('suffix') ?? '.gz';
  const worse = (code: number): void => {
    status = status === 1 ? 1 : code;
  };
  const listed = new Listing(tool, args);
  const files: string[] = [];
  const expand = (path: string): void => {
    for (const { name } of process.readdir(path)) {
      const inner = joinPath(path, name);
      if (isDirectory(process.lstat(inner).mode)) expand(inner);
      else files.push(inner);
    }
  };
  for (const name of args.operands.length ? args.operands : ['-']) {
    if (name !== '-' && args.has('recursive') && process.exists(name) && isDirectory(process.stat(name).mode)) expand(name);
    else files.push(name);
  }
  for (const name of files) {
    let path = name;
    try {
      if (name !== '-') {
        if (decompress && !process.exists(path) && process.exists(`${path}${suffix}`)) path = `${path}${suffix}`;
        const refusal = tool.busybox ? undefined : refusalOf(tool, path, stdout || args.has('list') || args.has('test'), args.has('force'));
        if (refusal !== undefined || isDirectory(process.stat(path).mode)) {
          await tool.error(refusal ?? `${path} is a directory -- ignored`);
          worse(refusal?.endsWith('symbolic links') ? 1 : 2);
          continue;
        }
        if (!decompress && !stdout && path.endsWith(suffix)) {
          await tool.error(`${path} already has ${suffix} suffix -- unchanged`);
          worse(2);
          continue;
        }
        if (decompress && !stdout && !args.has('test') && !args.has('list') && !path.endsWith(suffix) && !path.endsWith('.tgz')) {
          await tool.error(`${path}: unknown suffix -- ignored`);
          worse(2);
          continue;
        }
      } else if (!decompress && process.isatty(1) && !args.has('force')) {
        await tool.error('compressed data not written to a terminal. Use -f to force compression.\nFor help, type: gzip -h');
        return 1;
      }
      const data = await readInput(process, path);
      await process.checkpoint();
      const shown = name === '-' ? 'stdin' : path;
      let result: Uint8Array;
      if (decompress) {
        if (!isGzip(data)) {
          if (stdout && args.has('force')) result = data;
          else {
            await tool.errorText(`\n${tool.name}: ${shown}: ${data.length === 0 ? 'unexpected end of file' : 'not in gzip format'}\n`.replace(/^\n(?=.*not in)/, '\n'));
            worse(1);
            continue;
          }
        } else result = inflate(data);
      } else result = name === '-' || args.has('noName') || tool.busybox ? deflate(data, level) : deflate(data, level, { name: baseName(name), mtime: process.stat(path).mtime });
      if (args.has('list')) {
        listed.add(name === '-' ? 'stdout' : path.replace(new RegExp(`${suffix.replace('.', '\\.')}$`), ''), data, result);
        continue;
      }
      if (args.has('test')) {
        if (args.has('verbose')) await tool.errorText(`${shown}:\t OK\n`);
        continue;
      }
      if (stdout || name === '-') {
        tool.out.write(result);
        await tool.out.flush();
        continue;
      }
      const target = decompress ? path.replace(/\.tgz$/, '.tar').replace(new RegExp(`${suffix.replace('.', '\\.')}$`), '') : `${path}${suffix}`;
      if (process.exists(target) && !args.has('force')) {
        if (!process.isatty(0)) {
          await tool.errorText(`${tool.name}: ${target} already exists;${process.isatty(0) ? ' do you wish to overwrite (y or n)? ' : '\tnot overwritten\n'}`);
          worse(2);
          continue;
        }
        if (!(await confirm(tool, `${target} already exists; do you wish to overwrite (y or n)? `))) {
          worse(2);
          continue;
        }
      }
      const stat = process.stat(path);
      process.writeFile(target, result, { mode: stat.mode & 0o777 });
      process.chmod(target, stat.mode & 0o7777);
      if (process.credentials.euid === 0) process.chown(target, stat.uid, stat.gid);
      process.utimes(target, stat.atime, stat.mtime);
      if (!args.has('keep')) process.unlink(path);
      if (args.has('verbose')) await tool.errorText(`${path}:\t${ratio(decompress ? result : data, decompress ? data : result).padStart(6)} -- ${args.has('keep') ? 'created' : 'replaced with'} ${target}\n`);
    } catch (error) {
      if (error instanceof GzipError) await tool.errorText(`\n${tool.name}: ${path === '-' ? 'stdin' : path}: ${error.message === 'unexpected end of file' ? error.message : 'invalid compressed data--format violated'}\n`);
      else await tool.error(`${decompress && name !== '-' && !name.endsWith(suffix) ? `${name}${suffix}` : name}: ${reason(error)}`);
      worse(1);
    }
  }
  listed.end();
  return status;
}

/** Why gzip will not touch a file. */
function refusalOf({ process }: Tool, path: string, reading: boolean, force: boolean): string | undefined {
  const own = process.lstat(path);
  if (isSymlink(own.mode) && !reading && !force) return `${path}: Too many levels of symbolic links`;
  const stat = process.stat(path);
  if (!isDirectory(stat.mode) && !isRegular(stat.mode) && !reading) return `${path} is not a directory or a regular file - ignored`;
  if (isRegular(stat.mode) && stat.nlink > 1 && !reading && !force) return `${path} has ${stat.nlink - 1} other link${stat.nlink > 2 ? 's' : ''} -- file ignored`;
  return undefined;
}

/** `gzip -l`: a line for each file, and totals of more than one. */
class Listing {
  readonly #tool: Tool;
  readonly #verbose: boolean;
  #files = 0;
  #packed = 0;
  #plain = 0;
  #around = 0;

  constructor(tool: Tool, args: Args) {
    this.#tool = tool;
    this.#verbose = args.has('verbose');
  }

  add(name: string, packed: Uint8Array, plain: Uint8Array): void {
    const { out, process } = this.#tool;
    if (this.#files++ === 0) out.write(`${this.#verbose ? 'method  crc     date  time  ' : ''}         compressed        uncompressed  ratio uncompressed_name\n`);
    this.#packed += packed.length;
    this.#plain += plain.length;
    const header = gzipHeader(packed);
    this.#around = header.length + 8;
    if (this.#verbose) {
      const crc = new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 8, true).toString(16).padStart(8, '0');
      out.write(`defla ${crc} ${strftime('%b %e %H:%M', localTime(header.mtime || process.clock.now(), timeZoneOf(process)))} `);
    }
    this.#line(packed.length, plain.length, name);
  }

  end(): void {
    if (this.#files < 2) return;
    if (this.#verbose) this.#tool.out.write(' '.repeat(28));
    this.#line(this.#packed, this.#plain, '(totals)');
  }

  #line(packed: number, plain: number, name: string): void {
    this.#tool.out.write(`${String(packed).padStart(19)} ${String(plain).padStart(19)} ${share(plain, packed - this.#around).padStart(6)} ${name}\n`);
  }
}

function ratio(plain: Uint8Array, packed: Uint8Array): string {
  return share(plain.length, packed.length - (isGzip(packed) ? gzipHeader(packed).length : 10) - 8);
}

function share(plain: number, packed: number): string {
  return `${plain === 0 ? '0.0' : ((1 - packed / plain) * 100).toFixed(1)}%`;
}
