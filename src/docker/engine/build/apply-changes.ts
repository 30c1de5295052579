import type { ContainerConfig } from '../../api/index.ts';
import { DockerfileError, expandWord, type Instruction, parseTrigger } from '../dockerfile/index.ts';
import { replaceOrAppend } from '../container/process-spec.ts';
import { EngineError } from '../engine-error.ts';
import { signalNumber } from '../signal.ts';

/** Instructions that `docker commit --change` and `docker import --change` take. */
const allowed = ['cmd', 'entrypoint', 'env', 'expose', 'label', 'onbuild', 'user', 'volume', 'workdir', 'healthcheck', 'stopsignal'];

/** Applies instructions of a Dockerfile to a configuration. */
export function applyChanges(config: ContainerConfig, changes: readonly string[]): ContainerConfig {
  let changed = config;
  for (const change of changes) {
    const [word = ''] = change.trim().split(/\s/);
    if (word === '') throw new EngineError('invalidParameter', 'file with no instructions');
    if (!allowed.includes(word.toLowerCase())) throw new EngineError('invalidParameter', `${word} is not a valid change command`);
    let instruction: Instruction;
    try {
      instruction = parseTrigger(change);
    } catch (error) {
      if (error instanceof DockerfileError) throw new EngineError('invalidParameter', error.words);
      throw error;
    }
    const env = envMap(changed.Env ?? []);
    changed = applyInstruction(changed, instruction, (word) => expandWord(word, env, { escape: '\\' }));
  }
  return changed;
}

/** Variables by name. */
export function envMap(env: readonly string[]): Map<string, string> {
  return new Map(env.map((variable) => [variable.slice(0, variable.indexOf('=')), variable.slice(variable.indexOf('=') + 1)]));
}

/** What an instruction that only concerns the configuration makes of it. `expand` expands variables in a word. */
export function applyInstruction(config: ContainerConfig, instruction: Instruction, expand: (word: string) => string): ContainerConfig {
  switch (instruction.kind) {
    case 'env':
      return { ...config, Env: replaceOrAppend(config.Env ?? [], instruction.pairs.map(([name, value]) => `${expand(name)}=${expand(value)}`)) };
    case 'label':
      return { ...config, Labels: { ...config.Labels, ...Object.fromEntries(instruction.pairs.map(([name, value]) => [expand(name), expand(value)])) } };
    case 'cmd':
      return { ...config, Cmd: commandWords(config, instruction.command), ArgsEscaped: true };
    case 'entrypoint':
      return { ...config, Entrypoint: commandWords(config, instruction.command), ArgsEscaped: true };
    case 'user':
      return { ...config, User: expand(instruction.user) };
    case 'workdir':
      return { ...config, WorkingDir: joinPath(config.WorkingDir || '/', expand(instruction.path)) };
    case 'expose': {
      const ports = instruction.ports.flatMap((port) => exposedPorts(expand(port)));
      return { ...config, ExposedPorts: { ...config.ExposedPorts, ...Object.fromEntries(ports.map((port) => [port, {}])) } };
    }
    case 'volume':
      return { ...config, Volumes: { ...config.Volumes, ...Object.fromEntries(instruction.paths.map((path) => [expand(path), {}])) } };
    case 'stopsignal':
      return { ...config, StopSignal: stopSignal(expand(instruction.signal)) };
    case 'shell':
      return { ...config, Shell: instruction.shell };
    case 'healthcheck':
      return { ...config, Healthcheck: instruction.health };
    case 'onbuild':
      return { ...config, OnBuild: [...(config.OnBuild ?? []), instruction.expression] };
    default:
      return config;
  }
}

/** The words of CMD or ENTRYPOINT: shell form goes through the shell. */
export function commandWords(config: Pick<ContainerConfig, 'Shell'>, command: { args: readonly string[]; shell: boolean }): string[] {
  return command.shell ? [...shellOf(config), ...command.args] : [...command.args];
}

/** What shell form is run with. */
export function shellOf(config: Pick<ContainerConfig, 'Shell'>): string[] {
  return config.Shell?.length ? config.Shell : ['/bin/sh', '-c'];
}

/** `path` as seen from `base`, without `.` and `..`. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function stopSignal(text: string): string {
  if (/^[+-]?\d+$/.test(text) ? Number(text) === 0 : signalNumber(text) === undefined) throw new EngineError('invalidParameter', `invalid signal: ${text}`);
  return text;
}

/** The ports that a word of EXPOSE means, as `80/tcp`. */
export function exposedPorts(text: string): string[] {
  if (text === '') return [];
  const [spec = '', protocol = 'tcp'] = text.split('/');
  // `8080:80` and `127.0.0.1:8080:80` are read as for publishing; the port of the host means nothing here.
  const range = spec.slice(spec.lastIndexOf(':') + 1);
  const [, first = '', last] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  if (first === '') throw new EngineError('invalidParameter', `Invalid containerPort: ${range}`);
  if (Number(first) > 65535 || Number(last ?? first) > 65535 || Number(last ?? first) < Number(first)) throw new EngineError('invalidParameter', `Invalid containerPort: ${range}`);
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) throw new EngineError('invalidParameter', `Invalid proto: ${protocol}`);
  return Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, index) => `${Number(first) + index}/${protocol.toLowerCase()}`);
}
