import { mustRun, runCommand } from '../child-process/index.ts';
import { isAlive } from '../golden/index.ts';

/** The label of all that a driver makes in the engine; its value is the process that owns it. */
export const ownerLabel = 'drydock.owner';

/** Arguments that label something as this process's. */
export const owned: readonly string[] = ['--label', `${ownerLabel}=${process.pid}`];

/** Ends hosts, networks and copies of processes that are gone. */
export async function reap(): Promise<void> {
  const orphans = async (list: string, name: string): Promise<string[]> => {
    const lines = await mustRun('docker', [...list.split(' '), '--filter', `label=${ownerLabel}`, '--format', `{{.${name}}} {{.Label "${ownerLabel}"}}`]);
    return lines.split('\n').filter((line) => line && !isAlive(Number(line.split(' ')[1]))).map((line) => line.split(' ')[0] ?? '');
  };
  const remove = async (names: readonly string[], ...command: string[]): Promise<void> => {
    if (names.length > 0) await runCommand('docker', [...command, ...names]);
  };
  await remove(await orphans('ps -a', 'ID'), 'rm', '-fv');
  await remove(await orphans('network ls', 'ID'), 'network', 'rm');
  await remove(await orphans('volume ls', 'Name'), 'volume', 'rm');
  // `docker images` shows no labels; the copies' names hold the process.
  const copies = (await mustRun('docker', ['images', '--format', '{{.Repository}}:{{.Tag}}', 'drydock/lab-host-copy'])).split('\n');
  await remove(copies.filter((name) => name && !isAlive(Number(/:drydock-(\d+)-/.exec(name)?.[1]))), 'rmi');
}
