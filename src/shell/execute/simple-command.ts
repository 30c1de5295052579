import type { Assignment, Command, Redirection, Word } from 'unbash';
import { isSystemError, strerror } from '../../kernel/index.ts';
import { findBuiltin } from '../builtins/table.ts';
import type { Argument } from '../state/argument.ts';
import type { Builtin } from '../builtins/builtin.ts';
import { expandWordInto } from '../expand/expand.ts';
import { ReturnJump, ShellFailure } from '../state/control.ts';
import { chain, forEachMaybe, type Maybe } from '../state/maybe.ts';
import type { Shell, ShellFunction } from '../state/shell.ts';
import { updateJobs } from '../jobs/update-jobs.ts';
import { printFunction } from '../syntax/print-function.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { assignmentText } from '../state/argument.ts';
import { assign, expandAssignment } from './assignment.ts';
import { execProgram, findCommand, spawnProgram } from './external.ts';
import { runForeground } from './foreground.ts';
import { maxNesting, nested } from './nesting.ts';
import { redirect, type Restore } from './redirect.ts';
import { forkShell } from './subshell.ts';
import { runDebugTrap, runTrap } from './trap.ts';
import { traceAssignment, traceCommand } from './trace.ts';

/** How a command is run: `replace` when the process has nothing to do afterwards, so that a program may take its place. */
export interface RunOptions {
  replace?: boolean;
  /** The process was forked for this very command: a subshell needs no other one. */
  own?: boolean;
  /** `command` leaves out functions, `builtin` programs too. */
  only?: 'command' | 'builtin';
  standardPath?: boolean;
  /** Source text for the job table. */
  text?: string;
  /** Assignments before the command made a frame. */
  assigned?: boolean;
  /** The DEBUG trap was run already. */
  debugged?: boolean;
}


/** Runs a simple command of the tree. */
export function runSimpleCommand(shell: Shell, command: Command, unit: SourceUnit, options: RunOptions): Maybe<number> {
  shell.position = command.pos;
  shell.unit = unit;
  shell.substitutionStatus = undefined;
  if (shell.traps.has('DEBUG') && !options.debugged) return runDebugTrap(shell, unit.text.slice(command.pos, command.end)).then((go) => (go ? runCommand(shell, command, unit, options) : 0));
  return runCommand(shell, command, unit, options);
}

function runCommand(shell: Shell, command: Command, unit: SourceUnit, options: RunOptions): Maybe<number> {
  if (!command.name) return runAssignments(shell, command, unit);
  const words: string[] = [];
  return chain(expandWordInto(shell, command.name, unit, words), () => {
    const args = command.args;
    if (args.length === 0) return runExpanded(shell, command, unit, words, undefined, options);
    const declaration = declarationBuiltin(shell, command, words);
    if (declaration) return expandDeclaration(shell, args, unit, words, declaration).then((assignments) => runExpanded(shell, command, unit, words, assignments, options));
    const expanded = forEachMaybe(args, (arg) => expandWordInto(shell, arg.type === 'Word' ? arg : assignmentWord(arg), unit, words));
    return chain(expanded, () => runExpanded(shell, command, unit, words, undefined, options));
  });
}

function declarationBuiltin(shell: Shell, command: Command, words: readonly string[]): Builtin | undefined {
  const name = words[0] ?? '';
  if (words.length === 1 && (name === 'command' || name === 'builtin')) {
    const [next] = command.args;
    const inner = next?.type === 'Word' ? findBuiltin(shell, next.text) : undefined;
    return inner?.declaration ? inner : undefined;
  }
  if (words.length !== 1 || shell.functions.has(name)) return undefined;
  const builtin = findBuiltin(shell, name);
  return builtin?.declaration ? builtin : undefined;
}

const assignmentWords = new WeakMap<Assignment, Word>();

/** An assignment that stands among arguments of an ordinary command is a word. */
function assignmentWord(assignment: Assignment): Word {
  let word = assignmentWords.get(assignment);
  if (!word) {
    const value = assignment.value.type === 'Word' ? assignment.value : undefined;
    const head = assignment.text.slice(0, assignment.text.length - (value?.text.length ?? 0));
    word = {
      type: 'Word', text: assignment.text, value: assignment.text, pos: assignment.pos, end: assignment.end,
      parts: value?.parts ? [{ type: 'Literal', pos: assignment.pos, end: value.pos, text: head, value: head }, ...value.parts] : undefined,
    };
    assignmentWords.set(assignment, word);
  }
  return word;
}

