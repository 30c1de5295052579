import { connect } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Backend, type BackendTerminal, createRemoteBackend, type RemoteOptions } from '../../src/backend/index.ts';
import { connectEngine, gatewayPath, type LabServer, serveLabs, whyNoDocker } from '../../src/server/index.ts';
import { removeOwnDisks } from '../backend/docker-server.ts';
import { type Measurement, median, medianOf, timed } from './measurement.ts';

const size = { rows: 24, columns: 80 };
const keys = 300;

/** What answers a key with an echo: a shell's terminal. */
interface Echo {
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): void;
}

/** Milliseconds from a key to its echo, for keys typed one after the other into `cat`; the terminal echoes them. */
async function echoTimes(terminal: Echo): Promise<number[]> {
  let arrived: (text: string) => void = () => undefined;
  terminal.onData((bytes) => arrived(Buffer.from(bytes).toString()));
  const until = (wanted: string): Promise<void> => {
    let seen = '';
    return new Promise((resolve) => {
      arrived = (text) => {
        seen += text;
        if (seen.includes(wanted)) resolve();
      };
    });
  };
  const begun = until('begun\r\n');
  terminal.write(Buffer.from('echo be""gun; cat > /dev/null\r'));
  await begun;
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    const echoed = until('x');
    const began = performance.now();
    terminal.write(Buffer.from('x'));
    await echoed;
    times.push(performance.now() - began);
    // A new line now and then, as a line of a terminal holds 4095 characters.
    if (key % 50 === 49) {
      const line = until('\n');
      terminal.write(Buffer.from('\r'));
      await line;
    }
  }
  return times;
}

/** The same shell over the engine's own stream, with nothing of ours between: what dockerode hands to its callers. */
async function rawEcho(container: string): Promise<number[]> {
  const engine = await connectEngine();
  const { Id: id } = await engine.exec.create(container, { AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true, User: 'learner', Cmd: ['bash'] });
  engine.close();
  const socket = connect('/var/run/docker.sock');
  await once(socket, 'connect');
  const body = JSON.stringify({ Detach: false, Tty: true });
  socket.write(`POST /exec/${id}/start HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  // What comes with the request itself is lost.
  await once(socket, 'data');
  try {
    return await echoTimes({ write: (bytes) => void socket.write(bytes), onData: (listener) => void socket.on('data', listener) });
  } finally {
    socket.destroy();
  }
}

async function open(server: LabServer): Promise<Backend> {
  const page = await (await fetch(server.url)).text();
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${gatewayPath}`, { origin: server.url.replace(/\/$/, '') });
  return createRemoteBackend({ socket: socket as unknown as RemoteOptions['socket'], token: /name="drydock-docker" content="([^"]+)"/.exec(page)?.[1] ?? '', onSession: () => undefined });
}

/** Resolves when a shell says its prompt. */
async function prompt(backend: Backend): Promise<BackendTerminal> {
  const terminal = await backend.openTerminal({ size });
  await new Promise<void>((resolve) => {
    let seen = '';
    const subscription = terminal.onData((bytes) => {
      seen += Buffer.from(bytes).toString();
      if (!seen.includes('$ ')) return;
      subscription.dispose();
      resolve();
    });
  });
  return terminal;
}

/** From a page's greeting to its prompt, and to an engine that answers. */
async function begin(server: LabServer): Promise<{ backend: Backend; prompt: number; engine: number }> {
  const began = performance.now();
  const backend = await open(server);
  await backend.boot({ hosts: ['lab'], user: 'learner' });
  const shown = prompt(backend).then(() => performance.now() - began);
  const answered = backend.engine({ method: 'GET', path: '/_ping' }).then(() => performance.now() - began);
  const [first, engine] = await Promise.all([shown, answered]);
  return { backend, prompt: first, engine };
}

async function served<T>(warm: readonly string[] | undefined, work: (server: LabServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
  writeFileSync(join(folder, 'index.html'), '<head></head>');
  const server = await serveLabs({ root: folder, port: 0, sessions: { folder: join(folder, 'sessions'), mostRunning: 32, ...(warm ? { warm } : { warm: [] }) } });
  try {
    await server.ready();
    return await work(server);
  } finally {
    await server.close();
    removeOwnDisks();
    rmSync(folder, { recursive: true });
  }
}

/** Real Docker behind the server, as a page has it: prompt, engine, keystrokes, reset. Nothing where no engine answers. */
export async function remoteMeasurements(): Promise<Measurement[]> {
  const why = await whyNoDocker();
  if (why !== undefined) {
    process.stderr.write(`remote: ${why}\n`);
    return [];
  }
  const runs = 5;
  const cold = await served(undefined, async (server) => {
    const prompts: number[] = [];
    const engines: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { backend, prompt: shown, engine } = await begin(server);
      prompts.push(shown);
      engines.push(engine);
      backend.dispose();
    }
    return { prompt: median(prompts), engine: median(engines) };
  });
  return served(['lab'], async (server) => {
    const prompts: number[] = [];
    for (let run = 0; run < runs; run++) {
      await server.ready();
      const { backend, prompt: shown } = await begin(server);
      prompts.push(shown);
      backend.dispose();
    }
    await server.ready();
    const { backend } = await begin(server);
    const terminal = await prompt(backend);
    const here = median(await echoTimes({ write: (bytes) => terminal.write(bytes), onData: (listener) => void terminal.onData((bytes) => (terminal.shown(bytes.length), listener(bytes))) }));
    const { stdout: container } = await backend.exec("sed -n 's/^.*docker.containers.\\([0-9a-f]\\{12\\}\\).*$/\\1/p' /proc/self/mountinfo | head -n 1");
    const raw = median(await rawEcho(container.trim()));
    const reset = await medianOf(runs, () => timed(async () => {
      await backend.reset();
      await prompt(backend);
    }));
    backend.dispose();
    return [
      { what: 'prompt of a real host, warm', value: median(prompts), unit: 'ms', limit: 300, how: `median of ${runs}, from the greeting over a WebSocket` },
      { what: 'prompt of a real host, cold', value: cold.prompt, unit: 'ms', limit: 1000, how: `median of ${runs}` },
      { what: 'its engine answers, cold', value: cold.engine, unit: 'ms', limit: 2000, how: `median of ${runs}` },
      { what: 'echo of a key', value: here, real: raw, unit: 'ms', limit: raw + 1, how: `median of ${keys}; real: the engine's own stream` },
      { what: 'reset of a real host, to its prompt', value: reset, unit: 'ms', limit: 3000, how: `median of ${runs}` },
    ];
  });
}
