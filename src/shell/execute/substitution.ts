import type { ParsedScript, Word } from 'unbash';
import { concatBytes } from '../../base/index.ts';
import { isSystemError, strerror } from '../../kernel/index.ts';
import { updateJobs } from '../jobs/update-jobs.ts';
import { expandText } from '../expand/expand.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { SourceUnit } from '../syntax/source-unit.ts';
import { describeSyntaxError } from '../syntax/syntax-error.ts';
import { decodeText } from '../text/byte-string.ts';
import { runStatements } from './command.ts';
import { attempt, forkRetrying } from './fork-retry.ts';
import { redirectHigh } from './high-descriptor.ts';
import { exitStatus, forkShell, maxValue, waitForChild } from './subshell.ts';

/** `$(…)` and backquotes: the output without the newlines at its end. */
export async function substituteCommand(shell: Shell, script: ParsedScript, unit: SourceUnit): Promise<string> {
  const file = inputFile(script);
  if (file) return readInput(shell, await expandText(shell, file, unit));
  if (script.commands.length === 0 && !script.errors) {
    shell.substitutionStatus = 0;
    return '';
  }
  const { process } = shell;
  if (shell.jobs.count > 0) await updateJobs(shell);
  const [reader, writer] = process.pipe();
  const start = (): number => forkShell(shell, async (child) => {
    child.process.close(reader);
    child.process.dup2(writer, 1);
    if (writer !== 1) child.process.close(writer);
    child.traceDepth++;
    if (!child.options.shopt('inherit_errexit') && !child.options.has('posix')) child.options.put('errexit', false);
    return runSubstituted(child, script, unit);
  });
  const pid = attempt(start) ?? (await forkRetrying(shell, start, [reader, writer]));
  process.close(writer);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const part = await readThrough(shell, reader);
      if (part.length === 0) break;
      parts.push(part);
      size += part.length;
      if (size > maxValue / 2) throw new RangeError('out of memory');
    }
  } finally {
    process.close(reader);
  }
  const status = exitStatus(await waitForChild(process, pid));
  shell.substitutionStatus = status;
  shell.status = status;
  return cleanOutput(shell, concatBytes(parts));
}

async function readThrough(shell: Shell, fd: number): Promise<Uint8Array> {
  for (;;) {
    try {
      return await shell.process.read(fd);
    } catch (error) {
      if (!isSystemError(error, 'EINTR') || shell.interrupted) throw error;
    }
  }
}

async function runSubstituted(child: Shell, script: ParsedScript, unit: SourceUnit): Promise<number> {
  const [error] = script.errors ?? [];
  if (error) {
    const text = unit.text.slice(script.pos, script.end);
    const complaint = describeSyntaxError(new SourceUnit(text, unit.line(script.pos)), script.errors?.map((one) => ({ ...one, pos: one.pos - script.pos })) ?? []);
    for (const message of complaint.messages) await child.writeError(`${child.name}: command substitution: line ${complaint.line}: ${message}\n`);
    return 2;
  }
  return runStatements(child, script.commands, unit, { replace: script.commands.length === 1 });
}

/** The word of `$(< file)`. */
function inputFile(script: ParsedScript) {
  const [statement] = script.commands;
  const command = statement?.command;
  if (script.commands.length !== 1 || command?.type !== 'Command' || command.name || command.prefix.length !== 1) return undefined;
  const [redirect] = command.redirects;
  return redirect?.type === 'Redirect' && redirect.operator === '<' && !redirect.descriptor ? redirect.target : undefined;
}

async function readInput(shell: Shell, path: string): Promise<string> {
  const { process } = shell;
  try {
    const fd = process.open(path, 'r');
    const parts: Uint8Array[] = [];
    let size = 0;
    for (let part = await process.read(fd); part.length > 0; part = await process.read(fd)) {
      parts.push(part);
      size += part.length;
      if (size > maxValue / 2) throw new RangeError('out of memory');
    }
    process.close(fd);
    shell.substitutionStatus = 0;
    shell.status = 0;
    return cleanOutput(shell, concatBytes(parts));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await shell.complain(`${path}: ${strerror(error.code)}`);
    shell.substitutionStatus = 1;
    shell.status = 1;
    return '';
  }
}

/** `<(< file)` */
async function copyInput(child: Shell, file: Word, unit: SourceUnit): Promise<number> {
  await child.write(1, `${await readInput(child, await expandText(child, file, unit))}\n`);
  return child.status;
}

async function cleanOutput(shell: Shell, bytes: Uint8Array): Promise<string> {
  let output = bytes;
  if (bytes.includes(0)) {
    await shell.complain('warning: command substitution: ignored null byte in input');
    output = bytes.filter((byte) => byte !== 0);
  }
  return decodeText(output).replace(/\n+$/, '');
}

/** `<(…)` and `>(…)`: starts the command and gives the path of the other end. */
export function substituteProcess(shell: Shell, direction: '<' | '>', script: ParsedScript, unit: SourceUnit): string {
  const { process } = shell;
  const [reader, writer] = process.pipe();
  const [ours, theirs] = direction === '<' ? [reader, writer] : [writer, reader];
  const pid = attempt(() => forkShell(shell, (child) => {
    child.process.close(ours);
    const target = direction === '<' ? 1 : 0;
    child.process.dup2(theirs, target);
    if (theirs !== target) child.process.close(theirs);
    const file = inputFile(script);
    if (file) return copyInput(child, file, unit);
    return runSubstituted(child, script, unit);
  }, { background: true }));
  process.close(theirs);
  if (pid === undefined) {
    process.close(ours);
    throw new ShellFailure(`cannot make child for process substitution: ${strerror('EAGAIN')}`);
  }
  shell.lastBackground = pid;
  const fd = redirectHigh(shell, ours);
  shell.substitutionDescriptors.push(fd);
  return `/dev/fd/${fd}`;
}
