import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8, tarEntry } from '../../src/base/index.ts';
import { digestHex, digestOf, mediaTypes } from '../../src/oci/index.ts';
import { packLayer } from '../../src/oci/layer/index.ts';
import { RegistryProcess } from './registry-process.ts';

const noDocker = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore' }).status !== 0;
const noSkopeo = spawnSync('skopeo', ['--version'], { stdio: 'ignore' }).status !== 0;
const name = `drydock-clients-${process.pid}`;
const because = (skipped: boolean, reason: string): string => (skipped ? ` (skipped: ${reason})` : '');

/** A folder with a certificate for the loopback interface, its key, and a password file: learner, secret. */
function credentials(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-registry-'));
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=registry.test', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')], { stdio: 'ignore' });
  writeFileSync(join(folder, 'htpasswd'), 'learner:$2y$05$aODnWjBsbjw6ETFQLuE0hetgCH3iWeCBFBTfJ0cZ9Xt2eCkQxQwPy\n');
  return folder;
}

/** An image of one small file as an OCI layout. */
function writeLayout(folder: string): string {
  const layer = packLayer([tarEntry('greeting', { bytes: encodeUtf8('ahoy\n') })]);
  const config = encodeUtf8(JSON.stringify({ architecture: 'amd64', os: 'linux', config: { Cmd: ['/greeting'] }, rootfs: { type: 'layers', diff_ids: [layer.diffId] }, history: [{ created_by: 'COPY greeting /' }] }));
  const manifest = encodeUtf8(JSON.stringify({
    schemaVersion: 2, mediaType: mediaTypes.ociManifest, config: { mediaType: mediaTypes.ociConfig, digest: digestOf(config), size: config.length }, layers: [layer.descriptor],
  }));
  mkdirSync(join(folder, 'layout', 'blobs', 'sha256'), { recursive: true });
  for (const blob of [layer.blob, config, manifest]) writeFileSync(join(folder, 'layout', 'blobs', 'sha256', digestHex(digestOf(blob))), blob);
  writeFileSync(join(folder, 'layout', 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'layout', 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType: mediaTypes.ociManifest, digest: digestOf(manifest), size: manifest.length, annotations: { 'org.opencontainers.image.ref.name': '1' } }] }));
  return digestOf(manifest);
}

