import { inBackground } from '../background.ts';
import type { Daemon } from '../daemon.ts';
import type { Health } from '../../api/index.ts';
import { decodeUtf8 } from '../../../base/index.ts';
import { formatDuration } from '../../../base/go/index.ts';
import { rfc3339Nano } from '../timestamp.ts';
import type { Container } from './container.ts';
import { emitContainer } from './events.ts';
import { withTimeout } from './with-timeout.ts';
import { capabilitiesOf, containerEnv, withHome } from './process-spec.ts';
import { lookUpUser } from './user-lookup.ts';

const second = 1e9;
const keptResults = 5;
const maxOutput = 4096;

/** Runs a container's health check at its interval for as long as this start of it lasts. */
export function startHealthMonitor(daemon: Daemon, container: Container): void {
  const check = container.config.Healthcheck;
  const { task } = container;
  if (!task || !check?.Test?.length || check.Test[0] === 'NONE') {
    delete container.state.Health;
    return;
  }
  const health: Health = { Status: 'starting', FailingStreak: 0, Log: [] };
  container.state.Health = health;
  const startedAt = daemon.clock.now();
  const ms = (value: number | undefined, fallback: number): number => (value || fallback) / 1e6;
  const schedule = (): void => {
    const inStart = health.Status === 'starting' && daemon.clock.now() - startedAt < ms(check.StartPeriod, 0);
    const pause = inStart ? ms(check.StartInterval, 5 * second) : ms(check.Interval, 30 * second);
    const timer = daemon.clock.setTimeout(() => inBackground(daemon, probe()), pause);
    void task.exited.then(() => timer.dispose());
  };
  const probe = async (): Promise<void> => {
    if (container.task !== task) return;
    const started = daemon.clock.now();
    const { code, output } = container.state.Paused ? { code: 0, output: '' } : await runProbe(daemon, container, check.Test ?? [], ms(check.Timeout, 30 * second));
    if (container.task !== task) return;
    const inStart = daemon.clock.now() - startedAt < ms(check.StartPeriod, 0);
    record(daemon, container, health, { code, output, started, countsAsFailure: !(inStart && health.Status === 'starting'), retries: check.Retries || 3 });
    schedule();
  };
  schedule();
}

function record(daemon: Daemon, container: Container, health: Health, result: { code: number; output: string; started: number; countsAsFailure: boolean; retries: number }): void {
  const before = health.Status;
  health.Log.push({ Start: rfc3339Nano(result.started), End: rfc3339Nano(daemon.clock.now()), ExitCode: result.code, Output: result.output });
  if (health.Log.length > keptResults) health.Log.shift();
  if (result.code === 0) {
    health.FailingStreak = 0;
    health.Status = 'healthy';
  } else if (result.countsAsFailure) {
    health.FailingStreak++;
    if (health.FailingStreak >= result.retries) health.Status = 'unhealthy';
  }
  daemon.containers.save(container);
  if (health.Status !== before) emitContainer(daemon, container, `health_status: ${health.Status}`);
}

async function runProbe(daemon: Daemon, container: Container, test: readonly string[], timeout: number): Promise<{ code: number; output: string }> {
  const { config, hostConfig, task } = container;
  const shell = config.Shell?.length ? config.Shell : ['/bin/sh', '-c'];
  const args = test[0] === 'CMD-SHELL' ? [...shell, test[1] ?? ''] : test.slice(1);
  if (!task) return { code: -1, output: '' };
  try {
    const user = lookUpUser(daemon.files, daemon.snapshotter.data(container.mountId).MergedDir ?? '', config.User, hostConfig.GroupAdd ?? []);
    const process = await task.exec({ args, env: withHome(containerEnv(config, false), user), cwd: config.WorkingDir || '/', user, terminal: false, stdin: false, capabilities: capabilitiesOf(hostConfig) });
    let output = '';
    const read = async (source: typeof process.stdout | undefined): Promise<void> => {
      if (!source) return;
      for (let part = await source.read(); part.length > 0; part = await source.read()) if (output.length < maxOutput) output += decodeUtf8(part);
    };
    const reading = Promise.all([read(process.stdout), read(process.stderr)]);
    if (!(await withTimeout(daemon.clock, process.exited, timeout))) {
      process.kill(9);
      return { code: -1, output: `Health check exceeded timeout (${formatDuration(timeout * 1e6)})` };
    }
    await withTimeout(daemon.clock, reading, 1000);
    const { code } = await process.exited;
    return { code, output: output.slice(0, maxOutput) };
  } catch (error) {
    return { code: -1, output: `OCI runtime exec failed: exec failed: unable to start container process: ${error instanceof Error ? error.message : String(error)}: unknown` };
  }
}
