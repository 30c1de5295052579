import { isTree, type Value } from '../tree.ts';
import type { Kind } from './kind.ts';
import { bool, boolPointer, bytes, durationPointer, float32, int, intPointer, text, unsigned, unsignedPointer } from './scalar-kinds.ts';
import { healthTest, listOf, shellCommand, stringList, stringOrNumberList, stringSlice } from './list-kinds.ts';
import { hostsList, labels, mapOf, mapping, mappingWithEquals, options } from './map-kinds.ts';
import { build, deploy } from './sections.ts';
import { deviceRequest, fileReference, hook, ulimits } from './shared-structs.ts';
import { struct } from './struct-kind.ts';

const throttle = listOf(struct({ path: { kind: text, json: 'Path', always: true, alwaysInYaml: true }, rate: { kind: bytes, json: 'Rate', always: true, alwaysInYaml: true } }));
const weight = listOf(struct({ path: { kind: text, json: 'Path', always: true, alwaysInYaml: true }, weight: { kind: unsigned, json: 'Weight', always: true, alwaysInYaml: true } }));

const blkio = struct({ weight: unsigned, weight_device: weight, device_read_bps: throttle, device_read_iops: throttle, device_write_bps: throttle, device_write_iops: throttle });

const healthcheck = struct({
  test: healthTest, timeout: durationPointer, interval: durationPointer, retries: unsignedPointer, start_period: durationPointer, start_interval: durationPointer, disable: bool,
});

const dependency = struct({ condition: text, restart: bool, required: { kind: bool, always: true, alwaysInYaml: true } });

const network = struct({
  priority: int, aliases: stringSlice, ipv4_address: text, ipv6_address: text, link_local_ips: stringSlice, mac_address: text, driver_opts: options,
});

const port = struct({ name: text, mode: text, host_ip: text, target: unsigned, published: text, protocol: text, app_protocol: text });

const volume = struct({
  type: text, source: text, target: text, read_only: bool, consistency: text,
  bind: struct({ selinux: text, propagation: text, create_host_path: bool, recursive: text }),
  volume: struct({ nocopy: bool, subpath: text }),
  tmpfs: struct({ size: bytes, mode: int }),
});

const trigger = struct({
  path: { kind: text, always: true, alwaysInYaml: true }, action: { kind: text, always: true, alwaysInYaml: true }, target: text, exec: { kind: hook, always: true }, ignore: stringSlice,
});

interface EnvFile {
  path: string;
  required: boolean;
  format?: string;
}

const envFile: Kind = {
  decode: (value): EnvFile => {
    const get = (key: string): Value => (isTree(value) ? value.get(key) ?? null : null);
    const format = get('format');
    return { path: String(get('path') as string), required: get('required') === true || get('required') === 'true', ...(typeof format === 'string' && format !== '' && { format }) };
  },
  yaml: (value) => {
    const { path, required } = value as EnvFile;
    return required ? path : { sorted: true, entries: [['path', path], ['required', required]] };
  },
  json: (value) => {
    const { path, required, format } = value as EnvFile;
    if (required) return path;
    return new Map<string, string | boolean>([...(path === '' ? [] : [['path', path] as const]), ['required', required], ...(format === undefined ? [] : [['format', format] as const])]);
  },
};

/** A service, as compose-go's ServiceConfig: the order of its fields is that of the output and of the hash. */
export const service = struct({
  name: { kind: text, json: null },
  profiles: stringSlice, annotations: mapping, attach: boolPointer, build, develop: struct({ watch: listOf(trigger) }), blkio_config: blkio, cap_add: stringSlice, cap_drop: stringSlice,
  cgroup_parent: text, cgroup: text, cpu_count: int, cpu_percent: float32, cpu_period: int, cpu_quota: int, cpu_rt_period: int, cpu_rt_runtime: int, cpus: float32, cpuset: text, cpu_shares: int,
  command: { kind: shellCommand, always: true }, configs: listOf(fileReference), container_name: text, credential_spec: struct({ config: text, file: text, registry: text }), depends_on: mapOf(dependency),
  deploy, device_cgroup_rules: stringSlice, devices: listOf(struct({ source: text, target: text, permissions: text })), dns: stringList, dns_opt: stringSlice, dns_search: stringList,
  dockerfile: text, domainname: text, entrypoint: { kind: shellCommand, always: true }, environment: mappingWithEquals, env_file: listOf(envFile), expose: stringOrNumberList,
  extends: struct({ file: text, service: text }), external_links: stringSlice, extra_hosts: hostsList, group_add: stringSlice, gpus: listOf(deviceRequest), hostname: text, healthcheck, image: text,
  init: boolPointer, ipc: text, isolation: text, labels, label_file: stringSlice, links: stringSlice, logging: struct({ driver: text, options }), log_driver: text, log_opt: mapOf(text), mem_limit: bytes,
  mem_reservation: bytes, memswap_limit: bytes, mem_swappiness: bytes, mac_address: text, net: text, network_mode: text, networks: mapOf(network, true), oom_kill_disable: bool, oom_score_adj: int, pid: text,
  pids_limit: int, platform: text, ports: listOf(port), privileged: bool, pull_policy: text, read_only: bool, restart: text, runtime: text, scale: intPointer, secrets: listOf(fileReference),
  security_opt: stringSlice, shm_size: bytes, stdin_open: bool, stop_grace_period: durationPointer, stop_signal: text, storage_opt: mapOf(text), sysctls: mapping, tmpfs: stringList, tty: bool, ulimits,
  user: text, userns_mode: text, uts: text, volume_driver: text, volumes: listOf(volume), volumes_from: stringSlice, working_dir: text, post_start: listOf(hook), pre_stop: listOf(hook),
});
