import { ExitJump, ReturnJump } from '../state/control.ts';
import { type Builtin, fail, textArguments } from './builtin.ts';

export const returnBuiltin: Builtin = {
  name: 'return', special: true, usage: '[n]', summary: 'Return from a shell function.',
  async run(shell, args) {
    const words = textArguments(args);
    const [code, extra] = words[0] === '--' ? words.slice(1) : words;
    if (shell.settings.dialect.name !== 'bash' && shell.functionDepth === 0 && shell.sourceDepth === 0) throw new ExitJump(Number(code ?? shell.status) & 255);
    if (shell.functionDepth === 0 && shell.sourceDepth === 0) return fail(shell, 'return', "can only `return' from a function or sourced script", 2);
    if (code !== undefined && !/^\s*[+-]?\d+\s*$/.test(code)) {
      await shell.complain(`return: ${code}: numeric argument required`);
      throw new ReturnJump(2);
    }
    if (extra !== undefined) {
      await shell.complain('return: too many arguments');
      throw new ReturnJump(1);
    }
    throw new ReturnJump(code === undefined ? shell.status : Number(BigInt.asUintN(8, BigInt(code.trim()))));
  },
};
