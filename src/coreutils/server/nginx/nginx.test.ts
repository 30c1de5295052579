import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bootHost } from '../../../host/index.ts';

const script = readFileSync(new URL('recording.sh', import.meta.url), 'utf8');
const file = new URL('recording.txt', import.meta.url);
const real = process.env['RECORD'] === '1' && spawnSync('which', ['nginx']).status === 0;

/** Dates and the version are each one's own; so is the length of a page that names the version, which is as long. */
function normal(text: string): string {
  return text.replace(/^Date: .*$/gm, 'Date: DATE').replace(/nginx\/[\d.]+/g, 'nginx/VERSION').replace(/curl\/[\d.]+/g, 'curl').replace(/\r/g, '').replaceAll('"/etc/nginx/', '"/usr/share/nginx/').split('\n').filter((line) => !/^nginx: (the )?configuration file \/etc/.test(line)).join('\n');
}

it.skipIf(!real)(`is as recorded, on the real nginx${real ? '' : ' (skipped: only with RECORD=1 and nginx)'}`, { timeout: 60_000 }, () => {
  const said = normal(execFileSync('bash', ['-c', `exec 2>&1; NGINX=nginx; ${script}`], { encoding: 'utf8' }));
  writeFileSync(file, said);
  expect(said).toContain('=== logs');
});

it('says what the real nginx says', { timeout: 60_000 }, async () => {
  await using host = await bootHost({});
  const made = await host.exec('docker create --name web nginx; docker cp web:/usr/sbin/nginx /usr/sbin/nginx', {});
  expect(made.exitCode).toBe(0);
  const { stdout } = await host.exec(`exec 2>&1; NGINX="nginx -e stderr"; ${script}`, {});
  expect(normal(stdout)).toBe(readFileSync(file, 'utf8'));
});
