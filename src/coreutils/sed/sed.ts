import { type Arguments, bytesOf, defineProgram, helpText, quoteIfNeeded, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { SedInput } from './input.ts';
import { Machine } from './machine.ts';
import { parseScript } from './script.ts';

const options = {
  quiet: '-n --quiet --silent  suppress automatic printing of pattern space',
  debug: '--debug  annotate program execution',
  expression: '-e --expression=  add the script to the commands to be executed',
  file: '-f --file=  add the contents of script-file to the commands to be executed',
  followSymlinks: '--follow-symlinks  follow symlinks when processing in place',
  inPlace: '-i --in-place[=]  edit files in place (makes backup if SUFFIX supplied)',
  lineLength: '-l --line-length=  specify the desired line-wrap length for the `l\' command',
  posix: '--posix  disable all GNU extensions.',
  extended: '-E -r --regexp-extended  use extended regular expressions in the script',
  separate: '-s --separate  consider files as separate rather than as a single continuous long stream.',
  sandbox: '--sandbox  operate in sandbox mode (disable e/r/w commands).',
  unbuffered: '-u --unbuffered  load minimal amounts of data from the input files and flush the output buffers more often',
  nullData: '-z --null-data  separate lines by NUL characters',
};

export const sed = defineProgram({ name: 'sed', usage: '[OPTION]... {script-only-if-no-other-script} [input-file]...', options, version: '(GNU sed) 4.9', fullName: true, hint: (name) => usageText(name).trimEnd(), run });

function usageText(name: string): string {
  return helpText(name, { usage: '[OPTION]... {script-only-if-no-other-script} [input-file]...', options });
}

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const names = [...args.operands];
  const parts: { text: string; file: string | undefined }[] = [];
  for (const { key, value = '' } of args.ordered) {
    if (key === 'expression') parts.push({ text: value, file: undefined });
    if (key === 'file') {
      try {
        parts.push({ text: textOf(await readInput(process, value)).replace(/\n$/, ''), file: value });
      } catch (error) {
        throw new UsageError(`couldn't open file ${value}: ${reason(error)}`, false, 4);
      }
    }
  }
  if (parts.length === 0) {
    const script = names.shift();
    if (script === undefined) {
      await tool.errorText(usageText(tool.name));
      return 1;
    }
    parts.push({ text: script, file: undefined });
  }
  let quiet = args.has('quiet');
  if (parts[0]?.text === '#n' || parts[0]?.text.startsWith('#n\n')) quiet = true;
  const program = parseScript(parts, args.has('extended'), args.has('sandbox'));
  const settings = { quiet, end: args.has('nullData') ? '\0' : '\n', unbuffered: args.has('unbuffered'), lineLength: Number(args.value('lineLength') ?? 70) };
  if (!args.has('inPlace') && !args.has('separate')) {
    const input = new SedInput(tool, names.length ? names : ['-'], settings.end);
    const machine = new Machine(tool, program, input, settings, (text) => out.write(text), () => out.flush());
    const status = await machine.run();
    return status || input.status;
  }
  let status = 0;
  let number = 0;
  const machine: { current: Machine | undefined } = { current: undefined };
  for (const name of names.length ? names : ['-']) {
    const input = new SedInput(tool, [name], settings.end, args.has('separate') && !args.has('inPlace') ? number : 0);
    let edited = '';
    if (args.has('inPlace')) {
      try {
        const stat = process.stat(name);
        if ((stat.mode & 0o170000) !== 0o100000) {
          await tool.error(`couldn't edit ${name}: not a regular file`);
          status = 4;
          continue;
        }
      } catch (error) {
        await tool.error(`can't read ${quoteIfNeeded(name)}: ${reason(error)}`);
        status = 2;
        continue;
      }
    }
    const write = (text: string): boolean => {
      if (!args.has('inPlace')) return out.write(text);
      edited += text;
      return false;
    };
    machine.current = new Machine(tool, program, input, settings, write, () => out.flush());
    for (const command of program) {
      command.active = command.from?.kind === 'zero';
      command.end = command.active ? Infinity : 0;
    }
    const result = await machine.current.run();
    number = input.number;
    status ||= input.status;
    if (args.has('inPlace') && input.status === 0) {
      if (machine.current.stopped) edited += await input.rest();
      await replaceFile(tool, name, edited, args.value('inPlace'));
    }
    if (machine.current.stopped) return result;
  }
  return status;
}

async function replaceFile(tool: Tool, name: string, text: string, suffix: string | undefined): Promise<void> {
  const { process } = tool;
  const stat = process.stat(name);
  const slash = name.lastIndexOf('/') + 1;
  const folder = name.slice(0, slash);
  const temporary = `${folder || './'}sed${Array.from(process.random(6), (byte) => (byte % 36).toString(36)).join('')}`;
  try {
    if (suffix) {
      const backup = suffix.includes('*') ? suffix.replaceAll('*', name.slice(slash)) : name.slice(slash) + suffix;
      process.rename(name, backup.includes('/') ? backup : folder + backup);
    }
    process.writeFile(temporary, bytesOf(text), { mode: 0o600 });
    process.chmod(temporary, stat.mode & 0o7777);
    if (process.credentials.euid === 0) process.chown(temporary, stat.uid, stat.gid);
  } catch (error) {
    throw new UsageError(`couldn't open temporary file ${folder || './'}sedXXXXXX: ${reason(error)}`, false, 4);
  }
  try {
    process.rename(temporary, name);
  } catch (error) {
    process.unlink(temporary);
    throw new UsageError(`cannot rename ${temporary}: ${reason(error)}`, false, 4);
  }
}
