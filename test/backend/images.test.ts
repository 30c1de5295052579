import { bootHost } from '../../src/host/index.ts';
import { imagesSuite } from './images-suite.ts';

imagesSuite('sandbox', 1, async () => {
  const host = await bootHost();
  return { host, dispose: () => host.dispose() };
});
