import { afterEach, beforeEach, expect, it } from 'vitest';
import { opensslCnf } from '../../../src/catalogue/authority/index.ts';
import type { Kernel } from '../../../src/kernel/index.ts';
import { bootForBash } from '../bash/sandbox.ts';

/** A terminal with bash: what it shows, and what is typed. */
class Terminal {
  readonly #kernel: Kernel;
  readonly #master: number;
  readonly #decoder = new TextDecoder();
  #seen = '';

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    const { init } = kernel;
    for (const path of ['/usr/lib', '/usr/lib/ssl']) if (!init.exists(path)) init.mkdir(path, 0o755);
    init.writeFile('/usr/lib/ssl/openssl.cnf', opensslCnf);
    const [master, slave] = init.openpty();
    this.#master = master;
    init.spawn('/usr/bin/bash', ['bash', '--norc', '--noediting'], { fds: { 0: slave, 1: slave, 2: slave }, env: { PATH: '/usr/bin', HOME: '/root', TERM: 'dumb', PS1: '$ ' }, cwd: '/tmp/case', newSession: true, controllingTerminal: slave });
    init.close(slave);
  }

  /** What is shown up to and with `text`. */
  async until(text: string): Promise<string> {
    while (!this.#seen.includes(text)) this.#seen += this.#decoder.decode(await this.#kernel.init.read(this.#master), { stream: true });
    const end = this.#seen.indexOf(text) + text.length;
    const shown = this.#seen.slice(0, end);
    this.#seen = this.#seen.slice(end);
    return shown.replaceAll('\r', '').replaceAll(/\u001b\[\?2004[hl]/g, '');
  }

  type(text: string): Promise<void> {
    return this.#kernel.init.write(this.#master, text);
  }

  /** Types a line when `question` is there; what was shown before. */
  async answer(question: string, line: string): Promise<string> {
    const shown = await this.until(question);
    await this.type(`${line}\n`);
    return shown;
  }
}

let kernel: Kernel;
let terminal: Terminal;
beforeEach(() => {
  kernel = bootForBash();
  terminal = new Terminal(kernel);
});
afterEach(() => kernel.dispose());

it('passwords are asked for twice and not shown', async () => {
  await terminal.answer('$ ', 'openssl genrsa -aes256 -out k 2048');
  await terminal.answer('Enter PEM pass phrase:', 'secret');
  expect(await terminal.answer('phrase:', 'secret')).toBe('\nVerifying - Enter PEM pass phrase:');
  expect(await terminal.answer('$ ', 'openssl rsa -in k -noout -check')).toBe('\n$ ');
  await terminal.answer('Enter pass phrase for k:', 'secret');
  expect(await terminal.answer('$ ', 'openssl rsa -in k -noout')).toBe('\nRSA key ok\n$ ');
  await terminal.answer('Enter pass phrase for k:', 'wrong');
  expect(await terminal.until('$ ')).toContain('\nCould not find private key from k\n');
});

it('a password that is too short, and two that differ', async () => {
  await terminal.answer('$ ', 'openssl genrsa -aes256 -out k 2048');
  await terminal.answer('Enter PEM pass phrase:', 'abc');
  expect(await terminal.answer('$ ', 'openssl genrsa -aes256 -out k 2048')).toContain('You must type in 4 to 1024 characters\n');
  await terminal.answer('Enter PEM pass phrase:', 'secret');
  await terminal.answer('Verifying - Enter PEM pass phrase:', 'other');
  expect(await terminal.until('$ ')).toContain('\nVerify failure\n');
});

it("a request's subject is asked for line by line", async () => {
  await terminal.answer('$ ', 'openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k -out c');
  for (const [question, line] of [['[AU]:', 'DE'], ['[Some-State]:', '.'], ['(eg, city) []:', 'Town'], ['Pty Ltd]:', ''], ['section) []:', ''], ['YOUR name) []:', 'reg.test'], ['Email Address []:', ''], ['password []:', ''], ['company name []:', '']]) await terminal.answer(question ?? '', line ?? '');
  await terminal.answer('$ ', 'openssl req -in c -noout -subject');
  expect(await terminal.until('$ ')).toContain('subject=C=DE, L=Town, O=Internet Widgits Pty Ltd, CN=reg.test\n');
});

it('gpg asks whose key it shall be', async () => {
  await terminal.answer('$ ', 'gpg --gen-key');
  for (const [question, line] of [['Real name: ', 'Me'], ['Email address: ', 'me@x.test'], ['(Q)uit? ', 'O']]) await terminal.answer(question ?? '', line ?? '');
  const shown = await terminal.until('$ ');
  expect(shown).toContain('public and secret key created and signed.\n');
  expect(shown).toContain('Me <me@x.test>');
});
