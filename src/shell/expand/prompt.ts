import type { Maybe } from '../state/maybe.ts';
import { baseName, type Shell } from '../state/shell.ts';
import { codePoint } from '../text/escape.ts';
import { formatTime } from '../text/format-time.ts';
import { readUsers } from './tilde.ts';

/** Expands `$` forms in a prompt; registered by the executor to keep imports one-way. */
export type PromptTextExpander = (shell: Shell, text: string) => Maybe<string>;

let expandText: PromptTextExpander = (_, text) => text;

/** Registers how `$` forms in prompts are expanded. */
export function setPromptTextExpander(expander: PromptTextExpander): void {
  expandText = expander;
}

/** Marks of `\[` and `\]`; the line editor leaves what is between out of the width. */
export const nonPrintingStart = '\x01';
export const nonPrintingEnd = '\x02';

/** Expands a prompt string: the escapes of PROMPTING in bash(1), then `$` forms. */
export function expandPrompt(shell: Shell, prompt: string): Maybe<string> {
  const decoded = decodePrompt(shell, prompt);
  if (!shell.options.shopt('promptvars') || !/[$`\\]/.test(decoded)) return decoded;
  // A backslash at the very end stands for itself.
  return expandText(shell, /(?:^|[^\\])(?:\\\\)*\\$/.test(decoded) ? `${decoded}\\` : decoded);
}

function decodePrompt(shell: Shell, prompt: string): string {
  let out = '';
  for (let index = 0; index < prompt.length; index++) {
    const character = prompt[index] ?? '';
    if (character !== '\\') {
      out += character;
      continue;
    }
    if (index + 1 >= prompt.length) {
      out += '\\\\';
      continue;
    }
    const letter = prompt[++index] ?? '';
    if (letter === 'D' && prompt[index + 1] === '{') {
      const end = prompt.indexOf('}', index);
      const format = prompt.slice(index + 2, end < 0 ? undefined : end);
      out += formatTime(format === '' ? '%X' : format, shell.process.clock.now());
      index = end < 0 ? prompt.length : end;
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(prompt.slice(index))?.[0];
    if (octal !== undefined) {
      out += codePoint(parseInt(octal, 8) & 255);
      index += octal.length - 1;
      continue;
    }
    out += escape(shell, letter);
  }
  return out;
}

function escape(shell: Shell, letter: string): string {
  const now = (format: string): string => formatTime(format, shell.process.clock.now());
  switch (letter) {
    case 'a': return '\x07';
    case 'e': return '\x1b';
    case 'n': return '\n';
    case 'r': return '\r';
    case '[': return shell.interactive ? nonPrintingStart : '';
    case ']': return shell.interactive ? nonPrintingEnd : '';
    // Quoted, because `$` forms are expanded afterwards.
    case '\\': return '\\';
    case 'u': return userName(shell);
    case 'h': return shell.process.hostname().split('.')[0] ?? '';
    case 'H': return shell.process.hostname();
    case 'w': return protect(abbreviateHome(shell));
    case 'W': {
      const cwd = shell.variables.text('PWD') ?? '/';
      const short = abbreviateHome(shell);
      return protect(short === '~' ? '~' : cwd === '/' ? '/' : baseName(cwd));
    }
    case '$': return shell.process.credentials.euid === 0 ? '#' : '\\$';
    case 's': return baseName(shell.name).replace(/^-/, '');
    case 'v': return '5.2';
    case 'V': return '5.2.37';
    case 'j': return String(shell.jobs.count);
    case 'l': return shell.process.isatty(0) ? baseName(shell.process.ttyname(0)) : 'tty';
    case '#': return String(shell.commandNumber);
    case '!': return String(shell.historyBase + shell.history.length);
    case 't': return now('%H:%M:%S');
    case 'T': return now('%I:%M:%S');
    case '@': return now('%I:%M %p');
    case 'A': return now('%H:%M');
    case 'd': return now('%a %b %d');
    default: return `\\${letter}`;
  }
}

function protect(text: string): string {
  return text.replace(/[$`\\]/g, '\\$&');
}

/** Name of the effective user. */
export function userName(shell: Shell): string {
  const { euid } = shell.process.credentials;
  return readUsers(shell).find((fields) => Number(fields[2]) === euid)?.[0] ?? 'I have no name!';
}

function abbreviateHome(shell: Shell): string {
  const cwd = shell.variables.text('PWD') ?? shell.process.cwd;
  const home = shell.variables.text('HOME');
  if (!home || home === '/') return cwd;
  if (cwd === home) return '~';
  return cwd.startsWith(`${home}/`) ? `~${cwd.slice(home.length)}` : cwd;
}
