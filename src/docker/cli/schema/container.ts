import type { GoType, StructType } from '../../../base/go/index.ts';

const strings: GoType = { slice: 'string' };
const stringMap: GoType = { map: 'string' };
const emptySet: GoType = { map: { struct: 'struct {}', fields: {} } };

/** nat.PortBinding */
const portBinding: StructType = { struct: 'nat.PortBinding', fields: { HostIP: ['HostIp', 'string'], HostPort: 'string' } };
const portMap: GoType = { map: { slice: portBinding }, key: 'nat.Port' };

const healthConfig: StructType = {
  struct: 'container.HealthConfig',
  fields: { Test: strings, Interval: 'time.Duration', Timeout: 'time.Duration', StartPeriod: 'time.Duration', StartInterval: 'time.Duration', Retries: 'int' },
};

/** container.Config, of containers and images. */
export const configType: StructType = {
  struct: 'container.Config',
  fields: {
    Hostname: 'string', Domainname: 'string', User: 'string', AttachStdin: 'bool', AttachStdout: 'bool', AttachStderr: 'bool', ExposedPorts: emptySet, Tty: 'bool', OpenStdin: 'bool',
    StdinOnce: 'bool', Env: strings, Cmd: strings, Healthcheck: { pointer: healthConfig }, ArgsEscaped: 'bool', Image: 'string', Volumes: emptySet, WorkingDir: 'string',
    Entrypoint: strings, NetworkDisabled: 'bool', MacAddress: 'string', OnBuild: strings, Labels: stringMap, StopSignal: 'string', StopTimeout: { pointer: 'int' }, Shell: strings,
  },
};

const mountRequest: StructType = {
  struct: 'mount.Mount',
  fields: { Type: 'string', Source: 'string', Target: 'string', ReadOnly: 'bool', Consistency: 'string', BindOptions: 'any', VolumeOptions: 'any', TmpfsOptions: 'any', ClusterOptions: 'any' },
};

const hostConfig: StructType = {
  struct: 'container.HostConfig',
  fields: {
    Binds: strings, ContainerIDFile: 'string', LogConfig: { struct: 'container.LogConfig', fields: { Type: 'string', Config: stringMap } }, NetworkMode: 'string', PortBindings: portMap,
    RestartPolicy: { struct: 'container.RestartPolicy', fields: { Name: 'string', MaximumRetryCount: 'int' } }, AutoRemove: 'bool', VolumeDriver: 'string', VolumesFrom: strings,
    ConsoleSize: { slice: 'int' }, Annotations: stringMap, CapAdd: strings, CapDrop: strings, CgroupnsMode: 'string', DNS: ['Dns', strings], DNSOptions: ['DnsOptions', strings],
    DNSSearch: ['DnsSearch', strings], ExtraHosts: strings, GroupAdd: strings, IpcMode: 'string', Cgroup: 'string', Links: strings, OomScoreAdj: 'int', PidMode: 'string',
    Privileged: 'bool', PublishAllPorts: 'bool', ReadonlyRootfs: 'bool', SecurityOpt: strings, StorageOpt: stringMap, Tmpfs: stringMap, UTSMode: 'string', UsernsMode: 'string',
    ShmSize: 'int', Sysctls: stringMap, Runtime: 'string', Isolation: 'string', CPUShares: ['CpuShares', 'int'], Memory: 'int', NanoCPUs: ['NanoCpus', 'int'], CgroupParent: 'string',
    BlkioWeight: 'int', BlkioWeightDevice: { slice: 'any' }, BlkioDeviceReadBps: { slice: 'any' }, BlkioDeviceWriteBps: { slice: 'any' }, BlkioDeviceReadIOps: { slice: 'any' },
    BlkioDeviceWriteIOps: { slice: 'any' }, CPUPeriod: ['CpuPeriod', 'int'], CPUQuota: ['CpuQuota', 'int'], CPURealtimePeriod: ['CpuRealtimePeriod', 'int'],
    CPURealtimeRuntime: ['CpuRealtimeRuntime', 'int'], CpusetCpus: 'string', CpusetMems: 'string',
    Devices: { slice: { struct: 'container.DeviceMapping', fields: { PathOnHost: 'string', PathInContainer: 'string', CgroupPermissions: 'string' } } }, DeviceCgroupRules: strings,
    DeviceRequests: { slice: { struct: 'container.DeviceRequest', fields: { Driver: 'string', Count: 'int', DeviceIDs: strings, Capabilities: { slice: strings }, Options: stringMap } } }, KernelMemory: 'int', KernelMemoryTCP: 'int', MemoryReservation: 'int', MemorySwap: 'int', MemorySwappiness: { pointer: 'int' },
    OomKillDisable: { pointer: 'bool' }, PidsLimit: { pointer: 'int' },
    Ulimits: { slice: { pointer: { struct: 'units.Ulimit', fields: { Name: 'string', Hard: 'int', Soft: 'int' } } } }, CPUCount: ['CpuCount', 'int'], CPUPercent: ['CpuPercent', 'int'],
    IOMaximumIOps: 'int', IOMaximumBandwidth: 'int', Mounts: { slice: mountRequest }, MaskedPaths: strings, ReadonlyPaths: strings, Init: { pointer: 'bool' },
  },
};

