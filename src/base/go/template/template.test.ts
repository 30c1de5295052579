import { describe, expect, test } from 'vitest';
import recorded from '../recorded/template.json' with { type: 'json' };
import { decodeGo, goJson, GoMap, GoNamed, GoPointer, GoSlice, GoStruct, GoTemplate, goValueOf, type GoFunction, type GoType, type GoValue } from '../index.ts';

// The data and functions of the Go program that made the recording; see ../README.md.
const health: GoType = { struct: 'main.Health', fields: { Status: 'string', Log: { slice: 'string' } } };
const port: GoType = { struct: 'main.Port', fields: { HostIp: 'string', HostPort: 'string' } };
const inner: GoType = {
  struct: 'main.Inner',
  fields: {
    ID: ['Id', 'string'], Name: 'string', N: 'int', F: 'float64', B: 'bool', D: 'time.Duration', T: 'time.Time', Health: { pointer: health }, Nil: { pointer: health },
    Env: { slice: 'string' }, NilEnv: { slice: 'string' }, Labels: { map: 'string' }, Ports: { map: { slice: port } }, Nets: { map: { pointer: health } }, Any: 'any', NilAny: 'any',
  },
};
const decoded = decodeGo(inner, {
  Id: 'abc', Name: 'web', N: 42, F: 1.5, B: true, D: 90e9, T: '2026-11-23T22:54:00.12Z', Health: { Status: 'healthy', Log: ['a', 'b'] }, Nil: null, Env: ['A=1', 'B=<2>'], NilEnv: null,
  Labels: { z: '1', 'com.x': 'y' }, Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }], '90/tcp': null }, Nets: { bridge: { Status: 'up', Log: null } }, Any: { k: ['v', null, true], n: null }, NilAny: null,
}) as GoStruct;
const methods: Record<string, GoFunction> = {
  Hello: { parameters: [], call: () => 'hello web' },
  Greet: { parameters: ['string'], call: ([greeting]) => `${greeting as string} web` },
};
const data = new GoPointer('main.Inner', new GoStruct('main.Inner', decoded.fields, { methods }));

const text = (value: GoValue): string => value as string;
const strings = (value: GoValue): string[] => (value as GoSlice).items.map(text);
const functions: Record<string, GoFunction> = {
  json: { parameters: ['value'], call: ([value]) => goJson(value) },
  split: { parameters: ['string', 'string'], call: ([value, by]) => new GoSlice('[]string', text(value).split(text(by))) },
  join: { parameters: ['[]string', 'string'], call: ([value, by]) => strings(value).join(text(by)) },
  title: { parameters: ['string'], call: ([value]) => text(value).replace(/(^|\s)\S/g, (start) => start.toUpperCase()) },
  lower: { parameters: ['string'], call: ([value]) => text(value).toLowerCase() },
  upper: { parameters: ['string'], call: ([value]) => text(value).toUpperCase() },
  pad: { parameters: ['string', 'int', 'int'], call: ([value, before, after]) => (value === '' ? '' : ' '.repeat(before as number) + text(value) + ' '.repeat(after as number)) },
  truncate: { parameters: ['string', 'int'], call: ([value, length]) => text(value).slice(0, length as number) },
};

/** Heap addresses differ from run to run. */
const normal = (output: string): string => output.replace(/0xc000[0-9a-f]+/g, '0xc000');

describe('templates print what Go prints', () => {
  test.each(recorded.map((example) => [example.Template, example] as const))('%j', (_name, { Template, Output, Error: message }) => {
    let output = '';
    let failure = '';
    try {
      new GoTemplate(Template, functions).executeTo(data, (part) => (output += part));
    } catch (error) {
      failure = (error as Error).message;
    }
    expect({ output: normal(output), failure }).toEqual({ output: normal(Output), failure: message });
  });
});

test('decoded JSON is map[string]interface {}', () => {
  const value = goValueOf(JSON.parse('{"b":[1,2.5,null],"a":{"x":true}}'));
  expect(value).toBeInstanceOf(GoMap);
  expect(new GoTemplate('{{.}} {{.b}} {{.c}}').execute(value)).toBe('map[a:map[x:true] b:[1 2.5 <nil>]] [1 2.5 <nil>] <no value>');
  expect(() => new GoTemplate('{{.c}}').execute(value, { missingKeyError: true })).toThrow('template: :1:2: executing "" at <.c>: map has no entry for key "c"');
  expect(new GoTemplate('{{.}}').execute(new GoNamed('time.Duration', 1, '1ns'))).toBe('1ns');
});
