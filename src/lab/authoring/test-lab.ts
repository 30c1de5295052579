import { checkTask, howItEnded, runAsLearner, setUpLab } from '../runner.ts';
import type { Lab, LabScript, Task } from '../lab.ts';
import type { LabMachines } from '../machines.ts';
import { formatMessage, type Verdict } from '../verdict.ts';

/** Fresh machines for one proof; `dispose` gives them back. */
export interface ProofMachines extends LabMachines {
  /** Others in the same state, which go their own way. Without it, or where it gives none (a copy of the disks has no processes), a wrong turn solves again what comes after the last state that could be copied. */
  fork?(): Promise<ProofMachines | undefined>;
  dispose(): Promise<void>;
}

/** Makes fresh machines for a lab, not yet set up. */
export type CreateMachines = (lab: Pick<Lab, 'hosts'>) => Promise<ProofMachines>;

/** One thing that was proved or not. */
export interface Proof {
  task: string;
  /** `before`: the check fails before; `solve`: it passes after; else the name of the wrong turn. */
  step: string;
  ok: boolean;
  /** What went wrong. */
  detail: string | undefined;
  ms: number;
}

function describe(task: Task, verdict: Verdict): string {
  if (verdict.kind === 'passed') return 'the check passed';
  if (verdict.kind === 'broken') return `the check is broken (${verdict.reason}): ${verdict.detail}`;
  const message = task.messages[verdict.key];
  return `the check failed with \`${verdict.key}\`${message ? ` (${formatMessage(message, verdict.args).en})` : ''}`;
}

function answerIn(stdout: string): string | undefined {
  return /^answer (.*)$/m.exec(stdout)?.[1];
}

/** Runs solve.sh or wrong-*.sh. For a reading task the script's line `answer …` is what the learner would type. */
async function act(lab: Lab, task: Task, script: LabScript, machines: LabMachines, mustSucceed: boolean): Promise<string> {
  const result = await runAsLearner(lab, task, script, machines);
  if (mustSucceed && result.exitCode !== 0) throw new Error(`${script.path} ${howItEnded(result)}: ${result.stderr || result.stdout}`);
  const answer = answerIn(result.stdout);
  if (task.answer && answer === undefined) throw new Error(`${script.path}: ${task.id} asks for an answer, so the script must print a line \`answer …\``);
  return answer ?? '';
}

/** Machines whose state others start from. `solved`: how many tasks are solved on them. */
interface Base {
  readonly machines: ProofMachines;
  readonly solved: number;
}

/** Machines on which every task before `task` is solved, made of the base where there is one. */
async function machinesBefore(lab: Lab, task: Task, create: CreateMachines, base: Base | undefined): Promise<ProofMachines> {
  const copy = await base?.machines.fork?.();
  const machines = copy ?? await create(lab);
  try {
    if (!copy) await setUpLab(lab, machines);
    for (const earlier of lab.tasks.slice(copy ? base?.solved : 0, lab.tasks.indexOf(task))) await act(lab, earlier, earlier.solve, machines, true);
    return machines;
  } catch (error) {
    await machines.dispose();
    throw error;
  }
}

async function prove(task: Task, step: string, run: () => Promise<string | undefined>, report: (proof: Proof) => void): Promise<boolean> {
  const start = performance.now();
  let detail: string | undefined;
  try {
    detail = await run();
  } catch (error) {
    detail = error instanceof Error ? error.message : String(error);
  }
  report({ task: task.id, step, ok: detail === undefined, detail, ms: performance.now() - start });
  return detail === undefined;
}

async function proveWrongTurns(lab: Lab, task: Task, fresh: () => Promise<ProofMachines>, report: (proof: Proof) => void): Promise<void> {
  for (const wrong of task.wrong) {
    await prove(task, wrong.path.replace(/.*\/|\.sh$/g, ''), async () => {
      const machines = await fresh();
      try {
        const answer = await act(lab, task, wrong, machines, false);
        const verdict = await checkTask(lab, task, machines, answer);
        if (verdict.kind === 'failed' && verdict.key === wrong.message) return undefined;
        return `expected the message \`${wrong.message}\`; ${describe(task, verdict)}`;
      } finally {
        await machines.dispose();
      }
    }, report);
  }
}

/** Proves a lab: for each task, in order, the check fails before, each wrong turn (on fresh machines) gets its message, and the check passes after solve. Ends at the first task whose solution does not hold. */
export async function testLab(lab: Lab, create: CreateMachines, report: (proof: Proof) => void): Promise<void> {
  const machines = await create(lab);
  let base: Base | undefined;
  try {
    await setUpLab(lab, machines);
    for (const [number, task] of lab.tasks.entries()) {
      await prove(task, 'before', async () => {
        const verdict = await checkTask(lab, task, machines);
        return verdict.kind === 'failed' ? undefined : `before anything was done ${describe(task, verdict)}`;
      }, report);
      // Where processes come next, the state before them is kept: it is the last one that can be copied for a while.
      const copy = lab.tasks[number + 1]?.live ? await machines.fork?.() : undefined;
      if (copy) {
        await base?.machines.dispose();
        base = { machines: copy, solved: number };
      }
      const fresh = async (): Promise<ProofMachines> => (copy ? undefined : await machines.fork?.()) ?? (await machinesBefore(lab, task, create, base));
      await proveWrongTurns(lab, task, fresh, report);
      const solved = await prove(task, 'solve', async () => {
        const answer = await act(lab, task, task.solve, machines, true);
        const verdict = await checkTask(lab, task, machines, answer);
        return verdict.kind === 'passed' ? undefined : `after solve.sh ${describe(task, verdict)}`;
      }, report);
      // Later tasks build on this one.
      if (!solved) return;
    }
  } finally {
    await base?.machines.dispose();
    await machines.dispose();
  }
}
