export * from './executable.ts';
export * from './program-stub.ts';
