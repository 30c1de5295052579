import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { StatusError } from '../command/status-error.ts';
import { printListing } from '../format/formatter.ts';
import { printInspected } from '../format/inspect.ts';
import { swarmInfo } from './membership.ts';

/** A node as the API gives it, as far as commands look at it. */
interface SwarmNode {
  ID: string;
  Version: { Index: number };
  Spec: { Role: string; Availability: string };
  Description: { Hostname: string; Engine: { EngineVersion: string } };
  Status: { State: string };
  ManagerStatus?: { Leader?: boolean; Reachability: string };
}

const headers = { ID: 'ID', Self: '', Hostname: 'HOSTNAME', Status: 'STATUS', Availability: 'AVAILABILITY', ManagerStatus: 'MANAGER STATUS', EngineVersion: 'ENGINE VERSION', TLSStatus: 'TLS STATUS' };

/** `docker node ls` */
export async function listNodes(invocation: LooseInvocation): Promise<void> {
  const { cli, flags } = invocation;
  const nodes = (await (await cli.client.request({ path: '/nodes' })).json()) as SwarmNode[];
  const { NodeID } = await swarmInfo(invocation);
  const given = String(flags['format'] ?? '');
  const table = 'table {{.ID}} {{if .Self}}*{{else}} {{ end }}\t{{.Hostname}}\t{{.Status}}\t{{.Availability}}\t{{.ManagerStatus}}\t{{.EngineVersion}}';
  const format = flags['quiet'] === true ? '{{.ID}}' : given === '' || given === 'table' ? table : given;
  const rows = nodes.map((node) => ({
    ID: node.ID, Self: node.ID === NodeID, Hostname: node.Description.Hostname, Status: capitalized(node.Status.State), Availability: capitalized(node.Spec.Availability),
    ManagerStatus: node.ManagerStatus ? (node.ManagerStatus.Leader ? 'Leader' : capitalized(node.ManagerStatus.Reachability)) : '', EngineVersion: node.Description.Engine.EngineVersion, TLSStatus: 'Ready',
  }));
  await printListing(cli.out, format, { type: 'node.nodeContext', headers, rows });
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** `docker node inspect`: what goes wrong is shown as a status. */
export async function inspectNodes(invocation: LooseInvocation): Promise<void> {
  const { cli, args, flags } = invocation;
  try {
    await printInspected(cli, args, String(flags['format'] ?? ''), async (name) => {
      const id = name === 'self' ? (await swarmInfo(invocation)).NodeID : name;
      return { raw: await textOf(cli, `/nodes/${encodeURIComponent(id || 'self')}`), type: 'any' };
    });
  } catch (error) {
    if (error instanceof StatusError || isDockerError(error)) throw new StatusError(1, `Status: ${error.message}, Code: 1`);
    throw error;
  }
}

async function textOf(cli: Cli, path: string): Promise<string> {
  return new TextDecoder().decode(await (await cli.client.request({ path })).bytes());
}

/** `docker node update`: each node's specification is read, changed and sent back. */
export async function updateNodes({ cli, args, flags }: LooseInvocation): Promise<void> {
  for (const name of args) {
    const node = JSON.parse(await textOf(cli, `/nodes/${encodeURIComponent(name)}`)) as SwarmNode;
    const Spec = { ...node.Spec, ...(flags['availability'] ? { Availability: flags['availability'] } : {}), ...(flags['role'] ? { Role: flags['role'] } : {}) };
    const answer = await cli.client.request({ method: 'POST', path: `/nodes/${node.ID}/update`, query: { version: String(node.Version.Index) }, json: Spec });
    await answer.bytes();
    await cli.out.print(`${name}\n`);
  }
}
