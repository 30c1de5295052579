export { DockerfileError, type LineRange } from './dockerfile-error.ts';
export { ExpandError, expandWord,  } from './expand.ts';
export { type Heredoc, heredocText,  summarizeHeredoc } from './heredoc.ts';
export type { CommandLine, Dockerfile, Instruction, InstructionOf, RunMount, Stage } from './instruction.ts';
export { parseDockerfile, parseTrigger } from './parse-dockerfile.ts';
