import { bytesSize, GoStruct, GoTemplate, TemplateError, type GoField } from '../../../base/go/index.ts';
import type { InfoResponse } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { hubIndex } from '../config/config-file.ts';
import { inspectFormat } from '../flags/index.ts';
import { templateFunctions } from '../format/functions.ts';
import { looseStruct } from '../format/loose-struct.ts';
import { listPlugins, type Plugin } from '../plugins.ts';
import { buildxVersion, cliVersion } from '../version.ts';
import { emptyInfo } from './empty-info.ts';
import { swarmLines } from './swarm-lines.ts';

export const infoCommand = defineCommand({
  name: 'info',
  use: 'info [OPTIONS]',
  short: 'Display system-wide information',
  aliasesText: 'docker system info, docker info',
  common: 12,
  args: noArgs,
  flags: { format: inspectFormat() },
  async run({ cli, flags }) {
    const plugins = await allPlugins(cli);
    let info: InfoResponse | undefined;
    let failure = '';
    try {
      info = await cli.client.system.info();
    } catch (error) {
      if (!isDockerError(error)) throw error;
      failure = error.message;
    }
    if (flags.format !== '') return printFormatted(cli, flags.format, info, plugins, failure);
    await cli.out.print(`${clientText(cli.contextName, plugins)}\nServer:\n`);
    if (info) {
      await cli.out.print(serverText(info, cli.config.credentialsFor(hubIndex)?.username ?? ''));
      for (const warning of info.Warnings ?? []) await cli.err.print(`${warning}\n`);
      return;
    }
    await cli.err.print(`ERROR: ${failure}\n`);
    throw new CliError('errors pretty printing info');
  },
});

