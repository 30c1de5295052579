import { encodeUtf8, type ByteSink, type Clock } from '../../base/index.ts';
import type { Fd, Process, WindowSize } from '../../kernel/index.ts';
import { DockerClient } from '../client/index.ts';
import { ConfigFile } from './config/config-file.ts';
import { dialerOf } from './connection.ts';

/** One of the command's standard streams. */
export interface Output extends ByteSink {
  readonly isTerminal: boolean;
  print(text: string): Promise<void>;
}

/** What the global options say. */
export interface GlobalOptions {
  /** The daemon's address: -H, DOCKER_HOST or the default. */
  host: string;
  /** Directory of config.json. */
  configDirectory: string;
}

/** What every command works with: its process, streams, configuration and the engine. */
export class Cli {
  readonly process: Process;
  readonly out: Output;
  readonly err: Output;
  readonly host: string;
  readonly configDirectory: string;
  #client: DockerClient | undefined;
  #config: ConfigFile | undefined;

  constructor(process: Process, options: GlobalOptions) {
    this.process = process;
    this.out = outputOf(process, 1);
    this.err = outputOf(process, 2);
    this.host = options.host;
    this.configDirectory = options.configDirectory;
  }

  get clock(): Clock {
    return this.process.clock;
  }

  /** The engine; connects at the first request. */
  get client(): DockerClient {
    const version = this.process.env['DOCKER_API_VERSION'];
    this.#client ??= new DockerClient({ dial: dialerOf(this.process, this.host), host: this.host, userAgent: 'Docker-Client/26.1.5 (linux)', ...(version && { apiVersion: version }) });
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
