import { endOfProcess, SystemError } from '../uapi/index.ts';
import { type Cgroup, processMemory } from './cgroup.ts';
import type { Task } from './task.ts';

/** Memory of the machine that its programs may have, in bytes: less than it says it has, what a page bears. */
export const programMemory = 2 ** 30;

/** Charges memory to a group. Where that is too much the kernel kills the largest process of the group, and again until it fits; throws when that ended `asking`. */
export function chargeMemory(cgroup: Cgroup<Task>, bytes: number, asking: Task | undefined): void {
  for (let over = cgroup.charge(bytes); over; over = cgroup.exceeded()) {
    over.events.memoryMax++;
    const victim = largest(over);
    if (victim) {
      over.events.oom++;
      kill(over, victim, asking ?? victim);
      if (asking?.state !== 'Z') continue;
    }
    cgroup.charge(-bytes);
    throw victim ? endOfProcess : new SystemError('ENOMEM');
  }
}

/** The process that the kernel ends: the one with the highest badness. Pid 1 of the machine is spared. */
function largest(cgroup: Cgroup<Task>): Task | undefined {
  let found: Task | undefined;
  for (const task of cgroup.tasks()) {
    if (task.state === 'Z' || !task.parent || task.oomScoreAdj <= -1000) continue;
    if (!found || badness(task) >= badness(found)) found = task;
  }
  return found;
}

function outermost(task: Task): number {
  let { pid } = task.namespaces;
  while (pid.parent) pid = pid.parent;
  return task.pid.in(pid);
}

function badness(task: Task): number {
  return task.memory + (task.oomScoreAdj * 2 ** 33) / 1000;
}

function kill(over: Cgroup<Task>, victim: Task, asking: Task): void {
  const { system } = victim;
  const { comm = '' } = asking.image ?? {};
  const name = victim.image?.comm ?? '';
  const pid = outermost(victim);
  const kilobytes = (bytes: number): string => `${Math.floor(bytes / 1024)}kB`;
  const limited = over.parent !== undefined;
  const usage = kilobytes(over.memory);
  system.log(`${comm} invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=${asking.oomScoreAdj}`);
  if (limited) system.log(`memory: usage ${usage}, limit ${kilobytes(over.memoryMax)}, failcnt ${over.events.memoryMax}`);
  system.log(`oom-kill:constraint=${limited ? 'CONSTRAINT_MEMCG' : 'CONSTRAINT_NONE'},nodemask=(null),cpuset=${victim.cgroup.name || '/'},mems_allowed=0${limited ? `,oom_memcg=${over.path}` : ',global_oom'},task_memcg=${victim.cgroup.path},task=${name},pid=${pid},uid=${victim.credentials.uid}`);
  system.log(`${limited ? 'Memory cgroup out of memory' : 'Out of memory'}: Killed process ${pid} (${name}) total-vm:${kilobytes(victim.memory + 4 * processMemory)}, anon-rss:${kilobytes(victim.memory)}, file-rss:${kilobytes(processMemory)}, shmem-rss:0kB, UID:${victim.credentials.uid} pgtables:${kilobytes(Math.ceil((victim.memory + 2 ** 20) / 512))} oom_score_adj:${victim.oomScoreAdj}`);
  for (let each: Cgroup<Task> | undefined = victim.cgroup; each; each = each.parent) {
    each.events.oomKill++;
    for (const told of each.onOomKill) told();
    if (each === over) break;
  }
  victim.terminate({ kind: 'signaled', signal: 'SIGKILL', coreDumped: false });
}
