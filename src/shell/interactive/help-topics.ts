import { compilePattern } from '../expand/pattern.ts';
import type { Shell } from '../state/shell.ts';
import { versionText } from '../version.ts';

/** Something `help` knows: a builtin or a piece of the language. */
interface Topic {
  name: string;
  synopsis: string;
  summary: string;
}

/** The language's own topics: name, synopsis, summary as bash 5.2 prints them. */
const language: readonly (readonly [string, string, string])[] = [
  ['%', 'job_spec [&]', 'Resume job in foreground.'],
  ['(( ... ))', '(( expression ))', 'Evaluate arithmetic expression.'],
  ['[[ ... ]]', '[[ expression ]]', 'Execute conditional command.'],
  ['case', 'case WORD in [PATTERN [| PATTERN]...) COMMANDS ;;]... esac', 'Execute commands based on pattern matching.'],
  ['coproc', 'coproc [NAME] command [redirections]', 'Create a coprocess named NAME.'],
  ['for', 'for NAME [in WORDS ... ] ; do COMMANDS; done', 'Execute commands for each member in a list.'],
  ['for ((', 'for (( exp1; exp2; exp3 )); do COMMANDS; done', 'Arithmetic for loop.'],
  ['function', 'function name { COMMANDS ; } or name () { COMMANDS ; }', 'Define shell function.'],
  ['if', 'if COMMANDS; then COMMANDS; [ elif COMMANDS; then COMMANDS; ]... [ else COMMANDS; ] fi', 'Execute commands based on conditional.'],
  ['select', 'select NAME [in WORDS ... ;] do COMMANDS; done', 'Select words from a list and execute commands.'],
  ['time', 'time [-p] pipeline', "Report time consumed by pipeline's execution."],
  ['until', 'until COMMANDS; do COMMANDS-2; done', 'Execute commands as long as a test does not succeed.'],
  ['variables', 'variables - Names and meanings of some shell variables', 'Common shell variable names and usage.'],
  ['while', 'while COMMANDS; do COMMANDS-2; done', 'Execute commands as long as a test succeeds.'],
  ['{ ... }', '{ COMMANDS ; }', 'Group commands as a unit.'],
];

/** More about what people ask for most, in our own words. */
const details: Record<string, string> = {
  '%': 'The same as fg for the job: %1, %sleep, %?text. With & as bg.',
  '(( ... ))': 'C arithmetic on integers. The status is 1 when the value is 0.',
  '[[ ... ]]': 'Tests as in test, and == and != against patterns, =~ against a\nregular expression, && and ||, ( ). Words are not split.',
  alias: '-p\tprint all aliases so that they can be read back\n\nWithout arguments all are printed. The last blank of a value has the next\nword looked up too.',
  bg: 'Without an argument the current job goes on in the background.',
  bind: "-l\tnames of functions\n-p\tfunctions and their keys, to be read back\n-q NAME\tkeys of a function\n-r KEYS\ttake a binding away\n-x KEYS:COMMAND\trun a shell command\n-m MAP\temacs, vi-insert or vi-command",
  case: 'The first pattern that fits is taken; ;& goes on with the next list, ;;&\nwith the next pattern.',
  cd: '-L\tfollow symbolic links as names (the default)\n-P\tuse the physical directory\n\nWithout DIR it is HOME; - is the directory before.',
  declare: '-a -A\tindexed or associative array\n-i -l -u\tinteger, lower case, upper case\n-n\ta reference to another name\n-r -x\treadonly, exported\n-p\tprint\n-f\tfunctions',
  echo: '-n\tno newline at the end\n-e\tunderstand escapes such as \\n and \\t\n-E\tdo not',
  exit: 'Leaves the shell with status N, else with that of the last command.',
  export: '-n\tno longer exported\n-p\tprint all\n-f\tfunctions',
  fg: 'Without an argument the current job comes to the foreground.',
  for: 'Without `in WORDS` it goes through the positional parameters.',
  history: '-c\tforget all\n-d N\tforget line N\n-a -w\tappend to, write the history file\n-r -n\tread it\n-p\tshow expansions\n-s\tadd a line',
  jobs: '-l\tprocess ids too\n-n\tonly those that changed\n-p\tonly process ids\n-r -s\tonly running, only stopped ones',
  kill: '-s SIG, -n N, -SIG\twhich signal; TERM without it\n-l\tnames of signals',
  local: 'A variable that only this function and those it calls see.',
  printf: '-v VAR\tinto a variable\n\n%s text, %d number, %x hexadecimal, %q quoted, %b with escapes, %(FMT)T time.',
  pwd: '-L\t$PWD, when it names the directory\n-P\twithout symbolic links',
  read: '-r\tbackslashes are plain\n-p TEXT\tprompt\n-s\tdo not show what is typed\n-t SECS\tgive up after this time\n-n N, -N N\tat most, exactly N characters\n-a ARRAY\twords into an array\n-d C\tup to this character\n-e\twith line editing',
  set: '-e\tend at a failure\n-u\tunset variables are errors\n-x\tshow commands\n-o pipefail\ta pipeline fails with any part\n-o vi, -o emacs\tkeys of the line editor\n-b\ttell of ended jobs at once\n--\tset the positional parameters',
  shopt: '-s -u\tset, unset\n-p\tprint so that it can be read back\n-q\tonly the status\n-o\toptions of set -o',
  source: 'Runs the commands of a file in this shell.',
  test: '-e -f -d -L FILE\texists, file, directory, link\n-r -w -x FILE\tmay be read, written, run\n-s FILE\tis not empty\n-z -n TEXT\tempty, not empty\nA = B, A != B\ttexts\nA -eq -ne -lt -le -gt -ge B\tnumbers',
  trap: '-l\tnames of signals\n-p\tprint traps\n\nSIGNAL may be EXIT, ERR, DEBUG or RETURN too. An empty COMMAND ignores it.',
  type: '-a\tall places\n-t\tone word: alias, keyword, function, builtin, file\n-p -P\tthe path',
  ulimit: '-a\tall limits\n-S -H\tsoft, hard\n-n\topen files\n-u\tprocesses\n-f\tsize of files',
  umask: '-p\tprint so that it can be read back\n-S\tin letters',
  unset: '-f\tfunctions\n-v\tvariables\n-n\tthe reference itself',
  wait: '-n\tfor the next one that ends\n-p VAR\tits process id into a variable\n-f\tuntil it ended, not only stopped',
};

