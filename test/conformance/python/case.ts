import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** What a script printed, and how it ended. */
export interface Outcome {
  stdout: string;
  stderr: string;
  exitCode: number;
}

const folder = new URL('./cases/', import.meta.url);
const recordings = new URL('./recorded.json', import.meta.url);

/** Where the scripts lie when they run, here and there. */
export const scriptPath = '/tmp/drydock-case/script.py';

/** The scripts by name. */
export function cases(): { name: string; source: string }[] {
  return readdirSync(folder).sort().map((file) => ({ name: file.replace(/\.py$/, ''), source: readFileSync(new URL(file, folder), 'utf8') }));
}

/** What Debian's python3 said of each script. */
export function recorded(): Record<string, Outcome> {
  return JSON.parse(readFileSync(recordings, 'utf8')) as Record<string, Outcome>;
}

/** Keeps what was recorded. */
export function keep(outcomes: Record<string, Outcome>): void {
  writeFileSync(recordings, `${JSON.stringify(outcomes, undefined, 2)}\n`);
}
