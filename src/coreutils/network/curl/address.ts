import { parseIpv4, parseIpv6 } from '../../../base/ip/index.ts';

/** Whether a host is an address, IPv6 perhaps in brackets. */
export function isAddress(host: string): boolean {
  return parseIpv4(host) !== undefined || parseIpv6(host.replace(/^\[(.*)\]$/, '$1')) !== undefined;
}
