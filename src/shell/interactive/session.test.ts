import { afterEach, describe, expect, it } from 'vitest';
import { coreutilsPrograms } from '../../coreutils/index.ts';
import { bootKernel } from '../../kernel/testing.ts';
import { type Kernel, programStub, type Terminal, type TreeEntry } from '../../kernel/index.ts';
import { createBash } from '../index.ts';
import { FakeTerminal } from '../readline/fake-terminal.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.dispose());

const columns = 60;
const rows = 12;

/** Bash on a terminal whose screen can be looked at. */
class ScreenSession {
  readonly terminal: Terminal;
  #screen = new FakeTerminal(columns, rows);
  #changed: (() => void) | undefined;

  constructor(files: readonly TreeEntry[] = []) {
    const bash = createBash();
    const programs = new Map(Object.entries({ ...coreutilsPrograms, bash: () => bash, sh: () => bash }));
    const stubs = [...programs.keys()].map((name) => ({ path: `/usr/bin/${name}`, mode: 0o755, content: programStub(name) }));
    const shell = { path: '/bin/sh', mode: 0o755, content: programStub('sh') };
    kernel = bootKernel({}, [{ path: '/etc/passwd', content: 'root:x:0:0:root:/root:/bin/bash\n' }, { path: '/etc/hosts', content: '127.0.0.1 localhost db.test\n' }, shell, ...stubs, ...files], { programs });
    this.terminal = kernel.openTerminal({ rows, columns });
    this.terminal.onData((bytes) => {
      this.#screen.write(new TextDecoder().decode(bytes));
      this.#changed?.();
    });
    this.terminal.spawn('/usr/bin/bash', ['bash'], { env: { PATH: '/usr/bin', HOME: '/root', PS1: '$ ', TERM: 'xterm' }, cwd: '/root' });
  }

  get text(): string {
    return this.#screen.text;
  }

  /** Types, then waits until the screen shows what is expected. */
  async type(keys: string, shows: string | RegExp): Promise<string> {
    this.terminal.write(keys);
    const fits = (): boolean => (typeof shows === 'string' ? this.text.includes(shows) : shows.test(this.text));
    while (!fits()) {
      await new Promise<void>((resolve, reject) => {
        const deadline = setTimeout(() => reject(new Error(`${JSON.stringify(keys)} never showed ${String(shows)} on\n${this.text}`)), 3000);
        this.#changed = () => {
          clearTimeout(deadline);
          resolve();
        };
      });
    }
    return this.text;
  }

  /** The last line on the screen that is not empty. */
  get last(): string {
    return this.text.split('\n').at(-1) ?? '';
  }
}

async function begin(files: readonly TreeEntry[] = []): Promise<ScreenSession> {
  const session = new ScreenSession(files);
  await session.type('', /\$$/);
  return session;
}

describe('completion', () => {
  const files: TreeEntry[] = [{ path: '/root/a dir/x y', content: '' }, { path: '/root/a dir/x z', content: '' }, { path: '/root/notes.txt', content: '' }, { path: '/root/.hidden', content: '' }];

  it.each([
    ['a directory with a blank', 'ls a\t', 'ls a\\ dir/'],
    ['the common part of two names', 'ls a\tx\t', 'ls a\\ dir/x\\ '],
    ['inside quotes', 'ls "a d\tx y\t', 'ls "a dir/x y" '],
    ['after =', 'dd if=no\t', 'dd if=notes.txt '],
    ['a variable', 'echo $HOSTTY\t', 'echo $HOSTTYPE '],
    ['a variable that is a directory', 'ls $HOM\t', 'ls $HOME/'],
    ['a user', 'ls ~ro\t', 'ls ~root/'],
    ['a host', 'ssh root@db\t', 'ssh root@db.test '],
    ['a command', 'sha256s\t', 'sha256sum '],
    ['a command of another command', 'sudo sha256s\t', 'sudo sha256sum '],
    ['only directories', 'cd \t', 'cd a\\ dir/'],
    ['a hidden file when asked for', 'cat .h\t', 'cat .hidden '],
    ['a signal', 'kill -US\t1\t', 'kill -USR1 '],
  ])('%s', async (_, keys, line) => {
    const session = await begin(files);
    expect(await session.type(`${keys}|`, `$ ${line}|`)).toContain(line);
  });

  it('asks functions of `complete -F`, which may use compgen and compopt', async () => {
    const session = await begin(files);
    await session.type('_svc() { [[ $3 == svc ]] && compopt -o nospace; COMPREPLY=($(compgen -W "start stop status" -- "$2")); }\r', /\)\); \}\n\$$/);
    await session.type('complete -F _svc svc\r', /svc\n\$$/);
    await session.type('svc sto\t|', '$ svc stop|');
    await session.type('\x15svc x sto\t|', '$ svc x stop |');
    expect(await session.type('\x15svc st\t\t\t', 'start   status  stop')).toContain('\n');
  });
});

