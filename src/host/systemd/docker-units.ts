import { type Fd, isEndOfProcess, isSystemError, type Process, signalNumbers } from '../../kernel/index.ts';
import { dockerGid } from '../disk/accounts.ts';
import { pumpLog, writeJournal } from './journal.ts';

const socketPath = '/run/docker.sock';
const service = 'docker.service';

/** So many starts that failed within their first seconds make the unit give up, as systemd's StartLimitBurst. */
const startLimit = 3;
const restartDelay = 2000;

/** What `systemctl status` tells of a unit. */
export interface UnitState {
  active: 'active' | 'inactive' | 'failed' | 'activating';
  sub: string;
  pid: number | undefined;
  /** Since when, in milliseconds; 0: never changed. */
  since: number;
  /** How the last main process ended. */
  exit: { code: 'exited' | 'killed'; status: number; pid: number } | undefined;
  result: 'success' | 'exit-code' | 'signal' | 'start-limit-hit';
}

/**
 * docker.socket and docker.service. The listening socket is there from boot on and handed to the daemon as descriptor 3 (sd_listen_fds(3)).
 */
export class DockerUnits {
  readonly #init: Process;
  readonly #frozen: boolean;
  #socket: Fd | undefined;
  #pid: number | undefined;
  /** Settles when the running daemon is gone. */
  #gone: Promise<void> = Promise.resolve();
  #stopping = false;
  #failures = 0;
  #open = true;
  #everStarted = false;
  /** Wakes whoever waits for clients when the socket is opened or closed. */
  #watchers = 0;
  readonly #socketSince: number;
  readonly state: UnitState = { active: 'inactive', sub: 'dead', pid: undefined, since: 0, exit: undefined, result: 'success' };

  constructor(init: Process, options: { frozen: boolean }) {
    this.#init = init;
    this.#frozen = options.frozen;
    this.#socketSince = init.clock.now();
    this.openSocket();
    if (!options.frozen && hasContainers(init)) this.#background(this.start());
  }

  dispose(): void {
    this.#open = false;
  }

