import { isSystemError } from '../../kernel/uapi/index.ts';
import { defaultPath, defineProgram, IdNames, isSymlink, modeString, reason, UsageError } from '../program/index.ts';

export const namei = defineProgram({
  name: 'namei', usage: '[options] <pathname>...', summary: 'Follow a pathname until a terminal point is found.', options: { long: '-l --long  use a long listing format (-m -o -v)', modes: '-m --modes  show the mode bits of each file', mountpoints: '-x --mountpoints', nosymlinks: '-n --nosymlinks', owners: '-o --owners  show owner and group name of each file', vertical: '-v --vertical' }, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process, out } = tool;
    if (args.operands.length === 0) throw new UsageError('pathname argument is missing');
    const [modes, owners] = [args.has('modes') || args.has('long'), args.has('owners') || args.has('long')];
    const names = new IdNames(process);
    let status = 0;
    const walk = (path: string, depth: number, from: string): void => {
      const parts = path.split('/').filter((part, index) => part !== '' || index === 0);
      let at = path.startsWith('/') ? '/' : from;
      for (const [index, part] of parts.entries()) {
        const name = index === 0 && path.startsWith('/') ? '/' : part;
        if (name === '') continue;
        const full = name === '/' ? '/' : `${at === '/' ? '' : at}/${name}`.replace(/^\/(?=\.?\/?$)/, '');
        const indent = '  '.repeat(depth);
        try {
          const stat = process.lstat(name === '/' ? '/' : at === '' ? name : full);
          const link = isSymlink(stat.mode);
          const kind = modeString(stat.mode).charAt(0).replace('-', '-');
          out.write(`${modes ? modeString(stat.mode) : ` ${indent}${kind}`}${owners ? ` ${names.user(stat.uid)} ${names.group(stat.gid)}` : ''} ${modes ? indent : ''}${name}${link ? ` -> ${process.readlink(at === '' ? name : full)}` : ''}\n`);
          if (link && !args.has('nosymlinks')) walk(process.readlink(at === '' ? name : full), depth + 1, at);
        } catch (error) {
          status = 1;
          out.write(`${' '.repeat(modes && owners ? 22 : modes ? 11 : 3)}${indent}${name} - ${reason(error)}\n`);
          return;
        }
        at = name === '/' ? '/' : at === '' ? name : full;
      }
    };
    for (const path of args.operands) {
      out.write(`f: ${path}\n`);
      walk(path, 0, '');
    }
    return status;
  },
});

export const whereis = defineProgram({
  name: 'whereis', usage: '[options] [-BMS <dir>... -f] <name>', summary: 'Locate the binary, source, and manual-page files for a command.', options: { binaries: '-b', manuals: '-m', sources: '-s', unusual: '-u', paths: '-l', glob: '-g' }, version: 'from util-linux 2.41', run: (tool, args) => {
    if (args.operands.length === 0) throw new UsageError('not enough arguments');
    for (const name of args.operands) {
      const found = args.has('manuals') && !args.has('binaries') ? [] : [...new Set([...defaultPath.split(':'), '/usr/games', '/usr/lib', '/etc'])].flatMap((folder) => {
        try {
          return tool.process.exists(`${folder}/${name}`) ? [tool.process.realpath(folder) === folder ? `${folder}/${name}` : ''] : [];
        } catch (error) {
          if (isSystemError(error)) return [];
          throw error;
        }
      }).filter(Boolean);
      tool.out.write(`${[`${name}:`, ...found].join(' ')}\n`);
    }
    return 0;
  },
});
