import { type Arguments, defineProgram, readInput, reason, textOf, type Tool } from '../program/index.ts';
import { mathFunctions } from './bc-math.ts';
import { add, breakNumber, compare, type Decimal, divide, formatDecimal, modulo, multiply, parseDecimal, raise, rescale, squareRoot } from './bc-number.ts';
import { BcParser, BcSyntaxError, type Expression, type Statement } from './bc-syntax.ts';

const options = { math: '-l --mathlib  use the predefined math routines', interactive: '-i --interactive', quiet: '-q --quiet  don\'t print initial banner', standard: '-s --standard', warn: '-w --warn', expression: '-e --expression=' };

export const bc = defineProgram({ name: 'bc', usage: '[options] [file ...]', summary: 'An arbitrary precision calculator language.', options, version: '1.07.1', run });

const zero: Decimal = { digits: 0n, scale: 0 };
const one: Decimal = { digits: 1n, scale: 0 };

class RuntimeFailure extends Error {}
class Jump {
  readonly kind: 'break' | 'continue' | 'quit';
  constructor(kind: 'break' | 'continue' | 'quit') {
    this.kind = kind;
  }
}
class Return {
  readonly value: Decimal;
  constructor(value: Decimal) {
    this.value = value;
  }
}

type Definition = Extract<Statement, { kind: 'define' }>;

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const machine = new Machine(tool, args.has('math'));
  for (const name of [...args.operands, '-']) {
    let text: string;
    try {
      text = textOf(await readInput(tool.process, name));
    } catch (error) {
      await tool.errorText(`File ${name} is unavailable: ${reason(error)}\n`.replace(/: .*/, '.'));
      return 1;
    }
    if (await machine.run(text, name === '-' ? '(standard_in)' : name)) return 0;
  }
  return 0;
}

class Machine {
  readonly #tool: Tool;
  readonly #functions = new Map<string, Definition>();
  #variables = new Map<string, Decimal>();
  #arrays = new Map<string, Map<string, Decimal>>();
  readonly #math: boolean;
  #scale: number;
  #ibase = 10;
  #obase = 10;
  #last = zero;

  constructor(tool: Tool, math: boolean) {
    this.#tool = tool;
    this.#math = math;
    this.#scale = math ? 20 : 0;
  }

  /** Runs a text; true when it said quit. */
  async run(text: string, name: string): Promise<boolean> {
    const parser = new BcParser(text);
    for (;;) {
      let line: Statement[] | undefined;
      try {
        line = parser.nextLine();
        if (!line) return false;
      } catch (error) {
        if (!(error instanceof BcSyntaxError)) throw error;
        await this.#tool.errorText(`${name} ${error.line}: ${error.message}\n`);
        parser.recover();
        continue;
      }
      if (line.some((one) => one.kind === 'quit')) line = line.slice(0, line.findIndex((one) => one.kind === 'quit') + 1);
      try {
        for (const statement of line) await this.#execute(statement);
      } catch (error) {
        if (error instanceof Jump && error.kind === 'quit') return true;
        if (!(error instanceof RuntimeFailure)) throw error;
        await this.#tool.errorText(`Runtime error (func=(main), adr=${error.message}\n`);
      }
      if (this.#tool.out.write('')) await this.#tool.out.flush();
    }
  }

  #show(value: Decimal): void {
    this.#tool.out.write(`${breakNumber(formatDecimal(value, this.#obase))}\n`);
    this.#last = value;
  }

