import { CastProblem } from '../interpolate.ts';
import { goText, goTypeOf, isList, isTree, type Value } from '../tree.ts';
import type { Emitted } from '../yaml/index.ts';
import { type DecodeContext, DecodeProblem, decodingError, type Json, type Kind } from './kind.ts';
import { text } from './scalar-kinds.ts';
import { splitWords } from './shell-words.ts';

const texts = (value: unknown): string[] => value as string[];
const nonEmpty = <T>(items: readonly T[]): readonly T[] | undefined => (items.length === 0 ? undefined : items);

function textsKind(decode: (value: Value) => readonly string[] | undefined): Kind {
  return { decode, yaml: texts, json: texts, zero: null };
}

/** A list of strings, or one string for a list of it. */
export const stringList = textsKind((value) => {
  if (value === null) return undefined;
  if (typeof value === 'string') return [value];
  if (!isList(value) || value.some((item) => typeof item !== 'string')) throw new DecodeProblem(`invalid type ${goTypeOf(value)} for string list`);
  return nonEmpty(value.map(goText));
});

/** The same with numbers in it. */
export const stringOrNumberList = textsKind((value) => {
  if (value === null) return undefined;
  if (typeof value === 'string') return [value];
  if (!isList(value)) throw new DecodeProblem(`invalid type ${goTypeOf(value)} for string list`);
  return nonEmpty(value.map(goText));
});

/** []string: numbers become strings. */
export const stringSlice: Kind = {
  decode: (value, context) => (isList(value) ? nonEmpty(value.map((item, index) => decodeAt(text, item, { ...context, at: `${context.at}[${index}]` }) ?? '')) : undefined),
  yaml: texts,
  json: texts,
  zero: null,
};

/** A command: a list, or a line that is split as a shell would. An empty one counts. */
export const shellCommand = textsKind((value) => {
  if (typeof value === 'string') return splitWords(value);
  return isList(value) ? value.map(goText) : undefined;
});

/** A health check's command: a line is for the shell. */
export const healthTest = textsKind((value) => {
  if (value === null) return undefined;
  return typeof value === 'string' ? ['CMD-SHELL', value] : nonEmpty((isList(value) ? value : []).map(goText));
});

/** A slice of another kind. */
export function listOf(item: Kind): Kind {
  return {
    decode: (value, context) => {
      if (!isList(value)) return undefined;
      return nonEmpty(value.map((entry, index) => decodeAt(item, entry, { ...context, at: `${context.at}[${index}]` })));
    },
    yaml: (value) => (value as unknown[]).map((entry): Emitted => item.yaml(entry)),
    json: (value) => (value as unknown[]).map((entry): Json => item.json(entry)),
    zero: null,
  };
}

/** Decodes, and notes what can't be taken. */
export function decodeAt(kind: Kind, value: Value, context: DecodeContext): unknown {
  try {
    return kind.decode(value, context);
  } catch (error) {
    if (!(error instanceof DecodeProblem) && !(error instanceof CastProblem)) throw error;
    context.problem(context.at, error.message, error instanceof DecodeProblem ? error.sentence(context.at) : decodingError(context.at, error.message));
    return undefined;
  }
}

/** Keys for the agent; null: the default one. */
export const sshKeys: Kind = {
  decode: (value) => (isTree(value) && value.size > 0 ? [...value].map(([id, path]) => ({ id, ...(path !== null && { path: goText(path) }) })) : undefined),
  yaml: (value) => (value as { id: string; path?: string }[]).map(({ id, path }) => (path === undefined ? id : `${id}: ${path}`)),
  json: (value) => (value as { id: string; path?: string }[]).map(({ id, path }) => (path === undefined ? id : `${id}: ${path}`)),
  zero: null,
};
