/** What `docker info --format` works on when no engine answers: Go's zero values, as docker's own. */
export const emptyInfo: Record<string, unknown> = {
  ID: '', Containers: 0, ContainersRunning: 0, ContainersPaused: 0, ContainersStopped: 0, Images: 0, Driver: '', DriverStatus: null,
  Plugins: {Volume: null, Network: null, Authorization: null, Log: null}, MemoryLimit: false, SwapLimit: false, CpuCfsPeriod: false, CpuCfsQuota: false, CPUShares: false,
  CPUSet: false, PidsLimit: false, IPv4Forwarding: false, BridgeNfIptables: false, BridgeNfIp6tables: false, Debug: false, NFd: 0, OomKillDisable: false, NGoroutines: 0,
  SystemTime: '', LoggingDriver: '', CgroupDriver: '', NEventsListener: 0, KernelVersion: '', OperatingSystem: '', OSVersion: '', OSType: '', Architecture: '',
  IndexServerAddress: '', RegistryConfig: null, NCPU: 0, MemTotal: 0, GenericResources: null, DockerRootDir: '', HttpProxy: '', HttpsProxy: '', NoProxy: '', Name: '',
  Labels: null, ExperimentalBuild: false, ServerVersion: '', Runtimes: null, DefaultRuntime: '',
  Swarm: {NodeID: '', NodeAddr: '', LocalNodeState: '', ControlAvailable: false, Error: '', RemoteManagers: null}, LiveRestoreEnabled: false, Isolation: '',
  InitBinary: '', ContainerdCommit: {ID: '', Expected: ''}, RuncCommit: {ID: '', Expected: ''}, InitCommit: {ID: '', Expected: ''}, SecurityOptions: null,
  CDISpecDirs: null, Warnings: null,
};
