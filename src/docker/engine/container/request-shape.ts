import { EngineError } from '../engine-error.ts';
import { goKind } from '../go-json.ts';

type GoType = 'string' | 'bool' | 'int64' | 'int' | '[]string' | 'map';

const config: Record<string, GoType> = {
  Hostname: 'string', Domainname: 'string', User: 'string', AttachStdin: 'bool', AttachStdout: 'bool', AttachStderr: 'bool', ExposedPorts: 'map', Tty: 'bool', OpenStdin: 'bool', StdinOnce: 'bool', Env: '[]string', Image: 'string',
  Volumes: 'map', WorkingDir: 'string', NetworkDisabled: 'bool', MacAddress: 'string', OnBuild: '[]string', Labels: 'map', StopSignal: 'string', StopTimeout: 'int',
};
const host: Record<string, GoType> = {
  Binds: '[]string', NetworkMode: 'string', AutoRemove: 'bool', VolumeDriver: 'string', VolumesFrom: '[]string', Dns: '[]string', DnsOptions: '[]string', DnsSearch: '[]string', ExtraHosts: '[]string', GroupAdd: '[]string',
  IpcMode: 'string', Links: '[]string', OomScoreAdj: 'int', PidMode: 'string', Privileged: 'bool', PublishAllPorts: 'bool', ReadonlyRootfs: 'bool', SecurityOpt: '[]string', Tmpfs: 'map', UTSMode: 'string', ShmSize: 'int64', Sysctls: 'map',
  Runtime: 'string', PortBindings: 'map',
};
const resources: Record<string, GoType> = {
  CpuShares: 'int64', Memory: 'int64', NanoCpus: 'int64', CgroupParent: 'string', CpuPeriod: 'int64', CpuQuota: 'int64', CpusetCpus: 'string', CpusetMems: 'string', MemoryReservation: 'int64', MemorySwap: 'int64', MemorySwappiness: 'int64',
  OomKillDisable: 'bool', PidsLimit: 'int64',
};
const network: Record<string, GoType> = { Driver: 'string', Scope: 'string', EnableIPv6: 'bool', Internal: 'bool', Attachable: 'bool', Ingress: 'bool', ConfigOnly: 'bool', Options: 'map', Labels: 'map' };

/** Throws when a field of `POST /containers/create` has a type that Go's decoder would refuse. */
export function checkCreateShape(body: unknown): void {
  checkFields(body, config, 'ContainerConfigWrapper.Config.');
  const { HostConfig: asked } = (body ?? {}) as { HostConfig?: unknown };
  checkFields(asked, host, 'HostConfig.HostConfig.');
  checkFields(asked, resources, 'HostConfig.HostConfig.Resources.');
}

/** The same for `POST /networks/create`. */
export function checkNetworkShape(body: unknown): void {
  checkFields(body, { Name: 'string' }, 'NetworkCreateRequest.');
  checkFields(body, network, 'NetworkCreateRequest.NetworkCreate.');
}

function checkFields(object: unknown, fields: Readonly<Record<string, GoType>>, prefix: string): void {
  if (typeof object !== 'object' || object === null) return;
  for (const [name, value] of Object.entries(object)) {
    const type = fields[name];
    const wrong = type === undefined || value === null ? undefined : mismatch(value, type);
    if (wrong) throw new EngineError('invalidParameter', `invalid JSON: json: cannot unmarshal ${wrong.kind} into Go struct field ${prefix}${name} of type ${wrong.type}`);
  }
}

/** What does not fit: the value itself, or something in it. */
function mismatch(value: unknown, type: GoType): { kind: string; type: string } | undefined {
  const kind = goKind(value);
  switch (type) {
    case 'string':
    case 'bool':
      return kind === type ? undefined : { kind, type };
    case 'int':
    case 'int64':
      if (kind !== 'number') return { kind, type };
      return Number.isInteger(value) ? undefined : { kind: `number ${String(value)}`, type };
    case '[]string': {
      if (!Array.isArray(value)) return { kind, type };
      const odd: unknown = value.find((each) => typeof each !== 'string' && each !== null);
      return odd === undefined ? undefined : { kind: goKind(odd), type: 'string' };
    }
    case 'map': {
      if (kind !== 'object') return { kind, type: 'map[string]string' };
      // Values of labels and options are strings, those of ports and volumes are objects.
      const odd: unknown = Object.values(value as object).find((each) => typeof each === 'number' || typeof each === 'boolean');
      return odd === undefined ? undefined : { kind: goKind(odd), type: 'string' };
    }
  }
}
