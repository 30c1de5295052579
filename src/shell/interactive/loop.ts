import { isSystemError, type Termios } from '../../kernel/index.ts';
import { interactiveSignals } from '../execute/external.ts';
import { takeTerminal } from '../execute/foreground.ts';
import { runText } from '../execute/run-text.ts';
import { applyDisposition, runPendingTraps } from '../execute/trap.ts';
import { expandPrompt } from '../expand/prompt.ts';
import { notifyJobs } from '../jobs/update-jobs.ts';
import { LineEditor } from '../readline/editor.ts';
import { DiscardJump, ExitJump, LoopJump, ReturnJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { isIncomplete } from '../syntax/incomplete.ts';
import { completeLine } from './complete-line.ts';
import { expandHistory } from './history-expansion.ts';
import { historyFile, readHistory } from './history-file.ts';
import { rememberLine } from './remember-line.ts';
import { terminalKeys } from './terminal-keys.ts';

const terminalDescriptor = 255;

/** What reading a line gives after Ctrl-C. */
const interrupted = Symbol('interrupted');

/** Makes the shell interactive: job control, its own signals, prompts. */
export function startInteractive(shell: Shell): void {
  const { process, options, variables } = shell;
  shell.interactive = true;
  options.putShopt('expand_aliases', true);
  options.put('emacs', true);
  options.put('history', true);
  options.put('histexpand', true);
  for (const signal of interactiveSignals) applyDisposition(shell, signal);
  if (variables.text('PS1') === undefined) variables.assign('PS1', shell.settings.dialect.prompt);
  if (variables.text('PS2') === undefined) variables.assign('PS2', '> ');
  try {
    if (!process.isatty(0)) return;
    process.dup2(0, terminalDescriptor);
    process.setCloexec(terminalDescriptor, true);
    shell.terminal = terminalDescriptor;
    if (process.getsid() !== process.pid && process.getpgid() !== process.pid) process.setpgid(0, process.pid);
    takeTerminal(shell);
    options.put('monitor', true);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** The loop of an interactive shell: prompt, read, run. Ends at end of file; `exit` leaves by ExitJump. */
export async function runInteractive(shell: Shell): Promise<number> {
  const loop = new InteractiveLoop(shell);
  try {
    return await loop.run();
  } finally {
    loop.restoreTerminal();
  }
}

class InteractiveLoop {
  readonly #shell: Shell;
  readonly #fd: number;
  readonly #editor: LineEditor;
  readonly #cooked: Termios | undefined;
  #lines = 1;

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#fd = shell.terminal ?? 0;
    const { process, variables } = shell;
    if (variables.text('HISTFILE') === undefined) variables.assign('HISTFILE', historyFile(shell));
    if (variables.text('HISTSIZE') === undefined) variables.assign('HISTSIZE', '500');
    if (variables.text('HISTFILESIZE') === undefined) variables.assign('HISTFILESIZE', '500');
    shell.history = readHistory(shell, historyFile(shell)).slice(-(Number(variables.text('HISTSIZE')) || 500));
    this.#cooked = shell.terminal === undefined ? undefined : process.tcgetattr(this.#fd);
    const keys = terminalKeys(shell, this.#fd, () => {
      const { interrupted } = shell;
      shell.interrupted = false;
      return interrupted;
    });
    this.#editor = new LineEditor(keys, {
      write: (text) => shell.writeError(text),
      size: () => this.#size(),
      history: () => shell.history,
      complete: (line, cursor) => completeLine(shell, line, cursor),
    });
    process.onSignal('SIGWINCH', {
      restart: true,
      handle: () => {
        this.#updateSize();
        void this.#editor.resized();
      },
    });
    this.#updateSize();
  }

  #size(): { rows: number; columns: number } {
    if (this.#shell.terminal === undefined) return { rows: 24, columns: 80 };
    const size = this.#shell.process.windowSize(this.#fd);
    return size.columns > 0 ? size : { rows: 24, columns: 80 };
  }

  #updateSize(): void {
    const { rows, columns } = this.#size();
    this.#shell.variables.assign('LINES', String(rows));
    this.#shell.variables.assign('COLUMNS', String(columns));
  }

  #raw(): void {
    if (this.#cooked) this.#shell.process.tcsetattr(this.#fd, { canonical: false, echo: false, crToNl: false });
  }

  restoreTerminal(): void {
    if (!this.#cooked) return;
    try {
      this.#shell.process.tcsetattr(this.#fd, this.#cooked);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  async run(): Promise<number> {
    for (;;) {
      const text = await this.#readCommand();
      if (text === undefined) {
        const end = await this.#endOfInput();
        if (end !== undefined) return end;
        continue;
      }
      if (text.trim() === '') continue;
      this.#shell.exiting = this.#shell.exiting && /^\s*(?:exit|logout)\b/.test(text);
      await this.#runCommand(text);
    }
  }

  async #endOfInput(): Promise<number | undefined> {
    const shell = this.#shell;
    if (shell.terminal === undefined || !(await this.#stoppedJobs())) {
      await shell.writeError(shell.settings.dialect.farewell(shell.login, true));
      return shell.status;
    }
    return undefined;
  }

  /** Warns once of stopped jobs. */
  async #stoppedJobs(): Promise<boolean> {
    const shell = this.#shell;
    if (shell.exiting || !shell.jobs.all().some((job) => job.state === 'stopped')) return false;
    await shell.writeError(`${shell.settings.dialect.farewell(false, true)}There are stopped jobs.\n`);
    shell.exiting = true;
    return true;
  }

  /** Reads a whole command, over several lines where it needs them; undefined at the end of the input. */
  async #readCommand(): Promise<string | undefined> {
    const shell = this.#shell;
    let text = '';
    for (;;) {
      const line = await this.#readLine(text === '' ? 'PS1' : 'PS2');
      if (line === interrupted) {
        shell.status = 130;
        await runPendingTraps(shell);
        return '';
      }
      if (line === undefined) return text === '' ? undefined : text;
      const expanded = await this.#expandHistory(line);
      if (expanded === undefined) return '';
      text += `${expanded}\n`;
      if (!isIncomplete(text)) {
        rememberLine(shell, text.replace(/\n$/, ''));
        return text;
      }
    }
  }

  async #expandHistory(line: string): Promise<string | undefined> {
    const shell = this.#shell;
    if (!shell.options.has('histexpand') || !line.includes('!')) return line;
    const result = expandHistory(line, shell.history, shell.historyBase);
    if (result.kind === 'error') {
      await shell.writeError(`bash: ${result.message}\n`);
      return undefined;
    }
    if (result.text !== line) await shell.writeError(`${result.text}\n`);
    return result.text;
  }

  async #readLine(promptVariable: 'PS1' | 'PS2'): Promise<string | typeof interrupted | undefined> {
    const shell = this.#shell;
    if (promptVariable === 'PS1') await this.#beforePrompt();
    const { status } = shell;
    const prompt = await expandPrompt(shell, shell.variables.text(promptVariable) ?? '');
    shell.status = status;
    shell.interrupted = false;
    this.#raw();
    // Bracketed paste: a pasted text is one thing, its newlines do not run it.
    if (this.#cooked) await shell.writeError('\x1b[?2004h');
    const result = await this.#editor.readLine(prompt);
    if (this.#cooked) await shell.writeError('\x1b[?2004l\r');
    this.restoreTerminal();
    return result.kind === 'line' ? result.text : result.kind === 'interrupt' ? interrupted : undefined;
  }

  async #beforePrompt(): Promise<void> {
    const shell = this.#shell;
    await runPendingTraps(shell);
    await notifyJobs(shell);
    const hooks = shell.variables.get('PROMPT_COMMAND');
    const commands = hooks?.indexed?.values() ?? (hooks?.scalar ? [hooks.scalar] : []);
    for (const command of commands) {
      const { status } = shell;
      await this.#guarded(() => runText(shell, command, { name: 'PROMPT_COMMAND' }));
      shell.status = status;
    }
  }

  async #runCommand(text: string): Promise<void> {
    const shell = this.#shell;
    await this.#guarded(() => runText(shell, text, { name: undefined, firstLine: this.#lines, passDiscard: true }));
    this.#lines += text.split('\n').length - 1;
    shell.commandNumber++;
    takeTerminal(shell);
  }

  /** What ends a command early ends only the command. */
  async #guarded(run: () => Promise<number>): Promise<void> {
    const shell = this.#shell;
    try {
      await run();
    } catch (error) {
      if (error instanceof ExitJump) throw error;
      if (error instanceof DiscardJump) {
        if (error.signal && shell.interrupted) await shell.writeError('\n');
        shell.status = error.status;
      } else if (error instanceof ReturnJump) shell.status = error.status;
      else if (error instanceof RangeError) await shell.complain('maximum function nesting level exceeded');
      else if (isSystemError(error)) shell.status = 1;
      else if (!(error instanceof LoopJump)) throw error;
    }
    shell.interrupted = false;
    shell.conditionDepth = 0;
    shell.loopDepth = 0;
    shell.trapDepth = 0;
    shell.traceDepth = 0;
  }
}
