import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bootLabHosts, type Host } from '../../host/index.ts';
import { homeOf, type Lab, setUpLab } from '../../lab/index.ts';
import { hostNamed } from '../labs/machine-source.ts';
import { readLab } from '../labs/read-lab.ts';
import { UsageError } from '../usage-error.ts';

function putFile(host: Host, user: string, spec: string): void {
  const [, path, local] = /^([^=]+)=(.+)$/.exec(spec) ?? [];
  if (path === undefined || local === undefined) throw new UsageError(`--file takes PATH=LOCAL, found ${spec}`);
  let data: Uint8Array;
  try {
    data = readFileSync(local);
  } catch (error) {
    throw new UsageError(`--file ${spec}: cannot read ${local}: ${error instanceof Error ? error.message : String(error)}`);
  }
  host.files.write(path.startsWith('/') ? path : `${homeOf(user)}/${path}`, new Uint8Array(data), { user });
}

async function setUp(hosts: ReadonlyMap<string, Host>, lab: Lab): Promise<void> {
  await setUpLab(lab, {
    exec: (script, { host, ...options } = {}) => hostNamed(hosts, host).exec(script, options),
    files: { write: async (path, data, { host, ...options } = {}) => hostNamed(hosts, host).files.write(path, data, options) },
  });
}

/** The lab's hosts, or the one that there is without a lab. */
async function bootHosts(lab: Lab | undefined): Promise<AsyncDisposable & { byName: ReadonlyMap<string, Host> }> {
  const byName = await bootLabHosts(lab?.hosts ?? ['lab']);
  return {
    byName,
    async [Symbol.asyncDispose]() {
      for (const host of byName.values()) await host.dispose();
    },
  };
}

/** Lends this terminal to a login shell on the host; resolves to its exit status. */
async function interact(host: Host, user: string): Promise<number> {
  const { stdin, stdout } = process;
  const size = (): { rows: number; columns: number } => ({ rows: stdout.rows ?? 24, columns: stdout.columns ?? 80 });
  const session = host.openSession(user, size(), (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'])?.slice(0, 2));
  session.terminal.onData((bytes) => new Promise<void>((resolve) => stdout.write(bytes, () => resolve())));
  const type = (bytes: Buffer): void => session.terminal.write(new Uint8Array(bytes));
  const resize = (): void => session.terminal.resize(size());
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.on('data', type);
  stdin.on('end', () => session.terminal.write('\x04'));
  stdout.on('resize', resize);
  try {
    return await session.ended;
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.off('data', type);
    stdin.pause();
    stdout.off('resize', resize);
  }
}

/** `sandbox [-c SCRIPT] [--lab ID] [--host NAME] [--user NAME] [--file PATH=LOCAL]…` */
export async function sandbox(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { command: { type: 'string', short: 'c' }, lab: { type: 'string' }, host: { type: 'string' }, user: { type: 'string' }, file: { type: 'string', multiple: true, default: [] } },
  });
  const lab = values.lab === undefined ? undefined : readLab(values.lab);
  const user = values.user ?? lab?.user ?? 'learner';
  await using hosts = await bootHosts(lab);
  if (lab) await setUp(hosts.byName, lab);
  const host = hostNamed(hosts.byName, values.host);
  for (const spec of values.file) putFile(host, user, spec);
  if (values.command === undefined) return await interact(host, user);
  const { exitCode } = await host.exec(values.command, {
    user,
    stdin: process.stdin.isTTY ? '' : process.stdin,
    onStdout: (bytes) => process.stdout.write(bytes),
    onStderr: (bytes) => process.stderr.write(bytes),
  });
  process.stdin.destroy();
  return exitCode;
}
