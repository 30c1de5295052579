import type { Program } from '../kernel/index.ts';
import { createBash } from './bash.ts';

export { createBash, type BashOptions } from './bash.ts';
export { ashDialect, bashDialect, dashDialect, type Dialect } from './state/dialect.ts';
export { CompleterRegistry, type Completer, type Completion, type CompletionRequest } from './interactive/completer.ts';

/** bash 5.2 without completers of other folders; a host makes its own with `createBash`. */
export const bash: Program = createBash();
