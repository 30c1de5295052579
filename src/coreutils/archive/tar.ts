import { defineProgram, type Tool, UsageError } from '../program/index.ts';
import { append, create } from './tar-create.ts';
import { compare, extract } from './tar-extract.ts';
import { remove } from './tar-delete.ts';
import { type TarArguments, tarOptions } from './tar-options.ts';

export const tar = defineProgram({
  name: 'tar', usage: '[OPTION...] [FILE]...', summary: 'GNU \'tar\' saves many files together into a single tape or disk archive, and can restore individual files from the archive.', options: tarOptions, version: '(GNU tar) 1.35', fullName: true, hint: (name) => `Try '${name} --help' or '${name} --usage' for more information.`, usageStatus: 2, parseStatus: 64, run, prepare: oldOptions,
});

/** `tar xzf a.tgz`: letters without a dash; each that takes a value takes the next word. */
function oldOptions(words: string[]): string[] {
  const [first = '', ...rest] = words;
  if (first.startsWith('-') || !/^[a-zA-Z]+$/.test(first)) return words;
  return [...first].flatMap((letter) => {
    if (!'fCTXHbI'.includes(letter)) return [`-${letter}`];
    const value = rest.shift();
    if (value === undefined) throw new UsageError(`Old option '${letter}' requires an argument.`, true, 2);
    return [`-${letter}`, value];
  }).concat(rest);
}

async function run(tool: Tool, args: TarArguments): Promise<number> {
  const actions = new Set(args.ordered.map(({ key }) => key).filter((key) => ['create', 'extract', 'list', 'append', 'update', 'compare', 'delete'].includes(key)));
  if (actions.size > 1 && !tool.busybox) throw new UsageError("You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option");
  const [action] = actions;
  switch (action) {
    case 'create': return await create(tool, args);
    case 'append': case 'update': return await append(tool, args, action === 'update');
    case 'delete': return await remove(tool, args);
    case 'compare': return await compare(tool, args);
    case 'extract': case 'list': return await extract(tool, args, action === 'list');
    default: throw new UsageError("You must specify one of the '-Acdtrux', '--delete' or '--test-label' options");
  }
}
