import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bootHost } from '../../../host/index.ts';
import { answer } from './dnmonster.ts';
import { monsterPicture } from './picture.ts';
import { encodePng } from './png.ts';

const script = fileURLToPath(new URL('../../../server/golden/dnmonster.pl', import.meta.url));
const hasPerl = spawnSync('perl', ['-e', 'use IO::Socket;']).status === 0;

it('a PNG of the asked size, whose points are the picture’s', () => {
  const picture = monsterPicture('anna', 40);
  const file = Buffer.from(encodePng(picture));
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([40, 40]);
  const data = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  expect([...rows.subarray(1, 41)]).toEqual([...picture.points.subarray(0, 40)]);
  expect(rows.length).toBe(40 * 41);
});

it('every name has its own monster, always the same', () => {
  const files = ['anna', 'boris', 'vera', ''].map((name) => Buffer.from(encodePng(monsterPicture(name, 80))).toString('base64'));
  expect(new Set(files).size).toBe(4);
  expect(Buffer.from(encodePng(monsterPicture('anna', 80))).toString('base64')).toBe(files[0]);
});

it('what it is asked', () => {
  const ask = (path: string, method = 'GET') => answer({ method, url: `http://dnmonster:8080${path}` });
  expect(ask('/monster/x')).toMatchObject({ status: 200, type: 'image/png' });
  expect(ask('/monster/x?size=12')).toMatchObject({ status: 200 });
  expect([ask('/monster/x?size=0'), ask('/monster/x?size=abc'), ask('/monster'), ask('/monster/x', 'POST')].map(({ status }) => status)).toEqual([400, 400, 404, 405]);
});

it.skipIf(!hasPerl)(`the real hosts' program draws the same bytes${hasPerl ? '' : ' (skipped: no perl)'}`, () => {
  for (const [name, size] of [['anna', 80], ['5f4dcc3b5aa765d61d8327deb882cf99', 33], ['я', 300]] as const) {
    const real = execFileSync('perl', [script, '--picture', encodeURIComponent(name), String(size)]);
    expect(real.equals(encodePng(monsterPicture(encodeURIComponent(name), size)))).toBe(true);
  }
});

it('runs in its image', async () => {
  await using host = await bootHost({});
  const run = await host.exec("docker run -q -d --name monsters -p 8080:8080 drydock/dnmonster:2.0; until curl -so /dev/null localhost:8080; do sleep 0.05; done; curl -s 'localhost:8080/monster/anna?size=12' | sha256sum; docker logs monsters | tail -n 1; docker stop monsters", {});
  const { createHash } = await import('node:crypto');
  expect(run.stdout).toContain(`${createHash('sha256').update(encodePng(monsterPicture('anna', 12))).digest('hex')}  -\nGET /monster/anna?size=12 200\nmonsters\n`);
});
