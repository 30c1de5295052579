import { isSystemError, LookupError, type Program } from '../../../kernel/uapi/index.ts';
import { readAll } from '../../../base/index.ts';
import { dial } from '../../network/connection.ts';
import { bytesOf, rawProgram, reason, type Tool } from '../../program/index.ts';
import { asciiBytes, binaryOf, binaryOfText, textOfBinary } from './binary.ts';
import { type Answer, csvText, rawText, shownText } from './cli-format.ts';
import { type CliOptions, readOptions } from './cli-options.ts';
import { Connection } from './connection.ts';
import { splitLine } from './split-line.ts';

const help = `Usage: redis-cli [OPTIONS] [cmd [arg [arg ...]]]
  -h <hostname>      Server hostname (default: 127.0.0.1).
  -p <port>          Server port (default: 6379).
  -a <password>      Password to use when connecting to the server; REDISCLI_AUTH does it more safely.
  --user <username>  Used to send ACL style 'AUTH username pass'. Needs -a.
  -u <uri>           Server URI, redis://user:password@host:port/dbnum.
  -n <db>            Database number.
  -r <repeat>        Execute specified command N times.
  -i <interval>      Wait <interval> seconds between repetitions of -r.
  -x                 Read last argument from STDIN.
  -e                 Return exit error code when command execution fails.
  --raw              Use raw formatting for replies (default when STDOUT is not a tty).
  --no-raw           Force formatted output even when STDOUT is not a tty.
  --csv              Output in CSV format.
  --scan             List all keys using the SCAN command; --pattern <pat> chooses some.
  --no-auth-warning  Don't show warning message when using password on command line.
  --version          Output version and exit.
`;

/** Commands whose answers are meant to be read as they are. */
const proseCommands = /^(info|lolwut|client (list|info))\b/i;

/** redis-cli: sends commands to a Redis, one of its command line or each line of its input. */
export const redisCli: Program = rawProgram('redis-cli', async (tool, words) => {
  const options = readOptions(words, tool.process.env);
  if ('refused' in options) {
    await tool.errorText(`Unrecognized option or bad number of args for: '${options.refused}'\n`);
    return 1;
  }
  if (options.shown) {
    tool.out.write(options.shown === 'help' ? help : `redis-cli ${tool.process.env['REDIS_VERSION'] ?? '8.0.2'}\n`);
    return 0;
  }
  return new Cli(tool, options).run();
});

class Cli {
  readonly #tool: Tool;
  readonly #options: CliOptions;
  #connection: Connection | undefined;
  #database: number;

  constructor(tool: Tool, options: CliOptions) {
    this.#tool = tool;
    this.#options = options;
    this.#database = options.database;
  }

  async run(): Promise<number> {
    const { command, fromStdin, scan, warn, password } = this.#options;
    if (password !== undefined && warn) await this.#tool.errorText("Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n");
    const connected = await this.#connect();
    if (scan) return connected ? this.#scan() : 1;
    if (command.length === 0) return this.#lines();
    if (!connected) return 1;
    const words = fromStdin ? [...command, binaryOf(await readAll(this.#tool.process.stream(0)))] : command;
    return this.#repeated(words);
  }

  /** Connects, gives the password and chooses the database; false when there is no server, which was told. */
  async #connect(): Promise<boolean> {
    const { host, port, password, user } = this.#options;
    try {
      this.#connection = new Connection((await dial(this.#tool.process, { host, port })).stream);
    } catch (error) {
      if (!isSystemError(error) && !(error instanceof LookupError)) throw error;
      await this.#tool.errorText(`Could not connect to Redis at ${host}:${port}: ${error instanceof LookupError ? error.message : reason(error)}\n`);
      return false;
    }
    if (password !== undefined) {
      const answer = await this.#ask(['AUTH', ...(user === undefined ? [] : [binaryOfText(user)]), binaryOfText(password)]);
      if (answer?.kind === 'error') await this.#tool.errorText(`AUTH failed: ${answer.text}\n`);
    }
    if (this.#database !== 0) {
      const answer = await this.#ask(['SELECT', String(this.#database)]);
      if (answer?.kind === 'error') await this.#tool.errorText(`SELECT ${this.#database} failed: ${answer.text}\n`);
    }
    return true;
  }

  async #ask(words: readonly string[]): Promise<Answer | undefined> {
    await this.#connection?.send(words);
    return this.#connection?.next();
  }

  async #repeated(words: readonly string[]): Promise<number> {
    const { repeat, interval, failing } = this.#options;
    for (let count = 0; repeat < 0 || count < repeat; count++) {
      if (count > 0 && interval > 0) await this.#tool.process.sleep(interval);
      const answer = await this.#perform(words, failing);
      if (answer === 'closed') return 1;
      if (answer.kind === 'error' && failing) return 1;
    }
    return 0;
  }

