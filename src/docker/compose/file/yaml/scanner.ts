import { Characters, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isWord } from './characters.ts';
import { scanBlock, scanPlain, scanQuoted } from './scalars.ts';
import { scanDirective, scanTag } from './tags.ts';
import type { Token, TokenKind } from './token.ts';
import { type Mark, scannerError } from './yaml-error.ts';

/** A place where a key without `?` may begin; known to be one when its `:` comes. */
interface SimpleKey {
  possible: boolean;
  /** Nothing else can stand there. */
  required: boolean;
  tokenNumber: number;
  mark: Mark;
}

/**
 * Text to tokens, as libyaml's scanner does: indentation becomes tokens of its own, and keys are found when their `:` comes. Like go-yaml it looks three tokens ahead, so that a fault is
 * noticed at the same moment. Throws YamlError.
 */
export class Scanner {
  readonly #chars: Characters;
  #tokens: Token[] = [];
  #parsed = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #flowLevel = 0;
  #keyAllowed = true;
  readonly #keys: SimpleKey[] = [];

  constructor(text: string) {
    this.#chars = new Characters(text);
    const mark = this.#chars.mark;
    this.#keys.push({ possible: false, required: false, tokenNumber: 0, mark });
    this.#tokens.push({ kind: 'stream start', start: mark, end: mark });
  }

  peek(): Token {
    while (this.#tokens.length <= 2 || this.#mayBeKey(this.#parsed)) this.#fetch();
    const [token] = this.#tokens;
    if (!token) throw new Error('no token');
    return token;
  }

  skip(): void {
    this.#tokens.shift();
    this.#parsed++;
  }

  /** Whether the token may still turn out to be a key. */
  #mayBeKey(tokenNumber: number): boolean {
    const key = this.#keys.findLast((candidate) => candidate.possible && candidate.tokenNumber === tokenNumber);
    return key !== undefined && this.#isValid(key);
  }

