import type { ServicePortConfig, ServiceVolumeConfig } from '../project/index.ts';
import { parsePorts } from './port-spec.ts';
import { parseVolume } from './volume-spec.ts';

/** The ports that `-p` of `docker compose run` names, in the short form of `ports`. Throws ComposeFileError. */
export function portsOfShortForm(text: string): ServicePortConfig[] {
  return parsePorts(text).map(({ hostIp, target, published, protocol }) => ({ mode: 'ingress', target, protocol, ...(hostIp !== '' && { host_ip: hostIp }), ...(published !== '' && { published }) }));
}

/** The mount that `-v` of `docker compose run` names, in the short form of `volumes`. Throws ComposeFileError. */
export function volumeOfShortForm(text: string): ServiceVolumeConfig {
  const { type, source, target, readOnly, noCopy, propagation, selinux } = parseVolume(text);
  return {
    type,
    ...(source !== undefined && { source }), ...(target !== undefined && { target }), ...(readOnly && { read_only: true }),
    ...(type === 'bind' ? { bind: { create_host_path: true, ...(propagation !== undefined && { propagation }), ...(selinux !== undefined && { selinux }) } } : { volume: { ...(noCopy && { nocopy: true }) } }),
  };
}