/** Arguments of `declare` and its kin: assignments are expanded as such. Words go to `words` for tracing. */
async function expandDeclaration(shell: Shell, args: Command['args'], unit: SourceUnit, words: string[], builtin: Builtin): Promise<Argument[]> {
  const out: Argument[] = [];
  for (const arg of args) {
    if (arg.type === 'Assignment' && builtin.name !== 'alias') {
      const expanded = await expandAssignment(shell, arg, unit, words.some((word) => /^-\w*A/.test(word)));
      out.push(expanded);
      words.push(expanded.elements ? expanded.name : assignmentText(expanded));
      continue;
    }
    const fields: string[] = [];
    await expandWordInto(shell, arg.type === 'Word' ? arg : assignmentWord(arg), unit, fields);
    out.push(...fields);
    words.push(...fields);
  }
  return out;
}

/** A command without a name: assignments and redirections alone. */
async function runAssignments(shell: Shell, command: Command, unit: SourceUnit): Promise<number> {
  for (const item of command.prefix) {
    if (item.type !== 'Assignment') continue;
    const expanded = await expandAssignment(shell, item, unit);
    if (shell.options.has('xtrace')) await traceAssignment(shell, expanded, item.text);
    try {
      assign(shell, expanded);
    } catch (error) {
      if (error instanceof ShellFailure && shell.options.has('posix')) throw new ShellFailure(error.message, { fatal: true, status: 127 });
      throw error;
    }
  }
  shell.lastArgument = '';
  const { redirects } = command;
  if (redirects.length > 0) {
    const restore = await tryRedirect(shell, redirects, unit);
    if (!restore) return 1;
    restore();
  }
  return shell.substitutionStatus ?? 0;
}

/** Redirects; a failure is printed and gives undefined. */
async function tryRedirect(shell: Shell, redirects: readonly Redirection[], unit: SourceUnit): Promise<Restore | undefined> {
  try {
    return await redirect(shell, redirects, unit);
  } catch (error) {
    if (!(error instanceof ShellFailure) || error.fatal) throw error;
    await shell.report(error);
    return undefined;
  }
}

function runExpanded(shell: Shell, command: Command, unit: SourceUnit, words: string[], declared: readonly Argument[] | undefined, options: RunOptions): Maybe<number> {
  if (words.length === 0) return runAssignments(shell, command, unit);
  const { redirects, prefix } = command;
  shell.lastArgument = words[words.length - 1] ?? '';
  if (redirects.length === 0 && prefix.length === 0 && !shell.options.has('xtrace')) return dispatch(shell, words, declared, { ...options, text: unit.text.slice(command.pos, command.end) });
  return runDecorated(shell, command, unit, words, declared, options);
}

/** A command with redirections, assignments before it, or tracing. Expansions come first, then the trace, then redirections. */
async function runDecorated(shell: Shell, command: Command, unit: SourceUnit, words: string[], declared: readonly Argument[] | undefined, options: RunOptions): Promise<number> {
  const { prefix, redirects } = command;
  const posixSpecial = shell.options.has('posix') && (findBuiltin(shell, words[0] ?? '')?.special ?? false);
  const text = unit.text.slice(command.pos, command.end);
  const run = async (): Promise<number> => {
    if (shell.options.has('xtrace')) await traceCommand(shell, words);
    const how = { ...options, text, assigned: prefix.length > 0 };
    if (redirects.length === 0) return dispatch(shell, words, declared, how);
    const restore = await tryRedirect(shell, redirects, unit);
    if (!restore) {
      const status = shell.settings.dialect.redirectionStatus;
      if (posixSpecial) throw new ShellFailure('', { fatal: true, status });
      return status;
    }
    let keep = false;
    const { heldMessages } = shell;
    const held = isProgram(shell, words[0] ?? '') ? (shell.heldMessages = []) : [];
    try {
      const status = await dispatch(shell, words, declared, how);
      keep = words[0] === 'exec' && !shell.functions.has('exec');
      return status;
    } finally {
      shell.heldMessages = heldMessages;
      if (keep) restore.keep();
      else restore();
      for (const message of held) await shell.writeError(`${message}\n`);
    }
  };
  if (prefix.length === 0) return run();
  const { variables } = shell;
  variables.push('temporary');
  const kept: { name: string; value: string }[] = [];
  try {
    for (const item of prefix) if (item.type === 'Assignment') await assignTemporary(shell, item, unit, posixSpecial);
    const status = await run();
    if (posixSpecial) kept.push(...variables.temporaries());
    return status;
  } finally {
    variables.pop();
    // In POSIX mode assignments before a special builtin stay.
    for (const { name, value } of kept) {
      variables.assign(name, value);
      variables.setExported(name, true);
    }
  }
}

