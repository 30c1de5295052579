import { findOption, optionOfLetter, type SetOption } from './state/options.ts';
import { versionText } from './version.ts';

/** How bash was started. */
export interface ShellArguments {
  kind: 'run';
  /** Text of `-c`. */
  command: string | undefined;
  operands: string[];
  /** `-i` was given; undefined: it depends on the terminal. */
  interactive: boolean | undefined;
  login: boolean;
  readStdin: boolean;
  noProfile: boolean;
  noRc: boolean;
  rcFile: string | undefined;
  options: [SetOption, boolean][];
  shopts: [string, boolean][];
}

/** Reads the arguments as bash(1) says under OPTIONS. */
export function parseArguments(argv: readonly string[]): ShellArguments | { kind: 'error'; message: string } | { kind: 'print'; text: string } {
  const result: ShellArguments = {
    kind: 'run', command: undefined, operands: [], interactive: undefined, login: argv[0]?.startsWith('-') ?? false, readStdin: false, noProfile: false, noRc: false,
    rcFile: undefined, options: [], shopts: [],
  };
  let index = 1;
  let wantsCommand = false;
  for (; index < argv.length; index++) {
    const arg = argv[index] ?? '';
    if (arg === '-' || arg === '--') {
      index++;
      break;
    }
    if (arg.startsWith('--')) {
      const error = longOption(arg, result, () => argv[++index]);
      if (error) return error;
      continue;
    }
    if (!/^[-+]./.test(arg)) break;
    const on = arg.startsWith('-');
    for (const letter of arg.slice(1)) {
      if (letter === 'c') wantsCommand = true;
      else if (letter === 's') result.readStdin = true;
      else if (letter === 'i') result.interactive = true;
      else if (letter === 'l') result.login = true;
      else if (letter === 'D') continue;
      else if (letter === 'o') {
        const name = argv[++index] ?? '';
        const option = findOption(name);
        if (!option) return { kind: 'error', message: `${name}: invalid option name` };
        result.options.push([option, on]);
      } else if (letter === 'O') {
        const name = argv[++index] ?? '';
        result.shopts.push([name, on]);
      } else {
        const option = optionOfLetter(letter);
        if (!option) return { kind: 'error', message: `-${letter}: invalid option\n${helpText}`.trimEnd() };
        result.options.push([option, on]);
      }
    }
  }
  result.operands = argv.slice(index);
  if (wantsCommand) {
    const command = result.operands.shift();
    if (command === undefined) return { kind: 'error', message: '-c: option requires an argument' };
    result.command = command;
  }
  return result;
}

function longOption(arg: string, result: ShellArguments, next: () => string | undefined): { kind: 'error'; message: string } | { kind: 'print'; text: string } | undefined {
  switch (arg) {
    case '--login': result.login = true; return undefined;
    case '--norc': result.noRc = true; return undefined;
    case '--noprofile': result.noProfile = true; return undefined;
    case '--noediting': return undefined;
    case '--posix': result.options.push(['posix', true]); return undefined;
    case '--verbose': result.options.push(['verbose', true]); return undefined;
    case '--rcfile':
    case '--init-file': result.rcFile = next(); return undefined;
    case '--version': return { kind: 'print', text: versionText };
    case '--help': return { kind: 'print', text: helpText };
    default: return { kind: 'error', message: `${arg}: invalid option\n${helpText}`.trimEnd() };
  }
}

const helpText = `Usage:\tbash [GNU long option] [option] ...
\tbash [GNU long option] [option] script-file ...
GNU long options:
\t--debug
\t--debugger
\t--dump-po-strings
\t--dump-strings
\t--help
\t--init-file
\t--login
\t--noediting
\t--noprofile
\t--norc
\t--posix
\t--pretty-print
\t--rcfile
\t--restricted
\t--verbose
\t--version
Shell options:
\t-ilrsD or -c command or -O shopt_option\t\t(invocation only)
\t-abefhkmnptuvxBCEHPT or -o option
`;
