import { isEndOfProcess, isSystemError } from '../../kernel/uapi/index.ts';
import { getopt, rawProgram, type Tool, UsageError } from '../program/index.ts';
import { isPort, optionProblem } from './config-option.ts';
import { say } from './prompt.ts';
import { queried } from './queries.ts';
import { openSsh, type SshTarget } from './ssh-client.ts';
import { findUserById } from './user.ts';
import { bodyOf, type SessionRequest, type SshWire } from './wire.ts';

/** Options of ssh that scp takes too. */
export const sshOptions = { identity: '-i=', option: '-o=', verbose: '-v', quiet: '-q', ipv4: '-4', ipv6: '-6', compress: '-C', cipher: '-c=', config: '-F=', jump: '-J=' };

const options = { ...sshOptions, port: '-p=', login: '-l=', terminal: '-t', noTerminal: '-T', noCommand: '-N', background: '-f', noStdin: '-n', version: '-V', agent: '-A', noAgent: '-a', x11: '-X', trustedX11: '-Y', noX11: '-x', gateway: '-g', local: '-L=', remote: '-R=', dynamic: '-D=', escape: '-e=', bind: '-b=', log: '-E=', mac: '-m=', subsystem: '-s', syslog: '-y', master: '-M', control: '-O=', path: '-S=', tunnel: '-w=', stdio: '-W=', gssapi: '-K', noGssapi: '-k', query: '-Q=', print: '-G', bindInterface: '-B=' };

const usage = `usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface] [-b bind_address]
           [-c cipher_spec] [-D [bind_address:]port] [-E log_file]
           [-e escape_char] [-F configfile] [-I pkcs11] [-i identity_file]
           [-J destination] [-L address] [-l login_name] [-m mac_spec]
           [-O ctl_cmd] [-o option] [-P tag] [-p port] [-R address]
           [-S ctl_path] [-W host:port] [-w local_tun[:remote_tun]]
           destination [command [argument ...]]
       ssh [-Q query_option]
`;

/** `-o Name=value` and `-o "Name value"`, by lower-case name; the first of a name counts. */
export function settingsOf(values: readonly string[]): Map<string, string> {
  const settings = new Map<string, string>();
  for (const value of values) {
    const [, name = '', setting = ''] = /^\s*(\w+)\s*(?:=|\s)\s*(.*)$/.exec(value) ?? [];
    if (!settings.has(name.toLowerCase())) settings.set(name.toLowerCase(), setting);
  }
  return settings;
}

/** `user@host`, `ssh://user@host:port` or a host alone. */
export function parseDestination(tool: Tool, text: string, settings: ReadonlyMap<string, string>): { user: string; host: string; port: number } {
  const [, user, host = '', port] = /^(?:ssh:\/\/)?(?:([^@]*)@)?([^:/]*)(?::(\d+))?\/?$/.exec(text) ?? [undefined, undefined, text];
  return { user: user ?? settings.get('user') ?? findUserById(tool.process).name, host: settings.get('hostname') ?? host, port: Number(port ?? settings.get('port') ?? 22) };
}