function topicsOf(builtins: readonly { name: string; usage: string; summary: string }[]): Topic[] {
  const own = builtins.map(({ name, usage, summary }) => ({ name, synopsis: `${name}${usage === '' ? '' : ` ${usage}`}`, summary }));
  return [...own, ...language.map(([name, synopsis, summary]) => ({ name, synopsis, summary }))].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The list of `help` without arguments: two columns. */
function overview(topics: readonly Topic[], disabled: ReadonlySet<string>, columns: number): string {
  const half = Math.floor(columns / 2);
  const width = Math.min(half, 80);
  const entry = ({ name, synopsis }: Topic, room: number): string => {
    const text = `${disabled.has(name) ? '*' : ' '}${synopsis}`;
    return text.length > room ? `${text.slice(0, room)}>` : text;
  };
  const rows = Math.ceil(topics.length / 2);
  let out = '';
  for (let row = 0; row < rows; row++) {
    const [left, right] = [topics[row], topics[row + rows]];
    if (left) out += `${right ? entry(left, width - 2).padEnd(width) + entry(right, width - 3) : entry(left, width - 2)}\n`;
  }
  return out;
}

/** The builtin `help`. */
export async function showHelp(shell: Shell, builtins: readonly { name: string; usage: string; summary: string }[], letters: ReadonlySet<string>, patterns: readonly string[]): Promise<number> {
  const topics = topicsOf(builtins);
  if (patterns.length === 0) {
    const columns = Number(shell.variables.text('COLUMNS')) || 80;
    const head = `${versionText.split('\n')[0]?.replace(/^GNU bash, /, 'GNU bash, ')}\nThese shell commands are defined internally.  Type \`help' to see this list.\nType \`help name' to find out more about the function \`name'.\nUse \`info bash' to find out more about the shell in general.\nUse \`man -k' or \`info' to find out more about commands not in this list.\n\nA star (*) next to a name means that the command is disabled.\n\n`;
    await shell.write(1, head + overview(topics, shell.disabledBuiltins, columns));
    return 0;
  }
  let found = false;
  for (const text of patterns) {
    const glob = /[*?[]/.test(text) && text !== '[' && text !== '[[';
    const pattern = compilePattern(glob ? text : `${text.replace(/[\\*?[\]]/g, '\\$&')}`, { extglob: true, ignoreCase: false });
    const exact = topics.filter(({ name }) => name === text || pattern.matches(name));
    // Without an exact one, what begins so.
    const matches = exact.length > 0 ? exact : topics.filter(({ name }) => name.startsWith(text));
    if (glob && matches.length > 0) await shell.write(1, `Shell commands matching keyword \`${text}'\n\n`);
    for (const topic of matches) {
      found = true;
      await shell.write(1, describe(topic, letters));
    }
  }
  if (found) return 0;
  const last = patterns.at(-1) ?? '';
  await shell.complain(`help: no help topics match \`${last}'.  Try \`help help' or \`man -k ${last}' or \`info ${last}'.`);
  return 1;
}

function describe({ name, synopsis, summary }: Topic, letters: ReadonlySet<string>): string {
  if (letters.has('d')) return `${name} - ${summary}\n`;
  if (letters.has('s')) return `${name}: ${synopsis}\n`;
  const more = details[name];
  const options = more?.split('\n\n').map((part) => (part.includes('\t') ? `Options:\n${part.replace(/^/gm, '  ')}` : part)).join('\n\n');
  const body = [summary, ...(options === undefined ? [] : ['', ...options.split('\n')])].map((line) => `    ${line}`).join('\n');
  if (letters.has('m')) return `NAME\n    ${name} - ${summary}\n\nSYNOPSIS\n    ${synopsis}\n\nDESCRIPTION\n${body}\n\nSEE ALSO\n    bash(1)\n\n`;
  return `${name}: ${synopsis}\n${body}\n`;
}
