import { inBackground } from '../background.ts';
import type { Daemon } from '../daemon.ts';
import { messageOf } from '../engine-error.ts';
import type { ExitStatus, RuntimeContainer } from '../ports/runtime.ts';
import { rfc3339Nano } from '../timestamp.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { removeContainer } from './remove.ts';
import { withTimeout } from './with-timeout.ts';

/** How long output may still come after a process ended, before its streams are closed. */
const drainTime = 2000;

/** What happens when a container's first process has ended. `restart` starts it once more, if its policy says so. */
export async function onExit(daemon: Daemon, container: Container, task: RuntimeContainer, status: ExitStatus, outputs: Promise<void>, startedAt: number, restart: () => Promise<void>): Promise<void> {
  await withTimeout(daemon.clock, outputs, drainTime);
  await container.mutex.run(async () => {
    if (container.task !== task) return;
    const now = daemon.clock.now();
    container.task = undefined;
    if (container.state.Health && container.state.Health.Status !== 'starting') container.state.Health.Status = 'unhealthy';
    container.streams.end();
    for (const exec of daemon.execs.of(container)) exec.process?.kill(9);
    const restarts = shouldRestart(daemon, container, status.code);
    Object.assign(container.state, { Running: restarts, Restarting: restarts, Paused: false, Pid: 0, ExitCode: status.code, FinishedAt: rfc3339Nano(now) });
    container.release?.();
    container.release = undefined;
    // Who stopped it hears of the end first.
    container.announceStop?.();
    container.announceStop = undefined;
    emitContainer(daemon, container, 'die', { exitCode: String(status.code), execDuration: String(Math.floor((now - startedAt) / 1000)) });
    daemon.containers.save(container);
    if (restarts) scheduleRestart(daemon, container, now - startedAt, restart);
  });
  container.changes.fire('exited');
  if (container.hostConfig.AutoRemove && !container.isRunning && !container.removing) {
    await removeContainer(daemon, container, { force: true, volumes: true }).catch((error: unknown) => daemon.log('error', `can't remove container: ${messageOf(error)}`, { container: container.id }));
  }
}

/** What the restart policy says about an end. */
export function shouldRestart(daemon: Pick<Daemon, 'stopping'>, container: Container, exitCode: number): boolean {
  const { Name: name, MaximumRetryCount: maximum } = container.hostConfig.RestartPolicy;
  if (daemon.stopping || container.hasBeenManuallyStopped || container.removing) return false;
  if (name === 'always' || name === 'unless-stopped') return true;
  return name === 'on-failure' && exitCode !== 0 && (maximum === 0 || container.restartCount < maximum);
}

/** Pauses between automatic starts, by container: they double up to a minute and begin anew after 10 seconds of running. */
const pauses = new WeakMap<Container, number>();

function scheduleRestart(daemon: Daemon, container: Container, ranFor: number, restart: () => Promise<void>): void {
  const last = pauses.get(container);
  const pause = last === undefined || ranFor >= 10_000 ? 100 : Math.min(last * 2, 60_000);
  pauses.set(container, pause);
  container.restartCount++;
  const timer = daemon.clock.setTimeout(() => {
    container.cancelRestart = undefined;
    inBackground(daemon, container.mutex.run(async () => {
      if (!container.state.Restarting || container.hasBeenManuallyStopped || container.removing || daemon.stopping) return;
      try {
        await restart();
      } catch (error) {
        daemon.log('error', `failed to restart container: ${messageOf(error)}`, { container: container.id });
      }
    }));
  }, pause);
  container.cancelRestart = () => {
    container.cancelRestart = undefined;
    timer.dispose();
  };
}