/** network.EndpointSettings */
export const endpointType: StructType = {
  struct: 'network.EndpointSettings',
  fields: {
    IPAMConfig: { pointer: { struct: 'network.EndpointIPAMConfig', fields: { IPv4Address: 'string', IPv6Address: 'string', LinkLocalIPs: strings } } }, Links: strings, Aliases: strings,
    MacAddress: 'string', DriverOpts: stringMap, NetworkID: 'string', EndpointID: 'string', Gateway: 'string', IPAddress: 'string', IPPrefixLen: 'int', IPv6Gateway: 'string',
    GlobalIPv6Address: 'string', GlobalIPv6PrefixLen: 'int', DNSNames: strings,
  },
};

const addressType: StructType = { struct: 'network.Address', fields: { Addr: 'string', PrefixLen: 'int' } };

const networkSettings: StructType = {
  struct: 'types.NetworkSettings',
  fields: {
    Bridge: 'string', SandboxID: 'string', SandboxKey: 'string', Ports: portMap, HairpinMode: 'bool', LinkLocalIPv6Address: 'string', LinkLocalIPv6PrefixLen: 'int',
    SecondaryIPAddresses: { slice: addressType }, SecondaryIPv6Addresses: { slice: addressType }, EndpointID: 'string', Gateway: 'string', GlobalIPv6Address: 'string',
    GlobalIPv6PrefixLen: 'int', IPAddress: 'string', IPPrefixLen: 'int', IPv6Gateway: 'string', MacAddress: 'string', Networks: { map: { pointer: endpointType } },
  },
};

const health: StructType = {
  struct: 'types.Health',
  fields: {
    Status: 'string', FailingStreak: 'int',
    Log: { slice: { pointer: { struct: 'types.HealthcheckResult', fields: { Start: 'time.Time', End: 'time.Time', ExitCode: 'int', Output: 'string' } } } },
  },
};

const state: StructType = {
  struct: 'types.ContainerState',
  fields: {
    Status: 'string', Running: 'bool', Paused: 'bool', Restarting: 'bool', OOMKilled: 'bool', Dead: 'bool', Pid: 'int', ExitCode: 'int', Error: 'string', StartedAt: 'string',
    FinishedAt: 'string', Health: { pointer: health },
  },
};

/** types.GraphDriverData */
export const graphDriverType: StructType = { struct: 'types.GraphDriverData', fields: { Data: stringMap, Name: 'string' } };

/** types.ContainerJSON, as `docker inspect -f` sees a container. */
export const containerType: StructType = {
  struct: 'types.ContainerJSON',
  fields: {
    ID: ['Id', 'string'], Created: 'string', Path: 'string', Args: strings, State: { pointer: state }, Image: 'string', ResolvConfPath: 'string', HostnamePath: 'string',
    HostsPath: 'string', LogPath: 'string', Name: 'string', RestartCount: 'int', Driver: 'string', Platform: 'string', MountLabel: 'string', ProcessLabel: 'string',
    AppArmorProfile: 'string', ExecIDs: strings, HostConfig: { pointer: hostConfig }, GraphDriver: graphDriverType, SizeRw: { pointer: 'int' }, SizeRootFs: { pointer: 'int' },
    Mounts: {
      slice: {
        struct: 'types.MountPoint',
        fields: { Type: 'string', Name: 'string', Source: 'string', Destination: 'string', Driver: 'string', Mode: 'string', RW: 'bool', Propagation: 'string' },
      },
    },
    Config: { pointer: configType }, NetworkSettings: { pointer: networkSettings },
  },
};
