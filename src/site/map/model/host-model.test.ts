import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EngineAnswers, EngineContainer, EngineImage, EngineImageParts, EngineNetwork, EngineVolume } from '../engine/engine-answers.ts';
import { changesOf } from './changes.ts';
import { hostModel } from './host-model.ts';
import { instructionOf, layersOf } from './image-layers.ts';
import { imageStacks } from './image-stacks.ts';

/** Recorded from Engine 26.1.5 (tags of debian left as they were; bridge from `GET /networks`). */
const recorded = JSON.parse(readFileSync(new URL('recorded-host.json', import.meta.url), 'utf8')) as {
  containers: EngineContainer[];
  images: EngineImage[];
  parts: Record<string, EngineImageParts>;
  networks: EngineNetwork[];
  volumes: EngineVolume[];
};

function answers(change: Partial<EngineAnswers> = {}): EngineAnswers {
  const { parts, volumes, ...rest } = recorded;
  return { ...rest, volumes, parts: new Map(Object.entries(parts)), volumeSizes: new Map(volumes.map(({ Name, UsageData }) => [Name, UsageData?.Size ?? -1])), ...change };
}

const image = (id: string, tags: string[], layers: [string, string, number][]): [EngineImage, EngineImageParts] => [
  { Id: id, RepoTags: tags, RepoDigests: [], Size: layers.reduce((sum, [, , size]) => sum + size, 0), Created: 0 },
  { layers: layers.map(([diffId]) => diffId), history: layers.map(([, CreatedBy, Size]) => ({ CreatedBy, Size })).reverse() },
];

function stacksOf(...made: [EngineImage, EngineImageParts][]): ReturnType<typeof imageStacks> {
  return imageStacks({ images: made.map(([each]) => each), parts: new Map(made.map(([{ Id }, parts]) => [Id, parts])) });
}

test('layers of a real image: each diff id with the instruction that made it, empty ones too', () => {
  const built = Object.values(recorded.parts).find(({ layers }) => layers.length === 5);
  expect(built && layersOf(built).map(({ instruction, size }) => [instruction, size])).toEqual([
    ['ADD base.tar /', 80110931],
    ['WORKDIR /app', 0],
    ['RUN echo hi > /hi && touch /app/x', 3],
    ['RUN true', 0],
    ['COPY --chown=1 f /app/f', 3000],
  ]);
});

test('an instruction is shown as it was written', () => {
  expect(instructionOf('/bin/sh -c #(nop)  CMD ["sh"]')).toBe('CMD ["sh"]');
  expect(instructionOf('/bin/sh -c #(nop) ADD file:1 in / ')).toBe('ADD file:1 in /');
  expect(instructionOf('/bin/sh -c apt-get update')).toBe('RUN apt-get update');
  expect(instructionOf('RUN |1 A=b /bin/sh -c make # buildkit')).toBe('RUN make');
  expect(instructionOf('RUN /bin/bash -o pipefail -c make # buildkit')).toBe('RUN /bin/bash -o pipefail -c make');
});

test('an image built on another stands on its layers; what it adds is its own', () => {
  const { images, stacks, stored } = hostModel(answers());
  expect(images.map(({ name, own }) => [name, own])).toEqual([['debian:bookworm', 0], ['map-app:latest', 3003]]);
  expect(stacks).toHaveLength(1);
  expect(stacks[0]?.images.map(({ name }) => name)).toEqual(['debian:bookworm']);
  expect(stacks[0]?.above.map(({ images: ends, layers }) => [ends[0]?.name, layers.length])).toEqual([['map-app:latest', 4]]);
  expect(stored).toBe(80110931 + 3003);
});

test('images that only begin alike share a stack that no image ends with; the same layer on other ones is another', () => {
  const { images, stacks, stored } = stacksOf(
    image('sha256:a', ['a:1'], [['base', 'ADD /', 100], ['x', 'RUN x', 10]]),
    image('sha256:b', ['b:1'], [['base', 'ADD /', 100], ['y', 'RUN y', 20], ['x', 'RUN x', 10]]),
    image('sha256:c', [], [['other', 'ADD /', 5], ['x', 'RUN x', 10]]),
  );
  expect(stacks.map(({ images: ends, carried, above }) => [ends.length, carried.length, above.length])).toEqual([[0, 2, 2], [1, 1, 0]]);
  expect(images.map(({ name, own }) => [name, own])).toEqual([['a:1', 10], ['b:1', 30], ['<none> c', 15]]);
  expect(stored).toBe(155);
});

