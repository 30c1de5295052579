import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../base/index.ts';
import { isSystemError, type Process } from './index.ts';
import { bootKernel, runIn } from './testing.ts';

async function copyThrough(process: Process): Promise<number> {
  for (;;) {
    const bytes = await process.read(0);
    if (bytes.length === 0) return 0;
    await process.write(1, bytes);
  }
}

describe('processes and pipes', () => {
  it('runs a program from a file and tells its status', async () => {
    const kernel = bootKernel({ three: () => 3 });
    const pid = kernel.init.spawn('/bin/three', ['three']);
    expect(await kernel.init.wait(pid)).toEqual({ pid, kind: 'exited', status: 3 });
    kernel.dispose();
    expect(kernel.processes()).toEqual([]);
  });

  it('passes bytes through a pipeline and ends it', async () => {
    const kernel = bootKernel({ cat: copyThrough });
    const text = await runIn(kernel, async (process) => {
      const [r1, w1] = process.pipe();
      const [r2, w2] = process.pipe();
      process.spawn('/bin/cat', ['cat'], { fds: { 0: r1, 1: w2 } });
      process.close(r1);
      process.close(w2);
      const writer = process.fork(async (child) => {
        for (let i = 0; i < 100; i++) await child.write(w1, 'x'.repeat(5000));
        return 0;
      });
      process.close(w1);
      let length = 0;
      for (;;) {
        const bytes = await process.read(r2);
        if (bytes.length === 0) break;
        length += bytes.length;
      }
      expect(await process.wait(writer)).toMatchObject({ kind: 'exited', status: 0 });
      return length;
    });
    expect(text).toBe(500_000);
    kernel.dispose();
  });

  it('kills a writer without readers with SIGPIPE', async () => {
    const kernel = bootKernel();
    const status = await runIn(kernel, async (process) => {
      const [r, w] = process.pipe();
      const pid = process.fork(async (child) => {
        child.close(r);
        for (;;) await child.write(w, 'y\n');
      });
      process.close(w);
      await process.read(r, 2);
      process.close(r);
      return process.wait(pid);
    });
    expect(status).toMatchObject({ kind: 'signaled', signal: 'SIGPIPE' });
    kernel.dispose();
  });

  it('stops at a terminal on Ctrl-Z, goes on with SIGCONT, ends on Ctrl-C', async () => {
    const kernel = bootKernel({ cat: copyThrough, sh: async (process) => {
      process.onSignal('SIGTTOU', 'ignore');
      process.onSignal('SIGTSTP', 'ignore');
      process.onSignal('SIGINT', 'ignore');
      const pid = process.spawn('/bin/cat', ['cat'], { processGroup: 'new', defaultSignals: ['SIGTTOU', 'SIGTSTP', 'SIGINT'] });
      process.tcsetpgrp(0, pid);
      for (;;) {
        const status = await process.wait(pid, { untraced: true });
        await process.write(1, `${status?.kind}\n`);
        if (status?.kind === 'stopped') {
          process.tcsetpgrp(0, pid);
          process.kill(-pid, 'SIGCONT');
        } else if (status?.kind !== 'continued') return 0;
      }
    } });
    const terminal = kernel.openTerminal({ rows: 24, columns: 80 });
    let screen = '';
    const seen = (text: string): Promise<void> => new Promise((resolve) => {
      const check = (): void => {
        if (!screen.includes(text)) return;
        watching.dispose();
        resolve();
      };
      const watching = terminal.onData(check);
      check();
    });
    terminal.onData((bytes) => {
      screen += decodeUtf8(bytes);
    });
    const pid = terminal.spawn('/bin/sh', ['sh']);
    terminal.write('hellp\x7fo\r');
    await seen('hellp\b \bo\r\nhello\r\n');
    terminal.write('\x1a');
    await seen('^Zstopped\r\ncontinued\r\n');
    terminal.write('again\r');
    await seen('again\r\nagain\r\n');
    terminal.write('\x03');
    await seen('^Csignaled\r\n');
    expect(await kernel.init.wait(pid)).toMatchObject({ kind: 'exited', status: 0 });
    kernel.dispose();
  });

  it('hangs up on a program whose handler ends it by the same signal', async () => {
    const kernel = bootKernel({ sh: async (process) => {
      process.onSignal('SIGHUP', {
        restart: false,
        handle: () => {
          process.onSignal('SIGHUP', 'default');
          process.kill(process.pid, 'SIGHUP');
        },
      });
      await process.write(1, 'ready');
      await process.read(0);
      return 0;
    } });
    const terminal = kernel.openTerminal({ rows: 24, columns: 80 });
    const ready = new Promise<void>((resolve) => terminal.onData(() => resolve()));
    const pid = terminal.spawn('/bin/sh', ['sh']);
    await ready;
    terminal.dispose();
    expect(await kernel.init.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGHUP' });
    kernel.dispose();
  });

  it('talks over a unix socket', async () => {
    const kernel = bootKernel();
    const answer = await runIn(kernel, async (process) => {
      const listener = process.listen({ family: 'unix', path: '/run/test.sock' }, { mode: 0o660 });
      process.fork(async (child) => {
        const { fd } = await child.accept(listener);
        const asked = decodeUtf8(await child.read(fd));
        await child.write(fd, asked.toUpperCase());
        return 0;
      });
      const fd = await process.connect({ family: 'unix', path: '/run/test.sock' });
      await process.write(fd, 'ping');
      const text = decodeUtf8(await process.read(fd));
      expect((await process.read(fd)).length).toBe(0);
      expect(process.stat('/run/test.sock').mode).toBe(0o140660);
      return text;
    });
    expect(answer).toBe('PING');
    kernel.dispose();
  });

  it('refuses to run what the real one refuses', async () => {
    const kernel = bootKernel({ echo: () => 0 }, [
      { path: '/s/noexec', content: '#!/bin/echo\n' },
      { path: '/s/noshebang', mode: 0o755, content: 'echo hi\n' },
      { path: '/s/missing', mode: 0o755, content: '#!/bin/bash\necho\n' },
      { path: '/s/empty', mode: 0o755, content: '' },
      { path: '/s/good', mode: 0o755, content: '#!/bin/echo -n x \necho\n' },
    ]);
    const code = (path: string): string => {
      try {
        kernel.init.spawn(path, [path]);
        return 'ok';
      } catch (error) {
        return isSystemError(error) ? error.code : 'other';
      }
    };
    expect(['/s/noexec', '/s/noshebang', '/s/missing', '/s/empty', '/s', '/s/none', '/s/good'].map(code)).toEqual(['EACCES', 'ENOEXEC', 'ENOENT', 'ENOEXEC', 'EACCES', 'ENOENT', 'ok']);
    expect(kernel.init.processes().at(-1)).toMatchObject({ comm: 'good', argv: ['/bin/echo', '-n x', '/s/good'] });
    kernel.dispose();
  });
});
