import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A command and what the real Compose did with it. */
export interface Step {
  run: string;
  exit?: number;
  stdout?: string;
  stderr?: string;
}

/** Files in an empty directory, and commands there. */
export interface ComposeCase {
  name: string;
  files?: Record<string, string>;
  /** Adds to the environment. */
  env?: Record<string, string>;
  steps: Step[];
}

const folder = import.meta.dirname;

/** The same on both sides, so that paths in the output and in hashes are the same too. */
export const environment = { PATH: '/usr/bin:/bin', HOME: '/home/learner', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** Where the case's files lie. */
export function directoryOf(topic: string, index: number): string {
  return `/tmp/compose-cases/${topic}-${index}/app`;
}

/** The topics: names of the YAML files. */
export function topics(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.cases.yaml')).map((name) => name.slice(0, -'.cases.yaml'.length)).sort();
}

/** The cases of a topic. */
export function readCases(topic: string): ComposeCase[] {
  return parse(readFileSync(join(folder, `${topic}.cases.yaml`), 'utf8')) as ComposeCase[];
}

/** Writes the cases of a topic. */
export function writeCases(topic: string, cases: readonly ComposeCase[]): void {
  writeFileSync(join(folder, `${topic}.cases.yaml`), stringify(cases, { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false }));
}

/** Output without what differs from call to call. */
export function normalize(text: string): string {
  return text.replace(/^time="[^"]*"/gm, 'time="<time>"');
}
