import { isSystemError, type Process, type Signal } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { configureArguments, helpText } from './build-info.ts';
import { type Configuration, failure, readConfiguration } from './configuration.ts';
import { Emergency } from './emergency.ts';
import { Log } from './log.ts';
import { runMaster } from './master.ts';
import { buildModel, Late, type Model } from './model.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { checkVariables, prefix } from './variables.ts';
import { version } from './version.ts';

interface Words {
  shown: string;
  test: boolean;
  dump: boolean;
  quiet: boolean;
  signal: string | undefined;
  configuration: string;
  errorLog: string;
  globals: string;
}

/** nginx: a web server and reverse proxy, as the course's image has it. Without TLS, and with what src/coreutils/server/README.md lists. */
export const nginx = rawProgram('nginx', async (tool, given) => {
  const words = parse(given);
  if (typeof words === 'string') {
    await tool.errorText(`nginx: ${words}\n`);
    return 1;
  }
  if (words.shown !== '') {
    await tool.errorText(`nginx version: nginx/${version}\n${words.shown === 'V' ? configureArguments : words.shown === 'h' ? helpText : ''}`);
    if (!words.test) return 0;
  }
  return await new Nginx(tool, words).run();
});

function parse(given: readonly string[]): Words | string {
  const words: Words = { shown: '', test: false, dump: false, quiet: false, signal: undefined, configuration: '/etc/nginx/nginx.conf', errorLog: '/var/log/nginx/error.log', globals: '' };
  const takes: Record<string, (value: string) => void> = {
    p: () => undefined, e: (value) => { words.errorLog = value; }, c: (value) => { words.configuration = value; }, g: (value) => { words.globals = value; }, s: (value) => { words.signal = value; },
  };
  const needs: Record<string, string> = { p: 'directory name', e: 'file name', c: 'file name', g: 'parameter', s: 'parameter' };
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    if (!word.startsWith('-')) return `invalid option: "${word}"`;
    for (let index = 1; index < word.length; index++) {
      const letter = word.charAt(index);
      if (letter === '?' || letter === 'h') words.shown = 'h';
      else if (letter === 'v') words.shown = 'v';
      else if (letter === 'V') words.shown = 'V';
      else if (letter === 't') words.test = true;
      else if (letter === 'T') words.test = words.dump = true;
      else if (letter === 'q') words.quiet = true;
      else if (takes[letter]) {
        const value = word.slice(index + 1) || given[++at];
        if (value === undefined) return `option "-${letter}" requires ${needs[letter]}`;
        takes[letter](value);
        if (letter === 's' && !/^(stop|quit|reopen|reload)$/.test(value)) return `invalid option: "-s ${value}"`;
        break;
      } else return `invalid option: "${letter}"`;
    }
  }
  return words;
}

class Nginx {
  readonly #tool: Tool;
  readonly #process: Process;
  readonly #words: Words;
  #log: Log;

  constructor(tool: Tool, words: Words) {
    this.#tool = tool;
    this.#process = tool.process;
    this.#words = words;
    this.#log = new Log(tool.process);
  }

  async run(): Promise<number> {
    const { test, dump, quiet, signal, configuration: path } = this.#words;
    try {
      this.#log.errorsTo(this.#words.errorLog, 'notice');
    } catch (error) {
      if (!(error instanceof Emergency)) throw error;
      await this.#tool.errorText(`nginx: [alert] could not open error log file: ${error.message}\n`);
      this.#log = new Log(this.#process);
      this.#log.errorsTo('stderr', 'notice');
    }
    let read: { configuration: Configuration; model: Model };
    try {
      read = await this.#read(this.#log);
    } catch (error) {
      if (!(error instanceof Emergency)) throw error;
      if (error instanceof Late && test) await this.#say(`the configuration file ${path} syntax is ok`);
      await this.#log.error('emerg', error.message);
      if (test) await this.#tool.errorText(`nginx: configuration file ${path} test failed\n`);
      return 1;
    }
    const { configuration, model } = read;
    for (const warning of model.warnings) await this.#log.error('warn', warning);
    if (signal !== undefined) return await this.#signal(model, signal);
    if (test && !quiet) await this.#say(`the configuration file ${path} syntax is ok`);
    const pidFile = this.#pidFile(model);
    try {
      this.#openLogs(this.#log, model);
      if (test) this.#process.close(this.#process.open(pidFile, 'a', 0o644));
    } catch (error) {
      if (!(error instanceof Emergency) && !isSystemError(error)) throw error;
      await this.#log.error('emerg', error instanceof Emergency ? error.message : `open() "${pidFile}" failed (${failure(error)})`);
      if (test) await this.#tool.errorText(`nginx: configuration file ${path} test failed\n`);
      return 1;
    }
    if (test) {
      if (!quiet) await this.#say(`configuration file ${path} test is successful`);
      if (dump) for (const file of configuration.files) this.#tool.out.write(`# configuration file ${file.path}:\n${file.text}\n`);
      return 0;
    }
    return await this.#start(model, pidFile);
  }

