import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';

/** What the commands of a swarm need of `/info`. */
interface SwarmInfo {
  NodeID: string;
  RemoteManagers?: readonly { Addr: string }[] | null;
}

/** The engine's place in its swarm. */
export async function swarmInfo({ cli }: LooseInvocation): Promise<SwarmInfo> {
  return (await cli.client.system.info()).Swarm as SwarmInfo;
}

interface Tokens {
  JoinTokens: { Worker: string; Manager: string };
}

/** `docker swarm init` */
export async function initSwarm(invocation: LooseInvocation): Promise<void> {
  const { cli, flags } = invocation;
  const request = {
    ListenAddr: String((flags['listen-addr'] as readonly string[]).at(-1) ?? '0.0.0.0:2377'), AdvertiseAddr: String(flags['advertise-addr'] ?? ''), DataPathAddr: String(flags['data-path-addr'] ?? ''),
    DataPathPort: Number(flags['data-path-port'] ?? 0), DefaultAddrPool: flags['default-addr-pool'], SubnetSize: Number(flags['default-addr-pool-mask-length']) || 24,
    ForceNewCluster: flags['force-new-cluster'] === true, AutoLockManagers: flags['autolock'] === true, Availability: String(flags['availability'] || 'active'), Spec: { Labels: null },
  };
  const id = (await (await cli.client.request({ method: 'POST', path: '/swarm/init', json: request })).json()) as string;
  await cli.out.print(`Swarm initialized: current node (${id}) is now a manager.\n\n`);
  await printJoin(invocation, 'worker');
  await cli.out.print("To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n\n");
}

/** `docker swarm join-token` */
export async function joinToken(invocation: LooseInvocation): Promise<void> {
  const { cli, args, flags } = invocation;
  const [role = ''] = args;
  if (role !== 'worker' && role !== 'manager') throw new CliError(`unknown role ${role}`);
  if (flags['quiet'] === true) return cli.out.print(`${await tokenOf(invocation, role)}\n`);
  return printJoin(invocation, role);
}

async function tokenOf({ cli }: LooseInvocation, role: 'worker' | 'manager'): Promise<string> {
  const { JoinTokens } = (await (await cli.client.request({ path: '/swarm' })).json()) as Tokens;
  return role === 'worker' ? JoinTokens.Worker : JoinTokens.Manager;
}

async function printJoin(invocation: LooseInvocation, role: 'worker' | 'manager'): Promise<void> {
  const token = await tokenOf(invocation, role);
  const address = (await swarmInfo(invocation)).RemoteManagers?.[0]?.Addr ?? '';
  await invocation.cli.out.print(`To add a ${role} to this swarm, run the following command:\n\n    docker swarm join --token ${token} ${address}\n\n`);
}

/** `docker swarm leave` */
export async function leaveSwarm({ cli, flags }: LooseInvocation): Promise<void> {
  const answer = await cli.client.request({ method: 'POST', path: '/swarm/leave', query: { force: flags['force'] === true ? '1' : '0' } });
  await answer.bytes();
  await cli.out.print('Node left the swarm.\n');
}
