import { bootHost, type Host } from '../../src/host/index.ts';
import { CountingClock } from './counting-clock.ts';

/** What is tried: a script given to `bash -c`, or typed into a session. */
export interface Trial {
  script: string;
  interactive: boolean;
}

/** The hosts' time runs so much faster than ours. */
const speed = 20;
/** Milliseconds of ours that a script may run before it is killed. */
const scriptMs = 600;
/** Milliseconds in which what must happen happens, on a busy machine too. */
const patienceMs = 8000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `holds`; false when it never does. */
async function eventually(holds: () => boolean): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    await rest(2);
  }
  return true;
}

async function within<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), patienceMs)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What systemd starts again when it is killed. */
const services = new Set(['systemd', 'dockerd', 'containerd', 'docker-proxy']);

/** What is there besides the services. */
function left(host: Host): string[] {
  return host.kernel.processes().map((each) => each.comm).filter((comm) => !services.has(comm));
}

function killLeft(host: Host): void {
  const { init } = host.kernel;
  // Parents first, so that nobody starts others meanwhile.
  for (const { pid, comm } of init.processes()) {
    if (services.has(comm) || !init.processes().some((each) => each.pid === pid)) continue;
    init.kill(pid, 'SIGKILL');
  }
}

/** Runs a trial on a fresh host; says what went wrong. */
export async function runTrial({ script, interactive }: Trial): Promise<string | undefined> {
  const clock = new CountingClock(speed);
  const host = await bootHost({ clock });
  try {
    await host.exec('true');
    await turn();
    const descriptors = host.kernel.init.descriptors().length;
    const wrong = interactive ? await inSession(host, script) : await asScript(host, script);
    if (wrong) return wrong;
    killLeft(host);
    if (!(await eventually(() => left(host).length === 0))) return `processes left: ${left(host).join(' ')}`;
    const served = host.kernel.processes().length > 1;
    if (!served && !(await eventually(() => host.kernel.init.descriptors().length === descriptors))) return `descriptors left: ${host.kernel.init.descriptors().length - descriptors}`;
    const alive = await within(host.exec('echo alive', { cwd: '/' }));
    if (alive?.stdout !== 'alive\n' && !/\bsudo\b|\bsu\b/.test(script)) return `the host does not go on: ${JSON.stringify(alive ?? 'no answer')}`;
  } finally {
    await host.dispose();
  }
  await turn();
  return clock.pending > 0 ? `timers left: ${clock.pending}` : undefined;
}

/** JavaScript's own words. A shell may quote a script that has them. */
const engineWords = /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|internal error): |\n    at .*\.ts:\d+|\[object \w+\]/;

function complaint(output: string, script: string): string | undefined {
  const match = engineWords.exec(output);
  return match && !engineWords.test(script) ? `the engine's words on the screen: ${output.slice(match.index, match.index + 300)}` : undefined;
}

async function asScript(host: Host, script: string): Promise<string | undefined> {
  let output = '';
  const keep = (bytes: Uint8Array): void => {
    if (output.length < 100_000) output += Buffer.from(bytes).toString('latin1');
  };
  const ended = await within(host.exec(script, { user: 'learner', stdin: 'one two\nthree\n', timeoutMs: scriptMs * speed, onStdout: keep, onStderr: keep }));
  if (!ended) return 'the script neither ended nor could be killed';
  return complaint(output, script);
}

async function inSession(host: Host, script: string): Promise<string | undefined> {
  const session = host.openSession('learner', { rows: 24, columns: 80 });
  let output = '';
  let over = false;
  void session.ended.then(() => (over = true));
  try {
    session.terminal.onData((bytes) => {
      if (output.length < 100_000) output += Buffer.from(bytes).toString('latin1');
    });
    if (!(await eventually(() => output.includes('$ ')))) return 'no prompt';
    session.terminal.write(script.replaceAll('\n', '\r').replaceAll('\t', ' '));
    session.terminal.write('\r');
    await rest(100);
    // What needs no command of its own, and so works whatever the script made of them.
    const mark = '/tmp/.prompt';
    const end = performance.now() + patienceMs;
    while (!over && !host.kernel.init.exists(mark)) {
      if (performance.now() > end) return `Ctrl-C does not give the prompt back; the screen ends with ${JSON.stringify(output.slice(-200))}`;
      session.terminal.write('\x03');
      await rest(30);
      session.terminal.write(` >|${mark}\r`);
      await rest(30);
    }
  } finally {
    session.terminal.dispose();
  }
  return complaint(output, script);
}
