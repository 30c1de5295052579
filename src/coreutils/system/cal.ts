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

const usage = `Usage: cal [general options] [-jy] [[month] year]
       cal [general options] [-j] [-m month] [year]
       ncal -C [general options] [-jy] [[month] year]
       ncal -C [general options] [-j] [-m month] [year]
       ncal [general options] [-bhJjpwySM] [-H yyyy-mm-dd] [-s country_code] [-W number of days] [[month] year]
       ncal [general options] [-Jeo] [year]
General options: [-31] [-A months] [-B months] [-d yyyy-mm]`;

/** As atoi(3) reads, but never below zero. */
const leadingNumber = (text: string): number => Math.max(0, Math.min(Number.parseInt(text, 10) || 0, 2 ** 31 - 1));

/** A month by number or by the first letters of its name, and the year it lies in: `3f` is the next one to come after `today`, `3p` the last one past. */
function monthOf(text: string, today: { year: number; month: number }): { month: number; year: number } | undefined {
  const [, digits, turn] = /^(\d+)([fp]?)$/i.exec(text) ?? [];
  const month = digits !== undefined ? Number(digits) : /^[a-z]{3}/i.test(text) ? monthNames.findIndex((one) => one.toLowerCase().startsWith(text.toLowerCase())) + 1 : 0;
  if (!(month >= 1 && month <= 12)) return undefined;
  const years = turn?.toLowerCase() === 'f' && month <= today.month ? 1 : turn?.toLowerCase() === 'p' && month >= today.month ? -1 : 0;
  return { month, year: today.year + years };
}

function program(name: 'cal' | 'ncal') {
  return rawProgram(name, async (tool, words) => {
    const now = localTime(tool.process.clock.now(), timeZoneOf(tool.process));
    const today = { year: now.year, month: now.month + 1, day: now.day, mark: tool.process.isatty(1) };
    let monday = name === 'ncal';
    let [before, after] = [0, 0];
    let wholeYear = false;
    const operands: string[] = [];
    const rest = [...words];
    let chosen: string | undefined;
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (!word.startsWith('-')) operands.push(word);
      else {
        for (const letter of word.slice(1)) {
          if (letter === '3') before = after = 1;
          else if (letter === '1') before = after = 0;
          else if (letter === 'M') monday = true;
          else if (letter === 'S') monday = false;
          else if (letter === 'y') wholeYear = true;
          else if ('ABm'.includes(letter)) {
            const value = rest.shift();
            if (value === undefined) throw new UsageError(`option requires an argument -- '${letter}'\n${usage}`, false, 64);
            if (letter === 'A') after = leadingNumber(value);
            else if (letter === 'B') before = leadingNumber(value);
            else chosen = value;
          } else if (!'hjbNC'.includes(letter)) throw new UsageError(`invalid option -- '${letter}'\n${usage}`, false, 64);
        }
      }
    }
    const [first, second] = operands;
    let year = today.year;
    let month = today.month;
    const named = second === undefined ? chosen : first;
    if (named !== undefined) {
      const found = monthOf(named, today);
      if (!found) throw new UsageError(`${named} is neither a month number (1..12) nor a name`, false, 64);
      ({ month, year } = found);
    }
    if (second !== undefined) year = Number(second);
    else if (first !== undefined) {
      year = Number(first);
      wholeYear = named === undefined;
    }
    if (Number.isNaN(year)) throw new UsageError(`not a valid year ${second ?? first ?? ''}`, false, 1);
    if (!(year >= 1 && year <= 9999)) throw new UsageError(`year \`${second ?? first ?? ''}' not in range 1..9999`, false, 64);
    if (name === 'ncal') {
      vertical(tool.out, year, month, today);
      return 0;
    }
    const from = wholeYear ? 1 : month - before;
    const to = wholeYear ? 12 : month + after;
    if (wholeYear) tool.out.write(`${' '.repeat(Math.floor((60 - String(year).length) / 2))}${year}\n`);
    for (let at = from; at <= to; at += 3) {
      const row = Array.from({ length: Math.min(3, to - at + 1) }, (_, index) => at + index - 1)
        .map((count) => monthLines(year + Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, monday, !wholeYear, today));
      if (at > from) tool.out.write('\n');
      for (let line = 0; line < 8; line++) tool.out.write(`${row.map((one) => `${one[line] ?? ''}  `).join('')}\n`);
      await tool.out.flush();
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
