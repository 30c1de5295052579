/**
 * Runs the spec cases of the Oils project (those of files that list bash) with the real bash 5.2 and with ours, and counts where
 * they agree on standard output and status: `node test/conformance/bash/spec-suite.ts CHECKOUT [-c] [-v] [PREFIX…]`.
 * CHECKOUT is a checkout of oils-for-unix/oils; `-c` gives the scripts by `bash -c` in place of standard input, as the suite does;
 * `-v` shows differences; PREFIX takes the cases whose `file:number` begins so. What the real bash did is kept in CHECKOUT.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTree, Kernel, type Process, type Program, programStub, signalNumbers, type TreeEntry } from '../../../src/kernel/index.ts';
import { coreutilsPrograms } from '../../../src/coreutils/index.ts';
import { createBash, dashDialect } from '../../../src/shell/index.ts';
import { realBashVersion } from './real-bash.ts';

interface Result {
  stdout: string;
  stderr: string;
  status: number;
}

interface SpecCase {
  id: string;
  name: string;
  code: string;
}

interface Answer extends SpecCase {
  /** What the real bash did, when it did it twice and no outside tool had a part in it. */
  real: Result | undefined;
}

const [checkout = '', ...rest] = process.argv.slice(2);
const command = rest.includes('-c');
const verbose = rest.includes('-v');
const prefixes = rest.filter((arg) => !arg.startsWith('-'));
const caseDirectory = '/tmp/spec-case';
const suiteDirectory = '/tmp/spec-suite';
const helperDirectory = `${suiteDirectory}/spec/bin`;
const environment = { PATH: `${helperDirectory}:/usr/bin:/bin`, TMP: caseDirectory, SH: 'bash', REPO_ROOT: suiteDirectory, HOME: '/root', LANG: 'C.UTF-8' };
const outsideTools = /\b(?:python[23]?|perl|ruby|gcc|strace|zsh|mksh|ksh|yash|busybox|expect|setsid)\b/;

