import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { asks, listsNothing, swarmOfOne } from './ask.ts';

const stackConfigCommand = commandFromHelp(`Usage:  docker stack config [OPTIONS]

Outputs the final config file, after doing merges and interpolations

Options:
  -c, --compose-file strings   Path to a Compose file, or "-" to read from stdin
      --skip-interpolation     Skip interpolation and output only merged config`, withComposeFiles(() => Promise.resolve()));

const stackDeployCommand = commandFromHelp(`Usage:  docker stack deploy [OPTIONS] STACK

Deploy a new stack or update an existing stack

Aliases:
  docker stack deploy, docker stack up

Options:
  -c, --compose-file strings   Path to a Compose file, or "-" to read from stdin
  -d, --detach                 Exit immediately instead of waiting for the stack services to converge (default true)
      --prune                  Prune services that are no longer referenced
  -q, --quiet                  Suppress progress output
      --resolve-image string   Query the registry to resolve image digest and supported platforms ("always", "changed", "never") (default "always")
      --with-registry-auth     Send registry authentication details to Swarm agents`, withComposeFiles(asks('GET', '/services')));

const stackLsCommand = commandFromHelp(`Usage:  docker stack ls [OPTIONS]

List stacks

Aliases:
  docker stack ls, docker stack list

Options:
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates`, listsNothing('/services', ['NAME', 'SERVICES']));

const stackPsCommand = commandFromHelp(`Usage:  docker stack ps [OPTIONS] STACK

List the tasks in the stack

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --no-resolve      Do not map IDs to Names
      --no-trunc        Do not truncate output
  -q, --quiet           Only display task IDs`, asks('GET', '/tasks'));

const stackRmCommand = commandFromHelp(`Usage:  docker stack rm [OPTIONS] STACK [STACK...]

Remove one or more stacks

Aliases:
  docker stack rm, docker stack remove, docker stack down

Options:
  -d, --detach   Do not wait for stack removal (default true)`, asks('GET', '/services'));

const stackServicesCommand = commandFromHelp(`Usage:  docker stack services [OPTIONS] STACK

List the services in the stack

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only display IDs`, asks('GET', '/services'));

export const stackGroup: CommandGroup = { name: 'stack', short: 'Manage Swarm stacks', swarm: true, needs: 'swarm', support: { partly: swarmOfOne }, subcommands: [stackConfigCommand, stackDeployCommand, stackLsCommand, stackPsCommand, stackRmCommand, stackServicesCommand] };

/** Files are read before the engine is asked. */
function withComposeFiles(run: (invocation: LooseInvocation) => Promise<void>): (invocation: LooseInvocation) => Promise<void> {
  return async (invocation) => {
    const files = invocation.flags['compose-file'] as readonly string[];
    if (files.length === 0) throw new CliError('no composefile(s)');
    for (const file of files) {
      if (file === '-') continue;
      try {
        const text = invocation.cli.process.readTextFile(file);
        if (invocation.path.endsWith('config')) await invocation.cli.out.print(text);
      } catch (error) {
        throw new CliError(`open ${goMessage(error)}`);
      }
    }
    return run(invocation);
  };
}
