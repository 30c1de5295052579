import { type Arguments, choose, defineProgram, joinPath, type Tool, UsageError } from '../program/index.ts';
import { backupOf } from './backup.ts';
import { Copier, type CopySettings } from './copy.ts';
import { isDirectoryAt, pairsOf } from './targets.ts';

const options = {
  archive: '-a --archive  same as -dR --preserve=all',
  attributesOnly: '--attributes-only  don\'t copy the file data, just the attributes',
  backup: '-b! --backup[=]  make a backup of each existing destination file',
  links: '-d  same as --no-dereference --preserve=links',
  force: '-f --force  if an existing destination file cannot be opened, remove it and try again',
  interactive: '-i --interactive  prompt before overwrite',
  dereferenceArguments: '-H  follow command-line symbolic links in SOURCE',
  hardLink: '-l --link  hard link files instead of copying',
  dereference: '-L --dereference  always follow symbolic links in SOURCE',
  noClobber: '-n --no-clobber  do not overwrite an existing file',
  noDereference: '-P --no-dereference  never follow symbolic links in SOURCE',
  preserve: '-p  same as --preserve=mode,ownership,timestamps',
  preserveList: '--preserve[=]  preserve the specified attributes',
  noPreserve: '--no-preserve=  don\'t preserve the specified attributes',
  parents: '--parents  use full source file name under DIRECTORY',
  recursive: '-R -r --recursive  copy directories recursively',
  reflink: '--reflink[=]',
  removeDestination: '--remove-destination  remove each existing destination file before opening it',
  sparse: '--sparse=',
  stripSlashes: '--strip-trailing-slashes',
  symbolicLink: '-s --symbolic-link  make symbolic links instead of copying',
  suffix: '-S --suffix=  override the usual backup suffix',
  target: '-t --target-directory=  copy all SOURCE arguments into DIRECTORY',
  noTarget: '-T --no-target-directory  treat DEST as a normal file',
  update: '-u! --update[=]  copy only when the SOURCE file is newer',
  verbose: '-v --verbose  explain what is being done',
  oneFileSystem: '-x --one-file-system  stay on this file system',
};

export const cp = defineProgram({ name: 'cp', usage: '[OPTION]... [-T] SOURCE DEST', summary: 'Copy SOURCE to DEST, or multiple SOURCE(s) to DIRECTORY.', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  if (!tool.busybox) checkArguments(args);
  const last = args.operands.at(-1);
  if (args.has('parents') && !args.has('target') && args.operands.length > 1 && !isDirectoryAt(tool.process, last ?? '')) throw new UsageError('with --parents, the destination must be a directory');
  const pairs = await pairsOf(tool, args.operands, args.value('target'), args.has('noTarget'));
  if (!pairs) return 1;
  const copier = new Copier(tool, settingsOf(args, tool.process.env));
  const folder = args.value('target') ?? args.operands.at(-1) ?? '';
  for (const [from, to] of pairs) {
    if (args.has('parents')) {
      makeParents(tool, from, folder, args.has('verbose'));
      await copier.copy(from, joinPath(folder, from.replace(/^\/+/, '')));
    } else await copier.copy(from, to);
    await tool.out.flush();
  }
  return copier.failed ? 1 : 0;
}

function checkArguments(args: Arguments<keyof typeof options>): void {
  for (const value of args.values('update')) choose(value, '--update', ['all', 'none', 'none-fail', 'older']);
  for (const key of ['preserveList', 'noPreserve'] as const) {
    for (const value of args.values(key).flatMap((list) => list.split(','))) choose(value, key === 'noPreserve' ? '--no-preserve' : '--preserve', ['mode', 'timestamps', 'ownership', 'links', 'context', 'xattr', 'all']);
  }
  for (const value of args.values('sparse')) choose(value, '--sparse', ['never', 'auto', 'always']);
  for (const value of args.values('reflink')) choose(value, '--reflink', ['auto', 'always', 'never']);
}

function settingsOf(args: Arguments<keyof typeof options>, env: Readonly<Record<string, string>>): CopySettings {
  const preserve = new Set<'mode' | 'ownership' | 'timestamps' | 'links'>();
  for (const { key, value } of args.ordered) {
    const all = value === 'all' ? 'mode,ownership,timestamps,links' : value;
    if (key === 'archive') for (const name of ['mode', 'ownership', 'timestamps', 'links'] as const) preserve.add(name);
    if (key === 'links') preserve.add('links');
    if (key === 'preserve' || (key === 'preserveList' && value === undefined)) for (const name of ['mode', 'ownership', 'timestamps'] as const) preserve.add(name);
    for (const name of ['mode', 'ownership', 'timestamps', 'links'] as const) {
      if (key === 'preserveList' && all?.split(',').includes(name)) preserve.add(name);
      if (key === 'noPreserve' && all?.split(',').includes(name)) preserve.delete(name);
    }
  }
  const recursive = args.has('recursive') || args.has('archive');
  const links = args.last('archive', 'links', 'dereference', 'noDereference', 'dereferenceArguments');
  const clobber = args.last('force', 'interactive', 'noClobber');
  return {
    recursive, preserve,
    follow: links === 'dereference' ? 'always' : links === 'dereferenceArguments' ? 'arguments' : links || recursive ? 'never' : 'always',
    force: args.has('force'), interactive: clobber === 'interactive', noClobber: clobber === 'noClobber' || args.value('update') === 'none', update: args.has('update') && !/all|none/.test(args.value('update') ?? ''), verbose: args.has('verbose'),
    hardLink: args.has('hardLink'), symbolicLink: args.has('symbolicLink'), removeDestination: args.has('removeDestination'),
    backup: backupOf(args, env), attributesOnly: args.has('attributesOnly'), oneFileSystem: args.has('oneFileSystem'),
  };
}

function makeParents(tool: Tool, from: string, folder: string, verbose: boolean): void {
  const parts = from.split('/').filter(Boolean).slice(0, -1);
  let path = folder;
  let source = from.startsWith('/') ? '/' : '';
  for (const part of parts) {
    path = joinPath(path, part);
    source = source === '' ? part : joinPath(source, part);
    if (tool.process.exists(path)) continue;
    tool.process.mkdir(path);
    if (verbose) tool.out.write(`${source} -> ${path}\n`);
  }
}
