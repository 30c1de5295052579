import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { systemClock, toDisposable } from '../../../base/index.ts';
import { bootHost } from '../../../host/index.ts';

const script = readFileSync(new URL('recording.sh', import.meta.url), 'utf8');
const file = new URL('recording.txt', import.meta.url);
const real = process.env['RECORD'] === '1' && spawnSync('which', ['redis-server']).status === 0;

/** Times, process ids and versions are each one's own; so is the warning about the machine's memory. */
function normal(text: string): string {
  return text.replace(/^\d+:([CM]) \d\d \w{3} \d{4} [\d:.]+ /gm, 'PID:$1 TIME ').replace(/pid=\d+/g, 'pid=PID').replace(/\d+\.\d+\.\d+(?=, bits|\))/g, 'VERSION').replace(/^.*Memory overcommit.*\n/gm, '');
}

it.skipIf(!real)(`is as recorded, on the real Redis${real ? '' : ' (skipped: only with RECORD=1 and redis-server)'}`, { timeout: 60_000 }, () => {
  const said = normal(execFileSync('bash', ['-c', `exec 2>&1; ${script}`], { encoding: 'utf8' }));
  writeFileSync(file, said);
  expect(said).toContain('=== command line');
});

it('says what the real Redis says', { timeout: 60_000 }, async () => {
  await using host = await bootHost({});
  const made = await host.exec('docker create --name store redis; for name in redis-server redis-cli; do docker cp store:/usr/local/bin/$name /usr/local/bin/$name; done', {});
  expect(made.exitCode).toBe(0);
  const { stdout } = await host.exec(`exec 2>&1; ${script}`, {});
  expect(normal(stdout)).toBe(readFileSync(file, 'utf8'));
});

it('waits for no snapshot once it has ended', { timeout: 60_000 }, async () => {
  const hours = new Set<object>();
  const clock = {
    ...systemClock,
    setTimeout(callback: () => void, ms: number) {
      const timer = systemClock.setTimeout(callback, ms);
      if (ms > 1_000_000) hours.add(timer);
      return toDisposable(() => {
        hours.delete(timer);
        timer.dispose();
      });
    },
  };
  await using host = await bootHost({ clock });
  await host.exec('docker run -d --name store redis; until docker exec store redis-cli set ship Aurora; do sleep 0.1; done', {});
  expect(hours.size).toBe(1);
  await host.exec('docker stop store', {});
  expect(hours.size).toBe(0);
});
