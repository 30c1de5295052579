import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { Normalizer } from './normalize.ts';

/** One command and what it gave, normalized. */
export interface Step {
  run: string;
  exit?: number;
  stdout?: string;
  stderr?: string;
  /** Where the sandbox answers otherwise: lines that match `lines` (a regular expression) are compared on neither side. */
  sandbox?: { why: string; lines: string };
}

/** Commands run one after the other on a fresh host, as the user `learner`. */
export interface Transcript {
  about: string;
  /** Images that are pulled before. */
  images?: string[];
  /** A script before the first command, not compared. */
  setup?: string;
  /** Folder below the home in which commands run; default: the home. */
  cwd?: string;
  steps: Step[];
}

/** What a host gives back of a script; lab hosts and the sandbox's both have it. */
export type RunScript = (script: string, options: { user: string; cwd: string; env: Record<string, string>; timeoutMs?: number }) => Promise<{ stdout: string; stderr: string; exitCode: number }>;

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Sessions with Compose lie in a folder of their own; their names begin with it. */
const composeFolder = fileURLToPath(new URL('../compose/', import.meta.url));

/** Names of all transcripts, without `.yaml`: those of this folder, and those of `../compose` as `compose/NAME`. */
export function transcriptNames(): string[] {
  return [...namesIn(folder), ...namesIn(composeFolder).map((name) => `compose/${name}`)];
}

function namesIn(directory: string): string[] {
  // What ends so has cases of another kind.
  return readdirSync(directory).filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml')).map((name) => name.slice(0, -'.yaml'.length)).sort();
}

function pathOf(name: string): string {
  return name.startsWith('compose/') ? `${composeFolder}${name.slice('compose/'.length)}.yaml` : `${folder}${name}.yaml`;
}

/** Reads a transcript. */
export function readTranscript(name: string): Transcript {
  return parse(readFileSync(pathOf(name), 'utf8')) as Transcript;
}

/** Writes a transcript as this file's siblings are written: output as block text. */
export function writeTranscript(name: string, transcript: Transcript): void {
  writeFileSync(pathOf(name), stringify(transcript, { lineWidth: 0, blockQuote: 'literal' }));
}

/**
 * A step as it is compared. Docker carries a container's stdout and stderr in one stream each and promises no order between them: where a command brings both together, lines count, not
 * their order.
 */
export function comparable<T extends Pick<Step, 'run' | 'stdout'>>(step: T): T {
  if (step.stdout === undefined || !/docker (?:container )?(?:run|exec|start|attach|logs|build)\b[^]*2>&1/.test(step.run)) return step;
  return { ...step, stdout: step.stdout.split('\n').sort().join('\n') };
}

/** Runs a transcript on a fresh host; gives the steps with what they gave there, normalized. Throws when the setup fails. */
export async function play(transcript: Transcript, runScript: RunScript, stepMs = 60_000): Promise<Required<Omit<Step, 'sandbox'>>[]> {
  const home = '/home/learner';
  const env = { LC_ALL: 'C.UTF-8' };
  const setup = [...(transcript.images ?? []).map((image) => `docker pull -q ${image} > /dev/null`), transcript.setup ?? ''].join('\n');
  const before = await runScript(setup, { user: 'learner', cwd: home, env });
  if (before.exitCode !== 0) throw new Error(`setup ended with status ${before.exitCode}: ${before.stderr}`);
  const normalizer = new Normalizer();
  const steps = [];
  for (const { run } of transcript.steps) {
    const result = await runScript(run, { user: 'learner', cwd: transcript.cwd ? `${home}/${transcript.cwd}` : home, env, timeoutMs: stepMs });
    steps.push({ run, exit: result.exitCode, stdout: normalizer.normalize(result.stdout), stderr: normalizer.normalize(result.stderr) });
  }
  return steps;
}
