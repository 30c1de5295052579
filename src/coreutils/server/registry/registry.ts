import { randomUuid } from '../../../registry/index.ts';
import { isSystemError, type Process, strerror } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts';
import { garbageCollect } from './garbage-collect.ts';
import { type Fields, Log, parseLevel } from './log.ts';
import { serve } from './serve.ts';
import { Fatal, Panic } from './stopping.ts';
import { panicTrace, rootLong, usages } from './usage.ts';
import { goVersion, version } from './version.ts';

/** The registry of distribution 2.8.3, as the image registry:2 runs it: `registry serve CONFIG`, `registry garbage-collect CONFIG`. */
export const registry = rawProgram('registry', async (tool, words) => {
  const [command, ...rest] = words;
  if (command === 'serve') return await withConfiguration(tool, 'serve', rest, [], (configuration, log, fields) => serve({ process: tool.process, configuration, log, fields }));
  if (command === 'garbage-collect') {
    return await withConfiguration(tool, 'garbage-collect', rest, ['-d', '--dry-run', '-m', '--delete-untagged'], (configuration, _log, _fields, flags) =>
      garbageCollect(tool, configuration, { dryRun: flags.has('-d') || flags.has('--dry-run'), removeUntagged: flags.has('-m') || flags.has('--delete-untagged') }));
  }
  if (command === '-v' || command === '--version') tool.out.write(`${tool.process.argv[0] ?? 'registry'} github.com/docker/distribution ${version}\n`);
  else if (command === 'help') tool.out.write(helpOf(rest[0]));
  else if (command === '-h' || command === '--help') tool.out.write(helpOf(undefined));
  else if (command?.startsWith('-')) await tool.errorText(`Error: unknown ${command.startsWith('--') ? `flag: ${command}` : `shorthand flag: '${command.charAt(1)}' in ${command}`}\n${usages.root}\n`);
  else if (command === undefined) await tool.errorText(usages.root);
  else await tool.errorText(`Error: unknown command "${command}" for "registry"\nRun 'registry --help' for usage.\n`);
  return 0;
});

function helpOf(name: string | undefined): string {
  if (name === 'serve' || name === 'garbage-collect') return `${usages[name].long}\n\n${usages[name].usage}`;
  return name === undefined ? `${rootLong}\n\n${usages.root}` : `Unknown help topic [\`${name}\`]\n${usages.root}`;
}

type Run = (configuration: Configuration, log: Log, fields: Fields, flags: ReadonlySet<string>) => Promise<number>;

/** Reads flags and the configuration that both commands have, and words how a command stops. */
async function withConfiguration(tool: Tool, name: 'serve' | 'garbage-collect', words: readonly string[], known: readonly string[], run: Run): Promise<number> {
  const { usage, long } = usages[name];
  const { process } = tool;
  const flags = new Set(words.filter((word) => word.startsWith('-')));
  if (flags.has('-h') || flags.has('--help')) {
    tool.out.write(`${long}\n\n${usage}`);
    return 0;
  }
  const unknown = [...flags].find((flag) => !known.includes(flag));
  if (unknown !== undefined) {
    await tool.errorText(`Error: unknown ${unknown.startsWith('--') ? `flag: ${unknown}` : `shorthand flag: '${unknown.charAt(1)}' in ${unknown}`}\n${usage}\n`);
    return 0;
  }
  const log = new Log(process);
  try {
    const warnings: string[] = [];
    const configuration = load(process, words.find((word) => !word.startsWith('-')), (message) => warnings.push(message));
    for (const warning of warnings) await log.write('warning', warning);
    log.level = parseLevel(configuration.text('log.level') || configuration.text('loglevel')) ?? 'info';
    if (configuration.text('log.formatter') === 'json') log.formatter = 'json';
    const own = Object.fromEntries(Object.entries((configuration.at('log.fields') ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]));
    return await run(configuration, log, { ...own, 'go.version': goVersion, 'instance.id': randomUuid(process.random), version }, flags);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      await tool.errorText(`configuration error: ${error.message}\n${usage}`);
      return 1;
    }
    if (error instanceof Fatal) {
      await log.write('fatal', error.message);
      return 1;
    }
    if (!(error instanceof Panic)) throw error;
    await tool.errorText(`panic: ${error.message}\n\n${panicTrace}`);
    return 2;
  }
}

function load(process: Process, given: string | undefined, warn: (message: string) => void): Configuration {
  const path = given ?? process.env['REGISTRY_CONFIGURATION_PATH'];
  if (path === undefined || path === '') throw new ConfigurationError('configuration path unspecified');
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ConfigurationError(`open ${path}: ${strerror(error.code).toLowerCase()}`);
  }
  return readConfiguration(text, path, process.env, warn);
}
