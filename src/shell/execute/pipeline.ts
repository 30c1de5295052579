import type { AndOr, CommandNode, CompoundList, Coproc, Pipeline, PipelineNode, Statement } from 'unbash';
import { isSystemError } from '../../kernel/index.ts';
import type { Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { printCommand } from '../syntax/print-function.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { updateJobs } from '../jobs/update-jobs.ts';
import { waitForeground } from './foreground.ts';
import { attempt, forkRetrying } from './fork-retry.ts';
import { redirectHigh } from './high-descriptor.ts';
import type { RunOptions } from './simple-command.ts';
import { forkShell } from './subshell.ts';
import { runDebugTrap } from './trap.ts';

/** Runs a node; given as argument, because nodes hold pipelines and pipelines hold nodes. */
export type RunNode = (shell: Shell, node: PipelineNode | AndOr | CompoundList, unit: SourceUnit, options?: RunOptions) => Maybe<number>;

/** Runs a pipeline of two or more commands in the foreground. */
export async function runPipeline(shell: Shell, node: Pipeline, unit: SourceUnit, runNode: RunNode): Promise<number> {
  const control = shell.options.has('monitor');
  const last = node.commands[node.commands.length - 1];
  if (last && shell.options.shopt('lastpipe') && !control) return runWithLastHere(shell, node, last, unit, runNode);
  const { pids } = await launchPipeline(shell, node, unit, runNode, { background: false });
  const statuses = await waitForeground(shell, pids, control ? pids[0] : undefined, () => printCommand(node, unit.text));
  return settle(shell, statuses);
}

function settle(shell: Shell, statuses: number[]): number {
  shell.pipeStatus = statuses;
  const last = statuses[statuses.length - 1] ?? 0;
  if (!shell.options.has('pipefail')) return last;
  return statuses.findLast((status) => status !== 0) ?? 0;
}

/** `shopt lastpipe`: the last command runs in this shell. */
async function runWithLastHere(shell: Shell, node: Pipeline, last: CommandNode, unit: SourceUnit, runNode: RunNode): Promise<number> {
  const { process } = shell;
  const { pids, reader } = await launchPipeline(shell, node, unit, runNode, { background: false, lastHere: true });
  const saved = process.dup(0, 10);
  process.setCloexec(saved, true);
  let status: number;
  try {
    if (reader !== undefined) {
      process.dup2(reader, 0);
      process.close(reader);
    }
    status = await runNode(shell, last, unit);
  } finally {
    process.dup2(saved, 0);
    process.close(saved);
  }
  const statuses = await waitForeground(shell, pids, undefined, '');
  return settle(shell, [...statuses, status]);
}

interface LaunchOptions {
  background: boolean;
  /** The last command is left to the caller, who gets the read end. */
  lastHere?: boolean;
}

/** Starts all commands of a pipeline, each in a process. */
async function launchPipeline(shell: Shell, node: Pipeline, unit: SourceUnit, runNode: RunNode, options: LaunchOptions): Promise<{ pids: number[]; reader: number | undefined }> {
  const { process } = shell;
  const control = shell.options.has('monitor');
  const pids: number[] = [];
  // Children see the jobs as they are now.
  if (shell.jobs.count > 0) await updateJobs(shell);
  let input: number | undefined;
  const count = options.lastHere ? node.commands.length - 1 : node.commands.length;
  for (let index = 0; index < count; index++) {
    const command = node.commands[index];
    if (!command) break;
    const pipe = index < node.commands.length - 1 ? process.pipe() : undefined;
    const source = input;
    const both = node.operators[index] === '|&';
    const first = index === 0;
    if (command.type === 'Command' && shell.traps.has('DEBUG')) {
      shell.position = command.pos;
      await runDebugTrap(shell, unit.text.slice(command.pos, command.end));
    }
    const start = (): number => forkShell(shell, async (child) => {
      const own = child.process;
      if (source !== undefined) {
        own.dup2(source, 0);
        if (source !== 0) own.close(source);
      } else if (first && options.background && !control) detachInput(child);
      if (pipe) {
        own.close(pipe[0]);
        own.dup2(pipe[1], 1);
        if (both) own.dup2(1, 2);
        if (pipe[1] !== 1) own.close(pipe[1]);
      }
      return runNode(child, command, unit, { replace: true, own: true, debugged: true });
    }, { background: options.background, ...(control ? { processGroup: pids[0] ?? 'new' } : {}) });
    const pid = attempt(start) ?? (await forkRetrying(shell, start, [...(source === undefined ? [] : [source]), ...(pipe ?? [])]));
    pids.push(pid);
    if (source !== undefined) process.close(source);
    if (pipe) process.close(pipe[1]);
    input = pipe?.[0];
  }
  return { pids, reader: input };
}

/** A new process takes its time: what its parent does next comes first. */
async function afterParent(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** Background commands without job control read nothing. */
function detachInput(child: Shell): void {
  try {
    const fd = child.process.open('/dev/null', 'r');
    if (fd === 0) return;
    child.process.dup2(fd, 0);
    child.process.close(fd);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Starts a statement that ends in `&`. */
export async function startBackground(shell: Shell, statement: Statement, unit: SourceUnit, runNode: RunNode): Promise<number> {
  const control = shell.options.has('monitor');
  const node = statement.command;
  shell.position = node.pos;
  shell.unit = unit;
  const text = printCommand(node, unit.text);
  const start = (): number => forkShell(shell, async (child) => {
    await afterParent();
    if (!control) detachInput(child);
    // It is the list's own command that may fail, not the one that was put in the background.
    if (node.type === 'Command') child.traps.delete('ERR');
    return runNode(child, node, unit, { replace: true, own: true });
  }, { background: true, ...(control ? { processGroup: 'new' } : {}) });
  const pids = node.type === 'Pipeline' && node.prefixes.length === 0
    ? (await launchPipeline(shell, node, unit, runNode, { background: true })).pids
    : [attempt(start) ?? (await forkRetrying(shell, start))];
  await registerBackground(shell, pids, text);
  return 0;
}

/** Makes a job of background processes and tells an interactive user. */
export async function registerBackground(shell: Shell, pids: readonly number[], text: string): Promise<void> {
  const last = pids[pids.length - 1];
  if (last === undefined) return;
  const job = shell.jobs.add(pids[0] ?? last, pids, text, shell.process.cwd, false);
  shell.lastBackground = last;
  if (shell.interactive) await shell.writeError(`[${job.id}] ${last}\n`);
}

/** `coproc NAME command`: its ends are `${NAME[0]}` (to read) and `${NAME[1]}` (to write). */
export async function startCoprocess(shell: Shell, node: Coproc, unit: SourceUnit, runNode: RunNode): Promise<number> {
  const { process } = shell;
  const name = node.name?.value ?? 'COPROC';
  const [readIn, writeIn] = process.pipe();
  const [readOut, writeOut] = process.pipe();
  const start = (): number => forkShell(shell, async (child) => {
    const own = child.process;
    own.dup2(readIn, 0);
    own.dup2(writeOut, 1);
    for (const fd of [readIn, writeIn, readOut, writeOut]) if (fd > 1) own.close(fd);
    return runNode(child, node.body, unit, { replace: true, own: true });
  }, { background: true });
  const pid = attempt(start) ?? (await forkRetrying(shell, start, [readIn, writeIn, readOut, writeOut]));
  process.close(readIn);
  process.close(writeOut);
  const reader = redirectHigh(shell, readOut);
  const writer = redirectHigh(shell, writeIn);
  for (const fd of [reader, writer]) process.setCloexec(fd, true);
  shell.variables.assignArray(name, [String(reader), String(writer)]);
  shell.variables.assign(`${name}_PID`, String(pid));
  await registerBackground(shell, [pid], printCommand(node, unit.text));
  return 0;
}

/** Closes what process substitutions opened since `mark`. */
export function closeSubstitutions(shell: Shell, mark: number): void {
  for (const fd of shell.substitutionDescriptors.splice(mark)) {
    try {
      shell.process.close(fd);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}