/** Whether a process of its own runs the command: its redirections are not the shell's. */
function isProgram(shell: Shell, name: string): boolean {
  return !shell.functions.has(name) && !findBuiltin(shell, name);
}

/** One assignment before a command: those after it see it already. */
async function assignTemporary(shell: Shell, item: Assignment, unit: SourceUnit, fatal: boolean): Promise<void> {
  const { variables } = shell;
  const assignment = await expandAssignment(shell, item, unit);
  if (shell.options.has('xtrace')) await traceAssignment(shell, assignment, item.text);
  if (assignment.subscript !== undefined) return;
  try {
    const existing = variables.get(assignment.name);
    if (existing) variables.refuseReadonly(assignment.name, existing);
    const old = existing?.scalar;
    const variable = variables.makeTemporary(variables.resolve(assignment.name).name || assignment.name);
    variable.value = variables.convert(variable, assignment.elements ? item.text.slice(item.text.indexOf('=') + 1) : (assignment.value ?? ''), assignment.append ? (old ?? '') : undefined);
    variables.onChange(assignment.name);
  } catch (error) {
    if (!(error instanceof ShellFailure)) throw error;
    if (fatal) throw new ShellFailure(error.message, { fatal: true, status: 127 });
    await shell.report(error);
  }
}

/** Runs a command given as words. */
export function dispatch(shell: Shell, words: readonly string[], declared: readonly Argument[] | undefined, options: RunOptions): Maybe<number> {
  const name = words[0] ?? '';
  if (!options.only) {
    const shellFunction = shell.functions.get(name);
    if (shellFunction && !(shell.options.has('posix') && findBuiltin(shell, name)?.special)) return callFunction(shell, shellFunction, words.slice(1), options.assigned);
  }
  const builtin = findBuiltin(shell, name);
  if (builtin) {
    try {
      const result = builtin.run(shell, declared ?? words.slice(1));
      return typeof result === 'number' ? result : result.catch((error: unknown) => builtinFailure(shell, name, error));
    } catch (error) {
      return builtinFailure(shell, name, error);
    }
  }
  if (options.only === 'builtin') return shell.complain(`builtin: ${name}: not a shell builtin`).then(() => 1);
  return runProgram(shell, words, options);
}

/** An error in a builtin ends the builtin only. */
async function builtinFailure(shell: Shell, name: string, error: unknown): Promise<number> {
  if (isSystemError(error)) {
    if (error.code === 'EINTR' && shell.interrupted) throw error;
    await shell.complain(`${name}: write error: ${strerror(error.code)}`);
    return 1;
  }
  if (!(error instanceof ShellFailure) || error.fatal || error.unwinds) throw error;
  if (error.message !== '') await shell.report(error);
  return error.status;
}

