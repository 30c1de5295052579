import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTree, Kernel, type Process, programStub } from '../../kernel/index.ts';
import { jqProgram } from './jq.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(['suspend', 'repeat'] as const)('jq that waits by %s', (waiting) => {
  let kernel: Kernel;
  let init: Process;
  beforeEach(() => {
    kernel = new Kernel({
      hostname: 'lab', programs: new Map([['jq', () => jqProgram(waiting)]]),
      root: buildTree([{ path: '/usr/bin/jq', mode: 0o755, content: programStub('jq') }, { path: '/f.json', content: '{"a":1}\n' }, { path: '/lib/m.jq', content: 'def twice: . * 2;\n' }]),
    });
    init = kernel.init;
  });
  afterEach(() => kernel.dispose());

  /** Starts jq; both its outputs come from one pipe. */
  function start(words: string[], env: Record<string, string> = {}): { pid: number; feed: number; output: number } {
    const [stdin, feed] = init.pipe();
    const [output, stdout] = init.pipe();
    const pid = init.spawn('/usr/bin/jq', ['jq', ...words], { fds: { 0: stdin, 1: stdout, 2: stdout }, env });
    for (const fd of [stdin, stdout]) init.close(fd);
    return { pid, feed, output };
  }

  async function run(words: string[], input = '', env: Record<string, string> = {}): Promise<string> {
    const { pid, feed, output } = start(words, env);
    await init.write(feed, input);
    init.close(feed);
    let all = '';
    for (let part = await init.read(output); part.length > 0; part = await init.read(output)) all += text(part);
    init.close(output);
    const status = await init.wait(pid);
    return `${all}[${status?.kind === 'exited' ? status.status : status?.kind === 'signaled' ? status.signal : ''}]`;
  }

  it('reads files, standard input, modules and the environment', async () => {
    expect(await run(['-c', '., $ENV.X', '/f.json', 'none', '-L', '/lib'], '', { X: 'y' })).toBe('jq: error: Could not open file none: No such file or directory\n{"a":1}\n"y"\n[2]');
    expect(await run(['-L', '/lib', 'import "m" as m; .a | m::twice'], '{"a":4} {"a":5}')).toBe('8\n10\n[0]');
    expect(await run(['.'], '[1')).toBe('jq: parse error: Unfinished JSON term at EOF at line 1, column 2\n[5]');
  });

  it('takes and gives more than fits into a block', async () => {
    const numbers = Array.from({ length: 50000 }, (_, i) => i);
    expect(await run(['-c', '.'], JSON.stringify(numbers))).toBe(`${JSON.stringify(numbers)}\n[0]`);
  });

  it('ends with its process, whatever it computes', async () => {
    const { pid, feed, output } = start(['-n', 'def f: f; f']);
    init.kill(pid, 'SIGINT');
    expect(await init.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGINT' });
    for (const fd of [feed, output]) init.close(fd);
    expect(await run(['-n', '1'])).toBe('1\n[0]');
  });

  it('ends when nobody reads', async () => {
    const { pid, feed, output } = start(['-n', 'repeat(1)']);
    expect(text(await init.read(output))).toMatch(/^1\n1\n/);
    for (const fd of [feed, output]) init.close(fd);
    expect(await init.wait(pid)).toMatchObject({ kind: 'signaled', signal: 'SIGPIPE' });
  });

  it('colours on a terminal', async () => {
    const terminal = kernel.openTerminal({ rows: 24, columns: 80 });
    let screen = '';
    terminal.onData((bytes) => {
      screen += text(bytes);
    });
    const pid = terminal.spawn('/usr/bin/jq', ['jq', '-nc', '[null]']);
    expect(await init.wait(pid)).toMatchObject({ status: 0 });
    await expect.poll(() => screen).toBe('\x1b[1;39m[\x1b[0;90mnull\x1b[0m\x1b[1;39m\x1b[1;39m]\x1b[0m\r\n');
  });

  it('runs many at once, which may wait for each other', async () => {
    const first = start(['-n', 'input']);
    const others = Array.from({ length: 9 }, () => start(['.']));
    for (const { feed, output } of others) {
      await init.write(feed, '7');
      init.close(feed);
      expect(text(await init.read(output))).toBe('7\n');
      init.close(output);
    }
    await init.write(first.feed, '8');
    init.close(first.feed);
    expect(text(await init.read(first.output))).toBe('8\n');
    init.close(first.output);
  });

  it('aborts where memory ends', async () => {
    expect(await run(['-n', '[range(1e8)]'])).toBe('jq: error: cannot allocate memory\n[SIGABRT]');
  });

  it.skipIf(waiting === 'repeat')('answers before its input has ended', async () => {
    const { pid, feed, output } = start(['--unbuffered', '.a']);
    await init.write(feed, '{"a":1}\n');
    expect(text(await init.read(output))).toBe('1\n');
    await init.write(feed, '{"a":2}\n');
    expect(text(await init.read(output))).toBe('2\n');
    for (const fd of [feed, output]) init.close(fd);
    expect(await init.wait(pid)).toMatchObject({ status: 0 });
  });
});
