import type { AndOr, ArithmeticFor, Case, CompoundList, Coproc, For, If, Pipeline, PipelineNode, Redirected, Select, Statement, Subshell, While } from 'unbash';
import { isZero } from '../arithmetic/int.ts';
import { evaluateExpression } from '../expand/arithmetic.ts';
import { expandArithmetic, expandPattern, expandText, expandWords } from '../expand/expand.ts';
import { inLocale } from '../expand/locale.ts';
import { compilePattern } from '../expand/pattern.ts';
import { DiscardJump, LoopJump, ShellFailure } from '../state/control.ts';
import { JobTable } from '../jobs/job-table.ts';
import { updateJobs } from '../jobs/update-jobs.ts';
import { chain, type Maybe } from '../state/maybe.ts';
import type { Shell } from '../state/shell.ts';
import { isIdentifier } from '../state/reference.ts';
import { arithmeticPart } from '../syntax/compile-word.ts';
import { splitHeader } from '../syntax/for-header.ts';
import { printCommand } from '../syntax/print-function.ts';
import type { SourceUnit } from '../syntax/source-unit.ts';
import type { Part } from '../syntax/word.ts';
import { defineFunction } from './define-function.ts';
import { failed, finish, inCondition } from './finish.ts';
import { waitForeground } from './foreground.ts';
import { closeSubstitutions, runPipeline, startBackground, startCoprocess } from './pipeline.ts';
import { redirect } from './redirect.ts';
import { reportTime } from './report-time.ts';
import { runSelect } from './select.ts';
import { type RunOptions, runSimpleCommand } from './simple-command.ts';
import { attempt, forkRetrying } from './fork-retry.ts';
import { forkShell } from './subshell.ts';
import { evaluateTest } from './test-expression.ts';
import { runDebugTrap, runPendingTraps } from './trap.ts';
import { trace } from './trace.ts';

const none: RunOptions = {};
const checkpointEvery = 64;

/** Runs statements in order; the result is the status of the last one. `options.replace` goes to the last. */
export async function runStatements(shell: Shell, statements: readonly Statement[], unit: SourceUnit, options: RunOptions = none): Promise<number> {
  let status = 0;
  for (let index = 0; index < statements.length; index++) {
    const statement = statements[index];
    if (!statement) break;
    // Before the statement: one that jumps (continue) comes to nothing that follows it.
    if (++shell.workSinceCheckpoint >= checkpointEvery) {
      shell.workSinceCheckpoint = 0;
      await shell.process.checkpoint();
      if (shell.pendingSignals.length > 0) await runPendingTraps(shell);
      if (shell.interrupted) throw new DiscardJump(130, 'SIGINT');
    }
    const result = runStatement(shell, statement, unit, options.replace && index === statements.length - 1 ? options : none);
    status = typeof result === 'number' ? result : await result;
    shell.status = status;
    if (shell.pendingSignals.length > 0) await runPendingTraps(shell);
    if (shell.interrupted) throw new DiscardJump(130, 'SIGINT');
  }
  return status;
}

function runStatement(shell: Shell, statement: Statement, unit: SourceUnit, options: RunOptions): Maybe<number> {
  if (shell.options.has('noexec') && !shell.interactive) return 0;
  const mark = shell.substitutionDescriptors.length;
  const result = statement.background ? startBackground(shell, statement, unit, runNode) : runNode(shell, statement.command, unit, options);
  if (typeof result === 'number') {
    if (shell.substitutionDescriptors.length > mark) closeSubstitutions(shell, mark);
    return result;
  }
  return result.then((status) => {
    if (shell.substitutionDescriptors.length > mark) closeSubstitutions(shell, mark);
    return status;
  });
}

