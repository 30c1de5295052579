import type { TestExpression, Word } from 'unbash';
import { evaluateExpression } from '../expand/arithmetic.ts';
import { expandPattern, expandText } from '../expand/expand.ts';
import { inLocale } from '../expand/locale.ts';
import { compilePattern } from '../expand/pattern.ts';
import { expandTilde } from '../expand/tilde.ts';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import { compileWord } from '../syntax/compile-word.ts';
import type { Part } from '../syntax/word.ts';
import { FieldBuilder } from '../expand/field-builder.ts';
import { expandParts } from '../expand/expand.ts';
import { compareNumbers } from './compare-numbers.ts';
import { compareFiles, fileTest } from './file-test.ts';
import { posixRegExp } from './posix-regexp.ts';
import { trace } from './trace.ts';

/** Evaluates the inside of `[[ … ]]`. */
export async function evaluateTest(shell: Shell, test: TestExpression, unit: SourceUnit): Promise<boolean> {
  switch (test.type) {
    case 'TestLogical':
      for (const operand of test.operands) {
        const result = await evaluateTest(shell, operand, unit);
        if (result === (test.operator === '||')) return result;
      }
      return test.operator === '&&';
    case 'TestNot': {
      const result = await evaluateTest(shell, test.operand, unit);
      return test.negations.length % 2 === 1 ? !result : result;
    }
    case 'TestGroup':
      return evaluateTest(shell, test.expression, unit);
    case 'TestUnary': {
      const operand = await expandText(shell, test.operand, unit);
      if (shell.options.has('xtrace')) await trace(shell, `[[ ${test.operator} ${shown(operand)} ]]`);
      return fileTest(shell, test.operator, operand);
    }
    case 'TestBinary':
      return binary(shell, test.operator, test.left, test.right, unit);
  }
}

function shown(text: string): string {
  return text === '' ? "''" : text;
}

async function binary(shell: Shell, operator: string, leftWord: Word, rightWord: Word, unit: SourceUnit): Promise<boolean> {
  const left = await expandText(shell, leftWord, unit);
  const traceTest = async (right: string): Promise<void> => {
    if (shell.options.has('xtrace')) await trace(shell, `[[ ${shown(left)} ${operator} ${right} ]]`);
  };
  switch (operator) {
    case '=':
    case '==':
    case '!=': {
      const pattern = await expandPattern(shell, rightWord, unit);
      await traceTest(pattern === '' ? "''" : pattern);
      // Extended patterns always count here.
      const matches = compilePattern(inLocale(shell, pattern), { extglob: true, ignoreCase: shell.options.shopt('nocasematch') }).matches(inLocale(shell, left));
      return operator === '!=' ? !matches : matches;
    }
    case '=~': {
      const source = await expandRegExp(shell, compileWord(rightWord, unit).parts);
      await traceTest(source);
      return matchRegExp(shell, left, source);
    }
    case '<':
    case '>': {
      const right = await expandText(shell, rightWord, unit);
      await traceTest(shown(right));
      return operator === '<' ? left < right : left > right;
    }
    case '-nt':
    case '-ot':
    case '-ef': {
      const right = await expandText(shell, rightWord, unit);
      await traceTest(shown(right));
      return compareFiles(shell, operator, left, right);
    }
    default: {
      const right = await expandText(shell, rightWord, unit);
      await traceTest(shown(right));
      return compareNumbers(operator, await evaluateExpression(shell, left), await evaluateExpression(shell, right));
    }
  }
}

/** The right side of `=~`: quoted parts match themselves. */
async function expandRegExp(shell: Shell, parts: readonly Part[]): Promise<string> {
  let source = '';
  const [first] = parts;
  const home = first?.kind === 'literal' && parts.length === 1 && /^~[\w.-]*$/.test(first.text) ? expandTilde(shell, first.text.slice(1)) : undefined;
  if (home !== undefined) return quoteExtended(home);
  for (const part of parts) {
    if (part.kind === 'literal') source += part.text;
    else if (part.kind === 'quoted' || part.kind === 'double') source += quoteExtended(await textOf(shell, part));
    else source += await textOf(shell, part);
  }
  return source;
}

async function textOf(shell: Shell, part: Part): Promise<string> {
  const builder = new FieldBuilder('', false);
  await expandParts(shell, [part], builder, false);
  return builder.joinedText;
}

/** Quotes text in an extended regular expression of POSIX. */
function quoteExtended(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function matchRegExp(shell: Shell, text: string, source: string): boolean {
  const expression = posixRegExp(source, shell.options.shopt('nocasematch'));
  if (!expression) throw new ShellFailure('', { status: 2 });
  const match = expression.exec(text);
  shell.variables.install('BASH_REMATCH', shell.variables.obtain('BASH_REMATCH'));
  const groups = match ? match.map((group) => group ?? '') : [];
  shell.variables.assignArray('BASH_REMATCH', groups);
  return match !== null;
}
