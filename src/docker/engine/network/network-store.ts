import type { Clock, RandomBytes } from '../../../base/index.ts';
import type { IpamConfig, NetworkCreateRequest, NetworkInspect } from '../../api/index.ts';
import type { DaemonConfig } from '../daemon-config.ts';
import { EngineError } from '../engine-error.ts';
import type { EventLog } from '../event/event-log.ts';
import { randomId } from '../identifier.ts';
import type { HostFiles } from '../ports/host-files.ts';
import type { BridgeSpec, NetworkDriver } from '../ports/network-driver.ts';
import { makeDirectories, readJson, writeAtomically } from '../store/json-file.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { formatIpv4, formatSubnet, parseIpv4, parseSubnet, type Subnet, subnetContains, subnetsOverlap, subnetSize } from './ipv4.ts';

/** A network, as it is kept. */
export interface NetworkRecord {
  id: string;
  name: string;
  created: string;
  driver: 'bridge' | 'host' | 'null';
  /** The gateway is always in it; the API shows it when it was asked for, or when nothing was. */
  ipam: { options: Record<string, string> | null; config: IpamConfig[]; hideGateway?: boolean };
  internal: boolean;
  attachable: boolean;
  enableIpv6: boolean;
  options: Record<string, string>;
  labels: Record<string, string>;
}

/** Networks that are always there. */
export const predefinedNetworks: readonly string[] = ['bridge', 'host', 'none'];

/** The networks: made on the host by the driver, kept in `network/files/local-kv.db` (ours is JSON). */
export class NetworkStore {
  readonly #files: HostFiles;
  readonly #path: string;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #driver: NetworkDriver;
  readonly #events: EventLog;
  readonly #config: DaemonConfig;
  #networks = new Map<string, NetworkRecord>();
  /** Addresses that builds use at the moment. */
  readonly reserved = new Set<number>();

  constructor(files: HostFiles, path: string, clock: Clock, random: RandomBytes, driver: NetworkDriver, events: EventLog, config: DaemonConfig) {
    this.#files = files;
    this.#path = path;
    this.#clock = clock;
    this.#random = random;
    this.#driver = driver;
    this.#events = events;
    this.#config = config;
  }

