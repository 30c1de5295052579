import type { Shell } from '../state/shell.ts';
import { isIdentifier } from '../state/reference.ts';
import { assign } from '../execute/assignment.ts';
import { ShellFailure } from '../state/control.ts';
import { printFunction } from '../syntax/print-function.ts';
import { quoteSingle } from '../text/quote.ts';
import type { Argument } from '../state/argument.ts';
import { type Builtin, invalidOption, parseOptions } from './builtin.ts';
import { declarationLine, parseDeclaration } from './declaration.ts';

export const exportBuiltin: Builtin = {
  name: 'export', special: true, declaration: true, usage: '[-fn] [name[=value] ...] or export -p', summary: 'Set export attribute for shell variables.',
  async run(shell, args) {
    const { options, rest } = splitOptions(args);
    const parsed = parseOptions(options, 'fnp');
    if (parsed.invalid) return invalidOption(shell, exportBuiltin, parsed.invalid);
    const remove = parsed.letters.has('n');
    if (rest.length === 0) {
      await list(shell, parsed.letters.has('f'));
      return 0;
    }
    let status = 0;
    for (const arg of rest) {
      if (parsed.letters.has('f')) {
        const own = shell.functions.get(String(arg));
        if (own) own.exported = !remove;
        else {
          await shell.complain(`export: ${String(arg)}: not a function`);
          status = 1;
        }
        continue;
      }
      const declaration = parseDeclaration(arg);
      if (!declaration || !isIdentifier(declaration.name) || declaration.subscript !== undefined) {
        await shell.complain(`export: \`${typeof arg === 'string' ? arg : arg.name}': not a valid identifier`);
        status = 1;
        continue;
      }
      try {
        if (declaration.value !== undefined || declaration.elements) assign(shell, declaration);
        shell.variables.setExported(declaration.name, !remove);
      } catch (error) {
        if (!(error instanceof ShellFailure)) throw error;
        await shell.report(error);
        status = 1;
      }
    }
    return status;
  },
};

/** Options come first; what follows may be assignments. */
export function splitOptions(args: readonly Argument[]): { options: string[]; rest: Argument[] } {
  const options: string[] = [];
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index];
    if (typeof arg !== 'string' || !/^[-+]./.test(arg)) break;
    options.push(arg);
    if (arg === '--') {
      index++;
      break;
    }
  }
  return { options, rest: args.slice(index) };
}

async function list(shell: Shell, functions: boolean): Promise<void> {
  if (functions) {
    const exported = [...shell.functions.values()].filter((one) => one.exported);
    await shell.write(1, exported.map((one) => `${printFunction(one)}\ndeclare -fx ${one.name}\n`).join(''));
    return;
  }
  const names = shell.variables.names().filter((name) => shell.variables.own(name)?.exported);
  const line = (name: string): string => (shell.settings.dialect.name === 'bash' ? declarationLine(shell, name) : `export ${name}=${quoteSingle(shell.variables.text(name) ?? '')}`);
  await shell.write(1, names.map((name) => `${line(name)}\n`).join(''));
}
