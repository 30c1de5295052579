import { describe, expect, test } from 'vitest';
import { Dice, seedFor } from '../dice.ts';
import { judge } from '../judge.ts';
import type { Bilingual, Question } from '../quiz.ts';
import { generators } from './index.ts';

const seeds = Array.from({ length: 400 }, (_, index) => seedFor(index, 'test'));
const make = (name: string, seed: number): Question<Bilingual> => ({ ...generators.get(name)!(new Dice(seed)), id: 'q', row: '3.2-a' });
/** Numbers of the text, in order; dots belong to addresses. */
const addresses = (text: string): string[] => text.match(/\d+\.\d+\.\d+\.\d+/g) ?? [];
const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
const right = (question: Question<Bilingual>): string => (question.kind === 'entry' ? question.accepts[0] : question.kind === 'single' ? question.options.filter((option) => option.right).map(({ id }) => id).join() : '');

// Another way to calculate than the generators': strings of bits, big numbers and counting, no shifts or masks.
const bits = (address: string): string => address.split('.').map((octet) => Number(octet).toString(2).padStart(8, '0')).join('');
const dotted = (line: string): string => (line.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)).join('.');
const netBits = (address: string, prefix: number): string => bits(address).slice(0, prefix);
const plus = (address: string, n: bigint): string => dotted((BigInt(`0b${bits(address)}`) + n).toString(2).padStart(32, '0'));

/** The answer that a question's own text asks for. */
const expected: Record<string, (text: string) => string> = {
  'network-address': (text) => dotted(netBits(addresses(text)[0]!, numbers(text)[4]!).padEnd(32, '0')),
  'broadcast-address': (text) => dotted(netBits(addresses(text)[0]!, numbers(text)[4]!).padEnd(32, '1')),
  'first-host': (text) => plus(dotted(netBits(addresses(text)[0]!, numbers(text)[4]!).padEnd(32, '0')), 1n),
  'last-host': (text) => plus(dotted(netBits(addresses(text)[0]!, numbers(text)[4]!).padEnd(32, '1')), -1n),
  'host-count': (text) => String(Number.parseInt('1'.repeat(32 - numbers(text)[0]!), 2) - 1),
  'prefix-for-hosts': (text) => {
    let prefix = 30;
    while (2 ** (32 - prefix) - 2 < numbers(text)[0]!) prefix--;
    return `/${prefix}`;
  },
  'same-network': (text) => {
    const [prefix = 0] = numbers(text);
    const [a = '', b = ''] = addresses(text);
    return netBits(a, prefix) === netBits(b, prefix) ? 'same' : 'different';
  },
  'mask-of-prefix': (text) => dotted('1'.repeat(numbers(text)[0]!).padEnd(32, '0')),
  'prefix-of-mask': (text) => `/${bits(addresses(text)[0]!).replaceAll('0', '').length}`,
  'octet-to-binary': (text) => {
    let rest = numbers(text)[0]!;
    return [128, 64, 32, 16, 8, 4, 2, 1].map((power) => (rest >= power ? ((rest -= power), '1') : '0')).join('');
  },
  'octet-to-decimal': (text) => String([.../[01]{8}/.exec(text)![0]].reduce((sum, bit) => sum * 2 + Number(bit), 0)),
  'address-kind': (text) => {
    const address = addresses(text)[0]!;
    if (/^127\./.test(address)) return 'loopback';
    if (/^169\.254\./.test(address)) return 'link-local';
    return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 'private' : 'public';
  },
  'port-range': (text) => {
    const port = numbers(text)[0]!;
    return port > 65_535 ? 'none' : port >= 49_152 ? 'dynamic' : port >= 1024 ? 'registered' : 'system';
  },
  'tcp-acknowledgement': (text) => String(numbers(text)[0]! + numbers(text)[1]!),
  'tcp-lost-segment': (text) => {
    const [count = 0, length = 0, first = 0, lost = 0] = numbers(text);
    const there = new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index !== lost - 1).flatMap((index) => Array.from({ length }, (__, byte) => first + index * length + byte)));
    let next = first;
    while (there.has(next)) next++;
    return String(next);
  },
  'listener-reach': (text) => {
    const bound = /listens on `([\d.]+):/.exec(text)![1]!;
    const target = /http:\/\/([\d.]+):/.exec(text)![1]!;
    return bound === '0.0.0.0' || bound === target ? 'reached' : 'refused';
  },
};

test('every generator is calculated anew here', () => {
  expect(Object.keys(expected).sort()).toEqual([...generators.keys()].sort());
});

describe.each(Object.entries(expected))('%s', (name, calculate) => {
  const made = seeds.map((seed) => make(name, seed));

  test('the answer is what its text asks for', () => {
    for (const question of made) expect([question.text.en, right(question)]).toEqual([question.text.en, calculate(question.text.en)]);
  });

  test('both languages name the same numbers', () => {
    for (const question of made) {
      const drop = (text: string): number[] => numbers(text).sort((a, b) => a - b);
      expect(drop(question.text.ru)).toEqual(drop(question.text.en));
      expect(drop(question.why?.ru ?? '')).toEqual(drop(question.why?.en ?? ''));
    }
  });

  test('another seed, another question; the same seed, the same', () => {
    const different = new Set(made.map(({ text }) => text.en)).size;
    // A prefix or an octet has few values; addresses must practically never come back.
    expect(different).toBeGreaterThan(['host-count', 'mask-of-prefix', 'prefix-of-mask'].includes(name) ? 18 : ['octet-to-binary', 'octet-to-decimal', 'prefix-for-hosts', 'tcp-lost-segment'].includes(name) ? 150 : 340);
    expect(make(name, 7)).toEqual(make(name, 7));
  });

  test('its mistakes are wrong, its answer is right, and nothing is left open', () => {
    for (const question of made) {
      const rights = question.kind === 'single' ? question.options.filter((option) => option.right).length : 1;
      expect([question.text.en, rights]).toEqual([question.text.en, 1]);
      if (question.kind !== 'entry') continue;
      expect(judge(question, [question.accepts[0]])).toEqual({ right: true, parts: {}, missing: 0 });
      for (const { is } of question.mistakes) expect([question.text.en, is, judge(question, is)?.right]).toEqual([question.text.en, is, false]);
      expect(new Set(question.mistakes.flatMap(({ is }) => is)).size).toBe(question.mistakes.length);
      for (const { value, bits: shown } of question.working?.lines ?? []) expect(shown.replaceAll('.', '')).toBe(value.includes('.') ? bits(value) : Number(value).toString(2).padStart(8, '0'));
    }
  });
});

test('all answers of choices come up, and hosts lie between network and broadcast', () => {
  const answers = (name: string): string[] => [...new Set(seeds.map((seed) => right(make(name, seed))))].sort();
  expect(answers('address-kind')).toEqual(['link-local', 'loopback', 'private', 'public']);
  expect(answers('port-range')).toEqual(['dynamic', 'none', 'registered', 'system']);
  expect(answers('same-network')).toEqual(['different', 'same']);
  expect(answers('listener-reach')).toEqual(['reached', 'refused']);
  for (const seed of seeds) {
    const [address = '', prefix = 0] = [addresses(make('network-address', seed).text.en)[0], numbers(make('network-address', seed).text.en)[4]];
    expect(new Set(bits(address).slice(prefix)).size).toBe(2);
  }
});
