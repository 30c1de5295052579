import { fileType, fileTypeMask, isSystemError } from '../../kernel/uapi/index.ts';
import { compileRegex, findGroup, findUser, IdNames, isDirectory, isSymlink, joinPath, Output, parseTime, parseMode, quote, reason, timeZoneOf, type Tool, UsageError } from '../program/index.ts';
import { unescape } from '../system/printf-format.ts';
import { Executor } from './find-exec.ts';
import { formatPrintf, lsLine, unknownDirectives } from './find-print.ts';
import type { Found } from './found.ts';
import { matchGlob } from './glob.ts';

/** A test or an action; `prune` and `quit` may be set on the walk. */
export type Test = (file: Found, walk: WalkControl) => boolean | Promise<boolean>;

/** What tests can tell the walk. */
export interface WalkControl {
  prune: boolean;
  quit: boolean;
  status: number;
}

/** A parsed expression with the options it sets. */
export interface Expression {
  test: Test;
  depthFirst: boolean;
  minDepth: number;
  maxDepth: number;
  oneFileSystem: boolean;
  names: IdNames;
  /** Runs what `-exec … +` gathered. */
  finish: () => Promise<boolean>;
  /** What find says before it walks. */
  warnings: string[];
  /** A path found behind the expression, which is an error. */
  trailing: string | undefined;
}

/** What -regextype knows. */
const regexTypes = ['findutils-default', 'ed', 'emacs', 'gnu-awk', 'grep', 'posix-awk', 'awk', 'posix-basic', 'posix-egrep', 'egrep', 'posix-extended', 'posix-minimal-basic', 'sed'];

const kinds: Record<string, number> = { f: fileType.regular, d: fileType.directory, l: fileType.symlink, p: fileType.fifo, s: fileType.socket, b: fileType.block, c: fileType.character };

