import { goQuote } from '../../../base/go/index.ts';
import type { Process, Signal } from '../../../kernel/index.ts';
import type { ContainerSummary } from '../../api/index.ts';
import { Cli, type GlobalOptions } from '../../cli/index.ts';
import { loadProject, type LoadSettings, type ProjectOptions } from '../file/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { selectServices } from '../graph/index.ts';
import { labels, labelVersion } from '../observe/index.ts';
import type { Project, ServiceConfig } from '../project/index.ts';
import { PlainWriter, quietWriter, TtyWriter, type ProgressWriter } from '../progress/index.ts';
import { dryRunActions, engineActions, type Actions } from './actions.ts';
import { filesOf } from './process-files.ts';
import { withoutUnused } from './without-unused.ts';

/** How progress is shown. */
export type ProgressMode = 'auto' | 'tty' | 'plain' | 'quiet';

/** What the options before the command say. */
export interface ComposeOptions extends ProjectOptions {
  progress: ProgressMode;
  /** Whether logs may be coloured: by --ansi, and by there being a terminal. */
  ansi: boolean;
  /** NO_COLOR is set. */
  noColor: boolean;
  dryRun: boolean;
  /** Names are made with underscores, as version 1 made them. */
  compatibility: boolean;
}

/** What every command of Compose works with, beside what docker's commands have. */
export class Compose extends Cli {
  readonly options: ComposeOptions;
  /** Between the parts of names. */
  readonly separator: string;
  readonly #began: number;
  /** With --dry-run, the containers that would have been made: later steps go on with them. */
  readonly dryRunContainers: Pick<ContainerSummary, 'Id' | 'Names' | 'Labels'>[] = [];
  #actions: Actions | undefined;
  #interrupt: ((signal: Signal) => boolean) | undefined;
  readonly #ending = new AbortController();
  #said: Promise<void> = Promise.resolve();

  constructor(process: Process, global: GlobalOptions, options: ComposeOptions) {
    super(process, global);
    this.options = options;
    this.separator = options.compatibility ? '_' : '-';
    this.#began = process.clock.now();
  }

  /** What changes the engine. */
  get actions(): Actions {
    this.#actions ??= this.options.dryRun ? dryRunActions() : engineActions(this.client);
    return this.#actions;
  }

  /** What Ctrl-C and SIGTERM do from now on; they end the command when it gives false, as they do without it. */
  onInterrupt(handle: (signal: Signal) => boolean): void {
    this.#interrupt = handle;
  }

  /** Aborts when the command ends, whatever is still going on then: timers must end with it. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  override close(): void {
    this.#ending.abort();
    super.close();
  }

  /** Tells the command of a signal; false when it shall end. */
  interrupt(signal: Signal): boolean {
    return this.#interrupt?.(signal) ?? false;
  }

  /** Prints to stderr, after all that was to be printed there before. */
  say(text: string): Promise<void> {
    this.#said = this.#said.then(() => this.err.print(text));
    return this.#said;
  }

  /** Prints a warning as the real command's logger does. */
  warn(message: string): void {
    const now = this.clock.now();
    const seconds = String(Math.floor((now - this.#began) / 1000)).padStart(4, '0');
    const time = `${new Date(now).toISOString().slice(0, 19)}Z`;
    this.say(this.err.isTerminal ? `\x1b[33mWARN\x1b[0m[${seconds}] ${message.padEnd(44)} \n` : `time=${goQuote(time)} level=warning msg=${goQuote(message)}\n`).catch(() => undefined);
  }

  /** Resolves when all is printed. */
  flush(): Promise<void> {
    return this.#said;
  }

  /** Does the work while its progress is shown; `title` stands on the first line on a terminal. */
  async progress<T>(work: (writer: ProgressWriter) => Promise<T>, title = 'Running'): Promise<T> {
    const writer = this.#writer(title);
    try {
      return await work(writer);
    } finally {
      await writer.stop();
    }
  }

  #writer(title: string): ProgressWriter {
    const { progress, dryRun, noColor } = this.options;
    if (progress === 'quiet') return quietWriter;
    const write = (text: string): Promise<void> => this.say(text);
    if (progress === 'tty' || (progress === 'auto' && this.err.isTerminal)) {
      return new TtyWriter({ title, dryRun, color: !noColor, clock: this.clock, ending: this.ending, write, size: () => (this.err.isTerminal ? this.process.windowSize(2) : { rows: 24, columns: 80 }) });
    }
    return new PlainWriter(write, dryRun);
  }

  /** How the files are read. */
  loadSettings(settings: Partial<LoadSettings> = {}): LoadSettings {
    return { ...this.options, files: filesOf(this.process), warn: (message) => this.warn(message), discardEnvFiles: true, ...settings };
  }

  /** The project of the files, with only these services and what they depend on; none named: all. Throws what the files are refused with. */
  async project(services: readonly string[] = [], settings: Partial<LoadSettings> = {}): Promise<Project> {
    const loaded = await loadProject({ ...this.loadSettings(settings), services });
    if (loaded.name === '') throw new ComposeError('other', "project name can't be empty. Use `--project-name` to set a valid name");
    const labelled = { ...loaded, services: mapServices(loaded.services, (service) => ({ ...service, customLabels: this.#labelsOf(loaded, service) })) };
    return selectServices(withoutUnused(labelled), services);
  }

  /** The project and its name; with -p alone, or where there are no files but COMPOSE_PROJECT_NAME, the name. */
  async projectOrName(services: readonly string[] = []): Promise<{ project: Project | undefined; name: string }> {
    const { configPaths = [], projectName = '' } = this.options;
    if (configPaths.length === 0 && projectName !== '') return { project: undefined, name: projectName };
    try {
      const project = await this.project(services);
      return { project, name: project.name };
    } catch (error) {
      const name = this.options.environment['COMPOSE_PROJECT_NAME'];
      if (name) return { project: undefined, name };
      throw error;
    }
  }

  /** The project's name, read from the files only when nothing else gives it. */
  async projectName(): Promise<string> {
    const { projectName = '' } = this.options;
    return projectName || this.options.environment['COMPOSE_PROJECT_NAME'] || (await this.project()).name;
  }

  #labelsOf(project: Project, service: ServiceConfig): Record<string, string> {
    const envFiles = this.options.envFiles ?? [];
    return {
      [labels.project]: project.name,
      [labels.service]: service.name,
      [labels.version]: labelVersion,
      [labels.workingDir]: project.workingDir,
      [labels.configFiles]: project.composeFiles.join(','),
      [labels.oneOff]: 'False',
      ...(envFiles.length > 0 && { [labels.environmentFile]: envFiles.join(',') }),
    };
  }
}

/** The services, each changed. */
export function mapServices(services: Readonly<Record<string, ServiceConfig>>, change: (service: ServiceConfig) => ServiceConfig): Record<string, ServiceConfig> {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, change(service)]));
}
