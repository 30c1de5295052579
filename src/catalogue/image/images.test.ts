import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeUtf8, readTar, tarEntry, writeTar } from '../../base/index.ts';
import { gunzip } from '../../base/gzip/index.ts';
import { digestHex, digestOf, parseImageConfig, parseManifest, selectManifest, hostPlatform } from '../../oci/index.ts';
import { buildImage, type BuiltImage } from './build-image.ts';
import { createCatalogue } from './catalogue.ts';
import { catalogueEntries } from './recipes.ts';

const stub = (name: string, architecture: string): Uint8Array => encodeUtf8(`stub ${name} ${architecture}\n`);
const catalogue = createCatalogue({ stub });
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const noSkopeo = !has('skopeo', '--version');
const noDocker = !has('docker', 'version');
const size = (image: BuiltImage): number => image.layers.reduce((sum, { blob }) => sum + [...readTar(gunzip(blob))].reduce((own, entry) => own + entry.size, 0), 0);

describe.each(catalogueEntries.map((entry) => [`${entry.repository}:${entry.tags[0]}`, entry] as const))('%s', (_name, entry) => {
  const load = async (): Promise<BuiltImage> => {
    const image = await catalogue.image(entry.repository, entry.tags[0] ?? '');
    if (!image?.images[0]) throw new Error('no image');
    return image.images[0];
  };

  it('has digests that verify, all the way down from the index', async () => {
    const image = await catalogue.image(entry.repository, entry.tags[0] ?? '');
    const index = parseManifest(image?.indexBlob ?? new Uint8Array());
    if (index.kind !== 'index') throw new Error('no index');
    const built = await load();
    expect(selectManifest(index.index, hostPlatform)?.digest).toBe(digestOf(built.manifestBlob));
    const parsed = parseManifest(built.manifestBlob);
    if (parsed.kind !== 'manifest') throw new Error('no manifest');
    expect(parsed.manifest.config).toMatchObject({ digest: digestOf(built.configBlob), size: built.configBlob.length });
    const config = parseImageConfig(built.configBlob);
    expect(parsed.manifest.layers.map(({ digest }) => digest)).toEqual(built.layers.map(({ blob }) => digestOf(blob)));
    expect(config.rootfs.diff_ids).toEqual(built.layers.map(({ blob }) => digestOf(gunzip(blob))));
    expect(config.history?.filter((step) => !step.empty_layer).length).toBe(built.layers.length);
  });

  it('is what its entry says and the same at each build', async () => {
    const recipe = await entry.load();
    expect([recipe.repository, recipe.tags]).toEqual([entry.repository, entry.tags]);
    const again = buildImage(recipe, { stub: (name, architecture) => stub(name, architecture) });
    expect(again.descriptor.digest).toBe((await load()).descriptor.digest);
  });

  it('has every link of its files inside', async () => {
    const entries = (await load()).layers.flatMap(({ blob }) => [...readTar(gunzip(blob))]);
    const paths = new Set(entries.map(({ path }) => path));
    expect(entries.filter(({ type, linkPath }) => type === 'hardlink' && !paths.has(linkPath))).toEqual([]);
  });

  it.skipIf(noSkopeo)(`skopeo takes it${noSkopeo ? ' (skipped: skopeo is not installed)' : ''}`, async () => {
    const built = await load();
    const dir = mkdtempSync(join(tmpdir(), 'oci-'));
    try {
      mkdirSync(join(dir, 'layout/blobs/sha256'), { recursive: true });
      const blobs = [built.configBlob, built.manifestBlob, ...built.layers.map(({ blob }) => blob)];
      for (const blob of blobs) writeFileSync(join(dir, 'layout/blobs/sha256', digestHex(digestOf(blob))), blob);
      writeFileSync(join(dir, 'layout/oci-layout', ), '{"imageLayoutVersion":"1.0.0"}');
      writeFileSync(join(dir, 'layout/index.json'), JSON.stringify({ schemaVersion: 2, manifests: [{ ...built.descriptor, annotations: { 'org.opencontainers.image.ref.name': 'x' } }] }));
      const seen = JSON.parse(execFileSync('skopeo', ['inspect', `oci:${dir}/layout:x`], { encoding: 'utf8' })) as { Digest: string; Layers: string[]; Env: string[] };
      expect(seen).toMatchObject({ Digest: built.descriptor.digest, Layers: built.layers.map(({ descriptor }) => descriptor.digest), Env: built.config.config?.Env });
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

// docker-library/repo-info says how large the real ones are: debian:bookworm-20260824 116.57 MB, alpine 7.8 MB.
it.each([['library/debian', 'bookworm', 116.57], ['library/debian', 'bookworm-slim', 74.8], ['library/alpine', '3.20', 7.8], ['library/busybox', '1.36', 4.26], ['library/ubuntu', '22.04', 77.9]])(
  '%s:%s is as large as the real one',
  async (repository, tag, megabytes) => {
    const image = await catalogue.image(repository, tag);
    const real = megabytes * 1e6;
    expect(Math.abs(size(image?.images[0] as BuiltImage) - real) / real).toBeLessThan(0.01);
  },
);

it('offers images of other platforms, with programs of their own', async () => {
  const image = await catalogue.image('library/hello-world', 'latest');
  expect(image?.images.map(({ descriptor }) => descriptor.platform)).toEqual([{ architecture: 'amd64', os: 'linux' }, { architecture: 'arm64', os: 'linux', variant: 'v8' }]);
  expect(image?.images[0]?.layers[0]?.diffId).not.toBe(image?.images[1]?.layers[0]?.diffId);
});

it('knows no other names', async () => {
  expect(await catalogue.image('library/nosuch', 'latest')).toBeUndefined();
  expect(await catalogue.image('library/alpine', 'nosuch')).toBeUndefined();
  expect(catalogue.tags('library/nosuch')).toEqual([]);
});

it.skipIf(noDocker)(`docker load takes sparse layers and shows their sizes${noDocker ? ' (skipped: no docker here)' : ''}`, async () => {
  const image = await catalogue.image('library/hello-world', 'latest');
  const built = image?.images[0] as BuiltImage;
  const name = `drydock-test/hello:${process.pid}`;
  const manifest = [{ Config: 'config.json', RepoTags: [name], Layers: ['layer.tar'] }];
  const archive = writeTar([
    tarEntry('manifest.json', { bytes: encodeUtf8(JSON.stringify(manifest)) }), tarEntry('config.json', { bytes: built.configBlob }),
    tarEntry('layer.tar', { bytes: gunzip(built.layers[0]?.blob ?? new Uint8Array()) }),
  ]);
  try {
    expect(execFileSync('docker', ['load'], { input: archive, encoding: 'utf8' })).toBe(`Loaded image: ${name}\n`);
    expect(execFileSync('docker', ['inspect', '-f', '{{.Id}} {{.Size}} {{json .RootFS.Layers}}', name], { encoding: 'utf8' }))
      .toBe(`${digestOf(built.configBlob)} 13256 ${JSON.stringify(built.config.rootfs.diff_ids)}\n`);
  } finally {
    spawnSync('docker', ['rmi', name]);
  }
});
