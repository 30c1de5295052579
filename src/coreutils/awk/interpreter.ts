import type { Tool } from '../program/index.ts';
import { localTime, strftime, timeZoneOf } from '../program/index.ts';
import { seededRandom } from '../../base/index.ts';
import { byteText, plainText } from './byte-text.ts';
import { awkPrintf } from './printf.ts';
import { AwkRecord, awkRegex, splitFields } from './record.ts';
import { Streams } from './streams.ts';
import type { AwkFunction, AwkProgram, Expression } from './syntax.ts';
import { AwkRuntimeError, compare, isTrue, numberText, type Scalar, toNumber, toText } from './value.ts';

/** An associative array. */
export type AwkArray = Map<string, Scalar>;

/** A variable. A parameter without a value remembers what it was given, in case it becomes an array. */
export interface Cell {
  value: Scalar | AwkArray;
  origin?: Cell | undefined;
}

/** Evaluates expressions that do not block; statements and what blocks are the Runner's. */
export class Interpreter {
  readonly tool: Tool;
  readonly program: AwkProgram;
  readonly globals = new Map<string, Cell>();
  readonly record: AwkRecord;
  readonly streams: Streams;
  frame: Map<string, Cell> | undefined;
  #random = seededRandom(1);
  #seed = 0;
  /** Runs a function's body without blocking; set by the Runner. */
  callFunction: (fn: AwkFunction, frame: Map<string, Cell>) => Scalar = () => undefined;

  constructor(tool: Tool, program: AwkProgram) {
    this.tool = tool;
    this.program = program;
    this.streams = new Streams(tool);
    this.record = new AwkRecord(() => this.text('OFS'));
    const defaults: [string, Scalar][] = [['FS', ' '], ['OFS', ' '], ['ORS', '\n'], ['RS', '\n'], ['NR', 0], ['FNR', 0], ['SUBSEP', '\x1c'], ['CONVFMT', '%.6g'], ['OFMT', '%.6g'], ['RSTART', 0], ['RLENGTH', -1], ['FILENAME', undefined]];
    for (const [name, value] of defaults) this.globals.set(name, { value });
    this.#seedWith(Math.floor(tool.process.clock.now() / 1000));
  }

