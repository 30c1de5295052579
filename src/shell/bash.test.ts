import { afterEach, describe, expect, it } from 'vitest';
import { coreutilsPrograms } from '../coreutils/index.ts';
import { bootKernel } from '../kernel/testing.ts';
import { type Kernel, programStub, type Terminal } from '../kernel/index.ts';
import { CompleterRegistry, createBash } from './index.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.dispose());

/** What the line editor writes before a prompt and after a line: it turns bracketed paste on and off. */
const prompt = /\x1b\[\?2004h(?:\$|>) $/;
const running = '\x1b[?2004l';

/** An interactive bash on a terminal. */
class Session {
  readonly terminal: Terminal;
  readonly pid: number;
  #screen = '';
  #waiting: { ends: (screen: string) => boolean; done: (screen: string) => void } | undefined;

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
    if (!waiting?.ends(this.#screen)) return;
    const screen = this.#screen;
    this.#screen = '';
    this.#waiting = undefined;
    waiting.done(screen);
  }

  #screenAt(ends: (screen: string) => boolean): Promise<string> {
    return new Promise((done) => {
      this.#waiting = { ends, done };
      this.#check();
    });
  }

  /** Types, and gives what the screen shows until bash asks for the next line, without escape sequences. */
  async type(keys: string): Promise<string> {
    this.terminal.write(keys);
    const screen = await this.#screenAt((text) => prompt.test(text));
    return screen.replace(/\x1b\[[?\d;]*[A-Za-z]|\x07/g, '').replace(/\r+\n?/g, '\n');
  }

  /** Types a line whose command goes on; gives what the screen shows until it begins. */
  async start(line: string): Promise<string> {
    this.terminal.write(`${line}\r`);
    return this.#screenAt((screen) => screen.includes(running));
  }

  async end(): Promise<unknown> {
    this.terminal.write('exit 3\r');
    return kernel?.init.wait(this.pid);
  }
}

async function begin(): Promise<Session> {
  const session = new Session();
  await session.type('');
  return session;
}

describe('an interactive bash', () => {
  it('runs lines, reads on where a command is not complete, and exits', async () => {
    const session = await begin();
    expect(await session.type('echo a"b"c\r')).toContain('\nabc\n');
    expect(await session.type('for i in 1 2; do\r')).toMatch(/> $/);
    expect(await session.type('echo n$i; done\r')).toContain('n1\nn2\n');
    expect(await session.type('cat <<E\r')).toMatch(/> $/);
    expect(await session.type('text $((1+1))\r')).toMatch(/> $/);
    expect(await session.type('E\r')).toContain('text 2\n');
    expect(await session.end()).toMatchObject({ kind: 'exited', status: 3 });
  });

  it('keeps history in its file from command to command', async () => {
    const session = await begin();
    await session.type('echo one\r');
    expect(await session.type('cat ~/.bash_history\r')).toContain('echo one\ncat ~/.bash_history\n');
    await session.type('echo two\r');
    expect(await session.type('!ec\r')).toContain('two\n');
  });

  it('gives the prompt back at Ctrl-C, from a program and from a loop of builtins', async () => {
    const session = await begin();
    await session.start('sleep 1000; echo not this');
    expect(await session.type('\x03')).not.toContain('not this');
    expect(await session.type('echo $?\r')).toContain('\n130\n');
    await session.start('while true; do :; done');
    expect(await session.type('\x03')).toMatch(/\^C/);
    expect(await session.type('echo $?\r')).toContain('\n130\n');
  });

  it('stops, lists and resumes jobs', async () => {
    const session = await begin();
    await session.start('sleep 1000');
    expect(await session.type('\x1a')).toContain('[1]+  Stopped                 sleep 1000\n');
    expect(await session.type('bg\r')).toContain('[1]+ sleep 1000 &\n');
    expect(await session.type('jobs\r')).toContain('[1]+  Running                 sleep 1000 &\n');
    await session.start('fg');
    expect(await session.type('\x03')).toContain('^C');
    expect(await session.type('jobs; echo none\r')).toMatch(/echo none\n+none\n/);
  });

  it('completes with the completer of the command, else file names', async () => {
    const session = await begin();
    await session.type('tool() { echo "<$*>"; }\r');
    expect(await session.type('echo tool bui\t.\r')).toContain('\ntool bui.\n');
    expect(await session.type('tool bui\t.\r')).toContain('<build .>');
    expect(await session.type('tool --\tx\r')).toContain('<--file=x>');
    expect(await session.type('ls -d /usr/b\t\r')).toContain('/usr/bin/\n');
    expect(await session.type('mkd\tmade && ls\r')).toContain('\nmade\n');
  });

  it('lets the host word what was not found', async () => {
    const session = await begin();
    expect(await session.type('вщслук зы\r')).toContain('docker?\n');
    expect(await session.type('nosuch; echo $?\r')).toContain('nosuch: command not found\n127\n');
  });
});
