export { createBash, type BashOptions } from './bash.ts';
export { ashDialect, dashDialect, type Dialect } from './state/dialect.ts';
export { CompleterRegistry, type Completer, type Completion, type CompletionRequest } from './interactive/completer.ts';
