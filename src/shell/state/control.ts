import type { Signal } from '../../kernel/index.ts';

/** `break N` and `continue N` on their way to the loop. Not an Error: no stack is taken, a loop may throw thousands. */
export class LoopJump {
  readonly kind: 'break' | 'continue';
  levels: number;

  constructor(kind: 'break' | 'continue', levels: number) {
    this.kind = kind;
    this.levels = levels;
  }
}

/** `return` on its way to the function or sourced file. */
export class ReturnJump {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

/** The shell ends: `exit`, errexit, a fatal expansion error. */
export class ExitJump {
  readonly status: number;

  constructor(status: number) {
    this.status = status;
  }
}

/** The rest of the line just read is given up (an error in an expansion, Ctrl-C at a prompt). The message is printed already. */
export class DiscardJump {
  readonly status: number;
  readonly signal: Signal | undefined;

  constructor(status: number, signal?: Signal) {
    this.status = status;
    this.signal = signal;
  }
}

/**
 * An error with words for the user, not printed yet: bad substitution, unbound variable, arithmetic. `fatal` ends a shell that is not
 * interactive; `unwinds` gives up not only the line, but also the `eval`, the sourced file or the text of `-c` that it is in.
 */
export class ShellFailure {
  readonly message: string;
  readonly fatal: boolean;
  readonly unwinds: boolean;
  /** Where it happened, when that is not where it is reported. */
  prefix: string | undefined;
  readonly status: number;

  constructor(message: string, options: { fatal?: boolean; unwinds?: boolean; status?: number } = {}) {
    this.message = message;
    this.fatal = options.fatal ?? false;
    this.unwinds = options.unwinds ?? false;
    this.status = options.status ?? 1;
  }
}