/** Plugins on disk, and buildx, which is part of this command. */
async function allPlugins(cli: Cli): Promise<Plugin[]> {
  const buildx = { name: 'buildx', short: 'Docker Buildx', vendor: 'Docker Inc.', version: buildxVersion, path: '/usr/libexec/docker/cli-plugins/docker-buildx' };
  const found = (await listPlugins(cli.process)).filter(({ name }) => name !== 'buildx');
  return [buildx, ...found].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function clientText(context: string, plugins: readonly Plugin[]): string {
  const lines = plugins.map(({ name, short, vendor, version, path }) => `  ${name}: ${short} (${vendor})\n    Version:  ${version}\n    Path:     ${path}\n`);
  return `Client:\n Version:    ${cliVersion}\n Context:    ${context}\n Debug Mode: false\n Plugins:\n${lines.join('')}`;
}

function serverText(info: InfoResponse, user: string): string {
  const lines: string[] = [];
  const line = (label: string, value: unknown): void => void lines.push(`${label} ${String(value)}`);
  const filled = (label: string, value: string): void => {
    if (value !== '') line(label, value);
  };
  line(' Containers:', info.Containers);
  line('  Running:', info.ContainersRunning);
  line('  Paused:', info.ContainersPaused);
  line('  Stopped:', info.ContainersStopped);
  line(' Images:', info.Images);
  filled(' Server Version:', info.ServerVersion);
  filled(' Storage Driver:', info.Driver);
  for (const [key, value] of info.DriverStatus ?? []) line(`  ${key}:`, value);
  filled(' Logging Driver:', info.LoggingDriver);
  filled(' Cgroup Driver:', info.CgroupDriver);
  filled(' Cgroup Version:', info.CgroupVersion);
  lines.push(' Plugins:');
  line('  Volume:', info.Plugins.Volume.join(' '));
  line('  Network:', info.Plugins.Network.join(' '));
  if (info.Plugins.Authorization?.length) line('  Authorization:', info.Plugins.Authorization.join(' '));
  line('  Log:', info.Plugins.Log.join(' '));
  if (info.CDISpecDirs?.length) lines.push(' CDI spec directories:', ...info.CDISpecDirs.map((directory) => `  ${directory}`));
  lines.push(...swarmLines(info));
  line(' Runtimes:', Object.keys(info.Runtimes).join(' '));
  line(' Default Runtime:', info.DefaultRuntime);
  line(' Init Binary:', info.InitBinary);
  for (const [name, commit] of [['containerd', info.ContainerdCommit], ['runc', info.RuncCommit], ['init', info.InitCommit]] as const) {
    line(` ${name} version:`, commit.ID === commit.Expected ? commit.ID : `${commit.ID} (expected: ${commit.Expected})`);
  }
  if (info.SecurityOptions.length > 0) lines.push(' Security Options:', ...info.SecurityOptions.flatMap(securityLines));
  filled(' Kernel Version:', info.KernelVersion);
  filled(' Operating System:', info.OperatingSystem);
  filled(' OSType:', info.OSType);
  filled(' Architecture:', info.Architecture);
  line(' CPUs:', info.NCPU);
  line(' Total Memory:', bytesSize(info.MemTotal));
  filled(' Name:', info.Name);
  filled(' ID:', info.ID);
  line(' Docker Root Dir:', info.DockerRootDir);
  line(' Debug Mode:', info.Debug);
  if (info.Debug) {
    line('  File Descriptors:', info.NFd);
    line('  Goroutines:', info.NGoroutines);
    line('  System Time:', info.SystemTime);
    line('  EventsListeners:', info.NEventsListener);
  }
  filled(' HTTP Proxy:', info.HttpProxy);
  filled(' HTTPS Proxy:', info.HttpsProxy);
  filled(' No Proxy:', info.NoProxy);
  filled(' Username:', user);
  if (info.Labels?.length) lines.push(' Labels:', ...info.Labels.map((label) => `  ${label}`));
  line(' Experimental:', info.ExperimentalBuild);
  const { InsecureRegistryCIDRs: networks, IndexConfigs: indexes, Mirrors: mirrors } = info.RegistryConfig;
  lines.push(' Insecure Registries:', ...Object.values(indexes).filter(({ Secure }) => !Secure).map(({ Name }) => `  ${Name}`), ...networks.map((network) => `  ${network}`));
  if (mirrors?.length) lines.push(' Registry Mirrors:', ...mirrors.map((mirror) => `  ${mirror}`));
  line(' Live Restore Enabled:', info.LiveRestoreEnabled);
  return `${lines.join('\n')}\n\n`;
}

/** `name=seccomp,profile=builtin` as docker shows it. */
function securityLines(option: string): string[] {
  if (!option.includes('=')) return [`  ${option}`];
  const pairs = option.split(',').map((pair) => pair.split('='));
  const name = pairs.find(([key]) => key === 'name')?.[1] ?? option;
  return [`  ${name}`, ...pairs.filter(([key]) => key === 'profile').map(([, value]) => `   Profile: ${value}`)];
}

async function printFormatted(cli: Cli, format: string, info: InfoResponse | undefined, plugins: readonly Plugin[], failure: string): Promise<void> {
  let template: GoTemplate;
  try {
    template = new GoTemplate(format === 'json' ? '{{json .}}' : format, templateFunctions);
  } catch (error) {
    if (error instanceof TemplateError) throw new StatusError(64, `template parsing error: ${error.message}`);
    throw error;
  }
  if (failure !== '') await cli.err.print(`${failure}\n`);
  const server = looseStruct('system.dockerInfo', { ...(info ?? emptyInfo) }, new Set(['Runtimes', 'IndexConfigs']));
  const client = looseStruct('system.clientInfo', {
    Debug: false, Version: cliVersion, Context: cli.contextName,
    Plugins: plugins.map(({ name, path, vendor, version, short }) => ({ SchemaVersion: '0.1.0', Vendor: vendor, Version: version, ShortDescription: short, Name: name, Path: path })),
    Warnings: null,
  });
  const errors: GoField[] = failure === '' ? [] : [{ name: 'ServerErrors', json: 'ServerErrors', value: looseStruct('', { errors: [failure] }).field('errors')?.value }];
  let text = '';
  let mistake: CliError | undefined;
  try {
    template.executeTo(new GoStruct(server.type, [...server.fields, ...errors, { name: 'ClientInfo', json: 'ClientInfo', value: client }]), (part) => (text += part));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    mistake = new CliError(error.message);
  }
  await cli.out.print(`${text}\n`);
  if (mistake) throw mistake;
}
