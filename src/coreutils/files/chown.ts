import type { Process, Program } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, findGroup, findUser, IdNames, isSymlink, quote, reason, type Tool, UsageError } from '../program/index.ts';
import { attributesOf } from './chmod.ts';
import { walk } from './walk.ts';

const options = {
  changes: '-c --changes  like verbose but report only when a change is made',
  silent: '-f --silent --quiet  suppress most error messages',
  verbose: '-v --verbose  output a diagnostic for every file processed',
  dereference: '--dereference  affect the referent of each symbolic link (default)',
  noDereference: '-h --no-dereference  affect symbolic links instead of any referenced file',
  from: '--from=  change only if the current owner and group match',
  preserveRoot: '--preserve-root',
  noPreserveRoot: '--no-preserve-root',
  reference: '--reference=  use RFILE\'s ownership rather than specifying values',
  recursive: '-R --recursive  operate on files and directories recursively',
  followArguments: '-H',
  followAll: '-L',
  followNone: '-P  do not traverse any symbolic links (default)',
};
type Args = Arguments<keyof typeof options>;

export const chown = make('chown', '[OPTION]... [OWNER][:[GROUP]] FILE...', 'Change the owner and/or group of each FILE.');
export const chgrp = make('chgrp', '[OPTION]... GROUP FILE...', 'Change the group of each FILE to GROUP.');

function make(name: 'chown' | 'chgrp', usage: string, summary: string): Program {
  return defineProgram({ name, usage, summary, options, run: (tool, args) => run(name, tool, args) });
}

/** What `OWNER:GROUP` names; -1 for what it leaves alone. */
export function parseOwner(process: Process, text: string): { uid: number; gid: number } {
  const match = /^([^:.]*)(?:([:.])(.*))?$/.exec(text);
  const [, owner = text, separator, group = ''] = findUser(process, text) ? [text, text] : match ?? [];
  let uid = -1;
  let gid = -1;
  if (owner !== '') {
    const user = findUser(process, owner);
    if (user) uid = user.uid;
    else if (/^\+?\d+$/.test(owner)) uid = Number(owner);
    else throw new UsageError(`invalid user: ${quote(text)}`, false);
    if (separator && group === '') {
      if (!user) throw new UsageError(`invalid spec: ${quote(text)}`, false);
      gid = user.gid;
    }
  }
  if (group !== '') gid = parseGroup(process, group, text);
  return { uid, gid };
}

function parseGroup(process: Process, group: string, whole: string): number {
  const found = findGroup(process, group);
  if (found) return found.gid;
  if (/^\+?\d+$/.test(group)) return Number(group);
  throw new UsageError(`invalid group: ${quote(whole)}`, false);
}

async function run(name: 'chown' | 'chgrp', tool: Tool, args: Args): Promise<number> {
  const { process } = tool;
  const operands = [...args.operands];
  const reference = args.value('reference');
  let ids: { uid: number; gid: number };
  let text = '';
  if (reference !== undefined) {
    const stat = attributesOf(process, reference);
    ids = { uid: name === 'chgrp' ? -1 : stat.uid, gid: stat.gid };
  } else {
    text = operands.shift() ?? '';
    if (args.operands.length === 0) throw new UsageError('missing operand');
    if (operands.length === 0) throw new UsageError(`missing operand after ${quote(text)}`);
    ids = name === 'chown' ? parseOwner(process, text) : { uid: -1, gid: text === '' ? -1 : parseGroup(process, text, text) };
  }
  const from = args.has('from') ? parseOwner(process, args.value('from') ?? '') : undefined;
  const names = new IdNames(process);
  let status = 0;
  const refuse = async (path: string, error: unknown, reading: boolean): Promise<void> => {
    status = 1;
    if (!args.has('silent')) await tool.error(tool.busybox ? `${path}: ${reason(error)}` : reading ? `cannot read directory ${quote(path)}: ${reason(error)}` : `cannot access ${quote(path)}: ${reason(error)}`);
  };
  for (const operand of operands) {
    const followTop = !args.has('noDereference') && !(args.has('recursive') && !args.has('followArguments') && !args.has('followAll') && safeIsLink(process, operand));
    await walk(process, operand, args.has('recursive'), async (path, stat) => {
      if (from && ((from.uid >= 0 && from.uid !== stat.uid) || (from.gid >= 0 && from.gid !== stat.gid))) return;
      try {
        process.chown(path, ids.uid, ids.gid, !isSymlink(stat.mode));
      } catch (error) {
        status = 1;
        if (!args.has('silent')) await tool.error(tool.busybox ? `${path}: ${reason(error)}` : `changing ${name === 'chgrp' || ids.uid < 0 ? 'group' : 'ownership'} of ${quote(path)}: ${reason(error)}`);
        return;
      }
      const changed = (ids.uid >= 0 && ids.uid !== stat.uid) || (ids.gid >= 0 && ids.gid !== stat.gid);
      if (!args.has('verbose') && !(args.has('changes') && changed)) return;
      const what = ids.uid < 0 ? 'group' : 'ownership';
      const show = (uid: number, gid: number): string => (ids.uid < 0 ? names.group(gid) : ids.gid < 0 ? names.user(uid) : `${names.user(uid)}:${names.group(gid)}`);
      const now = show(ids.uid, ids.gid);
      tool.out.write(changed ? `changed ${what} of ${quote(path)} from ${show(stat.uid, stat.gid)} to ${now}\n` : `${what} of ${quote(path)} retained as ${now}\n`);
    }, refuse, followTop);
  }
  return status;
}

function safeIsLink(process: Process, path: string): boolean {
  try {
    return isSymlink(process.lstat(path).mode);
  } catch {
    return false;
  }
}
