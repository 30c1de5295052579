import { bool, int, string, stringArray, type CommandEntry, type CommandGroup, type FlagTable } from '../cli/index.ts';
import { alphaGroup } from './command/alpha.ts';
import { attachCommand } from './command/attach.ts';
import { buildCommand } from './command/build.ts';
import { configCommand } from './command/config.ts';
import { copyCommand } from './command/cp.ts';
import { createCommand } from './command/create.ts';
import { dryRunFlag } from './command/define.ts';
import { downCommand } from './command/down.ts';
import { eventsCommand } from './command/events.ts';
import { execCommand } from './command/exec.ts';
import { imagesCommand } from './command/images.ts';
import { killCommand } from './command/kill.ts';
import { logsCommand } from './command/logs.ts';
import { listCommand } from './command/ls.ts';
import { pauseCommand, unpauseCommand } from './command/pause.ts';
import { portCommand } from './command/port.ts';
import { psCommand } from './command/ps.ts';
import { pullCommand } from './command/pull.ts';
import { pushCommand } from './command/push.ts';
import { restartCommand } from './command/restart.ts';
import { removeCommand } from './command/rm.ts';
import { runCommand } from './command/run.ts';
import { scaleCommand } from './command/scale.ts';
import { startCommand } from './command/start.ts';
import { statsCommand } from './command/stats.ts';
import { stopCommand } from './command/stop.ts';
import { topCommand } from './command/top.ts';
import { upCommand } from './command/up.ts';
import { versionCommand } from './command/version.ts';
import { waitCommand } from './command/wait.ts';
import { watchCommand } from './command/watch.ts';

/** Everything that `docker compose` knows: the table behind parsing, help, completion and the reference page. */
export const composeCommands: readonly CommandEntry[] = [
  attachCommand, buildCommand, configCommand, copyCommand, createCommand, downCommand, eventsCommand, execCommand, imagesCommand, killCommand, logsCommand, listCommand, pauseCommand, portCommand, psCommand,
  pullCommand, pushCommand, restartCommand, removeCommand, runCommand, scaleCommand, startCommand, statsCommand, stopCommand, topCommand, unpauseCommand, upCommand, versionCommand, waitCommand, watchCommand,
  alphaGroup,
];

const directoryHelp = 'Specify an alternate working directory\n(default: the path of the, first specified, Compose file)';

/** The options that stand before the command. */
export const composeFlags = {
  ansi: string('Control when to print ANSI control characters ("never"|"always"|"auto")', { initial: 'auto' }),
  compatibility: bool('Run compose in backward compatibility mode'),
  'dry-run': dryRunFlag,
  'env-file': stringArray('Specify an alternate environment file'),
  file: stringArray('Compose configuration files', { shorthand: 'f' }),
  'no-ansi': bool('Do not print ANSI control characters (DEPRECATED)', { hidden: true }),
  parallel: int('Control max parallelism, -1 for unlimited', { initial: -1, support: { partly: 'without effect: as much as possible is done at once' } }),
  profile: stringArray('Specify a profile to enable'),
  progress: string('Set type of progress output (auto, tty, plain, quiet)', { initial: 'auto' }),
  'project-directory': string(directoryHelp),
  'project-name': string('Project name', { shorthand: 'p' }),
  verbose: bool('Show more output', { hidden: true, support: { partly: 'without effect' } }),
  version: bool('Show the Docker Compose version information', { shorthand: 'v', hidden: true }),
  workdir: string(`DEPRECATED! USE --project-directory INSTEAD.\n${directoryHelp}`, { hidden: true }),
} satisfies FlagTable;

/** The command with its options and subcommands, as help, completion and the reference page see it. */
export const composeGroup: CommandGroup = { name: 'compose', short: 'Docker Compose', long: 'Define and run multi-container applications with Docker', flags: composeFlags, subcommands: composeCommands };