/** ssh(1): a shell or a command on another host. */
export const ssh = rawProgram('ssh', async (tool, words) => {
  let args;
  let command: string[] = [];
  try {
    args = getopt(options, words, { permute: false });
    // Options may stand between the host and the command.
    const [, ...rest] = args.operands;
    if (rest[0]?.startsWith('-')) {
      const more = getopt(options, rest, { permute: false });
      args.ordered.push(...more.ordered);
      command = more.operands;
    } else command = rest;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(`${error.message.startsWith('invalid') ? 'unknown option' : 'option requires an argument'} -- ${error.message.at(-2)}\r\n${usage}`);
    return 255;
  }
  if (args.has('version')) {
    await tool.errorText('OpenSSH_10.0p2 Debian-7+deb13u4, OpenSSL 3.5.9 29 Sep 2026\n');
    return 0;
  }
  const query = args.value('query');
  if (query !== undefined) {
    const list = queried(query);
    if (list === undefined) await say(tool, `Unsupported query "${query}"\n`);
    else tool.out.write(list);
    return list === undefined ? 255 : 0;
  }
  for (const { key, value = '' } of args.ordered) {
    const problem = key === 'option' ? optionProblem(value) : key === 'port' && !isPort(value) ? `Bad port '${value}'` : undefined;
    if (problem !== undefined) {
      await (key === 'port' ? tool.errorText(`${problem}\n`) : say(tool, `${problem}\n`));
      return 255;
    }
    if (key === 'identity' && !tool.process.exists(value)) await tool.errorText(`Warning: Identity file ${value} not accessible: No such file or directory.\n`);
  }
  const config = args.value('config');
  if (config !== undefined && config !== 'none' && !tool.process.exists(config)) {
    await say(tool, `Can't open user config file ${config}: No such file or directory\n`);
    return 255;
  }
  const [destination] = args.operands;
  if (destination === undefined) {
    await tool.errorText(usage);
    return 255;
  }
  for (const key of ['local', 'remote', 'dynamic', 'jump', 'stdio'] as const) {
    if (args.has(key)) await tool.errorText(`ssh: forwarding (-L, -R, -D, -J, -W) is not part of this sandbox; the rest of the command is done\n`);
  }
  if (command.length === 0 && !args.has('noTerminal') && !args.has('noCommand') && args.count('terminal') < 2 && !tool.process.isatty(0)) await say(tool, 'Pseudo-terminal will not be allocated because stdin is not a terminal.\n');
  const settings = settingsOf(args.values('option'));
  const named = parseDestination(tool, destination, settings);
  const target: SshTarget = { ...named, user: args.value('login') ?? named.user, port: Number(args.value('port') ?? named.port), identities: args.values('identity'), settings, verbose: args.has('verbose'), quiet: args.has('quiet') };
  const wire = await openSsh(tool, target);
  if (!wire) return 255;
  const wantsTerminal = !args.has('noTerminal') && (args.count('terminal') > 1 || ((command.length === 0 || args.has('terminal')) && tool.process.isatty(0)));
  return await converse(tool, wire, target, { ...(command.length > 0 && { command: command.join(' ') }) }, { terminal: wantsTerminal, stdin: !args.has('noStdin') });
}, 255);

async function converse(tool: Tool, wire: SshWire, { host, quiet }: SshTarget, request: SessionRequest, { terminal, stdin }: { terminal: boolean; stdin: boolean }): Promise<number> {
  const { process } = tool;
  const local = terminal && process.isatty(0);
  const saved = local ? process.tcgetattr(0) : undefined;
  const size = (): { rows: number; columns: number } => (local ? process.windowSize(0) : { rows: 24, columns: 80 });
  await wire.send('session', { ...request, ...(terminal && { pty: { ...size(), term: process.env['TERM'] ?? 'dumb' } }) });
  if (saved) {
    process.tcsetattr(0, { canonical: false, echo: false, signals: false, crToNl: false, flowControl: false, nlToCrNl: false });
    process.onSignal('SIGWINCH', { handle: () => void wire.send('size', size()).catch(() => undefined), restart: true });
  }
  const send = async (): Promise<void> => {
    for (let bytes = stdin ? await process.read(0) : new Uint8Array(); bytes.length > 0; bytes = await process.read(0)) await wire.send('input', bytes);
    await wire.send('end');
  };
  send().catch((error: unknown) => {
    if (!isSystemError(error) && !isEndOfProcess(error)) throw error;
  });
  try {
    for (let frame = await wire.receive(); frame; frame = await wire.receive()) {
      if (frame.kind === 'output') await process.write(1, frame.body);
      else if (frame.kind === 'error') await process.write(2, frame.body);
      else if (frame.kind === 'status') {
        if (saved) process.tcsetattr(0, saved);
        if (terminal && !quiet) await say(tool, `Connection to ${host} closed.\n`);
        return bodyOf<{ code: number }>(frame).code;
      }
    }
    if (saved) process.tcsetattr(0, saved);
    await say(tool, `Connection to ${host} closed by remote host.\n`);
    return 255;
  } finally {
    if (saved) process.tcsetattr(0, saved);
    wire.close();
  }
}