/** Parses find's expression. Throws UsageError. */
export function parseExpression(tool: Tool, words: string[]): Expression {
  const { process } = tool;
  const now = process.clock.now();
  const executors: Executor[] = [];
  const outputs = new Map<string, Output>();
  /** Where -fprint and the like write; `/dev/stdout` and the same name twice share a stream. */
  const outputTo = (path: string): Output => {
    if (path === '/dev/stdout') return tool.out;
    let output = outputs.get(path);
    if (!output) {
      try {
        outputs.set(path, output = new Output(process, process.open(path, 'w', 0o666)));
      } catch (error) {
        throw new UsageError(`${quote(path)}: ${reason(error)}`, false);
      }
    }
    return output;
  };
  /** How -regex is read: -regextype counts for what follows it. */
  let extended = false;
  const result: Expression = { test: () => true, depthFirst: false, minDepth: 0, maxDepth: Infinity, oneFileSystem: false, names: new IdNames(process), finish: async () => true, warnings: [], trailing: undefined };
  let at = 0;
  let acts = false;
  const argument = (name: string): string => {
    const word = words[at++];
    if (word === undefined) throw new UsageError(`missing argument to \`${name}'`, false);
    return word;
  };
  const numeric = (name: string, text: string): ((value: number) => boolean) => {
    const match = /^([-+]?)(\d+(?:\.\d+)?)$/.exec(text);
    if (!match) throw new UsageError(name === '-uid' || name === '-gid' || name === '-links' || name === '-inum' ? `non-numeric argument to ${name}: ${quote(text)}` : `invalid argument \`${text}' to \`${name}'`, false);
    const wanted = Number(match[2]);
    return match[1] === '+' ? (value) => value > wanted : match[1] === '-' ? (value) => value < wanted : (value) => value === wanted;
  };
  const fileTime = (path: string, which: 'mtime' | 'atime' | 'ctime'): number => {
    try {
      return process.stat(path)[which];
    } catch (error) {
      throw new UsageError(`${quote(path)}: ${reason(error)}`, false);
    }
  };
  const tree = or();
  if (words.includes('-delete') && words.includes('-prune') && !words.includes('-depth')) throw new UsageError('The -delete action automatically turns on -depth, but -prune does nothing when -depth is in effect.  If you want to carry on anyway, just explicitly use the -depth option.', false);
  if (at < words.length) {
    if (words[at] === ')') throw new UsageError("invalid expression; you have too many ')'", false);
    result.trailing = words[at];
  }
  const print: Test = (file) => {
    tool.out.write(`${file.path}\n`);
    return true;
  };
  result.test = acts ? tree : async (file, walk) => (await tree(file, walk)) && print(file, walk);
  result.finish = async () => {
    let fine = true;
    for (const executor of executors) fine = (await executor.flush()) && fine;
    for (const output of outputs.values()) await output.flush();
    return fine;
  };
  return result;

  function or(): Test {
    let left = and();
    for (;;) {
      const word = words[at];
      if (word === ',') {
        at++;
        const [first, second] = [left, and()];
        left = async (file, walk) => {
          await first(file, walk);
          return await second(file, walk);
        };
      } else if (word === '-o' || word === '-or') {
        at++;
        const [first, second] = [left, and()];
        left = async (file, walk) => (await first(file, walk)) || (!walk.quit && (await second(file, walk)));
      } else return left;
    }
  }
  function and(): Test {
    if (/^-(a|and|o|or)$/.test(words[at] ?? '') && (at === 0 || words[at - 1] === '(')) throw new UsageError(`invalid expression; you have used a binary operator '${words[at]}' with nothing before it.`, false);
    if (at >= words.length || words[at] === ')' ) {
      if (words[at] === ')') throw new UsageError(at > 0 && words[at - 1] === '(' ? 'invalid expression; empty parentheses are not allowed.' : "invalid expression; expected expression before `)'", false);
      if (words.length === 0) return () => true;
      throw new UsageError(`expected an expression after ${quote(words[at - 1] ?? '')}`, false);
    }
    let left = not();
    while (at < words.length && !['-o', '-or', ',', ')'].includes(words[at] ?? '')) {
      if (words[at] === '-a' || words[at] === '-and') at++;
      const first = left;
      const second = not();
      left = async (file, walk) => (await first(file, walk)) && !walk.quit && (await second(file, walk));
      if (result.trailing !== undefined) return left;
    }
    return left;
  }
  function not(): Test {
    if (words[at] === '!' || words[at] === '-not') {
      const mark = words[at++] ?? '';
      if (at >= words.length) throw new UsageError(`expected an expression after ${quote(mark)}`, false);
      const inner = not();
      return async (file, walk) => !(await inner(file, walk));
    }
    if (words[at] === '(') {
      at++;
      const inner = or();
      if (words[at] !== ')') throw new UsageError("invalid expression; I was expecting to find a ')' somewhere but did not see one.", false);
      at++;
      return inner;
    }
    return primary();
  }
  function primary(): Test {
    const name = words[at++] ?? '';
    switch (name) {
      case '-name': case '-iname': {
        const pattern = argument(name);
        return (file) => matchGlob(pattern, file.name, { ignoreCase: name === '-iname' });
      }
      case '-path': case '-wholename': case '-ipath': case '-iwholename': {
        const pattern = argument(name);
        return (file) => matchGlob(pattern, file.path, { ignoreCase: name.startsWith('-i') });
      }
      case '-lname': {
        const pattern = argument(name);
        return (file) => isSymlink(file.stat.mode) && matchGlob(pattern, process.readlink(file.path));
      }
      case '-regex': case '-iregex': {
        const pattern = argument(name);
        const regex = compileRegex(extended ? `^(${pattern})$` : `^\\(${pattern}\\)$`, { extended, scope: 'buffer', ignoreCase: name === '-iregex' });
        return (file) => regex.test(file.path);
      }
      case '-regextype': {
        const type = argument(name);
        if (!regexTypes.includes(type)) throw new UsageError(`Unknown regular expression type ${quote(type)}; valid types are ${regexTypes.map(quote).join(', ')}.`, false);
        extended = /awk|egrep|extended/.test(type);
        return () => true;
      }
      case '-type': case '-xtype': {
        const letters = argument(name).split(',');
        for (const letter of letters) if (kinds[letter] === undefined) throw new UsageError(letter.length > 1 ? `Must separate multiple arguments to ${name} using: ','` : `Unknown argument to ${name}: ${letter}`, false);
        return (file) => {
          let { mode } = file.stat;
          if (name === '-xtype' && isSymlink(mode)) {
            try {
              mode = process.stat(file.path).mode;
            } catch (error) {
              if (!isSystemError(error)) throw error;
            }
          }
          return letters.some((letter) => kinds[letter] === (mode & fileTypeMask));
        };
      }
      case '-size': {
        const match = /^([-+]?\d+)([cwbkMG]?)$/.exec(argument(name));
        if (!match) {
          const word = words[at - 1] ?? '';
          throw new UsageError(/[cwbkMG0-9]$/.test(word) ? `Invalid argument \`${word}' to -size` : `invalid -size type \`${word.slice(-1)}'`, false);
        }
        const unit = { c: 1, w: 2, b: 512, k: 1024, M: 1048576, G: 1073741824 }[match[2] ?? ''] ?? 512;
        const holds = numeric(name, match[1] ?? '0');
        return (file) => holds(Math.ceil(file.stat.size / unit));
      }
      case '-empty': return (file) => ((file.stat.mode & fileTypeMask) === fileType.regular ? file.stat.size === 0 : isDirectory(file.stat.mode) && process.readdir(file.path).length === 0);
      case '-mtime': case '-atime': case '-ctime': case '-mmin': case '-amin': case '-cmin': {
        const which = { m: 'mtime', a: 'atime', c: 'ctime' }[name.charAt(1)] as 'mtime' | 'atime' | 'ctime';
        const unit = name.endsWith('min') ? 60000 : 86400000;
        const holds = numeric(name, argument(name));
        return (file) => holds(name.endsWith('min') ? Math.ceil((now - file.stat[which]) / unit) : Math.floor((now - file.stat[which]) / unit));
      }
      case '-newer': case '-anewer': case '-cnewer': {
        const time = fileTime(argument(name), 'mtime');
        const which = name === '-newer' ? 'mtime' : name === '-anewer' ? 'atime' : 'ctime';
        return (file) => file.stat[which] > time;
      }
      case '-user': {
        const word = argument(name);
        const uid = findUser(process, word)?.uid ?? (/^\d+$/.test(word) ? Number(word) : undefined);
        if (uid === undefined) throw new UsageError(`invalid user name or UID argument to -user: ${quote(word)}`, false);
        return (file) => file.stat.uid === uid;
      }
      case '-group': {
        const word = argument(name);
        const gid = findGroup(process, word)?.gid ?? (/^\d+$/.test(word) ? Number(word) : undefined);
        if (gid === undefined) throw new UsageError(`invalid group name or GID argument to -group: ${quote(word)}`, false);
        return (file) => file.stat.gid === gid;
      }
      case '-uid': case '-gid': case '-links': case '-inum': {
        const key = { '-uid': 'uid', '-gid': 'gid', '-links': 'nlink', '-inum': 'ino' }[name] as 'uid' | 'gid' | 'nlink' | 'ino';
        const holds = numeric(name, argument(name));
        return (file) => holds(file.stat[key]);
      }
      case '-nouser': return (file) => !result.names.hasUser(file.stat.uid);
      case '-nogroup': return (file) => !result.names.hasGroup(file.stat.gid);
      case '-perm': return permissions(argument(name));
      case '-readable': return (file) => process.access(file.path, 'r');
      case '-writable': return (file) => process.access(file.path, 'w');
      case '-executable': return (file) => process.access(file.path, 'x');
      case '-samefile': {
        const path = argument(name);
        fileTime(path, 'mtime');
        const stat = process.stat(path);
        return (file) => file.stat.ino === stat.ino && file.stat.dev === stat.dev;
      }
      case '-maxdepth': case '-mindepth': {
        const word = argument(name);
        if (!/^\d+$/.test(word)) throw new UsageError(`Expected a positive decimal integer argument to ${name}, but got ${quote(word)}`, false);
        result[name === '-maxdepth' ? 'maxDepth' : 'minDepth'] = Number(word);
        return () => true;
      }
      case '-depth': case '-d': result.depthFirst = true; return () => true;
      case '-mount': case '-xdev': result.oneFileSystem = true; return () => true;
      case '-follow': case '-noleaf': case '-daystart': case '-warn': case '-nowarn': case '-ignore_readdir_race': case '-true': return () => true;
      case '-false': return () => false;
      case '-used': {
        const holds = numeric(name, argument(name));
        return (file) => holds(Math.floor((file.stat.atime - file.stat.ctime) / 86400000));
      }
      case '-prune': return (_, walk) => {
        walk.prune = true;
        return true;
      };
      case '-quit': acts = true; return (_, walk) => {
        walk.quit = true;
        return true;
      };
      default: return newerThan(name) ?? action(name);
    }
  }
  /** `-newerXY`: time X of a file against time Y of another, or against a date when Y is `t`. */
  function newerThan(name: string): Test | undefined {
    const [, own, other] = /^-newer([aBcm])([aBcmt])$/.exec(name) ?? [];
    if (own === undefined || other === undefined) return undefined;
    const which = (letter: string): 'mtime' | 'atime' | 'ctime' => ({ a: 'atime', c: 'ctime' } as const)[letter as 'a' | 'c'] ?? 'mtime';
    const word = argument(name);
    const time = other === 't' ? parseTime(word, now, timeZoneOf(process)) : fileTime(word, which(other));
    if (time === undefined) throw new UsageError(`I cannot figure out how to interpret ${quote(word)} as a date or time`, false);
    return (file) => file.stat[which(own)] > time;
  }
  function action(name: string): Test {
    acts = true;
    switch (name) {
      case '-print': return (file) => {
        tool.out.write(`${file.path}\n`);
        return true;
      };
      case '-fprint': case '-fprint0': {
        const output = outputTo(argument(name));
        return async (file) => {
          if (output.write(`${file.path}${name === '-fprint' ? '\n' : '\0'}`)) await output.flush();
          return true;
        };
      }
      case '-fls': {
        const output = outputTo(argument(name));
        return async (file) => {
          if (output.write(lsLine(tool, file, result.names))) await output.flush();
          return true;
        };
      }
      case '-print0': return (file) => {
        tool.out.write(`${file.path}\0`);
        return true;
      };
      case '-printf': case '-fprintf': {
        const output = name === '-printf' ? tool.out : outputTo(argument(name));
        const format = unescape(argument(name), 'format').text;
        for (const directive of unknownDirectives(format)) result.warnings.push(`unrecognized format directive \`%${directive}'`);
        return async (file) => {
          if (output.write(formatPrintf(tool, format, file, result.names)) && output !== tool.out) await output.flush();
          return true;
        };
      }
      case '-ls': return (file) => {
        tool.out.write(lsLine(tool, file, result.names));
        return true;
      };
      case '-delete': result.depthFirst = true; return async (file, walk) => {
        if (file.path === '.') return true;
        try {
          if (isDirectory(file.stat.mode)) process.rmdir(file.path);
          else process.unlink(file.path);
          return true;
        } catch (error) {
          walk.status = 1;
          await tool.error(`cannot delete ${quote(file.path)}: ${reason(error)}`);
          return false;
        }
      };
      case '-exec': case '-execdir': case '-ok': case '-okdir': {
        const command: string[] = [];
        for (;;) {
          const word = words[at++];
          if (word === undefined) throw new UsageError(`missing argument to \`${name}'`, false);
          if (word === ';') break;
          if (word === '+' && command.at(-1) === '{}') {
            const many = new Executor(tool, command.slice(0, -1), 'many', name.endsWith('dir'), false);
            executors.push(many);
            return (file) => many.add(file);
          }
          command.push(word);
        }
        if (command.length === 0) throw new UsageError(`invalid argument \`;' to \`${name}'`, false);
        const executor = new Executor(tool, command, 'one', name.endsWith('dir'), name.startsWith('-ok'));
        return (file) => executor.run(file);
      }
      default:
        at--;
        acts = false;
        if (name.startsWith('-') && name.length > 1) throw new UsageError(`${/^-newer../.test(name) ? 'invalid' : 'unknown'} predicate \`${name}'`, false);
        throw new UsageError(`paths must precede expression: \`${name}'${process.exists(joinPath('.', name)) ? `\n${tool.name}: possible unquoted pattern after predicate \`${words[at - 2] ?? ''}'?` : ''}`, false);
    }
  }
  function permissions(text: string): Test {
    const kind = /^[-/]/.exec(text)?.[0] ?? '';
    const mode = parseMode(text.slice(kind.length), 0);
    if (!mode) throw new UsageError(`invalid mode ${quote(text)}`, false);
    const bits = mode(0);
    return (file) => {
      const own = file.stat.mode & 0o7777;
      return kind === '-' ? (own & bits) === bits : kind === '/' ? bits === 0 || (own & bits) !== 0 : own === bits;
    };
  }
}
