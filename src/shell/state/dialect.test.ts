import { afterEach, describe, expect, it } from 'vitest';
import { coreutilsPrograms } from '../../coreutils/index.ts';
import { type Kernel, programStub } from '../../kernel/index.ts';
import { bootKernel } from '../../kernel/testing.ts';
import { createBash } from '../bash.ts';
import { ashDialect, dashDialect, type Dialect } from './dialect.ts';

let kernel: Kernel | undefined;
afterEach(() => kernel?.dispose());

/** What `sh -c SCRIPT` prints, both streams as one, and its status. */
async function run(dialect: Dialect, script: string): Promise<string> {
  const sh = createBash({ dialect });
  const programs = new Map(Object.entries({ ...coreutilsPrograms, sh: () => sh }));
  kernel = bootKernel({}, [{ path: '/etc/passwd', content: 'root:x:0:0::/:/bin/sh\n' }, ...['sh', 'cat'].map((name) => ({ path: `/bin/${name}`, mode: 0o755, content: programStub(name) }))], { programs });
  const { init } = kernel;
  const output = init.open('/output', 'w');
  const status = await init.wait(init.spawn('/bin/sh', ['sh', '-c', script], { env: { PATH: '/bin' }, fds: { 0: init.open('/dev/null'), 1: output, 2: output } }));
  return `${init.readTextFile('/output')}[${status?.kind === 'exited' ? status.status : status?.kind}]`;
}

/** Recorded from busybox 1.37 and dash 0.5.12 in containers of a real engine. */
const recorded: [script: string, ash: string, dash: string][] = [
  ['nosuch', 'sh: nosuch: not found\n[127]', 'sh: 1: nosuch: not found\n[127]'],
  ['/no/such', 'sh: /no/such: not found\n[127]', 'sh: 1: /no/such: not found\n[127]'],
  ['/etc', 'sh: /etc: Permission denied\n[126]', 'sh: 1: /etc: Permission denied\n[126]'],
  ['echo x > /nodir/a; echo $?', "sh: can't create /nodir/a: nonexistent directory\n1\n[0]", 'sh: 1: cannot create /nodir/a: Directory nonexistent\n2\n[0]'],
  ['cat < /nofile; echo $?', "sh: can't open /nofile: no such file\n1\n[0]", 'sh: 1: cannot open /nofile: No such file\n2\n[0]'],
  ['. /nofile; echo not', "sh: .: line 0: can't open '/nofile': No such file or directory\n[2]", 'sh: 1: .: cannot open /nofile: No such file\n[2]'],
  ['cd /nosuch', "sh: cd: line 0: can't cd to /nosuch: No such file or directory\n[2]", "sh: 1: cd: can't cd to /nosuch\n[2]"],
  ['echo a; fi', 'sh: syntax error: unexpected "fi"\n[2]', 'sh: 1: Syntax error: "fi" unexpected\n[2]'],
  ['echo "a', 'sh: syntax error: unterminated quoted string\n[2]', 'sh: 1: Syntax error: Unterminated quoted string\n[2]'],
  ['set -u; echo $A', 'sh: A: parameter not set\n[2]', 'sh: 1: A: parameter not set\n[2]'],
  ['echo {a,b} "a\\tb"', '{a,b} a\\tb\n[0]', '{a,b} a\tb\n[0]'],
];

describe('dialects of sh', () => {
  it.for(recorded)('%s', async ([script, ash, dash]) => {
    expect(await run(ashDialect, script)).toBe(ash);
    expect(await run(dashDialect, script)).toBe(dash);
  });
});