describe.skipIf(noDocker)(`a real engine${because(noDocker, 'no Docker engine answers')}`, () => {
  let registry: RegistryProcess;
  const docker = (...args: string[]): ReturnType<RegistryProcess['run']> => registry.run('docker', ...args);

  beforeAll(() => {
    // Two layers and nothing of this machine's.
    const folder = mkdtempSync(join(tmpdir(), 'drydock-image-'));
    writeFileSync(join(folder, 'one'), 'one\n');
    writeFileSync(join(folder, 'two'), 'two\n');
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY one /\nCOPY two /\nCMD ["/none"]\n');
    execFileSync('docker', ['build', '-q', '-t', name, folder], { stdio: 'ignore' });
  });

  afterAll(() => {
    spawnSync('docker', ['rmi', '-f', name], { stdio: 'ignore' });
  });

  /** Pushes and pulls in every way; gives the digest. */
  const roundTrip = async (): Promise<string> => {
    const image = `${registry.host}/team/app:1`;
    const id = (await docker('inspect', '-f', '{{.Id}}', name)).stdout;
    expect((await docker('tag', name, image)).code).toBe(0);
    try {
      const pushed = await docker('push', image);
      expect([pushed.stderr, pushed.code]).toEqual(['', 0]);
      expect(pushed.stdout).toMatch(/Pushed\n(?:.*\n)*1: digest: sha256:[0-9a-f]{64} size: \d+\n$/);
      const digest = /sha256:[0-9a-f]{64}/.exec(pushed.stdout)?.[0] ?? '';
      expect((await docker('push', image)).stdout).toMatch(/(?:.*: Layer already exists\n){2}1: digest:/);
      await docker('tag', name, `${registry.host}/other:1`);
      expect((await docker('push', `${registry.host}/other:1`)).stdout).toContain('Mounted from team/app');
      await docker('rmi', image, `${registry.host}/other:1`);
      expect((await docker('pull', image)).stdout).toContain(`Digest: ${digest}\nStatus: Downloaded newer image for ${image}\n`);
      expect((await docker('inspect', '-f', '{{.Id}}', image)).stdout).toBe(id);
      expect((await docker('pull', `${registry.host}/team/app@${digest}`)).code).toBe(0);
      expect((await docker('pull', `${registry.host}/team/app:none`)).stderr).toContain('manifest unknown');
      return digest;
    } finally {
      const all = (await docker('images', '-q', '--no-trunc', `${registry.host}/*/*`)).stdout;
      await docker('rmi', '-f', image, `${registry.host}/other:1`, ...(all === '' ? [] : (await docker('images', '--digests', '--format', '{{.Repository}}@{{.Digest}}', `${registry.host}/team/app`)).stdout.trim().split('\n')));
    }
  };

  it('pushes and pulls in clear, by tag and by digest', async () => {
    await using process = await RegistryProcess.start();
    registry = process;
    expect(await roundTrip()).toMatch(/^sha256:/);
  });

  it('pushes and pulls with TLS, and files keep it all', async () => {
    const folder = credentials();
    await using process = await RegistryProcess.start(['--certificate', `${folder}/certificate.pem`, '--key', `${folder}/key.pem`, '--storage', `${folder}/storage`], folder);
    registry = process;
    expect(await roundTrip()).toMatch(/^sha256:/);
    expect(readFileSync(`${folder}/storage/docker/registry/v2/repositories/team/app/_manifests/tags/1/current/link`, 'utf8')).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('is asked for its password', async () => {
    const folder = credentials();
    await using process = await RegistryProcess.start(['--htpasswd', `${folder}/htpasswd`], folder);
    registry = process;
    expect((await docker('pull', `${registry.host}/team/app:1`)).stderr).toMatch(/no basic auth credentials/);
    expect((await docker('login', '-u', 'learner', '-p', 'wrong', registry.host)).stderr).toMatch(/401 Unauthorized/);
    expect((await docker('login', '-u', 'learner', '-p', 'secret', registry.host)).stdout).toBe('Login Succeeded\n');
    expect(await roundTrip()).toMatch(/^sha256:/);
  });
});

describe.skipIf(noSkopeo)(`skopeo${because(noSkopeo, 'it is not installed')}`, () => {
  it('copies in and out, inspects and deletes', async () => {
    await using registry = await RegistryProcess.start();
    const digest = writeLayout(registry.folder);
    const image = `docker://${registry.host}/oci/image:1`;
    const skopeo = (...args: string[]): ReturnType<RegistryProcess['run']> => registry.run('skopeo', ...args);
    expect(await skopeo('copy', '-q', '--dest-tls-verify=false', 'oci:layout:1', image)).toMatchObject({ code: 0, stderr: '' });
    const seen = JSON.parse((await skopeo('inspect', '--tls-verify=false', image)).stdout) as { Digest: string; RepoTags: string[]; Architecture: string };
    expect(seen).toMatchObject({ Digest: digest, RepoTags: ['1'], Architecture: 'amd64' });
    expect((await skopeo('inspect', '--tls-verify=false', '--raw', image)).stdout).toBe(readFileSync(`${registry.folder}/layout/blobs/sha256/${digest.slice(7)}`, 'utf8'));
    // As schema 2, elsewhere in the same registry.
    expect((await skopeo('copy', '-q', '--src-tls-verify=false', '--dest-tls-verify=false', '--format', 'v2s2', image, `docker://${registry.host}/docker/image:2`)).code).toBe(0);
    expect((await skopeo('inspect', '--tls-verify=false', '--raw', `docker://${registry.host}/docker/image:2`)).stdout).toContain(mediaTypes.dockerManifest);
    expect((await skopeo('copy', '-q', '--src-tls-verify=false', `docker://${registry.host}/docker/image:2`, 'dir:out')).code).toBe(0);
    expect(JSON.parse((await skopeo('list-tags', '--tls-verify=false', `docker://${registry.host}/docker/image`)).stdout)).toMatchObject({ Tags: ['2'] });
    expect((await skopeo('delete', '--tls-verify=false', image)).code).toBe(0);
    expect((await skopeo('inspect', '--tls-verify=false', image)).code).not.toBe(0);
  });

  it('trusts the certificate that it is given, with a password', async () => {
    const folder = credentials();
    await using registry = await RegistryProcess.start(['--certificate', `${folder}/certificate.pem`, '--key', `${folder}/key.pem`, '--htpasswd', `${folder}/htpasswd`], folder);
    writeLayout(folder);
    const image = `docker://${registry.host}/oci/image:1`;
    expect((await registry.run('skopeo', 'copy', '-q', 'oci:layout:1', image)).stderr).toMatch(/x509: certificate signed by unknown authority/);
    mkdirSync(`${folder}/trusted`);
    writeFileSync(`${folder}/trusted/ca.crt`, readFileSync(`${folder}/certificate.pem`));
    expect((await registry.run('skopeo', 'copy', '-q', '--dest-cert-dir', 'trusted', 'oci:layout:1', image)).stderr).toMatch(/authentication required|unauthorized/);
    expect((await registry.run('skopeo', 'copy', '-q', '--dest-cert-dir', 'trusted', '--dest-creds', 'learner:secret', 'oci:layout:1', image)).code).toBe(0);
    expect((await registry.run('skopeo', 'inspect', '--cert-dir', 'trusted', '--creds', 'learner:secret', '--format', '{{.Architecture}}', image)).stdout).toBe('amd64\n');
  });
});
