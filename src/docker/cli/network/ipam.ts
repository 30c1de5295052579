import type { IpamConfig } from '../../api/index.ts';
import { CliError } from '../command/status-error.ts';

/** Puts ranges, gateways and reserved addresses to the subnets they are in. */
export function consolidateIpam(subnets: readonly string[], ranges: readonly string[], gateways: readonly string[], auxiliary: Readonly<Record<string, string>>): IpamConfig[] {
  if (subnets.length < ranges.length || subnets.length < gateways.length) throw new CliError('every ip-range or gateway must have a corresponding subnet');
  const configs = new Map<string, IpamConfig>();
  for (const subnet of subnets) {
    for (const other of configs.keys()) {
      if (contains(subnet, other) || contains(other, subnet)) throw new CliError('multiple overlapping subnet configuration is not supported');
    }
    configs.set(subnet, { Subnet: subnet, AuxiliaryAddresses: {} });
  }
  const place = (what: string, address: string): IpamConfig => {
    const subnet = subnets.find((candidate) => contains(candidate, address));
    const config = subnet === undefined ? undefined : configs.get(subnet);
    if (!config) throw new CliError(`no matching subnet for ${what} ${address}`);
    return config;
  };
  for (const range of ranges) {
    const config = place('range', range);
    if (config.IPRange) throw new CliError(`cannot configure multiple ranges (${range}, ${config.IPRange}) on the same subnet (${config.Subnet})`);
    config.IPRange = range;
  }
  for (const gateway of gateways) {
    const config = place('gateway', gateway);
    if (config.Gateway) throw new CliError(`cannot configure multiple gateways (${gateway}, ${config.Gateway}) for the same subnet (${config.Subnet})`);
    config.Gateway = gateway;
  }
  for (const [name, address] of Object.entries(auxiliary)) {
    const config = place('aux-address', address);
    config.AuxiliaryAddresses = { ...config.AuxiliaryAddresses, [name]: address };
  }
  return [...configs.values()];
}

/** Whether an address, or the base of a subnet, is in `subnet`. */
function contains(subnet: string, address: string): boolean {
  const [base, length] = parseCidr(subnet, 'invalid subnet: ');
  const [host] = address.includes('/') ? parseCidr(address, '') : [bitsOf(address) ?? ''];
  return base.length === host.length && base.slice(0, length) === host.slice(0, length);
}

function parseCidr(text: string, prefix: string): [bits: string, length: number] {
  const [address = '', size = ''] = text.split('/');
  const bits = bitsOf(address);
  if (bits === undefined || !/^\d+$/.test(size) || Number(size) > bits.length) throw new CliError(`${prefix}invalid CIDR address: ${text}`);
  return [bits, Number(size)];
}

/** An address as a string of binary digits; undefined when it is none. */
function bitsOf(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const parts = address.split('.').map(Number);
    return parts.every((part) => part <= 255) ? parts.map((part) => part.toString(2).padStart(8, '0')).join('') : undefined;
  }
  if (!/^[0-9a-fA-F:]+$/.test(address) || !address.includes(':')) return undefined;
  const [head = '', tail] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail ?? '')];
  return all.length === 8 ? all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('') : undefined;
}
