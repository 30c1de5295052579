/** The `docker` command: a program for PATH. It speaks to the engine over the process's own sockets (DOCKER_HOST, -H, or /var/run/docker.sock). */
export { docker } from './main.ts';
/** Everything that `docker` knows, with what is supported: for the reference page. */
export { rootCommands } from './root.ts';
export { defineCommand } from './command/command.ts';
export type { ArgumentKind, Command, CommandEntry, CommandGroup } from './command/command.ts';
export type { Flag, FlagTable, FlagValues, Support } from './flags/index.ts';
/** Tab completion of `docker` command lines. */
export { completeDocker, completeInTable, locate, type Completion } from './completion.ts';

// What `docker compose`, a program of its own, is made of as well.
export { Cli, type GlobalOptions, type Output } from './cli.ts';
export { exactArgs, maxArgs, minArgs, noArgs, type ArgsRule } from './command/args-rule.ts';
export { checkArgs } from './command/args-rule.ts';
export { findEntry, isGroup, type Invocation } from './command/command.ts';
export { globalFlags } from './global-flags.ts';
export { helpText, useLine, type Located } from './command/help.ts';
export { Cancelled, CliError, StatusError } from './command/status-error.ts';
export { explainError, goMessage } from './explain-error.ts';
export { bool, bytes, cut, filter, FlagError, int, list, listFormat, parseFlags, string, stringArray, type ParsedFlags } from './flags/index.ts';
export { formatListing, type RowFields } from './format/formatter.ts';
export { labelText } from './format/labels.ts';
export { timestampOf } from './timestamp.ts';
export { credentialsForImage } from './registry-credentials.ts';
export { progressText, streamError } from './progress/json-messages.ts';
export { containerRow } from './container/container-row.ts';
export { attachToContainer } from './container/attach.ts';
export { checkTty } from './container/check-tty.ts';
export { copyFrom, copyTo, splitArgument } from './container/copy.ts';
export { execInContainer } from './container/exec.ts';
export { startAll, startAttached } from './container/start.ts';
export { forwardSignals } from './container/forward-signals.ts';
export { showStats } from './container/stats.ts';
export { buildQuery } from './build/build-query.ts';
export { sendClassicBuild } from './build/classic-build.ts';
export { IgnoreRules } from './build/context/ignore.ts';
export { prepareContext } from './build/context/prepare-context.ts';
export { DisplayLoop, quietDisplay, type BuildDisplay } from './build/progress/display.ts';
export { excerptText } from './build/progress/excerpt.ts';
export { PlainDisplay } from './build/progress/plain-display.ts';
export { Trace } from './build/progress/trace.ts';
export { TtyDisplay } from './build/progress/tty-display.ts';
