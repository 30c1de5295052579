import type { Function as FunctionNode } from 'unbash';
import { findBuiltin } from '../builtins/table.ts';
import { ShellFailure } from '../state/control.ts';
import type { Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';

/** Carries out a function definition. */
export function defineFunction(shell: Shell, node: FunctionNode, unit: SourceUnit): Maybe<number> {
  const name = node.name.value;
  shell.position = node.pos;
  shell.unit = unit;
  if (/[$`"'\\]/.test(node.name.text)) return shell.complain(`\`${node.name.text}': not a valid identifier`).then(() => 1);
  if (shell.options.has('posix') && findBuiltin(shell, name)?.special) throw new ShellFailure(`\`${name}': is a special builtin`, { fatal: true, status: 2 });
  const existing = shell.functions.get(name);
  if (existing?.readonly) return shell.complain(`${name}: readonly function`).then(() => 1);
  const source = shell.calls[shell.calls.length - 1]?.source;
  const defaultSource = shell.settings.dialect.name !== 'bash' ? shell.name : shell.interactive ? 'main' : shell.inputKind === 'string' ? 'environment' : shell.inputKind === 'stdin' ? 'main' : shell.name;
  shell.functions.set(name, {
    name, body: node.body, unit, source: source !== undefined && source !== '' && shell.calls.length > 1 ? source : defaultSource, line: unit.line(node.pos),
    exported: existing?.exported ?? false, trace: existing?.trace ?? false, readonly: false,
  });
  return 0;
}
