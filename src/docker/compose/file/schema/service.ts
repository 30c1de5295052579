import { deploy, healthcheck } from './deploy.ts';
import { list, mapOf, of, oneOf, orNull, type Schema, strict, struct, words } from './notation.ts';
import {
  command, distinctTexts, driverOptions, envFile, extraHosts, fileReferences, flag, gpus, hook, listOrMap, names, numberOrText, text, textList, textOrList, ulimits, wholeOrText,
} from './values.ts';

const build = oneOf(text, struct({
  context: text, dockerfile: text, dockerfile_inline: text, entitlements: textList, args: listOrMap, ssh: listOrMap, labels: listOrMap, cache_from: textList, cache_to: textList, no_cache: flag,
  additional_contexts: listOrMap, network: text, pull: flag, target: text, shm_size: wholeOrText, extra_hosts: extraHosts, isolation: text, privileged: flag, secrets: fileReferences, tags: textList, ulimits,
  platforms: textList,
}));

const throttle = list(strict({ path: text, rate: wholeOrText }));

const blkio = strict({
  device_read_bps: throttle, device_read_iops: throttle, device_write_bps: throttle, device_write_iops: throttle, weight: wholeOrText, weight_device: list(strict({ path: text, weight: wholeOrText })),
});

const dependsOn = oneOf(distinctTexts, mapOf(names, struct({
  restart: flag, required: of('boolean'), condition: words('service_started', 'service_healthy', 'service_completed_successfully'),
}, ['condition']), true));

const networks = oneOf(distinctTexts, mapOf(names, oneOf(struct({
  aliases: distinctTexts, ipv4_address: text, ipv6_address: text, link_local_ips: distinctTexts, mac_address: text, driver_opts: driverOptions, priority: of('number'), gw_priority: of('number'),
}), of('null')), true));

const ports = list(oneOf(of('number'), text, struct({
  name: text, mode: text, host_ip: text, target: wholeOrText, published: of('string', 'integer'), protocol: text, app_protocol: text,
})), true);

const volumes = list(oneOf(text, struct({
  type: text, source: text, target: text, read_only: flag, consistency: text,
  bind: struct({ propagation: text, create_host_path: flag, recursive: words('enabled', 'disabled', 'writable', 'readonly'), selinux: words('z', 'Z') }),
  volume: struct({ nocopy: flag, subpath: text }),
  tmpfs: struct({ size: oneOf({ types: ['integer'], minimum: 0 }, text), mode: numberOrText }),
}, ['type'])), true);

const develop = orNull(struct({
  watch: list(struct({ ignore: textList, path: text, action: words('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'), target: text, exec: hook }, ['path', 'action'])),
}));

/** A whole number in these bounds, or a variable. */
function bounded(minimum: number, maximum?: number): Schema {
  return oneOf(text, { types: ['integer'], minimum, ...(maximum !== undefined && { maximum }) });
}

export const service = struct({
  develop, deploy, annotations: listOrMap, attach: flag, build, blkio_config: blkio, cap_add: distinctTexts, cap_drop: distinctTexts, cgroup: words('host', 'private'), cgroup_parent: text, command,
  configs: fileReferences, container_name: text, cpu_count: bounded(0), cpu_percent: bounded(0, 100), cpu_shares: numberOrText, cpu_quota: numberOrText, cpu_period: numberOrText, cpu_rt_period: numberOrText,
  cpu_rt_runtime: numberOrText, cpus: numberOrText, cpuset: text, credential_spec: struct({ config: text, file: text, registry: text }), depends_on: dependsOn, device_cgroup_rules: distinctTexts,
  devices: list(oneOf(text, struct({ source: text, target: text, permissions: text }, ['source']))), dns: textOrList, dns_opt: distinctTexts, dns_search: textOrList, domainname: text, entrypoint: command,
  env_file: envFile, label_file: oneOf(text, textList), environment: listOrMap, expose: list(of('string', 'number'), true), extends: oneOf(text, strict({ service: text, file: text }, ['service'])),
  external_links: distinctTexts, extra_hosts: extraHosts, gpus, group_add: list(of('string', 'number'), true), healthcheck, hostname: text, image: text, init: flag, ipc: text, isolation: text, labels: listOrMap,
  links: distinctTexts, logging: struct({ driver: text, options: mapOf(/^.+$/, of('string', 'number', 'null')) }), mac_address: text, mem_limit: numberOrText, mem_reservation: of('string', 'integer'),
  mem_swappiness: wholeOrText, memswap_limit: numberOrText, network_mode: text, networks, oom_kill_disable: flag, oom_score_adj: bounded(-1000, 1000), pid: of('string', 'null'), pids_limit: numberOrText,
  platform: text, ports, post_start: list(hook), pre_stop: list(hook), privileged: flag, profiles: distinctTexts, pull_policy: words('always', 'never', 'if_not_present', 'build', 'missing'), read_only: flag,
  restart: text, runtime: text, scale: wholeOrText, security_opt: distinctTexts, shm_size: numberOrText, secrets: fileReferences, sysctls: listOrMap, stdin_open: flag, stop_grace_period: text, stop_signal: text,
  storage_opt: of('object'), tmpfs: textOrList, tty: flag, ulimits, user: text, uts: text, userns_mode: text, volumes, volumes_from: distinctTexts, working_dir: text,
});
