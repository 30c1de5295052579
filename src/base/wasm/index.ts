export { CallError } from './call-error.ts';
export { WasmMemory } from './memory.ts';
