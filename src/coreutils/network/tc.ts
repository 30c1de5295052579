import { isSystemError, type Netem, type NetworkInterface } from '../../kernel/uapi/index.ts';
import { rawProgram, reason, type Tool } from '../program/index.ts';

/** tc(8): the queueing discipline netem, which delays and loses packets. */
export const tc = rawProgram('tc', async (tool, all) => {
  const words = all.filter((word) => !/^-/.test(word));
  const [object = '', command = 'show', ...rest] = words;
  if (object === '' || !'qdisc'.startsWith(object)) {
    await tool.errorText(object === '' || object === 'help' ? 'Usage:	tc [ OPTIONS ] OBJECT { COMMAND | help }\nwhere  OBJECT := { qdisc | class | filter | chain | action | monitor | exec }\n' : `tc ${object}: not part of this sandbox; qdisc with netem is\n`);
    return object === '' ? 255 : 1;
  }
  const devices = tool.process.network.interfaces();
  const at = rest.indexOf('dev');
  const name = at >= 0 ? rest[at + 1] : undefined;
  const device = devices.find((one) => one.name === name);
  if (name !== undefined && !device) {
    await tool.errorText(`Cannot find device "${name}"\n`);
    return 1;
  }
  if ('show'.startsWith(command) || 'list'.startsWith(command)) {
    for (const one of device ? [device] : devices) tool.out.write(`${describe(one, device !== undefined)} \n${all.includes('-s') ? statistics(one) : ''}`);
    return 0;
  }
  if (!device) {
    await tool.errorText('Command line is not complete. Try option "help"\n');
    return 255;
  }
  return await change(tool, command, device, rest.filter((_, index) => index !== at && index !== at + 1));
});

function describe({ kind, name, netem, up }: NetworkInterface, short: boolean): string {
  const dev = short ? '' : `dev ${name} `;
  if (!netem) return `qdisc ${kind === 'ethernet' ? 'fq_codel' : up ? 'noqueue' : 'noop'} 0: ${dev}root refcnt 2${kind === 'ethernet' ? ' limit 10240p flows 1024 quantum 1514 target 5ms interval 100ms memory_limit 32Mb ecn drop_batch 64' : ''}`;
  const parts = [
    netem.delay > 0 || netem.jitter > 0 ? `delay ${time(netem.delay)}${netem.jitter > 0 ? `  ${time(netem.jitter)}` : ''}` : '', netem.loss > 0 ? `loss ${netem.loss}%` : '', netem.duplicate > 0 ? `duplicate ${netem.duplicate}%` : '',
  ].filter((part) => part !== '');
  return `qdisc netem 8001: ${dev}root refcnt 2 limit 1000 ${parts.join(' ')} seed 1`.replace('limit 1000  seed', 'limit 1000 seed');
}

function time(milliseconds: number): string {
  return milliseconds >= 1000 ? `${milliseconds / 1000}s` : milliseconds >= 1 ? `${milliseconds}ms` : `${milliseconds * 1000}us`;
}

function statistics({ txBytes, txPackets, txDropped }: NetworkInterface): string {
  return ` Sent ${txBytes} bytes ${txPackets} pkt (dropped ${txDropped}, overlimits 0 requeues 0) \n backlog 0b 0p requeues 0\n`;
}

/** `100ms`, `1s`, `500us`, a plain number of microseconds. */
function readTime(text: string | undefined): number | undefined {
  const [, number, unit = 'us'] = /^(\d+(?:\.\d+)?)(s|secs?|ms|msecs?|us|usecs?)?$/.exec(text ?? '') ?? [];
  return number === undefined ? undefined : Number(number) * (unit.startsWith('s') ? 1000 : unit.startsWith('m') ? 1 : 0.001);
}

function readPercent(text: string | undefined): number | undefined {
  return /^\d+(\.\d+)?%?$/.test(text ?? '') ? Number.parseFloat(text ?? '') : undefined;
}

async function change(tool: Tool, command: string, device: NetworkInterface, rest: readonly string[]): Promise<number> {
  const { network } = tool.process;
  const fail = async (message: string, status = 2): Promise<number> => {
    await tool.errorText(`${message}\n`);
    return status;
  };
  try {
    if ('delete'.startsWith(command)) {
      if (!device.netem) return await fail('Error: Cannot delete qdisc with handle of zero.');
      network.setNetem(device.name, undefined);
      return 0;
    }
    if (!['add', 'change', 'replace'].includes(command)) return await fail(`Command "${command}" is unknown, try "tc qdisc help".`, 1);
    const words = rest.filter((word) => word !== 'root');
    if (words[0] === 'handle') words.splice(0, 2);
    const kind = words.shift();
    if (kind !== 'netem') return await fail(`tc: qdisc ${kind ?? ''}: not part of this sandbox; netem is`);
    if (command === 'add' && device.netem) return await fail('Error: Exclusivity flag on, cannot modify.');
    if (command === 'change' && !device.netem) return await fail('Error: Qdisc not found. To create specify NLM_F_CREATE flag.');
    const netem: Netem = { delay: 0, jitter: 0, loss: 0, duplicate: 0 };
    while (words.length > 0) {
      const word = words.shift();
      if (word === 'delay' || word === 'latency') {
        const delay = readTime(words.shift());
        if (delay === undefined) return await fail('Illegal "latency"\n', 255);
        netem.delay = delay;
        const jitter = readTime(words[0]);
        if (jitter !== undefined && words.shift() !== undefined) netem.jitter = jitter;
        if (readPercent(words[0]) !== undefined && /%$/.test(words[0] ?? '')) words.shift();
      } else if (word === 'loss' || word === 'drop' || word === 'duplicate') {
        if (words[0] === 'random') words.shift();
        const percent = readPercent(words.shift());
        if (percent === undefined) return await fail(`Illegal "${word} percent"\n`, 255);
        netem[word === 'duplicate' ? 'duplicate' : 'loss'] = percent;
        if (readPercent(words[0]) !== undefined) words.shift();
      } else if (word === 'limit' || word === 'seed' || word === 'distribution') words.shift();
      else return await fail(`What is "${word}"?\nUsage: ... netem [ limit PACKETS ]\n                 [ delay TIME [ JITTER [CORRELATION]]]\n                 [ loss random PERCENT [CORRELATION]]\n                 [ duplicate PERCENT [CORRELATION]]`, 1);
    }
    network.setNetem(device.name, netem);
    return 0;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return await fail(`RTNETLINK answers: ${reason(error)}`);
  }
}