/** The cases of the files that list bash. */
function specCases(): SpecCase[] {
  const cases: SpecCase[] = [];
  for (const file of readdirSync(join(checkout, 'spec')).filter((name) => name.endsWith('.test.sh')).sort()) {
    const [head = '', ...blocks] = readFileSync(join(checkout, 'spec', file), 'latin1').split(/^#### /m);
    if (!/^## compare_shells:.*\bbash/m.test(head)) continue;
    blocks.forEach((block, index) => {
      const [name = '', ...lines] = block.split('\n');
      const end = lines.findIndex((line) => /^## (?!END)/.test(line));
      const oneLine = /^## code: (.*)$/m.exec(block)?.[1];
      cases.push({ id: `${file.replace('.test.sh', '')}:${index}`, name: name.trim(), code: oneLine === undefined ? `${lines.slice(0, end < 0 ? undefined : end).join('\n')}\n` : `${oneLine}\n` });
    });
  }
  return cases;
}

/** The suite's helper programs, for the real bash in Perl: their own Python 2 is seldom there. */
const perlHelpers: Record<string, string> = {
  'argv.py': String.raw`sub r { my $s=$_[0]; my $q = ($s =~ /'/ && $s !~ /"/) ? '"' : "'"; $s =~ s/\\/\\\\/g; $s =~ s/'/\\'/g if $q eq "'"; $s =~ s/\n/\\n/g; $s =~ s/\r/\\r/g; $s =~ s/\t/\\t/g; $s =~ s/([^\x20-\x7e])/sprintf("\\x%02x",ord($1))/ge; return $q.$s.$q; } print "[".join(", ", map { r($_) } @ARGV)."]\n";`,
  'printenv.py': String.raw`for (@ARGV) { print exists $ENV{$_} ? $ENV{$_} : "None", "\n"; }`,
  'stdout_stderr.py': String.raw`$|=1; my ($o, $e, $s) = @ARGV; $o //= 'STDOUT'; $e //= 'STDERR'; print STDOUT "$o\n"; print STDERR "$e\n"; exit($s // 0);`,
  'read_from_fd.py': String.raw`for my $fd (@ARGV) { if (open(my $h, "<&=", $fd)) { my $s=''; sysread($h,$s,1024); print "$fd: $s"; } else { print STDERR "FATAL: Error reading from fd $fd: $!\n"; exit 1; } }`,
};

function quoteByte(byte: number, quote: string): string {
  const known: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\', [quote === "'" ? 39 : -1]: "\\'" };
  return known[byte] ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`);
}

/** A string as Python 2 shows it; what is no UTF-8 comes as lone surrogates. */
function repr(text: string): string {
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xdc80 && code <= 0xdcff ? [code - 0xdc00] : [...Buffer.from(character)];
  });
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + bytes.map((byte) => quoteByte(byte, quote)).join('') + quote;
}

/** The same for ours. */
const helpers: Record<string, Program> = {
  async 'argv.py'(process) {
    await process.write(1, `[${process.argv.slice(1).map(repr).join(', ')}]\n`);
    return 0;
  },
  async 'printenv.py'(process) {
    for (const name of process.argv.slice(1)) await process.write(1, `${process.env[name] ?? 'None'}\n`);
    return 0;
  },
  async 'stdout_stderr.py'(process) {
    await process.write(1, `${process.argv[1] ?? 'STDOUT'}\n`);
    await process.write(2, `${process.argv[2] ?? 'STDERR'}\n`);
    return Number(process.argv[3] ?? 0);
  },
  async 'read_from_fd.py'(process) {
    for (const fd of process.argv.slice(1)) {
      const bytes = await process.read(Number(fd), 1024);
      await process.write(1, `${fd}: ${new TextDecoder().decode(bytes)}`);
    }
    return 0;
  },
};

/** Files of the suite that scripts read, by their path below it. */
function dataFiles(folder = 'spec'): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return dataFiles(path);
    return entry.isFile() && !entry.name.endsWith('.test.sh') && !(entry.name in helpers) ? [path] : [];
  });
}

function writeSuite(): void {
  rmSync(suiteDirectory, { recursive: true, force: true });
  mkdirSync(helperDirectory, { recursive: true });
  for (const path of dataFiles()) {
    mkdirSync(join(suiteDirectory, path, '..'), { recursive: true });
    writeFileSync(join(suiteDirectory, path), readFileSync(join(checkout, path)));
    chmodSync(join(suiteDirectory, path), statSync(join(checkout, path)).mode);
  }
  for (const [name, text] of Object.entries(perlHelpers)) writeFileSync(join(helperDirectory, name), `#!/usr/bin/perl\n${text}\n`, { mode: 0o755 });
}

/** Runs a script with the machine's bash; undefined when it does not end. */
function runReal(code: string): Promise<Result | undefined> {
  rmSync(caseDirectory, { recursive: true, force: true });
  mkdirSync(caseDirectory, { recursive: true });
  const input = join(suiteDirectory, 'code');
  writeFileSync(input, code, 'latin1');
  const ended = join(suiteDirectory, 'status');
  rmSync(ended, { force: true });
  // Real pipes: Node would give sockets, which bash takes for a remote shell's and which cannot be opened as /dev/stdout.
  const run = command ? 'bash -c "$1" < /dev/null' : 'cat "$1" | bash';
  const child = spawn('/bin/sh', ['-c', `{ ${run}; echo $? > "$0"; } | cat`, ended, command ? Buffer.from(code, 'latin1').toString() : input], { cwd: caseDirectory, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('latin1').on('data', (part: string) => { stdout += part; });
  child.stderr.setEncoding('latin1').on('data', (part: string) => { stderr += part; });
  return new Promise((resolve) => {
    const end = (status: number | undefined): void => {
      clearTimeout(timer);
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {
        // Nobody is left.
      }
      resolve(status === undefined ? undefined : { stdout, stderr, status });
    };
    const timer = setTimeout(() => end(undefined), 8000);
    child.on('close', () => end(existsSync(ended) ? Number(readFileSync(ended, 'utf8')) : undefined));
  });
}

/** What the real bash does, kept beside the suite. */
async function answers(): Promise<Answer[]> {
  const kept = join(checkout, command ? 'answers-command.json' : 'answers.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Answer[];
  if (realBashVersion() !== '5.2') throw new Error('answers are made with bash 5.2');
  writeSuite();
  const list: Answer[] = [];
  for (const one of specCases()) {
    const first = outsideTools.test(one.code.replaceAll(/^\s*#.*$|^case \$SH in.*$/gm, '')) ? undefined : await runReal(one.code);
    const second = first && (await runReal(one.code));
    const stable = first && second && first.stdout === second.stdout && first.status === second.status;
    list.push({ ...one, real: stable ? first : undefined });
  }
  writeFileSync(kept, JSON.stringify(list));
  return list;
}

const bash = createBash();
const dash = createBash({ dialect: dashDialect });
const programs = new Map<string, () => Program | Promise<Program>>();

function machine(): TreeEntry[] {
  const all: Record<string, () => Program | Promise<Program>> = { ...coreutilsPrograms, bash: () => bash, sh: () => dash, dash: () => dash };
  for (const [name, program] of Object.entries(all)) programs.set(name, program);
  const entries: TreeEntry[] = [
    { path: '/tmp', mode: 0o1777 }, { path: caseDirectory }, { path: '/root', mode: 0o700 }, { path: '/bin', symlink: 'usr/bin' },
    { path: '/etc/passwd', content: 'root:x:0:0:root:/root:/bin/bash\nbin:x:2:2:bin:/bin:/usr/sbin/nologin\n' }, { path: '/etc/group', content: 'root:x:0:\n' },
    ...(existsSync('/etc/bash.bashrc') ? [{ path: '/etc/bash.bashrc', content: readFileSync('/etc/bash.bashrc', 'utf8') }] : []),
    ...dataFiles().map((path) => ({ path: join(suiteDirectory, path), mode: statSync(join(checkout, path)).mode & 0o777, content: new Uint8Array(readFileSync(join(checkout, path))) })),
  ];
  for (const name of programs.keys()) entries.push({ path: `/usr/bin/${name}`, mode: 0o755, content: programStub(name), size: 100_000 });
  for (const [name, program] of Object.entries(helpers)) {
    programs.set(name, () => program);
    entries.push({ path: `${helperDirectory}/${name}`, mode: 0o755, content: programStub(name), size: 100_000 });
  }
  return entries;
}

async function readAll(init: Process, fd: number): Promise<string> {
  let text = '';
  for (let part = await init.read(fd); part.length > 0; part = await init.read(fd)) text += Buffer.from(part).toString('latin1');
  return text;
}

async function runOurs(code: string, entries: readonly TreeEntry[]): Promise<Result> {
  const kernel = new Kernel({ hostname: 'test', root: buildTree(entries), programs });
  const { init } = kernel;
  let timer: NodeJS.Timeout | undefined;
  try {
    const [input, feed] = init.pipe();
    const [output, stdout] = init.pipe();
    const [errors, stderr] = init.pipe();
    const pid = init.spawn('/usr/bin/bash', command ? ['bash', '-c', Buffer.from(code, 'latin1').toString()] : ['bash'], { fds: { 0: input, 1: stdout, 2: stderr }, env: environment, cwd: caseDirectory, newSession: true });
    for (const fd of [input, stdout, stderr]) init.close(fd);
    const write = async (): Promise<void> => {
      await init.write(feed, command ? '' : new Uint8Array(Buffer.from(code, 'latin1'))).catch(() => undefined);
      init.close(feed);
    };
    const end = Promise.all([readAll(init, output), readAll(init, errors), write()]).then(async ([out, err]) => {
      const status = await init.wait(pid);
      return { stdout: out, stderr: err, status: status?.kind === 'exited' ? status.status : status?.kind === 'signaled' ? 128 + signalNumbers[status.signal] : -1 };
    });
    const late = new Promise<Result>((resolve) => {
      timer = setTimeout(() => resolve({ stdout: '', stderr: 'does not end', status: -1 }), 10_000);
    });
    return await Promise.race([end, late]);
  } finally {
    clearTimeout(timer);
    kernel.dispose();
  }
}

function show(one: Answer, real: Result, ours: Result): string {
  const part = (who: string, { status, stdout, stderr }: Result): string => `--- ${who}: ${status} ${JSON.stringify(stdout)}\n    ${JSON.stringify(stderr.slice(0, 400))}\n`;
  return `=== ${one.id} ${one.name}\n${one.code.trim()}\n${part('bash', real)}${part('ours', ours)}`;
}

process.on('unhandledRejection', (error) => console.error('unhandled', error));
const list = (await answers()).filter((one) => prefixes.length === 0 || prefixes.some((prefix) => one.id.startsWith(prefix)));
const entries = machine();
const failed = new Map<string, number>();
let counted = 0;
let agreed = 0;
for (const one of list) {
  if (!one.real) continue;
  counted++;
  const ours = await runOurs(one.code, entries);
  if (ours.stdout === one.real.stdout && ours.status === one.real.status) {
    agreed++;
    continue;
  }
  const [file = ''] = one.id.split(':');
  failed.set(file, (failed.get(file) ?? 0) + 1);
  if (verbose) console.log(show(one, one.real, ours));
}
console.log(`${agreed} of ${counted} (${((100 * agreed) / counted).toFixed(1)} %); left out ${list.length - counted}`);
console.log([...failed].sort((a, b) => b[1] - a[1]).map(([file, count]) => `${file} ${count}`).join(', '));
process.exit(0);
