import { exhausted } from '../../base/index.ts';
import { isSystemError, type Termios } from '../../kernel/index.ts';
import { interactiveSignals } from '../execute/external.ts';
import { takeTerminal } from '../execute/foreground.ts';
import { runText } from '../execute/run-text.ts';
import { applyDisposition, runPendingTraps } from '../execute/trap.ts';
import { expandPrompt } from '../expand/prompt.ts';
import { hangUpJobs, notifyJobs, updateJobs, warnOfJobs } from '../jobs/update-jobs.ts';
import { LineEditor } from '../readline/editor.ts';
import { complainOfMemory } from '../execute/subshell.ts';
import { DiscardJump, ExitJump, LoopJump, ReturnJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { isIncomplete, openAtEnd } from '../syntax/incomplete.ts';
import { editorHost, readInitFile } from './editor-host.ts';
import type { HistoryMemory } from './history-expansion.ts';
import { loadHistory } from './load-history.ts';
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
    if (shell.login && shell.options.shopt('huponexit')) hangUpJobs(shell);
  }
}

/** What a history expansion made of a line. */
type Expanded = { kind: 'run'; text: string } | { kind: 'again'; text: string };

class InteractiveLoop {
  readonly #shell: Shell;
  readonly #fd: number;
  readonly #editor: LineEditor;
  readonly #cooked: Termios | undefined;
  readonly #historyMemory: HistoryMemory = { search: '', old: '', replacement: '', found: '' };
  #lines = 1;
  #endsInARow = 0;
  /** What the next line starts with: `histverify`, `histreedit`. */
  #initial = '';

