import * as z from 'zod/mini';
import { goJsonError, goKind, unmarshalError } from './go-json.ts';

/** What of /etc/docker/daemon.json is obeyed. */
export interface DaemonConfig {
  dataRoot: string;
  pidfile: string;
  hosts: string[];
  debug: boolean;
  labels: string[];
  bip: string | undefined;
  dns: string[];
  dnsSearch: string[];
  insecureRegistries: string[];
  registryMirrors: string[];
  liveRestore: boolean;
  logDriver: string;
  logOpts: Record<string, string>;
  shutdownTimeout: number;
  /** Pools for user-defined networks: base and the prefix length of each network. */
  addressPools: { base: string; size: number }[];
}

/** What dockerd does without a daemon.json. */
export const defaultDaemonConfig: DaemonConfig = {
  dataRoot: '/var/lib/docker', pidfile: '/var/run/docker.pid', hosts: ['unix:///var/run/docker.sock'], debug: false, labels: [], bip: undefined, dns: [], dnsSearch: [],
  insecureRegistries: [], registryMirrors: [], liveRestore: false, logDriver: 'json-file', logOpts: {}, shutdownTimeout: 15,
  addressPools: [
    ...Array.from({ length: 14 }, (_, index) => ({ base: `172.${17 + index}.0.0/16`, size: 16 })),
    { base: '192.168.0.0/16', size: 20 },
  ],
};

const strings = z.optional(z.array(z.string()));
const schema = z.looseObject({
  'data-root': z.optional(z.string()), pidfile: z.optional(z.string()), hosts: strings, debug: z.optional(z.boolean()), labels: strings, bip: z.optional(z.string()), dns: strings,
  'dns-search': strings, 'insecure-registries': strings, 'registry-mirrors': strings, 'live-restore': z.optional(z.boolean()), 'log-driver': z.optional(z.string()),
  'log-opts': z.optional(z.record(z.string(), z.string())), 'shutdown-timeout': z.optional(z.number()),
  'default-address-pools': z.optional(z.array(z.looseObject({ base: z.string(), size: z.number() }))),
});

/** Keys of daemon.json that real dockerd knows and that are taken without effect here. */
const ignoredKeys = ['experimental', 'features', 'storage-driver', 'storage-opts', 'log-level', 'log-format', 'exec-opts', 'default-ulimits', 'iptables', 'ip-forward', 'ip-masq', 'ipv6', 'userland-proxy', 'userns-remap', 'mtu', 'max-concurrent-downloads', 'max-concurrent-uploads', 'max-download-attempts', 'metrics-addr', 'builder', 'runtimes', 'default-runtime', 'group', 'tls', 'tlsverify', 'tlscacert', 'tlscert', 'tlskey', 'containerd', 'selinux-enabled', 'seccomp-profile', 'default-shm-size', 'bridge', 'fixed-cidr', 'icc', 'ip', 'dns-opts', 'no-new-privileges', 'init', 'host-gateway-ip', 'cgroup-parent', 'exec-root', 'data-root-group', 'oom-score-adjust', 'proxies', 'swarm-default-advertise-addr', 'allow-nondistributable-artifacts', 'default-cgroupns-mode', 'default-ipc-mode', 'default-network-opts', 'default-gateway', 'raw-logs', 'cpu-rt-period', 'cpu-rt-runtime', 'api-cors-header', 'authorization-plugins', 'init-path', 'node-generic-resources', 'validate', 'min-api-version', 'network-control-plane-mtu', 'ip6tables', 'fixed-cidr-v6', 'userland-proxy-path', 'http-proxy', 'https-proxy', 'no-proxy', 'cdi-spec-dirs'];

/** Reads daemon.json. Throws an Error whose message dockerd ends with: `unable to configure the Docker daemon with file PATH: …`. */
export function parseDaemonConfig(text: string, path: string): DaemonConfig {
  const refuse = (why: string): never => {
    throw new Error(`unable to configure the Docker daemon with file ${path}: ${why}`);
  };
  let document: unknown;
  try {
    document = text.trim() === '' ? {} : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(goJsonError(text));
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return refuse(`json: cannot unmarshal ${goKind(document)} into Go value of type map[string]interface {}`);
  const known = [...Object.keys(schema.shape), ...ignoredKeys];
  const unknown = Object.keys(document).filter((key) => !known.includes(key));
  if (unknown.length > 0) return refuse(`the following directives don't match any configuration option: ${unknown.join(', ')}`);
  const result = schema.safeParse(document);
  if (!result.success) {
    const [issue] = result.error.issues;
    return refuse(unmarshalError(document, (issue?.path ?? []).map(String)));
  }
  const given = result.data;
  const level = (document as Record<string, unknown>)['log-level'];
  if (typeof level === 'string' && !['panic', 'fatal', 'error', 'warn', 'warning', 'info', 'debug', 'trace'].includes(level)) return refuse(`merged configuration validation from file and command line flags failed: invalid logging level: ${level}`);
  const name = given.dns?.find((address) => !/^\d+\.\d+\.\d+\.\d+$|:/.test(address));
  if (name !== undefined) return refuse(`invalid IP address: ${name}`);
  const base = defaultDaemonConfig;
  return {
    ...base,
    dataRoot: given['data-root'] ?? base.dataRoot, pidfile: given.pidfile ?? base.pidfile, hosts: given.hosts ?? base.hosts, debug: given.debug ?? false, labels: given.labels ?? [],
    bip: given.bip, dns: given.dns ?? [], dnsSearch: given['dns-search'] ?? [], insecureRegistries: given['insecure-registries'] ?? [], registryMirrors: given['registry-mirrors'] ?? [],
    liveRestore: given['live-restore'] ?? false, logDriver: given['log-driver'] ?? base.logDriver, logOpts: given['log-opts'] ?? {}, shutdownTimeout: given['shutdown-timeout'] ?? base.shutdownTimeout,
    addressPools: given['default-address-pools']?.map(({ base: pool, size }) => ({ base: pool, size })) ?? base.addressPools,
  };
}
