import { colon, examine, switchTo } from './files.ts';
import { toggleOption } from './options.ts';
import { command, help, save, shell } from './outside.ts';
import type { Pager } from './pager-state.ts';
import { again, askPattern, find } from './search.ts';

const reversed = (text: string): string => `\x1b[7m${text}\x1b[27m`;

/** Shows the texts until the user leaves. */
export async function runPager(pager: Pager): Promise<void> {
  if (pager.options.pattern !== undefined) await find(pager, `/${pager.options.pattern}`, 1);
  for (const command of pager.options.commands) await typed(pager, command);
  while (pager.running) {
    if (!pager.screen.typedAhead) await pager.draw();
    if (pager.options.quitAtEnd === 2 && pager.atEnd && pager.at === pager.names.length - 1) return;
    const key = (await pager.screen.key()) ?? '';
    await obey(pager, key);
  }
}

/** A `+command` of the command line. */
async function typed(pager: Pager, command: string): Promise<void> {
  if (/^\d+$/.test(command)) return pager.goLine(Number(command));
  if (command.startsWith('/') || command.startsWith('?')) return find(pager, command, 1);
  const digits = /^\d*/.exec(command)?.[0] ?? '';
  pager.count = digits;
  for (const key of command.slice(digits.length) || 'g') await obey(pager, key);
  return undefined;
}

async function obey(pager: Pager, key: string): Promise<void> {
  if (/^\d$/.test(key)) {
    pager.count += key;
    return;
  }
  const given = pager.count === '' ? undefined : Number(pager.count);
  pager.count = '';
  const height = pager.height;
  switch (key) {
    case 'eof': pager.running = false; return;
    case 'q': case 'Q': return pager.quit();
    case '^C': if (pager.options.quitOnInterrupt) pager.running = false; return;
    case '^Z': return pager.screen.suspend();
    case 'resize': case '': return;
    case ' ': case 'f': case '^F': case '^V': case 'pagedown': return forward(pager, given ?? pager.window ?? height);
    case 'z': pager.window = given ?? pager.window; return forward(pager, pager.window ?? height);
    case 'w': pager.window = given ?? pager.window; return pager.scroll(-(pager.window ?? height));
    case 'b': case '^B': case 'M-v': case 'pageup': return pager.scroll(-(given ?? pager.window ?? height));
    case 'enter': case '^J': case 'e': case '^E': case 'j': case '^N': case 'down': return forward(pager, given ?? 1);
    case 'y': case '^Y': case 'k': case '^K': case '^P': case 'up': return pager.scroll(-(given ?? 1));
    case 'd': case '^D': pager.half = given ?? pager.half; return forward(pager, pager.half ?? Math.ceil(height / 2));
    case 'u': case '^U': pager.half = given ?? pager.half; return pager.scroll(-(pager.half ?? Math.ceil(height / 2)));
    case 'g': case '<': case 'M-<': case 'home': return given === undefined ? pager.goLine(1) : pager.goLine(given);
    case 'G': case '>': case 'M->': case 'end': return given === undefined ? pager.goEnd() : pager.goLine(given);
    case 'p': case '%': return goPercent(pager, given ?? 0);
    case 'right': case 'M-)': pager.view.shift += given ?? (pager.options.shift || Math.floor(pager.screen.size.columns / 2)); return;
    case 'left': case 'M-(': pager.view.shift = Math.max(0, pager.view.shift - (given ?? (pager.options.shift || Math.floor(pager.screen.size.columns / 2)))); return;
    case 'n': return again(pager, given ?? 1, false);
    case 'N': return again(pager, given ?? 1, true);
    case '/': case '?': case '&': return askPattern(pager, key, given ?? 1);
    case 'M-u': pager.options.highlight = !pager.options.highlight; return;
    case 'M-U': pager.search = undefined; return;
    case 'F': return follow(pager);
    case 'r': case '^R': case '^L': pager.screen.forget(); return;
    case 'R': pager.screen.forget(); return;
    case '=': case '^G': return pager.tellPlace();
    case 'm': case "'": return mark(pager, key);
    case '-': case '_': return option(pager, key);
    case ':': return colon(pager, given ?? 1);
    case 'E': return examine(pager);
    case 'h': case 'H': return help(pager);
    case 'v': return shell(pager, `\${VISUAL:-\${EDITOR:-editor}} +${Math.floor((pager.top.line + pager.last.line) / 2) + 1} ${pager.view.source.name}`, false);
    case '!': return command(pager);
    case 's': return save(pager);
    case 'V': pager.message = 'less 668 (GNU regular expressions)'; return;
    case 'Z': if ((await pager.screen.key()) === 'Z') pager.running = false; return;
    case '{': case '(': case '[': return bracket(pager, key, true);
    case '}': case ')': case ']': return bracket(pager, key, false);
    default: if (!pager.options.quiet && key !== 'escape') await pager.screen.write('\x07');
  }
}

