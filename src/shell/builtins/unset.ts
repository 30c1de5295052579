import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import { isIdentifier } from '../state/reference.ts';
import { expandSubscript } from '../expand/subscript.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';

export const unset: Builtin = {
  name: 'unset', special: true, usage: '[-f] [-v] [-n] [name ...]', summary: 'Unset values and attributes of shell variables and functions.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'fvn');
    if (parsed.invalid) return invalidOption(shell, unset, parsed.invalid);
    const { letters, rest } = parsed;
    if (letters.has('f') && letters.has('v')) return fail(shell, 'unset', 'cannot simultaneously unset a function and a variable');
    let status = 0;
    for (const name of rest) if (!(await unsetOne(shell, name, letters))) status = 1;
    return status;
  },
};

async function unsetOne(shell: Shell, name: string, letters: ReadonlySet<string>): Promise<boolean> {
  if (letters.has('f')) {
    if (shell.functions.get(name)?.readonly) {
      await shell.complain(`unset: ${name}: cannot unset: readonly function`);
      return false;
    }
    shell.functions.delete(name);
    return true;
  }
  const match = /^([A-Za-z_]\w*)(?:\[([^]+)\])?$/.exec(name);
  if (!match?.[1] || !isIdentifier(match[1])) {
    if (!letters.has('v') && shell.settings.dialect.name === 'bash') {
      shell.functions.delete(name);
      return true;
    }
    await shell.complain(`unset: \`${name}': not a valid identifier`);
    return false;
  }
  try {
    if (letters.has('n')) shell.variables.unset(match[1]);
    else if (match[2] !== undefined) await unsetElement(shell, match[1], match[2]);
    else {
      const reference = shell.variables.resolve(match[1]);
      const target = reference.name || match[1];
      if (reference.subscript !== undefined) await unsetElement(shell, target, reference.subscript);
      else if (shell.variables.own(target)) shell.variables.unset(target);
      else if (!letters.has('v')) shell.functions.delete(match[1]);
    }
    return true;
  } catch (error) {
    if (!(error instanceof ShellFailure) || error.fatal) throw error;
    await shell.complain(`unset: ${error.message}`);
    return false;
  }
}

async function unsetElement(shell: Shell, name: string, subscript: string): Promise<void> {
  const target = shell.variables.resolve(name).name || name;
  const variable = shell.variables.get(target);
  if (!variable) return;
  if (variable.readonly) throw new ShellFailure(`${name}: cannot unset: readonly variable`);
  if (variable.assoc) {
    const key = await expandSubscript(shell, subscript);
    if ((key === '@' || key === '*') && !variable.assoc.has(key)) variable.assoc.clear();
    else variable.assoc.delete(key);
    return;
  }
  if (!variable.elements) {
    if (shell.variables.calculate(subscript.replaceAll('"', '')) === 0) shell.variables.unset(target);
    else throw new ShellFailure(`${name}: not an array variable`);
    return;
  }
  if (subscript === '@' || subscript === '*') {
    shell.variables.unset(target);
    return;
  }
  const index = shell.variables.calculate(await expandSubscript(shell, subscript));
  const key = index < 0 ? index + variable.elements.last + 1 : index;
  if (key < 0) throw new ShellFailure(`[${subscript}]: bad array subscript`);
  variable.indexed?.delete(key);
}
