import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPackageIndex } from '../../../src/catalogue/index.ts';
import { bootHost, type Host } from '../../../src/host/index.ts';
import { cases, recorded, scriptPath } from './case.ts';
import { hasRealPython, runReal } from './real-python.ts';

/** The releases that Debian 13 has. */
const wheels = ['Flask-3.1.1', 'Werkzeug-3.1.3', 'Jinja2-3.1.6', 'MarkupSafe-2.1.5', 'itsdangerous-2.2.0', 'click-8.1.8', 'blinker-1.9.0', 'requests-2.32.3', 'urllib3-2.3.0', 'charset_normalizer-3.4.1', 'idna-3.10', 'certifi-2025.1.31'];
const expected = recorded();

describe('Python of the sandbox says what Debian says', () => {
  let host: Host;
  beforeAll(async () => {
    host = await bootHost();
    const index = createPackageIndex();
    for (const wheel of wheels) {
      const response = await index.fetch({ url: `http://index.test/packages/${wheel}-py3-none-any.whl` });
      for (const [name, data] of Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))) {
        const path = `/usr/lib/python3/dist-packages/${name}`;
        await host.exec(`mkdir -p ${path.slice(0, path.lastIndexOf('/'))}`);
        host.files.write(path, data);
      }
    }
    await host.exec(`mkdir -p ${scriptPath.slice(0, scriptPath.lastIndexOf('/'))}`);
  });
  afterAll(() => host.dispose());

  it.each(cases().map(({ name, source }) => [name, source] as const))('%s', async (name, source) => {
    host.files.write(scriptPath, new TextEncoder().encode(source));
    expect(await host.exec(`python3 ${scriptPath} a`, { cwd: '/' })).toEqual(expected[name]);
  });
});

describe.skipIf(!hasRealPython)("what was recorded is still what Debian's python3 says", () => {
  it.each(cases().map(({ name, source }) => [name, source] as const))('%s', (name, source) => {
    expect(runReal(source)).toEqual(expected[name]);
  });
});
