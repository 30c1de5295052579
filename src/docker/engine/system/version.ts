import { apiVersion, minApiVersion, type VersionResponse } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';

/** The engine whose behaviour this one has. */
export const engineVersion = '26.1.5+dfsg1';

/** `GET /version` */
export function versionResponse(daemon: Daemon): VersionResponse {
  const kernel = daemon.facts.kernelVersion;
  const build = { buildTime: '2026-08-13T05:35:48.000000000+00:00', commit: '411e817', go: 'go1.24.4' };
  return {
    Platform: { Name: '' },
    Components: [
      { Name: 'Engine', Version: engineVersion, Details: { ApiVersion: apiVersion, Arch: 'amd64', BuildTime: build.buildTime, Experimental: 'false', GitCommit: build.commit, GoVersion: build.go, KernelVersion: kernel, MinAPIVersion: minApiVersion, Os: 'linux' } },
      { Name: 'containerd', Version: '1.7.24~ds1', Details: { GitCommit: '1.7.24~ds1-6+deb13u1' } },
      { Name: 'runc', Version: '1.1.15+ds1', Details: { GitCommit: '1.1.15+ds1-2+b4' } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: '' } },
    ],
    Version: engineVersion, ApiVersion: apiVersion, MinAPIVersion: minApiVersion, GitCommit: build.commit, GoVersion: build.go, Os: 'linux', Arch: 'amd64', KernelVersion: kernel, BuildTime: build.buildTime,
  };
}
