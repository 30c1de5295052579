import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../base/index.ts';
import { isSystemError, type Program, type SpawnOptions } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';
import { threadsMax } from './process-limit.ts';

describe('fork', () => {
  it('refuses processes over the limit of a user, of a control group and of the machine', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      const idle: Program = async (process) => {
        await process.sleep(1e6);
        return 0;
      };
      /** Forks till it fails; gives how many there are and why no more. */
      const fill = async (options: SpawnOptions): Promise<string> => {
        const [r, w] = host.pipe();
        const pid = host.fork(async (process) => {
          let count = 0;
          try {
            for (;;) {
              process.fork(idle);
              count++;
            }
          } catch (error) {
            await process.write(w, `${count} ${isSystemError(error) ? error.code : String(error)}`);
          }
          return idle(process);
        }, options);
        const said = decodeUtf8(await host.read(r));
        for (const { ppid, pid: child } of host.processes()) if (ppid === pid) host.kill(child, 'SIGKILL');
        host.kill(pid, 'SIGKILL');
        await host.wait(pid);
        for (const fd of [r, w]) host.close(fd);
        return said;
      };
      expect(await fill({ credentials: { uid: 1000 }, resourceLimits: { nproc: { soft: 20, hard: 20 } } })).toBe('19 EAGAIN');
      host.mkdir('/sys/fs/cgroup/box');
      host.writeFile('/sys/fs/cgroup/box/pids.max', '10');
      expect(await fill({ resourceLimits: { nproc: { soft: 20, hard: 20 } }, cgroup: '/box' })).toBe('9 EAGAIN');
      expect(host.readTextFile('/sys/fs/cgroup/box/pids.events')).toBe('max 1\n');
      const there = host.processes().length;
      expect(await fill({ resourceLimits: { nproc: { soft: 20, hard: 20 } } })).toBe(`${threadsMax - there - 1} EAGAIN`);
      expect(host.processes().length).toBe(there);
    });
    kernel.dispose();
  });
});