/** Runs any command of the tree; the result is its status. */
export function runNode(shell: Shell, node: PipelineNode | AndOr | CompoundList, unit: SourceUnit, options: RunOptions = none): Maybe<number> {
  switch (node.type) {
    case 'Command':
      return chain(runSimpleCommand(shell, node, unit, options), (status) => finish(shell, status));
    case 'AndOr':
      return runAndOr(shell, node, unit);
    case 'Pipeline':
      return runPipelineNode(shell, node, unit, options);
    case 'Redirected':
      return runRedirected(shell, node, unit, options);
    case 'CompoundList':
      return runStatements(shell, node.commands, unit);
    case 'BraceGroup':
      return runStatements(shell, node.body.commands, unit);
    case 'Subshell':
      return runSubshell(shell, node, unit, options);
    case 'If':
      return runIf(shell, node, unit);
    case 'While':
      return runWhile(shell, node, unit);
    case 'For':
      return runFor(shell, node, unit);
    case 'ArithmeticFor':
      return runArithmeticFor(shell, node, unit);
    case 'Case':
      return runCase(shell, node, unit);
    case 'Select':
      return runSelectNode(shell, node, unit);
    case 'Function':
      return defineFunction(shell, node, unit);
    case 'ArithmeticCommand':
      if (shell.settings.dialect.name !== 'bash') return unknownCommand(shell, node, unit, node.body.trim().split(/\s/)[0] ?? '');
      return debugged(shell, node, unit, () => runArithmetic(shell, node, unit));
    case 'TestCommand':
      if (shell.settings.dialect.name === 'dash') return unknownCommand(shell, node, unit, '[[');
      return debugged(shell, node, unit, () => runTest(shell, node.expression, unit));
    case 'Coproc':
      return runCoproc(shell, node, unit);
  }
}

/** What is a command of bash's grammar is an unknown name elsewhere. */
function unknownCommand(shell: Shell, node: { pos: number }, unit: SourceUnit, name: string): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  return shell.complain(shell.settings.dialect.notFound(name)).then(() => finish(shell, 127));
}

/** Runs a compound command that the DEBUG trap comes before. */
function debugged(shell: Shell, node: { pos: number; end: number }, unit: SourceUnit, run: () => Maybe<number>): Maybe<number> {
  shell.position = node.pos;
  shell.unit = unit;
  if (!shell.traps.has('DEBUG')) return run();
  return runDebugTrap(shell, unit.text.slice(node.pos, node.end)).then((go) => (go ? run() : 0));
}

async function runAndOr(shell: Shell, node: AndOr, unit: SourceUnit): Promise<number> {
  const { commands, operators } = node;
  let status = 0;
  for (let index = 0; index < commands.length; index++) {
    const command = commands[index];
    if (!command) break;
    if (index > 0 && (operators[index - 1] === '&&') !== (status === 0)) continue;
    const result = index === commands.length - 1 ? runNode(shell, command, unit) : inCondition(shell, () => runNode(shell, command, unit));
    status = typeof result === 'number' ? result : await result;
    shell.status = status;
  }
  return status;
}

async function runPipelineNode(shell: Shell, node: Pipeline, unit: SourceUnit, options: RunOptions): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  const negations = node.prefixes.filter((prefix) => prefix.type === 'Negation').length;
  const time = node.prefixes.find((prefix) => prefix.type === 'Time');
  const run = async (): Promise<number> => {
    const [only] = node.commands;
    if (!only) return 0;
    return node.commands.length === 1 ? runNode(shell, only, unit, time || negations > 0 ? none : options) : runPipeline(shell, node, unit, runNode);
  };
  const start = shell.process.clock.now();
  let status = negations > 0 ? await inCondition(shell, run) : await run();
  if (time) await reportTime(shell, start, time.type === 'Time' && time.posix !== undefined);
  if (negations > 0) {
    status = negations % 2 === 1 ? (status === 0 ? 1 : 0) : status;
    return status;
  }
  if (node.commands.length > 1) {
    shell.status = status;
    if (status !== 0 && shell.conditionDepth === 0) return failed(shell, status);
  }
  return status;
}

async function runRedirected(shell: Shell, node: Redirected, unit: SourceUnit, options: RunOptions): Promise<number> {
  shell.position = node.command.pos;
  shell.unit = unit;
  let restore;
  try {
    restore = await redirect(shell, node.redirects, unit);
  } catch (error) {
    if (!(error instanceof ShellFailure) || error.fatal) throw error;
    await shell.report(error);
    return finish(shell, 1);
  }
  try {
    return await runNode(shell, node.command, unit, node.command.type === 'Subshell' ? options : none);
  } finally {
    restore();
  }
}

