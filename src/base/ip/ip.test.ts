import { isIPv4, isIPv6 } from 'node:net';
import { expect, it } from 'vitest';
import { formatIpv4, formatIpv6, ipv6Number, ipv6OfNumber, parseIpv4, parseIpv6 } from './index.ts';

const texts = [
  '0.0.0.0', '10.0.2.15', '255.255.255.255', '256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.4 ', '1.2.3.x', '', '::', '::1', '1::', 'fe80::1', '2001:db8::8:800:200c:417a', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::',
  '::ffff:192.0.2.1', '::192.0.2.256', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', 'g::', ':1', '1:', ':::', '1:2:3:4:5:6:1.2.3.4', '1.2.3.4::',
];

it('takes for addresses what Node takes', () => {
  expect(texts.map((text) => [text, parseIpv4(text) !== undefined, parseIpv6(text) !== undefined])).toEqual(texts.map((text) => [text, isIPv4(text), isIPv6(text)]));
});

it('writes addresses as a URL does', () => {
  const v4 = texts.filter((text) => isIPv4(text));
  const v6 = texts.filter((text) => isIPv6(text));
  expect(v4.map((text) => formatIpv4(parseIpv4(text) ?? 0))).toEqual(v4.map((text) => new URL(`http://${text}`).hostname));
  expect(v6.map((text) => `[${formatIpv6(parseIpv6(text) ?? [])}]`)).toEqual(v6.map((text) => new URL(`http://[${text}]`).hostname));
  expect(v6.map((text) => ipv6OfNumber(ipv6Number(parseIpv6(text) ?? [])))).toEqual(v6.map((text) => parseIpv6(text)));
});
