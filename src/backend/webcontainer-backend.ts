import type { FileSystemTree, WebContainerProcess } from '@webcontainer/api';
import type { Clock } from '../base/index.ts';
import { type LineChannel, lineTransport, ProtocolError, toErrorData } from '../protocol/index.ts';
import { type ContainerLike, nodeAlongside } from './alongside.ts';
import type { Backend } from './backend.ts';
import { createRpcBackend } from './rpc-backend.ts';

/** Why there is no WebContainer: the browser can't have one, the page isn't isolated from others (COOP, COEP), its maker's servers were not reached, or what was mounted did not start. */
const failures = { unsupported: 'webcontainer-unsupported', notIsolated: 'webcontainer-not-isolated', unreachable: 'webcontainer-unreachable', failed: 'webcontainer-failed' } as const;

/** What real Node is called beside the lab's hosts; the mounted process knows it by that name too. */
export const nodeName = 'node';

/** How a WebContainer becomes a lab's hosts. */
export interface WebContainerOptions {
  /** What is mounted: the sandbox's build for Node among it. */
  tree: FileSystemTree;
  /** That build's file in `tree`. */
  entry: string;
  /** What the page is and has: `globalThis`. */
  scope: { readonly crossOriginIsolated?: boolean; readonly SharedArrayBuffer?: unknown };
  clock: Clock;
  /** For the WebContainer and for the sandbox in it, each: when nothing can be heard from where it should come from, no error comes either. */
  timeoutMs?: number;
}

function refuse(code: keyof typeof failures, message: string): ProtocolError {
  return new ProtocolError({ code: failures[code], message });
}

/** Rejects with `late` when `work` has not settled in time; what comes afterwards is given to `tooLate`. */
async function within<T>(work: Promise<T>, clock: Clock, ms: number, late: () => ProtocolError, tooLate: (value: T) => void = () => undefined): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  let over = false;
  const timer = clock.setTimeout(() => {
    over = true;
    reject(late());
  }, ms);
  work.then((value) => over && tooLate(value), () => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    timer.dispose();
  }
}

/** Why this page can have no WebContainer; undefined when it may. Asks nobody. */
export function webContainerObstacle(scope: WebContainerOptions['scope']): ProtocolError | undefined {
  if (scope.crossOriginIsolated === false) return refuse('notIsolated', 'The page is not isolated from other origins (COOP and COEP).');
  return scope.SharedArrayBuffer === undefined ? refuse('unsupported', 'The browser has no shared memory.') : undefined;
}

/** The streams of the sandbox's process in a WebContainer, which goes with it. */
function containerChannel(container: ContainerLike, process: WebContainerProcess): LineChannel {
  const writer = process.input.getWriter();
  let gone = false;
  const ended = process.exit.then(
    (status) => ({ code: 'host-crashed', message: `The sandbox in the WebContainer ended with status ${status}.` }),
    (error: unknown) => ({ code: 'host-crashed', message: toErrorData(error).message }),
  );
  return {
    // The process's end is what tells that nothing can be written.
    write: (text) => writer.write(text).catch(() => undefined),
    onText(listener) {
      process.output.pipeTo(new WritableStream({ write: listener })).catch(() => undefined);
    },
    onEnd(listener) {
      void ended.then((error) => {
        if (!gone) listener(error);
      });
    },
    close() {
      gone = true;
      process.kill();
      container.teardown();
    },
  };
}

/**
 * The sandbox in Node, in a WebContainer that `boot` gives (`WebContainer.boot` of `@webcontainer/api`, which the caller loads when it is chosen). Rejects with ProtocolError: `webcontainer-unsupported`,
 * `webcontainer-not-isolated`, `webcontainer-unreachable` or `webcontainer-failed`; nothing is left of the container then. Beside the hosts stands real Node (`alongside`). What is kept is kept until the backend is disposed of: there is no `resume`.
 */
export async function createWebContainerBackend(boot: () => Promise<ContainerLike>, options: WebContainerOptions): Promise<Backend> {
  const { scope, clock, timeoutMs = 30_000 } = options;
  const obstacle = webContainerObstacle(scope);
  if (obstacle) throw obstacle;
  const unreachable = (why: string): ProtocolError => refuse('unreachable', `The WebContainer could not be loaded: ${why}`);
  const booting = boot().catch((error: unknown) => {
    throw unreachable(toErrorData(error).message);
  });
  const container = await within(booting, clock, timeoutMs, () => unreachable('no answer in time.'), (late) => late.teardown());
  try {
    const strays: string[] = [];
    const start = async (): Promise<Backend> => {
      await container.mount(options.tree);
      const process = await container.spawn('node', [options.entry]);
      const transport = lineTransport(containerChannel(container, process), 'asks', (line) => strays.push(line));
      await transport.ready;
      const sandbox = createRpcBackend('webcontainer', { sealed: true, resume: false, networkEvents: true }, transport);
      const alongside = nodeAlongside(container, nodeName);
      return {
        ...sandbox,
        alongside,
        openTerminal: (asked) => (asked.host === nodeName ? alongside.openTerminal(asked.size) : sandbox.openTerminal(asked)),
        dispose() {
          alongside.dispose();
          sandbox.dispose();
        },
      };
    };
    const starting = start().catch((error: unknown) => {
      throw refuse('failed', [toErrorData(error).message, ...strays].join('\n'));
    });
    return await within(starting, clock, timeoutMs, () => refuse('failed', ['The sandbox in the WebContainer did not start in time.', ...strays].join('\n')));
  } catch (error) {
    container.teardown();
    throw error;
  }
}
