export { bootHost, type BootHostOptions } from './boot-host.ts';
export type { HostExecOptions } from './exec.ts';
export { bootLabHosts, type BootLabHostsOptions } from './lab-hosts.ts';
export { type DiskChange, Host, type HostExecResult, type HostSession, type HostSnapshot } from './host.ts';
export type { StateStore } from './persistence/state-store.ts';
export { HostService } from './service/host-service.ts';
