import type { ExecResult } from '../protocol/index.ts';
import type { Localized, Task } from './lab.ts';

/** What a check found. */
export type Verdict =
  | { kind: 'passed' }
  /** Not yet: `key` is one of the task's messages. */
  | { kind: 'failed'; key: string; args: readonly string[] }
  /** The check itself went wrong (a bug of the lab, a time limit): `detail` is what it printed. */
  | { kind: 'broken'; reason: 'time-limit' | 'no-message' | 'unknown-message'; detail: string };

/** Splits words as bash's `printf %q` wrote them: backslashes, single quotes and `$'…'`. */
export function splitQuotedWords(line: string): string[] {
  const words: string[] = [];
  const pattern = /\$'((?:[^'\\]|\\.)*)'|'([^']*)'|\\(.)|([^\s\\']+)|(\s+)/gs;
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', E: '\x1b', "'": "'", '\\': '\\' };
  const decodeOctal = (text: string): string => {
    const bytes: number[] = [];
    const flush = (): string => new TextDecoder().decode(new Uint8Array(bytes.splice(0)));
    let out = '';
    for (const part of text.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\]+)/gs)) {
      if (part[1] !== undefined) bytes.push(Number.parseInt(part[1], 8));
      else out += flush() + (part[2] !== undefined ? (escapes[part[2]] ?? part[2]) : (part[3] ?? ''));
    }
    return out + flush();
  };
  let word: string | undefined;
  for (const [, ansi, single, escaped, plain, space] of line.matchAll(pattern)) {
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + (ansi !== undefined ? decodeOctal(ansi) : (single ?? escaped ?? plain ?? ''));
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Reads the verdict from what a check script gave: exit status 0 passes, else the last `fail KEY [arg…]` line on stdout is the message. */
export function readVerdict(task: Task, result: ExecResult): Verdict {
  if (result.exitCode === 0) return { kind: 'passed' };
  const detail = `${result.stdout}${result.stderr}`.trim();
  if (result.exitCode === 124) return { kind: 'broken', reason: 'time-limit', detail };
  const line = result.stdout.split('\n').findLast((each) => each.startsWith('fail '));
  const [, key, ...args] = line === undefined ? [] : splitQuotedWords(line);
  if (key === undefined) return { kind: 'broken', reason: 'no-message', detail };
  if (!Object.hasOwn(task.messages, key)) return { kind: 'broken', reason: 'unknown-message', detail: key };
  return { kind: 'failed', key, args };
}

/** A message with its arguments put in for `{0}`, `{1}` … */
export function formatMessage(message: Localized, args: readonly string[]): Localized {
  const fill = (text: string): string => text.replace(/\{(\d+)\}/g, (_, index: string) => args[Number(index)] ?? '');
  return { en: fill(message.en), ru: fill(message.ru) };
}
