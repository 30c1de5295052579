export { type CallEnvironment, defaultWindowSize } from './call-base.ts';
export { takeControllingTerminal } from './controlling-terminal.ts';
export { ProcessCalls } from './process-calls.ts';
export { processEntry } from './process-entry.ts';
export { UnixSockets } from './unix-sockets.ts';