/** Calls a function in this shell. */
export async function callFunction(shell: Shell, callee: ShellFunction, args: readonly string[], adopt = false): Promise<number> {
  const limit = Number(shell.variables.text('FUNCNEST') ?? 0);
  if (shell.functionDepth >= (limit > 0 ? limit : maxNesting)) throw new ShellFailure(`${callee.name}: maximum function nesting level exceeded (${shell.functionDepth})`);
  const turn = nested(shell, shell.functionDepth);
  if (turn) await turn;
  const { positional, unit, position, loopDepth, getopts } = shell;
  shell.variables.pushFunction(adopt);
  shell.calls.push({ name: callee.name, source: callee.source, callLine: shell.line, args });
  shell.positional = [...args];
  shell.functionDepth++;
  shell.loopDepth = 0;
  const hidden = hideTraps(shell, callee);
  try {
    try {
      shell.status = await shell.runner.runFunctionBody(shell, callee);
    } catch (error) {
      if (!(error instanceof ReturnJump)) throw error;
      shell.status = error.status;
    }
    const returnTrap = shell.traps.get('RETURN');
    if (returnTrap) await runTrap(shell, 'RETURN', returnTrap);
    return shell.status;
  } catch (error) {
    // The message tells where it was, which is forgotten by then.
    if (error instanceof ShellFailure) error.prefix ??= shell.prefix;
    throw error;
  } finally {
    for (const [name, command] of hidden) if (!shell.traps.has(name)) shell.traps.set(name, command);
    shell.functionDepth--;
    shell.loopDepth = loopDepth;
    shell.positional = positional;
    shell.calls.pop();
    const ownOptions = shell.variables.isLocal('OPTIND');
    shell.variables.pop();
    shell.unit = unit;
    shell.position = position;
    if (ownOptions) shell.getopts = getopts;
  }
}

/** DEBUG, RETURN and ERR traps are not inherited by functions, unless `set -T` or `-E` says so. */
function hideTraps(shell: Shell, callee: ShellFunction): [string, string][] {
  if (shell.traps.size === 0) return [];
  const hidden: [string, string][] = [];
  for (const name of ['DEBUG', 'RETURN', 'ERR']) {
    const command = shell.traps.get(name);
    if (command === undefined) continue;
    if (name === 'ERR' ? shell.options.has('errtrace') : shell.options.has('functrace') || callee.trace) continue;
    hidden.push([name, command]);
    shell.traps.delete(name);
  }
  return hidden;
}

async function runProgram(shell: Shell, words: readonly string[], options: RunOptions): Promise<number> {
  const name = words[0] ?? '';
  const path = findCommand(shell, name, { standardPath: options.standardPath ?? false, remember: true });
  if (path === undefined) return commandNotFound(shell, name, words);
  const environment = { ...shell.variables.environment(), ...exportedFunctions(shell), ...(shell.settings.dialect.name === 'bash' && { _: path }) };
  try {
    if (options.replace && shell.traps.size === 0) {
      await execProgram(shell, name, path, words, environment);
      return await shell.runner.runScriptFile(shell, path, words);
    }
    // Who ended is reaped when it ends: programs see no zombie.
    if (shell.jobs.count > 0) await updateJobs(shell);
    return await runForeground(shell, options.text ?? words.join(' '), (spawn) => {
      const start = spawnProgram(shell, name, path, words, { ...spawn, env: environment });
      if (start.kind === 'program') return start.pid;
      return forkShell(shell, (child) => child.runner.runScriptFile(child, path, words), spawn);
    });
  } catch (error) {
    if (!(error instanceof ShellFailure)) throw error;
    if (/: bad interpreter: /.test(error.message)) await shell.writeError(`${shell.calls[shell.calls.length - 1]?.source || shell.name}: ${error.message}\n`);
    else await shell.report(error);
    return error.status;
  }
}

/** Functions that children get, as bash hands them on. */
function exportedFunctions(shell: Shell): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const own of shell.functions.values()) if (own.exported) environment[`BASH_FUNC_${own.name}%%`] = printFunction(own).slice(own.name.length + 1).replace(/^\(\) \n/, '() ');
  return environment;
}

async function commandNotFound(shell: Shell, name: string, words: readonly string[]): Promise<number> {
  const handler = shell.functions.get('command_not_found_handle');
  if (handler) {
    return runForeground(shell, name, () => forkShell(shell, (child) => callFunction(child, handler, words)));
  }
  const { variables } = shell;
  const hint = await shell.settings.commandNotFound?.(name, words, { process: shell.process, language: variables.text('LC_ALL') || variables.text('LC_MESSAGES') || variables.text('LANG') || '' });
  if (hint === undefined) await shell.complain(shell.settings.dialect.notFound(name));
  else await shell.writeError(hint.endsWith('\n') ? hint : `${hint}\n`);
  return 127;
}

