import { isEndOfProcess, isSystemError, type Fd, type Process, strerror } from '../../kernel/uapi/index.ts';
import { getopt, rawProgram, type Tool, UsageError } from '../program/index.ts';
import { resolveName, services } from './resolve-name.ts';
import { TelnetFilter, TelnetLine } from './telnet-stream.ts';

const options = { ipv4: '-4 --ipv4', ipv6: '-6 --ipv6', eightBit: '-8 --binary', login: '-a --login', bindAddress: '-b --bind=', noRc: '-c --no-rc', debug: '-d --debug', noEscape: '-E --no-escape', escape: '-e --escape=', noLogin: '-K --no-login', user: '-l --user=', eightOut: '-L --binary-output', trace: '-n --trace=', rlogin: '-r --rlogin' };

/** telnet(1) of inetutils, or busybox's. */
export const telnet = rawProgram('telnet', async (tool, words) => {
  let operands: string[];
  try {
    operands = getopt(options, words, { permute: true }).operands;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(`telnet: ${error.message}\nTry 'telnet --help' or 'telnet --usage' for more information.\n`);
    return 64;
  }
  const [host, service = tool.busybox ? '23' : 'telnet'] = operands;
  if (host !== undefined) return await open(tool, host, service);
  const session = new TelnetPrompt(tool.process);
  for (;;) {
    const command = await session.ask();
    if (command === undefined || /^q(uit)?$/.test(command)) return 0;
    const [verb = '', to, port = 'telnet'] = command.split(/\s+/);
    if (/^o(pen)?$/.test(verb) && to !== undefined) return await open(tool, to, port);
    if (verb !== '') await tool.process.write(1, '?Invalid command\n');
  }
});

async function open(tool: Tool, host: string, service: string): Promise<number> {
  const { process } = tool;
  const port = /^\d+$/.test(service) ? Number(service) : services(process).find((each) => each.protocol === 'tcp' && (each.name === service || each.aliases.includes(service)))?.port;
  const found = await resolveName(process, host);
  if (found === undefined || found === 'again' || port === undefined) {
    const why = port === undefined ? 'Servname not supported for ai_socktype' : found === 'again' ? 'Temporary failure in name resolution' : 'Name or service not known';
    if (tool.busybox) await tool.errorText(`telnet: bad address '${host}'\n`);
    else await process.write(1, `Server lookup failure:  ${host}:${service}, ${why}\n`);
    return 1;
  }
  for (const [index, address] of found.addresses.entries()) {
    if (!tool.busybox) await process.write(1, `Trying ${address}...\n`);
    try {
      const fd = await process.connect({ family: 'inet', address, port });
      await process.write(1, tool.busybox ? `Connected to ${host}\n` : `Connected to ${found.canonical}.\nEscape character is '^]'.\n`);
      return await converse(tool, fd);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const last = index === found.addresses.length - 1;
      if (tool.busybox) await tool.errorText(`telnet: can't connect to remote host (${address}): ${strerror(error.code)}\n`);
      else await tool.errorText(last ? `telnet: Unable to connect to remote host: ${strerror(error.code)}\n` : `telnet: connect to address ${address}: ${strerror(error.code)}\n`);
    }
  }
  return 1;
}

/** Keys go to the other side line by line, what comes from there to the screen, until one of them ends it. */
async function converse(tool: Tool, fd: Fd): Promise<number> {
  const { process } = tool;
  const terminal = process.isatty(0);
  const before = terminal ? process.tcgetattr(0) : undefined;
  const over = Promise.withResolvers<'peer' | 'user'>();
  const filter = new TelnetFilter();
  const receive = async (): Promise<void> => {
    for (;;) {
      const bytes = await process.read(fd);
      if (bytes.length === 0) return over.resolve('peer');
      const { text, reply } = filter.take(bytes);
      if (reply.length > 0) await process.write(fd, reply);
      if (text.length > 0) await process.write(1, text);
    }
  };
  const send = async (): Promise<void> => {
    const line = new TelnetLine(terminal);
    for (;;) {
      const bytes = await process.read(0);
      if (bytes.length === 0) return;
      for (const byte of bytes) {
        const { echo, send: ready, escape } = line.key(byte);
        if (echo !== '') await process.write(1, echo);
        if (ready) await process.write(fd, ready);
        if (!escape) continue;
        if (before) process.tcsetattr(0, before);
        const command = await new TelnetPrompt(process).ask();
        if (command === undefined || /^(q(uit)?|c(lose)?|logout)$/.test(command)) return over.resolve('user');
        if (command !== '') await process.write(1, '?Invalid command\n');
        raw();
      }
    }
  };
  const raw = (): void => {
    if (terminal) process.tcsetattr(0, { canonical: false, echo: false });
  };
  raw();
  for (const work of [receive(), send()]) {
    work.catch((error: unknown) => {
      if (isSystemError(error)) over.resolve('peer');
      else if (!isEndOfProcess(error)) over.reject(error);
    });
  }
  const end = await over.promise;
  if (before) process.tcsetattr(0, before);
  process.close(fd);
  if (end === 'user') await process.write(1, 'Connection closed.\n');
  else await tool.errorText(tool.busybox ? 'Connection closed by foreign host\n' : 'Connection closed by foreign host.\n');
  return tool.busybox && end === 'peer' ? 1 : 0;
}

/** The prompt `telnet> `. */
class TelnetPrompt {
  readonly #process: Process;

  constructor(process: Process) {
    this.#process = process;
  }

  /** A line without its end; undefined at the end of input. */
  async ask(): Promise<string | undefined> {
    await this.#process.write(1, 'telnet> ');
    let text = '';
    while (!text.includes('\n')) {
      const bytes = await this.#process.read(0);
      if (bytes.length === 0) return undefined;
      text += String.fromCharCode(...bytes);
    }
    return text.slice(0, text.indexOf('\n')).trim();
  }
}