  get socketState(): UnitState {
    const active = this.#socket !== undefined;
    return { active: active ? 'active' : this.state.result === 'start-limit-hit' ? 'failed' : 'inactive', sub: active ? (this.#pid === undefined ? 'listening' : 'running') : 'dead', pid: undefined, since: this.#socketSince, exit: undefined, result: 'success' };
  }

  /** Whether the daemon was asked for in this boot. */
  get everStarted(): boolean {
    return this.#everStarted;
  }

  openSocket(): void {
    if (this.#socket !== undefined) return;
    if (this.#init.exists(socketPath)) this.#init.unlink(socketPath);
    this.#socket = this.#init.listen({ family: 'unix', path: socketPath }, { mode: 0o660 });
    this.#init.chown(socketPath, 0, dockerGid);
    this.#awaitClient();
  }

  closeSocket(): void {
    if (this.#socket === undefined) return;
    this.#init.close(this.#socket);
    this.#socket = undefined;
    this.#watchers++;
    if (this.#init.exists(socketPath)) this.#init.unlink(socketPath);
  }

  /** Starts the daemon; resolves when it serves (true) or has failed. */
  async start(): Promise<boolean> {
    if (this.#pid !== undefined) return true;
    this.openSocket();
    this.#everStarted = true;
    const init = this.#init;
    const socket = this.#socket ?? 0;
    const [log, errors] = init.pipe();
    init.setCloexec(log, true);
    const input = init.open('/dev/null');
    let pid: number;
    try {
      pid = init.spawn('/usr/sbin/dockerd', ['/usr/sbin/dockerd', '-H', 'fd://', ...(this.#frozen ? ['--restore=frozen'] : [])], {
        fds: { 0: input, 1: errors, 2: errors, 3: socket }, env: { ...init.env, LISTEN_FDS: '1' }, newSession: true, cgroup: '/system.slice/docker.service',
      });
    } catch (error) {
      init.close(log);
      if (!isSystemError(error)) throw error;
      this.#set({ active: 'failed', sub: 'failed', result: 'exit-code', exit: { code: 'exited', status: 203, pid: 0 } });
      return false;
    } finally {
      init.close(input);
      init.close(errors);
    }
    this.#pid = pid;
    this.#stopping = false;
    this.#set({ active: 'activating', sub: 'start', pid });
    this.#journal('Starting docker.service - Docker Application Container Engine...');
    const ready = Promise.withResolvers<boolean>();
    this.#background(pumpLog(init, log, service, `dockerd[${pid}]`, '/var/log/docker.log', (line) => {
      if (!line.includes('API listen on') || this.#pid !== pid) return;
      if (this.state.active === 'activating') {
        this.#set({ active: 'active', sub: 'running', result: 'success' });
        this.#journal('Started docker.service - Docker Application Container Engine.');
      }
      ready.resolve(true);
    }));
    const started = init.clock.now();
    this.#gone = this.#reap(pid, started).then(() => ready.resolve(false));
    this.#background(this.#gone);
    return await ready.promise;
  }

  async #reap(pid: number, started: number): Promise<void> {
    const init = this.#init;
    const status = await init.wait(pid);
    this.#pid = undefined;
    const killed = status?.kind === 'signaled';
    const code = status?.kind === 'exited' ? status.status : killed ? signalNumbers[status.signal] : 0;
    const exit = { code: killed ? 'killed' as const : 'exited' as const, status: code, pid };
    const failed = !this.#stopping && (killed || code !== 0);
    if (code !== 0 || killed) this.#journal(`docker.service: Main process exited, code=${exit.code}, status=${killed ? `${code}/${status.signal.slice(3)}` : `${code}/FAILURE`}`);
    if (failed) this.#journal(`docker.service: Failed with result '${killed ? 'signal' : 'exit-code'}'.`);
    this.#journal(failed && this.state.active === 'activating' ? 'Failed to start docker.service - Docker Application Container Engine.' : this.#stopping ? 'Stopped docker.service - Docker Application Container Engine.' : 'docker.service: Deactivated successfully.');
    this.#failures = failed && init.clock.now() - started < 5000 ? this.#failures + 1 : 0;
    this.#set({ active: failed ? 'failed' : 'inactive', sub: failed ? 'failed' : 'dead', pid: undefined, exit, result: failed ? (killed ? 'signal' : 'exit-code') : 'success' });
    if (this.#failures >= startLimit) {
      // As systemd does: the service is given up, and with it the socket that would start it.
      this.#journal('docker.service: Start request repeated too quickly.');
      this.#set({ result: 'start-limit-hit' });
      this.closeSocket();
      return;
    }
    this.#awaitClient();
    if (!this.#stopping && !this.#frozen && !(failed && init.clock.now() - started < 5000)) this.#background(this.#restartLater());
  }

  async #restartLater(): Promise<void> {
    await this.#init.sleep(restartDelay);
    if (this.#open && this.#pid === undefined && !this.#stopping && this.#socket !== undefined) {
      this.#journal('docker.service: Scheduled restart job, restart counter is at 1.');
      await this.start();
    }
  }

  /** Stops the daemon; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#everStarted = true;
    this.#failures = 0;
    if (this.#pid === undefined) {
      this.#stopping = true;
      if (this.state.active === 'failed') return;
      this.#set({ active: 'inactive', sub: 'dead' });
      return;
    }
    this.#stopping = true;
    this.#journal('Stopping docker.service - Docker Application Container Engine...');
    this.#init.kill(this.#pid, 'SIGTERM');
    await this.#gone;
  }

  /** Forgets that it failed. */
  resetFailed(): void {
    this.#failures = 0;
    if (this.state.active === 'failed') this.#set({ active: 'inactive', sub: 'dead', result: 'success' });
  }

  reload(): void {
    if (this.#pid !== undefined) this.#init.kill(this.#pid, 'SIGHUP');
  }

  /** Starts the daemon at the next client. */
  #awaitClient(): void {
    const watcher = ++this.#watchers;
    const wait = async (): Promise<void> => {
      if (this.#socket === undefined) return;
      await this.#init.poll([this.#socket]);
      if (this.#open && watcher === this.#watchers && this.#pid === undefined && this.#socket !== undefined) await this.start();
    };
    this.#background(wait());
  }

  #journal(message: string): void {
    if (!this.#frozen) writeJournal(this.#init, service, 'systemd[1]', message);
  }

  #set(change: Partial<UnitState>): void {
    Object.assign(this.state, change, change.active !== undefined && { since: this.#init.clock.now() });
  }

  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!isEndOfProcess(error) && !isSystemError(error, 'EBADF')) throw error;
    });
  }
}

function hasContainers(init: Process): boolean {
  const folder = '/var/lib/docker/containers';
  return init.exists(folder) && init.readdir(folder).length > 0;
}
