import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../base/index.ts';
import type { Process, Program, WaitStatus } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

function deeper(level: number): number {
  return deeper(level + 1) + 1;
}

/** Never ends by itself. */
async function forever(process: Process): Promise<number> {
  for (;;) await process.sleep(1e8);
}

/** Sets a container up as runc does, then runs its program as pid 1. */
function startContainer(host: Process, rootfs: string, argv: readonly [string, ...string[]]): number {
  return host.fork(async (process) => {
    process.mount('overlay', rootfs, 'overlay', `lowerdir=/image,upperdir=/upper,workdir=/work`);
    process.mount('proc', `${rootfs}/proc`, 'proc');
    process.mount('tmpfs', `${rootfs}/dev`, 'tmpfs', 'mode=755');
    process.mkdir(`${rootfs}/dev/pts`);
    process.mount('devpts', `${rootfs}/dev/pts`, 'devpts');
    process.mknod(`${rootfs}/dev/null`, 0o020666, 0x103);
    process.mount('/etc/hosts', `${rootfs}/etc/hosts`, 'bind');
    process.pivotRoot(rootfs);
    return process.exec(argv[0], argv, {});
  }, { namespaces: { pid: 'new', mount: 'new', uts: 'new', network: 'new', ipc: 'new' }, hostname: 'c1', cgroup: '/docker/c1' });
}

const image = [
  { path: '/rootfs' }, { path: '/upper' }, { path: '/work' }, { path: '/image/proc' }, { path: '/image/dev' }, { path: '/image/etc/hosts', content: '' }, { path: '/etc/hosts', content: 'from the host\n' },
];

describe('a container', () => {
  it('sees its own pids, mounts, name and terminal', async () => {
    const seen: Record<string, unknown> = {};
    const kernel = bootKernel({ main: async (process) => {
      seen.pid = process.pid;
      seen.hostname = process.hostname();
      seen.mounts = process.mounts().map(({ target, type }) => `${target} ${type}`);
      seen.hosts = process.readTextFile('/etc/hosts');
      seen.outside = process.exists('/rootfs');
      seen.above = process.realpath('/../..');
      seen.procs = process.readdir('/proc').map(({ name }) => name).filter((name) => /^\d/.test(name));
      seen.cgroup = process.readTextFile('/proc/self/cgroup');
      seen.null = process.readFile('/dev/null').length;
      const [, slave] = process.openpty();
      seen.tty = process.ttyname(slave);
      seen.exists = process.stat('/dev/pts/0').mode.toString(8);
      process.writeFile('/made', 'by the container');
      return forever(process);
    } }, [...image, { path: '/image/bin/main', mode: 0o755, content: (await import('../index.ts')).programStub('main') }]);
    await runIn(kernel, async (host) => {
      const pid = startContainer(host, '/rootfs', ['/bin/main']);
      while (!host.exists('/upper/made') && (await host.wait(pid, { nohang: true })) === undefined) await host.sleep(1);
      expect(seen).toEqual({
        pid: 1, hostname: 'c1', mounts: ['/ overlay', '/proc proc', '/dev tmpfs', '/dev/pts devpts', '/etc/hosts tmpfs'],
        hosts: 'from the host\n', outside: false, above: '/', procs: ['1'], cgroup: '0::/docker/c1\n', null: 0, tty: '/dev/pts/0', exists: '20620',
      });
      expect(host.hostname()).toBe('test');
      expect(host.mounts().some(({ target }) => target === '/rootfs')).toBe(false);
      expect(host.readTextFile(`/proc/${pid}/cmdline`)).toBe('/bin/main\0');
      expect(host.readlink(`/proc/${pid}/ns/pid`)).not.toBe(host.readlink('/proc/self/ns/pid'));
      expect(/NSpid:\t(\d+)\t1\n/.exec(host.readTextFile(`/proc/${pid}/status`))?.[1]).toBe(String(pid));
      host.kill(pid, 'SIGKILL');
      expect(await host.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
    });
    kernel.dispose();
  });

  it('has an init that ignores what it does not handle, and takes all others with it', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      let inside = 0;
      const init = host.fork(async (process) => {
        process.onSignal('SIGUSR1', { handle: () => inside++, restart: true });
        process.fork(forever);
        process.fork((child) => {
          child.kill(1, 'SIGKILL');
          child.kill(1, 'SIGTERM');
          return 0;
        });
        return forever(process);
      }, { namespaces: { pid: 'new' } });
      const joined = host.fork(async (process) => {
        expect(process.processes().map(({ pid }) => pid)).toEqual([1, 2, 3, 4]);
        expect(process.ppid).toBe(0);
        return forever(process);
      }, { namespaces: { pid: init } });
      await host.sleep(1);
      host.kill(init, 'SIGTERM');
      host.kill(init, 'SIGUSR1');
      expect(inside).toBe(1);
      expect(host.processes().length).toBe(6);
      host.kill(init, 'SIGKILL');
      expect(await host.wait(joined)).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
      expect(await host.wait(init)).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
      expect(host.processes().length).toBe(2);
    });
    kernel.dispose();
  });
});

