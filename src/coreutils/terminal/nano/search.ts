import { escapeRegExp } from '../../../base/index.ts';
import { compileRegex, RegexError } from '../../program/index.ts';
import { gotoMenu, replaceMenu, replaceWithMenu, searchMenu } from './menus.ts';
import type { NanoSession } from './session.ts';
import type { Position } from './text-buffer.ts';

interface Match {
  row: number;
  start: number;
  end: number;
  groups: readonly (string | undefined)[];
}

/** Every match in a line. */
function* matchesIn(line: string, row: number, pattern: RegExp): Generator<Match> {
  for (const match of line.matchAll(pattern)) yield { row, start: match.index, end: match.index + match[0].length, groups: match };
}

/** The next match after (or the last before) a place, round the end of the text; `wrapped` when it went round. */
function findNext(lines: readonly string[], from: Position, pattern: RegExp, backwards: boolean): { match: Match; wrapped: boolean } | undefined {
  for (let step = 0; step <= lines.length; step++) {
    const row = (from.row + (backwards ? -step : step) + lines.length * 2) % lines.length;
    const all = [...matchesIn(lines[row] ?? '', row, pattern)];
    const fits = (match: Match): boolean => (backwards ? (step === 0 ? match.start < from.at : step < lines.length || match.start >= from.at) : step === 0 ? match.start > from.at : step < lines.length || match.start <= from.at);
    const found = backwards ? all.findLast(fits) : all.find(fits);
    if (found) return { match: found, wrapped: backwards ? row > from.row || (step === lines.length && found.start > from.at) : row < from.row || (step === lines.length && found.start <= from.at) };
  }
  return undefined;
}

function compile(session: NanoSession, text: string): RegExp | undefined {
  const { caseSensitive, regex } = session.settings;
  try {
    const source = regex ? compileRegex(text, { extended: true, ignoreCase: !caseSensitive } as Parameters<typeof compileRegex>[1]).source : escapeRegExp(text);
    return new RegExp(source, caseSensitive ? 'gu' : 'giu');
  } catch (error) {
    if (!(error instanceof RegexError) && !(error instanceof SyntaxError)) throw error;
    session.say(`Bad regex "${text}": ${error.message}`, true);
    return undefined;
  }
}

/** Asks for what to search; an empty answer means the last one. */
async function askFor(session: NanoSession, replacing: boolean): Promise<{ text: string; replacing: boolean } | undefined> {
  const { settings, searches } = session;
  let typed = '';
  let replace = replacing;
  for (;;) {
    const flags = `${settings.caseSensitive ? ' [Case Sensitive]' : ''}${settings.regex ? ' [Regexp]' : ''}${settings.backwards ? ' [Backwards]' : ''}${replace ? ' (to replace)' : ''}${session.text.mark && replace ? ' in selection' : ''}`;
    const last = searches.at(-1);
    const known = last === undefined ? '' : ` [${last.length > 20 ? `${last.slice(0, 18)}...` : last}]`;
    const answer = await session.ask(`Search${flags}${known}`, replace ? replaceMenu : searchMenu, typed, ['M-c', 'M-r', 'M-b', '^R', '^T', '^\\'], searches);
    typed = answer.text;
    switch (answer.key) {
      case '^C':
        session.say('Cancelled');
        return undefined;
      case 'M-c': settings.caseSensitive = !settings.caseSensitive; break;
      case 'M-r': settings.regex = !settings.regex; break;
      case 'M-b': settings.backwards = !settings.backwards; break;
      case '^R': case '^\\': replace = !replace; break;
      case '^T':
        await gotoLine(session);
        return undefined;
      default: {
        const text = answer.text || last;
        if (text === undefined) {
          session.say('Cancelled');
          return undefined;
        }
        session.searches = [...searches.filter((one) => one !== text), text];
        return { text, replacing: replace };
      }
    }
  }
}

/** ^W and ^F: search; ^R in its prompt goes on to replacing. */
export async function search(session: NanoSession, backwards = false): Promise<void> {
  session.settings.backwards = backwards;
  const wanted = await askFor(session, false);
  if (!wanted) return;
  if (wanted.replacing) await replaceAll(session, wanted.text);
  else goTo(session, wanted.text, session.settings.backwards);
}

