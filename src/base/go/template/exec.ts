import { formatValue } from '../print.ts';
import { goQuote } from '../quote.ts';
import { GoMap, GoNamed, GoPointer, GoSlice, GoStruct, indirect, isTrue, typeOf, type GoFunction, type GoParameter, type GoValue } from '../value.ts';
import { TemplateError } from './error.ts';
import { nodeText, type Command, type List, type Node, type Operand, type Pipe, type Statement } from './node.ts';

/** What execution needs of a parsed template. */
export interface Executable {
  readonly name: string;
  readonly text: string;
  readonly root: List;
  readonly defined: ReadonlyMap<string, List>;
  readonly functions: Readonly<Record<string, GoFunction>>;
  /** A missing map key is an error instead of no value. */
  readonly missingKeyError: boolean;
}

/** No final argument: the command is the first of its pipeline. */
const missing = Symbol('missing');
type Final = GoValue | typeof missing;

class LoopControl {
  readonly kind: 'break' | 'continue';

  constructor(kind: 'break' | 'continue') {
    this.kind = kind;
  }
}

/** Executes a template over `data`; `write` gets the output as it comes, also before an error. Throws TemplateError. */
export function executeTemplate(template: Executable, data: GoValue, write: (text: string) => void): void {
  new Execution(template, template.name, data, write, 0).list(data, template.root);
}

class Execution {
  readonly #template: Executable;
  readonly #name: string;
  readonly #write: (text: string) => void;
  readonly #depth: number;
  readonly #variables: { name: string; value: GoValue }[];
  #node: Node | undefined;

  constructor(template: Executable, name: string, data: GoValue, write: (text: string) => void, depth: number) {
    this.#template = template;
    this.#name = name;
    this.#write = write;
    this.#depth = depth;
    this.#variables = [{ name: '$', value: data }];
  }

  list(dot: GoValue, list: List): void {
    this.#node = list;
    for (const node of list.nodes) this.#walk(dot, node);
  }

  #error(message: string): TemplateError {
    if (!this.#node) return new TemplateError(`template: ${this.#name}: ${message}`);
    const before = this.#template.text.slice(0, this.#node.pos);
    const line = before.split('\n').length;
    const lineStart = before.lastIndexOf('\n') + 1;
    const column = new TextEncoder().encode(before.slice(lineStart)).length;
    return new TemplateError(`template: ${this.#template.name}:${line}:${column}: executing ${goQuote(this.#name)} at <${nodeText(this.#node)}>: ${message}`);
  }

  #walk(dot: GoValue, node: Statement): void {
    this.#node = node;
    switch (node.kind) {
      case 'text':
        this.#write(node.text);
        break;
      case 'action': {
        const value = this.#pipeline(dot, node.pipe);
        this.#node = node;
        if (node.pipe.declarations.length === 0) this.#write(printed(value));
        break;
      }
      case 'if':
      case 'with': {
        const mark = this.#variables.length;
        const value = this.#pipeline(dot, node.pipe);
        if (isTrue(value)) this.list(node.kind === 'with' ? value : dot, node.list);
        else if (node.elseList) this.list(dot, node.elseList);
        this.#variables.length = mark;
        break;
      }
      case 'range':
        this.#range(dot, node.pipe, node.list, node.elseList);
        break;
      case 'template': {
        const list = this.#template.defined.get(node.name) ?? (node.name === this.#template.name ? this.#template.root : undefined);
        if (!list) throw this.#error(`template ${goQuote(node.name)} not defined`);
        if (this.#depth >= 1000) throw this.#error('exceeded maximum template depth (100000)');
        const data = node.pipe && this.#pipeline(dot, node.pipe);
        new Execution(this.#template, node.name, data, this.#write, this.#depth + 1).list(data, list);
        break;
      }
      default:
        throw new LoopControl(node.kind);
    }
  }

  #range(dot: GoValue, pipe: Pipe, list: List, elseList: List | undefined): void {
    const mark = this.#variables.length;
    const { value } = indirect(this.#pipeline(dot, pipe));
    let iterations: [GoValue, GoValue][];
    if (value instanceof GoSlice) iterations = value.items.map((item, i) => [i, item]);
    else if (value instanceof GoMap) iterations = value.sortedKeys().map((key) => [key, value.entries.get(key)]);
    else if (typeof value === 'number') {
      if (pipe.declarations.length > 1) throw this.#error(`can't use ${value} to iterate over more than one variable`);
      iterations = Array.from({ length: Math.max(0, value) }, (_, i) => [undefined, i]);
    } else if (value === undefined || (value instanceof GoPointer && value.target === undefined)) iterations = [];
    else throw this.#error(`range can't iterate over ${formatValue(value)}`);

    const inner = this.#variables.length;
    for (const [key, item] of iterations) {
      this.#bind(pipe, key, item, inner);
      try {
        this.list(item, list);
      } catch (control) {
        if (!(control instanceof LoopControl)) throw control;
        if (control.kind === 'break') break;
      } finally {
        this.#variables.length = inner;
      }
    }
    if (iterations.length === 0 && elseList) this.list(dot, elseList);
    this.#variables.length = mark;
  }

  /** Gives the loop's variables their values: the last declared is the element, the one before it the key. */
  #bind(pipe: Pipe, key: GoValue, item: GoValue, top: number): void {
    const values = pipe.declarations.length > 1 ? [key, item] : [item];
    for (const [i, { name }] of pipe.declarations.entries()) {
      if (pipe.assigns) this.#assign(name, values[i]);
      else this.#variables[top - pipe.declarations.length + i] = { name, value: values[i] };
    }
  }

