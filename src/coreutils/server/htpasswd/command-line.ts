/** How a password is hashed. */
export type Algorithm = 'apr1' | 'bcrypt' | 'sha1' | 'sha256' | 'sha512' | 'plain';

/** What a command line asks for. */
export interface Request {
  task: 'update' | 'create' | 'show' | 'verify' | 'delete';
  algorithm: Algorithm;
  cost: number;
  /** Of SHA-256 and SHA-512. */
  rounds: number | undefined;
  /** Where the password comes from: the command line, standard input, or a question. */
  from: 'line' | 'input' | 'prompt';
  file: string;
  user: string;
  password: string;
}

/** Why a command line cannot be used; without words the usage is shown. */
export interface Refusal {
  words?: string;
  status: number;
}

const algorithms: Readonly<Record<string, Algorithm>> = { m: 'apr1', B: 'bcrypt', s: 'sha1', '2': 'sha256', '5': 'sha512', p: 'plain' };
const tasks: Readonly<Record<string, Request['task']>> = { c: 'create', n: 'show', v: 'verify', D: 'delete' };

/** Reads a command line of htpasswd. */
export function readCommandLine(words: readonly string[]): Request | Refusal {
  const request: Request = { task: 'update', algorithm: 'apr1', cost: 5, rounds: undefined, from: 'prompt', file: '', user: '', password: '' };
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (rest.length > 0 || !word.startsWith('-') || word === '-') {
      rest.push(...words.slice(at));
      break;
    }
    for (let index = 1; index < word.length; index++) {
      const letter = word.charAt(index);
      const task = tasks[letter];
      const algorithm = algorithms[letter];
      if (task) {
        if (request.task !== 'update' && request.task !== task) return { words: 'only one of -c -n -v -D may be specified', status: 2 };
        request.task = task;
      } else if (algorithm) request.algorithm = algorithm;
      else if (letter === 'b') request.from = 'line';
      else if (letter === 'i') request.from = 'input';
      else if (letter === 'C' || letter === 'r') {
        const value = word.slice(index + 1) || words[++at];
        if (value === undefined) return { words: `option requires an argument -- ${letter}`, status: -2 };
        if (!/^\d+$/.test(value)) return { words: 'argument to -C/-r must be a positive integer', status: 2 };
        if (letter === 'C') request.cost = Number(value);
        else request.rounds = Number(value);
        break;
      } else if (letter === 'd') return { words: 'CRYPT is not supported here: its eight characters protect nothing; use -B', status: 2 };
      else return { words: `illegal option -- ${letter}`, status: -2 };
    }
  }
  const wanted = (request.task === 'show' ? 1 : 2) + (request.from === 'line' && request.task !== 'delete' ? 1 : 0);
  if (rest.length !== wanted) return { status: 2 };
  if (request.task !== 'show') request.file = rest.shift() ?? '';
  [request.user = '', request.password = ''] = rest;
  if (request.user.length > 255) return { words: 'username too long (> 255)', status: 5 };
  if (request.user.includes(':')) return { words: "username contains illegal character ':'", status: 6 };
  return request;
}
