import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError, mustRun, runCommand } from '../child-process/index.ts';
import type { Golden } from '../golden/index.ts';
import { owned } from './labels.ts';

/** The network of a driver's hosts: it leads nowhere, and the stand-in for the internet is in it. */
export interface LabNetwork {
  readonly name: string;
  /** Address of the stand-in, which is the name server too. */
  readonly nameServer: string;
  dispose(): Promise<void>;
}

/** Makes the network and starts the stand-in. */
export async function createLabNetwork(golden: Golden): Promise<LabNetwork> {
  const name = await createNetwork();
  const standIn = `${name}-stand-in`;
  const dispose = async (): Promise<void> => {
    await runCommand('docker', ['rm', '-fv', standIn]);
    await runCommand('docker', ['network', 'rm', name]);
  };
  try {
    const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
    // The same Node and the same sources, seen from a container.
    await mustRun('docker', [
      'run', '-d', '--name', standIn, '--network', name, ...owned, '-v', `${realpathSync(process.execPath)}:/usr/local/bin/node:ro`, '-v', `${project}:/drydock:ro`,
      '-v', `${golden.certificates}:/golden/certificates:ro`, '-v', `${golden.packages}:/golden/packages:ro`, '-v', `${golden.images}:/golden/images:ro`,
      '--entrypoint', 'node', golden.image, '/drydock/src/server/stand-in/main.ts', '/golden',
    ]);
    const nameServer = await mustRun('docker', ['inspect', '-f', `{{(index .NetworkSettings.Networks "${name}").IPAddress}}`, standIn]);
    await answers(standIn);
    return { name, nameServer, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Takes the first free of the networks 10.99.0.0/24 to 10.99.255.0/24, so that the hosts' own bridges are 172.17.0.0/16 as everywhere. */
async function createNetwork(): Promise<string> {
  for (let third = 0; ; third++) {
    const name = `drydock-${process.pid}-${third}`;
    const args = ['network', 'create', '--internal', '--subnet', `10.99.${third}.0/24`, ...owned, name];
    const result = await runCommand('docker', args);
    if (result.exitCode === 0) return name;
    if (third === 255 || !/overlaps|already exists/.test(result.stderr)) throw new CommandError('docker', args, result);
  }
}

/** Waits until the stand-in says that it is ready. */
async function answers(container: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { stdout, stderr } = await runCommand('docker', ['logs', container]);
    if (stdout.includes('ready')) return;
    if ((await mustRun('docker', ['inspect', '-f', '{{.State.Running}}', container])) !== 'true') throw new Error(`The stand-in for the Hub ended: ${stderr || stdout}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The stand-in for the Hub does not answer');
}
