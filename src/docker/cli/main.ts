import { FlagError, parseFlags, parseGoBool, type ParsedFlags } from './flags/index.ts';
import type { Process, Program } from '../../kernel/index.ts';
import { isDockerError } from '../client/index.ts';
import { Cli } from './cli.ts';
import { checkArgs } from './command/args-rule.ts';
import { findEntry, isGroup, type Command, type CommandGroup } from './command/command.ts';
import { helpText, usageText, useLine, type HelpOptions, type Located } from './command/help.ts';
import { CliError, HelpRequested, StatusError } from './command/status-error.ts';
import { explainError } from './explain-error.ts';
import { globalFlags } from './global-flags.ts';
import { listPlugins, runPlugin } from './plugins.ts';
import { rootCommands } from './root.ts';
import { cliBuild, cliVersion } from './version.ts';

/** The `docker` command. */
export const docker: Program = async (process) => {
  const dispatcher = new Dispatcher(process);
  try {
    return await dispatcher.run();
  } catch (error) {
    const { status, message } = explainError(error);
    if (message !== '') await process.write(2, `${message}\n`);
    return status;
  } finally {
    dispatcher.close();
  }
};

const classicNotice = `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;

function onlyExperimental(path: string): CliError {
  return new CliError(`${path} is only supported on a Docker daemon with experimental features enabled`);
}

class Dispatcher {
  readonly #process: Process;
  #cli: Cli | undefined;

  constructor(process: Process) {
    this.#process = process;
  }

  close(): void {
    this.#cli?.close();
  }

  async run(): Promise<number> {
    const process = this.#process;
    const directory = process.env['DOCKER_CONFIG'] ?? `${process.env['HOME'] ?? ''}/.docker`;
    const group: CommandGroup = { name: 'docker', short: 'A self-sufficient runtime for containers', subcommands: rootCommands, flags: globalFlags(directory) };
    const root: Located<CommandGroup> = { entry: group, path: 'docker', buildx: false };
    this.#cli = new Cli(process, { hosts: [], context: '', tlsFiles: [], configDirectory: directory });
    const parsed = await this.#parse(root, process.argv.slice(1), false);
    if (parsed.values['version'] === true) {
      await process.write(1, `Docker version ${cliVersion}, build ${cliBuild}\n`);
      return 0;
    }
    const hosts = parsed.values['host'] as readonly string[];
    const context = String(parsed.values['context']);
    if (hosts.length > 0 && context !== '') throw new CliError('conflicting options: either specify --host or --context, not both');
    const tls = parsed.values['tls'] === true || parsed.values['tlsverify'] === true || Boolean(process.env['DOCKER_TLS_VERIFY']);
    const directoryOf = process.env['DOCKER_CERT_PATH'];
    // A certificate or key by default only counts where there is one; the authority must be there.
    const file = (name: 'tlscacert' | 'tlscert' | 'tlskey', base: string): string => (directoryOf && parsed.values[name] === `${directory}/${base}` ? `${directoryOf}/${base}` : String(parsed.values[name]));
    const files = { authority: file('tlscacert', 'ca.pem'), certificate: file('tlscert', 'cert.pem'), key: file('tlskey', 'key.pem') };
    const given = [files.authority, ...(files.certificate === `${directory}/cert.pem` ? [] : [files.certificate]), ...(files.key === `${directory}/key.pem` ? [] : [files.key])];
    const tlsFiles = tls ? given : [];
    const secure = tls ? { ...files, verify: parsed.values['tlsverify'] === true || Boolean(process.env['DOCKER_TLS_VERIFY']) } : undefined;
    this.#cli = new Cli(process, { hosts, context, tlsFiles, tls: secure, configDirectory: String(parsed.values['config']) });
    const level = String(parsed.values['log-level']);
    if (!['debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic', 'trace'].includes(level.toLowerCase())) throw new CliError(`Unable to parse logging level: ${level}`);
    const problem = this.#cli.config.takeProblem();
    if (problem !== undefined) await process.write(2, `${problem}\n`);
    if (parsed.help) return this.#help(root);
    const [word] = parsed.args;
    if (word === undefined) return this.#help(root, 2);
    if (word === 'help') return this.#helpTopic(root, parsed.args.slice(1));
    const entry = findEntry(rootCommands, word);
    if (!entry) {
      const status = await runPlugin(process, word, process.argv.slice(1));
      if (status !== undefined) return status;
      throw new CliError(`docker: '${word}' is not a docker command.\nSee 'docker --help'`);
    }
    if (secure) (await import('./tls-connection.ts')).loadIdentity(process, secure.certificate, secure.key);
    return this.#dispatch(root, parsed.args);
  }

  async #dispatch(located: Located<CommandGroup>, words: readonly string[]): Promise<number> {
    const [word, ...rest] = words;
    const entry = word === undefined ? undefined : findEntry(located.entry.subcommands, word);
    if (word === undefined) return this.#help(located, located.buildx ? 1 : 2);
    if (!entry) {
      if (located.buildx) return this.#help(located, 1);
      throw new StatusError(1, `\n${usageText(located, { ...(await this.#helpOptions()), engineAnswers: false }).trimEnd()}`);
    }
    const classic = isGroup(entry) ? undefined : entry.withoutBuildkit;
    if (classic && !(await this.#buildkit())) return this.#execute({ entry: classic, path: `${located.path} ${classic.name}`, buildx: false }, rest);
    const buildx = located.buildx || entry.buildxPath !== undefined;
    const path = entry.buildxPath ?? `${located.path} ${entry.name}`;
    if (entry.needs === 'experimental' && rest.every((next) => !isGroup(entry) || !findEntry(entry.subcommands, next))) throw onlyExperimental(path);
    if (!isGroup(entry)) return this.#execute({ entry, path, buildx }, rest);
    const group: Located<CommandGroup> = { entry, path, buildx };
    const parsed = await this.#parse(group, rest, false);
    if (parsed.help) return this.#help(group);
    return this.#dispatch(group, parsed.args);
  }

  /** Whether builds go to BuildKit; says so when they do not. */
  async #buildkit(): Promise<boolean> {
    const setting = this.#process.env['DOCKER_BUILDKIT'];
    if (setting === undefined || setting === '') return true;
    try {
      if (parseGoBool(setting)) return true;
    } catch (error) {
      throw new CliError(`DOCKER_BUILDKIT environment variable expects boolean value: ${error instanceof Error ? error.message : ''}`);
    }
    await this.#process.write(2, classicNotice);
    return false;
  }

  async #execute(located: Located<Command>, words: readonly string[]): Promise<number> {
    const { entry, path } = located;
    const parsed = await this.#parse(located, words, entry.interspersed ?? true);
    if (parsed.help) return this.#help(located);
    const refusal = checkArgs(entry.args, parsed.args.length, { path, useLine: useLine(located), short: entry.short });
    if (refusal !== undefined) throw new CliError(located.buildx ? `ERROR: ${refusal}` : refusal);
    if (typeof entry.support === 'object' && 'no' in entry.support) throw new CliError(`${path}: not supported here: ${entry.support.no}`);
    for (const name of parsed.changed) {
      const support = entry.flags[name]?.support;
      // A person is told; scripts get what the real command prints.
      if (typeof support === 'object' && 'partly' in support && this.#process.isatty(2)) await this.#process.write(2, `${path}: --${name} works in part here: ${support.partly}\n`);
      if (typeof support === 'object' && 'no' in support) throw new CliError(`${path}: --${name} is not supported here: ${support.no}`);
    }
    if (!this.#cli) throw new Error('the command line was not read');
    try {
      await entry.run({ cli: this.#cli, args: parsed.args, flags: parsed.values, changed: (name) => parsed.changed.has(name), path });
    } catch (error) {
      if (error instanceof HelpRequested) return this.#help(located);
      throw error;
    }
    return 0;
  }

  async #parse(located: Located, words: readonly string[], interspersed: boolean): Promise<ParsedFlags> {
    try {
      const parsed = parseFlags(located.entry.flags ?? {}, words, { interspersed, environment: { env: this.#process.env } });
      for (const notice of parsed.notices) await this.#process.write(1, `${notice}\n`);
      return parsed;
    } catch (error) {
      if (!(error instanceof FlagError)) throw error;
      const usage = isGroup(located.entry) ? `\n\n${usageText(located, await this.#helpOptions())}` : '';
      throw new StatusError(125, `${error.message}\nSee '${located.path} --help'.${usage}`);
    }
  }

  async #help(located: Located, fd: 1 | 2 = 1): Promise<number> {
    await this.#process.write(fd, helpText(located, await this.#helpOptions()));
    return 0;
  }

  async #helpTopic(root: Located<CommandGroup>, words: readonly string[]): Promise<number> {
    let located: Located = root;
    for (const word of words) {
      const entry = isGroup(located.entry) ? findEntry(located.entry.subcommands, word) : undefined;
      if (!entry && located === root) {
        const status = await runPlugin(this.#process, word, [...words, '--help']);
        if (status !== undefined) return status;
      }
      if (!entry) throw new CliError(`unknown help topic: ${words.join(' ')}`);
      located = { entry, path: entry.buildxPath ?? `${located.path} ${entry.name}`, buildx: located.buildx || entry.buildxPath !== undefined };
    }
    return this.#help(located);
  }

  async #engine(): Promise<{ engineAnswers: boolean; inSwarm: boolean }> {
    try {
      const ping = await this.#cli?.client.system.ping();
      return { engineAnswers: true, inSwarm: ping?.swarm.startsWith('active') ?? false };
    } catch (error) {
      if (isDockerError(error) || error instanceof CliError) return { engineAnswers: false, inSwarm: false };
      throw error;
    }
  }

  async #helpOptions(): Promise<HelpOptions> {
    const process = this.#process;
    const columns = process.isatty(0) ? process.windowSize(0).columns : 80;
    return { columns, bold: process.isatty(1), plugins: await listPlugins(process), ...(await this.#engine()) };
  }
}
