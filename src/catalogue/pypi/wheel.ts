import { zipSync } from 'fflate';
import { decodeUtf8, sha256Bytes, encodeUtf8, readAsset } from '../../base/index.ts';
import type { Distribution, Release } from './distributions.ts';
import { sources } from './sources.ts';

/** A name as PEP 503 compares it. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** The file name of a release's wheel. */
export function wheelName({ name }: Distribution, { version, tag = 'py3-none-any' }: Release): string {
  return `${name.replace(/[-.]+/g, '_')}-${version}-${tag}.whl`;
}

/** The metadata of a release, as in its wheel. */
export function metadataOf({ name, summary }: Distribution, { version, python, requires = [] }: Release): string {
  return [
    'Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`, `Summary: ${summary}`, 'Home-page: https://pypi.org/', 'License: UNKNOWN', ...(python ? [`Requires-Python: ${python}`] : []), ...requires.map((each) => `Requires-Dist: ${each}`),
    '', 'A small module of the Drydock course in place of the original: it has what the course and its neighbourhood use.', '',
  ].join('\n');
}

/** Gives the files of a module in a release, by their paths in the wheel; undefined where it has none. */
export type ModuleSource = (module: string, version: string) => Promise<Readonly<Record<string, Uint8Array>> | undefined>;

/** The modules of the course, which are told their version. */
const ours: ModuleSource = async (module, version) => Object.fromEntries(await Promise.all(Object.entries(sources[module] ?? {}).map(async ([path, address]) => (
  [path, encodeUtf8(decodeUtf8(await readAsset(address)).replaceAll('@VERSION@', version))] as const))));

/** Makes the wheel: a zip archive with the modules and what pip wants to know. The same bytes each time. */
export async function buildWheel(distribution: Distribution, release: Release, originals: ModuleSource = ours): Promise<Uint8Array> {
  const info = `${distribution.name.replace(/[-.]+/g, '_')}-${release.version}.dist-info`;
  const files: Record<string, Uint8Array> = { ...((await originals(distribution.module, release.version)) ?? (await ours(distribution.module, release.version))) };
  files[`${info}/METADATA`] = encodeUtf8(metadataOf(distribution, release));
  files[`${info}/WHEEL`] = encodeUtf8(`Wheel-Version: 1.0\nGenerator: drydock (1.0)\nRoot-Is-Purelib: true\n${(release.tag ?? 'py3-none-any').replace(/^py2\.py3/, 'py3').split('\n').map((tag) => `Tag: ${tag}\n`).join('')}`);
  if (distribution.scripts) files[`${info}/entry_points.txt`] = encodeUtf8(`[console_scripts]\n${Object.entries(distribution.scripts).map(([name, target]) => `${name} = ${target}\n`).join('')}`);
  files[`${info}/top_level.txt`] = encodeUtf8(`${distribution.module}\n`);
  const record = Object.entries(files).map(([path, data]) => `${path},sha256=${base64Url(sha256Bytes(data))},${data.length}\n`);
  files[`${info}/RECORD`] = encodeUtf8(`${record.join('')}${info}/RECORD,,\n`);
  return zipSync(files, { level: 6, mtime: new Date('2024-06-07T00:00:00Z') });
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
