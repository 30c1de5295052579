import { isSystemError } from '../../kernel/uapi/index.ts';
import { defineProgram } from '../program/index.ts';

/** arping(8) of iputils. */
export const arping = defineProgram({
  name: 'arping', usage: '[options] <destination>', options: { count: '-c=', device: '-I=', quiet: '-q', first: '-f', deadline: '-w=', source: '-s=', broadcast: '-b', duplicate: '-D', unsolicited: '-U' }, version: 'from iputils 20240905', usageStatus: 2, run: async (tool, args) => {
    const { process, out } = tool;
    const [target] = args.operands;
    if (target === undefined) {
      await tool.error('destination address required');
      return 2;
    }
    const address = (await process.lookup(target))[0] ?? target;
    const device = args.value('device') ?? process.network.routeTo(address).device;
    const own = process.network.interfaces().find(({ name }) => name === device);
    if (!own) {
      await tool.error(`Device ${device} not available.`);
      return 2;
    }
    const socket = process.openCapture(device);
    out.write(`ARPING ${address} from ${own.addresses[0]?.address ?? '0.0.0.0'} ${device}\n`);
    let stopped = false;
    process.onSignal('SIGINT', { handle: () => { stopped = true; } });
    const count = Number(args.value('count') ?? Infinity);
    let sent = 0;
    let received = 0;
    const end = process.clock.now() + Number(args.value('deadline') ?? Infinity) * 1000;
    while (!stopped && sent < count && process.clock.now() < end && !(args.has('first') && received > 0)) {
      process.network.solicit(device, address);
      sent++;
      let asked = 0;
      const next = process.clock.now() + 1000;
      while (!stopped && process.clock.now() < next) {
        try {
          const { contents, kind, time } = await process.receivePacket(socket, next - process.clock.now());
          if (contents.protocol !== 'arp') continue;
          if (kind === 'out') asked = time;
          else if (contents.operation === 'reply' && contents.senderAddress === address) {
            received++;
            if (!args.has('quiet')) out.write(`Unicast reply from ${address} [${contents.senderMac.toUpperCase()}]  ${(time - asked).toFixed(3)}ms\n`);
            await out.flush();
            if (args.has('first') || sent >= count) break;
          }
        } catch (error) {
          if (!isSystemError(error, 'EAGAIN', 'EINTR')) throw error;
        }
      }
    }
    out.write(`Sent ${sent} probes (${sent} broadcast(s))\nReceived ${received} response(s)\n`);
    return received > 0 ? 0 : 1;
  },
});
