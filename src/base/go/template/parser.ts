import { goQuote, goUnquote } from '../quote.ts';
import { TemplateError } from './error.ts';
import { Lexer, type Item, type ItemType } from './lexer.ts';
import { nodeText, type Command, type List, type Operand, type Pipe, type Statement } from './node.ts';
import { parseNumber } from './number.ts';

/** A template's own list and those it defines, by name. */
export interface ParsedTemplate {
  root: List;
  defined: Map<string, List>;
}

/** What ends a list. */
type Terminator = { kind: 'end' } | { kind: 'else' };

/** Parses a template. `hasFunction` tells which functions exist. Throws TemplateError. */
export function parseTemplate(name: string, text: string, hasFunction: (name: string) => boolean): ParsedTemplate {
  return new Parser(name, text, hasFunction).parse();
}

class Parser {
  readonly #name: string;
  readonly #lexer: Lexer;
  readonly #hasFunction: (name: string) => boolean;
  readonly #defined = new Map<string, List>();
  readonly #queue: Item[] = [];
  #variables = ['$'];
  #rangeDepth = 0;
  #line = 1;
  #actionLine = 0;

  constructor(name: string, text: string, hasFunction: (name: string) => boolean) {
    this.#name = name;
    this.#lexer = new Lexer(text);
    this.#hasFunction = hasFunction;
  }

  parse(): ParsedTemplate {
    const root: List = { kind: 'list', pos: 0, nodes: [] };
    while (this.#peek().type !== 'eof') {
      if (this.#peek().type === 'leftDelim') {
        const delimiter = this.#next();
        const word = this.#nextNonSpace();
        if (word.type === 'keyword' && word.value === 'define') {
          this.#definition();
          continue;
        }
        this.#queue.unshift(delimiter, word);
      }
      const node = this.#textOrAction();
      if (node.kind === 'end' || node.kind === 'else') throw this.#error(`unexpected {{${node.kind}}}`);
      root.nodes.push(node);
    }
    return { root, defined: this.#defined };
  }

  // Items

  #next(): Item {
    const item = this.#queue.shift() ?? this.#lexer.next();
    this.#line = item.line;
    return item;
  }

  #peek(): Item {
    if (this.#queue.length === 0) this.#queue.push(this.#lexer.next());
    const [item] = this.#queue;
    if (!item) throw this.#error('unexpected EOF');
    this.#line = item.line;
    return item;
  }

