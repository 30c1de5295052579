import { formatIpv4, parseIpv4 } from '../../../base/ip/index.ts';
import type { Clock, RandomBytes } from '../../../base/index.ts';
import type { NetworkCreateRequest, NetworkInspect } from '../../api/index.ts';
import type { DaemonConfig } from '../daemon-config.ts';
import { EngineError } from '../engine-error.ts';
import type { EventLog } from '../event/event-log.ts';
import { randomId } from '../identifier.ts';
import type { HostFiles } from '../ports/host-files.ts';
import type { BridgeSpec, NetworkDriver } from '../ports/network-driver.ts';
import { makeDirectories, readJson, writeAtomically } from '../store/json-file.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { goBool } from './driver-options.ts';
import { formatSubnet, parseSubnet, type Subnet, subnetsOverlap, subnetSize } from './ipv4.ts';
import { parseSubnet6, type Subnet6 } from './ipv6.ts';
import { planPools, type Pool } from './pools.ts';

/** A network, as it is kept. */
export interface NetworkRecord {
  id: string;
  name: string;
  created: string;
  /** An overlay network of a swarm of one node is a bridge too. */
  driver: 'bridge' | 'host' | 'null' | 'overlay';
  /** Absent: local. */
  scope?: 'swarm';
  ipam: { options: Record<string, string> | null; config: Pool[] };
  internal: boolean;
  attachable: boolean;
  enableIpv6: boolean;
  /** Of a swarm: where its published ports come in. */
  ingress?: boolean;
  /** Only there for others to be made from. */
  configOnly?: boolean;
  configFrom?: string;
  options: Record<string, string>;
  labels: Record<string, string>;
}

/** What a network is made of. */
interface NetworkParts {
  id?: string;
  name: string;
  driver: NetworkRecord['driver'];
  config: Pool[];
  options?: Record<string, string>;
  labels?: Record<string, string>;
  scope?: 'swarm' | undefined;
  request?: NetworkCreateRequest;
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
      name: 'bridge', driver: 'bridge', config: [{ Subnet: formatSubnet(subnet), Gateway: formatIpv4(bip ?? subnet.base + 1), chosen: true }],
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

