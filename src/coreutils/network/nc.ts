import { isSystemError, type Fd, LookupError, type Process, type SocketAddress, strerror } from '../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../program/index.ts';
import { busyboxNc } from './nc-busybox.ts';
import { type NcOptions, ncHelp, ncUsage, NcUsageError, parseNc } from './nc-arguments.ts';
import { relay } from './nc-relay.ts';
import { namesOfAddress, resolveName, serviceName, services } from './resolve-name.ts';

/** nc(1) of OpenBSD as Debian has it, or busybox's. */
export const nc = rawProgram('nc', async (tool, words) => {
  if (tool.busybox) return await busyboxNc(tool, words);
  let options: NcOptions;
  try {
    options = parseNc(words);
  } catch (error) {
    if (!(error instanceof NcUsageError)) throw error;
    if (error.kind === 'help') {
      await tool.errorText(`OpenBSD netcat (Debian patchlevel 1.229-1)\n${ncUsage}${ncHelp}`);
      return 0;
    }
    await tool.errorText(`${error.message === '' ? '' : `nc: ${error.message}\n`}${error.kind === 'usage' ? ncUsage : ''}`);
    return 1;
  }
  const { unix, listen, udp } = options;
  if (unix) return listen ? await listenOn(tool, options, { family: 'unix', path: options.host ?? '' }) : await connectUnix(tool, options);
  if (!listen) return await connectAll(tool, options);
  const port = portNamed(tool.process, options.port ?? '', udp);
  if (port === undefined) {
    await tool.errorText('nc: getaddrinfo: Servname not supported for ai_socktype\n');
    return 1;
  }
  const at = await addressOf(tool, options.source ?? options.host ?? '0.0.0.0', String(port));
  if (at === undefined) return 1;
  return udp ? await listenUdp(tool, options, at, port) : await listenOn(tool, options, { family: 'inet', address: at, port });
});

/** A port by number or service; undefined for neither. */
function portNamed(process: Process, text: string, udp: boolean): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= 65535 ? Number(text) : undefined;
  const protocol = udp ? 'udp' : 'tcp';
  return services(process).find((each) => each.protocol === protocol && (each.name === text || each.aliases.includes(text)))?.port;
}

async function addressOf(tool: Tool, name: string, port: string): Promise<string | undefined> {
  const found = await resolveName(tool.process, name);
  const address = found === undefined || found === 'again' ? undefined : (found.addresses.find((each) => !each.includes(':')) ?? found.addresses[0]);
  if (address === undefined) await tool.errorText(`nc: getaddrinfo for host "${name}" port ${port}: ${new LookupError(found === 'again' ? 'AGAIN' : 'NOTFOUND', name).message}\n`);
  return address;
}

async function announce(tool: Tool, options: NcOptions, peer: SocketAddress): Promise<void> {
  if (!options.verbose) return;
  if (peer.family === 'unix') return tool.errorText(`Connection received on ${peer.path}\n`);
  const [name] = options.numeric ? [] : await namesOfAddress(tool.process, peer.address);
  await tool.errorText(`Connection received on ${name ?? peer.address} ${peer.port}\n`);
}

async function listenOn(tool: Tool, options: NcOptions, at: SocketAddress): Promise<number> {
  const { process } = tool;
  let socket: Fd;
  try {
    socket = process.listen(at, { backlog: at.family === 'unix' ? 5 : 1 });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`nc: ${strerror(error.code)}\n`);
    return 1;
  }
  if (options.verbose) await tool.errorText(at.family === 'unix' ? `Bound on ${at.path}\nListening on ${at.path}\n` : `Listening on ${at.address} ${at.port}\n`);
  for (;;) {
    const { fd, peer } = await process.accept(socket);
    if (!options.keep) process.close(socket);
    await announce(tool, options, peer);
    await relay(process, fd, options);
    process.close(fd);
    if (!options.keep) return 0;
  }
}

async function listenUdp(tool: Tool, options: NcOptions, address: string, port: number): Promise<number> {
  const { process } = tool;
  let socket: Fd;
  try {
    socket = process.bindDatagram({ family: 'inet', address, port });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`nc: ${strerror(error.code)}\n`);
    return 1;
  }
  if (options.verbose) await tool.errorText(`Bound on ${address} ${port}\n`);
  if (options.keep) {
    // Open to everybody for good, so never connected, and what standard input has goes to nobody.
    for (let left = options.receiveLimit ?? Infinity; left > 0; left--) await process.write(1, (await process.receiveFrom(socket)).data);
    return 0;
  }
  const { data, from } = await process.receiveFrom(socket);
  process.connectDatagram(socket, from);
  await announce(tool, options, from);
  await process.write(1, data);
  if (options.receiveLimit === 1) return 0;
  await relay(process, socket, { ...options, ...(options.receiveLimit !== undefined && { receiveLimit: options.receiveLimit - 1 }) });
  return 0;
}

