import { parseSignal, type Signal, signalNumbers } from '../../kernel/index.ts';
import { interactiveSignals } from './external.ts';
import { ExitJump, ReturnJump } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';

/** Canonical name of what a trap may be set on: `EXIT`, `ERR`, `DEBUG`, `RETURN` or a signal (`SIGINT`). */
export function trapName(text: string): string | undefined {
  if (/^\d+$/.test(text)) return Number(text) === 0 ? 'EXIT' : parseSignal(String(Number(text)));
  const upper = text.toUpperCase();
  if (upper === 'EXIT') return 'EXIT';
  if (upper === 'ERR' || upper === 'DEBUG' || upper === 'RETURN') return upper;
  return parseSignal(text);
}

/** Number that `trap -l` order and `trap` listing use. */
export function trapOrder(name: string): number {
  if (name === 'EXIT') return 0;
  return name in signalNumbers ? signalNumbers[name as Signal] : name === 'DEBUG' ? 65 : name === 'ERR' ? 66 : 67;
}

/** Sets what a signal does: a command, '' to ignore it, undefined for the default. */
export function setTrap(shell: Shell, name: string, command: string | undefined): void {
  shell.inheritedTraps = undefined;
  // What was ignored when the shell began stays so.
  if (!shell.interactive && shell.ignoredAtStart.has(name as Signal)) return;
  if (command === undefined) shell.traps.delete(name);
  else shell.traps.set(name, command);
  if (!(name in signalNumbers)) return;
  applyDisposition(shell, name as Signal);
}

/** Tells the kernel what the shell does on a signal. */
export function applyDisposition(shell: Shell, signal: Signal, restart = true): void {
  if (signal === 'SIGKILL' || signal === 'SIGSTOP') return;
  const command = shell.traps.get(signal);
  if (command === '') shell.process.onSignal(signal, 'ignore');
  else if (command !== undefined) {
    shell.process.onSignal(signal, {
      handle: (received) => {
        shell.pendingSignals.push(received);
      },
      restart,
    });
  } else if (shell.ignoredAtStart.has(signal)) shell.process.onSignal(signal, 'ignore');
  else if (shell.interactive) applyInteractive(shell, signal);
  else shell.process.onSignal(signal, 'default');
}

/** What an interactive shell does with signals: Ctrl-C gives up the line, job control signals and SIGTERM do nothing. */
export function applyInteractive(shell: Shell, signal: Signal): void {
  if (signal === 'SIGINT') {
    shell.process.onSignal('SIGINT', {
      handle: () => {
        shell.interrupted = true;
      },
      restart: false,
    });
  } else if (signal === 'SIGTERM' || signal === 'SIGQUIT' || signal === 'SIGTSTP' || signal === 'SIGTTIN' || signal === 'SIGTTOU') shell.process.onSignal(signal, 'ignore');
  else shell.process.onSignal(signal, 'default');
}

/** Makes blocking calls end with EINTR when a trapped signal comes (`wait`, `read`), or not. */
export function interruptCalls(shell: Shell, on: boolean): void {
  for (const [name, command] of shell.traps) if (command !== '' && name in signalNumbers) applyDisposition(shell, name as Signal, !on);
}

/** A subshell starts with the traps that ignore; others are back at their defaults. */
export function resetTrapsForChild(child: Shell, background: boolean): void {
  const wasInteractive = child.interactive;
  child.interactive = false;
  if (wasInteractive) for (const signal of [...interactiveSignals, 'SIGWINCH'] as const) child.process.onSignal(signal, 'default');
  child.inheritedTraps = new Map(child.traps);
  for (const [name, command] of [...child.traps]) {
    if (command === '' && name in signalNumbers) continue;
    if (name === 'ERR' && child.options.has('errtrace')) continue;
    if ((name === 'DEBUG' || name === 'RETURN') && child.options.has('functrace')) continue;
    child.traps.delete(name);
    if (name in signalNumbers) child.process.onSignal(name as Signal, 'default');
  }
  if (background && !child.options.has('monitor')) for (const signal of ['SIGINT', 'SIGQUIT'] as const) child.process.onSignal(signal, 'ignore');
  child.options.put('monitor', false);
}

/** Runs the traps of signals that came. */
export async function runPendingTraps(shell: Shell): Promise<void> {
  for (let signal = shell.pendingSignals.shift(); signal; signal = shell.pendingSignals.shift()) {
    const command = shell.traps.get(signal);
    if (command) await runTrap(shell, signal, command);
  }
}

/**
 * Runs a trap's command; `$?` is kept, the result is what the command ended with. Within a trap its own kind does not happen.
 * Lines of DEBUG, ERR and RETURN are those of the command they belong to, lines of a signal's trap its own.
 */
export async function runTrap(shell: Shell, name: string, command: string): Promise<number> {
  if (shell.runningTraps.has(name)) return 0;
  const { status, position, unit, pipeStatus, conditionDepth, currentCommand, lastArgument } = shell;
  const own = name in signalNumbers;
  shell.runningTraps.add(name);
  if (!own) shell.conditionDepth = 0;
  try {
    await shell.runner.runText(shell, command, { name: 'trap', firstLine: own ? 1 : shell.line });
    return shell.status;
  } finally {
    shell.runningTraps.delete(name);
    shell.conditionDepth = conditionDepth;
    shell.status = status;
    shell.position = position;
    shell.unit = unit;
    shell.pipeStatus = pipeStatus;
    shell.currentCommand = currentCommand;
    shell.lastArgument = lastArgument;
  }
}

/** Runs the DEBUG trap before a command; says whether the command is to run (`shopt extdebug` lets the trap refuse). */
export async function runDebugTrap(shell: Shell, text: string): Promise<boolean> {
  const trap = shell.traps.get('DEBUG');
  if (!trap || shell.runningTraps.has('DEBUG')) return true;
  shell.currentCommand = text;
  const status = await runTrap(shell, 'DEBUG', trap);
  if (!shell.options.shopt('extdebug') || status === 0) return true;
  if (status === 2 && (shell.functionDepth > 0 || shell.sourceDepth > 0)) throw new ReturnJump(2);
  return false;
}

/** Runs the EXIT trap, if any; the result is the shell's exit status. */
export async function runExitTrap(shell: Shell, status: number): Promise<number> {
  const command = shell.traps.get('EXIT');
  shell.status = status;
  if (!command) return status;
  shell.traps.delete('EXIT');
  try {
    await shell.runner.runText(shell, command, { name: 'exit trap' });
  } catch (error) {
    if (error instanceof ExitJump) return error.status;
    throw error;
  }
  return status;
}