async function forward(pager: Pager, count: number): Promise<void> {
  if (pager.atEnd && pager.options.quitAtEnd > 0) pager.running = false;
  await pager.scroll(count);
}

async function goPercent(pager: Pager, percent: number): Promise<void> {
  const { source } = pager.view;
  await source.readAll();
  const wanted = Math.floor(((source.ends.at(-1) ?? 0) * percent) / 100);
  pager.top = { line: Math.max(0, source.ends.findIndex((end) => end > wanted)), row: 0 };
  if (percent >= 100) await pager.goEnd();
}

/** Waits for more text, as `tail -f` does, until Ctrl-C or Ctrl-X. */
async function follow(pager: Pager): Promise<void> {
  await pager.goEnd();
  for (;;) {
    pager.message = undefined;
    await pager.draw();
    const { rows } = pager.screen.size;
    await pager.screen.write(`\x1b[${rows};1H${reversed('Waiting for data... (^X or interrupt to abort)')}\x1b[K`);
    const key = await pager.screen.key(500);
    if (key === '^C' || key === '^X' || key === 'eof') break;
    if (key === '^Z') await pager.screen.suspend();
    const { source } = pager.view;
    if (source.regular || (await pager.tool.process.poll([source.fd], 0)).length > 0) {
      await source.readMore();
      if (source.regular) await source.readAll();
    }
    pager.top = pager.view.lastTop(pager.height);
  }
  pager.screen.forget();
}

async function mark(pager: Pager, key: string): Promise<void> {
  const { rows } = pager.screen.size;
  await pager.screen.write(`\x1b[${rows};1H\x1b[0m${key === 'm' ? 'set mark: ' : 'goto mark: '}\x1b[K`);
  const name = (await pager.screen.key()) ?? '';
  pager.screen.forget();
  if (key === 'm') {
    pager.marks.set(name, { at: pager.at, top: pager.top });
    return;
  }
  if (name === '^') return pager.goLine(1);
  if (name === '$') return pager.goEnd();
  const mark = pager.marks.get(name);
  if (!mark) pager.message = 'Mark not set';
  else {
    if (mark.at !== pager.at) switchTo(pager, mark.at);
    pager.top = mark.top;
  }
  return undefined;
}

async function option(pager: Pager, key: string): Promise<void> {
  const { rows } = pager.screen.size;
  await pager.screen.write(`\x1b[${rows};1H\x1b[0m${key}\x1b[K`);
  const letter = (await pager.screen.key()) ?? '';
  pager.screen.forget();
  const words = toggleOption(pager.options, letter);
  pager.message = words ?? `There is no -${letter} option ("less --help" for help)`;
  // `_X` only tells.
  if (key === '_' && words !== undefined) pager.message = toggleOption(pager.options, letter);
}

async function bracket(pager: Pager, key: string, forward: boolean): Promise<void> {
  const other = { '{': '}', '(': ')', '[': ']', '}': '{', ')': '(', ']': '[' }[key] ?? '';
  const { source } = pager.view;
  const start = forward ? pager.top.line : pager.last.line;
  if (!(source.lines[start] ?? '').includes(key)) {
    pager.message = `No bracket in ${forward ? 'top' : 'bottom'} line`;
    return;
  }
  let depth = 0;
  for (let line = start; line >= 0; line += forward ? 1 : -1) {
    await source.ensure(line);
    if (line >= source.lines.length) break;
    const characters = forward ? [...(source.lines[line] ?? '')] : [...(source.lines[line] ?? '')].reverse();
    for (const character of characters) {
      if (character === key) depth++;
      else if (character === other && --depth === 0) {
        if (forward) await pager.scroll(Math.max(0, line - pager.last.line));
        else pager.top = { line, row: 0 };
        return;
      }
    }
  }
  pager.message = 'No matching bracket';
}
