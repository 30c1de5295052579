import { type Document, isCollection, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A mistake of a lab's author, at a place. Lines count from 1. */
export interface Diagnostic {
  /** Path from the project's root. */
  file: string;
  line: number;
  message: string;
}

/** One line for a terminal: `labs/x/lab.yaml:12: …`. */
export function formatDiagnostic({ file, line, message }: Diagnostic): string {
  return `${file}:${line}: ${message}`;
}

/** What was thrown for a lab that has mistakes; `diagnostics` has all that were found. */
export class LabMistakes extends Error {
  override readonly name = 'LabMistakes';
  readonly code = 'lab-mistakes';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.diagnostics = diagnostics;
  }
}

/** A YAML file that knows where its values stand. */
export interface LocatedYaml {
  value: unknown;
  /** Line of the value at `path`, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
  diagnostics: Diagnostic[];
}

function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null | undefined {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (length === 0) return document.contents;
    if (!isCollection(parent)) continue;
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    if (isPair(pair) && isScalar(pair.key)) return pair.key;
    const item = document.getIn(path.slice(0, length), true);
    if (item) return item as Node;
  }
  return document.contents;
}

/** Parses YAML text; syntax errors (duplicate keys too) become diagnostics. */
export function parseLocatedYaml(file: string, text: string): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const diagnostics = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
  }));
  return {
    value: diagnostics.length > 0 ? undefined : document.toJS(),
    lineOf: (path) => lines.linePos(nodeAt(document as Document, path)?.range?.[0] ?? 0).line,
    diagnostics,
  };
}

/** An issue of zod as one sentence: where, what was expected, what was found. */
export function issueMessage(issue: z.core.$ZodIssue, root: unknown): string {
  const where = issue.path.map(String).join('.');
  let found: unknown = root;
  for (const key of issue.path) found = (found as Record<PropertyKey, unknown> | undefined)?.[key];
  const shown = found === undefined ? 'nothing' : JSON.stringify(found);
  const short = shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
  if (issue.code === 'unrecognized_keys') return `${where || 'top level'}: unknown key ${issue.keys.map((key) => `\`${key}\``).join(', ')}`;
  return `${where || 'top level'}: ${issue.message}; found ${short}`;
}
