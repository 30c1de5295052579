import { escapeRegExp } from '../../base/index.ts';
import { type PatternNode, parsePattern } from './pattern-parse.ts';

/** How patterns are read: `shopt extglob`, `nocasematch` or `nocaseglob`. */
export interface PatternOptions {
  extglob: boolean;
  ignoreCase: boolean;
}

/** A compiled shell pattern. */
export interface Pattern {
  /** Whether the whole of `text` matches. */
  matches(text: string): boolean;
  /** Length of the prefix that matches, -1 for none. */
  prefix(text: string, longest: boolean): number;
  /** Start of the suffix that matches, -1 for none. */
  suffix(text: string, longest: boolean): number;
  /** First match at or after `from`, the longest at its place. */
  find(text: string, from: number): { start: number; end: number } | undefined;
}

const cache = new Map<string, Pattern>();

/** Compiles a pattern in which a backslash quotes the next character. */
export function compilePattern(pattern: string, options: PatternOptions): Pattern {
  const key = `${options.extglob ? 'x' : '-'}${options.ignoreCase ? 'i' : '-'}${pattern}`;
  let compiled = cache.get(key);
  if (!compiled) {
    const nodes = parsePattern(pattern, options.extglob);
    compiled = nodes.some(hasGroup) ? new BacktrackingPattern(nodes, options.ignoreCase) : new RegExpPattern(nodes, options.ignoreCase);
    if (cache.size > 1000) cache.clear();
    cache.set(key, compiled);
  }
  return compiled;
}

/** Quotes every character that a pattern could take for its own. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]()|!+@^-]/g, '\\$&');
}

/** Whether `text` holds something that makes pathname expansion worth trying. */
export function hasGlobCharacters(text: string, extglob: boolean): boolean {
  return /[*?]|\[[^]*\]/.test(text) || (extglob && /[@!+]\(/.test(text));
}

function hasGroup(node: PatternNode): boolean {
  return node.kind === 'group';
}

function toRegExp(nodes: readonly PatternNode[], greedy: boolean): string {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'text': return escapeRegExp(node.text);
      case 'any': return '.';
      case 'star': return greedy ? '.*' : '.*?';
      case 'set': return node.source;
      default: throw new Error('groups are matched by backtracking');
    }
  }).join('');
}

/** Patterns without extended groups: one RegExp. */
class RegExpPattern implements Pattern {
  readonly #greedy: string;
  readonly #lazy: string;
  readonly #flags: string;
  readonly #literal: string | undefined;
  #whole: RegExp | undefined;
  #first: RegExp | undefined;

  constructor(nodes: PatternNode[], ignoreCase: boolean) {
    const [only] = nodes;
    this.#literal = ignoreCase ? undefined : nodes.length === 0 ? '' : nodes.length === 1 && only?.kind === 'text' ? only.text : undefined;
    this.#greedy = toRegExp(nodes, true);
    this.#lazy = toRegExp(nodes, false);
    this.#flags = ignoreCase ? 'sui' : 'su';
  }

