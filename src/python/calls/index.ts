import type { CallTable } from './call.ts';
import { descriptorCalls } from './descriptor-calls.ts';
import { pathCalls } from './path-calls.ts';
import { processCalls } from './process-calls.ts';
import { socketCalls } from './socket-calls.ts';

export { OpenState } from './open-state.ts';
export { signalOf } from './process-calls.ts';

/** Every call that an interpreter may make on its process. */
export const callTable: CallTable = { ...pathCalls, ...descriptorCalls, ...socketCalls, ...processCalls };
