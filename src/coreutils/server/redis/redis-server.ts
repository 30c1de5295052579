import { isSystemError, type Fd, type Process, type Program } from '../../../kernel/uapi/index.ts';
import { rawProgram, reason, type Tool } from '../../program/index.ts';
import { commandTable } from './command-table.ts';
import { Configuration, ConfigurationFailure } from './configuration.ts';
import { Log } from './log.ts';
import { RedisServer } from './server.ts';
import { SnapshotFailure } from './snapshot.ts';

/** As the image says it, else as Debian's is. */
function versionOf(process: Process): string {
  return process.env['REDIS_VERSION'] ?? '8.0.2';
}

const help = `Usage: ./redis-server [/path/to/redis.conf] [options] [-]
       ./redis-server - (read config from stdin)
       ./redis-server -v or --version
       ./redis-server -h or --help
       ./redis-server --test-memory <megabytes>
       ./redis-server --check-system

Examples:
       ./redis-server (run the server with default conf)
       echo 'maxmemory 128mb' | ./redis-server -
       ./redis-server /etc/redis/6379.conf
       ./redis-server --port 7777
       ./redis-server --port 7777 --replicaof 127.0.0.1 8888
       ./redis-server /etc/myredis.conf --loglevel verbose -
       ./redis-server /etc/myredis.conf --loglevel verbose

Sentinel mode:
       ./redis-server /etc/sentinel.conf --sentinel
`;

/** Options as lines of a configuration: `--port 7777 --save ''`. */
function linesOf(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    if (word.startsWith('--')) lines.push(word.slice(2));
    else lines[lines.length - 1] += ` "${word.replace(/["\\]/g, '\\$&')}"`;
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** redis-server: keeps values in memory and on disk, and answers in Redis's protocol (RESP2). No replication, cluster, streams, scripts or modules. */
export const redisServer: Program = rawProgram('redis-server', async (tool, given) => {
  const { process } = tool;
  const version = versionOf(process);
  const [first = ''] = given;
  if (first === '-v' || first === '--version') {
    tool.out.write(`Redis server v=${version} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=0000000000000000\n`);
    return 0;
  }
  if (first === '-h' || first === '--help') {
    tool.out.write(help);
    return 0;
  }
  const configuration = new Configuration();
  configuration.set('dir', process.cwd);
  const read = await readConfiguration(tool, configuration, given, version);
  if (read === undefined) return 1;
  if (configuration.get('daemonize') !== 'yes') return run(process, configuration, version, read, given.length > 0);
  process.fork((child) => run(child, configuration, version, read, given.length > 0), { newSession: true });
  return 0;
});

/** Reads file and options; gives the settings that nobody knows, or undefined when a message was written. */
async function readConfiguration(tool: Tool, configuration: Configuration, given: readonly string[], version: string): Promise<string[] | undefined> {
  const { process } = tool;
  const [file] = given[0]?.startsWith('-') ? [] : given;
  let text = '';
  if (file !== undefined) {
    try {
      text = process.readTextFile(file);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await new Log(process, '').write('#', `Fatal error, can't open config file '${file}': ${reason(error)}`);
      return undefined;
    }
  }
  const options = given.slice(file === undefined ? 0 : 1);
  try {
    // An empty line stands before the options, as in the real one.
    const unknown = configuration.readLines(`${text}${text === '' || text.endsWith('\n') ? '' : '\n'}\n${linesOf(options)}`, (folder) => process.exists(folder));
    process.chdir(configuration.get('dir'));
    return unknown;
  } catch (error) {
    if (!(error instanceof ConfigurationFailure)) throw error;
    await tool.errorText(`\n*** FATAL CONFIG FILE ERROR (Redis ${version}) ***\nReading the configuration file, at line ${error.line}\n>>> '${error.text}'\n${error.message}\n`);
    return undefined;
  }
}

async function run(process: Process, configuration: Configuration, version: string, unknown: readonly string[], configured: boolean): Promise<number> {
  process.setproctitle(`redis-server ${configuration.get('bind').split(' ')[0] ?? '*'}:${configuration.get('port')}`);
  const log = new Log(process, configuration.get('logfile'));
  await log.write('*', 'oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', `Redis version=${version}, bits=64, commit=00000000, modified=0, pid=${process.pid}, just started`);
  if (configured) await log.write('*', 'Configuration loaded');
  else await log.write('#', 'Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf');
  log.role = 'M';
  await log.write('*', 'monotonic clock: POSIX clock_gettime', `Running mode=standalone, port=${configuration.get('port')}.`);
  if (unknown.length > 0) {
    await log.write('#', 'Unresolved Configuration(s) Detected:', ...unknown.map((line) => `>>> '${line.replaceAll('"', '')}'`), 'Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting');
    return 1;
  }
  const listeners = await openSockets(process, configuration, log);
  if (listeners.length === 0) return 1;
  const server = new RedisServer(process, configuration, version, log, commandTable);
  await log.write('*', 'Server initialized');
  try {
    await server.load();
  } catch (error) {
    if (!(error instanceof SnapshotFailure)) throw error;
    await log.write('#', `${error.message}. Exiting.`);
    return 1;
  }
  if (configuration.get('pidfile') !== '') process.writeFile(configuration.get('pidfile'), `${process.pid}\n`);
  await log.write('*', 'Ready to accept connections tcp');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.onSignal(signal, { restart: true, handle: () => {
      void stopBySignal(server, signal);
    } });
  }
  process.onSignal('SIGHUP', 'ignore');
  for (const listener of listeners) void server.accept(listener);
  return server.ended;
}

async function stopBySignal(server: RedisServer, signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
  await server.logFile.write('*', `Received ${signal} scheduling shutdown...`);
  await server.shutdown(undefined, ['User requested shutdown...']);
}

/** Listens on every address of `bind`; one with `-` before it may be missing. */
async function openSockets(process: Process, configuration: Configuration, log: Log): Promise<Fd[]> {
  const found: Fd[] = [];
  const port = Number(configuration.get('port'));
  for (const word of configuration.get('bind').split(/\s+/)) {
    const optional = word.startsWith('-');
    const name = optional ? word.slice(1) : word;
    const address = name === '*' ? '0.0.0.0' : name === '::*' ? '::' : name;
    try {
      found.push(process.listen({ family: 'inet', address, port }, { backlog: 511, v6Only: true }));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (optional) continue;
      await log.write('#', `Warning: Could not create server TCP listening socket ${name}:${port}: bind: ${reason(error)}`, 'Failed listening on port ' + port + ' (tcp), aborting.');
      return [];
    }
  }
  return found;
}