  #seedWith(seed: number): number {
    const old = this.#seed;
    this.#seed = seed;
    this.#random = seededRandom(Math.trunc(seed * 7919 + 17));
    return old;
  }

  cell(name: string): Cell {
    const local = this.frame?.get(name);
    if (local) return local;
    let cell = this.globals.get(name);
    if (!cell) this.globals.set(name, cell = { value: undefined });
    return cell;
  }

  array(name: string): AwkArray {
    return this.arrayOf(this.cell(name), name);
  }

  arrayOf(cell: Cell, name: string): AwkArray {
    if (cell.value instanceof Map) return cell.value;
    if (cell.value !== undefined) throw new AwkRuntimeError(`can't use scalar ${name} as array`);
    const array = cell.origin ? this.arrayOf(cell.origin, name) : new Map<string, Scalar>();
    cell.value = array;
    return array;
  }

  get convfmt(): string {
    const value = this.globals.get('CONVFMT')?.value;
    return typeof value === 'string' ? value : '%.6g';
  }

  get(name: string): Scalar {
    if (name === 'NF') return this.record.count;
    const { value } = this.cell(name);
    if (value instanceof Map) throw new AwkRuntimeError(`can't use array ${name} as scalar`);
    return value;
  }

  text(name: string): string {
    return toText(this.get(name), this.convfmt);
  }

  set(name: string, value: Scalar): void {
    if (name === 'NF') {
      this.record.count = Math.trunc(toNumber(value));
      return;
    }
    const cell = this.cell(name);
    if (cell.value instanceof Map) throw new AwkRuntimeError(`can't assign to ${name}; it's an array name.`);
    cell.value = value;
    if (name === 'FS') this.record.separator = toText(value, this.convfmt);
  }

  string(expression: Expression): string {
    return toText(this.evaluate(expression), this.convfmt);
  }

  number(expression: Expression): number {
    return toNumber(this.evaluate(expression));
  }

  key(keys: readonly Expression[]): string {
    const [only] = keys;
    if (keys.length === 1 && only) {
      const value = this.evaluate(only);
      return typeof value === 'number' ? numberText(value, this.convfmt) : toText(value, this.convfmt);
    }
    return keys.map((key) => this.string(key)).join(this.text('SUBSEP'));
  }

  /** A regular expression from a constant or from text. */
  regex(expression: Expression): RegExp {
    return awkRegex(expression.kind === 'regex' ? expression.source : this.string(expression));
  }

  assign(target: Expression, value: Scalar): Scalar {
    if (target.kind === 'name') this.set(target.name, value);
    else if (target.kind === 'element') this.array(target.name).set(this.key(target.keys), value);
    else if (target.kind === 'field') {
      const index = Math.trunc(this.number(target.index));
      if (index < 0) throw new AwkRuntimeError(`negative field index $${index}`, true);
      this.record.put(index, toText(value, this.convfmt));
    } else if (target.kind === 'group' && target.items[0]) return this.assign(target.items[0], value);
    return value;
  }

  evaluate(expression: Expression): Scalar {
    switch (expression.kind) {
      case 'number': case 'string': return expression.value;
      case 'name': return this.get(expression.name);
      case 'field': {
        const index = Math.trunc(this.number(expression.index));
        if (index < 0) throw new AwkRuntimeError(`negative field index $${index}`, true);
        return this.record.get(index);
      }
      case 'element': {
        const array = this.array(expression.name);
        const key = this.key(expression.keys);
        if (!array.has(key)) array.set(key, undefined);
        return array.get(key);
      }
      case 'regex': return awkRegex(expression.source).test(this.record.text) ? 1 : 0;
      case 'group': {
        const [only] = expression.items;
        if (expression.items.length === 1 && only) return this.evaluate(only);
        return this.key(expression.items);
      }
      case 'binary': return this.#binary(expression.operator, expression.left, expression.right);
      case 'and': return isTrue(this.evaluate(expression.left)) && isTrue(this.evaluate(expression.right)) ? 1 : 0;
      case 'or': return isTrue(this.evaluate(expression.left)) || isTrue(this.evaluate(expression.right)) ? 1 : 0;
      case 'unary': {
        const value = this.evaluate(expression.operand);
        return expression.operator === '!' ? (isTrue(value) ? 0 : 1) : expression.operator === '-' ? -toNumber(value) : toNumber(value);
      }
      case 'match': {
        const text = this.string(expression.left);
        return this.regex(expression.right).test(text) !== expression.negated ? 1 : 0;
      }
      case 'in': return this.array(expression.name).has(this.key(expression.keys)) ? 1 : 0;
      case 'condition': return this.evaluate(isTrue(this.evaluate(expression.test)) ? expression.yes : expression.no);
      case 'assign': {
        if (expression.operator === '=') return this.assign(expression.target, this.evaluate(expression.value));
        const right = this.number(expression.value);
        return this.assign(expression.target, arithmetic(expression.operator.charAt(0), this.number(expression.target), right));
      }
      case 'step': {
        const old = this.number(expression.target);
        this.assign(expression.target, old + expression.by);
        return expression.prefix ? old + expression.by : old;
      }
      case 'call': {
        const fn = this.function(expression.name);
        return this.callFunction(fn, this.bind(fn, expression.args, (arg) => this.evaluate(arg)));
      }
      case 'builtin': return this.#builtin(expression.name, expression.args);
      default: throw new AwkRuntimeError('getline may not be used here');
    }
  }

  function(name: string): AwkFunction {
    const fn = this.program.functions.get(name);
    if (!fn) throw new AwkRuntimeError(`function ${name} never defined`);
    return fn;
  }

  /** The frame of a call: arrays by reference, scalars by value. */
  bind(fn: AwkFunction, args: readonly Expression[], evaluate: (arg: Expression) => Scalar): Map<string, Cell> {
    if (args.length > fn.parameters.length) throw new AwkRuntimeError(`too many arguments in call to ${fn.name}`);
    const frame = new Map<string, Cell>();
    fn.parameters.forEach((parameter, index) => {
      const arg = args[index];
      if (arg?.kind === 'name' && arg.name !== 'NF') {
        const cell = this.cell(arg.name);
        frame.set(parameter, cell.value === undefined ? { value: undefined, origin: cell } : { value: cell.value });
      } else frame.set(parameter, { value: arg === undefined ? undefined : evaluate(arg) });
    });
    return frame;
  }

  #binary(operator: string, left: Expression, right: Expression): Scalar {
    if (operator === ' ') {
      const first = this.string(left);
      return first + this.string(right);
    }
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    switch (operator) {
      case '<': return compare(a, b, this.convfmt) < 0 ? 1 : 0;
      case '<=': return compare(a, b, this.convfmt) <= 0 ? 1 : 0;
      case '>': return compare(a, b, this.convfmt) > 0 ? 1 : 0;
      case '>=': return compare(a, b, this.convfmt) >= 0 ? 1 : 0;
      case '==': return compare(a, b, this.convfmt) === 0 ? 1 : 0;
      case '!=': return compare(a, b, this.convfmt) !== 0 ? 1 : 0;
      default: return arithmetic(operator, toNumber(a), toNumber(b));
    }
  }

  #builtin(name: string, args: readonly Expression[]): Scalar {
    const [first, second, third] = args;
    const text = (arg: Expression | undefined): string => (arg ? this.string(arg) : '');
    const number = (arg: Expression | undefined): number => (arg ? this.number(arg) : 0);
    switch (name) {
      case 'length': {
        if (!first) return this.record.text.length;
        if (first.kind === 'name') {
          const { value } = this.cell(first.name);
          if (value instanceof Map) return value.size;
        }
        return text(first).length;
      }
      case 'substr': {
        const source = text(first);
        const start = Math.trunc(number(second));
        // What mawk 1.3.4 of 2025 does with a start before the text: it takes more, not less.
        const length = third ? Math.trunc(number(third)) - Math.min(start, 0) : Infinity;
        const from = Math.max(start, 1) - 1;
        return length > 0 ? source.slice(from, length === Infinity ? undefined : from + length) : '';
      }
      case 'index': return text(first).indexOf(text(second)) + 1;
      case 'split': return this.#split(text(first), second, third);
      case 'sub': case 'gsub': return this.#substitute(name === 'gsub', first, second, third);
      case 'match': {
        const match = second ? this.regex(second).exec(text(first)) : null;
        this.set('RSTART', match ? match.index + 1 : 0);
        this.set('RLENGTH', match ? match[0].length : -1);
        return match ? match.index + 1 : 0;
      }
      case 'sprintf': return awkPrintf('sprintf', text(first), args.slice(1).map((arg) => this.evaluate(arg)), this.convfmt);
      case 'sin': return Math.sin(number(first));
      case 'cos': return Math.cos(number(first));
      case 'atan2': return Math.atan2(number(first), number(second));
      case 'exp': return Math.exp(number(first));
      case 'log': return Math.log(number(first));
      case 'sqrt': return Math.sqrt(number(first));
      case 'int': return Math.trunc(number(first));
      case 'rand': {
        const [a = 0, b = 0, c = 0, d = 0] = this.#random(4);
        return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32;
      }
      case 'srand': return this.#seedWith(first ? number(first) : Math.floor(this.tool.process.clock.now() / 1000));
      case 'tolower': return text(first).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
      case 'toupper': return text(first).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
      case 'systime': return Math.floor(this.tool.process.clock.now() / 1000);
      case 'strftime': return byteText(strftime(first ? plainText(text(first)) : '%c', localTime(second ? number(second) * 1000 : this.tool.process.clock.now(), third && number(third) ? 'UTC' : timeZoneOf(this.tool.process))));
      case 'mktime': {
        const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text(first).split(/\s+/).map(Number);
        return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
      }
      default: throw new AwkRuntimeError(`${name} may not be used here`);
    }
  }

  #split(source: string, target: Expression | undefined, separator: Expression | undefined): number {
    if (target?.kind !== 'name') throw new AwkRuntimeError('second argument of split must be an array');
    const by = separator === undefined ? this.text('FS') : separator.kind === 'regex' ? awkRegex(separator.source) : this.string(separator);
    const array = this.array(target.name);
    array.clear();
    const pieces = splitFields(source, by);
    const record = new AwkRecord(() => ' ');
    pieces.forEach((piece, index) => {
      record.set(piece);
      array.set(String(index + 1), record.get(0));
    });
    return pieces.length;
  }

  #substitute(all: boolean, pattern: Expression | undefined, replacement: Expression | undefined, target: Expression | undefined): number {
    if (!pattern || !replacement) return 0;
    const lvalue: Expression = target ?? { kind: 'field', index: { kind: 'number', value: 0 } };
    const with_ = this.string(replacement);
    const source = this.string(lvalue);
    const regex = this.regex(pattern);
    const build = with_.includes('&') || with_.includes('\\') ? (match: string) => with_.replace(/\\\\&|\\&|&/g, (piece) => (piece === '&' ? match : piece === '\\&' ? '&' : `\\${match}`)) : () => with_;
    let count = 0;
    let result = '';
    let from = 0;
    let lastEnd = -1;
    for (let match = regex.exec(source); match; match = regex.exec(source)) {
      const end = match.index + match[0].length;
      if (match[0] === '') regex.lastIndex++;
      if (!(match[0] === '' && match.index === lastEnd)) {
        count++;
        result += source.slice(from, match.index) + build(match[0]);
        from = end;
        lastEnd = end;
      }
      if (!all || regex.lastIndex > source.length) break;
    }
    if (count > 0) this.assign(lvalue, result + source.slice(from));
    return count;
  }
}

function arithmetic(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    case '%': return a % b;
    default: return a ** b;
  }
}
