import { isSystemError } from '../../kernel/index.ts';
import type { Runner, Shell } from '../state/shell.ts';
import { chain } from '../state/maybe.ts';
import { prepareVariables } from '../state/special-variables.ts';
import { compileText } from '../syntax/compile-word.ts';
import { setSubscriptExpander } from '../expand/arithmetic.ts';
import { expandPartsText } from '../expand/expand.ts';
import { expandSubscript } from '../expand/subscript.ts';
import { setPromptTextExpander } from '../expand/prompt.ts';
import { decodeText } from '../text/byte-string.ts';
import { runNode } from './command.ts';
import { runText } from './run-text.ts';
import { dispatch } from './simple-command.ts';
import { substituteCommand, substituteProcess } from './substitution.ts';

setSubscriptExpander(expandSubscript);
setPromptTextExpander((shell, text) => expandPartsText(shell, compileText(text)));

/** The executor as the rest of the shell sees it. `startScript` runs a script file with a fresh shell in this process. */
export function createRunner(startScript: (shell: Shell, path: string, words: readonly string[], text: string) => Promise<number>): Runner {
  return {
    prepare: prepareVariables,
    substitute: substituteCommand,
    substituteProcess,
    runText: (shell, text, options) => runText(shell, text, options),
    runFunctionBody: async (shell, callee) => chain(runNode(shell, callee.body, callee.unit), (status) => status),
    runScriptFile: (shell, path, words) => startScript(shell, path, words, readScript(shell, path)),
    runWords: async (shell, words, options = {}) => dispatch(shell, words, options.args, options),
  };
}

function readScript(shell: Shell, path: string): string {
  try {
    return decodeText(shell.process.readFile(path));
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}
