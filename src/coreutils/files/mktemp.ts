import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, joinPath, quote, reason, type Tool, UsageError } from '../program/index.ts';

const options = {
  directory: '-d --directory  create a directory, not a file',
  dryRun: '-u --dry-run  do not create anything; merely print a name',
  quiet: '-q --quiet  suppress diagnostics about file/dir-creation failure',
  suffix: '--suffix=  append SUFF to TEMPLATE',
  tmpdir: '-p --tmpdir[=]  interpret TEMPLATE relative to DIR',
  template: '-t  interpret TEMPLATE as a single file name component, relative to a directory',
};
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export const mktemp = defineProgram({
  name: 'mktemp', usage: '[OPTION]... [TEMPLATE]', summary: 'Create a temporary file or directory, safely, and print its name.', options, run,
  // -p takes a value, --tmpdir may.
  prepare: (words) => words.flatMap((word, index) => (word === '-p' ? [] : words[index - 1] === '-p' ? [`--tmpdir=${word}`] : [word])),
});

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process } = tool;
  const [given, extra] = args.operands;
  if (extra !== undefined) throw new UsageError('too many templates');
  const template = given ?? 'tmp.XXXXXXXXXX';
  const match = /^(.*?)(X+)([^X]*)$/s.exec(template);
  const run = match?.[2] ?? '';
  if (!match || run.length < 3) throw new UsageError(`too few X's in template ${quote(template)}`, false);
  const suffix = args.value('suffix');
  if (suffix !== undefined && match[3] !== '') throw new UsageError(`with --suffix, template ${quote(template)} must end in X`, false);
  if ((suffix ?? match[3] ?? '').includes('/')) throw new UsageError(`invalid suffix ${quote(suffix ?? match[3] ?? '')}, contains directory separator`, false);
  if (args.has('template') && template.includes('/')) throw new UsageError(`invalid template, ${quote(template)}, contains directory separator`, false);
  const folder = given === undefined || args.has('tmpdir') || args.has('template') ? args.value('tmpdir') || process.env['TMPDIR'] || '/tmp' : undefined;
  const kind = args.has('directory') ? 'directory' : 'file';
  for (let attempt = 0; ; attempt++) {
    const random = Array.from(process.random(run.length), (byte) => letters[byte % letters.length]).join('');
    const name = `${match[1]}${random}${match[3]}${args.value('suffix') ?? ''}`;
    const path = folder === undefined ? name : joinPath(folder, name);
    try {
      if (args.has('dryRun')) {
        if (process.exists(path)) continue;
      } else if (kind === 'directory') process.mkdir(path, 0o700);
      else process.close(process.open(path, { write: true, create: true, exclusive: true }, 0o600));
      tool.out.write(`${path}\n`);
      return 0;
    } catch (error) {
      if (isSystemError(error, 'EEXIST') && attempt < 100) continue;
      if (!args.has('quiet')) await tool.error(`failed to create ${kind} via template ${quote(folder === undefined ? template : joinPath(folder, template))}: ${reason(error)}`);
      return 1;
    }
  }
}
