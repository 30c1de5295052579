import { quote } from '../program/index.ts';

/** A KEYDEF of sort(1): `F[.C][OPTS][,F[.C][OPTS]]`. */
export interface Key {
  /** Field and character, from 1 (a character of 0: from the field's start). */
  from: [number, number];
  to: [number, number] | undefined;
  letters: string;
  startBlanks: boolean;
  endBlanks: boolean;
}

/** What is wrong with a KEYDEF, in sort's words. */
function faultOfKey(text: string): string {
  const [start = '', ...ends] = text.split(',');
  const bad = (what: string): string => `${what}: invalid field specification ${quote(text)}`;
  const number = (part: string, where: string): string | undefined => (/^\d/.test(part) ? undefined : `invalid number ${where}: invalid count at start of ${quote(part)}`);
  for (const [index, part] of [start, ...ends.length ? [ends.join(',')] : []].entries()) {
    const wrong = number(index === 0 ? text : part, index === 0 ? 'at field start' : "after ','");
    if (wrong) return wrong;
    if (Number.parseInt(part, 10) === 0) return bad('field number is zero');
    const dot = /^\d+\.(.*)$/s.exec(part)?.[1];
    if (dot !== undefined) {
      const wrongDot = number(index === 0 && ends.length ? text.slice(text.indexOf('.') + 1) : dot, "after '.'");
      if (wrongDot) return wrongDot;
      if (index === 0 && Number.parseInt(dot, 10) === 0) return bad('character offset is zero');
    }
  }
  return bad('stray character in field spec');
}

/** Reads a KEYDEF; a text says what is wrong with it. */
export function parseKey(text: string): Key | string {
  const match = /^(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*)(?:,(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*))?$/.exec(text);
  if (!match || Number(match[1]) === 0 || (match[2] !== undefined && Number(match[2]) === 0) || (match[4] !== undefined && Number(match[4]) === 0)) return faultOfKey(text);
  const [, field, char, first = '', endField, endChar, last = ''] = match;
  return {
    from: [Number(field), Number(char ?? 1) - 1], to: endField === undefined ? undefined : [Number(endField), Number(endChar ?? 0)],
    letters: first + last, startBlanks: first.includes('b'), endBlanks: last.includes('b'),
  };
}

function fieldStart(line: string, field: number, separator: string | undefined): number {
  let at = 0;
  for (let left = field - 1; left > 0 && at < line.length; left--) {
    if (separator !== undefined) {
      const next = line.indexOf(separator, at);
      if (next < 0) return line.length;
      at = next + 1;
    } else at = fieldEnd(line, at);
  }
  return at;
}

function fieldEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && (line[at] === ' ' || line[at] === '\t')) at++;
  while (at < line.length && line[at] !== ' ' && line[at] !== '\t') at++;
  return at;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

function textOfKey(line: string, key: Key, separator: string | undefined): string {
  if (key.from[0] === 1 && key.from[1] === 0 && !key.to) return key.startBlanks ? line.slice(skipBlanks(line, 0)) : line;
  let start = fieldStart(line, key.from[0], separator);
  if (key.startBlanks) start = skipBlanks(line, start);
  start += key.from[1];
  if (!key.to) return line.slice(start);
  let end = fieldStart(line, key.to[0], separator);
  if (key.to[1] === 0) {
    if (separator === undefined) end = fieldEnd(line, end);
    else {
      const next = line.indexOf(separator, end);
      end = next < 0 ? line.length : next;
    }
  } else {
    if (key.endBlanks) end = skipBlanks(line, end);
    end += key.to[1];
  }
  return line.slice(start, Math.max(start, end));
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const humanUnits = ' KMGTPEZY';

function numberOf(text: string, letter: string): number {
  if (letter === 'g') {
    const value = Number.parseFloat(text);
    return Number.isNaN(value) ? -Infinity : value;
  }
  if (letter === 'M') return months.indexOf(text.trimStart().slice(0, 3).toUpperCase());
  const match = /^[ \t]*(-?\d*(?:\.\d*)?)([KkMGTPEZY]?)/.exec(text);
  const value = Number(match?.[1] || 0) || 0;
  if (letter === 'n') return value;
  // Units are compared before numbers; a sign turns all round.
  const unit = humanUnits.indexOf((match?.[2] || ' ').toUpperCase());
  return value === 0 ? 0 : Math.sign(value) * (unit * 1e15 + Math.abs(value));
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Orders as `sort -V`: letters before others, digits by value, `~` before the end. */
export function compareVersions(a: string, b: string): number {
  const rank = (char: string | undefined): number => (char === '~' ? -2 : char === undefined || /\d/.test(char) ? -1 : /[a-z]/i.test(char) ? char.charCodeAt(0) : char.charCodeAt(0) + 256);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !/\d/.test(a[i] ?? '')) || (j < b.length && !/\d/.test(b[j] ?? ''))) {
      const order = rank(a[i]) - rank(b[j]);
      if (order !== 0) return order;
      i++;
      j++;
    }
    const first = /^\d*/.exec(a.slice(i))?.[0] ?? '';
    const second = /^\d*/.exec(b.slice(j))?.[0] ?? '';
    const order = Number(first) - Number(second);
    if (order !== 0) return order;
    i += first.length;
    j += second.length;
  }
  return 0;
}

/** A comparison by keys; each line's keys are worked out once. */
export function compareBy(keys: readonly Key[], separator: string | undefined, seed: number): (a: string, b: string) => number {
  const caches = keys.map(() => new Map<string, string | number>());
  const valueOf = (line: string, index: number): string | number => {
    const cache = caches[index];
    const known = cache?.get(line);
    if (known !== undefined) return known;
    const key = keys[index];
    if (!key) return '';
    let text = textOfKey(line, { ...key, startBlanks: key.startBlanks || key.letters.includes('b') }, separator);
    const numeric = /[nghM]/.exec(key.letters)?.[0];
    if (numeric === undefined) {
      if (key.letters.includes('d')) text = text.replace(/[^\p{L}\p{N} \t]/gu, '');
      if (key.letters.includes('i')) text = text.replace(/[^\x20-\x7e]/g, '');
      if (key.letters.includes('f')) text = text.toUpperCase();
    }
    const value = numeric !== undefined ? numberOf(text, numeric) : key.letters.includes('R') ? hash(text, seed) : text;
    cache?.set(line, value);
    return value;
  };
  return (a, b) => {
    for (let index = 0; index < keys.length; index++) {
      const first = valueOf(a, index);
      const second = valueOf(b, index);
      if (first === second) continue;
      const letters = keys[index]?.letters ?? '';
      const order = letters.includes('V') ? compareVersions(String(first), String(second)) : first < second ? -1 : first > second ? 1 : 0;
      if (order !== 0) return letters.includes('r') ? -order : order;
    }
    return 0;
  };
}
