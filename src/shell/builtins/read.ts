import { isSystemError, strerror } from '../../kernel/index.ts';
import { fieldSeparators } from '../expand/expand.ts';
import { isSeekable } from '../execute/line-input.ts';
import { interruptCalls, runPendingTraps } from '../execute/trap.ts';
import { DiscardJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { parseReference } from '../state/reference.ts';
import { decodeText, expectedLength } from '../text/byte-string.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';
import { type ReadCharacter, splitFields } from './read-split.ts';

const optionsOf = { bash: 'ersa:d:i:n:N:p:t:u:', ash: 'rsd:n:p:t:u:', dash: 'rp:' };

export const read: Builtin = {
  name: 'read', usage: '[-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]',
  summary: 'Read a line from the standard input and split it into fields.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), optionsOf[shell.settings.dialect.name]);
    if (parsed.invalid) return invalidOption(shell, read, parsed.invalid);
    if (parsed.missing) {
      await shell.complain(`read: ${parsed.missing}: option requires an argument`);
      return 2;
    }
    const { letters, values, rest } = parsed;
    let fd = Number(values.get('u') ?? 0);
    const exact = values.get('N');
    const count = exact ?? values.get('n');
    if (count !== undefined && !/^\d+$/.test(count)) return fail(shell, 'read', `${count}: invalid number`);
    const timeout = values.get('t');
    if (timeout !== undefined && !/^\d*\.?\d*$/.test(timeout)) return fail(shell, 'read', `${timeout}: invalid timeout specification`);
    for (const name of rest) if (!parseReference(name)) return fail(shell, 'read', `\`${name}': not a valid identifier`);
    const { process } = shell;
    const terminal = isTerminal(shell, fd);
    const prompt = values.get('p');
    const edited = letters.has('e') && terminal && count === undefined && timeout === undefined;
    if (prompt !== undefined && terminal && !edited) await shell.writeError(prompt);
    const timeoutMs = timeout === undefined ? undefined : Number(timeout) * 1000;
    if (timeoutMs === 0) {
      const ready = await process.poll([fd], 0);
      return ready.length > 0 ? 0 : 1;
    }
    if (edited) {
      const line = await (await import('../interactive/read-edited.ts')).readEdited(shell, fd, prompt ?? '', values.get('i') ?? '');
      if (line === undefined) throw new DiscardJump(130, 'SIGINT');
      fd = line;
    }
    const changed = terminal && !edited && (letters.has('s') || count !== undefined || (values.has('d') && values.get('d') !== '\n'));
    const saved = changed ? process.tcgetattr(fd) : undefined;
    if (changed) process.tcsetattr(fd, { ...(letters.has('s') ? { echo: false } : {}), ...(count !== undefined || values.has('d') ? { canonical: false } : {}) });
    const input = new ReadInput(shell, fd, {
      delimiter: exact !== undefined ? -1 : values.has('d') ? (values.get('d')?.charCodeAt(0) || 0) : 10,
      raw: letters.has('r'), count: count === undefined ? undefined : Number(count), deadline: timeoutMs === undefined ? undefined : process.clock.now() + timeoutMs,
    });
    let result;
    interruptCalls(shell, true);
    try {
      result = await input.read();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return fail(shell, 'read', error.code === 'EBADF' ? `${fd}: invalid file descriptor: ${strerror('EBADF')}` : `read error: ${fd}: ${strerror(error.code)}`);
    } finally {
      interruptCalls(shell, false);
      if (edited) process.close(fd);
      if (saved) process.tcsetattr(fd, saved);
    }
    const failed = store(shell, result, rest, values.get('a'), exact !== undefined);
    if (failed !== undefined) {
      await shell.complain(failed);
      return 1;
    }
    return result.timedOut ? 142 : result.ended ? 1 : 0;
  },
};

