import { describe, expect, it } from 'vitest';
import { type Process, SystemError } from '../index.ts';
import { bootKernel } from '../testing.ts';
import recorded from './transcripts/cat.json' with { type: 'json' };

const cat = async (process: Process): Promise<number> => {
  for (;;) {
    const bytes = await process.read(0);
    if (bytes.length === 0) return 0;
    await process.write(1, bytes);
  }
};

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Lets all programs run until they wait. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe('the line discipline, as recorded from a real terminal', () => {
  it.each(recorded.map(([typed = '', seen = '']) => [JSON.stringify(typed), typed, seen]))('%s', async (_name, typed, seen) => {
    const kernel = bootKernel({ cat });
    const terminal = kernel.openTerminal();
    let screen = '';
    terminal.onData((bytes) => {
      for (const byte of bytes) screen += String.fromCharCode(byte);
    });
    terminal.spawn('/bin/cat', ['cat']);
    await settle();
    terminal.write(latin1(typed));
    await settle();
    expect(screen).toBe(seen);
    kernel.dispose();
  });
});

describe('a terminal', () => {
  it('hangs up, tells the size, and slows a fast writer down', async () => {
    const told: string[] = [];
    let written = 0;
    const kernel = bootKernel({ yes: async (process) => {
      process.onSignal('SIGWINCH', { handle: () => told.push(JSON.stringify(process.windowSize(0))), restart: true });
      for (;;) {
        await process.write(1, 'y'.repeat(1000));
        written += 1000;
      }
    } });
    const terminal = kernel.openTerminal({ rows: 10, columns: 20 });
    const pid = terminal.spawn('/bin/yes', ['yes']);
    await settle();
    expect(written).toBeLessThan(20_000);
    terminal.resize({ rows: 30, columns: 100 });
    expect(told).toEqual(['{"rows":30,"columns":100}']);
    expect(kernel.processes().at(-1)).toMatchObject({ tty: 'pts/0', sid: pid, tpgid: pid });
    terminal.dispose();
    expect(await kernel.init.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGHUP' });
    expect(() => kernel.init.stat('/dev/pts/0')).toThrow(SystemError);
    kernel.dispose();
  });

  it('lets Ctrl-C through to a program that never waits', async () => {
    const kernel = bootKernel({ busy: async (process) => {
      for (;;) await process.checkpoint();
    } });
    const terminal = kernel.openTerminal();
    const pid = terminal.spawn('/bin/busy', ['busy']);
    setTimeout(() => terminal.write('\x03'), 5);
    expect(await kernel.init.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGINT' });
    kernel.dispose();
  });
});
