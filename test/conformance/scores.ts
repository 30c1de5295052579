import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bootHost } from '../../src/host/index.ts';
import * as bash from './bash/case.ts';
import { runInSandbox as runBash } from './bash/sandbox.ts';
import * as compose from './compose/case.ts';
import { runInSandbox as runCompose } from './compose/sandbox.ts';
import { comparable, play, readTranscript, transcriptNames } from './docker/transcript.ts';
import * as tools from './tools/case.ts';
import { runInSandbox as runTool } from './tools/sandbox.ts';

/** How much of a topic's recordings the sandbox gives as recorded. */
export interface Score {
  suite: 'docker' | 'compose' | 'bash' | 'tools';
  topic: string;
  agree: number;
  of: number;
}

/** The table as `npm run conformance` writes it. */
export interface ScoreTable {
  date: string;
  commit: string;
  scores: Score[];
}

/** Where the table is kept; the site's page is made from it. */
export const tablePath = fileURLToPath(new URL('../../content/conformance.yaml', import.meta.url));

export function readTable(): ScoreTable {
  return parse(readFileSync(tablePath, 'utf8')) as ScoreTable;
}

/** All topics with the number of their cases. */
export function countCases(): Omit<Score, 'agree'>[] {
  return [
    ...transcriptNames().map((topic) => ({ suite: 'docker' as const, topic, of: readTranscript(topic).steps.length })),
    ...compose.topics().map((topic) => ({ suite: 'compose' as const, topic, of: compose.readCases(topic).reduce((sum, { steps }) => sum + steps.length, 0) })),
    ...bash.topics().map((topic) => ({ suite: 'bash' as const, topic, of: bash.readCases(topic).length })),
    ...tools.topics().map((topic) => ({ suite: 'tools' as const, topic, of: tools.readCases(topic).length })),
  ];
}

/** Cases that are played at once: each waits a little, and none so long that its own time limits pass. */
const atOnce = 8;

/** Runs a topic in the sandbox. A step of a transcript whose difference is allowed for counts as differing. */
export async function measure({ suite, topic, of }: Omit<Score, 'agree'>): Promise<Score> {
  if (suite === 'docker') return { suite, topic, agree: await measureTranscript(topic), of };
  if (suite === 'compose') return { suite, topic, agree: await measureComposeFiles(topic), of };
  const plays = suite === 'bash'
    ? bash.readCases(topic).map((one) => () => runBash(one, bash.shellOf(topic)).then((got) => agrees(got, one)))
    : tools.readCases(topic).map((one) => () => runTool(one).then((got) => agrees(got, one)));
  const agreeing: boolean[] = [];
  for (let at = 0; at < plays.length; at += atOnce) agreeing.push(...(await Promise.all(plays.slice(at, at + atOnce).map((play) => play()))));
  return { suite, topic, agree: agreeing.filter(Boolean).length, of };
}

function agrees(got: { stdout: string; stderr: string; status: number }, { stdout = '', stderr = '', status = 0 }: bash.BashCase): boolean {
  return got.stdout === stdout && got.stderr === stderr && got.status === status;
}

async function measureTranscript(topic: string): Promise<number> {
  const transcript = readTranscript(topic);
  const host = await bootHost();
  try {
    const steps = await play(transcript, (script, options) => host.exec(script, options), 30_000);
    return transcript.steps.map((step) => comparable({ stdout: '', stderr: '', ...step })).filter(({ exit, stdout, stderr }, index) => {
      const got = steps[index] && comparable(steps[index]);
      return got !== undefined && got.exit === exit && got.stdout === stdout && got.stderr === stderr;
    }).length;
  } finally {
    await host.dispose();
  }
}

async function measureComposeFiles(topic: string): Promise<number> {
  const host = await bootHost();
  try {
    let agree = 0;
    for (const [index, one] of compose.readCases(topic).entries()) {
      const steps = await runCompose(host, topic, index, one);
      agree += one.steps.filter(({ exit, stdout, stderr }, i) => steps[i]?.exit === exit && steps[i]?.stdout === stdout && steps[i]?.stderr === stderr).length;
    }
    return agree;
  } finally {
    await host.dispose();
  }
}
