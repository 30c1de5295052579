import { binaryOfText } from './binary.ts';

/** What redis-cli's command line asks for. */
export interface CliOptions {
  host: string;
  port: number;
  database: number;
  password: string | undefined;
  user: string | undefined;
  warn: boolean;
  raw: boolean | undefined;
  csv: boolean;
  repeat: number;
  interval: number;
  fromStdin: boolean;
  failing: boolean;
  scan: boolean;
  pattern: string | undefined;
  shown: 'version' | 'help' | undefined;
  /** The command's words, binary. */
  command: string[];
}

/** Options without a value, and what they set. */
const flags: Readonly<Record<string, (options: CliOptions) => void>> = {
  '--raw': (options) => (options.raw = true), '--no-raw': (options) => (options.raw = false), '--csv': (options) => (options.csv = true), '-x': (options) => (options.fromStdin = true), '-e': (options) => (options.failing = true),
  '--scan': (options) => (options.scan = true), '--no-auth-warning': (options) => (options.warn = false), '-v': (options) => (options.shown = 'version'), '--version': (options) => (options.shown = 'version'), '--help': (options) => (options.shown = 'help'), '-2': () => undefined,
};
const values: Readonly<Record<string, (options: CliOptions, value: string) => void>> = {
  '-h': (options, value) => (options.host = value), '-p': (options, value) => (options.port = Number(value)), '-n': (options, value) => (options.database = Number(value)), '-a': (options, value) => (options.password = value), '--pass': (options, value) => (options.password = value),
  '--user': (options, value) => (options.user = value), '-r': (options, value) => (options.repeat = Number(value)), '-i': (options, value) => (options.interval = Number(value) * 1000), '--pattern': (options, value) => (options.pattern = value), '-u': readAddress,
};

/** Reads the command line; a string is the option that is not taken. Options of the real one that are not here are refused by it. */
export function readOptions(words: readonly string[], environment: Readonly<Record<string, string>>): CliOptions | { refused: string } {
  const options: CliOptions = {
    host: '127.0.0.1', port: 6379, database: 0, password: environment['REDISCLI_AUTH'], user: undefined, warn: environment['REDISCLI_AUTH'] === undefined, raw: undefined, csv: false, repeat: 1, interval: 0, fromStdin: false, failing: false, scan: false, pattern: undefined,
    shown: undefined, command: [],
  };
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) break;
    const flag = flags[word];
    const value = values[word];
    if (flag) flag(options);
    else if (value && at + 1 < words.length) value(options, words[++at] ?? '');
    else if (word === '-h') options.shown = 'help';
    else return { refused: word };
  }
  options.command = words.slice(at).map(binaryOfText);
  return options;
}

/** `redis://USER:PASSWORD@HOST:PORT/DATABASE`. */
function readAddress(options: CliOptions, text: string): void {
  const [, user, password, host, port, database] = /^redis:\/\/(?:([^:@]*)(?::([^@]*))?@)?([^:/]*)(?::(\d+))?(?:\/(\d+))?$/.exec(text) ?? [];
  if (host) options.host = host;
  if (port) options.port = Number(port);
  if (database) options.database = Number(database);
  if (user !== undefined) [options.user, options.password] = password === undefined ? [undefined, decodeURIComponent(user)] : [user ? decodeURIComponent(user) : undefined, decodeURIComponent(password)];
}
