import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createPackageArchive } from '../../catalogue/index.ts';
import { mustRun } from '../child-process/index.ts';
import { programPackages } from './program-packages.ts';

/** Names of the packages that the sandbox's archive has, which are those that labs may install. */
async function wantedPackages(): Promise<string[]> {
  const archive = createPackageArchive({ stub: () => new Uint8Array(0) });
  const response = await archive.fetch({ method: 'GET', url: `http://deb.debian.org/debian/dists/${suites[0]}/main/binary-amd64/Packages.gz`, headers: new Headers() });
  if (!response.ok) throw new Error(`the sandbox's archive has no list of packages: status ${response.status}`);
  const list = gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
  return [...list.matchAll(/^Package: (.+)$/gm)].map((match) => match[1] ?? '');
}

/** The archive's suites; only the first holds packages. */
const suites = ['bookworm', 'bookworm-updates', 'bookworm-security'];

const gpg = (home: string, ...args: string[]): Promise<string> =>
  mustRun('gpg', ['--homedir', home, '--batch', '--yes', '--quiet', '--pinentry-mode', 'loopback', '--passphrase', '', ...args]);

/** Makes the archive's key in `folder`/gnupg; gives the public one. */
export async function makeArchiveKey(folder: string): Promise<Uint8Array> {
  const home = join(folder, 'gnupg');
  await mkdir(home, { mode: 0o700, recursive: true });
  await gpg(home, '--quick-generate-key', 'Drydock lab archive', 'rsa3072', 'sign', 'never');
  await gpg(home, '--export', '-o', join(folder, 'archive-keyring.gpg'));
  return readFile(join(folder, 'archive-keyring.gpg'));
}

/**
 * Makes `archive/` in `folder`: the packages that labs may install, over a base whose dpkg status is given, as Debian has them, in an archive like its own, signed by the key of `makeArchiveKey`;
 * and `programs/`: those that programs of images are taken from.
 */
export async function makePackageArchive(mirror: string, status: Uint8Array, folder: string): Promise<void> {
  const archive = join(folder, 'archive');
  const apt = join(folder, 'apt');
  for (const path of [join(apt, 'lists', 'partial'), join(apt, 'debs', 'partial'), join(archive, 'debian')]) await mkdir(path, { recursive: true });
  await writeFile(join(apt, 'status'), status);
  await writeFile(join(apt, 'sources.list'), `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${suites[0]} main\n`);
  await writeFile(join(apt, 'apt.conf'), `
    Dir::State::status "${apt}/status"; Dir::State::lists "${apt}/lists"; Dir::State::extended_states "${apt}/extended_states"; Dir::Cache "${apt}"; Dir::Cache::archives "${apt}/debs";
    Dir::Etc::sourcelist "${apt}/sources.list"; Dir::Etc::sourceparts "/dev/null"; Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null"; Dir::Etc::parts "/dev/null";
    Acquire::Languages "none"; APT::Architecture "amd64"; APT::Sandbox::User "root"; Debug::NoLocking "1"; APT::Default-Release "";`);
  const env = { APT_CONFIG: join(apt, 'apt.conf') };
  await mustRun('apt-get', ['-qq', 'update'], { env });
  const wanted = new Set(await wantedPackages());
  const plan = await mustRun('apt-get', ['-s', 'install', '--no-install-recommends', ...programPackages], { env });
  const programs = new Set([...plan.matchAll(/^Inst (\S+) /gm)].map((match) => match[1] ?? ''));
  await mustRun('apt-get', ['-qq', 'download', ...new Set([...wanted, ...programs])], { env, cwd: join(apt, 'debs') });

  const downloaded = (await readdir(join(apt, 'debs'))).filter((name) => name.endsWith('.deb')).sort();
  const nameOf = (file: string): string => file.slice(0, file.indexOf('_'));
  await mkdir(join(folder, 'programs'));
  for (const file of downloaded) if (programs.has(nameOf(file))) await copyFile(join(apt, 'debs', file), join(folder, 'programs', file));

  const debs = downloaded.filter((file) => wanted.has(nameOf(file)));
  const versions = debs.map((file) => file.split('_').slice(0, 2).map(decodeURIComponent).join('='));
  const stanzas = (await mustRun('apt-cache', ['show', '--no-all-versions', ...versions], { env })).trim().split(/\n{2,}/);
  const files = new Map(debs.map((file) => [decodeURIComponent(file), file]));
  for (const stanza of stanzas) {
    const field = (name: string): string => new RegExp(`^${name}: (.+)$`, 'm').exec(stanza)?.[1] ?? '';
    const place = field('Filename');
    const name = `${field('Package')}_${field('Version')}_${field('Architecture')}.deb`;
    const file = files.get(name);
    if (!place || !file) throw new Error(`apt downloaded no ${name}`);
    files.delete(name);
    await mkdir(join(archive, 'debian', dirname(place)), { recursive: true });
    await copyFile(join(apt, 'debs', file), join(archive, 'debian', place));
  }
  if (files.size > 0) throw new Error(`apt knows no place of ${[...files.values()].join(', ')}`);
  await signSuites(archive, join(folder, 'gnupg'), new Map([[suites[0] ?? '', `${stanzas.join('\n\n')}\n\n`]]));
}

/** Writes the Release files of all suites, and signs them. */
async function signSuites(archive: string, home: string, contents: ReadonlyMap<string, string>): Promise<void> {
  for (const suite of suites) {
    const security = suite.endsWith('-security');
    const folder = join(archive, security ? 'debian-security' : 'debian', 'dists', suite);
    const packages = Buffer.from(contents.get(suite) ?? '');
    const index = new Map([['main/binary-amd64/Packages', packages], ['main/binary-amd64/Packages.gz', gzipSync(packages, { level: 9 })]]);
    await mkdir(join(folder, 'main', 'binary-amd64'), { recursive: true });
    for (const [name, bytes] of index) await writeFile(join(folder, name), bytes);
    const sums = [...index].map(([name, bytes]) => ` ${createHash('sha256').update(bytes).digest('hex')} ${String(bytes.length).padStart(8)} ${name}`);
    await writeFile(join(folder, 'Release'), [
      'Origin: Debian', `Label: Debian${security ? '-Security' : ''}`, `Suite: oldstable${suite.slice('bookworm'.length)}`, `Codename: ${suite}`, `Date: ${new Date().toUTCString().replace('GMT', 'UTC')}`,
      'Architectures: amd64', 'Components: main', `Description: Debian 12 packages of the labs`, 'SHA256:', ...sums, '',
    ].join('\n'));
    await gpg(home, '--clearsign', '-o', join(folder, 'InRelease'), join(folder, 'Release'));
    await gpg(home, '--detach-sign', '--armor', '-o', join(folder, 'Release.gpg'), join(folder, 'Release'));
  }
  await mustRun('gpgconf', ['--homedir', home, '--kill', 'gpg-agent']);
}

/** The dpkg status inside a root file system's tar file. */
export async function dpkgStatus(tarFile: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await mustRun('tar', ['-xOf', tarFile, './var/lib/dpkg/status'], { onStdout: (bytes) => chunks.push(bytes) });
  return Buffer.concat(chunks);
}
