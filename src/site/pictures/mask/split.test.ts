import { formatIpv4 } from '../../../base/ip/index.ts';
import { describe, expect, test } from 'vitest';
import { bits, octets, readMasked, split } from './split.ts';

const shown = (text: string): string[] => {
  const masked = readMasked(text, 24);
  if ('fault' in masked) throw new Error(masked.fault);
  const { mask, network, broadcast, first, last, addresses, hosts } = split(masked);
  return [formatIpv4(mask), formatIpv4(network), formatIpv4(broadcast), formatIpv4(first), formatIpv4(last), String(addresses), String(hosts)];
};

describe('an address split by its mask', () => {
  // As `ipcalc` prints them.
  test.each([
    ['10.0.2.15/24', '255.255.255.0', '10.0.2.0', '10.0.2.255', '10.0.2.1', '10.0.2.254', '256', '254'],
    ['172.28.117.5/20', '255.255.240.0', '172.28.112.0', '172.28.127.255', '172.28.112.1', '172.28.127.254', '4096', '4094'],
    ['10.20.30.20/28', '255.255.255.240', '10.20.30.16', '10.20.30.31', '10.20.30.17', '10.20.30.30', '16', '14'],
    ['203.0.113.9/31', '255.255.255.254', '203.0.113.8', '203.0.113.9', '203.0.113.8', '203.0.113.9', '2', '2'],
    ['203.0.113.9/32', '255.255.255.255', '203.0.113.9', '203.0.113.9', '203.0.113.9', '203.0.113.9', '1', '1'],
    ['255.255.255.255/1', '128.0.0.0', '128.0.0.0', '255.255.255.255', '128.0.0.1', '255.255.255.254', '2147483648', '2147483646'],
    ['1.2.3.4/0', '0.0.0.0', '0.0.0.0', '255.255.255.255', '0.0.0.1', '255.255.255.254', '4294967296', '4294967294'],
  ])('%s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('bits and bytes', () => {
    expect(octets(0x800a021e)).toEqual([128, 10, 2, 30]);
    expect(bits(0x800a021e).join('')).toBe('10000000000010100000001000011110');
  });

  test('a mask may be written out, and the prefix may be left out', () => {
    expect(readMasked('10.0.2.15 255.255.240.0', 8)).toEqual({ address: 0x0a00020f, prefix: 20 });
    expect(readMasked(' 10.0.2.15 / 9 ', 8)).toEqual({ address: 0x0a00020f, prefix: 9 });
    expect(readMasked('10.0.2.15', 8)).toEqual({ address: 0x0a00020f, prefix: 8 });
  });

  test.each([
    ['', 'empty', ''],
    ['10.0.2', 'parts', '3'],
    ['10.0.2.15.1/24', 'parts', '5'],
    ['10.0..15', 'emptyPart', '10.0..15'],
    ['10.0.256.15', 'range', '256'],
    ['10.0.02.15', 'zeros', '02'],
    ['10.0.x.15', 'letters', 'x'],
    ['fe80::1/64', 'ipv6', 'fe80::1'],
    ['10.0.2.15/33', 'prefix', '33'],
    ['10.0.2.15/', 'prefix', ''],
    ['10.0.2.15/-1', 'prefix', '-1'],
    ['10.0.2.15 255.0.255.0', 'maskGap', '255.0.255.0'],
    ['10.0.2.15/255.255.256.0', 'range', '256'],
  ])('what is wrong with "%s" is named', (text, fault, what) => {
    expect(readMasked(text, 24)).toEqual({ fault, what });
  });
});
