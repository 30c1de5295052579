import { type IpAddress, type Route, SystemError } from '../uapi/index.ts';
import { compareRanges, inRange, isAny, isLinkLocal, isLoopback, isV6, networkOf, parseCidr } from './address.ts';
import type { Interface, InterfaceOwner } from './interface.ts';

/** Where a packet goes next. `device` is undefined for a route that refuses. */
export interface Way {
  route: Route;
  device: Interface | undefined;
}

/** The main routing table of a namespace: what was added, and what follows from addresses. */
export class RoutingTable {
  readonly #namespace: Pick<InterfaceOwner, 'interfaces'>;
  readonly #added: Route[] = [];
  readonly #found = new Map<IpAddress, Way | undefined>();
  #list: Route[] | undefined;

  constructor(namespace: Pick<InterfaceOwner, 'interfaces'>) {
    this.#namespace = namespace;
  }

  /** Addresses or interfaces changed. */
  changed(): void {
    this.#found.clear();
    this.#list = undefined;
  }

  add(route: Route): void {
    const { gateway, type = 'unicast' } = route;
    parseCidr(route.destination);
    if (networkOf(parseCidr(route.destination)) !== withLength(route.destination)) throw new SystemError('EINVAL');
    if (type === 'unicast') {
      const device = route.device === '' && gateway !== undefined ? this.find(gateway)?.device : this.#namespace.interfaces.get(route.device);
      if (!device) throw new SystemError(route.device === '' ? 'ENETUNREACH' : 'ENODEV');
      if (!device.up) throw new SystemError(isV6(route.destination) ? 'EHOSTUNREACH' : 'ENETDOWN');
      const reached = gateway === undefined || isLinkLocal(gateway) || this.list().some((each) => each.gateway === undefined && each.device === device.name && inRange(gateway, parseCidr(each.destination)));
      if (!reached) throw new SystemError(isV6(route.destination) ? 'EHOSTUNREACH' : 'ENETUNREACH');
      route = { ...route, device: device.name };
    }
    const metric = metricOf(route);
    if (this.#added.some((each) => each.destination === route.destination && metricOf(each) === metric && (!isV6(route.destination) || (each.device === route.device && each.gateway === route.gateway)))) throw new SystemError('EEXIST');
    this.#added.push({ protocol: 'boot', ...route });
    this.changed();
  }

  remove(route: Route): void {
    const matches = (each: Route): boolean => each.destination === route.destination && (route.device === '' || each.device === route.device) && (route.gateway === undefined || each.gateway === route.gateway) && (route.metric === undefined || metricOf(each) === route.metric);
    const index = this.#added.findIndex(matches);
    if (index < 0) {
      const connected = this.list().find((each) => each.protocol === 'kernel' && matches(each));
      if (!connected) throw new SystemError('ESRCH');
      this.#hidden.add(`${connected.destination} ${connected.device}`);
    } else this.#added.splice(index, 1);
    this.changed();
  }

  /** Routes of addresses that somebody removed. */
  readonly #hidden = new Set<string>();

  /** An address came: its route is there again. */
  show(device: string): void {
    for (const key of this.#hidden) if (key.endsWith(` ${device}`)) this.#hidden.delete(key);
    this.changed();
  }

  /** An interface went or is down: routes over it go. */
  removeDevice(name: string, keepV6 = false): void {
    for (let i = this.#added.length - 1; i >= 0; i--) {
      const route = this.#added[i];
      if (route?.device === name && !(keepV6 && isV6(route.destination))) this.#added.splice(i, 1);
    }
    this.changed();
  }

  /** An address went: routes that prefer it as source go. */
  removeSource(address: IpAddress): void {
    for (let i = this.#added.length - 1; i >= 0; i--) if (this.#added[i]?.source === address) this.#added.splice(i, 1);
    // A gateway that no address leads to any more is of no use.
    for (let i = this.#added.length - 1; i >= 0; i--) {
      const gateway = this.#added[i]?.gateway;
      this.changed();
      if (gateway !== undefined && !isLinkLocal(gateway) && !this.list().some((each) => each.gateway === undefined && each.device === this.#added[i]?.device && inRange(gateway, parseCidr(each.destination)))) this.#added.splice(i, 1);
    }
    this.changed();
  }

  #connected(): Route[] {
    const routes: Route[] = [];
    for (const each of this.#namespace.interfaces.values()) {
      if (!each.up) continue;
      for (const address of each.addresses) {
        const v6 = isV6(address.address);
        if (isLoopback(address.address) || address.prefixLength === (v6 ? 128 : 32)) continue;
        const destination = networkOf(address);
        if (this.#hidden.has(`${destination} ${each.name}`) || routes.some((route) => route.destination === destination && route.device === each.name)) continue;
        routes.push({ destination, gateway: undefined, device: each.name, source: v6 ? undefined : address.address, protocol: 'kernel', scope: v6 ? 'global' : 'link', ...(v6 && { metric: 256 }), ...(!each.carrier && { linkDown: true }) });
      }
    }
    return routes;
  }

  /** As `ip route` and `ip -6 route` list it. */
  list(): Route[] {
    const up = (route: Route): boolean => (route.type ?? 'unicast') !== 'unicast' || (this.#namespace.interfaces.get(route.device)?.up ?? false);
    return (this.#list ??= [...this.#added.filter(up), ...this.#connected()].sort((a, b) => Number(isV6(a.destination)) - Number(isV6(b.destination)) || compareListed(a, b)));
  }

  /** The route with the longest prefix, then the smallest metric. */
  find(address: IpAddress): Way | undefined {
    if (this.#found.has(address)) return this.#found.get(address);
    let best: Route | undefined;
    let length = -1;
    for (const route of this.list()) {
      const range = parseCidr(route.destination);
      if (range.prefixLength < length || (range.prefixLength === length && best && metricOf(best) <= metricOf(route)) || !inRange(address, range)) continue;
      best = route;
      length = range.prefixLength;
    }
    const way = best && { route: best, device: best.device === '' ? undefined : this.#namespace.interfaces.get(best.device) };
    if (this.#found.size > 512) this.#found.clear();
    this.#found.set(address, way);
    return way;
  }
}

/** IPv4: by address. IPv6: longest prefixes first, the default route last. */
function compareListed(a: Route, b: Route): number {
  const isDefault = (route: Route): boolean => isAny(route.destination.split('/')[0] ?? '');
  if (isV6(a.destination) && isDefault(a) !== isDefault(b)) return Number(isDefault(a)) - Number(isDefault(b));
  return compareRanges(a.destination, b.destination) || metricOf(a) - metricOf(b);
}

function withLength(range: string): string {
  return range.includes('/') ? range : `${range}/${isV6(range) ? 128 : 32}`;
}

function metricOf(route: Route): number {
  return route.metric ?? (isV6(route.destination) ? 1024 : 0);
}
