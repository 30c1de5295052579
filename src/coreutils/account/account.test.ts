import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTree, Kernel, type Process, programStub } from '../../kernel/index.ts';
import { coreutilsPrograms } from '../index.ts';

describe('accounts', () => {
  let kernel: Kernel;
  let init: Process;
  beforeEach(() => {
    const program = (name: string, mode = 0o755) => ({ path: `/usr/bin/${name}`, mode, content: programStub(name) });
    kernel = new Kernel({
      hostname: 'lab', programs: new Map(Object.entries(coreutilsPrograms)),
      root: buildTree([
        { path: '/etc/passwd', content: 'root:x:0:0:root:/root:/usr/bin/id\nbob:x:1001:1001::/:/usr/bin/id\namy:x:1002:1002::/:/usr/bin/id\n' }, { path: '/etc/group', content: 'root:x:0:\nbob:x:1001:\namy:x:1002:\nops:x:2000:amy\n' },
        { path: '/etc/shadow', mode: 0o640, content: 'root:*:20000:0:99999:7:::\nbob:*:20000:0:99999:7:::\namy:*:20000:0:99999:7:::\n' },
        { path: '/etc/sudoers', mode: 0o440, content: 'root ALL=(ALL:ALL) ALL\nbob ALL=(ALL) NOPASSWD: /usr/bin/id, /usr/bin/cat /etc/shadow, !/usr/bin/id -u\n@includedir /etc/sudoers.d\n' }, { path: '/etc/sudoers.d/ops', mode: 0o440, content: '%ops ALL=(root) ALL\n' },
        ...['id', 'cat', 'passwd', 'chpasswd', 'env'].map((name) => program(name)), ...['sudo', 'su'].map((name) => program(name, 0o4755)),
      ]),
    });
    init = kernel.init;
  });
  afterEach(() => kernel.dispose());

  async function run(argv: string[], { uid = 0, input = '' } = {}): Promise<string> {
    const [stdin, feed] = init.pipe();
    const [output, stdout] = init.pipe();
    const pid = init.spawn(`/usr/bin/${argv[0]}`, argv, { fds: { 0: stdin, 1: stdout, 2: stdout }, env: { PATH: '/usr/bin' }, credentials: uid === 0 ? {} : { uid, euid: uid, gid: uid, egid: uid, groups: [uid] } });
    for (const fd of [stdin, stdout]) init.close(fd);
    await init.write(feed, input);
    init.close(feed);
    let text = '';
    for (let part = await init.read(output); part.length > 0; part = await init.read(output)) text += new TextDecoder().decode(part);
    init.close(output);
    const status = await init.wait(pid);
    return `${text}[${status?.kind === 'exited' ? status.status : -1}]`;
  }

  it('sudo lets run what sudoers says, by command, arguments and target', async () => {
    expect(await run(['sudo', 'id', '-un'], { uid: 1001 })).toBe('root\n[0]');
    expect(await run(['sudo', '-u', 'amy', 'id', '-un'], { uid: 1001 })).toBe('amy\n[0]');
    expect(await run(['sudo', '-n', 'cat', '/etc/shadow'], { uid: 1001 })).toContain('root:*');
    expect(await run(['sudo', '-n', 'cat', '/etc/group'], { uid: 1001 })).toBe('sudo: a password is required\n[1]');
    expect(await run(['sudo', '-n', 'id', '-u'], { uid: 1001 })).toBe('sudo: a password is required\n[1]');
  });

  it('a group rule asks for the password that chpasswd set, and runs as none but root', async () => {
    expect(await run(['chpasswd'], { input: 'amy:secret\n' })).toBe('[0]');
    expect(await run(['sudo', '-S', 'id', '-un'], { uid: 1002, input: 'secret\n' })).toBe('[sudo] password for amy: root\n[0]');
    expect(await run(['sudo', '-n', '-u', 'bob', 'id'], { uid: 1002 })).toContain("Sorry, user amy is not allowed to execute '/usr/bin/id' as bob on lab.");
    expect(await run(['sudo', '-k', '-S', 'id'], { uid: 1002, input: 'wrong\n' })).toContain('sudo: 1 incorrect password attempt');
  });

  it('su opens by the password of the other one, and a locked account by none', async () => {
    await run(['chpasswd'], { input: 'bob:hello\n' });
    expect(await run(['su', 'bob'], { uid: 1002, input: 'hello\n' })).toContain('uid=1001(bob)');
    expect(await run(['passwd', '-l', 'bob'])).toBe('passwd: password changed.\n[0]');
    expect(await run(['su', 'bob'], { uid: 1002, input: 'hello\n' })).toBe('Password: su: Authentication failure\n[1]');
  });
});
