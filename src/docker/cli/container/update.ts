import { minArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { messageOf } from '../each-argument.ts';
import { bytes, cpus, int, string, uint16 } from '../flags/index.ts';
import { restartPolicy } from './container-request.ts';

const flags = {
  'blkio-weight': uint16('Block IO (relative weight), between 10 and 1000, or 0 to disable (default 0)'),
  'cpu-period': int('Limit CPU CFS (Completely Fair Scheduler) period'),
  'cpu-quota': int('Limit CPU CFS (Completely Fair Scheduler) quota'),
  'cpu-rt-period': int('Limit the CPU real-time period in microseconds'),
  'cpu-rt-runtime': int('Limit the CPU real-time runtime in microseconds'),
  'cpu-shares': int('CPU shares (relative weight)', { shorthand: 'c' }),
  cpus: cpus('Number of CPUs'),
  'cpuset-cpus': string('CPUs in which to allow execution (0-3, 0,1)'),
  'cpuset-mems': string('MEMs in which to allow execution (0-3, 0,1)'),
  memory: bytes('Memory limit', { shorthand: 'm' }),
  'memory-reservation': bytes('Memory soft limit'),
  'memory-swap': bytes('Swap limit equal to memory plus swap: -1 to enable unlimited swap', { unlimited: true }),
  'pids-limit': int('Tune container pids limit (set -1 for unlimited)'),
  restart: string('Restart policy to apply when a container exits'),
};

export const updateCommand = defineCommand({
  name: 'update',
  use: 'update [OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Update configuration of one or more containers',
  aliasesText: 'docker container update, docker update',
  args: minArgs(1),
  flags,
  complete: ['container'],
  async run({ cli, args, flags: given, changed }) {
    if (!(Object.keys(flags) as (keyof typeof flags)[]).some(changed)) throw new CliError('you must provide one or more flags when using this command');
    const body = {
      BlkioWeight: given['blkio-weight'], CpusetCpus: given['cpuset-cpus'], CpusetMems: given['cpuset-mems'], CpuShares: given['cpu-shares'], Memory: given.memory,
      MemoryReservation: given['memory-reservation'], MemorySwap: given['memory-swap'], CpuPeriod: given['cpu-period'], CpuQuota: given['cpu-quota'], NanoCpus: given.cpus,
      RestartPolicy: restartPolicy(given.restart), ...(given['pids-limit'] !== 0 && { PidsLimit: given['pids-limit'] }),
    };
    const warnings: string[] = [];
    const errors: string[] = [];
    for (const name of args) {
      try {
        warnings.push(...((await cli.client.containers.update(name, body)).Warnings ?? []));
        await cli.out.print(`${name}\n`);
      } catch (error) {
        errors.push(messageOf(error));
      }
    }
    if (warnings.length > 0) await cli.out.print(`${warnings.join('\n')}\n`);
    if (errors.length > 0) throw new CliError(errors.join('\n'));
  },
});
