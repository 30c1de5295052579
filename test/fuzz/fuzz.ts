import { Chance } from './chance.ts';
import { Grammar } from './grammar.ts';
import { minimise } from './minimise.ts';
import { mutate, recordedScripts } from './mutation.ts';
import { Runner } from './runner.ts';
import type { Trial } from './trial.ts';

/** A trial that went wrong. */
export interface Failure {
  seed: number;
  number: number;
  trial: Trial;
  wrong: string;
  /** The shortest script that still goes wrong. */
  minimised: string;
}

/** What a run of the fuzzer did. */
export interface Report {
  trials: number;
  failures: Failure[];
}

export interface FuzzOptions {
  seed: number;
  ms: number;
  /** Only this trial. */
  only?: number;
  /** It ends after so many failures; default 1. */
  failures?: number;
  onProgress?: (trials: number, trial: Trial) => void;
  onFailure?: (failure: Failure) => void;
}

/** What makes a shell of which Ctrl-C is not to give a prompt back: it ignores it, draws on the whole screen, or has no more files to write to. */
const noPrompt = /\btrap\b|\bstty\b|\bless\b|\bnano\b|\bvi\b|\btop\b|\bman\b|\bmore\b|\bwatch\b|\bexec\b|\bset\b|\bulimit\b|\benable\b|\bbash\b|\bsh\b|\bchroot\b|\bsudo\b|\bsu\b|\bsuspend\b|-STOP|\bkill\b|\bbind\b|\bgit\b|\bpager\b|\beditor\b|\bpython3?\b|\bshopt\b|\bTMOUT\b|\bssh\b|\btelnet\b|\bscript\b|:\|:|\bftp\b|\bnslookup\b|\bf\|f\b|\/dev\/tty|\x00|\x7f|!|~/;

/** The trial of that number. */
export function makeTrial(seed: number, number: number, recorded: readonly string[]): Trial {
  const chance = new Chance(seed, number);
  const script = chance.one(2) ? new Grammar(chance).script() : mutate(chance.pick(recorded), chance.pick(recorded), chance);
  return { script, interactive: chance.one(6) && !noPrompt.test(script) };
}

/** Tries scripts till the time is up; what goes wrong is tried again, and made as short as it goes. */
export async function fuzz(options: FuzzOptions): Promise<Report> {
  const recorded = recordedScripts();
  const runner = new Runner();
  const end = performance.now() + options.ms;
  const report: Report = { trials: 0, failures: [] };
  try {
    for (let number = options.only ?? 0; performance.now() < end && report.failures.length < (options.failures ?? 1); number++) {
      const trial = makeTrial(options.seed, number, recorded);
      options.onProgress?.(number, trial);
      const wrong = await runner.run(trial);
      report.trials++;
      if (wrong !== undefined) {
        const fails = async (script: string): Promise<boolean> => kindOf(await runner.run({ ...trial, script })) === kindOf(wrong);
        const minimised = await minimise(trial.script, fails, 60_000);
        const failure = { seed: options.seed, number, trial, wrong, minimised };
        report.failures.push(failure);
        options.onFailure?.(failure);
      }
      if (options.only !== undefined) break;
    }
  } finally {
    runner.close();
  }
  return report;
}

function kindOf(wrong: string | undefined): string | undefined {
  return wrong?.split('\n')[0]?.split(/[:;]/).slice(0, 2).join(':').replace(/[0-9]+/g, 'N');
}

/** A failure in words, with what repeats it. */
export function describeFailure({ seed, number, trial, wrong, minimised }: Failure): string {
  return `${wrong}\nagain: npm run fuzz -- --seed ${seed} --trial ${number}\n${trial.interactive ? 'typed' : 'script'}:\n${minimised}\n`;
}
