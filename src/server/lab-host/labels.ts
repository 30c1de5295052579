import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { mustRun, runCommand } from '../child-process/index.ts';
import { isAlive } from '../golden/index.ts';
import { thaw } from './thaw.ts';

/** The label of all that a checkout of this project makes in an engine; what has another's is never touched. */
const instanceLabel = 'drydock.instance';
/** The label of what lives as long as the process that made it; its value is that process. */
const ownerLabel = 'drydock.owner';
/** The label of disks, which outlive their hosts; its value is the process that made them. */
const diskLabel = 'drydock.disk';

/** This checkout on this machine. */
export const instance: string = createHash('sha256').update(`${hostname()} ${fileURLToPath(new URL('../../..', import.meta.url))}`).digest('hex').slice(0, 12);

const labels = (name: string): readonly string[] => ['--label', `${instanceLabel}=${instance}`, '--label', `${name}=${process.pid}`];

/** Arguments that label something as this process's. */
export const owned: readonly string[] = labels(ownerLabel);
/** The same labels for the Engine API. */
export const ownedLabels: Readonly<Record<string, string>> = { [instanceLabel]: instance, [ownerLabel]: String(process.pid) };
/** Arguments that label a volume as a disk. */
export const ownedDisk: readonly string[] = labels(diskLabel);

/** The disks of this checkout, each with whether the process that made it runs. */
export async function listDisks(): Promise<{ name: string; ownerRuns: boolean }[]> {
  return (await listed('volume ls', 'Name', diskLabel)).map(([name, owner]) => ({ name, ownerRuns: isAlive(owner) }));
}

/** Things of this checkout that have the label, with its value. */
async function listed(list: string, name: string, label: string): Promise<[name: string, pid: number][]> {
  const filters = ['--filter', `label=${label}`, '--filter', `label=${instanceLabel}=${instance}`];
  const lines = await mustRun('docker', [...list.split(' '), ...filters, '--format', `{{.${name}}} {{.Label "${label}"}}`]);
  return lines.split('\n').filter(Boolean).map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]);
}

/** Ends hosts, networks and copies of processes that are gone. Disks stay. */
export async function reap(): Promise<void> {
  const orphans = async (list: string, name: string): Promise<string[]> => (await listed(list, name, ownerLabel)).filter(([, owner]) => !isAlive(owner)).map(([each]) => each);
  const remove = async (names: readonly string[], ...command: string[]): Promise<void> => {
    if (names.length > 0) await runCommand('docker', [...command, ...names]);
  };
  const hosts = await orphans('ps -a', 'ID');
  await Promise.all(hosts.map((id) => runCommand('docker', ['exec', id, 'bash', '-c', thaw])));
  await remove(hosts, 'rm', '-fv');
  await remove(await orphans('network ls', 'ID'), 'network', 'rm');
  await remove(await orphans('volume ls', 'Name'), 'volume', 'rm');
  // `docker images` shows no labels; the copies' names hold the process, and their labels, which came from the container, the checkout.
  const copies = (await mustRun('docker', ['images', '--filter', `label=${instanceLabel}=${instance}`, '--format', '{{.Repository}}:{{.Tag}}', 'drydock/lab-host-copy'])).split('\n');
  await remove(copies.filter((name) => name && !isAlive(Number(/:drydock-(\d+)-/.exec(name)?.[1]))), 'rmi');
}
