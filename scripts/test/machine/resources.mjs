import { join } from 'node:path';
import { nodePath } from '../../install/node.mjs';
import { root } from '../../install/root.mjs';
import { run } from '../../process/run.mjs';
import { ensureCommands, findCommand } from './debian.mjs';
import { ensureDocker } from './dockerd.mjs';

/**
 * What a suite needs of the machine, by name. Each function makes it available, or returns the reason why it cannot be had here (the suite
 * is skipped), or throws (the suite fails).
 * @type {Record<string, () => Promise<string | undefined>>}
 */
const resources = {
  async chromium() {
    const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
    if (process.env.CHROMIUM) return undefined;
    const reason = browsers.some(findCommand) ? undefined : await ensureCommands({ chromium: 'chromium' });
    if (reason) return reason;
    process.env.CHROMIUM = browsers.map(findCommand).find(Boolean);
    return undefined;
  },

  docker: ensureDocker,

  /** The client with buildx and Compose, without an engine. */
  async 'docker-cli'() {
    const reason = await ensureCommands({ docker: 'docker-cli', '/usr/libexec/docker/cli-plugins/docker-buildx': 'docker-buildx', '/usr/libexec/docker/cli-plugins/docker-compose': 'docker-compose' });
    if (reason) return reason;
    // Other clients of registries: tests skip, with the reason, what cannot be had.
    await ensureCommands({ skopeo: 'skopeo', openssl: 'openssl' });
    await acquire('docker');
    return undefined;
  },

  /** The golden image of the lab hosts, built once and kept outside the tree. */
  async 'lab-host'() {
    const reason = await ensureCommands({ mmdebstrap: 'mmdebstrap', '/var/lib/dpkg/info/busybox-static.list': 'busybox-static', '/usr/bin/docker-registry': 'docker-registry', gpg: 'gnupg', openssl: 'openssl', '/usr/share/keyrings/debian-archive-keyring.gpg': 'debian-archive-keyring' });
    if (reason) return reason;
    const { exitCode, output } = await run(nodePath(), [join(root, 'src', 'server', 'golden', 'main.ts')]);
    if (exitCode !== 0) throw new Error(`The lab host was not built:\n${output}`);
    return undefined;
  },
};

/** @type {Map<string, Promise<string | undefined>>} */
const started = new Map();

/** Makes a resource available, once. */
export function acquire(name) {
  const known = started.get(name);
  if (known) return known;
  // A lab host is built with Docker.
  const before = name === 'lab-host' ? acquire('docker') : Promise.resolve(undefined);
  const resource = before.then((reason) => reason ?? resources[name]());
  started.set(name, resource);
  return resource;
}