  async #execute(statement: Statement): Promise<void> {
    await this.#tool.process.checkpoint();
    switch (statement.kind) {
      case 'string': this.#tool.out.write(statement.text); return;
      case 'expression': {
        const value = await this.#value(statement.value);
        if (statement.shown) this.#show(value);
        return;
      }
      case 'print':
        for (const part of statement.parts) {
          if (typeof part === 'string') this.#tool.out.write(part.replace(/\\(.)/g, (_, c: string) => ({ n: '\n', t: '\t', a: '\x07', b: '\b', r: '\r', q: '"', '\\': '\\' })[c] ?? c));
          else this.#tool.out.write(breakNumber(formatDecimal(this.#last = await this.#value(part), this.#obase)));
        }
        return;
      case 'block': for (const each of statement.body) await this.#execute(each); return;
      case 'if': if (await this.#truth(statement.test)) await this.#execute(statement.then); else if (statement.otherwise) await this.#execute(statement.otherwise); return;
      case 'loop': return await this.#loop(statement);
      case 'return': throw new Return(statement.value ? await this.#value(statement.value) : zero);
      case 'break': case 'continue': throw new Jump(statement.kind);
      case 'quit': case 'halt': throw new Jump('quit');
      case 'define': this.#functions.set(statement.name, statement);
    }
  }

  async #loop({ first, test, step, body }: Extract<Statement, { kind: 'loop' }>): Promise<void> {
    if (first) await this.#value(first);
    while (!test || (await this.#truth(test))) {
      try {
        await this.#execute(body);
      } catch (error) {
        if (!(error instanceof Jump) || error.kind === 'quit') throw error;
        if (error.kind === 'break') return;
      }
      if (step) await this.#value(step);
      if (this.#tool.out.write('')) await this.#tool.out.flush();
    }
  }

  async #truth(expression: Expression): Promise<boolean> {
    return (await this.#value(expression)).digits !== 0n;
  }

  async #key(index: Expression): Promise<string> {
    return String(rescale(await this.#value(index), 0).digits);
  }

  async #get(target: Expression): Promise<Decimal> {
    if (target.kind === 'special') return { scale: { digits: BigInt(this.#scale), scale: 0 }, ibase: { digits: BigInt(this.#ibase), scale: 0 }, obase: { digits: BigInt(this.#obase), scale: 0 }, last: this.#last }[target.name];
    if (target.kind !== 'variable') return await this.#value(target);
    if (target.index) return this.#arrays.get(target.name)?.get(await this.#key(target.index)) ?? zero;
    return this.#variables.get(target.name) ?? zero;
  }

  async #set(target: Expression, value: Decimal): Promise<void> {
    const whole = Number(rescale(value, 0).digits);
    if (target.kind === 'special') {
      if (target.name === 'scale') this.#scale = Math.max(0, whole);
      else if (target.name === 'ibase') this.#ibase = Math.min(16, Math.max(2, whole));
      else if (target.name === 'obase') this.#obase = Math.max(2, whole);
      else this.#last = value;
    } else if (target.kind === 'variable' && target.index) {
      const array = this.#arrays.get(target.name) ?? new Map<string, Decimal>();
      this.#arrays.set(target.name, array);
      array.set(await this.#key(target.index), value);
    } else if (target.kind === 'variable') this.#variables.set(target.name, value);
  }

  async #value(expression: Expression): Promise<Decimal> {
    switch (expression.kind) {
      case 'number': return parseDecimal(expression.text, this.#ibase);
      case 'variable': case 'special': return await this.#get(expression);
      case 'assign': {
        const value = await this.#value(expression.value);
        const result = expression.operator === '=' ? value : this.#compute(expression.operator.slice(0, -1), await this.#get(expression.target), value);
        await this.#set(expression.target, result);
        return result;
      }
      case 'step': {
        const old = await this.#get(expression.target);
        const changed = add(old, one, expression.by);
        await this.#set(expression.target, changed);
        return expression.before ? changed : old;
      }
      case 'unary': {
        const value = await this.#value(expression.value);
        return expression.operator === '-' ? { ...value, digits: -value.digits } : value.digits === 0n ? one : zero;
      }
      case 'binary': return this.#compute(expression.operator, await this.#value(expression.left), await this.#value(expression.right));
      case 'call': return await this.#call(expression);
    }
  }

  #compute(operator: string, a: Decimal, b: Decimal): Decimal {
    const truth = (is: boolean): Decimal => (is ? one : zero);
    if ((operator === '/' || operator === '%') && b.digits === 0n) throw new RuntimeFailure(operator === '/' ? '3): Divide by zero' : '3): Modulo by zero');
    switch (operator) {
      case '+': return add(a, b);
      case '-': return add(a, b, -1n);
      case '*': return multiply(a, b, this.#scale);
      case '/': return divide(a, b, this.#scale);
      case '%': return modulo(a, b, this.#scale);
      case '^': return raise(a, rescale(b, 0).digits, this.#scale);
      case '&&': return truth(a.digits !== 0n && b.digits !== 0n);
      case '||': return truth(a.digits !== 0n || b.digits !== 0n);
      case '<': return truth(compare(a, b) < 0);
      case '>': return truth(compare(a, b) > 0);
      case '<=': return truth(compare(a, b) <= 0);
      case '>=': return truth(compare(a, b) >= 0);
      case '==': return truth(compare(a, b) === 0);
      default: return truth(compare(a, b) !== 0);
    }
  }

  async #call({ name, args }: Extract<Expression, { kind: 'call' }>): Promise<Decimal> {
    const definition = this.#functions.get(name);
    const [first] = args;
    if (!definition) {
      const value = first ? await this.#value(first) : zero;
      if (name === 'sqrt') {
        if (value.digits < 0n) throw new RuntimeFailure('3): Square root of a negative number');
        return squareRoot(value, this.#scale);
      }
      if (name === 'length') return { digits: BigInt(String(value.digits < 0n ? -value.digits : value.digits).length), scale: 0 };
      if (name === 'scale') return { digits: BigInt(value.scale), scale: 0 };
      const math = this.#math ? mathFunctions[name] : undefined;
      if (math && args[1]) return math(await this.#value(args[1]), this.#scale, value);
      if (math) return math(value, this.#scale, zero);
      throw new RuntimeFailure(`3): Function ${name} not defined.`);
    }
    const values: Decimal[] = [];
    for (const arg of args) values.push(arg.kind === 'variable' && arg.name.endsWith('[]') ? zero : await this.#value(arg));
    const saved = [...definition.parameters, ...definition.autos].map((variable) => [variable, this.#variables.get(variable), this.#arrays.get(variable.replace('[]', ''))] as const);
    definition.parameters.forEach((parameter, index) => {
      const arg = args[index];
      if (parameter.endsWith('[]') && arg?.kind === 'variable') this.#arrays.set(parameter.slice(0, -2), new Map(this.#arrays.get(arg.name.slice(0, -2))));
      else this.#variables.set(parameter, values[index] ?? zero);
    });
    for (const auto of definition.autos) {
      if (auto.endsWith('[]')) this.#arrays.set(auto.slice(0, -2), new Map());
      else this.#variables.set(auto, zero);
    }
    try {
      for (const statement of definition.body) await this.#execute(statement);
      return zero;
    } catch (error) {
      if (error instanceof Return) return error.value;
      throw error;
    } finally {
      for (const [variable, value, array] of saved) {
        if (variable.endsWith('[]')) this.#arrays.set(variable.slice(0, -2), array ?? new Map());
        else if (value) this.#variables.set(variable, value);
        else this.#variables.delete(variable);
      }
    }
  }
}