  #assign(name: string, value: GoValue): void {
    const variable = this.#variables.findLast((candidate) => candidate.name === name);
    if (!variable) throw this.#error(`undefined variable: ${name}`);
    variable.value = value;
  }

  #pipeline(dot: GoValue, pipe: Pipe): GoValue {
    this.#node = pipe;
    let value: Final = missing;
    for (const command of pipe.commands) value = this.#command(dot, command, value);
    const result = value === missing ? undefined : value;
    for (const { name } of pipe.declarations) {
      if (pipe.assigns) this.#assign(name, result);
      else this.#variables.push({ name, value: result });
    }
    return result;
  }

  #command(dot: GoValue, command: Command, final: Final): GoValue {
    const [first] = command.args;
    if (!first) return undefined;
    switch (first.kind) {
      case 'field':
        this.#node = first;
        return this.#fieldChain(dot, dot, first, first.idents, command.args, final);
      case 'chain':
        return this.#chain(dot, first, command.args, final);
      case 'identifier':
        return this.#function(dot, first.name, first, command, command.args, final);
      case 'variable':
        return this.#variable(dot, first, command.args, final);
      case 'pipe':
        this.#notAFunction(command.args, final);
        return this.#pipeline(dot, first);
      default:
    }
    this.#node = first;
    this.#notAFunction(command.args, final);
    if (first.kind === 'nil') throw this.#error('nil is not a command');
    return this.#constant(dot, first);
  }

  #constant(dot: GoValue, operand: Operand): GoValue {
    switch (operand.kind) {
      case 'dot':
        return dot;
      case 'bool':
      case 'number':
        return operand.value;
      case 'string':
        return operand.text;
      default:
        throw this.#error(`can't handle assignment of ${nodeText(operand)} to empty interface argument`);
    }
  }

  #notAFunction(args: readonly Operand[], final: Final): void {
    const [first] = args;
    if (first && (args.length > 1 || final !== missing)) throw this.#error(`can't give argument to non-function ${nodeText(first)}`);
  }

  #chain(dot: GoValue, chain: Extract<Operand, { kind: 'chain' }>, args: readonly Operand[], final: Final): GoValue {
    this.#node = chain;
    if (chain.node.kind === 'nil') throw this.#error(`indirection through explicit nil in ${nodeText(chain)}`);
    const receiver = this.#argument(dot, 'value', chain.node);
    return this.#fieldChain(dot, receiver, chain, chain.fields, args, final);
  }

  #variable(dot: GoValue, variable: Extract<Operand, { kind: 'variable' }>, args: readonly Operand[], final: Final): GoValue {
    this.#node = variable;
    const [name = '', ...fields] = variable.idents;
    const found = this.#variables.findLast((candidate) => candidate.name === name);
    if (!found) throw this.#error(`undefined variable: ${name}`);
    if (fields.length === 0) {
      this.#notAFunction(args, final);
      return found.value;
    }
    return this.#fieldChain(dot, found.value, variable, fields, args, final);
  }

  #fieldChain(dot: GoValue, receiver: GoValue, node: Node, names: readonly string[], args: readonly Operand[], final: Final): GoValue {
    let value = receiver;
    for (const [i, name] of names.entries()) {
      const last = i === names.length - 1;
      value = this.#field(dot, name, node, last ? args : [], last ? final : missing, value);
    }
    return value;
  }

  #field(dot: GoValue, name: string, node: Node, args: readonly Operand[], final: Final, receiver: GoValue): GoValue {
    if (receiver === undefined) {
      if (this.#template.missingKeyError) throw this.#error(`nil data; no entry for key ${goQuote(name)}`);
      return undefined;
    }
    const type = typeOf(receiver);
    const { value, isNil } = indirect(receiver);
    if (isNil) throw this.#error(`nil pointer evaluating ${type}.${name}`);
    const hasArguments = args.length > 1 || final !== missing;
    if (value instanceof GoStruct || value instanceof GoMap || value instanceof GoNamed) {
      const method = Object.hasOwn(value.methods, name) ? value.methods[name] : undefined;
      if (method) return this.#call(dot, method, node, name, args, final);
    }
    if (value instanceof GoStruct) {
      const field = value.field(name);
      if (field) {
        if (hasArguments) throw this.#error(`${name} has arguments but cannot be invoked as function`);
        return field.value;
      }
    }
    if (value instanceof GoMap) {
      if (hasArguments) throw this.#error(`${name} is not a method but has arguments`);
      if (!value.entries.has(name) && this.#template.missingKeyError) throw this.#error(`map has no entry for key ${goQuote(name)}`);
      return value.entries.get(name);
    }
    throw this.#error(`can't evaluate field ${name} in type ${type}`);
  }

  #function(dot: GoValue, name: string, node: Operand, call: Node, args: readonly Operand[], final: Final): GoValue {
    this.#node = node;
    const known = this.#template.functions[name];
    if (!known) throw this.#error(`${goQuote(name)} is not a defined function`);
    return this.#call(dot, known, call, name, args, final);
  }

  #call(dot: GoValue, known: GoFunction, node: Node, name: string, operands: readonly Operand[], final: Final): GoValue {
    const args = operands.slice(1);
    const count = args.length + (final === missing ? 0 : 1);
    const { parameters, variadic = false } = known;
    const fixed = variadic ? parameters.length - 1 : parameters.length;
    if (variadic && count < fixed) throw this.#error(`wrong number of args for ${name}: want at least ${fixed} got ${args.length}`);
    if (!variadic && count !== fixed) throw this.#error(`wrong number of args for ${name}: want ${fixed} got ${count}`);
    const parameterAt = (i: number): GoParameter => parameters[Math.min(i, parameters.length - 1)] ?? 'value';

    const values: GoValue[] = [];
    for (const [i, arg] of args.entries()) {
      values.push(this.#argument(dot, parameterAt(i), arg));
      // and, or: what decides is the result, the rest is not evaluated.
      if ((name === 'and' && !isTrue(values[i])) || (name === 'or' && isTrue(values[i]))) return values[i];
    }
    if (final !== missing) values.push(this.#typed(final, parameterAt(args.length)));
    try {
      if (name === 'call') return callValue(args[0] ? nodeText(args[0]) : formatValue(values[0]), values[0]);
      return known.call(values);
    } catch (error) {
      this.#node = node;
      throw this.#error(`error calling ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #argument(dot: GoValue, parameter: GoParameter, operand: Operand): GoValue {
    this.#node = operand;
    switch (operand.kind) {
      case 'dot':
        return this.#typed(dot, parameter);
      case 'nil':
        if (parameter === 'string' || parameter === 'int') throw this.#error(`cannot assign nil to ${parameter}`);
        return undefined;
      case 'field':
        return this.#typed(this.#fieldChain(dot, dot, operand, operand.idents, [operand], missing), parameter);
      case 'variable':
        return this.#typed(this.#variable(dot, operand, [], missing), parameter);
      case 'pipe':
        return this.#typed(this.#pipeline(dot, operand), parameter);
      case 'identifier':
        return this.#typed(this.#function(dot, operand.name, operand, operand, [], missing), parameter);
      case 'chain':
        return this.#typed(this.#chain(dot, operand, [], missing), parameter);
      default:
    }
    if (parameter === 'string' && operand.kind !== 'string') throw this.#error(`expected string; found ${nodeText(operand)}`);
    if (parameter === 'int' && !(operand.kind === 'number' && typeof operand.value === 'number')) throw this.#error(`expected integer; found ${nodeText(operand)}`);
    if (parameter === '[]string') throw this.#error(`can't handle ${nodeText(operand)} for arg of type []string`);
    return this.#constant(dot, operand);
  }

  #typed(value: GoValue, parameter: GoParameter): GoValue {
    if (parameter === 'value') return value;
    if (value === undefined) {
      if (parameter === '[]string') return new GoSlice('[]string', [], true);
      throw this.#error(`invalid value; expected ${parameter}`);
    }
    const fits = parameter === '[]string' ? value instanceof GoSlice && value.type === '[]string' : typeOf(value) === parameter;
    if (!fits) throw this.#error(`wrong type for value; expected ${parameter}; got ${typeOf(value)}`);
    return value;
  }
}

/** The function `call`: no value here is a function, methods and template functions are called by name. */
function callValue(name: string, target: GoValue): never {
  if (target === undefined) throw new Error('call of nil');
  throw new Error(`non-function ${name} of type ${typeOf(target)}`);
}

function printed(value: GoValue): string {
  const { value: target, isNil } = indirect(value);
  if (isNil) return '<nil>';
  return target === undefined ? '<no value>' : formatValue(target, {}, 0);
}
