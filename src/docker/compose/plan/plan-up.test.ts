import { expect, test } from 'vitest';
import type { ContainerSummary } from '../../api/index.ts';
import { serviceHash } from '../file/index.ts';
import { emptyProject, labels } from '../observe/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import type { Plan, RecreateStrategy } from './plan.ts';
import { planUp, type PlanOptions } from './plan-up.ts';

function project(...services: ServiceConfig[]): Project {
  return { ...emptyProject('shop'), services: Object.fromEntries(services.map((service) => [service.name, { image: 'alpine', ...service, customLabels: { [labels.image]: 'sha256:1' } }])) };
}

/** A container as `project` made it. */
function container(of: Project, service: string, number = 1, change: Partial<ContainerSummary> & { hash?: string; image?: string } = {}): ContainerSummary {
  const { hash = serviceHash(of.services[service] ?? { name: service }), image = 'sha256:1', ...rest } = change;
  return {
    Id: `${service}${number}`.padEnd(64, '0'), Names: [`/shop-${service}-${number}`], Image: 'alpine', ImageID: 'sha256:1', Command: '', Created: number, Ports: [], State: 'running', Status: '',
    Labels: { [labels.project]: 'shop', [labels.service]: service, [labels.number]: String(number), [labels.oneOff]: 'False', [labels.configHash]: hash, [labels.image]: image },
    HostConfig: { NetworkMode: '' }, NetworkSettings: { Networks: {} }, Mounts: [], ...rest,
  };
}

function plan(of: Project, containers: readonly ContainerSummary[], options: Partial<PlanOptions> = {}): Plan {
  return planUp(of, { containers, networks: [], volumes: [] }, { services: Object.keys(of.services), recreate: 'diverged', recreateDependencies: 'diverged', separator: '-', orphans: 'warn', ...options });
}

/** The steps as words: `create shop-web-1`, `keep web1`. */
function words({ services }: Plan): string[] {
  return services.flatMap(({ steps }) => steps.map((step) => `${step.do} ${step.do === 'create' ? step.name : (step.container.Names[0] ?? '').slice(1)}`));
}

const web: ServiceConfig = { name: 'web', depends_on: { db: { condition: 'service_started', required: true } } };
const shop = project(web, { name: 'db' });

test('what is missing is made, dependencies first', () => {
  expect(words(plan(shop, []))).toEqual(['create shop-db-1', 'create shop-web-1']);
});

test('what is as it shall be is kept', () => {
  expect(words(plan(shop, [container(shop, 'web'), container(shop, 'db')]))).toEqual(['keep shop-db-1', 'keep shop-web-1']);
});

test('another configuration or image makes a container anew, and those that depend on it', () => {
  const kept = container(shop, 'web');
  expect(words(plan(shop, [kept, container(shop, 'db', 1, { hash: 'old' })]))).toEqual(['recreate shop-db-1', 'recreate shop-web-1']);
  expect(words(plan(shop, [kept, container(shop, 'db', 1, { image: 'sha256:0' })]))).toEqual(['recreate shop-db-1', 'recreate shop-web-1']);
  expect(words(plan(shop, [container(shop, 'web', 1, { hash: 'old' }), container(shop, 'db')]))).toEqual(['keep shop-db-1', 'recreate shop-web-1']);
});

test.each<[RecreateStrategy, RecreateStrategy, string[]]>([
  ['never', 'never', ['keep shop-db-1', 'keep shop-web-1']],
  ['force', 'diverged', ['recreate shop-db-1', 'recreate shop-web-1']],
])('--no-recreate and --force-recreate: %s', (recreate, recreateDependencies, expected) => {
  const changed = [container(shop, 'web', 1, { hash: 'old' }), container(shop, 'db', 1, recreate === 'never' ? { hash: 'old' } : {})];
  expect(words(plan(shop, changed, { recreate, recreateDependencies }))).toEqual(expected);
});

test('a service that came along as a dependency has a strategy of its own', () => {
  const containers = [container(shop, 'web'), container(shop, 'db')];
  expect(words(plan(shop, containers, { services: ['web'], recreate: 'force' }))).toEqual(['keep shop-db-1', 'recreate shop-web-1']);
  expect(words(plan(shop, containers, { services: ['web'], recreateDependencies: 'force' }))).toEqual(['recreate shop-db-1', 'recreate shop-web-1']);
});

test('the number of containers is brought to the scale, the highest numbers going first', () => {
  const three = project({ name: 'web', scale: 3 });
  expect(words(plan(three, [container(three, 'web', 2)]))).toEqual(['keep shop-web-2', 'create shop-web-3', 'create shop-web-4']);
  const one = project({ name: 'web', scale: 1 });
  expect(words(plan(one, [container(one, 'web', 3), container(one, 'web', 1), container(one, 'web', 2)]))).toEqual(['keep shop-web-1', 'remove shop-web-2', 'remove shop-web-3']);
  expect(() => plan(project({ name: 'web', scale: 2, container_name: 'only' }), [])).toThrow('Remove the custom name to scale the service.');
});

test('a container that shares the network of one that is made anew is made anew', () => {
  const shared = project({ name: 'main' }, { name: 'side', network_mode: 'service:main', depends_on: { main: { condition: 'service_started', required: true } } });
  const main = container(shared, 'main');
  const side = container(shared, 'side', 1, { hash: serviceHash({ ...shared.services['side'], name: 'side', network_mode: `container:${main.Id}` }) });
  expect(words(plan(shared, [main, side]))).toEqual(['keep shop-main-1', 'keep shop-side-1']);
  expect(words(plan(shared, [container(shared, 'main', 1, { Id: 'f'.repeat(64) }), side]))).toEqual(['keep shop-main-1', 'recreate shop-side-1']);
});

test('containers of other services are orphans, one-off ones of known services are not', () => {
  const oneOff = container(shop, 'web', 1);
  oneOff.Labels[labels.oneOff] = 'True';
  const { orphans, services } = plan(shop, [container(shop, 'old'), oneOff]);
  expect([orphans.do, orphans.containers.map(({ Names }) => Names[0])]).toEqual(['warn', ['/shop-old-1']]);
  expect(words({ services } as Plan)).toEqual(['create shop-db-1', 'create shop-web-1']);
  expect(plan(shop, [], { orphans: 'remove' }).orphans.do).toBe('nothing');
});

test('networks and volumes: made when missing, refused when external and missing, kept with a warning when somebody else made them', () => {
  const parts: Project = { ...shop, networks: { back: { name: 'shop_back' }, outer: { name: 'company', external: true } }, volumes: { data: { name: 'shop_data' }, kept: { name: 'archive', external: true } } };
  const options: PlanOptions = { services: [], recreate: 'diverged', recreateDependencies: 'diverged', separator: '-', orphans: 'warn' };
  const network = { Name: 'shop_back', Id: 'n1', Labels: {} } as never;
  const volume = { Name: 'shop_data', Labels: { [labels.project]: 'other' } } as never;
  const fresh = planUp(parts, { containers: [], networks: [], volumes: [] }, options);
  expect([...fresh.networks, ...fresh.volumes].map(({ do: action, key }) => `${action} ${key}`)).toEqual(['create back', 'fail outer', 'create data', 'fail kept']);
  const there = planUp(parts, { containers: [], networks: [network], volumes: [volume] }, options);
  expect(there.networks[0]).toEqual({ do: 'fail', key: 'back', message: 'network shop_back was found but has incorrect label com.docker.compose.network set to ""' });
  expect(there.volumes[0]).toMatchObject({ do: 'keep', name: 'shop_data', warning: expect.stringContaining('was created for project "other" (expected "shop")') as string });
});