  async #say(text: string): Promise<void> {
    await this.#tool.errorText(`nginx: ${text}\n`);
  }

  async #read(log: Log): Promise<{ configuration: Configuration; model: Model }> {
    const { configuration: path, globals } = this.#words;
    const full = path.startsWith('/') ? path : `${prefix}/${path}`;
    const configuration = readConfiguration(this.#process, full, full.replace(/\/[^/]*$/, ''), globals);
    checkVariables(configuration.directives.find(({ name }) => name === 'http')?.block ?? []);
    const model = await buildModel(this.#process, configuration, processors(this.#process));
    const [target, level = 'error'] = model.main.one('error_log')?.args ?? [];
    if (target !== undefined && !this.#words.test && this.#words.signal === undefined) log.errorsTo(target, level);
    return { configuration, model };
  }

  #pidFile(model: Model): string {
    const path = model.main.value('pid', '/var/run/nginx.pid');
    return path.startsWith('/') ? path : `${prefix}/${path}`;
  }

  #openLogs(log: Log, model: Model): void {
    const open = (directives: readonly { name: string; args: string[]; block: typeof model.main.directives }[]): void => {
      for (const { name, args, block } of directives) {
        if (name === 'access_log' && args[0] !== 'off' && args[0] !== undefined && !args[0].startsWith('syslog:')) log.open(args[0]);
        open(block as never);
      }
    };
    open(model.main.directives as never);
  }

  async #signal(model: Model, name: string): Promise<number> {
    await this.#log.error('notice', 'signal process started');
    const path = this.#pidFile(model);
    let text: string;
    try {
      text = this.#process.readTextFile(path).trim();
    } catch (error) {
      await this.#log.error('error', `open() "${path}" failed (${failure(error)})`);
      return 1;
    }
    if (!/^\d+$/.test(text)) {
      await this.#log.error('error', `invalid PID number "${text}" in "${path}"`);
      return 1;
    }
    const signals: Record<string, Signal> = { stop: 'SIGTERM', quit: 'SIGQUIT', reopen: 'SIGUSR1', reload: 'SIGHUP' };
    try {
      this.#process.kill(Number(text), signals[name]);
    } catch (error) {
      await this.#log.error('alert', `kill(${text}, ${name === 'stop' ? 15 : name === 'quit' ? 3 : name === 'reopen' ? 10 : 1}) failed (${failure(error)})`);
      return 1;
    }
    return 0;
  }

  async #start(model: Model, pidFile: string): Promise<number> {
    let sockets: Sockets;
    try {
      sockets = await openSockets(this.#process, model, this.#log, new Map());
    } catch (error) {
      if (!(error instanceof Emergency)) throw error;
      await this.#log.error('emerg', error.message);
      return 1;
    }
    if (sockets.size === 0 && model.servers.length > 0) return 1;
    const main = async (process: Process): Promise<number> => {
      process.setproctitle(`nginx: master process ${this.#process.argv.join(' ')}`);
      const log = this.#log.for(process);
      try {
        process.writeFile(pidFile, `${process.pid}\n`);
      } catch (error) {
        await this.#log.error('emerg', `open() "${pidFile}" failed (${failure(error)})`);
        return 1;
      }
      return await runMaster(process, { model, sockets, log, pidFile, reload: (old) => this.#reload(process, log, old) });
    };
    if (model.main.on('daemon', true)) {
      this.#process.fork(main, { newSession: true });
      return 0;
    }
    return await main(this.#process);
  }

  async #reload(process: Process, log: Log, old: Sockets): Promise<{ model: Model; sockets: Sockets } | undefined> {
    try {
      const { model } = await this.#read(log);
      this.#openLogs(log, model);
      for (const warning of model.warnings) await log.error('warn', warning);
      const sockets = await openSockets(process, model, log, old);
      return sockets.size === 0 && model.servers.length > 0 ? undefined : { model, sockets };
    } catch (error) {
      if (!(error instanceof Emergency)) throw error;
      await log.error('emerg', error.message);
      return undefined;
    }
  }
}

function processors(process: Process): number {
  try {
    return Math.max(1, process.readTextFile('/proc/cpuinfo').match(/^processor\s*:/gm)?.length ?? 1);
  } catch (error) {
    if (isSystemError(error)) return 1;
    throw error;
  }
}
