import { mustRun, runCommand } from '../child-process/index.ts';
import { isAlive } from '../golden/index.ts';

/** The label of all that a driver makes in the engine; its value is the process that owns it. */
export const ownerLabel = 'drydock.owner';

/** Arguments that label something as this process's. */
export const owned: readonly string[] = ['--label', `${ownerLabel}=${process.pid}`];

/** Ends hosts and networks of processes that are gone. */
export async function reap(): Promise<void> {
  const owners = async (...list: string[]): Promise<string[]> => {
    const lines = await mustRun('docker', [...list, '--filter', `label=${ownerLabel}`, '--format', `{{.ID}} {{.Label "${ownerLabel}"}}`]);
    return lines.split('\n').filter((line) => line && !isAlive(Number(line.split(' ')[1]))).map((line) => line.split(' ')[0] ?? '');
  };
  const containers = await owners('ps', '-a');
  if (containers.length > 0) await runCommand('docker', ['rm', '-fv', ...containers]);
  const networks = await owners('network', 'ls');
  if (networks.length > 0) await runCommand('docker', ['network', 'rm', ...networks]);
}
