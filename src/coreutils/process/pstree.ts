import { isSystemError, type ProcessEntry } from '../../kernel/uapi/index.ts';
import { defineProgram, findUser, IdNames, rawProgram, reason, UsageError } from '../program/index.ts';

const options = { args: '-a --arguments  show command line arguments', ascii: '-A --ascii  use ASCII line drawing characters', compact: '-c --compact-not  don\'t compact identical subtrees', pids: '-p --show-pids  show PIDs; implies -c', numeric: '-n --numeric-sort  sort output by PID', parents: '-s --show-parents', uids: '-u --uid-changes  show uid transitions', long: '-l --long', highlight: '-h --highlight-all', threads: '-T --hide-threads', unicode: '-U --unicode', groups: '-g --show-pgids' };

export const pstree = defineProgram({
  name: 'pstree', usage: '[-acglpsStTuZ] [ -h | -H PID ] [ -n | -N type ] [ -A | -G | -U ] [ PID | USER ]', options, version: '(PSmisc) 23.7', run: (tool, args) => {
    const { process, out } = tool;
    const entries = process.processes().sort((a, b) => a.pid - b.pid);
    const names = new IdNames(process);
    const utf8 = !args.has('ascii') && (args.has('unicode') || /UTF-?8/i.test(process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || ''));
    const [single, first, branch, last, bar, plain] = utf8 ? ['───', '─┬─', ' ├─', ' └─', ' │ ', '   '] : ['---', '-+-', ' |-', ' `-', ' | ', '   '];
    const [wanted] = args.operands;
    const user = wanted === undefined || /^\d+$/.test(wanted) ? undefined : findUser(process, wanted);
    if (wanted !== undefined && !/^\d+$/.test(wanted) && !user) throw new UsageError(`No such user name: ${wanted}`, false);
    const label = (entry: ProcessEntry, parent: ProcessEntry | undefined): string => {
      const notes = [...(args.has('pids') ? [String(entry.pid)] : []), ...(args.has('uids') && parent && parent.uid !== entry.uid ? [names.user(entry.uid)] : [])];
      return `${entry.comm}${args.has('pids') && !args.has('args') ? `(${notes.join(',')})` : notes.length ? `(${notes.join(',')})` : ''}${args.has('args') && entry.argv.length > 1 ? ` ${entry.argv.slice(1).join(' ')}` : ''}`;
    };
    const subtree = (entry: ProcessEntry, parent: ProcessEntry | undefined): string[] => {
      const text = label(entry, parent);
      const children = entries.filter((one) => one.ppid === entry.pid && one.pid !== entry.pid);
      if (!args.has('numeric')) children.sort((a, b) => (a.comm < b.comm ? -1 : a.comm > b.comm ? 1 : a.pid - b.pid));
      const trees = children.map((child) => subtree(child, entry));
      const merged: { lines: string[]; count: number }[] = [];
      for (const lines of trees) {
        const same = args.has('compact') || args.has('pids') || args.has('args') ? undefined : merged.find((one) => one.lines.join('\n') === lines.join('\n'));
        if (same) same.count++;
        else merged.push({ lines, count: 1 });
      }
      if (args.has('args')) return [text, ...merged.flatMap(({ lines }, index) => lines.map((line, at) => (at === 0 ? `  ${(index === merged.length - 1 ? last : branch).slice(1)}` : index === merged.length - 1 ? '      '.slice(2) : `  ${bar.slice(1)}`) + line))];
      const pad = ' '.repeat(text.length);
      return merged.length === 0 ? [text] : merged.flatMap(({ lines, count }, index) => lines.map((line, at) => {
        const final = index === merged.length - 1;
        const many = count > 1 ? `${count}*[` : '';
        const lead = at === 0 ? (index === 0 ? text + (merged.length === 1 ? single : first) : pad + (final ? last : branch)) : pad + (final ? plain : bar);
        return `${lead}${at === 0 ? many : ' '.repeat(many.length)}${line}${count > 1 && at === 0 ? ']' : ''}`;
      }));
    };
    const roots = user ? entries.filter((entry) => entry.uid === user.uid && entries.find((one) => one.pid === entry.ppid)?.uid !== user.uid) : entries.filter((entry) => (wanted === undefined ? entry.ppid === 0 || !entries.some((one) => one.pid === entry.ppid) : entry.pid === Number(wanted)));
    for (const root of roots) out.write(`${subtree(root, undefined).join('\n')}\n`);
    return roots.length > 0 ? 0 : 1;
  },
});

export const pwdx = rawProgram('pwdx', async (tool, words) => {
  let status = 0;
  for (const word of words) {
    const pid = word.replace(/^\/proc\//, '');
    try {
      tool.out.write(`${word}: ${tool.process.readlink(`/proc/${pid}/cwd`)}\n`);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      status = 1;
      await tool.errorText(`${word}: ${error.code === 'ENOENT' ? 'No such process' : reason(error)}\n`);
    }
  }
  return status;
});
