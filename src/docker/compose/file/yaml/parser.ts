import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenKind } from './token.ts';
import { type Mark, parserError, YamlError } from './yaml-error.ts';

/** The characters that YAML forbids. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** How deep things may stand in each other. */
const deepest = 1000;

/**
 * Tokens to nodes, one document after the other: what go-yaml says of a text, with its words and line numbers. Throws YamlError.
 */
export class YamlParser {
  readonly #scanner: Scanner;
  readonly #anchors = new Map<string, YamlNode>();
  #handles = new Map<string, string>();
  #first = true;
  #depth = 0;

  constructor(text: string) {
    if (forbidden.test(text)) throw new YamlError('control characters are not allowed');
    this.#scanner = new Scanner(text);
    this.#scanner.peek();
    this.#scanner.skip();
  }

  get #token(): Token {
    return this.#scanner.peek();
  }

  #at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#token.kind);
  }

  #take(): Token {
    const token = this.#token;
    this.#scanner.skip();
    return token;
  }

  /** The next document's root; undefined at the end. */
  next(): YamlNode | undefined {
    if (!this.#first) while (this.#at('document end')) this.#take();
    const explicit = !this.#first || this.#at('version', 'tag directive', 'document start', 'stream end');
    this.#first = false;
    if (this.#at('stream end')) return undefined;
    this.#readDirectives();
    if (explicit) {
      if (!this.#at('document start')) throw parserError('did not find expected <document start>', this.#token.start);
      this.#take();
    }
    const root = explicit && this.#at('version', 'tag directive', 'document start', 'document end', 'stream end') ? empty(this.#token.start) : this.#node(true, false);
    if (this.#at('document end')) this.#take();
    return root;
  }

  #readDirectives(): void {
    this.#handles = new Map();
    let version = false;
    while (this.#at('version', 'tag directive')) {
      const token = this.#take();
      if (token.kind === 'version') {
        if (version) throw parserError('found duplicate %YAML directive', token.start);
        if (token.value !== '1.1') throw parserError('found incompatible YAML document', token.start);
        version = true;
      } else {
        if (this.#handles.has(token.value ?? '')) throw parserError('found duplicate %TAG directive', token.start);
        this.#handles.set(token.value ?? '', token.suffix ?? '');
      }
    }
    for (const [handle, prefix] of [['!', '!'], ['!!', '!!']] as const) if (!this.#handles.has(handle)) this.#handles.set(handle, prefix);
  }

  #node(block: boolean, indentless: boolean): YamlNode {
    // go-yaml stops at 10000; a browser's stack is smaller.
    if (++this.#depth > deepest) throw new YamlError('exceeded max depth of 10000', this.#token.start);
    try {
      return this.#content(block, indentless);
    } finally {
      this.#depth--;
    }
  }

  #content(block: boolean, indentless: boolean): YamlNode {
    if (this.#at('alias')) {
      const token = this.#take();
      const name = token.value ?? '';
      const target = this.#anchors.get(name);
      if (!target) throw new YamlError(`unknown anchor '${name}' referenced`, token.start);
      return { kind: 'alias', name, target, start: token.start, end: token.end };
    }
    const { start } = this.#token;
    let anchor: string | undefined;
    let tag: string | undefined;
    let end = start;
    for (let i = 0; i < 2; i++) {
      if (anchor === undefined && this.#at('anchor')) ({ value: anchor, end } = this.#take());
      else if (tag === undefined && this.#at('tag')) {
        const token = this.#take();
        end = token.end;
        tag = this.#tagOf(token, start);
      }
    }
    const remember = <T extends YamlNode>(node: T): T => {
      if (anchor !== undefined) this.#anchors.set(anchor, node);
      return node;
    };
    const head = { start, ...(tag !== undefined && tag !== '!' && { tag }) };
    const { kind } = this.#token;
    if (indentless && kind === '-') return this.#indentlessSequence(remember({ kind: 'sequence', ...head, end, items: [] }));
    if (kind === 'scalar') {
      const token = this.#take();
      return remember({ kind: 'scalar', ...head, end: token.end, value: token.value ?? '', style: token.style ?? 'plain' });
    }
    if (kind === '[') return this.#flowSequence(remember({ kind: 'sequence', ...head, end, items: [] }));
    if (kind === '{') return this.#flowMapping(remember({ kind: 'mapping', ...head, end, entries: [] }));
    if (block && kind === 'block sequence') return this.#blockSequence(remember({ kind: 'sequence', ...head, end, items: [] }));
    if (block && kind === 'block mapping') return this.#blockMapping(remember({ kind: 'mapping', ...head, end, entries: [] }));
    if (anchor !== undefined || tag !== undefined) return remember({ kind: 'scalar', ...head, end, value: '', style: 'plain' });
    throw parserError('did not find expected node content', this.#token.start, start);
  }

  #tagOf(token: Token, start: Mark): string {
    const suffix = token.suffix ?? '';
    const prefix = token.value ? this.#handles.get(token.value) : '';
    if (prefix === undefined) throw parserError('found undefined tag handle', token.start, start);
    return (prefix + suffix).replace(/^tag:yaml\.org,2002:/, '!!');
  }

  #blockSequence(node: SequenceNode): YamlNode {
    const { start } = this.#take();
    while (this.#at('-')) {
      const { end } = this.#take();
      node.items.push(this.#at('-', 'block end') ? empty(end) : this.#node(true, false));
    }
    if (!this.#at('block end')) throw parserError("did not find expected '-' indicator", this.#token.start, start);
    return { ...node, items: node.items, end: this.#take().end };
  }

  #indentlessSequence(node: SequenceNode): YamlNode {
    while (this.#at('-')) {
      const { end } = this.#take();
      node.items.push(this.#at('-', 'key', 'value', 'block end') ? empty(end) : this.#node(true, false));
    }
    return node;
  }

  #blockMapping(node: MappingNode): YamlNode {
    const { start } = this.#take();
    const part = (): YamlNode => {
      const { end } = this.#take();
      return this.#at('key', 'value', 'block end') ? empty(end) : this.#node(true, true);
    };
    while (this.#at('key')) {
      const key = part();
      node.entries.push([key, this.#at('value') ? part() : empty(this.#token.start)]);
    }
    if (!this.#at('block end')) throw parserError('did not find expected key', this.#token.start, start);
    this.#take();
    return node;
  }

  #flowSequence(node: SequenceNode): YamlNode {
    const { start } = this.#take();
    for (let first = true; !this.#at(']'); first = false) {
      if (!first) {
        if (!this.#at(',')) throw parserError("did not find expected ',' or ']'", this.#token.start, start);
        this.#take();
      }
      if (this.#at('key')) node.items.push(this.#pair());
      else if (!this.#at(']')) node.items.push(this.#node(false, false));
    }
    this.#take();
    return node;
  }

  /** `[a: b]`: a mapping of one entry. */
  #pair(): YamlNode {
    const { start } = this.#take();
    let key: YamlNode;
    if (this.#at('value', ',', ']')) {
      key = empty(this.#token.end);
      // libyaml steps over this token, whatever it is.
      this.#take();
    } else key = this.#node(false, false);
    let value = empty(this.#token.start);
    if (this.#at('value')) {
      this.#take();
      value = this.#at(',', ']') ? empty(this.#token.start) : this.#node(false, false);
    }
    return { kind: 'mapping', start, end: value.end, entries: [[key, value]] };
  }

  #flowMapping(node: MappingNode): YamlNode {
    const { start } = this.#take();
    for (let first = true; !this.#at('}'); first = false) {
      if (!first) {
        if (!this.#at(',')) throw parserError("did not find expected ',' or '}'", this.#token.start, start);
        this.#take();
      }
      if (this.#at('key')) {
        this.#take();
        const key = this.#at('value', ',', '}') ? empty(this.#token.start) : this.#node(false, false);
        let value = empty(this.#token.start);
        if (this.#at('value')) {
          this.#take();
          value = this.#at(',', '}') ? empty(this.#token.start) : this.#node(false, false);
        }
        node.entries.push([key, value]);
      } else if (!this.#at('}')) {
        const key = this.#node(false, false);
        node.entries.push([key, empty(this.#token.start)]);
      }
    }
    this.#take();
    return node;
  }
}

function empty(mark: Mark): YamlNode {
  return { kind: 'scalar', start: mark, end: mark, value: '', style: 'plain' };
}