  #isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const chars = this.#chars;
    if (key.mark.line < chars.line || key.mark.index + 1024 < chars.index) {
      if (key.required) throw scannerError("could not find expected ':'", key.mark, chars.mark);
      key.possible = false;
    }
    return key.possible;
  }

  get #lastKey(): SimpleKey {
    const key = this.#keys.at(-1);
    if (!key) throw new Error('no key');
    return key;
  }

  #removeKey(): void {
    const key = this.#lastKey;
    if (key.possible && key.required) throw scannerError("could not find expected ':'", key.mark, this.#chars.mark);
    key.possible = false;
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const { mark } = this.#chars;
    const required = this.#flowLevel === 0 && this.#indent === mark.column;
    this.#removeKey();
    this.#keys[this.#keys.length - 1] = { possible: true, required, tokenNumber: this.#parsed + this.#tokens.length, mark };
  }

  #rollIndent(column: number, kind: TokenKind, mark: Mark, tokenNumber?: number): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    const token: Token = { kind, start: mark, end: mark };
    if (tokenNumber === undefined) this.#tokens.push(token);
    else this.#tokens.splice(tokenNumber - this.#parsed, 0, token);
  }

  #unrollIndent(column: number, mark: Mark): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#tokens.push({ kind: 'block end', start: mark, end: mark });
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #skipToToken(): void {
    const chars = this.#chars;
    for (;;) {
      while (chars.at() === ' ' || ((this.#flowLevel > 0 || !this.#keyAllowed) && chars.at() === '\t')) chars.skip();
      if (chars.at() === '#') while (!isBreakOrEnd(chars.at())) chars.skip();
      if (!isBreak(chars.at())) return;
      chars.readBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  #push(kind: TokenKind, width: number): void {
    const start = this.#chars.mark;
    this.#chars.skip(width);
    this.#tokens.push({ kind, start, end: this.#chars.mark });
  }

  #fetch(): void {
    const chars = this.#chars;
    const before = chars.mark;
    this.#skipToToken();
    this.#unrollIndent(chars.column, before);
    const char = chars.at();
    const next = chars.at(1);
    const inFlow = this.#flowLevel > 0;
    if (char === '') return this.#fetchEnd();
    if (chars.column === 0 && char === '%') return this.#fetchAlone(() => this.#tokens.push(scanDirective(chars)));
    if (chars.atDocumentIndicator) return this.#fetchAlone(() => this.#push(char === '-' ? 'document start' : 'document end', 3));
    if (char === '[' || char === '{') return this.#fetchFlowStart(char);
    if (char === ']' || char === '}') return this.#fetchFlowEnd(char);
    if (char === ',') {
      this.#removeKey();
      this.#keyAllowed = true;
      return this.#push(',', 1);
    }
    if (char === '-' && isBlankOrEnd(next)) return this.#fetchBlockEntry();
    if (char === '?' && (inFlow || isBlankOrEnd(next))) return this.#fetchKey();
    if (char === ':' && (inFlow || isBlankOrEnd(next))) return this.#fetchValue();
    if (char === '*' || char === '&') return this.#fetchAnchor(char === '*' ? 'alias' : 'anchor');
    if (char === '!') return this.#fetchWord(() => scanTag(chars));
    if ((char === '|' || char === '>') && !inFlow) {
      this.#removeKey();
      this.#keyAllowed = true;
      this.#tokens.push(scanBlock(chars, this.#indent));
      return;
    }
    if (char === '"' || char === "'") return this.#fetchWord(() => scanQuoted(chars, char));
    const startsPlain = !isBlankOrEnd(char) && !'-?:,[]{}#&*!|>\'"%@`'.includes(char);
    if (startsPlain || (char === '-' && !isBlank(next)) || (!inFlow && (char === '?' || char === ':') && !isBlankOrEnd(next))) {
      this.#saveKey();
      this.#keyAllowed = false;
      const { token, endsLine } = scanPlain(chars, this.#indent, inFlow);
      this.#tokens.push(token);
      if (endsLine) this.#keyAllowed = true;
      return;
    }
    throw scannerError('found character that cannot start any token', chars.mark, chars.mark);
  }

  #fetchEnd(): void {
    const chars = this.#chars;
    if (chars.column !== 0) {
      chars.column = 0;
      chars.line++;
    }
    this.#unrollIndent(-1, chars.mark);
    this.#removeKey();
    this.#keyAllowed = false;
    this.#tokens.push({ kind: 'stream end', start: chars.mark, end: chars.mark });
  }

  #fetchAlone(scan: () => void): void {
    this.#unrollIndent(-1, this.#chars.mark);
    this.#removeKey();
    this.#keyAllowed = false;
    scan();
  }

  #fetchWord(scan: () => Token): void {
    this.#saveKey();
    this.#keyAllowed = false;
    this.#tokens.push(scan());
  }

  #fetchFlowStart(kind: '[' | '{'): void {
    this.#saveKey();
    this.#keys.push({ possible: false, required: false, tokenNumber: 0, mark: this.#chars.mark });
    this.#flowLevel++;
    this.#keyAllowed = true;
    this.#push(kind, 1);
  }

  #fetchFlowEnd(kind: ']' | '}'): void {
    this.#removeKey();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#keys.pop();
    }
    this.#keyAllowed = false;
    this.#push(kind, 1);
  }

  #fetchBlockEntry(): void {
    const { mark } = this.#chars;
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw scannerError('block sequence entries are not allowed in this context', mark, mark);
      this.#rollIndent(mark.column, 'block sequence', mark);
    }
    this.#removeKey();
    this.#keyAllowed = true;
    this.#push('-', 1);
  }

  #fetchKey(): void {
    const { mark } = this.#chars;
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw scannerError('mapping keys are not allowed in this context', mark, mark);
      this.#rollIndent(mark.column, 'block mapping', mark);
    }
    this.#removeKey();
    this.#keyAllowed = this.#flowLevel === 0;
    this.#push('key', 1);
  }

  #fetchValue(): void {
    const key = this.#lastKey;
    const { mark } = this.#chars;
    if (this.#isValid(key)) {
      this.#tokens.splice(key.tokenNumber - this.#parsed, 0, { kind: 'key', start: key.mark, end: key.mark });
      this.#rollIndent(key.mark.column, 'block mapping', key.mark, key.tokenNumber);
      key.possible = false;
      this.#keyAllowed = false;
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) throw scannerError('mapping values are not allowed in this context', mark, mark);
        this.#rollIndent(mark.column, 'block mapping', mark);
      }
      this.#keyAllowed = this.#flowLevel === 0;
    }
    this.#push('value', 1);
  }

  #fetchAnchor(kind: 'alias' | 'anchor'): void {
    this.#fetchWord(() => {
      const chars = this.#chars;
      const start = chars.mark;
      chars.skip();
      let name = '';
      while (isWord(chars.at())) name += chars.read();
      if (name === '' || !(isBlankOrEnd(chars.at()) || '?:,]}%@`'.includes(chars.at()))) throw scannerError('did not find expected alphabetic or numeric character', start, chars.mark);
      return { kind, start, end: chars.mark, value: name };
    });
  }
}