  #nextNonSpace(): Item {
    let item = this.#next();
    while (item.type === 'space') item = this.#next();
    return item;
  }

  #peekNonSpace(): Item {
    const item = this.#nextNonSpace();
    this.#queue.unshift(item);
    return item;
  }

  #expect(type: ItemType, context: string): Item {
    const item = this.#nextNonSpace();
    if (item.type !== type) throw this.#unexpected(item, context);
    return item;
  }

  #error(message: string): TemplateError {
    return new TemplateError(`template: ${this.#name}:${this.#line}: ${message}`);
  }

  #unexpected(item: Item, context: string): TemplateError {
    if (item.type === 'error') {
      let extra = '';
      if (this.#actionLine !== 0 && this.#actionLine !== item.line) {
        extra = ` in action started at ${this.#name}:${this.#actionLine}`;
        if (item.value.endsWith(' action')) extra = extra.slice(' in action'.length);
      }
      return this.#error(item.value + extra);
    }
    return this.#error(`unexpected ${itemText(item)} in ${context}`);
  }

  // Statements

  #definition(): void {
    const context = 'define clause';
    const name = this.#templateName(this.#nextNonSpace(), context);
    this.#expect('rightDelim', context);
    this.#define(name, this.#scoped(() => this.#listToEnd(context)));
  }

  #define(name: string, list: List): void {
    const previous = this.#defined.get(name);
    if (!previous || isEmpty(previous)) this.#defined.set(name, list);
    else if (!isEmpty(list)) throw this.#error(`template: multiple definition of template ${goQuote(name)}`);
  }

  #scoped<T>(parse: () => T): T {
    const [variables, rangeDepth] = [this.#variables, this.#rangeDepth];
    this.#variables = ['$'];
    this.#rangeDepth = 0;
    const parsed = parse();
    this.#variables = variables;
    this.#rangeDepth = rangeDepth;
    return parsed;
  }

  #listToEnd(context: string): List {
    const { list, end } = this.#list();
    if (end.kind !== 'end') throw this.#error(`unexpected {{else}} in ${context}`);
    return list;
  }

  #list(): { list: List; end: Terminator } {
    const list: List = { kind: 'list', pos: this.#peekNonSpace().pos, nodes: [] };
    while (this.#peekNonSpace().type !== 'eof') {
      const node = this.#textOrAction();
      if (node.kind === 'end' || node.kind === 'else') return { list, end: node as Terminator };
      list.nodes.push(node);
    }
    throw this.#error('unexpected EOF');
  }

  #textOrAction(): Statement | Terminator {
    const item = this.#nextNonSpace();
    if (item.type === 'text') return { kind: 'text', pos: item.pos, text: item.value };
    if (item.type !== 'leftDelim') throw this.#unexpected(item, 'input');
    this.#actionLine = item.line;
    const node = this.#action();
    this.#actionLine = 0;
    return node;
  }

  #action(): Statement | Terminator {
    const item = this.#nextNonSpace();
    if (item.type !== 'keyword') {
      this.#queue.unshift(item);
      return { kind: 'action', pos: item.pos, pipe: this.#pipeline('command', 'rightDelim') };
    }
    switch (item.value) {
      case 'if':
      case 'range':
      case 'with':
        return this.#control(item.value);
      case 'break':
      case 'continue': {
        const after = this.#nextNonSpace();
        if (after.type !== 'rightDelim') throw this.#unexpected(after, `{{${item.value}}}`);
        if (this.#rangeDepth === 0) throw this.#error(`{{${item.value}}} outside {{range}}`);
        return { kind: item.value, pos: item.pos };
      }
      case 'else': {
        const after = this.#peekNonSpace();
        if (after.type !== 'keyword' || (after.value !== 'if' && after.value !== 'with')) this.#expect('rightDelim', 'else');
        return { kind: 'else' };
      }
      case 'end':
        this.#expect('rightDelim', 'end');
        return { kind: 'end' };
      case 'template':
        return this.#templateCall();
      case 'block':
        return this.#block();
      default:
        throw this.#unexpected(item, 'command');
    }
  }

  #control(kind: 'if' | 'range' | 'with'): Statement {
    const variables = [...this.#variables];
    const pipe = this.#pipeline(kind, 'rightDelim');
    if (kind === 'range') this.#rangeDepth++;
    const { list, end } = this.#list();
    if (kind === 'range') this.#rangeDepth--;
    let elseList: List | undefined;
    if (end.kind === 'else') {
      const after = this.#peekNonSpace();
      if (after.type === 'keyword' && after.value === kind && kind !== 'range') {
        this.#next();
        elseList = { kind: 'list', pos: after.pos, nodes: [this.#control(kind)] };
      } else {
        const rest = this.#list();
        if (rest.end.kind !== 'end') throw this.#error('expected end; found {{else}}');
        elseList = rest.list;
      }
    }
    this.#variables = variables;
    return { kind, pos: pipe.pos, pipe, list, elseList };
  }

  #templateName(item: Item, context: string): string {
    if (item.type !== 'string' && item.type !== 'rawString') throw this.#unexpected(item, context);
    const name = goUnquote(item.value);
    if (name === undefined) throw this.#error('invalid syntax');
    return name;
  }

  #templateCall(): Statement {
    const item = this.#nextNonSpace();
    const name = this.#templateName(item, 'template clause');
    const after = this.#nextNonSpace();
    if (after.type === 'rightDelim') return { kind: 'template', pos: item.pos, name, pipe: undefined };
    this.#queue.unshift(after);
    return { kind: 'template', pos: item.pos, name, pipe: this.#pipeline('template clause', 'rightDelim') };
  }

  #block(): Statement {
    const context = 'block clause';
    const item = this.#nextNonSpace();
    const name = this.#templateName(item, context);
    const pipe = this.#pipeline(context, 'rightDelim');
    this.#define(name, this.#scoped(() => this.#listToEnd(context)));
    return { kind: 'template', pos: item.pos, name, pipe };
  }

  // Pipelines

  #pipeline(context: string, end: ItemType): Pipe {
    const pipe: Pipe = { kind: 'pipe', pos: this.#peekNonSpace().pos, assigns: false, declarations: [], commands: [] };
    this.#declarations(pipe, context);
    for (;;) {
      const item = this.#nextNonSpace();
      if (item.type === end) break;
      if (!isOperandStart(item.type)) throw this.#unexpected(item, context);
      this.#queue.unshift(item);
      pipe.commands.push(this.#command());
    }
    if (pipe.commands.length === 0) throw this.#error(`missing value for ${context}`);
    for (const [i, command] of pipe.commands.entries()) {
      const kind = command.args[0]?.kind ?? '';
      if (i > 0 && ['bool', 'dot', 'nil', 'number', 'string'].includes(kind)) throw this.#error(`non executable command in pipeline stage ${i + 1}`);
    }
    return pipe;
  }

  #declarations(pipe: Pipe, context: string): void {
    for (;;) {
      const variable = this.#peekNonSpace();
      if (variable.type !== 'variable') return;
      this.#next();
      const after = this.#peek();
      const next = this.#peekNonSpace();
      if (next.type === 'assign' || next.type === 'declare') {
        pipe.assigns = next.type === 'assign';
        this.#nextNonSpace();
        this.#declare(pipe, variable.value);
        return;
      }
      if (next.type === 'char' && next.value === ',') {
        this.#nextNonSpace();
        this.#declare(pipe, variable.value);
        if (context !== 'range' || pipe.declarations.length >= 2) throw this.#error(`too many declarations in ${context}`);
        if (!['variable', 'rightDelim', 'rightParen'].includes(this.#peekNonSpace().type)) throw this.#error('range can only initialize variables');
        continue;
      }
      if (after.type === 'space') this.#queue.unshift(variable, after);
      else this.#queue.unshift(variable);
      return;
    }
  }

  #declare(pipe: Pipe, name: string): void {
    pipe.declarations.push({ name });
    this.#variables.push(name);
  }

  #command(): Command {
    const command: Command = { kind: 'command', pos: this.#peekNonSpace().pos, args: [] };
    for (;;) {
      this.#peekNonSpace();
      const operand = this.#operand();
      if (operand) command.args.push(operand);
      const item = this.#next();
      if (item.type === 'space') continue;
      if (item.type === 'rightDelim' || item.type === 'rightParen') this.#queue.unshift(item);
      else if (item.type !== 'pipe') throw this.#unexpected(item, 'operand');
      break;
    }
    if (command.args.length === 0) throw this.#error('empty command');
    return command;
  }

  #operand(): Operand | undefined {
    const node = this.#term();
    if (!node || this.#peek().type !== 'field') return node;
    const { pos } = this.#peek();
    const fields: string[] = [];
    while (this.#peek().type === 'field') fields.push(this.#next().value.slice(1));
    switch (node.kind) {
      case 'field':
      case 'variable':
        return { kind: node.kind, pos, idents: [...node.idents, ...fields] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        throw this.#error(`unexpected . after term ${goQuote(nodeText(node))}`);
      default:
        return { kind: 'chain', pos, node, fields };
    }
  }

  #term(): Operand | undefined {
    const item = this.#nextNonSpace();
    const { pos, value } = item;
    switch (item.type) {
      case 'identifier':
        if (!this.#hasFunction(value)) throw this.#error(`function ${goQuote(value)} not defined`);
        return { kind: 'identifier', pos, name: value };
      case 'dot':
        return { kind: 'dot', pos };
      case 'nil':
        return { kind: 'nil', pos };
      case 'bool':
        return { kind: 'bool', pos, value: value === 'true' };
      case 'field':
        return { kind: 'field', pos, idents: [value.slice(1)] };
      case 'variable':
        if (!this.#variables.includes(value)) throw this.#error(`undefined variable ${goQuote(value)}`);
        return { kind: 'variable', pos, idents: [value] };
      case 'number':
      case 'charConstant': {
        const number = parseNumber(value);
        if (number === undefined) throw this.#error(item.type === 'charConstant' ? `malformed character constant: ${value}` : `illegal number syntax: ${goQuote(value)}`);
        return { kind: 'number', pos, text: value, value: number };
      }
      case 'leftParen':
        return this.#pipeline('parenthesized pipeline', 'rightParen');
      case 'string':
      case 'rawString': {
        const text = goUnquote(value);
        if (text === undefined) throw this.#error('invalid syntax');
        return { kind: 'string', pos, quoted: value, text };
      }
      default:
        this.#queue.unshift(item);
        return undefined;
    }
  }
}

function isOperandStart(type: ItemType): boolean {
  return ['bool', 'charConstant', 'dot', 'field', 'identifier', 'number', 'nil', 'rawString', 'string', 'variable', 'leftParen'].includes(type);
}

function isEmpty(list: List): boolean {
  return list.nodes.every((node) => node.kind === 'text' && node.text.trim() === '');
}

/** An item as Go's parser names it. */
function itemText(item: Item): string {
  if (item.type === 'eof') return 'EOF';
  if (item.type === 'keyword' || item.type === 'dot' || item.type === 'nil') return `<${item.value}>`;
  return item.value.length > 10 ? `${goQuote(item.value.slice(0, 10))}...` : goQuote(item.value);
}
