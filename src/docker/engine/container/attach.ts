import { type ByteStream, encodeUtf8 } from '../../../base/index.ts';
import { encodeStdFrame } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError } from '../engine-error.ts';
import type { Container } from './container.ts';
import type { ContainerStreams } from './container-streams.ts';
import { detachDetector, parseDetachKeys } from './detach-keys.ts';
import { emitContainer } from './events.ts';

/** What an attaching client wants to see and send. */
export interface AttachOptions {
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  /** What comes from now on. */
  stream: boolean;
  /** What was logged before. */
  logs: boolean;
  detachKeys: string;
  /** Never in stdcopy's frames. */
  raw?: boolean;
}

/** Attaches a connection to a container until the container ends, the client detaches or leaves. `open` sends the head and gives the raw stream. */
export async function attachContainer(daemon: Daemon, container: Container, options: AttachOptions, open: () => ByteStream): Promise<void> {
  if (container.state.Paused) throw new EngineError('conflict', `Container ${container.name} is paused, unpause the container before attach.`);
  if (container.state.Restarting) throw new EngineError('conflict', `Container ${container.name} is restarting, wait until the container is running`);
  const keys = parseDetachKeys(options.detachKeys);
  const stream = open();
  const tty = container.config.Tty;
  const raw = tty || options.raw === true;
  if (options.logs) {
    for (const entry of daemon.containers.log(container).read()) {
      if (options[entry.stream]) await stream.write(raw ? encodeUtf8(entry.log) : encodeStdFrame(entry.stream, encodeUtf8(entry.log)));
    }
  }
  emitContainer(daemon, container, 'attach');
  if (!options.stream) return stream.close();
  const detached = await shareStreams(container.streams, stream, { ...options, raw, closeStdin: container.config.StdinOnce && !tty, detachKeys: tty ? keys : undefined });
  if (detached) emitContainer(daemon, container, 'detach');
}

/** How a connection shares a process's streams. */
export interface ShareOptions {
  stdin: boolean;
  stdout: boolean;
  stderr: boolean;
  /** Bytes as they are, not in stdcopy's frames. */
  raw: boolean;
  /** The end of the client's input is the end of the process's. */
  closeStdin: boolean;
  /** Bytes that end the attachment. */
  detachKeys: Uint8Array | undefined;
}

/** Connects a client's stream with a process's streams; resolves when that is over: true when the client typed the detach keys. */
export async function shareStreams(streams: ContainerStreams, stream: ByteStream, options: ShareOptions): Promise<boolean> {
  let finish: (detached: boolean) => void = () => undefined;
  const finished = new Promise<boolean>((resolve) => { finish = resolve; });
  const take = streams.attach({
    stdout: options.stdout, stderr: options.stderr,
    write: (name, bytes) => stream.write(options.raw ? bytes : encodeStdFrame(name, bytes)),
    end: () => finish(false),
  });
  void readStdin(streams, stream, options).then((outcome) => {
    if (outcome === 'detached') finish(true);
    else if (outcome === 'gone') finish(false);
  });
  const detached = await finished;
  take();
  stream.close();
  return detached;
}

/** Passes on what the client sends. `ended`: it has no more to say but may still listen. */
async function readStdin(streams: ContainerStreams, stream: ByteStream, options: ShareOptions): Promise<'ended' | 'detached' | 'gone'> {
  const { stdin } = streams;
  const detects = options.detachKeys && detachDetector(options.detachKeys);
  try {
    for (let bytes = await stream.read(); bytes.length > 0; bytes = await stream.read()) {
      if (!options.stdin || !stdin) continue;
      const { data, detached } = detects ? detects(bytes) : { data: bytes, detached: false };
      if (data.length > 0) await stdin.write(data);
      if (detached) return 'detached';
    }
  } catch {
    return 'gone';
  }
  if (options.stdin && options.closeStdin) stdin?.closeWrite();
  return 'ended';
}

