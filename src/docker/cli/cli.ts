import { encodeUtf8, type ByteSink, type Clock } from '../../base/index.ts';
import type { Fd, Process, WindowSize } from '../../kernel/index.ts';
import { DockerClient } from '../client/index.ts';
import { ConfigFile } from './config/config-file.ts';
import type { ClientTls } from './client-tls.ts';
import { dialerOf, parseHost } from './connection.ts';
import { CliError } from './command/status-error.ts';
import { ContextStore, type ContextMetadata } from './context/context-store.ts';

/** One of the command's standard streams. */
export interface Output extends ByteSink {
  readonly isTerminal: boolean;
  print(text: string): Promise<void>;
}

/** What the global options say. */
export interface GlobalOptions {
  /** What -H gives: at most one is allowed. */
  hosts: readonly string[];
  /** What -c gives. */
  context: string;
  /** Certificates and key for TLS with the daemon; none without TLS. */
  tlsFiles: readonly string[];
  /** How TCP connections are encrypted; undefined: not. */
  tls?: ClientTls | undefined;
  /** Directory of config.json. */
  configDirectory: string;
}

/** What every command works with: its process, streams, configuration and the engine. */
export class Cli {
  readonly process: Process;
  readonly out: Output;
  readonly err: Output;
  readonly configDirectory: string;
  readonly contexts: ContextStore;
  readonly #options: GlobalOptions;
  #client: DockerClient | undefined;
  #config: ConfigFile | undefined;

  constructor(process: Process, options: GlobalOptions) {
    this.process = process;
    this.out = outputOf(process, 1);
    this.err = outputOf(process, 2);
    this.#options = options;
    this.configDirectory = options.configDirectory;
    this.contexts = new ContextStore(process, options.configDirectory);
  }

  /** The context in use, whether it exists or not: --context, else `default` where the host is named, else DOCKER_CONTEXT or what `docker context use` said. */
  get contextName(): string {
    const { env } = this.process;
    if (this.#options.context !== '') return this.#options.context;
    if (this.#options.hosts.length > 0 || env['DOCKER_HOST']) return 'default';
    return env['DOCKER_CONTEXT'] || this.config.currentContext || 'default';
  }

  /** The address behind the context `default`. */
  get defaultHost(): string {
    if (this.#options.hosts.length > 1) throw new CliError('Please specify only one -H');
    return parseHost(this.#options.hosts[0] ?? this.process.env['DOCKER_HOST'] ?? '');
  }

  /** A context by name. Throws CliError. */
  contextMetadata(name: string): ContextMetadata {
    if (name !== 'default') return this.contexts.read(name);
    return { Name: 'default', Metadata: {}, Endpoints: { docker: { Host: this.defaultHost, SkipTLSVerify: false } } };
  }

  /** The daemon's address. Throws CliError. */
  get host(): string {
    try {
      const name = this.contextName;
      const missing = this.#options.tlsFiles.find((path) => !this.process.exists(path));
      if (missing !== undefined) throw new CliError(`open ${missing}: no such file or directory`);
      return name === 'default' ? this.defaultHost : parseHost(this.contexts.read(name).Endpoints['docker']?.Host ?? '');
    } catch (error) {
      if (error instanceof CliError) throw new CliError(`Failed to initialize: unable to resolve docker endpoint: ${error.message}`);
      throw error;
    }
  }

  get clock(): Clock {
    return this.process.clock;
  }

  /** The engine; connects at the first request. */
  get client(): DockerClient {
    const version = this.process.env['DOCKER_API_VERSION'];
    const { tls } = this.#options;
    const secure = tls !== undefined && !this.host.startsWith('unix:');
    this.#client ??= new DockerClient({ dial: dialerOf(this.process, this.host, secure ? tls : undefined), host: this.host, secure, userAgent: 'Docker-Client/26.1.5 (linux)', ...(version && { apiVersion: version }) });
    return this.#client;
  }

  get config(): ConfigFile {
    this.#config ??= ConfigFile.load(this.process, this.configDirectory);
    return this.#config;
  }

  get inputIsTerminal(): boolean {
    return this.process.isatty(0);
  }

  /** Size of the terminal on stdout; zeros without one. */
  windowSize(): WindowSize {
    return this.out.isTerminal ? this.process.windowSize(1) : { rows: 0, columns: 0 };
  }

  close(): void {
    this.#client?.close();
  }
}

function outputOf(process: Process, fd: Fd): Output {
  return {
    isTerminal: process.isatty(fd),
    write: (bytes) => process.write(fd, bytes),
    print: (text) => process.write(fd, encodeUtf8(text)),
  };
}
