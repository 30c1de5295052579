import type { ExecResult } from '../protocol/index.ts';
import { checkHelpers } from './check-helpers.ts';
import { homeOf, type Lab, type LabScript, type Task } from './lab.ts';
import type { LabMachines } from './machines.ts';
import { readVerdict, type Verdict } from './verdict.ts';

/** How long a script may run that is no check, in milliseconds: longer than any needs, so that one that hangs says so. */
const scriptMs = 300_000;

/** A script of a lab failed that should not: names the script, its status and what it printed. */
export class LabScriptError extends Error {
  override readonly name = 'LabScriptError';
  readonly code = 'lab-script-failed';

  constructor(script: LabScript, result: ExecResult) {
    super(`${script.path} ${howItEnded(result)}: ${(result.stderr || result.stdout).trim().slice(-2000)}`);
  }
}

/** How a script ended that should have succeeded. */
export function howItEnded({ exitCode }: ExecResult): string {
  return `ended with status ${exitCode}${exitCode === 124 ? ` (a time limit; that of the script is ${scriptMs / 1000} s)` : ''}`;
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Lays the lab's files into the learner's home and runs setup.sh as root, on each host. Once per fresh host. Throws LabScriptError when setup fails. */
export async function setUpLab(lab: Lab, machines: LabMachines): Promise<void> {
  for (const host of lab.hosts) {
    for (const file of lab.files) {
      await machines.files.write(`${homeOf(lab.user)}/${file.path}`, decodeBase64(file.content), { mode: file.mode, user: lab.user, host });
    }
    if (!lab.setup) continue;
    const result = await machines.exec(lab.setup.text, { host, user: 'root', cwd: '/', env: environment(lab), timeoutMs: scriptMs });
    if (result.exitCode !== 0) throw new LabScriptError(lab.setup, result);
  }
}

function environment(lab: Lab): Record<string, string> {
  return { LAB_USER: lab.user, LAB_HOME: homeOf(lab.user) };
}

/** Judges a task by the state of its host. Changes nothing there. */
export async function checkTask(lab: Lab, task: Task, machines: LabMachines, answer = ''): Promise<Verdict> {
  const result = await machines.exec(`${checkHelpers}\n${task.check.text}`, {
    host: task.host,
    user: 'root',
    cwd: homeOf(lab.user),
    env: { ...environment(lab), ANSWER: answer },
    timeoutMs: task.timeoutMs,
    sealed: true,
  });
  return readVerdict(task, result);
}

/** Runs a script as the learner would: as the lab's user, in the home. For solve.sh and wrong-*.sh. */
export function runAsLearner(lab: Lab, task: Task, script: LabScript, machines: LabMachines): Promise<ExecResult> {
  return machines.exec(script.text, { host: task.host, user: lab.user, cwd: homeOf(lab.user), env: environment(lab), timeoutMs: scriptMs });
}
