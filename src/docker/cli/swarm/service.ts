import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { isDockerError } from '../../client/index.ts';
import { ask, asks, inspects, listsNothing, swarmOfOne } from './ask.ts';
import { serviceCreateCommand } from './service-create.ts';
import { serviceUpdateCommand } from './service-update.ts';

const serviceInspectCommand = commandFromHelp(`Usage:  docker service inspect [OPTIONS] SERVICE [SERVICE...]

Display detailed information on one or more services

Options:
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --pretty          Print the information in a human friendly format`, inspects('/services/{}'));

const serviceLogsCommand = commandFromHelp(`Usage:  docker service logs [OPTIONS] SERVICE|TASK

Fetch the logs of a service or task

Options:
      --details        Show extra details provided to logs
  -f, --follow         Follow log output
      --no-resolve     Do not map IDs to Names in output
      --no-task-ids    Do not include task IDs in output
      --no-trunc       Do not truncate output
      --raw            Do not neatly format logs
      --since string   Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)
  -n, --tail string    Number of lines to show from the end of the logs (default "all")
  -t, --timestamps     Show timestamps`, asks('GET', '/services/{}'));

const serviceLsCommand = commandFromHelp(`Usage:  docker service ls [OPTIONS]

List services

Aliases:
  docker service ls, docker service list

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only display IDs`, listsNothing('/services', ['ID', 'NAME', 'MODE', 'REPLICAS', 'IMAGE', 'PORTS']));

const servicePsCommand = commandFromHelp(`Usage:  docker service ps [OPTIONS] SERVICE [SERVICE...]

List the tasks of one or more services

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print tasks using a Go template
      --no-resolve      Do not map IDs to Names
      --no-trunc        Do not truncate output
  -q, --quiet           Only display task IDs`, asks('GET', '/services'));

const serviceRmCommand = commandFromHelp(`Usage:  docker service rm SERVICE [SERVICE...]

Remove one or more services

Aliases:
  docker service rm, docker service remove`, asks('DELETE', '/services/{}'));

const serviceRollbackCommand = commandFromHelp(`Usage:  docker service rollback [OPTIONS] SERVICE

Revert changes to a service's configuration

Options:
  -d, --detach   Exit immediately instead of waiting for the service to converge
  -q, --quiet    Suppress progress output`, asks('GET', '/services/{}'));

const serviceScaleCommand = commandFromHelp(`Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services

Options:
  -d, --detach   Exit immediately instead of waiting for the service to converge`, scale);

export const serviceGroup: CommandGroup = { name: 'service', short: 'Manage Swarm services', swarm: true, needs: 'swarm', support: { partly: swarmOfOne }, subcommands: [serviceCreateCommand, serviceInspectCommand, serviceLogsCommand, serviceLsCommand, servicePsCommand, serviceRmCommand, serviceRollbackCommand, serviceScaleCommand, serviceUpdateCommand] };

/** Each argument is a name and a number. */
async function scale(invocation: LooseInvocation): Promise<void> {
  const { args, path } = invocation;
  const wrong = args.filter((arg) => !arg.includes('='));
  if (wrong.length > 0) {
    throw new CliError(`${wrong.map((arg) => `Invalid scale specifier '${arg}'.`).join('\n')}\nSee '${path} --help'.\n\nUsage:  ${path} SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services`);
  }
  const problems: string[] = [];
  for (const arg of args) {
    const [name = '', replicas = ''] = arg.split('=');
    if (!/^\d+$/.test(replicas)) problems.push(`${name}: invalid replicas value ${replicas}: strconv.ParseUint: parsing "${replicas}": invalid syntax`);
    else {
      await ask({ ...invocation, args: [name] }, 'GET', '/services/{}').catch((error: unknown) => {
        if (!isDockerError(error)) throw error;
        problems.push(`${name}: ${error.message}`);
      });
    }
  }
  if (problems.length > 0) throw new CliError(problems.join('\n'));
}
