import type { Editing } from '../editing.ts';
import type { LineBuffer } from '../line-buffer.ts';

/** Where a motion leads; an operator takes the character there too when it is `inclusive`. */
export interface Target {
  at: number;
  inclusive: boolean;
}

type Kind = 'blank' | 'word' | 'sign';

const kindOf = (character: string | undefined, big: boolean): Kind => (character === undefined || /\s/.test(character) ? 'blank' : big || /[\p{L}\p{N}_]/u.test(character) ? 'word' : 'sign');

function nextWord({ characters }: LineBuffer, from: number, big: boolean): number {
  let at = from;
  const kind = kindOf(characters[at], big);
  if (kind !== 'blank') while (at < characters.length && kindOf(characters[at], big) === kind) at++;
  while (at < characters.length && kindOf(characters[at], big) === 'blank') at++;
  return at;
}

function previousWord({ characters }: LineBuffer, from: number, big: boolean): number {
  let at = from - 1;
  while (at > 0 && kindOf(characters[at], big) === 'blank') at--;
  const kind = kindOf(characters[at], big);
  while (at > 0 && kindOf(characters[at - 1], big) === kind) at--;
  return Math.max(0, at);
}

function endOfWord({ characters }: LineBuffer, from: number, big: boolean): number {
  let at = from + 1;
  while (at < characters.length && kindOf(characters[at], big) === 'blank') at++;
  const kind = kindOf(characters[at], big);
  while (at + 1 < characters.length && kindOf(characters[at + 1], big) === kind) at++;
  return Math.min(at, Math.max(0, characters.length - 1));
}

/** The bracket that belongs to the first one at or after the cursor. */
export function findVisibleBracket({ characters, cursor }: LineBuffer): number | undefined {
  const pairs = '()[]{}';
  let from = cursor;
  while (from < characters.length && !pairs.includes(characters[from] ?? ' ')) from++;
  const index = pairs.indexOf(characters[from] ?? ' ');
  if (index < 0) return undefined;
  const [own, other] = [pairs[index], pairs[index ^ 1]];
  const step = index % 2 === 0 ? 1 : -1;
  let depth = 0;
  for (let at = from; at >= 0 && at < characters.length; at += step) {
    if (characters[at] === own) depth++;
    else if (characters[at] === other && --depth === 0) return at;
  }
  return undefined;
}

interface Found {
  key: string;
  character: string;
}

function findCharacter({ characters, cursor }: LineBuffer, { key, character }: Found, count: number): number | undefined {
  const step = key === key.toLowerCase() ? 1 : -1;
  let at = cursor;
  for (let left = count; left > 0; left--) {
    do at += step; while (at >= 0 && at < characters.length && characters[at] !== character);
    if (at < 0 || at >= characters.length) return undefined;
  }
  return /t/i.test(key) ? at - step : at;
}

/** Carries out a motion key; `undefined` when it leads nowhere. `operating`: an operator waits for it. */
export async function viMotion(editing: Editing, key: string, count: number, operating: boolean): Promise<Target | undefined> {
  const { buffer, memory, keys } = editing;
  const last = operating ? buffer.length : Math.max(0, buffer.length - 1);
  const times = (step: (at: number) => number): number => {
    let at = buffer.cursor;
    for (let left = count; left > 0; left--) at = step(at);
    return at;
  };
  const exclusive = (at: number): Target => ({ at, inclusive: false });
  switch (key) {
    case 'h': case '\b': case '\x7f': return exclusive(times((at) => buffer.previous(at)));
    case 'l': case ' ': return exclusive(Math.min(last, times((at) => buffer.after(at))));
    case 'w': case 'W': return exclusive(Math.min(last, times((at) => nextWord(buffer, at, key === 'W'))));
    case 'b': case 'B': return exclusive(times((at) => previousWord(buffer, at, key === 'B')));
    case 'e': case 'E': return { at: times((at) => endOfWord(buffer, at, key === 'E')), inclusive: true };
    case '0': return exclusive(0);
    case '^': return exclusive(Math.max(0, buffer.characters.findIndex((character) => /\S/.test(character))));
    case '$': return exclusive(last);
    case '|': return exclusive(Math.min(last, Math.max(0, count - 1)));
    case '%': {
      const at = findVisibleBracket(buffer);
      return at === undefined ? undefined : { at, inclusive: true };
    }
    case 'f': case 'F': case 't': case 'T': {
      const character = await keys.nextCharacter();
      if (character === undefined) return undefined;
      const wanted: Found = { key, character };
      memory.set('find', wanted);
      const at = findCharacter(buffer, wanted, count);
      return at === undefined ? undefined : { at, inclusive: key === 'f' || key === 't' };
    }
    case ';': case ',': {
      const wanted = memory.get('find') as Found | undefined;
      if (!wanted) return undefined;
      const turned = key === ';' ? wanted.key : wanted.key === wanted.key.toLowerCase() ? wanted.key.toUpperCase() : wanted.key.toLowerCase();
      const at = findCharacter(buffer, { key: turned, character: wanted.character }, count);
      return at === undefined ? undefined : { at, inclusive: turned === turned.toLowerCase() };
    }
    default: return undefined;
  }
}