  constructor(shell: Shell) {
    this.#shell = shell;
    this.#fd = shell.terminal ?? 0;
    const { process } = shell;
    loadHistory(shell);
    this.#cooked = shell.terminal === undefined ? undefined : process.tcgetattr(this.#fd);
    const keys = terminalKeys(shell, this.#fd, () => {
      const { interrupted: wasInterrupted } = shell;
      shell.interrupted = false;
      return wasInterrupted;
    });
    this.#editor = new LineEditor(keys, editorHost(shell, { size: () => this.#size(), cooked: (run) => this.#asCommand(run) }));
    shell.editing = this.#editor;
    process.onSignal('SIGWINCH', {
      restart: true,
      handle: () => {
        this.#updateSize();
        void this.#editor.resized();
      },
    });
    process.onSignal('SIGCHLD', { restart: true, handle: () => void this.#notifyNow() });
    process.onSignal('SIGHUP', { restart: false, handle: () => this.#hangUp() });
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

  /** Keys one by one; Ctrl-S searches instead of stopping the output. */
  #raw(): void {
    if (this.#cooked) this.#shell.process.tcsetattr(this.#fd, { canonical: false, echo: false, crToNl: false, flowControl: false });
  }

  restoreTerminal(): void {
    if (!this.#cooked) return;
    try {
      this.#shell.process.tcsetattr(this.#fd, this.#cooked);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  async #asCommand<T>(run: () => Promise<T>): Promise<T> {
    this.restoreTerminal();
    try {
      return await run();
    } finally {
      takeTerminal(this.#shell);
      this.#raw();
    }
  }

  /** `set -b`: jobs that end are told of at once. */
  async #notifyNow(): Promise<void> {
    const shell = this.#shell;
    if (!shell.options.has('notify') || !this.#editor.reading || shell.jobs.count === 0) return;
    await updateJobs(shell);
    if (!shell.jobs.all().some((job) => job.state !== 'running' && !job.notified)) return;
    await this.#editor.screen.erase();
    await notifyJobs(shell);
    await this.#editor.screen.redraw(this.#editor.buffer.characters, this.#editor.buffer.cursor);
  }

  /** The terminal is gone: the jobs are told, then the shell ends too. */
  #hangUp(): void {
    const { process } = this.#shell;
    hangUpJobs(this.#shell);
    process.onSignal('SIGHUP', 'default');
    process.kill(process.pid, 'SIGHUP');
  }

  async run(): Promise<number> {
    await readInitFile(this.#shell);
    for (;;) {
      const text = await this.#readCommand();
      if (text === undefined) {
        const end = await this.#endOfInput();
        if (end !== undefined) return end;
        continue;
      }
      this.#endsInARow = 0;
      if (text.trim() === '') continue;
      this.#shell.exiting = this.#shell.exiting && /^\s*(?:exit|logout)\b/.test(text);
      await this.#runCommand(text);
    }
  }

  async #endOfInput(): Promise<number | undefined> {
    const shell = this.#shell;
    const ignored = shell.options.has('ignoreeof') ? (shell.variables.text('IGNOREEOF') ?? '10') : shell.variables.text('IGNOREEOF');
    if (ignored !== undefined && this.#endsInARow++ < (/^\d+$/.test(ignored) ? Number(ignored) : 10)) {
      await shell.writeError(`Use "${shell.login ? 'logout' : 'exit'}" to leave the shell.\n`);
      return undefined;
    }
    await shell.writeError(shell.settings.dialect.farewell(shell.login, true));
    if (shell.terminal !== undefined && !shell.exiting && (await warnOfJobs(shell))) return undefined;
    return shell.status;
  }

  /** Reads a whole command, over several lines where it needs them; undefined at the end of the input. */
  async #readCommand(): Promise<string | undefined> {
    const shell = this.#shell;
    const lines: string[] = [];
    for (;;) {
      const line = await this.#readLine(lines.length === 0 ? 'PS1' : 'PS2');
      if (line === interrupted) {
        shell.status = 130;
        await runPendingTraps(shell);
        return '';
      }
      if (line === undefined) {
        if (lines.length === 0) return undefined;
        // Ctrl-D in the middle of a command: the parser tells what is missing.
        return `${lines.join('\n')}\n`;
      }
      const expanded = await this.#expandHistory(line, lines);
      if (expanded === undefined) {
        if (lines.length === 0) return '';
        continue;
      }
      if (expanded.kind === 'again') {
        this.#initial = expanded.text;
        continue;
      }
      lines.push(expanded.text);
      const text = `${lines.join('\n')}\n`;
      if (!isIncomplete(text)) {
        rememberLine(shell, lines);
        return text;
      }
    }
  }

  /** `before`: the lines of the command that it goes on with. */
  async #expandHistory(line: string, before: readonly string[]): Promise<Expanded | undefined> {
    const shell = this.#shell;
    if (!shell.options.has('histexpand') || !(line.includes('!') || line.startsWith('^'))) return { kind: 'run', text: line };
    const within = before.length === 0 ? undefined : openAtEnd(`${before.join('\n')}\n`);
    if (within === 'here-document') return { kind: 'run', text: line };
    const { expandHistory } = await import('./history-expansion.ts');
    const result = expandHistory(line, shell.history, shell.historyBase, this.#historyMemory, within);
    if (result.kind === 'error') {
      await shell.writeError(`bash: ${result.message}\n`);
      if (shell.options.shopt('histreedit')) this.#initial = line;
      return undefined;
    }
    if (result.print) {
      await shell.writeError(`${result.text}\n`);
      rememberLine(shell, [result.text]);
      return undefined;
    }
    if (result.text === line) return { kind: 'run', text: line };
    if (shell.options.shopt('histverify')) return { kind: 'again', text: result.text };
    await shell.writeError(`${result.text}\n`);
    return { kind: 'run', text: result.text };
  }

  async #readLine(promptVariable: 'PS1' | 'PS2'): Promise<string | typeof interrupted | undefined> {
    const shell = this.#shell;
    if (promptVariable === 'PS1') await this.#beforePrompt();
    const { status } = shell;
    const prompt = await expandPrompt(shell, shell.variables.text(promptVariable) ?? '');
    shell.status = status;
    shell.interrupted = false;
    const vi = shell.options.has('vi');
    if (vi !== (this.#editor.keymaps.current !== 'emacs')) await this.#editor.useKeymap(vi ? 'vi-insert' : 'emacs');
    this.#raw();
    // Bracketed paste: a pasted text is one thing, its newlines do not run it.
    const bracketed = this.#cooked !== undefined && this.#editor.settings.on('enable-bracketed-paste');
    if (bracketed) await shell.writeError('\x1b[?2004h');
    const initial = this.#initial;
    this.#initial = '';
    const result = await this.#editor.readLine(prompt, initial);
    if (bracketed) await shell.writeError('\x1b[?2004l\r');
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
    const before = shell.variables.text('PS0');
    if (before) await shell.writeError((await expandPrompt(shell, before)).replace(/[\x01\x02]/g, ''));
    await this.#guarded(() => runText(shell, text, { name: undefined, firstLine: this.#lines, passDiscard: true }));
    this.#lines += text.split('\n').length - 1;
    shell.commandNumber++;
    takeTerminal(shell);
    if (shell.options.shopt('checkwinsize')) this.#updateSize();
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
      else if (exhausted(error) === 'stack') await shell.complain('maximum function nesting level exceeded');
      else if (exhausted(error) === 'memory') {
        await complainOfMemory(shell);
        shell.status = 2;
      }
      else if (isSystemError(error)) shell.status = 1;
      else if (!(error instanceof LoopJump)) throw error;
    }
    shell.interrupted = false;
    shell.conditionDepth = 0;
    shell.loopDepth = 0;
    shell.traceDepth = 0;
  }
}
