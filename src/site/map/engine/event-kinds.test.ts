import { expect, test } from 'vitest';
import { EventLines, kindsOf } from './event-kinds.ts';

test('events come in pieces of any size', () => {
  const lines = new EventLines();
  expect(lines.take('{"Type":"container","Action":"start"}\n{"Type":"vol')).toEqual([{ Type: 'container', Action: 'start' }]);
  expect(lines.take('ume","Action":"create"}\n')).toEqual([{ Type: 'volume', Action: 'create' }]);
});

test('only what an event touches is read again; what runs beside a container touches nothing', () => {
  expect(kindsOf({ Type: 'container', Action: 'die' })).toEqual(['containers']);
  expect(kindsOf({ Type: 'container', Action: 'health_status: healthy' })).toEqual(['containers']);
  expect(kindsOf({ Type: 'network', Action: 'connect' })).toEqual(['containers']);
  expect(kindsOf({ Type: 'image', Action: 'tag' })).toContain('images');
  expect(kindsOf({ Type: 'volume', Action: 'create' })).toContain('volumes');
  for (const action of ['exec_create: sh', 'exec_die', 'top', 'attach']) expect(kindsOf({ Type: 'container', Action: action })).toEqual([]);
  expect(kindsOf({ Type: 'plugin', Action: 'enable' })).toEqual([]);
});
