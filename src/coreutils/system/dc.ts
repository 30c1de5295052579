import { rawProgram, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';
import { add, breakNumber, compare, type Decimal, divide, formatDecimal, modulo, multiply, parseDecimal, raise, rescale, squareRoot } from './bc-number.ts';

type Value = Decimal | string;

/** Ends one or more levels of macros. */
class Quit {
  levels: number;
  constructor(levels: number) {
    this.levels = levels;
  }
}

export const dc = rawProgram('dc', async (tool, words) => {
  const machine = new Machine(tool);
  const rest = [...words];
  let said = false;
  try {
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
      if (word === '-e' || word === '--expression') await machine.run(rest.shift() ?? '');
      else if (word.startsWith('--expression=')) await machine.run(word.slice(13));
      else if (/^-e./.test(word)) await machine.run(word.slice(2));
      else if (word === '-f' || word === '--file') await machine.run(textOf(await readInput(tool.process, rest.shift() ?? '-')));
      else if (/^--./.test(word)) {
        await tool.errorText(`dc: unrecognized option '${word}'\nUsage: dc [OPTION] [file ...]\n  -e, --expression=EXPR    evaluate expression\n  -f, --file=FILE          evaluate contents of file\n`);
        return 1;
      } else {
        let text: string;
        try {
          text = textOf(await readInput(tool.process, word));
        } catch (error) {
          reason(error);
          throw new UsageError(`Could not open file ${word}`, false);
        }
        await machine.run(text);
      }
      said = true;
    }
    if (!said) await machine.run(textOf(await readInput(tool.process, '-')));
  } catch (error) {
    if (!(error instanceof Quit)) throw error;
  }
  return 0;
});

class Machine {
  readonly #tool: Tool;
  #stack: Value[] = [];
  readonly #registers = new Map<string, Value[]>();
  readonly #arrays = new Map<string, Map<string, Value>>();
  #scale = 0;
  #ibase = 10;
  #obase = 10;

  constructor(tool: Tool) {
    this.#tool = tool;
  }

