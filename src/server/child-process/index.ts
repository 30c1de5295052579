export { CommandError, type CommandOptions, type CommandResult, mustRun, runCommand } from './run-command.ts';