test('two names of one content are two images of one stack', () => {
  const { stacks, stored } = stacksOf(image('sha256:a', ['a:1'], [['base', 'ADD /', 100]]), image('sha256:b', ['b:1'], [['base', 'ADD /', 100]]));
  expect(stacks.map(({ images: ends, above }) => [ends.map(({ name }) => name), above])).toEqual([[['a:1', 'b:1'], []]]);
  expect(stored).toBe(100);
});

test('a hundred layers and a thousand images are put together at once', () => {
  const long = Array.from({ length: 100 }, (_, index): [string, string, number] => [`l${index}`, `RUN ${index}`, 1]);
  const { stacks } = stacksOf(...Array.from({ length: 1000 }, (_, index) => image(`sha256:${index}`, [`i:${index}`], [...long, [`top${index}`, 'RUN', 1]])));
  expect(stacks.map(({ layers, above }) => [layers.length, above.length])).toEqual([[100, 1000]]);
});

test('containers hang on their networks; one on two is a guest on the second; who does not run is on none', () => {
  const { networks, resting } = hostModel(answers());
  expect(networks.map(({ name, subnets, members }) => [name, subnets, members.map(({ container, address, guest }) => `${container.name} ${address}${guest ? ' guest' : ''}`)])).toEqual([
    ['map-net', ['172.18.0.0/16'], ['map-db 172.18.0.3', 'map-web 172.18.0.2']],
    ['bridge', ['172.17.0.0/16'], ['map-db 172.17.0.2 guest']],
  ]);
  expect(resting.map(({ name, state }) => [name, state])).toEqual([['map-idle', 'created']]);
});

test('ports: IPv4 and IPv6 are one, exposed ones come last', () => {
  const { containers } = hostModel(answers());
  const ports = (name: string): unknown => containers.find((each) => each.name === name)?.ports;
  expect(ports('map-web')).toEqual([{ host: 8093, container: 80, protocol: 'tcp', addresses: [] }]);
  expect(ports('map-db')).toEqual([{ host: undefined, container: 6379, protocol: 'tcp', addresses: [] }]);
});

test('volumes and mounted folders know who mounts them, where and how', () => {
  const { volumes } = hostModel(answers());
  expect(volumes.map(({ kind, name, size, mounts }) => [kind, name, size, mounts.map(({ container, destination, writable }) => `${container.name}:${destination}${writable ? '' : ':ro'}`)])).toEqual([
    ['volume', 'map-data', 27, ['map-db:/data', 'map-web:/usr/share/nginx/html:ro']],
    ['bind', '/tmp', undefined, ['map-db:/host']],
  ]);
});

test("a container in another's network hangs beside it, without an address of its own", () => {
  const [web] = recorded.containers.filter(({ Names }) => Names[0] === '/map-web');
  const joined = { ...web, Id: 'j', Names: ['/side'], HostConfig: { NetworkMode: `container:${web?.Id}` }, NetworkSettings: { Networks: {} } } as EngineContainer;
  const { networks } = hostModel(answers({ containers: [...recorded.containers, joined] }));
  expect(networks[0]?.members.map(({ container, address }) => [container.name, address])).toContainEqual(['side', '']);
});

test('changes: what is new, gone or otherwise, and a state as such', () => {
  const before = hostModel(answers());
  const stopped = recorded.containers.map((container) => (container.Names[0] === '/map-web' ? { ...container, State: 'exited', Status: 'Exited (0) 1 second ago' } : container));
  const after = hostModel(answers({ containers: stopped.filter(({ Names }) => Names[0] !== '/map-idle'), images: recorded.images.slice(1) }));
  expect(changesOf(before, after).changes.map(({ kind, name, state }) => [kind, name, state?.exitCode])).toEqual([
    ['changed', 'map-web', 0],
    ['gone', 'map-idle', undefined],
    ['gone', 'map-app:latest', undefined],
  ]);
  expect(changesOf(after, before).layers).toHaveLength(4);
  expect(changesOf(before, hostModel(answers())).changes).toEqual([]);
});
