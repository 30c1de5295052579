import { encodeUtf8, sha256Hex } from '../../../base/index.ts';
import type { ServiceConfig } from '../project/index.ts';
import { serviceJson } from './model/index.ts';

/** What tells two configurations of a service apart: the label `com.docker.compose.config-hash`. How it is built, pulled and scaled does not count. */
export function serviceHash(service: ServiceConfig): string {
  const { build: _build, pull_policy: _pullPolicy, scale: _scale, ...rest } = service;
  if (rest.deploy) {
    const { replicas: _replicas, ...deploy } = rest.deploy;
    rest.deploy = deploy;
  }
  return sha256Hex(encodeUtf8(serviceJson(rest)));
}