describe('history', () => {
  it('expands events, words and modifiers, and keeps a command of several lines as one', async () => {
    const session = await begin();
    await session.type('echo /a/b.txt two\r', '\n/a/b.txt two\n');
    await session.type('echo !$ !!:1:h !!:1:t:r\r', '\ntwo /a b\n');
    await session.type('^two^2^\r', '\n2 /a b\n');
    await session.type('!nope\r', 'bash: !nope: event not found');
    await session.type('for i in 1\rdo echo n$i\rdone\r', /\nn1\n\$$/);
    expect(await session.type('\x1b[A|', '$ for i in 1; do echo n$i; done|')).toContain('\n');
  });

  it('expands no line of a here-document or of an open single quote, and drops one in a double quote that fails', async () => {
    const session = await begin();
    await session.type("cat <<END\r<!doctype it's\r!nope\rEND\r", "\n<!doctype it's\n!nope\n$");
    await session.type('echo $(cat <<END\ry !nope\rEND\r)\r', '\ny !nope\n$');
    await session.type("echo 'a\rb !nope\r^b\rc'\r", '\na\nb !nope\n^b\nc\n$');
    await session.type('echo "a\r!nope\rd"\r', 'bash: !nope: event not found\n> d"\na\nd\n$');
    expect(await session.type('\fcat <<END; echo "q\r!nope\r', /not found\n>$/)).toBe('$ cat <<END; echo "q\n> !nope\nbash: !nope: event not found\n>');
  });

  it('finds by Ctrl-R what an earlier shell ran', async () => {
    const session = await begin([{ path: '/root/.bash_history', content: 'docker ps -a\nls\n' }]);
    await session.type('\x12ker', "(reverse-i-search)`ker': docker ps -a");
    expect(await session.type('\x05 |', '$ docker ps -a |')).not.toContain('reverse');
  });
});

describe('full-screen programs', () => {
  it('nano edits, asks, writes and gives the screen back', async () => {
    const session = await begin();
    await session.type('echo before\r', '\nbefore\n');
    await session.type('nano note.txt\r', '[ New File ]');
    await session.type('hello\rwörld', 'note.txt *');
    await session.type('\x17ello\r', '^X Exit');
    await session.type('\x18', 'Save modified buffer?');
    await session.type('y', 'Write to File: note.txt');
    expect(await session.type('\r', '$ nano note.txt\n$')).toContain('before');
    await session.type('cat note.txt\r', '\nhello\nwörld\n');
  });

  it('nano cuts, pastes, undoes, replaces', async () => {
    const session = await begin([{ path: '/root/f', content: 'one\ntwo\nthree\n' }]);
    await session.type('nano f\r', '[ Read 3 lines ]');
    await session.type('\x0b\x1b[B\x15', 'two\none\nthree');
    await session.type('\x1bu', '[ Undid paste ]');
    await session.type('\x1be', '[ Redid paste ]');
    await session.type('\x1ce\rE\ra', '[ Replaced 3 occurrences ]');
    expect(session.text).toContain('two\nonE\nthrEE');
    await session.type('\x03', 'line');
    await session.type('\x18n', /nano f\n\$$/);
  });

  it('less pages, searches, filters, counts, and stops at Ctrl-Z', async () => {
    const text = Array.from({ length: 100 }, (_, index) => `line ${index + 1}\n`).join('');
    const session = await begin([{ path: '/root/l', content: text }]);
    await session.type('less l\r', /line 11\nl$/);
    await session.type(' ', /^line 12\n[^]*\n:$/);
    await session.type('/line 5\r', /^line 50\n/);
    await session.type('n', /^line 51\n/);
    await session.type('G', /line 100\n\(END\)$/);
    await session.type('&9\rg', /^line 9\nline 19\n/);
    await session.type('&\rg=', 'l lines 1-11/100 byte 79/792 10%  (press RETURN)');
    await session.type('\x1a', '[1]+  Stopped                 less l');
    expect(session.text).toContain('$ less l');
    await session.type('fg\r', /^line 1\n/);
    await session.type('q', /fg\nless l\n\$$/);
  });

  it('top lists processes, takes keys and a smaller window', async () => {
    const session = await begin();
    await session.type('top\r', /PID USER[^]*\n +2 root/);
    await session.type('k', 'PID to signal/kill [default pid = ');
    await session.type('\x03', '%MEM');
    await session.type('N', /%CPU[^]*\n +3 root[^]*\n +2 root/);
    session.terminal.resize({ rows: 9, columns });
    expect(await session.type('q', /\n\$/)).toContain('\n');
  });

  it('man shows a page in the language of the locale, and finds pages by a word', async () => {
    const session = await begin();
    await session.type('LANG=ru_RU.UTF-8 man touch\r', 'меняет время файлов');
    await session.type('q', /\n\$$/);
    await session.type('clear; man -k "reformat|timestamps"\r', 'touch (1)            - change file timestamps');
    await session.type('clear; man nothing-such\r', 'No manual entry for nothing-such');
    expect(await session.type('clear; man seq | head -4\r', 'seq - Print numbers')).toContain('\n');
  });
});

describe('bind and vi mode', () => {
  it('binds macros, functions and shell commands', async () => {
    const session = await begin();
    await session.type(`bind '"\\C-xq": "echo macro"' '"\\C-xd": kill-whole-line'; bind -x '"\\C-xs": READLINE_LINE+=!; READLINE_POINT=0'\r`, /=0'\n\$$/);
    await session.type('\x18q|', '$ echo macro|');
    await session.type('\x18dx\x18sy|', '$ y|x!');
    expect(await session.type('\x18dbind -q kill-whole-line\r', 'kill-whole-line can be invoked via "\\C-xd".')).toContain('\n');
  });

  it('reads ~/.inputrc', async () => {
    const session = await begin([{ path: '/root/.inputrc', content: 'set completion-ignore-case on\n$if mode=emacs\n"\\e[5~": history-search-backward\n"\\C-xh": "echo hi\\C-m"\n$endif\nset nonsense 1\n' }]);
    await session.type('\x18h', '\nhi\n');
    expect(await session.type('bind -v | grep ignore-case\r', 'set completion-ignore-case on')).toContain('\n');
  });
});