  matches(text: string): boolean {
    if (this.#literal !== undefined) return text === this.#literal;
    this.#whole ??= new RegExp(`^(?:${this.#greedy})$`, this.#flags);
    return this.#whole.test(text);
  }

  prefix(text: string, longest: boolean): number {
    const match = new RegExp(`^(?:${longest ? this.#greedy : this.#lazy})`, this.#flags).exec(text);
    return match ? match[0].length : -1;
  }

  suffix(text: string, longest: boolean): number {
    const match = new RegExp(`^(.*${longest ? '?' : ''})(?:${this.#greedy})$`, this.#flags).exec(text);
    return match ? (match[1]?.length ?? 0) : -1;
  }

  find(text: string, from: number): { start: number; end: number } | undefined {
    if (this.#literal !== undefined) {
      const start = text.indexOf(this.#literal, from);
      return start < 0 ? undefined : { start, end: start + this.#literal.length };
    }
    this.#first ??= new RegExp(this.#greedy, `${this.#flags}g`);
    this.#first.lastIndex = from;
    const match = this.#first.exec(text);
    return match ? { start: match.index, end: match.index + match[0].length } : undefined;
  }
}

/** Patterns with `@(…)`, `!(…)` and the like. */
class BacktrackingPattern implements Pattern {
  readonly #nodes: PatternNode[];
  readonly #ignoreCase: boolean;
  readonly #sets = new Map<string, RegExp>();

  constructor(nodes: PatternNode[], ignoreCase: boolean) {
    this.#nodes = nodes;
    this.#ignoreCase = ignoreCase;
  }

  matches(text: string): boolean {
    return this.#ends(text, 0, (end) => end === text.length);
  }

  prefix(text: string, longest: boolean): number {
    let best = -1;
    this.#ends(text, 0, (end) => {
      if (best < 0 || (longest ? end > best : end < best)) best = end;
      return false;
    });
    return best;
  }

  suffix(text: string, longest: boolean): number {
    for (let step = 0; step <= text.length; step++) {
      const start = longest ? step : text.length - step;
      if (this.#ends(text, start, (end) => end === text.length)) return start;
    }
    return -1;
  }

  find(text: string, from: number): { start: number; end: number } | undefined {
    for (let start = from; start <= text.length; start++) {
      let best = -1;
      this.#ends(text, start, (end) => {
        if (end > best) best = end;
        return false;
      });
      if (best >= 0) return { start, end: best };
    }
    return undefined;
  }

  /** Calls `accept` with each end of a match that starts at `start`, until it says true. */
  #ends(text: string, start: number, accept: (end: number) => boolean): boolean {
    return this.#match(this.#nodes, 0, this.#ignoreCase ? text.toLowerCase() : text, start, accept);
  }

  #match(nodes: readonly PatternNode[], index: number, text: string, at: number, accept: (end: number) => boolean): boolean {
    const node = nodes[index];
    if (!node) return accept(at);
    const next = (end: number): boolean => this.#match(nodes, index + 1, text, end, accept);
    switch (node.kind) {
      case 'text': {
        const literal = this.#ignoreCase ? node.text.toLowerCase() : node.text;
        return text.startsWith(literal, at) && next(at + literal.length);
      }
      case 'any': return at < text.length && next(at + characterLength(text, at));
      case 'star': {
        for (let end = text.length; end >= at; end--) if (next(end)) return true;
        return false;
      }
      case 'set': {
        if (at >= text.length) return false;
        const length = characterLength(text, at);
        return this.#inSet(node.source, text.slice(at, at + length)) && next(at + length);
      }
      case 'group': return this.#group(node, text, at, next);
    }
  }

  #group(node: PatternNode & { kind: 'group' }, text: string, at: number, next: (end: number) => boolean): boolean {
    const once = (from: number, then: (end: number) => boolean): boolean => node.alternatives.some((nodes) => this.#match(nodes, 0, text, from, then));
    switch (node.operator) {
      case '@': return once(at, next);
      case '?': return once(at, next) || next(at);
      case '!': {
        const excluded = new Set<number>();
        once(at, (end) => {
          excluded.add(end);
          return false;
        });
        for (let end = text.length; end >= at; end--) if (!excluded.has(end) && next(end)) return true;
        return false;
      }
      default: {
        const repeat = (from: number): boolean => once(from, (end) => end > from && (next(end) || repeat(end)));
        if (node.operator === '*' && next(at)) return true;
        return repeat(at) || (node.operator === '+' && once(at, (end) => end === at && next(end)));
      }
    }
  }

  #inSet(source: string, character: string): boolean {
    let set = this.#sets.get(source);
    if (!set) {
      set = new RegExp(`^${source}$`, this.#ignoreCase ? 'sui' : 'su');
      this.#sets.set(source, set);
    }
    return set.test(character);
  }
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
