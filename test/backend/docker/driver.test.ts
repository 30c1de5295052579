import { dockerLabHosts, ensureGolden } from '../../../src/server/index.ts';
import { driverSuite } from '../driver-suite.ts';

driverSuite('docker', async () => dockerLabHosts(await ensureGolden()), (name) => `drydock-test-${process.pid}-${name}`);
