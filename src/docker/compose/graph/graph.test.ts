import { expect, test } from 'vitest';
import { emptyProject } from '../observe/index.ts';
import type { Project, ServiceDependency } from '../project/index.ts';
import { dependencyGraph, ordered, reversed, visitInOrder, withDependents } from './graph.ts';
import { selectServices } from './select.ts';

/** A project of services and what they depend on; `name?` is optional. */
function project(services: Readonly<Record<string, readonly string[]>>): Project {
  const dependencies = (names: readonly string[]): Record<string, ServiceDependency> =>
    Object.fromEntries(names.map((name) => [name.replace('?', ''), { condition: 'service_started', required: !name.endsWith('?') }]));
  return { ...emptyProject('p'), services: Object.fromEntries(Object.entries(services).map(([name, names]) => [name, { name, depends_on: dependencies(names) }])) };
}

const diamond = project({ web: ['api', 'cache'], api: ['db'], cache: ['db'], db: [] });

test('services stand after those they depend on, among equals by name', () => {
  expect(ordered(dependencyGraph(diamond))).toEqual(['db', 'api', 'cache', 'web']);
  expect(ordered(reversed(dependencyGraph(diamond)))).toEqual(['web', 'api', 'cache', 'db']);
  expect([...withDependents(dependencyGraph(diamond), ['api'])].sort()).toEqual(['api', 'web']);
});

test('a cycle and a missing dependency are told of, an optional one is left out', () => {
  expect(() => dependencyGraph(project({ a: ['b'], b: ['a'] }))).toThrow('cycle found: a -> b -> a');
  expect(() => dependencyGraph(project({ a: ['gone'] }))).toThrow('could not find gone: not found');
  expect(dependencyGraph(project({ a: ['gone?'] })).get('a')).toEqual([]);
});

test('services are visited at once where they may be; after a failure nothing new begins', async () => {
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const visiting = visitInOrder(dependencyGraph(diamond), async (name) => {
    log.push(`${name} begins`);
    if (name === 'api') throw new Error('api fails');
    if (name === 'cache') await gate.promise;
    log.push(`${name} ends`);
  });
  gate.resolve();
  await expect(visiting).rejects.toThrow('api fails');
  expect(log).toEqual(['db begins', 'db ends', 'api begins', 'cache begins', 'cache ends']);
});

test('a selection takes dependencies, dependents, or neither along', () => {
  const names = (policy?: 'alone' | 'with dependents'): string[] => Object.keys(selectServices(diamond, ['api'], policy).services).sort();
  expect(names()).toEqual(['api', 'db']);
  expect(names('with dependents')).toEqual(['api', 'web']);
  expect(names('alone')).toEqual(['api']);
  expect(Object.keys(selectServices(diamond, ['api'], 'alone').disabledServices).sort()).toEqual(['cache', 'db', 'web']);
  expect(selectServices(diamond, ['api'], 'alone').services['api']?.depends_on).toEqual({});
  expect(() => selectServices(diamond, ['nosuch'])).toThrow('no such service: nosuch');
});
