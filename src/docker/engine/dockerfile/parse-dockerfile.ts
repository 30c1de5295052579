import { DockerfileError } from './dockerfile-error.ts';
import type { Dockerfile, Instruction, InstructionOf } from './instruction.ts';
import { splitDockerfile } from './logical-lines.ts';
import { parseInstruction } from './parse-instruction.ts';

/** Parses a Dockerfile into stages. Throws DockerfileError with the words of BuildKit. */
export function parseDockerfile(text: string): Dockerfile {
  const { directives, escape, lines } = splitDockerfile(text);
  if (lines.length === 0) throw new DockerfileError('file with no instructions', { start: 1, end: 1 }, true);
  const syntax = directives.get('syntax');
  const dockerfile: Dockerfile = { metaArgs: [], stages: [], escape, syntax, warnings: [] };
  const instructions: Instruction[] = [];
  for (const line of lines) {
    if (line.emptyContinuation) dockerfile.warnings.push(`Empty continuation line found in: ${line.text}`);
    instructions.push(parseInstruction(line, escape));
  }
  for (const instruction of instructions) {
    const stage = dockerfile.stages.at(-1);
    if (instruction.kind === 'from') dockerfile.stages.push({ from: instruction, instructions: [] });
    else if (stage) stage.instructions.push(instruction);
    else if (instruction.kind === 'arg') dockerfile.metaArgs.push(instruction);
    else throw new DockerfileError('no build stage in current context', instruction.range);
  }
  return dockerfile;
}

/** Parses the triggers that a base image brings (ONBUILD). */
export function parseTrigger(expression: string): Exclude<Instruction, InstructionOf<'from'>> {
  const instruction = parseInstruction({ text: expression, range: { start: 1, end: 1 }, heredocs: [], emptyContinuation: false }, '\\');
  if (instruction.kind === 'from') throw new DockerfileError("FROM isn't allowed as an ONBUILD trigger");
  return instruction;
}
