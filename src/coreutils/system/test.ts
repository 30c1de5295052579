import { fileType, fileTypeMask, isSystemError, type Process, type Stat } from '../../kernel/uapi/index.ts';
import { quote, rawProgram, UsageError } from '../program/index.ts';

export const test = rawProgram('test', ({ process }, words) => (evaluate(process, words) ? 0 : 1), 2);

export const bracket = rawProgram('[', async (tool, words) => {
  if (words.length === 1 && (words[0] === '--help' || words[0] === '--version')) {
    tool.out.write(words[0] === '--help' ? 'Usage: test EXPRESSION\n  or:  [ EXPRESSION ]\nExit with the status determined by EXPRESSION.\n' : '[ (GNU coreutils) 9.7\n');
    return 0;
  }
  if (words.at(-1) !== ']') throw new UsageError("missing ']'", false);
  return evaluate(tool.process, words.slice(0, -1)) ? 0 : 1;
}, 2);

const binary = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']);

/** Judges an expression of test(1). */
export function evaluate(process: Process, words: readonly string[]): boolean {
  const [a = '', b = '', c = '', d = ''] = words;
  // POSIX: the number of words decides first.
  switch (words.length) {
    case 0: return false;
    case 1: return a !== '';
    case 2:
      if (a === '!') return b === '';
      return unary(process, a, b);
    case 3:
      if (binary.has(b)) return compare(process, a, b, c);
      if (b === '-a' || b === '-o') break;
      if (a === '!') return !evaluate(process, [b, c]);
      if (a === '(' && c === ')') return b !== '';
      throw new UsageError(`${quote(b)}: binary operator expected`, false);
    case 4:
      if (a === '!') return !evaluate(process, [b, c, d]);
      if (a === '(' && d === ')') return evaluate(process, [b, c]);
      break;
    default:
  }
  let at = 0;
  const or = (): boolean => {
    let value = and();
    while (words[at] === '-o') {
      at++;
      const right = and();
      value ||= right;
    }
    return value;
  };
  const and = (): boolean => {
    let value = term();
    while (words[at] === '-a') {
      at++;
      const right = term();
      value &&= right;
    }
    return value;
  };
  const term = (): boolean => {
    const word = words[at];
    if (word === undefined) throw new UsageError(`missing argument after ${quote(words.at(-1) ?? '')}`, false);
    if (word === '!') {
      at++;
      return !term();
    }
    const operator = words[at + 1];
    if (operator !== undefined && binary.has(operator) && at + 2 < words.length) {
      at += 3;
      return compare(process, word, operator, words[at - 1] ?? '');
    }
    if (word === '(') {
      at++;
      const value = or();
      if (words[at] !== ')') throw new UsageError("')' expected", false);
      at++;
      return value;
    }
    if (/^-[a-zA-Z]$/.test(word) && at + 1 < words.length && words[at + 1] !== '-a' && words[at + 1] !== '-o') {
      at += 2;
      return unary(process, word, words[at - 1] ?? '');
    }
    at++;
    return word !== '';
  };
  const value = or();
  if (at < words.length) throw new UsageError(`extra argument ${quote(words[at] ?? '')}`, false);
  return value;
}

function statOf(process: Process, path: string, link = false): Stat | undefined {
  try {
    return link ? process.lstat(path) : process.stat(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function unary(process: Process, operator: string, word: string): boolean {
  const type = (path: string): number => (statOf(process, path)?.mode ?? 0) & fileTypeMask;
  switch (operator) {
    case '-n': return word !== '';
    case '-z': return word === '';
    case '-e': return statOf(process, word) !== undefined;
    case '-f': return type(word) === fileType.regular;
    case '-d': return type(word) === fileType.directory;
    case '-b': return type(word) === fileType.block;
    case '-c': return type(word) === fileType.character;
    case '-p': return type(word) === fileType.fifo;
    case '-S': return type(word) === fileType.socket;
    case '-h': case '-L': return ((statOf(process, word, true)?.mode ?? 0) & fileTypeMask) === fileType.symlink;
    case '-s': return (statOf(process, word)?.size ?? 0) > 0;
    case '-r': case '-w': case '-x': return process.access(word, operator.slice(1));
    case '-u': return ((statOf(process, word)?.mode ?? 0) & 0o4000) !== 0;
    case '-g': return ((statOf(process, word)?.mode ?? 0) & 0o2000) !== 0;
    case '-k': return ((statOf(process, word)?.mode ?? 0) & 0o1000) !== 0;
    case '-O': return statOf(process, word)?.uid === process.credentials.euid;
    case '-G': return statOf(process, word)?.gid === process.credentials.egid;
    case '-N': {
      const stat = statOf(process, word);
      return stat !== undefined && stat.mtime > stat.atime;
    }
    case '-t': return /^\d+$/.test(word) && process.isatty(Number(word));
    default: throw new UsageError(/^-./.test(operator) ? `${quote(operator)}: unary operator expected` : `missing argument after ${quote(word)}`, false);
  }
}

function integer(word: string): bigint {
  if (!/^\s*[-+]?\d+\s*$/.test(word)) throw new UsageError(`invalid integer ${quote(word)}`, false);
  return BigInt(word.trim().replace(/^\+/, ''));
}

function compare(process: Process, a: string, operator: string, b: string): boolean {
  switch (operator) {
    case '=': case '==': return a === b;
    case '!=': return a !== b;
    case '<': return a < b;
    case '>': return a > b;
    case '-eq': return integer(a) === integer(b);
    case '-ne': return integer(a) !== integer(b);
    case '-lt': return integer(a) < integer(b);
    case '-le': return integer(a) <= integer(b);
    case '-gt': return integer(a) > integer(b);
    case '-ge': return integer(a) >= integer(b);
    default: {
      const first = statOf(process, a);
      const second = statOf(process, b);
      if (operator === '-ef') return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
      if (operator === '-nt') return first !== undefined && (second === undefined || first.mtime > second.mtime);
      return second !== undefined && (first === undefined || first.mtime < second.mtime);
    }
  }
}