async function runSubshell(shell: Shell, node: Subshell, unit: SourceUnit, options: RunOptions): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  if (options.own && shell.traps.size === 0) return runStatements(shell, node.body.commands, unit, { replace: true });
  if (shell.jobs.count > 0) await updateJobs(shell);
  const control = shell.options.has('monitor');
  const start = (): number => forkShell(shell, (child) => {
    child.jobs = new JobTable();
    return runStatements(child, node.body.commands, unit, { replace: true });
  }, control ? { processGroup: 'new' } : {});
  const pid = attempt(start) ?? (await forkRetrying(shell, start));
  const [status = 0] = await waitForeground(shell, [pid], control ? pid : undefined, () => printCommand(node, unit.text));
  return finish(shell, status);
}

async function runIf(shell: Shell, node: If, unit: SourceUnit): Promise<number> {
  for (const branch of [node, ...node.elif]) {
    const status = await inCondition(shell, () => runStatements(shell, branch.clause.commands, unit));
    if (status === 0) return runStatements(shell, branch.then.commands, unit);
  }
  return node.else ? runStatements(shell, node.else.commands, unit) : 0;
}

/** Runs a loop's body; says whether the loop goes on. */
async function runBody(shell: Shell, body: readonly Statement[], unit: SourceUnit, state: { status: number }): Promise<boolean> {
  try {
    state.status = await runStatements(shell, body, unit);
    return true;
  } catch (error) {
    if (!(error instanceof LoopJump)) throw error;
    state.status = 0;
    if (error.levels > 1 && shell.loopDepth > 1) {
      error.levels--;
      throw error;
    }
    return error.kind === 'continue';
  }
}

async function inLoop(shell: Shell, run: (state: { status: number }) => Promise<void>): Promise<number> {
  const state = { status: 0 };
  shell.loopDepth++;
  try {
    await run(state);
  } finally {
    shell.loopDepth--;
  }
  return state.status;
}

function runWhile(shell: Shell, node: While, unit: SourceUnit): Promise<number> {
  return inLoop(shell, async (state) => {
    for (;;) {
      let status = 0;
      try {
        status = await inCondition(shell, () => runStatements(shell, node.clause.commands, unit));
      } catch (error) {
        if (!(error instanceof LoopJump)) throw error;
        if (error.levels > 1 && shell.loopDepth > 1) {
          error.levels--;
          throw error;
        }
        if (error.kind === 'break') return;
        // Its status is 0: what until waits for.
        if (node.kind === 'while') continue;
      }
      if ((status === 0) !== (node.kind === 'while')) return;
      if (!(await runBody(shell, node.body.commands, unit, state))) return;
    }
  });
}

async function runFor(shell: Shell, node: For, unit: SourceUnit): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  const name = node.name.text;
  if (!isIdentifier(name)) {
    await shell.complain(`\`${name}': not a valid identifier`);
    return finish(shell, 1);
  }
  const words = node.wordlist ? await expandWords(shell, node.wordlist, unit) : [...shell.positional];
  return inLoop(shell, async (state) => {
    for (const word of words) {
      shell.position = node.pos;
      if (shell.traps.has('DEBUG') && !(await runDebugTrap(shell, `for ${name} in ${node.wordlist?.map((one) => one.text).join(' ') ?? '"$@"'}`))) continue;
      if (shell.options.has('xtrace')) await trace(shell, `for ${name} in ${node.wordlist?.map((one) => one.text).join(' ') ?? '"$@"'}`);
      const own = shell.variables.own(name);
      if (own?.nameref) own.value = word;
      else shell.variables.assign(name, word);
      if (!(await runBody(shell, node.body.commands, unit, state))) return;
    }
  });
}

const arithmeticTexts = new WeakMap<object, { initialize: Part; test: Part; update: Part }>();

function runArithmeticFor(shell: Shell, node: ArithmeticFor, unit: SourceUnit): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  let texts = arithmeticTexts.get(node);
  if (!texts) {
    const [initialize = '', test = '', update = ''] = splitHeader(unit.text.slice(node.pos, node.body.pos));
    texts = { initialize: arithmeticPart(initialize), test: arithmeticPart(test), update: arithmeticPart(update) };
    arithmeticTexts.set(node, texts);
  }
  const { initialize, test, update } = texts;
  const evaluate = async (part: Part): Promise<string> => {
    if (part.kind !== 'arithmetic') return '1';
    shell.position = node.pos;
    if (shell.traps.has('DEBUG')) await runDebugTrap(shell, `((${part.static ?? ''}))`);
    if (shell.options.has('xtrace') && part.static !== undefined && part.static !== '') await trace(shell, `(( ${part.static.trim()} ))`);
    try {
      return part.static?.trim() === '' ? '1' : await expandArithmetic(shell, part);
    } catch (error) {
      if (error instanceof ShellFailure && !error.fatal && !error.unwinds) throw new ShellFailure(`((: ${error.message}`);
      throw error;
    }
  };
  return inLoop(shell, async (state) => {
    try {
      await evaluate(initialize);
      for (;;) {
        if ((await evaluate(test)) === '0') return;
        if (!(await runBody(shell, node.body.commands, unit, state))) return;
        await evaluate(update);
      }
    } catch (error) {
      if (!(error instanceof ShellFailure) || error.fatal || error.unwinds) throw error;
      await shell.report(error);
      state.status = 1;
    }
  });
}

