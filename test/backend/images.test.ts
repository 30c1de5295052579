import { bootHost } from '../../src/host/index.ts';
import { imagesSuite } from './images-suite.ts';

imagesSuite('sandbox', async () => {
  const host = await bootHost();
  return { host, dispose: () => host.dispose() };
});
