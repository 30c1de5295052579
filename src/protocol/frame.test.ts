import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { Message } from './rpc.ts';

const back = (message: Message): Message => {
  const frame = encodeFrame(message);
  return decodeFrame(typeof frame === 'string' ? frame : frame.buffer);
};

test('a message without bytes is text; one with bytes is binary; both come back as they were', () => {
  const plain: Message = { kind: 'result', id: 3, result: [{ name: 'имя', size: 5 }, null, true] };
  expect(typeof encodeFrame(plain)).toBe('string');
  expect(back(plain)).toEqual(plain);
  const bytes: Message = { kind: 'request', id: 1, method: 'files.write', params: { path: '/ä', data: Uint8Array.of(0, 255, 10), more: [{ data: new Uint8Array(0) }, { data: Uint8Array.of(7) }] } };
  expect(typeof encodeFrame(bytes)).toBe('object');
  expect(back(bytes)).toEqual(bytes);
});

test('nothing is undefined on the way: it is left out', () => {
  expect(back({ kind: 'request', id: 1, method: 'save', params: { host: undefined } })).toEqual({ kind: 'request', id: 1, method: 'save', params: {} });
});

test.each([['not JSON', '{'], ['no message', '{"kind":"other"}'], ['null', 'null'], ['no length', Uint8Array.of(1)], ['cut off', new Uint8Array([0, 0, 0, 9, 123])]])('%s is a SyntaxError', (_what, frame) => {
  expect(() => decodeFrame(frame)).toThrow(SyntaxError);
});

test('bytes that are not there are a SyntaxError', () => {
  const frame = encodeFrame({ kind: 'event', name: 'terminal.data', value: { terminal: 1, data: Uint8Array.of(1, 2, 3) } });
  if (typeof frame === 'string') throw new Error('binary was expected');
  expect(() => decodeFrame(frame.subarray(0, frame.length - 1))).toThrow(SyntaxError);
});
