import type { NetworkInterface } from '../../../kernel/uapi/index.ts';
import { reason, type Tool } from '../../program/index.ts';

/** How `ip` shows things, and what it works on. */
export interface Manner {
  readonly tool: Tool;
  readonly busybox: boolean;
  /** `link`: -0. */
  family: 'inet' | 'inet6' | 'link' | undefined;
  brief: boolean;
  oneLine: boolean;
  json: boolean;
  pretty: boolean;
  details: boolean;
  statistics: number;
  color: boolean;
}

/** What went wrong, in words that follow nothing; the status is iproute2's: 1 for words it does not know, 2 for what the kernel refused. */
export class IpError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Prints lines as one record: with -o on one line. */
export function record(manner: Manner, lines: readonly string[]): void {
  manner.tool.out.write(`${lines.join(manner.oneLine ? '\\' : '\n')}\n`);
}

/** An escape sequence around text, with -c. */
export function colored(manner: Manner, color: 'cyan' | 'yellow' | 'magenta' | 'blue' | 'green' | 'red', text: string): string {
  const number = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 }[color];
  return manner.color ? `\x1b[${number}m${text}\x1b[0m` : text;
}

/** JSON as iproute2 writes it. */
export function writeJson(manner: Manner, value: unknown): void {
  manner.tool.out.write(`${manner.pretty ? pretty(value, 0) : JSON.stringify(value)}\n`);
}

function pretty(value: unknown, depth: number): string {
  const space = ' '.repeat(4 * (depth + 1));
  if (Array.isArray(value)) return value.length === 0 ? '[ ]' : `[ ${value.map((each) => pretty(each, depth + 1)).join(',')} ]`;
  if (value instanceof Object) return `{\n${Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => `${space}${JSON.stringify(key)}: ${pretty(each, depth + 1)}`).join(',\n')}\n${' '.repeat(4 * depth)}}`;
  return JSON.stringify(value);
}

/** Words of a command line, taken one by one. */
export class Words {
  readonly #words: string[];

  constructor(words: readonly string[]) {
    this.#words = [...words];
  }

  get peek(): string | undefined {
    return this.#words[0];
  }

  next(): string | undefined {
    return this.#words.shift();
  }

  /** The word after a keyword. */
  value(): string {
    const word = this.next();
    if (word === undefined) throw new IpError('Command line is not complete. Try option "help"', 255);
    return word;
  }

  rest(): string[] {
    return this.#words.splice(0);
  }
}

/** Whether a typed word stands for a command. */
export function means(typed: string, ...names: readonly string[]): boolean {
  return typed !== '' && names.some((name) => name.startsWith(typed));
}

/** The interface of that name. `Cannot find device` when there is none. */
export function requireDevice({ tool, busybox }: Manner, name: string): NetworkInterface {
  const found = tool.process.network.interfaces().find((each) => each.name === name);
  if (!found) throw new IpError(busybox ? `ip: can't find device '${name}'` : `Cannot find device "${name}"`, 1);
  return found;
}

/** A refusal of the kernel in iproute2's words; `special` has the ones that the kernel explains itself. */
export function refused(error: unknown, special: Readonly<Record<string, string>> = {}): IpError {
  const words = reason(error);
  const { code } = error as { code: string };
  return new IpError(special[code] ?? `RTNETLINK answers: ${words}`, 2);
}
