import { gunzip as inflate, gzip as deflate, GzipError, isGzip } from '../../base/gzip/index.ts';
import type { Program } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, isDirectory, joinPath, readInput, reason, type Tool } from '../program/index.ts';
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
  return defineProgram({ name, usage: '[OPTION]... [FILE]...', summary: 'Compress or uncompress FILEs (by default, compress FILES in-place).', options, version: '1.13', run: (tool, args) => run(asGzip(tool), args, decompress || args.has('decompress') || args.has('test') || args.has('list'), stdout || args.has('stdout')) });
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
        if (isDirectory(process.stat(path).mode)) {
          await tool.error(`${path} is a directory -- ignored`);
          worse(2);
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
      } else result = deflate(data, level);
      if (args.has('list')) {
        tool.out.write(`         compressed        uncompressed  ratio uncompressed_name\n${String(data.length).padStart(19)} ${String(result.length).padStart(19)} ${ratio(result.length, data.length).padStart(6)} ${path.replace(/\.gz$/, '')}\n`);
        continue;
      }
      if (args.has('test')) continue;
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
      if (args.has('verbose')) await tool.errorText(`${path}:\t${ratio(decompress ? result.length : data.length, decompress ? data.length : result.length).padStart(5)} -- ${args.has('keep') ? 'created' : 'replaced with'} ${target}\n`);
    } catch (error) {
      if (error instanceof GzipError) await tool.errorText(`\n${tool.name}: ${path === '-' ? 'stdin' : path}: ${error.message === 'unexpected end of file' ? error.message : 'invalid compressed data--format violated'}\n`);
      else await tool.error(`${decompress && name !== '-' && !name.endsWith(suffix) ? `${name}${suffix}` : name}: ${reason(error)}`);
      worse(1);
    }
  }
  return status;
}

function ratio(plain: number, packed: number): string {
  return `${plain === 0 ? '0.0' : ((1 - (packed - 18) / plain) * 100).toFixed(1)}%`;
}