async function runCase(shell: Shell, node: Case, unit: SourceUnit): Promise<number> {
  shell.position = node.pos;
  shell.unit = unit;
  if (shell.traps.has('DEBUG') && !(await runDebugTrap(shell, unit.text.slice(node.pos, node.word.end)))) return 0;
  const word = await expandText(shell, node.word, unit);
  if (shell.options.has('xtrace')) await trace(shell, `case ${node.word.text} in`);
  let status = 0;
  let through = false;
  for (const item of node.items) {
    let matches = through;
    for (const pattern of matches ? [] : item.pattern) {
      const text = await expandPattern(shell, pattern, unit);
      matches = compilePattern(inLocale(shell, text), { extglob: true, ignoreCase: shell.options.shopt('nocasematch') }).matches(inLocale(shell, word));
      if (matches) break;
    }
    if (!matches) continue;
    status = await runStatements(shell, item.body.commands, unit);
    if (item.terminator === ';&') through = true;
    else if (item.terminator === ';;&') through = false;
    else return status;
  }
  return status;
}

async function runSelectNode(shell: Shell, node: Select, unit: SourceUnit): Promise<number> {
  const words = node.wordlist ? await expandWords(shell, node.wordlist, unit) : [...shell.positional];
  if (shell.options.has('xtrace')) await trace(shell, `select ${node.name.text} in ${words.join(' ')}`);
  if (words.length === 0) return 0;
  return inLoop(shell, (state) => runSelect(shell, node.name.text, words, state, () => runBody(shell, node.body.commands, unit, state)));
}

const arithmeticBodies = new WeakMap<object, Part & { kind: 'arithmetic' }>();

function runArithmetic(shell: Shell, node: { body: string; pos: number }, unit: SourceUnit): Maybe<number> {
  const part = arithmeticBodies.get(node) ?? arithmeticPart(node.body, unit.line(node.pos));
  arithmeticBodies.set(node, part);
  if (part.static !== undefined && !shell.options.has('xtrace')) {
    // The commonest form runs without waiting.
    try {
      return chain(evaluateExpression(shell, part.static), (value) => finish(shell, isZero(value) ? 1 : 0));
    } catch (error) {
      return arithmeticFailure(shell, error);
    }
  }
  return runExpandedArithmetic(shell, part, node.body);
}

async function runExpandedArithmetic(shell: Shell, part: Part & { kind: 'arithmetic' }, body: string): Promise<number> {
  if (shell.options.has('xtrace')) await trace(shell, `(( ${body} ))`);
  try {
    const value = await expandArithmetic(shell, part);
    return await finish(shell, value === '0' ? 1 : 0);
  } catch (error) {
    return arithmeticFailure(shell, error);
  }
}

async function arithmeticFailure(shell: Shell, error: unknown): Promise<number> {
  if (!(error instanceof ShellFailure) || error.fatal || error.unwinds) throw error;
  await shell.complain(`((: ${error.message}`);
  return finish(shell, 1);
}

async function runTest(shell: Shell, expression: Parameters<typeof evaluateTest>[1], unit: SourceUnit): Promise<number> {
  try {
    return await finish(shell, (await evaluateTest(shell, expression, unit)) ? 0 : 1);
  } catch (error) {
    if (!(error instanceof ShellFailure) || error.fatal || error.message.endsWith(' bad substitution')) throw error;
    if (error.message !== '') await shell.complain(`[[: ${error.message}`);
    return finish(shell, error.status);
  }
}

function runCoproc(shell: Shell, node: Coproc, unit: SourceUnit): Promise<number> {
  return startCoprocess(shell, node, unit, runNode);
}

