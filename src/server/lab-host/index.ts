export { dockerLabHosts, whyNoDocker } from './docker-lab-hosts.ts';
export type { LabHost, LabHostDriver, LabHostExecOptions, LabHostExecResult, LabHostFile, LabHostGroup, LabHostGroupRequest, LabHostRequest } from './lab-host.ts';
