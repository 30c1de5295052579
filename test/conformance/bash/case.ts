import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, Document, Scalar, visit } from 'yaml';

/** A script and what bash 5.2 does with it. */
export interface BashCase {
  script: string;
  /** Given to the script on standard input. */
  stdin?: string;
  /** Arguments of bash; default `-c SCRIPT`. `SCRIPT` stands for the script. */
  args?: string[];
  stdout?: string;
  stderr?: string;
  status?: number;
}

/** The folder with the recordings. */
export const folder = import.meta.dirname;

/** Where scripts run, in the sandbox and (as the recordings show it) on the machine. */
export const caseDirectory = '/tmp/case';

/** What both run with. */
export const environment = { PATH: '/usr/bin:/bin', HOME: '/root', LANG: 'C.UTF-8', TERM: 'dumb' };

/** The topics: names of the YAML files. */
export function topics(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5)).sort();
}

/** The shell that a topic is about: those named after Debian's and busybox's `sh` are theirs. */
export function shellOf(topic: string): 'bash' | 'dash' | 'ash' {
  return topic === 'dash' || topic === 'ash' ? topic : 'bash';
}

/** The cases of a topic. */
export function readCases(topic: string): BashCase[] {
  return parse(readFileSync(join(folder, `${topic}.yaml`), 'utf8')) as BashCase[];
}

/** The cases as YAML: texts of several lines as blocks, empty outputs and status 0 left out. */
export function formatCases(cases: readonly BashCase[]): string {
  const compact = cases.map(({ script, stdin, args, stdout, stderr, status, ...rest }) => ({
    script, ...rest, ...(args ? { args } : {}), ...(stdin !== undefined ? { stdin } : {}), ...(stdout ? { stdout } : {}), ...(stderr ? { stderr } : {}), ...(status ? { status } : {}),
  }));
  const document = new Document(compact);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n') && !/[\x00-\x08\x0b-\x1f\x7f]|[ \t]\n/.test(node.value)) node.type = Scalar.BLOCK_LITERAL;
    },
  });
  return document.toString({ lineWidth: 0 });
}