  #add({ id, name, driver, config, options, labels, scope, request }: NetworkParts): NetworkRecord {
    const record: NetworkRecord = {
      id: id ?? randomId(this.#random), name, created: rfc3339Nano(this.#clock.now()), driver, ipam: { options: request && !scope ? (request.IPAM ? (request.IPAM.Options ?? null) : {}) : null, config },
      internal: request?.Internal ?? false, attachable: request?.Attachable ?? false, enableIpv6: request?.EnableIPv6 ?? false, options: options ?? {}, labels: labels ?? {},
      ...(scope && { scope }), ...(request?.Ingress && { ingress: true }), ...(request?.ConfigOnly && { configOnly: true }), ...(request?.ConfigFrom?.Network && { configFrom: request.ConfigFrom.Network }),
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

  /** The network that `text` means: an id, a name, or the beginning of an id; with `scope` only one of that. */
  find(text: string, scope?: string): NetworkRecord | undefined {
    const all = this.all().filter((network) => !scope || (network.scope ?? 'local') === scope);
    const exact = all.find((network) => network.id === text) ?? all.find((network) => network.name === text);
    if (exact || text === '') return exact;
    const [found, ...others] = all.filter((network) => network.id.startsWith(text));
    if (others.length > 0) throw new EngineError('invalidParameter', `network ${text} is ambiguous (${others.length + 1} matches found based on ID prefix)`);
    return found;
  }

  get(text: string, scope?: string): NetworkRecord {
    const network = this.find(text, scope);
    if (!network) throw new EngineError('notFound', `network ${text} not found`);
    return network;
  }

  create(asked: NetworkCreateRequest): NetworkRecord {
    const { Name: name } = asked;
    if (name.trim() === '') throw new EngineError('invalidParameter', `invalid name: ${name}`);
    if (predefinedNetworks.includes(name)) throw new EngineError('forbidden', `operation is not permitted on predefined ${name} network`);
    if (this.byName(name)) throw new EngineError('conflict', `network with name ${name} already exists`);
    if (asked.Ingress) throw new EngineError('forbidden', 'Ingress network can only be global scope network');
    const request = this.#completed(asked);
    const driver = request.Driver || 'bridge';
    const ipam = request.IPAM?.Driver || 'default';
    if (ipam !== 'default' && ipam !== 'null') throw new EngineError('notFound', `plugin ${JSON.stringify(ipam)} not found`);
    if (request.ConfigOnly) return this.#made({ name, driver: 'null', config: (request.IPAM?.Config ?? []).map((config) => ({ ...config })), options: request.Options ?? {}, labels: request.Labels ?? {}, request });
    if (driver !== 'bridge') {
      if (driver === 'host' || driver === 'null') throw new EngineError('forbidden', `only one instance of "${driver}" network is allowed`);
      if (driver === 'macvlan' || driver === 'ipvlan') throw new EngineError('system', 'operation not supported');
      throw new EngineError('notFound', `plugin ${JSON.stringify(driver)} not found`);
    }
    const config = planPools(request, this.all().flatMap((network) => (network.configOnly ? [] : network.ipam.config)), () => this.#freePool(undefined));
    const options = request.Options ?? {};
    for (const option of ['enable_icc', 'enable_ip_masquerade']) goBool(`com.docker.network.bridge.${option}`, options);
    const id = randomId(this.#random);
    const bridgeName = options['com.docker.network.bridge.name'];
    const same = bridgeName === undefined ? undefined : this.all().find((network) => network.options['com.docker.network.bridge.name'] === bridgeName);
    if (same) throw new EngineError('forbidden', `cannot create network ${id} (${bridgeName}): conflicts with network ${same.id} (${bridgeName}): networks have same bridge name`);
    return this.#made({ id, name, driver, config, options, labels: request.Labels ?? {}, request });
  }

  /** With `ConfigFrom`, what that network says. */
  #completed(request: NetworkCreateRequest): NetworkCreateRequest {
    const from = request.ConfigFrom?.Network;
    if (!from) return request;
    const other = this.byName(from);
    if (!other?.configOnly) throw new EngineError('notFound', `configuration network ${JSON.stringify(from)} does not exist`);
    return { ...request, IPAM: { Config: other.ipam.config.map((config) => ({ ...config })), Options: other.ipam.options }, Options: other.options, Labels: { ...other.labels, ...request.Labels }, Internal: other.internal, Attachable: other.attachable, EnableIPv6: other.enableIpv6 };
  }

  /** Adds a network of a swarm; the swarm checked it. */
  createInSwarm(id: string, name: string, driver: 'bridge' | 'overlay', config: Pool[], options: Record<string, string>, request: NetworkCreateRequest): NetworkRecord {
    return this.#made({ id, name, driver, config, options, labels: request.Labels ?? {}, scope: 'swarm', request });
  }

  #made(parts: NetworkParts): NetworkRecord {
    const record = this.#add(parts);
    const bridge = this.bridgeOf(record);
    if (bridge) this.#driver.createBridge(bridge);
    this.#save();
    this.#events.emit('network', 'create', record.id, { name: record.name, ...((record.driver !== 'overlay' || record.ingress) && { type: record.driver }) });
    return record;
  }

  remove(record: NetworkRecord, activeEndpoints: readonly string[]): void {
    if (predefinedNetworks.includes(record.name)) throw new EngineError('forbidden', `${record.name} is a pre-defined network and cannot be removed`);
    const user = record.configOnly ? this.all().find((network) => network.configFrom === record.name) : undefined;
    if (user) throw new EngineError('forbidden', `configuration network ${JSON.stringify(record.name)} is in use`);
    if (activeEndpoints.length > 0) throw new EngineError('forbidden', `error while removing network: network ${record.name} id ${record.id} has active endpoints`);
    const bridge = this.bridgeOf(record);
    if (bridge) this.#driver.removeBridge(bridge);
    this.#networks.delete(record.id);
    this.#save();
    this.#events.emit('network', 'destroy', record.id, { name: record.name, type: record.driver });
  }

  /** The bridge on the host; undefined for networks without one. */
  bridgeOf(record: NetworkRecord): BridgeSpec | undefined {
    const subnet = this.subnetOf(record);
    const gateway = this.poolOf(record, 4)?.Gateway;
    if ((record.driver !== 'bridge' && record.driver !== 'overlay') || record.configOnly || !subnet || gateway === undefined) return undefined;
    const v6 = this.poolOf(record, 6);
    return {
      name: record.options['com.docker.network.bridge.name'] ?? `br-${record.id.slice(0, 12)}`, subnet: formatSubnet(subnet), gateway, prefixLength: subnet.bits,
      masquerade: !record.internal && goBool('com.docker.network.bridge.enable_ip_masquerade', record.options),
      ...(v6?.Gateway && { ipv6: { gateway: v6.Gateway, prefixLength: parseSubnet6(v6.Subnet ?? '')?.bits ?? 64 } }),
    };
  }

  /** The pool that containers get their addresses of that family from. */
  poolOf(record: NetworkRecord, family: 4 | 6): Pool | undefined {
    if (family === 6 && !record.enableIpv6) return undefined;
    return record.ipam.config.find((pool) => pool.Subnet?.includes(':') === (family === 6));
  }

  subnetOf(record: NetworkRecord): Subnet | undefined {
    return parseSubnet(this.poolOf(record, 4)?.Subnet ?? '');
  }

  subnet6Of(record: NetworkRecord): Subnet6 | undefined {
    return parseSubnet6(this.poolOf(record, 6)?.Subnet ?? '');
  }

  toApi(record: NetworkRecord, containers: NetworkInspect['Containers']): NetworkInspect {
    const { options, config } = record.ipam;
    const shown = config.map(({ hideGateway, chosen: _chosen, Gateway, ...rest }) => ({ ...rest, ...(!hideGateway && Gateway && { Gateway }), ...(rest.AuxiliaryAddresses && { AuxiliaryAddresses: rest.AuxiliaryAddresses }) }));
    return {
      Name: record.name, Id: record.id, Created: record.created, Scope: record.scope ?? 'local', Driver: record.driver, EnableIPv6: record.enableIpv6,
      IPAM: { Driver: 'default', Options: options, Config: predefinedNetworks.includes(record.name) && record.driver !== 'bridge' ? null : shown },
      Internal: record.internal, Attachable: record.attachable, Ingress: record.ingress ?? false, ConfigFrom: { Network: record.configFrom ?? '' }, ConfigOnly: record.configOnly ?? false,
      Containers: record.scope && !record.ingress && Object.keys(containers ?? {}).length === 0 ? null : containers, Options: record.options, Labels: record.labels,
    };
  }

  #usedSubnets(): Subnet[] {
    return this.all().flatMap((network) => (network.configOnly ? [] : (this.subnetOf(network) ?? [])));
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
