import type { ContainerConfig, ContainerCreateRequest, HostConfig } from '../../api/index.ts';
import { EngineError } from '../engine-error.ts';
import { signalNumber } from '../signal.ts';

const millisecond = 1e6;

function refuse(message: string): never {
  throw new EngineError('invalidParameter', message);
}

/** Throws where what is to run makes no sense. Resources, names and networks are looked at elsewhere. */
export function checkConfig(config: ContainerConfig, hostConfig: HostConfig): void {
  if (config.StopSignal && signalNumber(config.StopSignal) === undefined) refuse(`invalid signal: ${config.StopSignal}`);
  checkHealthcheck(config.Healthcheck);
  checkNamespaces(hostConfig);
  const { MemorySwappiness: swappiness } = hostConfig;
  if (swappiness !== null && (swappiness < -1 || swappiness > 100)) refuse(`Invalid value: ${swappiness}, valid memory swappiness range is 0-100`);
  if (hostConfig.ShmSize < 0) refuse('SHM size can not be less than 0');
  if (!['', 'runc', 'io.containerd.runc.v2'].includes(hostConfig.Runtime)) refuse(`unknown or invalid runtime name: ${hostConfig.Runtime}`);
  if (hostConfig.Isolation !== '' && hostConfig.Isolation !== 'default') throw new EngineError('system', `Invalid isolation: ${JSON.stringify(hostConfig.Isolation)} - linux only supports 'default'`);
  for (const path of Object.keys(hostConfig.Tmpfs ?? {})) if (!path.startsWith('/')) refuse(`invalid mount path: '${path}' mount path must be absolute`);
  for (const option of hostConfig.SecurityOpt ?? []) checkSecurityOption(option);
  if ('StorageOpt' in hostConfig && Object.keys((hostConfig.StorageOpt as object | null) ?? {}).length > 0) throw new EngineError('system', "--storage-opt is supported only for overlay over xfs with 'pquota' mount option");
}

function checkHealthcheck(check: ContainerCreateRequest['Healthcheck']): void {
  if (!check) return;
  const duration = (name: string, value: number | undefined): void => {
    if (value && value < millisecond) refuse(`${name} in Healthcheck cannot be less than 1ms`);
  };
  duration('Interval', check.Interval);
  duration('Timeout', check.Timeout);
  if ((check.Retries ?? 0) < 0) refuse('Retries in Healthcheck cannot be negative');
  duration('StartPeriod', check.StartPeriod);
  duration('StartInterval', check.StartInterval);
}

function checkNamespaces({ PidMode: pid, UTSMode: uts, CgroupnsMode: cgroupns }: HostConfig): void {
  if (!['', 'host'].includes(pid) && !/^container:./.test(pid)) refuse(`invalid PID mode: ${pid}`);
  if (!['', 'host'].includes(uts)) refuse(`invalid UTS mode: ${uts}`);
  if (!['', 'host', 'private'].includes(cgroupns)) refuse(`invalid cgroup namespace mode: ${cgroupns}`);
}

function checkSecurityOption(option: string): void {
  if (option === 'no-new-privileges' || option === 'disable') return;
  const [, name = ''] = /^([^=:]+)[=:]/.exec(option) ?? [];
  if (name === '') throw new EngineError('system', `invalid --security-opt 1: ${JSON.stringify(option)}`);
  if (!['label', 'apparmor', 'seccomp', 'no-new-privileges', 'systempaths'].includes(name)) throw new EngineError('system', `invalid --security-opt 2: ${JSON.stringify(option)}`);
}
