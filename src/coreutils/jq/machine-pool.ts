import { openWorker, type WorkerHandle } from '../../base/worker/index.ts';
import type { FromMachine, ToMachine } from './protocol.ts';

/** A worker that runs jq, once at a time. */
export type Machine = WorkerHandle<ToMachine, FromMachine>;

/** Machines that have run jq and wait for the next one. */
const idle: Machine[] = [];
/** A pipeline of two is common. */
const mostIdle = 2;
/** Starting takes far longer than most runs: where this many run, the next ones wait for one that becomes free. */
const soonEnough = 4;
/** But those in a pipeline wait for each other: after each such time, in milliseconds, one more starts. */
const patience = 200;
let running = 0;
/** Who waits for a machine to become free, first come first served. */
const waiting: ((machine: Machine) => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function start(): Machine {
  const entry = './machine/jq-worker.ts';
  return openWorker(() => new Worker(new URL('./machine/jq-worker.ts', import.meta.url), { type: 'module', name: 'drydock-jq' }), new URL(entry, import.meta.url));
}

/** A machine of one's own until it is given back. */
export async function takeMachine(): Promise<Machine> {
  const machine = idle.pop() ?? (running < soonEnough ? start() : undefined);
  if (!machine) return freed();
  running++;
  machine.hold(true);
  return machine;
}

/** The next machine that is given back, or that starts because none is. */
function freed(): Promise<Machine> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    startLater();
  });
}

function startLater(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    const next = waiting.shift();
    if (!next) return;
    running++;
    next(start());
    if (waiting.length > 0) startLater();
  }, patience);
}

/** Gives a machine back; one that is not whole (its run did not end by itself) is ended. */
export function giveBack(machine: Machine, whole: boolean): void {
  if (!whole) machine.end();
  const next = waiting.shift();
  if (next) {
    next(whole ? machine : start());
    return;
  }
  running--;
  if (!whole) return;
  if (idle.length < mostIdle) {
    machine.hold(false);
    idle.push(machine);
  } else machine.end();
}
