import type { Builtin } from './builtin.ts';

export const colon: Builtin = { name: ':', special: true, usage: '', summary: 'Null command.', run: () => 0 };
export const trueBuiltin: Builtin = { name: 'true', usage: '', summary: 'Return a successful result.', run: () => 0 };
export const falseBuiltin: Builtin = { name: 'false', usage: '', summary: 'Return an unsuccessful result.', run: () => 1 };
