import { type Builtin, textArguments } from './builtin.ts';
import { runNested } from './nested.ts';

export const builtinBuiltin: Builtin = {
  name: 'builtin', declaration: true, usage: '[shell-builtin [arg ...]]', summary: 'Execute shell builtins.',
  run(shell, args) {
    const rest = args[0] === '--' ? args.slice(1) : args;
    const [name] = textArguments(rest.slice(0, 1));
    if (name === undefined) return 0;
    return runNested(shell, rest, { only: 'builtin' });
  },
};
