import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, mustRun, runCommand } from '../child-process/index.ts';
import type { Golden } from '../golden/index.ts';
import { owned } from './labels.ts';

/** A network that hosts are in: it leads nowhere, and the stand-in for the internet is in it. */
export interface LabSegment {
  readonly name: string;
  /** The stand-in's container. */
  readonly standIn: string;
  /** Address of the stand-in, which is the name server too. */
  readonly nameServer: string;
  /** Domain of hosts that know each other by name; undefined where each host is for itself. */
  readonly domain: string | undefined;
  /** The address of the nth host, for hosts with names. */
  addressOf(index: number): string;
  dispose(): Promise<void>;
}

/** The networks of a driver's hosts, and the stand-in in all of them. */
export interface LabNetwork {
  /** For hosts that do not know each other. */
  readonly shared: LabSegment;
  /** A network for hosts that are known to each other as `NAME.test`. */
  addSegment(hosts: readonly string[]): Promise<LabSegment>;
  dispose(): Promise<void>;
}

/** The first host's last number, as in the sandbox. */
const firstHost = 15;
const domain = 'test';

interface DockerNetwork {
  name: string;
  /** Its first three numbers. */
  prefix: string;
}

/** Makes the shared network and starts the stand-in. */
export async function createLabNetwork(golden: Golden): Promise<LabNetwork> {
  const network = await createNetwork();
  const standIn = `${network.name}-stand-in`;
  const zones = await mkdtemp(join(tmpdir(), 'drydock-zones-'));
  const segments = new Set<LabSegment>();
  const dispose = async (): Promise<void> => {
    for (const segment of segments) await segment.dispose();
    await runCommand('docker', ['rm', '-fv', standIn]);
    await runCommand('docker', ['network', 'rm', network.name]);
    await rm(zones, { recursive: true });
  };
  try {
    const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
    // The same Node and the same sources, seen from a container.
    await mustRun('docker', [
      'run', '-d', '--name', standIn, '--network', network.name, ...owned, '-v', `${realpathSync(process.execPath)}:/usr/local/bin/node:ro`, '-v', `${project}:/drydock:ro`,
      '-v', `${golden.certificates}:/golden/certificates:ro`, '-v', `${golden.packages}:/golden/packages:ro`, '-v', `${golden.images}:/golden/images:ro`, '-v', `${join(golden.tree, 'modules')}:/golden/modules:ro`, '-v', `${zones}:/golden/zones:ro`,
      '--entrypoint', 'node', golden.image, '/drydock/src/server/stand-in/main.ts', '/golden',
    ]);
    await answers(standIn);
    const nameServer = await mustRun('docker', ['inspect', '-f', `{{(index .NetworkSettings.Networks "${network.name}").IPAddress}}`, standIn]);
    return {
      shared: { name: network.name, standIn, nameServer, domain: undefined, addressOf: (index) => addressIn(network, index), dispose: async () => undefined },
      async addSegment(hosts) {
        const segment = await addSegment(standIn, zones, hosts, () => segments.delete(segment));
        segments.add(segment);
        return segment;
      },
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function addSegment(standIn: string, zones: string, hosts: readonly string[], disposed: () => void): Promise<LabSegment> {
  const network = await createNetwork();
  const nameServer = `${network.prefix}.3`;
  const addressOf = (index: number): string => addressIn(network, index);
  const zone = join(zones, network.prefix);
  await writeFile(zone, hosts.map((name, index) => `${name}.${domain} ${addressOf(index)}\n`).join(''));
  await mustRun('docker', ['network', 'connect', '--ip', nameServer, network.name, standIn]);
  return {
    name: network.name,
    standIn,
    nameServer,
    domain,
    addressOf,
    async dispose() {
      disposed();
      await runCommand('docker', ['network', 'disconnect', '-f', network.name, standIn]);
      await runCommand('docker', ['network', 'rm', network.name]);
      await rm(zone, { force: true });
    },
  };
}

const addressIn = ({ prefix }: DockerNetwork, index: number): string => `${prefix}.${firstHost + index}`;

/** Where the next free network is looked for first. */
let nextThird = 0;

/** Takes the next free of the networks 10.99.0.0/24 to 10.99.255.0/24, so that the hosts' own bridges are 172.17.0.0/16 as everywhere. */
async function createNetwork(): Promise<DockerNetwork> {
  for (let attempt = 0; ; attempt++) {
    const third = nextThird;
    nextThird = (nextThird + 1) % 256;
    const prefix = `10.99.${third}`;
    const name = `drydock-${process.pid}-${third}`;
    const args = ['network', 'create', '--internal', '--subnet', `${prefix}.0/24`, ...owned, name];
    const result = await runCommand('docker', args);
    if (result.exitCode === 0) return { name, prefix };
    if (attempt === 255 || !/overlaps|already exists/.test(result.stderr)) throw new CommandError('docker', args, result);
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
