import { type Characters, isBlank, isBlankOrEnd, isBreakOrEnd, isBreak, isWord } from './characters.ts';
import type { Token } from './token.ts';
import { type Mark, scannerError } from './yaml-error.ts';

/** `!name`, `!!name`, `!handle!name` or `!<address>`. */
export function scanTag(chars: Characters): Token {
  const start = chars.mark;
  let handle = '';
  let suffix: string;
  if (chars.at(1) === '<') {
    chars.skip(2);
    suffix = scanAddress(chars, '', start);
    if (chars.at() !== '>') throw scannerError("did not find the expected '>'", start, chars.mark);
    chars.skip();
  } else {
    handle = scanHandle(chars, false, start);
    if (handle.length > 1 && handle.endsWith('!')) suffix = scanAddress(chars, '', start);
    else {
      suffix = scanAddress(chars, handle, start);
      handle = '!';
      if (suffix === '') [handle, suffix] = [suffix, handle];
    }
  }
  if (!isBlankOrEnd(chars.at())) throw scannerError('did not find expected whitespace or line break', start, chars.mark);
  return { kind: 'tag', start, end: chars.mark, value: handle, suffix };
}

function scanHandle(chars: Characters, directive: boolean, start: Mark): string {
  if (chars.at() !== '!') throw scannerError("did not find expected '!'", start, chars.mark);
  let handle = chars.read();
  while (isWord(chars.at())) handle += chars.read();
  if (chars.at() === '!') handle += chars.read();
  else if (directive && handle !== '!') throw scannerError("did not find expected '!'", start, chars.mark);
  return handle;
}

function scanAddress(chars: Characters, head: string, start: Mark): string {
  let address = head.slice(1);
  let some = head !== '';
  while (isWord(chars.at()) || (chars.at() !== '' && ";/?:@&=+$,.!~*'()[]%".includes(chars.at()))) {
    some = true;
    if (chars.at() === '%') {
      const hex = chars.at(1) + chars.at(2);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) throw scannerError('did not find URI escaped octet', start, chars.mark);
      address += String.fromCharCode(Number.parseInt(hex, 16));
      chars.skip(3);
    } else address += chars.read();
  }
  if (!some) throw scannerError('did not find expected tag URI', start, chars.mark);
  return address;
}

/** `%YAML 1.1` or `%TAG !handle! prefix`. */
export function scanDirective(chars: Characters): Token {
  const start = chars.mark;
  chars.skip();
  let name = '';
  while (isWord(chars.at())) name += chars.read();
  if (name === '') throw scannerError('could not find expected directive name', start, chars.mark);
  if (!isBlankOrEnd(chars.at())) throw scannerError('found unexpected non-alphabetical character', start, chars.mark);
  const skipBlanks = (): void => {
    while (isBlank(chars.at())) chars.skip();
  };
  skipBlanks();
  let token: Token;
  if (name === 'YAML') {
    const major = scanNumber(chars, start);
    if (chars.at() !== '.') throw scannerError("did not find expected digit or '.' character", start, chars.mark);
    chars.skip();
    const minor = scanNumber(chars, start);
    token = { kind: 'version', start, end: chars.mark, value: `${major}.${minor}` };
  } else if (name === 'TAG') {
    const value = scanHandle(chars, true, start);
    if (!isBlank(chars.at())) throw scannerError('did not find expected whitespace', start, chars.mark);
    skipBlanks();
    const suffix = scanAddress(chars, '', start);
    if (!isBlankOrEnd(chars.at())) throw scannerError('did not find expected whitespace or line break', start, chars.mark);
    token = { kind: 'tag directive', start, end: chars.mark, value, suffix };
  } else throw scannerError('found unknown directive name', start, chars.mark);
  skipBlanks();
  if (chars.at() === '#') while (!isBreakOrEnd(chars.at())) chars.skip();
  if (!isBreakOrEnd(chars.at())) throw scannerError('did not find expected comment or line break', start, chars.mark);
  if (isBreak(chars.at())) chars.readBreak();
  return token;
}

function scanNumber(chars: Characters, start: Mark): number {
  let digits = '';
  while (/^\d$/.test(chars.at())) digits += chars.read();
  if (digits === '') throw scannerError('did not find expected version number', start, chars.mark);
  if (digits.length > 2) throw scannerError('found extremely long version number', start, chars.mark);
  return Number(digits);
}
