import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError, HelpRequested } from '../command/status-error.ts';
import { isDockerError } from '../../client/index.ts';
import { ask, asks, swarmOfOne } from './ask.ts';
import { initSwarm, joinToken, leaveSwarm } from './membership.ts';

const swarmCaCommand = commandFromHelp(`Usage:  docker swarm ca [OPTIONS]

Display and rotate the root CA

Options:
      --ca-cert pem-file          Path to the PEM-formatted root CA certificate to use for the new cluster
      --ca-key pem-file           Path to the PEM-formatted root CA key to use for the new cluster
      --cert-expiry duration      Validity period for node certificates (ns|us|ms|s|m|h) (default 2160h0m0s)
  -d, --detach                    Exit immediately instead of waiting for the root rotation to converge
      --external-ca external-ca   Specifications of one or more certificate signing endpoints
  -q, --quiet                     Suppress progress output
      --rotate                    Rotate the swarm CA - if no certificate or key are provided, new ones will be generated`, asks('GET', '/swarm'), { needs: 'swarm' });

const swarmInitCommand = commandFromHelp(`Usage:  docker swarm init [OPTIONS]

Initialize a swarm

Options:
      --advertise-addr string                  Advertised address (format: "<ip|interface>[:port]")
      --autolock                               Enable manager autolocking (requiring an unlock key to start a stopped manager)
      --availability string                    Availability of the node ("active", "pause", "drain") (default "active")
      --cert-expiry duration                   Validity period for node certificates (ns|us|ms|s|m|h) (default 2160h0m0s)
      --data-path-addr string                  Address or interface to use for data path traffic (format: "<ip|interface>")
      --data-path-port uint32                  Port number to use for data path traffic (1024 - 49151). If no value is set or is set to 0, the default port (4789) is used.
      --default-addr-pool ipNetSlice           default address pool in CIDR format (default [])
      --default-addr-pool-mask-length uint32   default address pool subnet mask length (default 24)
      --dispatcher-heartbeat duration          Dispatcher heartbeat period (ns|us|ms|s|m|h) (default 5s)
      --external-ca external-ca                Specifications of one or more certificate signing endpoints
      --force-new-cluster                      Force create a new cluster from current state
      --listen-addr node-addr                  Listen address (format: "<ip|interface>[:port]") (default 0.0.0.0:2377)
      --max-snapshots uint                     Number of additional Raft snapshots to retain
      --snapshot-interval uint                 Number of log entries between Raft snapshots (default 10000)
      --task-history-limit int                 Task history retention limit (default 5)`, initSwarm);

const swarmJoinCommand = commandFromHelp(`Usage:  docker swarm join [OPTIONS] HOST:PORT

Join a swarm as a node and/or manager

Options:
      --advertise-addr string   Advertised address (format: "<ip|interface>[:port]")
      --availability string     Availability of the node ("active", "pause", "drain") (default "active")
      --data-path-addr string   Address or interface to use for data path traffic (format: "<ip|interface>")
      --listen-addr node-addr   Listen address (format: "<ip|interface>[:port]") (default 0.0.0.0:2377)
      --token string            Token for entry into the swarm`, asks('POST', '/swarm/join'));

const swarmJoinTokenCommand = commandFromHelp(`Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Manage join tokens

Options:
  -q, --quiet    Only display token
      --rotate   Rotate join token`, joinToken, { needs: 'swarm' });

const swarmLeaveCommand = commandFromHelp(`Usage:  docker swarm leave [OPTIONS]

Leave the swarm

Options:
  -f, --force   Force this node to leave the swarm, ignoring warnings`, leaveSwarm, { needs: 'swarm' });

const swarmUnlockCommand = commandFromHelp(`Usage:  docker swarm unlock

Unlock swarm`, unlock, { needs: 'swarm' });

const swarmUnlockKeyCommand = commandFromHelp(`Usage:  docker swarm unlock-key [OPTIONS]

Manage the unlock key

Options:
  -q, --quiet    Only display token
      --rotate   Rotate unlock key`, unlockKey, { needs: 'swarm' });

const swarmUpdateCommand = commandFromHelp(`Usage:  docker swarm update [OPTIONS]

Update the swarm

Options:
      --autolock                        Change manager autolocking setting (true|false)
      --cert-expiry duration            Validity period for node certificates (ns|us|ms|s|m|h) (default 2160h0m0s)
      --dispatcher-heartbeat duration   Dispatcher heartbeat period (ns|us|ms|s|m|h) (default 5s)
      --external-ca external-ca         Specifications of one or more certificate signing endpoints
      --max-snapshots uint              Number of additional Raft snapshots to retain
      --snapshot-interval uint          Number of log entries between Raft snapshots (default 10000)
      --task-history-limit int          Task history retention limit (default 5)`, update, { needs: 'swarm' });

export const swarmGroup: CommandGroup = { name: 'swarm', short: 'Manage Swarm', swarm: true, support: { partly: swarmOfOne }, subcommands: [swarmCaCommand, swarmInitCommand, swarmJoinCommand, swarmJoinTokenCommand, swarmLeaveCommand, swarmUnlockCommand, swarmUnlockKeyCommand, swarmUpdateCommand] };

function unlock(): Promise<void> {
  return Promise.reject(new CliError('Error: This node is not part of a swarm'));
}

async function unlockKey(invocation: LooseInvocation): Promise<void> {
  try {
    await ask(invocation, 'GET', '/swarm/unlockkey');
  } catch (error) {
    if (!isDockerError(error)) throw error;
    throw new CliError(`could not fetch unlock key: ${error.message}`);
  }
}

async function update(invocation: LooseInvocation): Promise<void> {
  if (!Object.keys(invocation.flags).some((name) => invocation.changed(name))) throw new HelpRequested();
  return asks('GET', '/swarm')(invocation);
}
