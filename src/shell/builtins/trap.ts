import { setTrap, trapName, trapOrder } from '../execute/trap.ts';
import { quoteSingle } from '../text/quote.ts';
import { type Builtin, invalidOption, parseOptions, textArguments, usage } from './builtin.ts';
import { signalTable } from './kill.ts';

export const trap: Builtin = {
  name: 'trap', special: true, usage: '[-lp] [[arg] signal_spec ...]', summary: 'Trap signals and other events.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'lp');
    if (parsed.invalid) return invalidOption(shell, trap, parsed.invalid);
    const { letters, rest } = parsed;
    if (letters.has('l')) {
      await shell.write(1, signalTable());
      return 0;
    }
    if (letters.has('p') || rest.length === 0) {
      let status = 0;
      const names: string[] = [];
      for (const spec of rest) {
        const name = trapName(spec);
        if (name !== undefined) names.push(name);
        else {
          await shell.complain(`trap: ${spec}: invalid signal specification`);
          status = 1;
        }
      }
      const traps = shell.inheritedTraps ?? shell.traps;
      const shown = rest.length > 0 ? names : [...traps.keys()].sort((a, b) => trapOrder(a) - trapOrder(b));
      const lines = shown.filter((name) => traps.has(name)).map((name) => `trap -- ${quoteSingle(traps.get(name) ?? '')} ${shell.options.has('posix') ? name.replace(/^SIG/, '') : name}\n`);
      if (lines.length > 0) await shell.write(1, lines.join(''));
      return status;
    }
    const [first = '', ...more] = rest;
    // A lone signal, or a number first, resets.
    const reset = more.length === 0 || /^\d+$/.test(first);
    const command = reset || first === '-' ? undefined : first;
    const specs = reset ? (first === '-' ? [] : rest) : more;
    if (specs.length === 0) return usage(shell, trap);
    if (more.length === 0 && trapName(first) === undefined) return usage(shell, trap);
    let status = 0;
    for (const spec of specs) {
      const name = trapName(spec);
      // ash knows ERR, dash nothing but EXIT and signals.
      const unknown = shell.settings.dialect.name === 'dash' && /^(?:ERR|DEBUG|RETURN)$/.test(name ?? '');
      if (name === undefined || unknown) {
        await shell.complain(`trap: ${spec}: invalid signal specification`);
        status = 1;
      } else setTrap(shell, name, command);
    }
    return status;
  },
};