function goTo(session: NanoSession, wanted: string, backwards: boolean): void {
  const pattern = compile(session, wanted);
  if (!pattern) return;
  const { text } = session;
  const found = findNext(text.lines, text.cursor, pattern, backwards);
  if (!found) return session.say(`"${wanted}" not found`, true);
  if (found.match.row === text.cursor.row && found.match.start === text.cursor.at) session.say('This is the only occurrence');
  else if (found.wrapped) session.say('Search Wrapped');
  moveTo(session, { row: found.match.row, at: found.match.start });
  session.spotlight = found.match;
}

function moveTo(session: NanoSession, place: Position): void {
  const { text, current, height } = session;
  text.cursor = place;
  text.wanted = undefined;
  if (place.row < current.top || place.row >= current.top + height) current.top = Math.max(0, place.row - Math.floor(height / 2));
}

/** M-W and M-Q: the next or the previous one of what was searched last. */
export function searchAgain(session: NanoSession, backwards: boolean): void {
  const last = session.searches.at(-1);
  if (last === undefined) session.say('No current search pattern', true);
  else goTo(session, last, backwards);
}

/** ^\: search and replace, asking at each. */
export async function replace(session: NanoSession): Promise<void> {
  const wanted = await askFor(session, true);
  if (!wanted) return;
  if (wanted.replacing) await replaceAll(session, wanted.text);
  else goTo(session, wanted.text, false);
}

async function replaceAll(session: NanoSession, wanted: string): Promise<void> {
  const pattern = compile(session, wanted);
  if (!pattern) return;
  const { text } = session;
  const start = { ...text.cursor };
  if (!findNext(text.lines, { row: start.row, at: start.at - 1 }, pattern, false)) return session.say(`"${wanted}" not found`, true);
  const answer = await session.ask('Replace with', replaceWithMenu, '', [], session.replacements);
  if (answer.key === '^C') return session.say('Cancelled');
  if (answer.text !== '') session.replacements.push(answer.text);
  let count = 0;
  let all = false;
  // First from the cursor to the end, then from the start of the text to where it began.
  const limit = { ...start };
  for (let round = 0, row = start.row, from = start.at; round < 2;) {
    const match = [...matchesIn(text.lines[row] ?? '', row, pattern)].find((one) => one.start >= from);
    if (round === 1 && (row > limit.row || (row === limit.row && (!match || match.start >= limit.at)))) break;
    if (!match) {
      row++;
      from = 0;
      if (row >= text.lines.length) {
        row = 0;
        round++;
      }
      continue;
    }
    moveTo(session, { row, at: match.start });
    let choice: Awaited<ReturnType<NanoSession['confirm']>> = 'all';
    if (!all) {
      session.spotlight = { row, start: match.start, end: match.end };
      choice = await session.confirm('Replace this instance?', true);
      session.spotlight = undefined;
    }
    if (choice === undefined) break;
    all = choice === 'all';
    from = Math.max(match.end, match.start + 1);
    if (choice === 'no') continue;
    const replacement = session.settings.regex ? answer.text.replace(/\\([1-9])/g, (_, digit: string) => match.groups[Number(digit)] ?? '') : answer.text;
    text.replace({ row, at: match.start }, { row, at: match.end }, replacement, 'replacement');
    const growth = replacement.length - (match.end - match.start);
    from += growth;
    if (round === 1 && row === limit.row) limit.at += growth;
    count++;
  }
  session.say(`Replaced ${count} occurrence${count === 1 ? '' : 's'}`);
  return undefined;
}

/** ^/ and ^_: to a line, and a column in it. */
export async function gotoLine(session: NanoSession): Promise<void> {
  const answer = await session.ask('Enter line number, column number', gotoMenu, '', ['^Y', '^V', '^T']);
  const { text } = session;
  if (answer.key === '^C') return session.say('Cancelled');
  if (answer.key === '^T') return search(session);
  if (answer.key === '^Y') return moveTo(session, { row: 0, at: 0 });
  if (answer.key === '^V') return moveTo(session, { row: text.lines.length - 1, at: 0 });
  const [, line = '', column = ''] = /^\s*([-+]?\d*)\s*[,. ]?\s*(\d*)\s*$/.exec(answer.text) ?? [];
  if (answer.text === '') return session.say('Cancelled');
  if (line === '' && column === '') return session.say('Invalid line or column number', true);
  const relative = line.startsWith('+') ? text.cursor.row + Number(line) : line.startsWith('-') ? text.lines.length + Number(line) : line === '' ? text.cursor.row : Number(line) - 1;
  const row = Math.max(0, Math.min(text.lines.length - 1, relative));
  return moveTo(session, { row, at: Math.min((text.lines[row] ?? '').length, Math.max(0, Number(column || '1') - 1)) });
}
