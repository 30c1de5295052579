import { describe, expect, it } from 'vitest';
import { bootHost } from '../../src/host/index.ts';
import { CountingClock } from './counting-clock.ts';

/** The status of a script that goes on till it is killed. */
const killed = 124;

/** What runs into a limit, the words for it (as the real ones say them), and the status. */
const limits: readonly [script: string, words: RegExp, exitCode: number][] = [
  [':(){ :|:& };:; sleep 99', /^bash: fork: retry: Resource temporarily unavailable\n/, killed],
  ['ulimit -u 200; f(){ echo $(f); }; f', /^bash: fork: retry: Resource temporarily unavailable\n/, 0],
  ['ulimit -u 200; while :; do sleep 999 & done', /^bash: fork: retry: Resource temporarily unavailable\n[^]*bash: fork: Resource temporarily unavailable\n$/, 254],
  ['f(){ f; }; f', /f: maximum function nesting level exceeded \(\d+\)\n$/, 1],
  ['f(){ eval f; }; f', /maximum function nesting level exceeded \(\d+\)\n$/, 1],
  ['echo ". /tmp/s" > /tmp/s; . /tmp/s', /^\/tmp\/s: line 1: \.: maximum source nesting level exceeded \(\d+\)\n$/, 1],
  ['x=a; while :; do x=$x$x; done', /^bash: xrealloc: cannot allocate \d+ bytes\n$/, 2],
  ['v=$(yes)', /^bash: xrealloc: cannot allocate \d+ bytes\n$/, 2],
  ["printf -v v '%1000000000s' x", /^bash: xrealloc: cannot allocate \d+ bytes\n$/, 2],
  ['echo {1..100000000} | wc -c', /^bash: line 1: brace expansion: failed to allocate memory for 100000000 elements\n$/, 0],
  ['a=b; b=a; echo $((a))', /b: expression recursion level exceeded \(error token is "b"\)\n$/, 1],
  ['while exec {fd}< /dev/null; do :; done', /: Too many open files\n$/, 0],
  ['sudo mount -t tmpfs -o size=8m tmpfs /mnt; cat /dev/urandom | sudo tee /mnt/big', /^tee: \/mnt\/big: No space left on device\n$/, killed],
  ['sudo mount -t tmpfs -o size=8m tmpfs /mnt; sudo dd if=/dev/zero of=/mnt/big bs=1M', /^dd: error writing '\/mnt\/big': No space left on device\n9\+0 records in\n8\+0 records out\n/, 1],
  ['while :; do :; done', /^$/, killed],
  ['yes', /^$/, killed],
];

describe('a limit', () => {
  it.each(limits)('is told by %s, and the host goes on', async (script, words, exitCode) => {
    const clock = new CountingClock(5);
    const host = await bootHost({ clock });
    let [stdout, stderr] = [0, ''];
    const ended = await host.exec(script, { user: 'learner', timeoutMs: 40_000, onStdout: (bytes) => (stdout += bytes.length), onStderr: (bytes) => (stderr += stderr.length < 1e6 ? Buffer.from(bytes).toString() : '') });
    expect(stderr).toMatch(words);
    expect(ended.exitCode).toBe(exitCode);
    expect((await host.exec('pkill -KILL -u learner; echo alive')).stdout).toBe('alive\n');
    await host.dispose();
    expect(clock.pending).toBe(0);
  });

  it('of a busy loop or endless output leaves the terminal to its user: Ctrl-C gives the prompt back', async () => {
    const host = await bootHost();
    const { terminal, ended } = host.openSession('learner', { rows: 24, columns: 80 });
    let screen = '';
    terminal.onData((bytes) => {
      screen = (screen + Buffer.from(bytes).toString()).slice(-2000);
    });
    const shows = async (text: string): Promise<void> => {
      while (!screen.includes(text)) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await shows('$ ');
    for (const script of ['while :; do :; done', 'yes', 'cat /dev/zero', 'for((;;)); do echo x; done', 'until false; do false; done', 'f(){ f; f; }; f 2>/dev/null', 'sleep 100 | sleep 100', 'echo $(while :; do :; done)', 'read x', 'cat', 'seq 1000000000', 'awk "BEGIN { while (1) n++ }"']) {
      terminal.write(`${script}\r`);
      await new Promise((resolve) => setTimeout(resolve, 60));
      terminal.write('\x03');
      terminal.write('echo back-$((6*7))\r');
      await shows('back-42');
      screen = '';
    }
    terminal.write('exit\r');
    expect(await ended).toBeDefined();
    await host.dispose();
  });
});
