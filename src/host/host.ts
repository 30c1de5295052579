import { type Clock, decodeUtf8, type Disposable, Emitter, type Event, type RandomBytes, systemClock, systemRandom } from '../base/index.ts';
import { type Internet, isEndOfProcess, Kernel, type KernelOptions, type ProgramTable, signalNumbers, type Terminal, type TmpFs, type TmpFsData, type WindowSize } from '../kernel/index.ts';
import { execScript, type HostExecOptions } from './exec.ts';
import { HostFiles } from './files.ts';
import { startUnits } from './systemd/index.ts';
import { findUser, loginEnvironment } from './user.ts';

/** A host's disks as plain, structured-cloneable data: what survives a reboot. */
export interface HostSnapshot {
  version: 1;
  hostname: string;
  root: TmpFsData;
  docker: TmpFsData;
}

/** The parts that a host is made of; `bootHost` puts them together. */
export interface HostParts {
  hostname: string;
  root: TmpFs;
  /** /var/lib/docker */
  docker: TmpFs;
  programs: ProgramTable;
  internet: Internet;
  /** Its place on a network that it shares with other hosts; default: a network of its own. */
  network?: KernelOptions['network'];
  clock?: Clock;
  random?: RandomBytes;
  /** Containers that were running keep showing so, though their processes are not here: for checks on a copy. */
  frozen?: boolean;
}

/** What `Host.exec` gives: UTF-8 text and the exit status (128 + n when signal n ended the shell). */
export interface HostExecResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** That something on the disks changed. */
export interface DiskChange {
  /** Whether /var/lib/docker did: images, containers, networks, volumes. */
  engine: boolean;
}

/** A login session on a terminal of the host. */
export interface HostSession {
  readonly terminal: Terminal;
  /** Exit status of the shell. */
  readonly ended: Promise<number>;
}

/** One simulated machine: Debian with Docker. Make it by `bootHost`; end it with `dispose`. */
export class Host {
  readonly hostname: string;
  /** The machine itself, for what this class has no word for. */
  readonly kernel: Kernel;
  readonly files: HostFiles;
  readonly #parts: HostParts;
  readonly #clock: Clock;
  readonly #changes = new Emitter<DiskChange>();
  readonly #service: Disposable;
  #dockerVersion: number;

  /** Fires at most once a turn of the event loop after files of the host changed. */
  readonly onChange: Event<DiskChange> = this.#changes.event;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.hostname = parts.hostname;
    this.#clock = parts.clock ?? systemClock;
    this.kernel = new Kernel({
      hostname: parts.hostname,
      root: parts.root,
      rootMount: { source: '/dev/sda1', type: 'ext4' },
      mounts: [{ source: '/dev/sdb1', target: '/var/lib/docker', fs: parts.docker }],
      programs: parts.programs,
      internet: parts.internet,
      ...(parts.network && { network: parts.network }),
      env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
      clock: this.#clock,
      random: parts.random ?? systemRandom,
    });
    const { init } = this.kernel;
    this.files = new HostFiles(init);
    this.#service = startUnits(init, { frozen: parts.frozen ?? false });
    this.#dockerVersion = parts.docker.version;
    this.kernel.onFilesChanged(() => {
      const engine = parts.docker.version !== this.#dockerVersion;
      this.#dockerVersion = parts.docker.version;
      this.#changes.fire({ engine });
    });
  }

  /**
   * Runs a script with bash, outside every terminal and history. Resolves when the shell has ended; what it left in the background goes on. A script
   * that fails is no error: its status is in `exitCode`. Throws SystemError for an unknown user or a `cwd` that is not there.
   */
  async exec(script: string, options: HostExecOptions = {}): Promise<HostExecResult> {
    const { stdout, stderr, exitCode } = await execScript(this.kernel.init, this.#clock, script, options);
    return { stdout: decodeUtf8(stdout), stderr: decodeUtf8(stderr), exitCode };
  }

  /** Logs a user in on a new terminal: a login shell in the home. `language` (`ru`) is what manual pages are shown in; English without it. */
  openSession(name: string, size: WindowSize, language?: string): HostSession {
    const { init } = this.kernel;
    const user = findUser(init, name);
    const terminal = this.kernel.openTerminal(size);
    const pid = terminal.spawn(user.shell, [`-${user.shell.slice(user.shell.lastIndexOf('/') + 1)}`], {
      env: { ...loginEnvironment(user), TERM: 'xterm-256color', ...(language === 'ru' && { LC_MESSAGES: 'ru_RU.UTF-8' }) },
      cwd: init.exists(user.home) ? user.home : '/',
      credentials: user.credentials,
    });
    const hungUp = 128 + signalNumbers.SIGHUP;
    const ended = init.wait(pid).then(
      (status) => (status?.kind === 'exited' ? status.status : hungUp),
      (error: unknown) => {
        // The host was ended.
        if (isEndOfProcess(error)) return hungUp;
        throw error;
      },
    );
    return { terminal, ended };
  }

  /** The disks as they are now. Bytes are shared with the host: do not change them. */
  snapshot(): HostSnapshot {
    return { version: 1, hostname: this.hostname, root: this.#parts.root.toData(), docker: this.#parts.docker.toData() };
  }

  /** An independent copy of the disks in a host of its own, without the processes and without the other hosts of a lab; containers that run here show as running there. Cheap: contents are shared until one side changes them. */
  fork(): Host {
    const { network: _shared, ...parts } = this.#parts;
    return new Host({ ...parts, root: parts.root.clone(), docker: parts.docker.clone(), frozen: true });
  }

  /** Ends everything on the host. Resolves when no process is left. */
  async dispose(): Promise<void> {
    this.#service.dispose();
    this.kernel.dispose();
    this.#changes.dispose();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }
}
