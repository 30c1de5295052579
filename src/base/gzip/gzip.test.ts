import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { concatBytes, decodeUtf8, encodeUtf8 } from '../bytes.ts';
import { gunzip, gzip, GzipError } from './index.ts';

const text = 'All hands on deck. '.repeat(1000);

it('agrees with gzip(1) both ways, several members too', () => {
  expect(execFileSync('gzip', ['-dc'], { input: gzip(encodeUtf8(text)), encoding: 'utf8' })).toBe(text);
  const theirs = execFileSync('gzip', ['-9c'], { input: text });
  expect(decodeUtf8(gunzip(concatBytes([theirs, gzip(encodeUtf8('end'))])))).toBe(`${text}end`);
  expect(gunzip(gzip(new Uint8Array(0)))).toEqual(new Uint8Array(0));
});

it('is the same at each call and refuses what is broken', () => {
  expect(gzip(encodeUtf8(text))).toEqual(gzip(encodeUtf8(text)));
  expect(() => gunzip(encodeUtf8(text))).toThrow(new GzipError('not in gzip format'));
  const whole = gzip(encodeUtf8(text));
  const cut = (length: number) => (): Uint8Array => gunzip(whole.subarray(0, length));
  for (const length of [2, 12, 30, whole.length - 9, whole.length - 1]) expect(cut(length)).toThrow(GzipError);
});
