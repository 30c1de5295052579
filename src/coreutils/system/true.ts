import type { Program } from '../../kernel/uapi/index.ts';

export const trueProgram: Program = () => 0;
export const falseProgram: Program = () => 1;
