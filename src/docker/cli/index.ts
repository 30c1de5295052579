/** The `docker` command: a program for PATH. It speaks to the engine over the process's own sockets (DOCKER_HOST, -H, or /var/run/docker.sock). */
export { docker } from './main.ts';
/** Everything that `docker` knows, with what is supported: for the reference page. */
export { rootCommands } from './root.ts';
export type { ArgumentKind, Command, CommandEntry, CommandGroup } from './command/command.ts';
export type { Flag, FlagTable, Support } from './flags/index.ts';
/** Tab completion of `docker` command lines. */
export { completeDocker, type Completion } from './completion.ts';