  async #complain(message: string): Promise<void> {
    await this.#tool.errorText(`dc: ${message}\n`);
  }

  #text(value: Value): string {
    return typeof value === 'string' ? value : breakNumber(formatDecimal(value, this.#obase));
  }

  async run(text: string): Promise<void> {
    let at = 0;
    const pattern = /_?(?:[\dA-F]+\.?[\dA-F]*|\.[\dA-F]+)/y;
    while (at < text.length) {
      await this.#tool.process.checkpoint();
      if (this.#tool.out.write('')) await this.#tool.out.flush();
      const char = text.charAt(at);
      pattern.lastIndex = at;
      const number = pattern.exec(text)?.[0];
      if (number !== undefined) {
        const value = parseDecimal(number.replace('_', ''), this.#ibase);
        this.#stack.push(number.startsWith('_') ? { ...value, digits: -value.digits } : value);
        at += number.length;
        continue;
      }
      at++;
      if (char === '[') {
        let depth = 1;
        let end = at;
        for (; end < text.length && depth > 0; end++) depth += text[end] === '[' ? 1 : text[end] === ']' ? -1 : 0;
        this.#stack.push(text.slice(at, end - 1));
        at = end;
      } else if (char === '#') at = (text.indexOf('\n', at) + 1) || text.length;
      else if ('sSlL:;'.includes(char)) await this.#register(char, text.charAt(at++));
      else if ('<>='.includes(char) || (char === '!' && '<>='.includes(text.charAt(at)))) {
        const operator = char === '!' ? `!${text.charAt(at++)}` : char;
        await this.#conditional(operator, text.charAt(at++));
      } else if (!/\s/.test(char)) await this.#command(char);
    }
  }

  async #macro(body: string): Promise<void> {
    try {
      await this.run(body);
    } catch (error) {
      if (!(error instanceof Quit) || --error.levels > 0) throw error;
    }
  }

  async #register(command: string, name: string): Promise<void> {
    const values = this.#registers.get(name) ?? [];
    this.#registers.set(name, values);
    const top = 'sS:;'.includes(command) ? this.#stack.pop() : undefined;
    if ('sS:;'.includes(command) && top === undefined) return await this.#complain('stack empty');
    if (command === 's') values.splice(-1, 1, top ?? '');
    else if (command === 'S') values.push(top ?? '');
    else if (command === ':' || command === ';') {
      const array = this.#arrays.get(name) ?? new Map<string, Value>();
      this.#arrays.set(name, array);
      if (command === ':') array.set(this.#text(top ?? ''), this.#stack.pop() ?? '');
      else this.#stack.push(array.get(this.#text(top ?? '')) ?? { digits: 0n, scale: 0 });
    } else {
      const value = command === 'l' ? values.at(-1) ?? { digits: 0n, scale: 0 } : values.pop();
      if (value === undefined) await this.#complain(`stack register '${name}' (${name.charCodeAt(0).toString(8).padStart(4, '0')}) is empty`);
      else this.#stack.push(value);
    }
  }

  async #conditional(operator: string, name: string): Promise<void> {
    const pair = await this.#two();
    if (!pair) return;
    const [below, top] = pair;
    const order = compare(top, below);
    const holds = { '<': order < 0, '>': order > 0, '=': order === 0, '!<': order >= 0, '!>': order <= 0, '!=': order !== 0 }[operator];
    const body = this.#registers.get(name)?.at(-1);
    if (holds && typeof body === 'string') await this.#macro(body);
  }

  async #two(): Promise<[Decimal, Decimal] | undefined> {
    const [a, b] = this.#stack.slice(-2);
    if (a === undefined || b === undefined) {
      await this.#complain('stack empty');
      return undefined;
    }
    if (typeof a === 'string' || typeof b === 'string') {
      await this.#complain('non-numeric value');
      return undefined;
    }
    this.#stack.splice(-2);
    return [a, b];
  }

  async #arithmetic(command: string): Promise<void> {
    const pair = await this.#two();
    if (!pair) return;
    const [a, b] = pair;
    if ('/%~'.includes(command) && b.digits === 0n) {
      this.#stack.push(a, b);
      return await this.#complain(command === '%' ? 'remainder by zero' : 'divide by zero');
    }
    if (command === '+') this.#stack.push(add(a, b));
    else if (command === '-') this.#stack.push(add(a, b, -1n));
    else if (command === '*') this.#stack.push(multiply(a, b, this.#scale));
    else if (command === '/') this.#stack.push(divide(a, b, this.#scale));
    else if (command === '%') this.#stack.push(modulo(a, b, this.#scale));
    else if (command === '~') this.#stack.push(divide(a, b, this.#scale), modulo(a, b, this.#scale));
    else this.#stack.push(raise(a, rescale(b, 0).digits, this.#scale));
  }

  async #command(command: string): Promise<void> {
    if ('+-*/%~^'.includes(command)) return await this.#arithmetic(command);
    const { out } = this.#tool;
    const stack = this.#stack;
    const number = (value: number): Decimal => ({ digits: BigInt(value), scale: 0 });
    if (command === 'z') return void stack.push(number(stack.length));
    if (command === 'c') return void stack.splice(0);
    if (command === 'f') return void stack.toReversed().forEach((value) => out.write(`${this.#text(value)}\n`));
    if (command === 'I') return void stack.push(number(this.#ibase));
    if (command === 'O') return void stack.push(number(this.#obase));
    if (command === 'K') return void stack.push(number(this.#scale));
    if (command === 'q') throw new Quit(2);
    if (command === '|') {
      const modulus = stack.pop();
      const pair = await this.#two();
      if (pair && typeof modulus === 'object') stack.push(modulo(raise(pair[0], pair[1].digits, 0), modulus, 0));
      return;
    }
    if (!'pnPdrvkioxaZXQ?'.includes(command)) return await this.#complain(`'${command}' (${command.charCodeAt(0).toString(8).padStart(4, '0')}) unimplemented`);
    const top = stack.at(-1);
    if (top === undefined) return await this.#complain('stack empty');
    const whole = typeof top === 'string' ? 0 : Number(rescale(top, 0).digits);
    switch (command) {
      case 'p': out.write(`${this.#text(top)}\n`); return;
      case 'n': out.write(this.#text(top)); break;
      case 'P': out.write(typeof top === 'string' ? top : String.fromCharCode(whole & 255)); break;
      case 'd': stack.push(top); return;
      case 'r': stack.push(...stack.splice(-2).reverse()); return;
      case 'v': if (typeof top === 'object') stack.push(top.digits < 0n ? (stack.pop(), top) : (stack.pop(), squareRoot(top, this.#scale))); return;
      case 'k': this.#scale = whole; break;
      case 'i': this.#ibase = whole; break;
      case 'o': this.#obase = whole; break;
      case 'a': stack.pop(); stack.push(typeof top === 'string' ? top.charAt(0) : String.fromCharCode(whole & 255)); return;
      case 'Z': stack.pop(); stack.push(number(typeof top === 'string' ? top.length : String(top.digits).replace('-', '').length)); return;
      case 'X': stack.pop(); stack.push(number(typeof top === 'string' ? 0 : top.scale)); return;
      case 'Q': stack.pop(); throw new Quit(whole);
      case 'x': stack.pop(); if (typeof top === 'string') return await this.#macro(top); stack.push(top); return;
      default: return;
    }
    stack.pop();
  }
}
