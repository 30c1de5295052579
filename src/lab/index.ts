export * from './check-helpers.ts';
export * from './lab.ts';
export type * from './machines.ts';
export * from './progress.ts';
export * from './runner.ts';
export * from './session.ts';
export * from './verdict.ts';
