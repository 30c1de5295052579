export type { Extensions } from './extensions.ts';
export type { FileObjectConfig, IpamConfig, IpamPool, NetworkConfig, Project, VolumeConfig } from './project.ts';
export type { BlkioConfig, DeviceMapping, DevelopConfig, EnvFile, HealthCheckConfig, ServiceConfig, ServiceDependency, ServiceHook, ServiceNetworkConfig, ServicePortConfig, ServiceVolumeConfig, Trigger } from './service.ts';
export type { FileReferenceConfig, MappingWithEquals, UlimitsConfig } from './parts.ts';
export type { BuildConfig } from './build.ts';
export type { DeployConfig, DeviceRequest, Resource, RestartPolicy, UpdateConfig } from './deploy.ts';