async function connectUnix(tool: Tool, options: NcOptions): Promise<number> {
  const { process } = tool;
  const path = options.host ?? '';
  let fd: Fd;
  try {
    fd = await process.connect({ family: 'unix', path });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`nc: ${path}: ${strerror(error.code)}\n`);
    return 1;
  }
  if (!options.scan) await relay(process, fd, options);
  process.close(fd);
  return 0;
}

/** The ports of `80`, `http`, `20-25`; a message when it is none of these. */
function portsOf(process: Process, text: string, udp: boolean): number[] | string {
  const [, low, high] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    for (const each of [low, high]) if (Number(each) > 65535) return `port number too large: ${each}`;
    const [first, last] = [Number(low), Number(high)].sort((a, b) => a - b) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
  if (/^\d+$/.test(text) && Number(text) > 65535) return `port number too large: ${text}`;
  const port = portNamed(process, text, udp);
  return port === undefined ? `port number invalid: ${text}` : [port];
}

async function connectAll(tool: Tool, options: NcOptions): Promise<number> {
  const { process } = tool;
  const { host = '', udp, verbose } = options;
  const ports: number[] = [];
  for (const word of [options.port ?? '', ...options.morePorts]) {
    const found = portsOf(process, word, udp);
    if (typeof found === 'string') {
      await tool.errorText(`nc: ${found}\n`);
      return 1;
    }
    ports.push(...found);
  }
  if (options.numeric && !/^[\d.]+$|:/.test(host)) {
    await tool.errorText(`nc: getaddrinfo for host "${host}" port ${ports[0] ?? ''}: ${new LookupError('NOTFOUND', host).message}\n`);
    return 1;
  }
  const protocol = udp ? 'udp' : 'tcp';
  let status = 1;
  for (const [index, port] of ports.entries()) {
    if (index > 0 && options.interval > 0) await process.sleep(options.interval * 1000);
    const found = await resolveName(process, host);
    if (found === undefined || found === 'again') {
      await addressOf(tool, host, String(port));
      return 1;
    }
    const fd = await connectOne(tool, options, found.addresses, port);
    if (fd === undefined) continue;
    if (verbose || options.scan) {
      const service = options.numeric ? undefined : serviceName(process, port, protocol);
      const peer = process.peerName(fd);
      const shown = peer.family === 'inet' && peer.address !== host ? `${host} (${peer.address})` : host;
      await tool.errorText(`Connection to ${shown} ${port} port [${protocol}/${service ?? '*'}] succeeded!\n`);
    }
    status = 0;
    if (!options.scan) await relay(process, fd, options);
    process.close(fd);
    if (!options.scan) break;
  }
  return status;
}

async function connectOne(tool: Tool, options: NcOptions, addresses: readonly string[], port: number): Promise<Fd | undefined> {
  const { process } = tool;
  const { host = '', timeout, verbose } = options;
  for (const address of addresses) {
    const to = { family: 'inet', address, port } as const;
    const shown = address === host ? host : `${host} (${address})`;
    try {
      const from = { family: 'inet', address: options.source ?? (address.includes(':') ? '::' : '0.0.0.0'), port: Number(options.sourcePort ?? 0) } as const;
      if (!options.udp) return await process.connect(to, { ...((options.source ?? options.sourcePort) !== undefined && { from }), ...(timeout !== undefined && { timeoutMs: timeout * 1000 }) });
      const socket = process.bindDatagram(from);
      process.connectDatagram(socket, to);
      if (!(options.scan || verbose) || (await answersProbes(process, socket))) return socket;
      process.close(socket);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (!verbose) continue;
      await tool.errorText(error.code === 'ETIMEDOUT' && timeout !== undefined
        ? `nc: connect to ${shown} port ${port} (tcp) timed out: Operation now in progress\n`
        : `nc: connect to ${shown} port ${port} (${options.udp ? 'udp' : 'tcp'}) failed: ${strerror(error.code)}\n`);
    }
  }
  return undefined;
}

/** Sends a few datagrams: whoever is not there refuses one of them. */
async function answersProbes(process: Process, socket: Fd): Promise<boolean> {
  try {
    for (let probe = 0; probe < 4; probe++) {
      await process.write(socket, 'X');
      await process.sleep(probe === 0 ? 10 : 1);
    }
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
