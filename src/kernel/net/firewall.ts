import type { FirewallChain, FirewallRule, IpPacket } from '../uapi/index.ts';
import { inRange, parseCidr } from './address.ts';
import type { Interface } from './interface.ts';
import { packetLength } from './packet-length.ts';
import type { Tracked } from './translation.ts';

/** The circumstances of a packet that rules ask for. */
interface Circumstances {
  in?: Interface;
  out?: Interface;
  translation: Tracked;
}

const builtIn = (name: string): FirewallChain => ({ name, policy: 'ACCEPT', rules: [] });

/** The filter table of a namespace: iptables(8). */
export class Firewall {
  chains: FirewallChain[] = [builtIn('INPUT'), builtIn('FORWARD'), builtIn('OUTPUT')];
  /** The last packet that was not allowed gets an answer that says so. */
  rejected = false;

  /** Whether there is anything but the policies to accept. */
  get active(): boolean {
    return this.chains.some(({ policy, rules }) => policy === 'DROP' || rules.length > 0);
  }

  allows(name: 'INPUT' | 'FORWARD' | 'OUTPUT', packet: IpPacket, about: Circumstances): boolean {
    const chain = this.#chain(name);
    if (!chain || (chain.rules.length === 0 && chain.policy !== 'DROP')) return true;
    const verdict = this.#walk(chain, packet, about, 0) ?? chain.policy ?? 'ACCEPT';
    this.rejected = verdict === 'REJECT';
    return verdict === 'ACCEPT';
  }

  #chain(name: string): FirewallChain | undefined {
    return this.chains.find((each) => each.name === name);
  }

  #walk(chain: FirewallChain, packet: IpPacket, about: Circumstances, depth: number): string | undefined {
    for (const rule of chain.rules) {
      if (!matches(rule, packet, about)) continue;
      rule.packets++;
      rule.bytes += packetLength(packet);
      if (rule.target === 'RETURN') return undefined;
      const next = this.#chain(rule.target);
      if (!next) {
        if (rule.target !== '') return rule.target;
        continue;
      }
      const verdict = depth < 16 ? this.#walk(next, packet, about, depth + 1) : undefined;
      if (verdict) return verdict;
    }
    return undefined;
  }
}

/** `veth+` stands for all names that begin so. */
function isNamed(wanted: FirewallRule['inInterface'], device: Interface | undefined): boolean {
  if (!wanted) return true;
  const name = device?.name ?? '';
  return (wanted.name.endsWith('+') ? name.startsWith(wanted.name.slice(0, -1)) : name === wanted.name) !== wanted.not;
}

function matches(rule: FirewallRule, { source, destination, body }: IpPacket, { in: from, out, translation }: Circumstances): boolean {
  if (rule.protocol !== undefined && rule.protocol !== body.protocol) return false;
  if (rule.source && inRange(source, parseCidr(rule.source.range)) === rule.source.not) return false;
  if (rule.destination && inRange(destination, parseCidr(rule.destination.range)) === rule.destination.not) return false;
  if (!isNamed(rule.inInterface, from) || !isNamed(rule.outInterface, out)) return false;
  if (rule.sourcePort !== undefined && (body.protocol === 'icmp' || body.sourcePort !== rule.sourcePort)) return false;
  if (rule.destinationPort !== undefined && (body.protocol === 'icmp' || body.destinationPort !== rule.destinationPort)) return false;
  const { flow, direction, related } = translation;
  const state = related ? 'RELATED' : flow && (flow.answered || direction === 'reply') ? 'ESTABLISHED' : 'NEW';
  return !rule.states || rule.states.includes(state);
}
