export { dockerLabHosts, whyNoDocker } from './docker-lab-hosts.ts';
export { instance } from './labels.ts';
export { type PerlProgram, perlProgram } from './perl-program.ts';
export type {
  LabDisk, LabHost, LabHostDriver, LabHostEvents, LabHostExecOptions, LabHostExecResult, LabHostFile, LabHostGroup, LabHostGroupRequest, LabHostRequest, LabTerminal, LabTerminalOptions,
} from './lab-host.ts';
