import { DiscardJump, ExitJump, ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { expandAliases } from '../syntax/alias.ts';
import { parseScript, type Script, type StatementGroup } from '../syntax/script.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { isIncomplete } from '../syntax/incomplete.ts';
import { runStatements } from './command.ts';
import type { RunOptions } from './simple-command.ts';

/** How a text is run. */
export interface TextOptions {
  /** What syntax errors name before the line: `-c`, `eval`; undefined for a script file. */
  name: string | undefined;
  firstLine?: number;
  /** The process ends with this text: its last program may replace it. */
  final?: boolean;
  /** An error in an expansion is passed on, not swallowed. */
  passDiscard?: boolean;
  /** The text is what the shell itself reads (a script file, standard input): what was given up goes on with the next line. */
  reader?: boolean;
}

/** Parses and runs a whole text in this shell, line by line as bash does; the result is the last status. */
export async function runText(shell: Shell, text: string, options: TextOptions): Promise<number> {
  let script = parseScript(text, options.firstLine);
  let status = 0;
  let ran = false;
  /** How far aliases are replaced. */
  let replaced = 0;
  for (let index = 0; ; index++) {
    const group = script.groups[index];
    if (hasAliases(shell) && (group || script.error)) {
      const start = group?.pos ?? script.limit;
      // Here-documents lie between a line and the next.
      const end = group ? (script.groups[index + 1]?.pos ?? Math.max(group.end, Math.min(script.limit, script.unit.text.length))) : script.unit.text.length;
      const expanded = end > replaced ? expandAliases(shell.aliases, script.unit.text.slice(start), Math.max(0, replaced - start), end - start) : undefined;
      if (expanded) {
        // What a value makes of the line may be more or less than a line: it is read anew.
        replaced = expanded.end;
        script = parseScript(expanded.text, script.unit.line(start));
        index = -1;
        continue;
      }
      replaced = end;
    }
    if (!group) break;
    const { name: dialect } = shell.settings.dialect;
    const foreign = dialect === 'bash' ? undefined : (await import('../syntax/foreign-syntax.ts')).foreignSyntax(script.unit, group, dialect);
    if (foreign) return complain(shell, { ...script, error: foreign }, options.name);
    const glob = extendedGlobs.test(script.unit.text.slice(group.pos, group.end)) && !shell.options.shopt('extglob') ? (await import('../syntax/extended-glob.ts')).unexpectedGlob(script.unit, group) : undefined;
    if (glob) {
      await complain(shell, { ...script, error: glob }, options.name);
      return shell.status;
    }
    const final = options.final && index === script.groups.length - 1 && !script.error;
    if (shell.options.has('verbose')) await shell.writeError(`${script.unit.text.slice(group.pos, group.end)}\n`);
    status = await runGroup(shell, group, script.unit, final ? { replace: true } : {}, options);
    ran = true;
  }
  if (script.error) {
    status = await complain(shell, script, options.name);
    return status;
  }
  return ran ? status : options.reader ? shell.status : 0;
}

const extendedGlobs = /[@?*+!]\(/;

function hasAliases(shell: Shell): boolean {
  return shell.aliases.size > 0 && shell.options.shopt('expand_aliases');
}

/** Runs the statements of one line. An error in an expansion ends the line (and a shell under `set -u` or `${x?}`). */
export async function runGroup(shell: Shell, group: StatementGroup, unit: SourceUnit, run: RunOptions, options: Pick<TextOptions, 'passDiscard' | 'reader'> = {}): Promise<number> {
  const { conditionDepth, loopDepth } = shell;
  try {
    const status = await runStatements(shell, group.statements, unit, run);
    shell.status = status;
    return status;
  } catch (error) {
    shell.conditionDepth = conditionDepth;
    shell.loopDepth = loopDepth;
    if (error instanceof ShellFailure) {
      let { fatal } = error;
      try {
        if (error.message !== '') await shell.report(error);
      } catch (worse) {
        // What bash survives may end ash and dash.
        if (!(worse instanceof ShellFailure)) throw worse;
        fatal = true;
      }
      const status = shell.settings.dialect.name !== 'bash' && fatal ? 2 : statusOf(shell, error);
      shell.status = status;
      shell.pipeStatus = [status];
      if (fatal && !shell.interactive) throw new ExitJump(status);
      if (shell.options.has('errexit') && !shell.interactive) throw new ExitJump(status);
      if ((options.passDiscard && shell.interactive) || (error.unwinds && !options.reader)) throw new DiscardJump(status);
      return status;
    }
    if (error instanceof DiscardJump && options.reader && !shell.interactive) {
      shell.status = error.status;
      return error.status;
    }
    throw error;
  }
}

function statusOf(shell: Shell, error: ShellFailure): number {
  return error.status === 127 && (shell.subshellDepth > 0 || shell.inputKind !== 'string' || shell.options.has('errexit')) ? 1 : error.status;
}

async function complain(shell: Shell, script: Script, name: string | undefined): Promise<number> {
  const { error } = script;
  if (!error) return 0;
  const { dialect } = shell.settings;
  if (dialect.name !== 'bash') {
    const source = shell.calls[shell.calls.length - 1]?.source || shell.name;
    const words = dialect.syntaxError(error.messages[0] ?? '');
    await shell.writeError(`${dialect.prefix({ name: source, line: error.line, interactive: shell.interactive, inputKind: shell.inputKind, builtin: name === 'eval' ? name : undefined })}${words}\n`);
    shell.status = 2;
    if (name === 'eval' && !shell.interactive) throw new ExitJump(2);
    return 2;
  }
  const source = shell.calls[shell.calls.length - 1]?.source;
  const who = shell.interactive ? `bash${source ? `: ${source}` : ''}` : (source || shell.name);
  const prefix = shell.interactive && name === undefined && !source ? `${who}: ` : `${who}: ${name === undefined ? '' : `${name}: `}line ${error.line}: `;
  for (const message of error.messages) await shell.writeError(`${prefix}${message}\n`);
  shell.status = error.status;
  return error.status;
}

/** Reads commands from a source of lines and runs them as they come, so that a command can read what follows it. */
export async function runLines(shell: Shell, nextLine: () => Promise<string | undefined>): Promise<number> {
  let status = 0;
  let pending = '';
  let firstLine = 1;
  for (;;) {
    const line = await nextLine();
    if (line === undefined) break;
    pending += line;
    if (isIncomplete(hasAliases(shell) ? (expandAliases(shell.aliases, pending, 0, pending.length)?.text ?? pending) : pending)) continue;
    shell.commandNumber++;
    status = await runText(shell, pending, { name: undefined, firstLine, passDiscard: true, reader: true });
    if (shell.status !== 0 && parseScript(pending).error && !hasAliases(shell)) return shell.status;
    firstLine += pending.split('\n').length - 1;
    pending = '';
  }
  if (pending.trim() !== '') status = await runText(shell, pending, { name: undefined, firstLine, reader: true });
  return status;
}
