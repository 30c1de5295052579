import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp } from '../command/from-help.ts';
import { asks, inspects, listsNothing, swarmOfOne } from './ask.ts';
import { createFromFile } from './create-from-file.ts';

const configCreateCommand = commandFromHelp(`Usage:  docker config create [OPTIONS] CONFIG file|-

Create a config from a file or STDIN

Options:
  -l, --label list               Config labels
      --template-driver string   Template driver`, createFromFile('/configs/create'));

const configInspectCommand = commandFromHelp(`Usage:  docker config inspect [OPTIONS] CONFIG [CONFIG...]

Display detailed information on one or more configs

Options:
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --pretty          Print the information in a human friendly format`, inspects('/configs/{}'));

const configLsCommand = commandFromHelp(`Usage:  docker config ls [OPTIONS]

List configs

Aliases:
  docker config ls, docker config list

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only display IDs`, listsNothing('/configs', ['ID', 'NAME', 'CREATED', 'UPDATED']));

const configRmCommand = commandFromHelp(`Usage:  docker config rm CONFIG [CONFIG...]

Remove one or more configs

Aliases:
  docker config rm, docker config remove`, asks('DELETE', '/configs/{}'));

export const configGroup: CommandGroup = { name: 'config', short: 'Manage Swarm configs', swarm: true, needs: 'swarm', support: { partly: swarmOfOne }, subcommands: [configCreateCommand, configInspectCommand, configLsCommand, configRmCommand] };
