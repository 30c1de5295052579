import { dockerLabHosts, ensureGolden } from '../../../src/server/index.ts';
import { imagesSuite } from '../images-suite.ts';

imagesSuite('docker', 2, async () => {
  const hosts = dockerLabHosts(await ensureGolden());
  return { host: await hosts.create(), dispose: () => hosts.dispose() };
});
