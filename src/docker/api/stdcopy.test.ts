import { expect, test } from 'vitest';
import { concatBytes, decodeUtf8, encodeUtf8 } from '../../base/index.ts';
import { decodeFilters, encodeFilters, encodeStdFrame, StdFrameDecoder } from './index.ts';

test('frames survive any portioning', () => {
  const wire = concatBytes([encodeStdFrame('stdout', encodeUtf8('one\n')), encodeStdFrame('stderr', encodeUtf8('')), encodeStdFrame('stderr', encodeUtf8('two'))]);
  expect([...wire.subarray(0, 12)]).toEqual([1, 0, 0, 0, 0, 0, 0, 4, 111, 110, 101, 10]);
  for (let size = 1; size <= wire.length; size++) {
    const decoder = new StdFrameDecoder();
    const frames = [];
    for (let at = 0; at < wire.length; at += size) frames.push(...decoder.push(wire.subarray(at, at + size)));
    expect(frames.map((frame) => [frame.stream, decodeUtf8(frame.data)])).toEqual([['stdout', 'one\n'], ['stderr', ''], ['stderr', 'two']]);
  }
  expect(() => new StdFrameDecoder().push(new Uint8Array([7, 0, 0, 0, 0, 0, 0, 0]))).toThrow('Unrecognized input header: 7');
});

test('filters in both spellings', () => {
  const filters = new Map([['label', ['a=b', 'c']], ['status', ['exited']]]);
  expect(encodeFilters(filters)).toBe('{"label":{"a=b":true,"c":true},"status":{"exited":true}}');
  expect(decodeFilters(encodeFilters(filters))).toEqual(filters);
  expect(decodeFilters('{"status":["exited"]}')).toEqual(new Map([['status', ['exited']]]));
  expect(decodeFilters('nonsense')).toBeUndefined();
  expect(encodeFilters(new Map())).toBeUndefined();
});
