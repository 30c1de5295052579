/** What is made before there can be hosts, for people. */
const parts = {
  host: 'the host: Debian with a Docker engine',
  packages: 'the package archive of the labs',
  images: 'the images of the labs',
  load: "the host's image, in your Docker engine",
  start: 'a first host',
};

/** Why there are no real hosts, and what to do. */
const refusals = {
  'docker-missing': 'There is no `docker` command here. Install Docker, then choose "real Docker" in the page again.',
  'docker-not-running': 'No Docker engine answers. Start it (`sudo systemctl start docker`, or Docker Desktop), then choose "real Docker" in the page again.',
  'docker-not-permitted': 'You may not use the Docker engine here. Join the group `docker` (`sudo usermod -aG docker $USER`, then log in again), or run this as root.',
  'docker-elsewhere': 'Your Docker engine is on another machine (DOCKER_HOST or the context), reached in a way that is not supported. Choose a local one.',
  'golden-impossible': 'The hosts cannot be built here: a program that is needed is not installed. On Debian or Ubuntu: sudo apt-get install mmdebstrap gnupg openssl busybox-static docker-registry debian-archive-keyring. Or let them come from a registry that has them: set DRYDOCK_REGISTRY (see README.md)',
  'golden-failed': 'The hosts could not be built; the words of what failed are below.',
};

/**
 * Serves the site with real Docker hosts; says on the terminal what it does. Ends its hosts when this process is ended.
 * @param {{ root: string, host: string, port?: number }} options
 */
export async function serveWithDocker(options) {
  const { serveLabs } = await import('../../src/server/index.ts');
  let building = false;
  const server = await serveLabs({
    ...options,
    onWaiting({ part, done, all }) {
      building ||= part !== 'start';
      if (building) process.stdout.write(`Real Docker: making ${parts[part]} (${done + 1} of ${all}) …\n`);
    },
    onRefusal(code, message) {
      process.stderr.write(`Real Docker: ${refusals[code] ?? 'hosts could not be had.'}${code in refusals && code !== 'golden-failed' ? '' : `\n${message}`}\nThe sandbox works all the same.\n`);
    },
  });
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      process.stdout.write('Ending the real hosts …\n');
      void server.close().finally(() => process.exit(0));
    });
  }
  process.stdout.write('Real hosts run as privileged containers: no isolation from this machine. Use it on your own.\n');
  server.ready().then(
    () => process.stdout.write('Real Docker is ready: choose it beside the terminal.\n'),
    // Told already.
    () => undefined,
  );
  return server;
}
