import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bash } from 'just-bash';
import { bootHost } from '../../src/host/index.ts';
import { type Measurement, median, timed } from './measurement.ts';

/** Something timed: `prepare` comes before and is not. `timesReal` is what is promised beside real bash. */
interface Work {
  what: string;
  prepare?: string;
  script: string;
  timesReal: number;
  /** just-bash cannot do it, or not in minutes. */
  alone?: boolean;
  runs: number;
}

const tenMegabytes = "{ seq 400000; seq 400001 800000; } | sed 's/$/ padding/' > big";
const inFolders = 'for ((d = 0; d < 100; d++)); do mkdir -p many/$d;';

const works: readonly Work[] = [
  { what: 'shell loop, 200,000 turns', script: 's=0; for ((i = 0; i < 200000; i++)); do s=$((s + i)); done; echo $s', timesReal: 5, runs: 5 },
  { what: 'functions and strings, 20,000 calls', script: 'f() { local x=$1; x=${x#a}; [[ $x == *9 ]] && n=$((n + 1)); }; n=0; for ((i = 0; i < 20000; i++)); do f a$i; done; echo $n', timesReal: 5, runs: 5 },
  { what: 'pipeline, 300,000 lines', script: 'seq 300000 | grep 7 | sed s/7/x/ | sort | uniq | wc -l', timesReal: 6, runs: 5 },
  { what: '300 processes', script: 'for ((i = 0; i < 300; i++)); do x=$(echo $i | cat); done; echo $x', timesReal: 2, runs: 5 },
  { what: 'grep -c over 10 MB', prepare: tenMegabytes, script: 'grep -c 99 big', timesReal: 3, runs: 5 },
  { what: 'grep -E over 10 MB', prepare: tenMegabytes, script: "grep -cE '(1|2)+3[4-9]+ p' big", timesReal: 3, runs: 5 },
  { what: 'create 100,000 files', script: `${inFolders} for ((f = 0; f < 1000; f++)); do : > many/$d/$f; done; done`, timesReal: 3, runs: 1, alone: true },
  { what: 'ls -R of 100,000 files', script: 'ls -R many | wc -l', timesReal: 10, runs: 3, alone: true },
  { what: 'find over 100,000 files', script: "find many -name '*99' | wc -l", timesReal: 10, runs: 3, alone: true },
  { what: 'rm -r of 100,000 files', script: 'rm -r many; ls -A | wc -l', timesReal: 2, runs: 1, alone: true },
];

/** Runs a script and gives what it printed. */
type Run = (script: string) => Promise<string>;

async function measure(run: Run, work: Work): Promise<{ ms: number; output: string }> {
  if (work.prepare !== undefined) await run(work.prepare);
  const times: number[] = [];
  let output = '';
  for (let turn = 0; turn < work.runs; turn++) {
    times.push(await timed(async () => {
      output = await run(work.script);
    }));
  }
  return { ms: median(times), output: output.trim() };
}

async function inSandbox(work: (run: Run) => Promise<void>): Promise<void> {
  const host = await bootHost();
  try {
    await work(async (script) => {
      const { stdout, stderr, exitCode } = await host.exec(script, { cwd: '/tmp' });
      if (exitCode !== 0) throw new Error(`${script} ended with status ${exitCode}: ${stderr}`);
      return stdout;
    });
  } finally {
    await host.dispose();
  }
}

/** The machine's bash, in a directory of its own. */
function realRun(cwd: string): Run {
  return async (script) => execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8' });
}

function justBashRun(): Run {
  const most = Number.MAX_SAFE_INTEGER;
  const bash = new Bash({ cwd: '/tmp', executionLimits: { maxCommandCount: most, maxLoopIterations: most, maxWorkUnits: most } });
  return async (script) => {
    const { stdout, stderr, exitCode } = await bash.exec(script);
    if (exitCode !== 0) throw new Error(stderr);
    return stdout;
  };
}

/** What scripts of every kind take, beside the machine's own bash and just-bash. */
export async function shellMeasurements(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const cwd = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  const real = realRun(cwd);
  const other = justBashRun();
  try {
    await inSandbox(async (run) => {
      for (const work of works) {
        const here = await measure(run, work);
        const there = await measure(real, work);
        if (here.output !== there.output) throw new Error(`${work.what}: ${JSON.stringify(here.output)} here, ${JSON.stringify(there.output)} in real life`);
        const beside = work.alone ? undefined : await measure(other, { ...work, runs: 1 }).catch((error: unknown) => process.stderr.write(`just-bash, ${work.what}: ${error instanceof Error ? error.message : String(error)}\n`) && undefined);
        measurements.push({ what: work.what, value: here.ms, real: there.ms, ...(beside && { justBash: beside.ms }), unit: 'ms', timesReal: work.timesReal, how: work.runs === 1 ? 'once' : `median of ${work.runs}` });
      }
    });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
  return measurements;
}
