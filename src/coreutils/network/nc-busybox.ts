import { isSystemError, type Fd, strerror } from '../../kernel/uapi/index.ts';
import { getopt, type Tool, UsageError } from '../program/index.ts';
import { relay } from './nc-relay.ts';
import { resolveName } from './resolve-name.ts';

const usage = `BusyBox v1.37.0 (Debian 1:1.37.0-6+b9) multi-call binary.

Usage: nc [-iN] [-wN] [-l] [-p PORT] [-f FILE|IPADDR PORT] [-e PROG]

Open a pipe to IP:PORT or FILE

	-l	Listen mode, for inbound connects
		(use -ll with -e for persistent server)
	-p PORT	Local port
	-w SEC	Connect timeout
	-i SEC	Delay interval for lines sent
	-f FILE	Use file (ala /dev/ttyS0) instead of network
	-e PROG	Run PROG after connect
`;

/** busybox's small nc. */
export async function busyboxNc(tool: Tool, words: string[]): Promise<number> {
  const { process } = tool;
  // -e takes the rest of the line.
  const at = words.indexOf('-e');
  const program = at < 0 ? [] : words.slice(at + 1);
  let args;
  try {
    args = getopt({ listen: '-l', port: '-p=', wait: '-w=', interval: '-i=', file: '-f=' }, at < 0 ? words : words.slice(0, at), { permute: true });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await tool.errorText(`nc: ${error.message}\n${usage}`);
    return 1;
  }
  const listen = args.has('listen');
  const [host, port] = args.operands;
  if (!listen && (host === undefined || port === undefined)) {
    await tool.errorText(usage);
    return 1;
  }
  const seconds = args.value('wait');
  const serve = async (fd: Fd): Promise<void> => {
    if (program.length > 0) {
      const pid = process.spawn('/bin/sh', ['sh', '-c', program.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')], { fds: { 0: fd, 1: fd, 2: fd } });
      await process.wait(pid);
    } else await relay(process, fd, { listen, udp: false, noStdin: false, shutdown: true, crlf: false, quitAfter: -1, timeout: undefined, receiveLimit: undefined });
  };
  try {
    if (listen) {
      const socket = process.listen({ family: 'inet', address: host ?? '0.0.0.0', port: Number(args.value('port') ?? 0) });
      do {
        const { fd } = await process.accept(socket);
        await serve(fd);
        process.close(fd);
      } while (args.count('listen') > 1);
      return 0;
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`nc: bind: ${strerror(error.code)}\n`);
    return 1;
  }
  const found = await resolveName(process, host ?? '');
  const address = found === undefined || found === 'again' ? undefined : (found.addresses.find((each) => !each.includes(':')) ?? found.addresses[0]);
  if (address === undefined) {
    await tool.errorText(`nc: bad address '${host}'\n`);
    return 1;
  }
  try {
    const fd = await process.connect({ family: 'inet', address, port: Number(port) }, seconds === undefined ? {} : { timeoutMs: Number(seconds) * 1000 });
    await serve(fd);
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`nc: ${error.code === 'ETIMEDOUT' && seconds !== undefined ? 'timed out' : `can't connect to remote host (${address}): ${strerror(error.code)}`}\n`);
    return 1;
  }
}
