import { isSystemError, parseSignal, signalNumbers, type Signal } from '../../kernel/uapi/index.ts';
import { type Arguments, compileRegex, defineProgram, findUser, helpText, reason, type Tool } from '../program/index.ts';
import { answer } from '../files/confirm.ts';

const options = {
  exact: '-e --exact  require an exact match for very long names', ignoreCase: '-I --ignore-case  take upper and lower case for the same', group: '-g --process-group  kill the process group', interactive: '-i --interactive  ask before killing', list: '-l --list  list the names of signals', quiet: '-q --quiet  do not complain',
  regexp: '-r --regexp  NAME is an extended regular expression', signal: '-s --signal=  send this signal instead of SIGTERM', user: '-u --user=  only processes of this user', verbose: '-v --verbose  say what was killed', wait: '-w --wait  wait until they are gone',
};
type Args = Arguments<keyof typeof options>;

const usage = { usage: '[OPTION]... [--] NAME...\n       killall -l, --list\n       killall -V, --version', options };

export const killall = defineProgram({
  name: 'killall', ...usage, version: '(PSmisc) 23.7', versionLetter: '-V', hint: () => helpText('killall', usage).trimEnd(), run,
  prepare: (words) => words.map((word) => (/^-(\d+|[A-Z][A-Z0-9]+)$/.test(word) && parseSignal(word.slice(1)) ? `--signal=${word.slice(1)}` : word)),
});

async function run(tool: Tool, args: Args): Promise<number> {
  const { process, out } = tool;
  if (args.has('list')) {
    const names = Object.keys(signalNumbers).map((name) => name.slice(3));
    out.write(`${names.slice(0, 16).join(' ')}\n${names.slice(16).join(' ')}\n`);
    return 0;
  }
  if (args.operands.length === 0 && !args.has('user')) {
    await tool.errorText(helpText('killall', usage));
    return 1;
  }
  const wanted = args.value('signal') ?? 'TERM';
  const signal = parseSignal(wanted);
  if (!signal) {
    await tool.errorText(`${wanted}: unknown signal; killall -l lists signals.\n`);
    return 1;
  }
  const userName = args.value('user');
  const user = userName === undefined ? undefined : findUser(process, userName)?.uid;
  if (userName !== undefined && user === undefined) {
    await tool.errorText(`Cannot find user ${userName}\n`);
    return 1;
  }
  let status = 0;
  for (const name of args.operands.length > 0 ? args.operands : ['']) status = (await killNamed(tool, args, name, signal, user)) || status;
  return status;
}

/** 1 when nothing of the name was there to be killed. */
async function killNamed(tool: Tool, args: Args, name: string, signal: Signal, user: number | undefined): Promise<number> {
  const { process } = tool;
  const regex = args.has('regexp') ? compileRegex(name, { extended: true, ignoreCase: args.has('ignoreCase') }) : undefined;
  const lower = (text: string): string => (args.has('ignoreCase') ? text.toLowerCase() : text);
  const found = process.processes().filter((entry) => (user === undefined || entry.uid === user) && entry.pid !== process.pid && (name === '' || (regex ? regex.test(entry.comm) : lower(entry.comm) === lower(name.slice(0, 15)))));
  let killed = 0;
  for (const { comm, pid, pgid } of found) {
    if (args.has('interactive')) {
      await tool.errorText(`${signal === 'SIGTERM' ? 'Kill' : 'Signal'} ${comm}(${pid}) ? (y/N) `);
      if (!(await answer(tool))) continue;
    }
    try {
      process.kill(args.has('group') ? -pgid : pid, signal);
      killed++;
      if (args.has('verbose')) await tool.errorText(`Killed ${comm}(${pid}) with signal ${signalNumbers[signal]}\n`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(`${comm}(${pid}): ${reason(error)}\n`);
    }
  }
  if (found.length === 0 && !args.has('quiet')) await tool.errorText(`${name}: no process found\n`);
  if (args.has('wait')) while (process.processes().some((entry) => entry.state !== 'Z' && found.some(({ pid }) => pid === entry.pid))) await process.sleep(100);
  return killed > 0 ? 0 : 1;
}
