import { compileRegex, RegexError } from '../../program/index.ts';
import type { Pager } from './pager-state.ts';

/** Reads a line at the bottom; undefined when it was given up. */
export async function ask(pager: Pager, sign: string): Promise<string | undefined> {
  let text = '';
  for (;;) {
    const { rows } = pager.screen.size;
    await pager.screen.write(`\x1b[${rows};1H\x1b[0m${sign}${text}\x1b[K\x1b[?25h`);
    const key = (await pager.screen.key()) ?? '';
    if (key === 'enter' || key === '^J') break;
    if (key === '^C' || key === 'escape' || key === 'eof' || (key === 'backspace' && text === '')) {
      pager.screen.forget();
      return undefined;
    }
    if (key === 'backspace') text = [...text].slice(0, -1).join('');
    else if (key === '^U') text = '';
    else if (key === '^W') text = text.replace(/\S*\s*$/, '');
    else if (key === 'up' || key === '^P') text = pager.search?.text ?? text;
    else if (key.startsWith('paste:')) text += key.slice(6);
    else if ([...key].length === 1) text += key;
  }
  pager.screen.forget();
  return text;
}

export async function askPattern(pager: Pager, sign: string, count: number): Promise<void> {
  const text = await ask(pager, sign === '&' ? '&/' : sign);
  if (text === undefined) return;
  if (sign === '&') {
    const not = text.startsWith('!');
    const pattern = text === '' ? undefined : compile(pager, not ? text.slice(1) : text);
    pager.view.filter = pattern && { pattern, not };
    pager.top = { line: (await pager.view.firstFrom(pager.top.line)) ?? (await pager.view.firstFrom(0)) ?? 0, row: 0 };
    return;
  }
  await find(pager, sign + text, count);
}

export function compile(pager: Pager, text: string): RegExp | undefined {
  const { ignoreCase } = pager.options;
  const insensitive = ignoreCase === 2 || (ignoreCase === 1 && text === text.toLowerCase());
  try {
    const { source } = compileRegex(text, { extended: true });
    return new RegExp(source, insensitive ? 'giu' : 'gu');
  } catch (error) {
    if (!(error instanceof RegexError) && !(error instanceof SyntaxError)) throw error;
    pager.message = 'Invalid pattern';
    return undefined;
  }
}

/** `/text`, `?text`, with `!` for lines that do not match, `*` or `@` from the start. */
export async function find(pager: Pager, typed: string, count: number): Promise<void> {
  const backwards = typed.startsWith('?');
  let text = typed.slice(1);
  const not = text.startsWith('!');
  const fromStart = /^[@*]/.test(text);
  if (not || fromStart) text = text.slice(1);
  if (text === '') {
    if (!pager.search) {
      pager.message = 'No previous regular expression';
      return;
    }
    pager.search = { ...pager.search, backwards };
  } else {
    const pattern = compile(pager, text);
    if (!pattern) return;
    pager.search = { pattern, text, backwards, not };
  }
  await again(pager, count, false, fromStart ? -1 : undefined, true);
}

export async function again(pager: Pager, count: number, opposite: boolean, from?: number, first = false): Promise<void> {
  const search = pager.search;
  if (!search) {
    pager.message = 'No previous regular expression';
    return;
  }
  const step = search.backwards !== opposite ? -1 : 1;
  const { source } = pager.view;
  // A new search begins with the first line shown.
  let line = from ?? (first && step > 0 && pager.top.row === 0 && pager.fresh ? pager.top.line - 1 : pager.top.line);
  for (let left = count; left > 0;) {
    line += step;
    await source.ensure(line);
    if (line < 0 || line >= source.lines.length) {
      pager.message = 'Pattern not found';
      return;
    }
    search.pattern.lastIndex = 0;
    if (search.pattern.test(source.lines[line] ?? '') !== search.not) left--;
  }
  pager.low = false;
  pager.top = { line, row: 0 };
}
