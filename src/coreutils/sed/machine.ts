import { isSystemError } from '../../kernel/uapi/index.ts';
import { bytesOf, closeInput, LineReader, openInput, readToEnd, reason, spawnCommand, textOf, type Tool, UsageError } from '../program/index.ts';
import type { SedInput } from './input.ts';
import { substitute } from './replace.ts';
import type { Address, Command } from './script.ts';

/** How output is made. */
export interface MachineSettings {
  quiet: boolean;
  end: string;
  unbuffered: boolean;
  lineLength: number;
}

/** Runs a script over its input. */
export class Machine {
  readonly #tool: Tool;
  readonly #program: readonly Command[];
  readonly #input: SedInput;
  readonly #settings: MachineSettings;
  readonly #write: (text: string) => boolean;
  readonly #flush: () => Promise<void>;
  readonly #files = new Map<string, number>();
  readonly #readers = new Map<string, LineReader | undefined>();
  #pattern = '';
  #hold = '';
  #appended: (() => Promise<void> | void)[] = [];
  #replaced = false;
  #lastRegex: RegExp | undefined;
  #missingNewline = false;
  /** Whether q or Q ended it. */
  stopped = false;

  constructor(tool: Tool, program: readonly Command[], input: SedInput, settings: MachineSettings, write: (text: string) => boolean, flush: () => Promise<void>) {
    this.#tool = tool;
    this.#program = program;
    this.#input = input;
    this.#settings = settings;
    this.#write = write;
    this.#flush = flush;
    for (const command of program) if ('wW'.includes(command.name) || (command.name === 's' && command.text)) this.#openFile(command.text);
  }

  async run(): Promise<number> {
    let status = 0;
    let keep = false;
    for (;;) {
      if (!keep) {
        const line = await this.#input.next();
        if (line === undefined) break;
        this.#pattern = line;
      }
      keep = false;
      this.#replaced = false;
      const end = await this.#cycle();
      if (end.kind === 'restart') {
        await this.#afterCycle();
        keep = true;
        continue;
      }
      if (end.kind !== 'delete' && end.kind !== 'quitSilently' && !this.#settings.quiet) this.#putLine(this.#pattern);
      if (end.kind !== 'quitSilently') await this.#afterCycle();
      if (end.kind === 'quit' || end.kind === 'quitSilently') {
        this.stopped = true;
        status = end.status;
        break;
      }
      if (this.#full || this.#settings.unbuffered || !this.#input.hasReady) {
        this.#full = false;
        await this.#flush();
      }
    }
    await this.#flush();
    for (const fd of this.#files.values()) if (fd > 2) this.#tool.process.close(fd);
    return status;
  }

  #full = false;

  #put(text: string): void {
    if (this.#missingNewline) {
      this.#missingNewline = false;
      text = this.#settings.end + text;
    }
    if (this.#write(text)) this.#full = true;
  }

  #putLine(text: string): void {
    if (this.#input.unterminated) {
      this.#put(text);
      this.#missingNewline = true;
    } else this.#put(text + this.#settings.end);
  }

  async #afterCycle(): Promise<void> {
    if (this.#appended.length === 0) return;
    const tasks = this.#appended;
    this.#appended = [];
    for (const task of tasks) await task();
  }

  #openFile(name: string): number {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const { process } = this.#tool;
    try {
      const fd = name === '/dev/stdout' ? 1 : name === '/dev/stderr' ? 2 : process.open(name, 'w', 0o666);
      this.#files.set(name, fd);
      return fd;
    } catch (error) {
      throw new UsageError(`couldn't open file ${name}: ${reason(error)}`, false);
    }
  }