function isTerminal(shell: Shell, fd: number): boolean {
  try {
    return shell.process.isatty(fd);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

interface ReadResult {
  characters: ReadCharacter[];
  ended: boolean;
  timedOut: boolean;
}

interface ReadOptions {
  delimiter: number;
  raw: boolean;
  count: number | undefined;
  deadline: number | undefined;
}

/** A line may have so many. */
const mostCharacters = 2 ** 24;

class ReadInput {
  readonly #shell: Shell;
  readonly #fd: number;
  readonly #options: ReadOptions;

  constructor(shell: Shell, fd: number, options: ReadOptions) {
    this.#shell = shell;
    this.#fd = fd;
    this.#options = options;
  }

  async read(): Promise<ReadResult> {
    const { delimiter, raw, count } = this.#options;
    const seekable = isSeekable(this.#shell, this.#fd);
    const characters: ReadCharacter[] = [];
    let buffer: Uint8Array = new Uint8Array(0);
    let at = 0;
    let escaped = false;
    let sequence: number[] = [];
    const giveBack = (): void => {
      if (seekable && at < buffer.length) this.#shell.process.lseek(this.#fd, at - buffer.length, 'cur');
    };
    if (count === 0) return { characters, ended: false, timedOut: false };
    for (;;) {
      if (at >= buffer.length) {
        const next = await this.#more(seekable ? 256 : 1);
        if (next === 'timeout') return { characters, ended: true, timedOut: true };
        buffer = next;
        at = 0;
        if (buffer.length === 0) return { characters, ended: true, timedOut: false };
      }
      const byte = buffer[at++] ?? 0;
      if (sequence.length === 0 && byte === delimiter && !escaped) {
        giveBack();
        return { characters, ended: false, timedOut: false };
      }
      if (sequence.length === 0 && !raw && byte === 92 && !escaped) {
        escaped = true;
        continue;
      }
      if (sequence.length === 0 && escaped && byte === 10) {
        // A backslash at the end of a line continues it.
        escaped = false;
        continue;
      }
      if (byte === 0 && delimiter !== 0) continue;
      sequence.push(byte);
      if (sequence.length < expectedLength(sequence[0] ?? 0)) continue;
      characters.push({ text: decodeText(Uint8Array.from(sequence)), quoted: escaped });
      if (characters.length > mostCharacters) throw new RangeError('out of memory');
      sequence = [];
      escaped = false;
      if (count !== undefined && characters.length >= count) {
        giveBack();
        return { characters, ended: false, timedOut: false };
      }
    }
  }

  async #more(size: number): Promise<Uint8Array | 'timeout'> {
    const { process } = this.#shell;
    const { deadline } = this.#options;
    for (;;) {
      if (this.#shell.interrupted) throw new DiscardJump(130, 'SIGINT');
      try {
        if (deadline !== undefined) {
          const left = deadline - process.clock.now();
          const ready = await process.poll([this.#fd], Math.max(0, left));
          if (ready.length === 0) return 'timeout';
        }
        return await process.read(this.#fd, size);
      } catch (error) {
        if (!isSystemError(error, 'EINTR')) throw error;
        if (this.#shell.interrupted) throw new DiscardJump(130, 'SIGINT');
        await runPendingTraps(this.#shell);
      }
    }
  }
}

/** Stores what was read; a message when a variable refuses. */
function store(shell: Shell, result: ReadResult, names: readonly string[], array: string | undefined, exact: boolean): string | undefined {
  const { characters } = result;
  const whole = (): string => characters.map((character) => character.text).join('');
  const assign = (name: string, value: string): void => {
    const reference = parseReference(name);
    if (reference?.subscript !== undefined) shell.variables.assignElement(reference.name, reference.subscript, value);
    else shell.variables.assign(name, value);
  };
  try {
    if (array !== undefined) {
      shell.variables.assignArray(array, splitFields(characters, fieldSeparators(shell), undefined));
      return undefined;
    }
    if (names.length === 0) {
      assign('REPLY', whole());
      return undefined;
    }
    if (exact) {
      names.forEach((name, index) => assign(name, index === 0 ? whole() : ''));
      return undefined;
    }
    const fields = splitFields(characters, fieldSeparators(shell), names.length);
    names.forEach((name, index) => assign(name, fields[index] ?? ''));
    return undefined;
  } catch (error) {
    if (error instanceof Object && 'message' in error && 'fatal' in error) return String(error.message);
    throw error;
  }
}
