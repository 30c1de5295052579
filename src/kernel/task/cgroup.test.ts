import { describe, expect, it } from 'vitest';
import { isSystemError, type Process, type Program } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';
import { processMemory } from './cgroup.ts';

const megabyte = 2 ** 20;
const box = '/sys/fs/cgroup/box';

const idle: Program = async (process) => {
  await process.sleep(1e6);
  return 0;
};

function code(call: () => unknown): string {
  try {
    call();
    return 'fine';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code;
  }
}

async function inBox(host: Process, main: Program): Promise<unknown> {
  return await host.wait(host.fork(main, { cgroup: '/box' }));
}

describe('a control group', () => {
  it('ends the largest process where memory is short, and says so', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      host.mkdir(box);
      host.writeFile(`${box}/memory.max`, '16m');
      let told = 0;
      host.watch(`${box}/memory.events`, () => told++);
      const small = host.fork(idle, { cgroup: '/box' });
      expect(await inBox(host, (process) => {
        process.brk(8 * megabyte);
        expect(Number(host.readTextFile(`${box}/memory.current`))).toBe(8 * megabyte + 2 * processMemory);
        process.brk(20 * megabyte);
        return 0;
      })).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
      expect(host.readTextFile(`${box}/memory.events`)).toContain('oom 1\noom_kill 1\n');
      expect(host.readTextFile(`${box}/memory.current`)).toBe(`${processMemory}\n`);
      expect(host.readTextFile(`${box}/cgroup.procs`)).toBe(`${small}\n`);
      await host.sleep(1);
      expect(told).toBe(1);
      expect(host.syslog().map(({ text }) => text).join('\n')).toMatch(/oom_memcg=\/box,task_memcg=\/box[^]*Memory cgroup out of memory: Killed process/);
      host.kill(small, 'SIGKILL');
      await host.wait(small);
      host.rmdir(box);
      expect(host.exists(box)).toBe(false);
    });
    kernel.dispose();
  });

  it('counts what a tmpfs holds, and gets it back', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      host.mkdir(box);
      host.mkdir('/t');
      host.mount('t', '/t', 'tmpfs', 'size=64m');
      const current = (): number => Number(host.readTextFile(`${box}/memory.current`));
      await inBox(host, (process) => {
        process.writeFile('/t/f', new Uint8Array(2 * megabyte));
        return 0;
      });
      expect(current()).toBe(2 * megabyte);
      host.unlink('/t/f');
      expect(current()).toBe(0);
      host.writeFile(`${box}/memory.max`, '4m');
      expect(await inBox(host, (process) => {
        process.writeFile('/t/f', new Uint8Array(8 * megabyte));
        return 0;
      })).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
      expect(current()).toBe(0);
    });
    kernel.dispose();
  });

  it('has its controllers from above, and processes only where none are given on', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      host.mkdir(box);
      host.mkdir(`${box}/inner`);
      expect([host.exists(`${box}/memory.max`), host.exists(`${box}/inner/memory.max`)]).toEqual([true, false]);
      host.writeFile(`${box}/cgroup.subtree_control`, '+memory +pids');
      expect(host.readTextFile(`${box}/inner/cgroup.controllers`)).toBe('memory pids\n');
      expect(code(() => host.writeFile(`${box}/cgroup.procs`, '0'))).toBe('EBUSY');
      expect(code(() => host.writeFile(`${box}/cgroup.subtree_control`, '+nosuch'))).toBe('EINVAL');
      host.writeFile(`${box}/inner/cgroup.procs`, '0');
      expect(host.readTextFile('/proc/self/cgroup')).toBe('0::/box/inner\n');
      expect([code(() => host.rmdir(`${box}/inner`)), code(() => host.writeFile(`${box}/made`, ''))]).toEqual(['EBUSY', 'EACCES']);
      const pid = host.fork((process) => {
        expect(process.readTextFile('/proc/self/cgroup')).toBe('0::/\n');
        expect(process.readTextFile('/proc/1/cgroup')).toBe('0::/../../init.scope\n');
        return 0;
      }, { namespaces: { cgroup: 'new' } });
      expect(await host.wait(pid)).toMatchObject({ kind: 'exited', status: 0 });
    });
    kernel.dispose();
  });
});

describe('capabilities', () => {
  it('never go beyond the bounding set, and a filter beyond none of them', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      const pid = host.fork((process) => {
        const few = new Set(['CAP_SETUID', 'CAP_SETGID', 'CAP_KILL']);
        process.setCredentials({ capabilities: few, bounding: few, seccomp: few });
        process.setCredentials({ uid: 0, capabilities: 'all' });
        expect(process.credentials.capabilities).toEqual(few);
        expect(process.readTextFile('/proc/self/status')).toMatch(/CapBnd:\t00000000000000e0[^]*Seccomp:\t2/);
        return 0;
      });
      expect(await host.wait(pid)).toMatchObject({ kind: 'exited', status: 0 });
      const filtered = host.fork((process) => {
        process.setCredentials({ seccomp: new Set() });
        expect(code(() => process.mount('x', '/tmp', 'tmpfs'))).toBe('EPERM');
        return 0;
      });
      expect(await host.wait(filtered)).toMatchObject({ kind: 'exited', status: 0 });
    });
    kernel.dispose();
  });
});