  /** Loads what is kept, makes what is always there, and sets the bridges up. */
  load(): void {
    for (const record of readJson<NetworkRecord[]>(this.#files, this.#path) ?? []) this.#networks.set(record.id, record);
    if (!this.byName('none')) this.#add({ name: 'none', driver: 'null', config: [] });
    if (!this.byName('host')) this.#add({ name: 'host', driver: 'host', config: [] });
    // The default bridge is made anew at each start, as dockerd does.
    const old = this.byName('bridge');
    if (old) this.#networks.delete(old.id);
    const bip = this.#config.bip === undefined ? undefined : parseIpv4(this.#config.bip.split('/')[0] ?? '');
    const subnet = (this.#config.bip === undefined ? undefined : parseSubnet(this.#config.bip)) ?? this.#freePool('docker0');
    this.#add({
      name: 'bridge', driver: 'bridge', config: [{ Subnet: formatSubnet(subnet), Gateway: formatIpv4(bip ?? subnet.base + 1) }],
      options: {
        'com.docker.network.bridge.default_bridge': 'true', 'com.docker.network.bridge.enable_icc': 'true', 'com.docker.network.bridge.enable_ip_masquerade': 'true',
        'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0', 'com.docker.network.bridge.name': 'docker0', 'com.docker.network.driver.mtu': '1500',
      },
    });
    for (const record of this.all()) {
      const bridge = this.bridgeOf(record);
      if (bridge) this.#driver.createBridge(bridge);
    }
    this.#save();
  }

  #save(): void {
    makeDirectories(this.#files, this.#path.slice(0, this.#path.lastIndexOf('/')));
    writeAtomically(this.#files, this.#path, JSON.stringify(this.all()));
  }

  #add({ name, driver, config, options, labels, request }: { name: string; driver: NetworkRecord['driver']; config: IpamConfig[]; options?: Record<string, string>; labels?: Record<string, string>; request?: NetworkCreateRequest }): NetworkRecord {
    const record: NetworkRecord = {
      id: randomId(this.#random), name, created: rfc3339Nano(this.#clock.now()), driver, ipam: { options: request ? (request.IPAM ? (request.IPAM.Options ?? null) : {}) : null, config },
      internal: request?.Internal ?? false, attachable: request?.Attachable ?? false, enableIpv6: request?.EnableIPv6 ?? false, options: options ?? {}, labels: labels ?? {},
    };
    this.#networks.set(record.id, record);
    return record;
  }

  all(): NetworkRecord[] {
    return [...this.#networks.values()];
  }

  byName(name: string): NetworkRecord | undefined {
    return this.all().find((network) => network.name === name);
  }

  /** The network that `text` means: an id, a name, or the beginning of an id. */
  find(text: string): NetworkRecord | undefined {
    const exact = this.#networks.get(text) ?? this.byName(text);
    if (exact || text === '') return exact;
    const [found, ...others] = this.all().filter((network) => network.id.startsWith(text));
    if (others.length > 0) throw new EngineError('invalidParameter', `network ${text} is ambiguous (${others.length + 1} matches found based on ID prefix)`);
    return found;
  }

  get(text: string): NetworkRecord {
    const network = this.find(text);
    if (!network) throw new EngineError('notFound', `network ${text} not found`);
    return network;
  }

  create(request: NetworkCreateRequest): NetworkRecord {
    const { Name: name } = request;
    if (name.trim() === '') throw new EngineError('invalidParameter', `invalid name: ${name}`);
    if (predefinedNetworks.includes(name)) throw new EngineError('forbidden', `operation is not permitted on predefined ${name} network`);
    if (this.byName(name)) throw new EngineError('conflict', `network with name ${name} already exists`);
    const driver = request.Driver || 'bridge';
    if (driver !== 'bridge') {
      if (driver === 'host' || driver === 'null') throw new EngineError('forbidden', `only one instance of "${driver}" network is allowed`);
      throw new EngineError('notFound', `could not find plugin ${driver} in v1 plugin registry: plugin not found`);
    }
    const [asked] = request.IPAM?.Config ?? [];
    const subnet = asked?.Subnet === undefined || asked.Subnet === '' ? this.#freePool(undefined) : this.#checkPool(asked.Subnet);
    const gateway = asked?.Gateway || formatIpv4(subnet.base + 1);
    const gatewayNumber = parseIpv4(gateway);
    if (gatewayNumber === undefined || !subnetContains(subnet, gatewayNumber)) throw new EngineError('invalidParameter', `invalid network config:\ninvalid gateway address ${gateway}: parent subnet is ${formatSubnet(subnet)}`);
    const config: IpamConfig = { Subnet: formatSubnet(subnet), ...(asked?.IPRange && { IPRange: asked.IPRange }), Gateway: gateway };
    const record = this.#add({ name, driver, config: [config], options: request.Options ?? {}, labels: request.Labels ?? {}, request });
    if (asked?.Subnet && !asked.Gateway) record.ipam.hideGateway = true;
    const bridge = this.bridgeOf(record);
    if (bridge) this.#driver.createBridge(bridge);
    this.#save();
    this.#events.emit('network', 'create', record.id, { name, type: driver });
    return record;
  }

  remove(record: NetworkRecord, activeEndpoints: readonly string[]): void {
    if (predefinedNetworks.includes(record.name)) throw new EngineError('forbidden', `${record.name} is a pre-defined network and cannot be removed`);
    if (activeEndpoints.length > 0) throw new EngineError('forbidden', `error while removing network: network ${record.name} id ${record.id} has active endpoints`);
    const bridge = this.bridgeOf(record);
    if (bridge) this.#driver.removeBridge(bridge);
    this.#networks.delete(record.id);
    this.#save();
    this.#events.emit('network', 'destroy', record.id, { name: record.name, type: record.driver });
  }

  /** The bridge on the host; undefined for networks without one. */
  bridgeOf(record: NetworkRecord): BridgeSpec | undefined {
    const [config] = record.ipam.config;
    const subnet = config?.Subnet === undefined ? undefined : parseSubnet(config.Subnet);
    if (record.driver !== 'bridge' || !subnet || config?.Gateway === undefined) return undefined;
    return {
      name: record.options['com.docker.network.bridge.name'] ?? `br-${record.id.slice(0, 12)}`, subnet: formatSubnet(subnet), gateway: config.Gateway, prefixLength: subnet.bits,
      masquerade: !record.internal && record.options['com.docker.network.bridge.enable_ip_masquerade'] !== 'false',
    };
  }

  subnetOf(record: NetworkRecord): Subnet | undefined {
    const [config] = record.ipam.config;
    return config?.Subnet === undefined ? undefined : parseSubnet(config.Subnet);
  }

  toApi(record: NetworkRecord, containers: NetworkInspect['Containers']): NetworkInspect {
    const { options, config, hideGateway } = record.ipam;
    const shown = hideGateway ? config.map(({ Gateway: _chosen, ...rest }) => rest) : config;
    return {
      Name: record.name, Id: record.id, Created: record.created, Scope: 'local', Driver: record.driver, EnableIPv6: record.enableIpv6,
      IPAM: { Driver: 'default', Options: options, Config: record.driver === 'bridge' ? shown : null },
      Internal: record.internal, Attachable: record.attachable, Ingress: false, ConfigFrom: { Network: '' }, ConfigOnly: false, Containers: containers, Options: record.options, Labels: record.labels,
    };
  }

  #usedSubnets(): Subnet[] {
    return this.all().flatMap((network) => this.subnetOf(network) ?? []);
  }

  #checkPool(text: string): Subnet {
    const subnet = parseSubnet(text);
    if (!subnet) throw new EngineError('invalidParameter', `invalid network config:\ninvalid subnet ${text}: invalid CIDR block notation`);
    if (this.#usedSubnets().some((used) => subnetsOverlap(used, subnet))) throw new EngineError('forbidden', 'Pool overlaps with other one on this address space');
    return subnet;
  }

  #freePool(forBridge: string | undefined): Subnet {
    const used = this.#usedSubnets();
    for (const pool of this.#config.addressPools) {
      const range = parseSubnet(pool.base);
      if (!range) continue;
      const step = 2 ** (32 - pool.size);
      for (let base = range.base; base < range.base + subnetSize(range); base += step) {
        const candidate = { base, bits: pool.size };
        if (!used.some((each) => subnetsOverlap(each, candidate))) return candidate;
      }
    }
    throw new EngineError('system', `could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network${forBridge === undefined ? '' : ` ${forBridge}`}`);
  }
}
