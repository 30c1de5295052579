import { readDockerfile } from '../read-dockerfile.ts';
import { checkInstructions, type IsIgnored } from './check-instructions.ts';
import { checkStages } from './check-stages.ts';
import { checkVariables } from './check-variables.ts';
import type { Finding } from './finding.ts';

/** All that the build checks' rules find, in the order of lines. `isIgnored` tells what .dockerignore leaves out, where that is known. */
export function checkDockerfile(text: string, isIgnored: IsIgnored = () => undefined): Finding[] {
  const { instructions } = readDockerfile(text);
  return [...checkStages(instructions), ...checkInstructions(instructions, isIgnored), ...checkVariables(instructions)].sort((a, b) => a.start - b.start);
}
