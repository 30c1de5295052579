import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp } from '../command/from-help.ts';
import { asks, listsNothing, swarmOfOne } from './ask.ts';
import { inspectNodes, listNodes, updateNodes } from './nodes.ts';

const nodeDemoteCommand = commandFromHelp(`Usage:  docker node demote NODE [NODE...]

Demote one or more nodes from manager in the swarm`, asks('GET', '/nodes/{}'));

const nodeInspectCommand = commandFromHelp(`Usage:  docker node inspect [OPTIONS] self|NODE [NODE...]

Display detailed information on one or more nodes

Options:
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --pretty          Print the information in a human friendly format`, inspectNodes);

const nodeLsCommand = commandFromHelp(`Usage:  docker node ls [OPTIONS]

List nodes in the swarm

Aliases:
  docker node ls, docker node list

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only display IDs`, listNodes);

const nodePromoteCommand = commandFromHelp(`Usage:  docker node promote NODE [NODE...]

Promote one or more nodes to manager in the swarm`, asks('GET', '/nodes/{}'));

const nodePsCommand = commandFromHelp(`Usage:  docker node ps [OPTIONS] [NODE...]

List tasks running on one or more nodes, defaults to current node

Options:
  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print tasks using a Go template
      --no-resolve      Do not map IDs to Names
      --no-trunc        Do not truncate output
  -q, --quiet           Only display task IDs`, listsNothing('/nodes', ['ID', 'NAME', 'IMAGE', 'NODE', 'DESIRED STATE', 'CURRENT STATE', 'ERROR', 'PORTS']));

const nodeRmCommand = commandFromHelp(`Usage:  docker node rm [OPTIONS] NODE [NODE...]

Remove one or more nodes from the swarm

Aliases:
  docker node rm, docker node remove

Options:
  -f, --force   Force remove a node from the swarm`, asks('DELETE', '/nodes/{}'));

const nodeUpdateCommand = commandFromHelp(`Usage:  docker node update [OPTIONS] NODE

Update a node

Options:
      --availability string   Availability of the node ("active", "pause", "drain")
      --label-add list        Add or update a node label ("key=value")
      --label-rm list         Remove a node label if exists
      --role string           Role of the node ("worker", "manager")`, updateNodes);

export const nodeGroup: CommandGroup = { name: 'node', short: 'Manage Swarm nodes', swarm: true, needs: 'swarm', support: { partly: swarmOfOne }, subcommands: [nodeDemoteCommand, nodeInspectCommand, nodeLsCommand, nodePromoteCommand, nodePsCommand, nodeRmCommand, nodeUpdateCommand] };
