import { isZero } from '../arithmetic/int.ts';
import { evaluateExpression } from '../expand/arithmetic.ts';
import { ShellFailure } from '../state/control.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';

export const letBuiltin: Builtin = {
  name: 'let', usage: 'arg [arg ...]', summary: 'Evaluate arithmetic expressions.',
  async run(shell, args) {
    const words = textArguments(args);
    const expressions = words[0] === '--' ? words.slice(1) : words;
    if (expressions.length === 0) return fail(shell, 'let', 'expression expected');
    let value: number | bigint = 0;
    try {
      for (const expression of expressions) value = await evaluateExpression(shell, expression);
    } catch (error) {
      if (!(error instanceof ShellFailure) || error.fatal) throw error;
      return fail(shell, 'let', error.message);
    }
    return isZero(value) ? 1 : 0;
  },
};
