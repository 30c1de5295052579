import { dayNames, localTime, monthNames, rawProgram, timeZoneOf, UsageError } from '../program/index.ts';

/** Whether the calendar had not changed to the Gregorian one yet (September 1752, as in Britain). */
const julian = (year: number, month: number): boolean => year < 1752 || (year === 1752 && month < 9);

function daysOf(year: number, month: number): number[] {
  const leap = julian(year, month) ? year % 4 === 0 : (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const count = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
  const days = Array.from({ length: count }, (_, index) => index + 1);
  return year === 1752 && month === 9 ? days.filter((day) => day < 3 || day > 13) : days;
}

/** The day of the week of a month's first day; 0 is Sunday. */
function firstWeekday(year: number, month: number): number {
  let days = 0;
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  days = 1 + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4);
  days += julian(year, month) || (year === 1752 && month === 9) ? 5 : -Math.floor(y / 100) + Math.floor(y / 400);
  return (((days + 6) % 7) + 7) % 7;
}

/** Eight lines of 20 characters. */
function monthLines(year: number, month: number, monday: boolean, withYear: boolean, today: { year: number; month: number; day: number; mark: boolean }): string[] {
  const title = `${monthNames[month - 1] ?? ''}${withYear ? ` ${year}` : ''}`;
  const names = Array.from({ length: 7 }, (_, index) => (dayNames[(index + (monday ? 1 : 0)) % 7] ?? '').slice(0, 2));
  const left = ' '.repeat(Math.floor((20 - title.length) / 2));
  const lines = [(left + title).padEnd(20), names.join(' ')];
  const start = (firstWeekday(year, month) + (monday ? 6 : 0)) % 7;
  const cells = [...Array.from({ length: start }, () => '  '), ...daysOf(year, month).map((day) => {
    const text = String(day).padStart(2);
    return today.mark && today.year === year && today.month === month && today.day === day ? text.replace(/\d+/, (digits) => `\x1b[7m${digits}\x1b[0m`) : text;
  })];
  while (cells.length < 42) cells.push('  ');
  for (let row = 0; row < 6; row++) lines.push(cells.slice(row * 7, row * 7 + 7).join(' '));
  return lines;
}

function program(name: 'cal' | 'ncal') {
  return rawProgram(name, (tool, words) => {
    const now = localTime(tool.process.clock.now(), timeZoneOf(tool.process));
    const today = { year: now.year, month: now.month + 1, day: now.day, mark: tool.process.isatty(1) };
    let monday = name === 'ncal';
    let [before, after] = [0, 0];
    let wholeYear = false;
    const operands: string[] = [];
    const rest = [...words];
    let chosen: number | undefined;
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (!word.startsWith('-')) operands.push(word);
      else {
        for (const letter of word.slice(1)) {
          if (letter === '3') before = after = 1;
          else if (letter === '1') before = after = 0;
          else if (letter === 'M') monday = true;
          else if (letter === 'S') monday = false;
          else if (letter === 'y') wholeYear = true;
          else if (letter === 'A') after = Number(rest.shift() ?? 0);
          else if (letter === 'B') before = Number(rest.shift() ?? 0);
          else if (letter === 'm') chosen = Number(rest.shift() ?? 0);
          else if (!'hjbNC'.includes(letter)) throw new UsageError(`invalid option -- '${letter}'\nUsage: ${name} [general options] [-jy] [[month] year]`, false);
        }
      }
    }
    const [first, second] = operands;
    const numbered = (text: string | undefined): number => (text !== undefined && /^[a-z]{3}/i.test(text) ? monthNames.findIndex((one) => one.toLowerCase().startsWith(text.toLowerCase())) + 1 : Number(text));
    let year = today.year;
    let month = chosen ?? today.month;
    if (second !== undefined) {
      month = numbered(first);
      year = Number(second);
      if (!(month >= 1 && month <= 12)) throw new UsageError(`${first ?? ''} is neither a month number (1..12) nor a name`, false, 64);
    } else if (first !== undefined) {
      year = Number(first);
      wholeYear = chosen === undefined;
    }
    if (!(year >= 1 && year <= 9999)) throw new UsageError(`year \`${second ?? first ?? ''}' not in range 1..9999`, false, 64);
    if (name === 'ncal') {
      vertical(tool.out, year, month, today);
      return 0;
    }
    const months: [number, number][] = [];
    const from = wholeYear ? 1 : month - before;
    const to = wholeYear ? 12 : month + after;
    for (let at = from; at <= to; at++) months.push([year + Math.floor((at - 1) / 12), (((at - 1) % 12) + 12) % 12 + 1]);
    if (wholeYear) tool.out.write(`${' '.repeat(Math.floor((60 - String(year).length) / 2))}${year}\n`);
    for (let at = 0; at < months.length; at += 3) {
      const row = months.slice(at, at + 3).map(([y, m]) => monthLines(y, m, monday, !wholeYear, today));
      if (wholeYear && at > 0) tool.out.write('\n');
      for (let line = 0; line < 8; line++) tool.out.write(`${row.map((one) => `${one[line] ?? ''}  `).join('')}\n`);
    }
    return 0;
  });
}

function vertical(out: { write(text: string): boolean }, year: number, month: number, today: { year: number; month: number; day: number; mark: boolean }): void {
  out.write(`    ${monthNames[month - 1] ?? ''} ${year}     \n`);
  const start = firstWeekday(year, month);
  const cells = [...Array.from({ length: start }, () => '  '), ...daysOf(year, month).map((day) => (today.mark && today.day === day && today.month === month && today.year === year ? `\x1b[7m${day}\x1b[0m`.padStart(2) : String(day).padStart(2)))];
  const weeks = Math.ceil(cells.length / 7);
  for (let day = 0; day < 7; day++) out.write(`${(dayNames[day] ?? '').slice(0, 2)}${Array.from({ length: 6 }, (_, week) => (week < weeks ? ` ${cells[week * 7 + day] ?? '  '}` : '   ')).join('')}${''}\n`);
}

export const cal = program('cal');
export const ncal = program('ncal');