  async #writeFile(name: string, text: string): Promise<void> {
    if (name === '/dev/stdout') this.#put(text);
    else await this.#tool.process.write(this.#openFile(name), bytesOf(text));
  }

  #regex(command: RegExp | undefined): RegExp {
    const regex = command ?? this.#lastRegex;
    if (!regex) throw new UsageError('-e expression #1, char 0: no previous regular expression', false);
    this.#lastRegex = regex;
    return regex;
  }

  #test(address: Address): boolean | Promise<boolean> {
    switch (address.kind) {
      case 'line': return this.#input.number === address.number;
      case 'step': return address.step <= 0 ? this.#input.number === address.first : this.#input.number >= address.first && (this.#input.number - address.first) % address.step === 0;
      case 'last': return this.#input.hasReady ? false : this.#input.atEnd();
      case 'regex': {
        const regex = this.#regex(address.regex);
        regex.lastIndex = 0;
        return regex.test(this.#pattern);
      }
      default: return false;
    }
  }

  #applies(command: Command): boolean | Promise<boolean> {
    const { from, to } = command;
    if (!from) return true;
    if (!to) return this.#test(from);
    return this.#inRange(command, from, to);
  }

  async #inRange(command: Command, from: Address, to: Address): Promise<boolean> {
    const line = this.#input.number;
    if (command.active) {
      if (command.end !== Infinity) {
        if (line >= command.end) command.active = false;
        return line <= command.end;
      }
      if (to.kind === 'line') {
        if (line >= to.number) command.active = false;
        return line <= to.number || from.kind === 'line';
      }
      if (await this.#test(to)) command.active = false;
      return true;
    }
    if (!(await this.#test(from))) return false;
    command.end = to.kind === 'plus' ? line + to.count : to.kind === 'multiple' ? (to.count > 0 ? Math.ceil(line / to.count) * to.count : line) : to.kind === 'line' ? to.number : Infinity;
    command.active = command.end > line;
    if (to.kind === 'last' && (await this.#test(to))) command.active = false;
    return true;
  }

  async #cycle(): Promise<{ kind: 'end' | 'delete' | 'restart' | 'quit' | 'quitSilently'; status: number }> {
    const { end } = this.#settings;
    for (let at = 0; at < this.#program.length; at++) {
      const command = this.#program[at];
      if (!command) break;
      let applies = this.#applies(command);
      if (typeof applies !== 'boolean') applies = await applies;
      if (applies === command.negated) {
        if (command.name === '{') at = command.target - 1;
        continue;
      }
      switch (command.name) {
        case '=': this.#put(`${this.#input.number}\n`); break;
        case 'a': this.#appended.push(() => this.#put(command.text)); break;
        case 'i': this.#put(command.text); break;
        case 'c':
          if (!command.to || command.negated || !command.active) this.#put(command.text);
          return { kind: 'delete', status: 0 };
        case 'd': return { kind: 'delete', status: 0 };
        case 'D': {
          const newline = this.#pattern.indexOf('\n');
          if (newline < 0) return { kind: 'delete', status: 0 };
          this.#pattern = this.#pattern.slice(newline + 1);
          return { kind: 'restart', status: 0 };
        }
        case 'e':
          if (command.text === '') this.#pattern = (await this.#shell(this.#pattern)).replace(/\n$/, '');
          else this.#put(await this.#shell(command.text));
          break;
        case 'F': this.#put(`${this.#input.name}\n`); break;
        case 'g': this.#pattern = this.#hold; break;
        case 'G': this.#pattern += `\n${this.#hold}`; break;
        case 'h': this.#hold = this.#pattern; break;
        case 'H': this.#hold += `\n${this.#pattern}`; break;
        case 'x': [this.#pattern, this.#hold] = [this.#hold, this.#pattern]; break;
        case 'l': this.#put(`${visible(this.#pattern, command.number ?? this.#settings.lineLength)}\n`); break;
        case 'n': {
          if (await this.#input.atEnd()) return { kind: 'quit', status: 0 };
          if (!this.#settings.quiet) this.#putLine(this.#pattern);
          await this.#afterCycle();
          this.#pattern = (await this.#input.next()) ?? '';
          break;
        }
        case 'N': {
          if (await this.#input.atEnd()) return { kind: 'quit', status: 0 };
          await this.#afterCycle();
          this.#pattern += end + ((await this.#input.next()) ?? '');
          break;
        }
        case 'p': this.#putLine(this.#pattern); break;
        case 'P': this.#put(this.#pattern.split('\n', 1)[0] + end); break;
        case 'q': return { kind: 'quit', status: command.number ?? 0 };
        case 'Q': return { kind: 'quitSilently', status: command.number ?? 0 };
        case 'r': this.#appended.push(() => this.#readFile(command.text)); break;
        case 'R': this.#appended.push(() => this.#readLine(command.text)); break;
        case 'w': await this.#writeFile(command.text, this.#pattern + end); break;
        case 'W': await this.#writeFile(command.text, this.#pattern.split('\n', 1)[0] + end); break;
        case 'y': this.#pattern = [...this.#pattern].map((char) => command.map.get(char) ?? char).join(''); break;
        case 'z': this.#pattern = ''; break;
        case 'b': at = command.target - 1; break;
        case 't':
          if (this.#replaced) at = command.target - 1;
          this.#replaced = false;
          break;
        case 'T':
          if (!this.#replaced) at = command.target - 1;
          this.#replaced = false;
          break;
        case 's': {
          const result = substitute(command, this.#regex(command.regex), this.#pattern);
          if (result === undefined) break;
          this.#pattern = result;
          this.#replaced = true;
          if (command.evaluate) this.#pattern = (await this.#shell(this.#pattern)).replace(/\n$/, '');
          if (command.print) this.#putLine(this.#pattern);
          if (command.text) await this.#writeFile(command.text, this.#pattern + end);
          break;
        }
        default:
      }
    }
    return { kind: 'end', status: 0 };
  }

  #readFile(name: string): void {
    try {
      const text = textOf(this.#tool.process.readFile(name));
      if (text) this.#put(text);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  async #readLine(name: string): Promise<void> {
    if (!this.#readers.has(name)) {
      try {
        this.#readers.set(name, new LineReader(this.#tool.process, openInput(this.#tool.process, name)));
      } catch (error) {
        if (!isSystemError(error)) throw error;
        this.#readers.set(name, undefined);
      }
    }
    const line = await this.#readers.get(name)?.next();
    if (line !== undefined) this.#put(`${line}\n`);
  }

  async #shell(command: string): Promise<string> {
    const { process } = this.#tool;
    await this.#flush();
    const [read, write] = process.pipe();
    const pid = spawnCommand(process, ['/bin/sh', '-c', command], { fds: { 0: 0, 1: write, 2: 2 } });
    process.close(write);
    const text = textOf(await readToEnd(process, read));
    closeInput(process, read);
    await process.wait(pid);
    return text;
  }
}

/** `l`: unambiguous text, wrapped. */
function visible(text: string, width: number): string {
  const units = Array.from(bytesOf(text), (byte) => {
    const char = String.fromCharCode(byte);
    const named = { '\\': '\\\\', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' }[char];
    return named ?? (byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : char);
  });
  let out = '';
  let column = 0;
  for (const unit of units) {
    if (width > 1 && column + unit.length > width - 1) {
      out += '\\\n';
      column = 0;
    }
    out += unit;
    column += unit.length;
  }
  return `${out}$`;
}
