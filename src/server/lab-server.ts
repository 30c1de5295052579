import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ProtocolError, type ServerRefusal, type Waiting } from '../protocol/index.ts';
import { CommandError } from './child-process/index.ts';
import { engineProblem } from './engine/index.ts';
import { Gateway, isOwnHost } from './gateway/index.ts';
import { cacheRoot, ensureGolden, type GoldenPart } from './golden/index.ts';
import { dockerLabHosts, instance, type LabHostDriver } from './lab-host/index.ts';
import { Sessions, type SessionsOptions } from './session/index.ts';
import { serveStatic } from './static.ts';

/** What is served and where. */
export interface LabServerOptions {
  /** The folder with the built site. */
  root: string;
  /** As of `serveStatic`. */
  port?: number;
  host?: string;
  /** Told, for people, what is being made, and why there are no hosts. */
  onWaiting?: (waiting: Waiting) => void;
  onRefusal?: (code: string, message: string) => void;
  /** Where hosts come from; default: this machine's Docker engine. */
  driver?: (building: (part: GoldenPart) => void) => Promise<LabHostDriver>;
  /** How sessions are kept; default: as the page needs it, in the cache. */
  sessions?: Partial<Omit<SessionsOptions, 'driver'>>;
}

/** A server of the site and of real Docker hosts for its pages. */
export interface LabServer {
  url: string;
  port: number;
  /** Resolves when hosts can be had, with fresh ones started. Rejects with a `ServerRefusal` as the error's code. */
  ready(): Promise<void>;
  /** Ends all hosts; disks that hold something of a learner's stay. */
  close(): Promise<void>;
}

const parts = ['host', 'packages', 'images', 'load', 'start'] as const;
const refusal = (code: ServerRefusal, message: string): ProtocolError => new ProtocolError({ code, message });

async function thisMachine(building: (part: GoldenPart) => void): Promise<LabHostDriver> {
  const problem = await engineProblem();
  if (problem) throw refusal(problem, `No Docker engine can be used: ${problem}.`);
  try {
    return dockerLabHosts(await ensureGolden(building));
  } catch (error) {
    const impossible = error instanceof CommandError && error.result.exitCode === 127;
    throw refusal(impossible ? 'golden-impossible' : 'golden-failed', error instanceof Error ? error.message : String(error));
  }
}

/** Serves the site, and real Docker hosts to its pages. The site is there at once; hosts follow. */
export async function serveLabs(options: LabServerOptions): Promise<LabServer> {
  const { root, port, host = '127.0.0.1', onWaiting, onRefusal, driver = thisMachine } = options;
  const token = randomBytes(24).toString('hex');
  const hostnames = new Set([host.toLowerCase(), hostname().toLowerCase()]);
  const listening = new Set<(waiting: Waiting) => void>();
  let current: Waiting | undefined;
  let starting: Promise<Sessions> | undefined;
  let begun: Sessions | undefined;

  const start = async (): Promise<Sessions> => {
    const wait = (part: Waiting['part']): void => {
      current = { part, done: parts.indexOf(part), all: parts.length };
      onWaiting?.(current);
      for (const tell of listening) tell(current);
    };
    try {
      const hosts = await driver(wait);
      wait('start');
      const sessions = new Sessions({ folder: join(cacheRoot(), `sessions-${instance}`), warm: ['lab'], ...options.sessions, driver: hosts });
      begun = sessions;
      await sessions.begin();
      return sessions;
    } catch (error) {
      // The next page tries again: Docker may have been started meanwhile.
      starting = undefined;
      await begun?.dispose().catch(() => undefined);
      begun = undefined;
      onRefusal?.((error as { code?: string }).code ?? 'internal', error instanceof Error ? error.message : String(error));
      throw error;
    } finally {
      current = undefined;
    }
  };
  const sessions = async (waiting: (waiting: Waiting) => void = () => undefined): Promise<Sessions> => {
    starting ??= start();
    listening.add(waiting);
    if (current) waiting(current);
    try {
      return await starting;
    } finally {
      listening.delete(waiting);
    }
  };

  const gateway = new Gateway({ token, hostnames, sessions });
  const server = await serveStatic({
    root,
    host,
    ...(port !== undefined && { port }),
    head: ({ headers }) => (isOwnHost(headers.host, hostnames) ? `<meta name="drydock-docker" content="${token}">` : undefined),
    upgrade: (request, socket, head) => gateway.upgrade(request, socket, head),
  });
  return {
    url: server.url,
    port: server.port,
    ready: async () => (await sessions()).warmed(),
    async close() {
      gateway.dispose();
      await server.close();
      await starting?.catch(() => undefined);
      await begun?.dispose();
    },
  };
}
