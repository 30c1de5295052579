import { execForm, type ReadInstruction } from '../read-dockerfile.ts';
import { casingOf } from './check-stages.ts';
import type { CheckName, Finding } from './finding.ts';

/** What is asked of a path of the context; undefined: not known, nothing is said. */
export type IsIgnored = (path: string) => boolean | undefined;

/** The rules about single instructions, and those that only one of a stage may be. */
export function* checkInstructions(instructions: readonly ReadInstruction[], isIgnored: IsIgnored): Generator<Finding> {
  const major = majority(instructions);
  const last = lastOfStage(instructions);
  let workdir = false;
  for (const instruction of instructions) {
    const { name, word, rest, start, end, emptyLines, comment } = instruction;
    const found = (rule: CheckName, values: Finding['values'] = {}, line?: number): Finding => ({ rule, start: line ?? start, end: line ?? end, values });
    if (casingOf(word) !== major) yield found('ConsistentInstructionCasing', { word, wanted: major === 'lower' ? word.toLowerCase() : word.toUpperCase() });
    for (const line of emptyLines) yield found('NoEmptyContinuation', {}, line);
    if (name === 'MAINTAINER') yield found('MaintainerDeprecated', { name: rest });
    if ((name === 'CMD' || name === 'ENTRYPOINT') && rest !== '' && !execForm(rest)) yield found('JSONArgsRecommended', { instruction: name });
    if (['CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(name) && !last.has(instruction)) yield found('MultipleInstructionsDisallowed', { instruction: name });
    if (name === 'FROM') workdir = false;
    if (name === 'WORKDIR') {
      if (!workdir && !/^["']?(?:\/|\$|[a-zA-Z]:)/.test(rest)) yield found('WorkdirRelativePath', { path: rest });
      workdir = true;
    }
    if (name === 'EXPOSE') yield* ports(rest, found);
    if ((name === 'COPY' || name === 'ADD') && !instruction.flags.some((flag) => flag.name === 'from')) {
      for (const source of (execForm(rest) ?? rest.split(/\s+/)).slice(0, -1)) if (!/^<<|[*?[$]|^[a-z]+:\/\/|^git@/.test(source) && isIgnored(source.replace(/^(?:\.?\/)+|\/+$/g, '')) === true) yield found('CopyIgnoredFile', { path: source });
    }
    if (comment && (name === 'ARG' || name === 'FROM')) yield* description(instruction, comment);
  }
}

function* ports(rest: string, found: (rule: CheckName, values: Finding['values']) => Finding): Generator<Finding> {
  for (const port of rest.split(/\s+/).filter((each) => each !== '' && !each.includes('$'))) {
    const [number = '', protocol = ''] = port.split('/');
    if (number.includes(':')) yield found('ExposeInvalidFormat', { port });
    else if (protocol !== protocol.toLowerCase()) yield found('ExposeProtoCasing', { port, wanted: port.toLowerCase() });
  }
}

/** A comment right above ARG or FROM describes it, and begins with its name; a blank line parts it off. */
function* description({ name, rest }: ReadInstruction, { text, line }: { text: string; line: number }): Generator<Finding> {
  const words = rest.split(/\s+/);
  const subject = name === 'ARG' ? (words[0] ?? '').split('=')[0] ?? '' : (words[2] ?? '');
  const said = text.trim();
  if (subject === '' || said === '' || /^[a-z]+\s*=/i.test(said) || said.split(/\s+/)[0] === subject) return;
  yield { rule: 'InvalidDefinitionDescription', start: line, end: line, values: { name: subject, instruction: name } };
}

function majority(instructions: readonly ReadInstruction[]): 'upper' | 'lower' {
  const lower = instructions.filter(({ word }) => casingOf(word) === 'lower').length;
  return lower > instructions.filter(({ word }) => casingOf(word) === 'upper').length ? 'lower' : 'upper';
}

/** The last of its name in each stage. */
function lastOfStage(instructions: readonly ReadInstruction[]): Set<ReadInstruction> {
  const lasts = new Set<ReadInstruction>();
  let current = new Map<string, ReadInstruction>();
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') {
      for (const each of current.values()) lasts.add(each);
      current = new Map();
    } else current.set(instruction.name, instruction);
  }
  for (const each of current.values()) lasts.add(each);
  return lasts;
}
