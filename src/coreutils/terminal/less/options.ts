import { longPrompt, mediumPrompt, shortPrompt } from './prompt.ts';

/** What the command line, LESS and the keys `-X` set. */
export interface LessOptions {
  numbers: boolean;
  chop: boolean;
  raw: boolean;
  ignoreCase: 0 | 1 | 2;
  quitIfOneScreen: boolean;
  quitAtEnd: 0 | 1 | 2;
  noInit: boolean;
  squeeze: boolean;
  quiet: boolean;
  highlight: boolean;
  tilde: boolean;
  /** 0 short, 1 medium, 2 long. */
  promptKind: 0 | 1 | 2;
  prompts: [string, string, string];
  pattern: string | undefined;
  /** Commands of `+…`. */
  commands: string[];
  quitOnInterrupt: boolean;
  shift: number;
}

export const initialOptions = (): LessOptions => ({
  numbers: false, chop: false, raw: false, ignoreCase: 0, quitIfOneScreen: false, quitAtEnd: 0, noInit: false, squeeze: false, quiet: false, highlight: true, tilde: true, promptKind: 0,
  prompts: [shortPrompt, mediumPrompt, longPrompt], pattern: undefined, commands: [], quitOnInterrupt: false, shift: 0,
});

type Put = (options: LessOptions) => string;

/** A switch of two states: flips and tells. */
const flip = (name: 'numbers' | 'chop' | 'raw' | 'quitIfOneScreen' | 'noInit' | 'squeeze' | 'highlight' | 'tilde', on: string, off: string): Put => (options) => {
  options[name] = !options[name];
  return options[name] ? on : off;
};

/** A switch with levels: to this level, or back to none. */
function level(name: 'ignoreCase' | 'quitAtEnd' | 'promptKind', value: 1 | 2, on: string, off: string): Put {
  return (options) => {
    options[name] = options[name] === value ? 0 : value;
    return options[name] === 0 ? off : on;
  };
}

const setTo = (name: 'numbers' | 'highlight' | 'quitOnInterrupt' | 'quiet', value: boolean, told: string): Put => (options) => {
  options[name] = value;
  return told;
};

const significant = 'Case is significant in searches';

/** Letters without a value, and what is said when a key turns them. */
const switches: Record<string, Put> = {
  N: flip('numbers', 'Constantly display line numbers', "Don't use line numbers"),
  n: setTo('numbers', false, 'Use line numbers'),
  S: flip('chop', 'Chop long lines', 'Fold long lines'),
  R: flip('raw', 'Display ANSI sequences directly, other control characters as ^X', 'Display control characters as ^X'),
  r: flip('raw', 'Display control characters directly (not recommended)', 'Display control characters as ^X'),
  i: level('ignoreCase', 1, 'Ignore case in searches', significant),
  I: level('ignoreCase', 2, 'Ignore case in searches and in patterns', significant),
  F: flip('quitIfOneScreen', 'Quit if end-of-file on first screen', "Don't quit if end-of-file on first screen"),
  e: level('quitAtEnd', 1, 'Quit at end-of-file', "Don't quit at end-of-file"),
  E: level('quitAtEnd', 2, 'Quit immediately at end-of-file', "Don't quit at end-of-file"),
  X: flip('noInit', "Don't use init/deinit strings", 'Send init/deinit strings to terminal'),
  s: flip('squeeze', 'Squeeze multiple blank lines', 'Display all blank lines'),
  m: level('promptKind', 1, 'Medium prompt', 'Short prompt'),
  M: level('promptKind', 2, 'Long prompt', 'Short prompt'),
  G: flip('highlight', 'Highlight matches for previous search pattern', "Don't highlight search matches"),
  g: setTo('highlight', true, 'Highlight matches for previous search pattern'),
  '~': flip('tilde', 'Display tildes', "Don't show tildes after end of file"),
  K: setTo('quitOnInterrupt', true, 'Interrupt exits less'),
  q: setTo('quiet', true, 'Ring the bell for errors but not at eof/bof'),
  Q: setTo('quiet', true, 'Never ring the bell'),
};
const harmless = 'aAcCdfJLuUwW';

const withValue: Record<string, (options: LessOptions, value: string) => void> = {
  p: (options, value) => (options.pattern = value),
  P: (options, value) => {
    const kind = ({ s: 0, m: 1, M: 2 } as Partial<Record<string, 0 | 1 | 2>>)[value[0] ?? ''];
    if (kind !== undefined) options.prompts[kind] = value.slice(1);
    else if (!/^[hw=]/.test(value)) options.prompts[0] = value;
  },
  '#': (options, value) => (options.shift = Number(value) || 0),
};
const valueLetters = 'bDhjkoOptTxyzP#"';

const long: Record<string, string> = {
  'line-numbers': 'N', 'LINE-NUMBERS': 'N', 'chop-long-lines': 'S', 'raw-control-chars': 'r', 'RAW-CONTROL-CHARS': 'R', 'ignore-case': 'i', 'IGNORE-CASE': 'I', 'quit-if-one-screen': 'F', 'no-init': 'X',
  'quit-at-eof': 'e', 'QUIT-AT-EOF': 'E', 'squeeze-blank-lines': 's', 'long-prompt': 'm', 'LONG-PROMPT': 'M', 'quit-on-intr': 'K', quiet: 'q', silent: 'q', pattern: 'p', prompt: 'P', tilde: '~', 'hilite-search': 'g', 'HILITE-SEARCH': 'G',
  force: 'f', 'clear-screen': 'c', tabs: 'x', window: 'z', 'jump-target': 'j', shift: '#', 'no-keypad': '', mouse: '', 'follow-name': '', 'use-color': '', incsearch: '', 'no-histdups': '', wordwrap: '', 'status-column': 'J',
};

/** Reads an option word (or the value of LESS); gives the letter that is not known, or undefined. `next` fetches a missing value. */
export function readOptionWord(options: LessOptions, word: string, next: () => string | undefined): string | undefined {
  if (word.startsWith('--')) {
    const [name = '', ...rest] = word.slice(2).split('=');
    const letter = long[name];
    if (letter === undefined) return name;
    if (letter !== '' && valueLetters.includes(letter)) withValue[letter]?.(options, rest.length > 0 ? rest.join('=') : next() ?? '');
    else if (letter !== '') switches[letter]?.(options);
    return undefined;
  }
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] ?? '';
    if (letter === ' ' || letter === '-' || letter === '$') continue;
    if (letter === '+') {
      options.commands.push(word.slice(at + 1).trim());
      return undefined;
    }
    if (valueLetters.includes(letter)) {
      const end = word.indexOf('$', at);
      const value = at + 1 < word.length ? word.slice(at + 1, /[pPtTkoOD"]/.test(letter) ? (end < 0 ? undefined : end) : undefined) : next() ?? '';
      const number = /^[bhjxyz#]$/.test(letter) ? /^[-\d.,]*/.exec(value)?.[0] ?? '' : value;
      withValue[letter]?.(options, number);
      at += at + 1 < word.length ? number.length : 0;
      continue;
    }
    if (switches[letter]) switches[letter](options);
    else if (!harmless.includes(letter)) return letter;
  }
  return undefined;
}

/** Turns an option while less runs; what to say. */
export function toggleOption(options: LessOptions, letter: string): string | undefined {
  return switches[letter]?.(options);
}
