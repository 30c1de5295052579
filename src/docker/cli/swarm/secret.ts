import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp } from '../command/from-help.ts';
import { asks, inspects, listsNothing, swarmOfOne } from './ask.ts';
import { createFromFile } from './create-from-file.ts';

const secretCreateCommand = commandFromHelp(`Usage:  docker secret create [OPTIONS] SECRET [file|-]

Create a secret from a file or STDIN as content

Options:
  -d, --driver string            Secret driver
  -l, --label list               Secret labels
      --template-driver string   Template driver`, createFromFile('/secrets/create'));

const secretInspectCommand = commandFromHelp(`Usage:  docker secret inspect [OPTIONS] SECRET [SECRET...]

Display detailed information on one or more secrets

Options:
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --pretty          Print the information in a human friendly format`, inspects('/secrets/{}'));

const secretLsCommand = commandFromHelp(`Usage:  docker secret ls [OPTIONS]

List secrets

Aliases:
  docker secret ls, docker secret list

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only display IDs`, listsNothing('/secrets', ['ID', 'NAME', 'DRIVER', 'CREATED', 'UPDATED']));

const secretRmCommand = commandFromHelp(`Usage:  docker secret rm SECRET [SECRET...]

Remove one or more secrets

Aliases:
  docker secret rm, docker secret remove`, asks('DELETE', '/secrets/{}'));

export const secretGroup: CommandGroup = { name: 'secret', short: 'Manage Swarm secrets', swarm: true, needs: 'swarm', support: { partly: swarmOfOne }, subcommands: [secretCreateCommand, secretInspectCommand, secretLsCommand, secretRmCommand] };
