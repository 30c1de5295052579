import type { OpenState } from './open-state.ts';

/** A call of an interpreter, answered with the process that it runs in. Its arguments are what the worker sent. */
export type Call = (open: OpenState, ...args: never[]) => unknown;

/** Calls by name. */
export type CallTable = Readonly<Record<string, Call>>;
