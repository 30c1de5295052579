import { isSystemError, LookupError, SystemError } from '../../kernel/uapi/index.ts';
import { defineProgram } from '../program/index.ts';

const options = { count: '-c=  stop after <count> replies', interval: '-i=  seconds between sending each packet', timeout: '-W=  time to wait for response', deadline: '-w=', size: '-s=', quiet: '-q', numeric: '-n', four: '-4', six: '-6' };

/** ping: the kernel models no ICMP, so an echo is a connection that is taken or refused. */
export const ping = defineProgram({
  name: 'ping', usage: '[options] <destination>', options, version: 'from iputils 20240905', usageStatus: 2, run: async (tool, args) => {
    const { process, out } = tool;
    const [host = ''] = args.operands;
    let address: string;
    try {
      [address = ''] = await process.lookup(host);
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      await tool.error(tool.busybox ? `bad address '${host}'` : `${host}: ${error.message}`);
      return tool.busybox ? 1 : 2;
    }
    const size = Number(args.value('size') ?? 56);
    out.write(tool.busybox ? `PING ${host} (${address}): ${size} data bytes\n` : `PING ${host} (${address}) ${size}(${size + 28}) bytes of data.\n`);
    await out.flush();
    const count = Number(args.value('count') ?? Infinity);
    const interval = Number(args.value('interval') ?? 1) * 1000;
    const started = process.clock.now();
    const times: number[] = [];
    let sent = 0;
    let stop = false;
    process.onSignal('SIGINT', { handle: () => { stop = true; } });
    try {
      while (sent < count && !stop) {
        if (sent) await process.sleep(interval);
        if (stop) break;
        sent++;
        const at = process.clock.now();
        if (await reaches(process, address)) {
          const ms = Math.max(0.03, process.clock.now() - at);
          times.push(ms);
          if (!args.has('quiet')) out.write(tool.busybox ? `${size + 8} bytes from ${address}: seq=${sent - 1} ttl=64 time=${ms.toFixed(3)} ms\n` : `${size + 8} bytes from ${host === address ? address : `${host} (${address})`}: icmp_seq=${sent} ttl=64 time=${ms < 1 ? ms.toFixed(3) : ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms\n`);
        } else if (!tool.busybox) out.write(`From ${process.network.interfaces().find((one) => one.kind !== 'loopback')?.addresses[0]?.address ?? '127.0.0.1'} icmp_seq=${sent} Destination Host Unreachable\n`);
        await out.flush();
      }
    } catch (error) {
      if (!isSystemError(error, 'EINTR')) throw error;
    }
    const loss = sent === 0 ? 0 : Math.round((1 - times.length / sent) * 100);
    out.write(`\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${times.length} ${tool.busybox ? 'packets received' : 'received'}${!tool.busybox && times.length < sent ? `, +${sent - times.length} errors` : ''}, ${loss}% packet loss${tool.busybox ? '' : `, time ${Math.round(process.clock.now() - started)}ms`}\n`);
    if (times.length) {
      const average = times.reduce((sum, time) => sum + time, 0) / times.length;
      const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - average) ** 2, 0) / times.length);
      const three = [Math.min(...times), average, Math.max(...times)].map((time) => time.toFixed(3)).join('/');
      out.write(tool.busybox ? `round-trip min/avg/max = ${three} ms\n` : `rtt min/avg/max/mdev = ${three}/${deviation.toFixed(3)} ms\n`);
    }
    return times.length ? 0 : 1;
  },
});


async function reaches(process: Parameters<Parameters<typeof defineProgram>[0]['run']>[0]['process'], address: string): Promise<boolean> {
  try {
    process.close(await process.connect({ family: 'inet', address, port: 7 }));
    return true;
  } catch (error) {
    if (error instanceof SystemError) return error.code === 'ECONNREFUSED';
    throw error;
  }
}
