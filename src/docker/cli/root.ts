import { builderGroup, buildxGroup } from './builder/buildx.ts';
import { topBuildCommand } from './build/buildx-build.ts';
import type { CommandEntry } from './command/command.ts';
import { attachCommand } from './container/attach.ts';
import { commitCommand } from './container/commit.ts';
import { copyCommand } from './container/copy.ts';
import { createCommand } from './container/create.ts';
import { diffCommand } from './container/diff.ts';
import { execCommand } from './container/exec.ts';
import { exportCommand } from './container/export.ts';
import { containerInspectCommand } from './container/inspect.ts';
import { killCommand } from './container/kill.ts';
import { containerListCommand, psCommand } from './container/list.ts';
import { logsCommand } from './container/logs.ts';
import { pauseCommand, unpauseCommand } from './container/pause.ts';
import { portCommand } from './container/port.ts';
import { containerPruneCommand } from './container/prune.ts';
import { containerRemoveCommand, removeCommand } from './container/remove.ts';
import { renameCommand } from './container/rename.ts';
import { runCommand } from './container/run.ts';
import { startCommand } from './container/start.ts';
import { statsCommand } from './container/stats.ts';
import { restartCommand, stopCommand } from './container/stop.ts';
import { topCommand } from './container/top.ts';
import { updateCommand } from './container/update.ts';
import { waitCommand } from './container/wait.ts';
import { historyCommand } from './image/history.ts';
import { importCommand } from './image/import.ts';
import { imageInspectCommand } from './image/inspect.ts';
import { imageListCommand, imagesCommand } from './image/list.ts';
import { loadCommand } from './image/load.ts';
import { imagePruneCommand } from './image/prune.ts';
import { pullCommand } from './image/pull.ts';
import { pushCommand } from './image/push.ts';
import { imageRemoveCommand, rmiCommand } from './image/remove.ts';
import { saveCommand } from './image/save.ts';
import { tagCommand } from './image/tag.ts';
import { contextGroup } from './context/context.ts';
import { networkConnectCommand, networkDisconnectCommand } from './network/connect.ts';
import { networkCreateCommand } from './network/create.ts';
import { networkInspectCommand } from './network/inspect.ts';
import { networkListCommand } from './network/list.ts';
import { networkPruneCommand } from './network/prune.ts';
import { networkRemoveCommand } from './network/remove.ts';
import { loginCommand, logoutCommand } from './registry/login.ts';
import { searchCommand } from './registry/search.ts';
import { diskUsageCommand } from './system/disk-usage.ts';
import { dialStdioCommand } from './system/dial-stdio.ts';
import { eventsCommand } from './system/events.ts';
import { infoCommand } from './system/info.ts';
import { inspectCommand } from './system/inspect.ts';
import { systemPruneCommand } from './system/prune.ts';
import { versionCommand } from './system/version.ts';
import { configGroup } from './swarm/config.ts';
import { nodeGroup } from './swarm/node.ts';
import { secretGroup } from './swarm/secret.ts';
import { serviceGroup } from './swarm/service.ts';
import { stackGroup } from './swarm/stack.ts';
import { swarmGroup } from './swarm/swarm.ts';
import { pluginGroup } from './plugin/plugin.ts';
import { trustGroup } from './trust/trust.ts';
import { manifestGroup } from './manifest/manifest.ts';
import { checkpointGroup } from './checkpoint.ts';
import { volumeCreateCommand } from './volume/create.ts';
import { volumeInspectCommand } from './volume/inspect.ts';
import { volumeListCommand } from './volume/list.ts';
import { volumePruneCommand } from './volume/prune.ts';
import { volumeRemoveCommand, volumeUpdateCommand } from './volume/remove.ts';

/** Commands that are at the top and in `docker container`. */
const containerCommands = [
  attachCommand, commitCommand, copyCommand, createCommand, diffCommand, execCommand, exportCommand, killCommand, logsCommand, pauseCommand, portCommand, renameCommand, restartCommand, runCommand,
  startCommand, statsCommand, stopCommand, topCommand, unpauseCommand, updateCommand, waitCommand,
];

/** Commands that are at the top and in `docker image`. */
const imageCommands = [historyCommand, importCommand, loadCommand, pullCommand, pushCommand, saveCommand, tagCommand];

/** Everything that `docker` knows: the table behind parsing, help, completion and the reference page. */
export const rootCommands: readonly CommandEntry[] = [
  ...containerCommands,
  ...imageCommands,
  topBuildCommand, psCommand, removeCommand, imagesCommand, rmiCommand, inspectCommand, eventsCommand, infoCommand, versionCommand, loginCommand, logoutCommand, searchCommand,
  builderGroup, buildxGroup, contextGroup, manifestGroup, pluginGroup, trustGroup, swarmGroup, nodeGroup, serviceGroup, stackGroup, secretGroup, configGroup, checkpointGroup,
  { name: 'container', short: 'Manage containers', subcommands: [...containerCommands, containerInspectCommand, containerListCommand, containerPruneCommand, containerRemoveCommand] },
  { name: 'image', short: 'Manage images', subcommands: [...imageCommands, topBuildCommand, imageInspectCommand, imageListCommand, imagePruneCommand, imageRemoveCommand] },
  {
    name: 'network', short: 'Manage networks',
    subcommands: [networkConnectCommand, networkCreateCommand, networkDisconnectCommand, networkInspectCommand, networkListCommand, networkPruneCommand, networkRemoveCommand],
  },
  { name: 'system', short: 'Manage Docker', subcommands: [dialStdioCommand, diskUsageCommand, eventsCommand, infoCommand, systemPruneCommand] },
  { name: 'volume', short: 'Manage volumes', subcommands: [volumeCreateCommand, volumeInspectCommand, volumeListCommand, volumePruneCommand, volumeRemoveCommand, volumeUpdateCommand] },
];
