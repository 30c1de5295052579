import { encodeUtf8, tarEntry, type TarEntry, writeTar } from '../../base/index.ts';
import { requestHttp } from '../../base/http/index.ts';
import { digestHex, digestOf } from '../../oci/index.ts';
import { buildTree, Kernel, type Program, programStub, TmpFs } from '../../kernel/index.ts';
import { createDockerd } from './dockerd.ts';

/** A machine for tests: a kernel with dockerd on its socket and a few programs. */
export interface TestMachine {
  kernel: Kernel;
  /** Sends a request to the engine; the body is JSON unless it is bytes. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; text: string; json: unknown }>;
  /** Starts dockerd again after its end. */
  start(...args: string[]): Promise<void>;
  /** Ends dockerd with a signal and waits for it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  dispose(): void;
}

const programs: Record<string, Program> = {
  true: () => 0,
  false: () => 1,
  echo: async (process) => {
    await process.write(1, `${process.argv.slice(1).join(' ')}\n`);
    return 0;
  },
  fail: async (process) => {
    await process.write(2, `${process.argv.slice(1).join(' ')}\n`);
    return 7;
  },
  cat: async (process) => {
    for (const path of process.argv.slice(1)) await process.write(1, process.readFile(path));
    if (process.argv.length === 1) for (let bytes = await process.read(0); bytes.length > 0; bytes = await process.read(0)) await process.write(1, bytes);
    return 0;
  },
  write: (process) => {
    process.writeFile(process.argv[1] ?? '', `${process.argv.slice(2).join(' ')}\n`);
    return 0;
  },
  rm: (process) => {
    process.unlink(process.argv[1] ?? '');
    return 0;
  },
  sleep: async (process) => {
    await process.sleep(Number(process.argv[1]) * 1000);
    return 0;
  },
  trap: async (process) => {
    const ended = Promise.withResolvers<void>();
    process.onSignal('SIGTERM', { handle: () => ended.resolve(), restart: true });
    await process.write(1, 'ready\n');
    await ended.promise;
    return 3;
  },
  about: async (process) => {
    const { uid, gid } = process.credentials;
    await process.write(1, `${JSON.stringify({ pid: process.pid, uid, gid, cwd: process.cwd, hostname: process.hostname(), env: process.env, tty: process.isatty(1) })}\n`);
    return 0;
  },
};

/** Boots a machine and starts dockerd on it. */
export async function bootMachine(): Promise<TestMachine> {
  const table = new Map<string, () => Program>(Object.entries(programs).map(([name, program]) => [name, () => program]));
  table.set('dockerd', () => createDockerd());
  const root = buildTree([
    { path: '/tmp', mode: 0o1777 }, { path: '/etc' }, { path: '/var/log' }, { path: '/var/lib' }, { path: '/var/run' }, { path: '/usr/sbin/dockerd', mode: 0o755, content: programStub('dockerd') },
    { path: '/etc/group', content: 'root:x:0:\ndocker:x:101:\n' }, { path: '/etc/passwd', content: 'root:x:0:0:root:/root:/bin/sh\n' },
  ]);
  const kernel = new Kernel({ hostname: 'lab', root, programs: table, mounts: [{ source: 'disk', target: '/var/lib/docker', fs: new TmpFs({ now: () => Date.now() }) }] });
  const { init } = kernel;
  let pid = 0;
  const start = async (...args: string[]): Promise<void> => {
    const log = init.open('/var/log/docker.log', 'a');
    pid = init.spawn('/usr/sbin/dockerd', ['dockerd', '-H', 'unix:///run/docker.sock', ...args], { fds: { 0: init.open('/dev/null'), 1: log, 2: log } });
    while (!/API listen on/.test(init.readTextFile('/var/log/docker.log'))) {
      if (await init.wait(pid, { nohang: true })) throw new Error(`dockerd ended: ${init.readTextFile('/var/log/docker.log')}`);
      await init.sleep(1);
    }
    init.writeFile('/var/log/docker.log', '');
  };
  await start();
  return {
    kernel, start,
    async api(method, path, body, headers = {}) {
      const stream = init.stream(await init.connect({ family: 'unix', path: '/run/docker.sock' }));
      const isJson = body !== undefined && !(body instanceof Uint8Array);
      const bytes = body instanceof Uint8Array ? body : isJson ? encodeUtf8(JSON.stringify(body)) : undefined;
      const response = await requestHttp(stream, { method, path, headers: { connection: 'close', ...(isJson && { 'content-type': 'application/json' }), ...headers }, ...(bytes && { body: bytes }) });
      const text = await response.text();
      return { status: response.status, text, json: jsonOrUndefined(text) };
    },
    async stop(signal) {
      init.kill(pid, signal);
      await init.wait(pid);
    },
    dispose: () => kernel.dispose(),
  };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What `docker save` would give for an image of one layer with these files, and every test program in /bin. */
export function imageArchive(name: string, files: readonly TarEntry[], config: Record<string, unknown> = {}): Uint8Array {
  const layer = writeTar([
    tarEntry('bin', { type: 'directory' }), ...Object.keys(programs).map((program) => tarEntry(`bin/${program}`, { mode: 0o755, bytes: programStub(program) })),
    tarEntry('etc', { type: 'directory' }), tarEntry('etc/passwd', { bytes: encodeUtf8('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\n') }),
    tarEntry('etc/group', { bytes: encodeUtf8('root:x:0:\nstaff:x:50:nobody\n') }), ...files,
  ]);
  const image = encodeUtf8(JSON.stringify({
    architecture: 'amd64', os: 'linux', created: '2024-01-02T03:04:05Z', config: { Env: ['PATH=/bin'], Cmd: ['true'], ...config }, history: [{ created: '2024-01-02T03:04:05Z', created_by: 'COPY . /' }],
    rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
  }));
  const blob = (bytes: Uint8Array): string => `blobs/sha256/${digestHex(digestOf(bytes))}`;
  return writeTar([
    tarEntry(blob(image), { bytes: image }), tarEntry(blob(layer), { bytes: layer }),
    tarEntry('manifest.json', { bytes: encodeUtf8(JSON.stringify([{ Config: blob(image), RepoTags: [name], Layers: [blob(layer)] }])) }),
  ]);
}

/** Runs a program in a container to its end. */
export async function run(machine: TestMachine, request: Record<string, unknown>): Promise<{ id: string; code: number; stdout: string; stderr: string }> {
  const { json } = await machine.api('POST', '/containers/create', request);
  const { Id: id } = json as { Id: string };
  await machine.api('POST', `/containers/${id}/start`);
  const waited = await machine.api('POST', `/containers/${id}/wait`);
  const logs = async (stream: string): Promise<string> => JSON.stringify((await machine.api('GET', `/containers/${id}/logs?${stream}=1`)).text.replace(/[\0-\x02]\0\0\0[\s\S]{4}/g, ''));
  return { id, code: (waited.json as { StatusCode: number }).StatusCode, stdout: JSON.parse(await logs('stdout')) as string, stderr: JSON.parse(await logs('stderr')) as string };
}