describe('a file that is mounted', () => {
  it('lives on without its name until it is mounted no more', async () => {
    const kernel = bootKernel({}, [{ path: '/old', content: 'one\n' }, { path: '/new', content: 'two\n' }, { path: '/at', content: '' }, { path: '/proc' }]);
    await runIn(kernel, async (host) => {
      const text = (path: string): string => decodeUtf8(host.readFile(path));
      const { ino } = host.stat('/old');
      host.mount('proc', '/proc', 'proc');
      host.mount('/old', '/at', 'bind');
      host.rename('/new', '/old');
      host.fork(forever, { namespaces: { mount: 'new', pid: 'new' } });
      const copy = host.fork(forever, { namespaces: { mount: 'new' } });
      expect([text('/old'), text('/at'), host.stat('/at').ino, host.stat('/at').nlink]).toEqual(['two\n', 'one\n', ino, 0]);
      expect(text('/proc/self/mountinfo')).toContain(' /old//deleted /at rw');
      host.kill(copy, 'SIGKILL');
      await host.wait(copy);
      expect(text('/at')).toBe('one\n');
      host.umount('/at');
      expect(text('/at')).toBe('');
    });
    kernel.dispose();
  });
});

describe('signals', () => {
  it('interrupts a blocked call for a handler, and goes on for a restarting one', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      const [r, w] = host.pipe();
      const pid = host.fork(async (process) => {
        await process.write(w, 'ready');
        process.onSignal('SIGUSR1', { handle: () => undefined });
        process.onSignal('SIGUSR2', { handle: () => void process.write(w, 'handled'), restart: true });
        const code = await process.sleep(1e8).then(() => 'slept', (error: { code: string }) => error.code);
        return code === 'EINTR' ? 7 : 1;
      });
      expect(decodeUtf8(await host.read(r))).toBe('ready');
      await host.sleep(1);
      host.kill(pid, 'SIGUSR2');
      expect(decodeUtf8(await host.read(r))).toBe('handled');
      host.kill(pid, 'SIGUSR1');
      expect(await host.wait(pid)).toMatchObject({ status: 7 });
    });
    kernel.dispose();
  });

  it('interrupts a call that has been made and lets others go first', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      const codes: string[] = [];
      const pid = host.fork(async (process) => {
        process.onSignal('SIGUSR1', { handle: () => undefined });
        for (const call of [() => process.sleep(2000), () => process.poll([], 2000)]) {
          const end = performance.now() + 20;
          while (performance.now() < end);
          const blocked = call().then(() => 'over', (error: { code: string }) => error.code);
          process.kill(process.pid, 'SIGUSR1');
          codes.push(await blocked);
        }
        return 0;
      });
      await host.wait(pid);
      expect(codes).toEqual(['EINTR', 'EINTR']);
    });
    kernel.dispose();
  });

  it('gives orphans to pid 1, which reaps them', async () => {
    const kernel = bootKernel();
    await runIn(kernel, async (host) => {
      const [r, w] = host.pipe();
      const pid = host.fork(async (process) => {
        process.fork(async (grandchild) => {
          while (grandchild.ppid !== 1) await grandchild.checkpoint();
          await grandchild.write(w, 'adopted');
          return 0;
        });
        return 0;
      });
      await host.wait(pid);
      expect(decodeUtf8(await host.read(r))).toBe('adopted');
      await host.sleep(1);
      expect(host.processes().map((each) => each.pid)).toEqual([1, host.pid]);
    });
    kernel.dispose();
  });

  it('ends a program that throws by SIGSEGV, tells who made the machine, and puts lack of memory into words', async () => {
    const faults: unknown[] = [];
    const programs: Record<string, Program> = {
      broken: () => {
        throw new TypeError('oops');
      },
      deep: () => deeper(0),
      greedy: () => 'x'.repeat(2 ** 30).length,
    };
    const kernel = bootKernel(programs, [], { onFault: (comm, error) => faults.push([comm, String(error)]) });
    await runIn(kernel, async (host) => {
      const [r, w] = host.pipe();
      const run = (name: string): Promise<WaitStatus | undefined> => host.wait(host.spawn(`/bin/${name}`, [name], { fds: { 2: w } }));
      expect(await run('broken')).toMatchObject({ kind: 'signaled', signal: 'SIGSEGV' });
      expect(await run('deep')).toMatchObject({ kind: 'signaled', signal: 'SIGSEGV' });
      expect(await run('greedy')).toMatchObject({ kind: 'exited', status: 2 });
      expect(decodeUtf8(await host.read(r))).toBe('greedy: memory exhausted\n');
    });
    expect(faults).toEqual([['broken', 'TypeError: oops']]);
    kernel.dispose();
  });
});

describe('watch', () => {
  it('tells changes below a path once a turn, through bind mounts too', async () => {
    const kernel = bootKernel({}, [{ path: '/data/dir' }, { path: '/mnt' }, { path: '/other' }]);
    await runIn(kernel, async (process) => {
      const told: (readonly string[])[] = [];
      const stop = process.watch('/data', (paths) => told.push(paths));
      process.writeFile('/data/dir/a', '1');
      process.writeFile('/data/dir/a', '2');
      process.writeFile('/other/b', '3');
      expect(told).toEqual([]);
      await process.sleep(1);
      expect(told).toEqual([['/data/dir/a']]);
      process.mount('/data/dir', '/mnt', 'bind');
      process.unlink('/mnt/a');
      await process.sleep(1);
      expect(told.slice(1)).toEqual([['/data/dir/a']]);
      stop();
      process.writeFile('/data/c', '');
      await process.sleep(1);
      expect(told.length).toBe(2);
    });
    kernel.dispose();
  });
});