  /** Sends a command and prints its answer; MONITOR and SUBSCRIBE go on until the end. */
  async #perform(words: readonly string[], failing = false): Promise<Answer | 'closed'> {
    const name = (words[0] ?? '').toLowerCase();
    if (name === 'select' && words.length === 2) {
      const answer = await this.#ask(words);
      if (answer?.kind === 'status') this.#database = Number(words[1]);
      return this.#print(answer, failing);
    }
    const answer = await this.#ask(words);
    if (!answer && name === 'shutdown') return { kind: 'status', text: '' };
    const printed = await this.#print(answer, failing, answer?.kind === 'bulk' && proseCommands.test(words.slice(0, 2).join(' ')));
    if (!/^(monitor|p?subscribe)$/.test(name) || printed === 'closed' || printed.kind === 'error') return printed;
    if (this.#tool.process.isatty(1) && name !== 'monitor') this.#tool.out.write('Reading messages... (press Ctrl-C to quit)\n');
    for (;;) {
      await this.#tool.out.flush();
      const more = await this.#connection?.next();
      if (!more) return 'closed';
      await this.#print(more, failing);
    }
  }

  async #print(answer: Answer | undefined, failing: boolean, prose = false): Promise<Answer | 'closed'> {
    if (!answer) {
      await this.#tool.errorText('Error: Server closed the connection\n');
      this.#connection?.close();
      this.#connection = undefined;
      return 'closed';
    }
    const { raw, csv } = this.#options;
    const whole = prose && answer.kind === 'bulk' && /(^|\n)$/.test(answer.text);
    const text = whole ? answer.text : csv ? `${csvText(answer)}\n` : prose || (raw ?? !this.#tool.process.isatty(1)) ? `${rawText(answer)}\n` : shownText(answer);
    if (answer.kind === 'error' && failing) await this.#tool.errorText(textOfBinary(text.replace(/\n+$/, '\n')));
    else this.#tool.out.write(asciiBytes(text));
    await this.#tool.out.flush();
    return answer;
  }

  async #scan(): Promise<number> {
    for (let cursor = '0'; ;) {
      const answer = await this.#ask(['SCAN', cursor, ...(this.#options.pattern === undefined ? [] : ['MATCH', binaryOfText(this.#options.pattern)])]);
      if (answer?.kind !== 'array') return answer ? (await this.#print(answer, true), 1) : 1;
      const [next, keys] = answer.items;
      if (keys?.kind === 'array') for (const key of keys.items) this.#tool.out.write(asciiBytes(`${rawText(key)}\n`));
      if (next?.kind !== 'bulk' || next.text === '0') return 0;
      cursor = next.text;
    }
  }

  /** Commands from standard input, a line each; on a terminal with a prompt. */
  async #lines(): Promise<number> {
    const { process, out } = this.#tool;
    const interactive = process.isatty(0);
    let buffer = '';
    let status = 0;
    for (;;) {
      if (interactive) {
        const { host, port } = this.#options;
        out.write(this.#connection ? `${host}:${port}${this.#database > 0 ? `[${this.#database}]` : ''}> ` : 'not connected> ');
        await out.flush();
      }
      while (!buffer.includes('\n')) {
        const bytes = await process.read(0);
        if (bytes.length === 0) {
          if (buffer === '') return status;
          buffer += '\n';
        } else buffer += binaryOf(bytes);
      }
      const end = buffer.indexOf('\n');
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 1);
      const words = splitLine(line);
      if (!words) out.write('Invalid argument(s)\n');
      else if (/^(quit|exit)$/i.test(words[0] ?? '')) return status;
      else if (words[0]?.toLowerCase() === 'clear' && interactive) out.write('\x1b[H\x1b[2J');
      else if (words[0]?.toLowerCase() === 'help' && interactive) out.write(bytesOf(`redis-cli ${process.env['REDIS_VERSION'] ?? ''}\nA command and its words, such as: set name Anna. To leave: quit\n`));
      else if (words.length > 0) {
        if (!this.#connection && !(await this.#connect())) status = 1;
        else if ((await this.#perform(words)) === 'closed' && !interactive) return 1;
      }
      await out.flush();
    }
  }
}
