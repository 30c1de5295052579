import { afterEach, describe, expect, it } from 'vitest';
import { coreutilsPrograms } from '../coreutils/index.ts';
import { bootKernel } from '../kernel/testing.ts';
import { type Kernel, programStub, type Terminal } from '../kernel/index.ts';
import { CompleterRegistry, createBash } from './index.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.dispose());

/** An interactive bash on a terminal; `until` waits for the screen's text to hold something. */
class Session {
  readonly terminal: Terminal;
  readonly pid: number;
  #screen = '';
  #waiting: { text: string; done: () => void } | undefined;

  constructor() {
    const completers = new CompleterRegistry();
    completers.register('tool', ({ words }) => (words.length === 2 ? ['build', 'bundle', { value: '--file=', space: false }] : undefined));
    const bash = createBash({ completers, commandNotFound: (name) => (name === 'вщслук' ? 'docker?' : undefined) });
    const programs = new Map(Object.entries({ ...coreutilsPrograms, bash: () => bash }));
    const stubs = [...programs.keys()].map((name) => ({ path: `/usr/bin/${name}`, mode: 0o755, content: programStub(name) }));
    kernel = bootKernel({}, [{ path: '/etc/passwd', content: 'root:x:0:0:root:/root:/bin/bash\n' }, ...stubs], { programs });
    this.terminal = kernel.openTerminal({ rows: 24, columns: 80 });
    this.terminal.onData((bytes) => {
      this.#screen += new TextDecoder().decode(bytes);
      this.#check();
    });
    this.pid = this.terminal.spawn('/usr/bin/bash', ['bash'], { env: { PATH: '/usr/bin', HOME: '/root', PS1: '$ ' }, cwd: '/root' });
  }

  #check(): void {
    const waiting = this.#waiting;
    if (!waiting || !this.#screen.includes(waiting.text)) return;
    this.#screen = this.#screen.slice(this.#screen.indexOf(waiting.text) + waiting.text.length);
    this.#waiting = undefined;
    waiting.done();
  }

  until(text: string): Promise<void> {
    return new Promise((done) => {
      this.#waiting = { text, done };
      this.#check();
    });
  }

  /** Types, and waits until the screen shows it: without that the test fails at its time limit. */
  async expectAfter(keys: string, expected: string): Promise<void> {
    this.terminal.write(keys);
    await this.until(expected);
  }

  async end(): Promise<unknown> {
    this.terminal.write('exit 3\r');
    return kernel?.init.wait(this.pid);
  }
}

describe('an interactive bash', () => {
  it('runs lines, reads on where a command is not complete, and exits', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('echo a"b"c\r', 'abc\r\n');
    await session.expectAfter('for i in 1 2; do\r', '> ');
    await session.expectAfter('echo n$i; done\r', 'n1\r\nn2\r\n');
    await session.expectAfter('cat <<E\rtext $((1+1))\rE\r', 'text 2\r\n');
    expect(await session.end()).toMatchObject({ kind: 'exited', status: 3 });
  });

  it('keeps history in its file from command to command', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('echo one\r', 'one\r\n');
    await session.expectAfter('cat ~/.bash_history\r', 'echo one\r\ncat ~/.bash_history\r\n');
    await session.expectAfter('!ec\r', 'one\r\n');
  });

  it('gives the prompt back at Ctrl-C, from a program and from a loop of builtins', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('sleep 1000; echo not this\r', '\x1b[?2004l');
    await session.expectAfter('\x03', '$ ');
    await session.expectAfter('while true; do :; done\r', '\x1b[?2004l');
    await session.expectAfter('\x03', '$ ');
    await session.expectAfter('echo $?\r', '130\r\n');
  });

  it('stops, lists and resumes jobs', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('sleep 1000\r', '\x1b[?2004l');
    await session.expectAfter('\x1a', '[1]+  Stopped                 sleep 1000\r\n');
    await session.expectAfter('bg\r', '[1]+ sleep 1000 &\r\n');
    await session.expectAfter('jobs\r', '[1]+  Running                 sleep 1000 &\r\n');
    await session.expectAfter('fg\r', 'sleep 1000\r\n');
    await session.expectAfter('\x03', '$ ');
    await session.expectAfter('jobs; echo none\r', 'none\r\n');
  });

  it('completes with the completer of the command, else file names', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('echo tool bui\t', 'bui');
    await session.expectAfter('\x15tool bui\t', 'build ');
    await session.expectAfter('\x15tool --\t', '--file=');
    await session.expectAfter('\x15ls /usr/b\t', '/usr/bin/');
    await session.expectAfter('\x15mkd\t', 'mkdir ');
    await session.expectAfter('\x15\r', '$ ');
  });

  it('lets the host word what was not found', async () => {
    const session = new Session();
    await session.until('$ ');
    await session.expectAfter('вщслук зы\r', 'docker?\r\n');
    await session.expectAfter('nosuch; echo $?\r', 'nosuch: command not found\r\n127\r\n');
  });
});
