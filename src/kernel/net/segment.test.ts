import { expect, it } from 'vitest';
import { decodeUtf8, readAllText } from '../../base/index.ts';
import { Internet, isSystemError, type Process, Segment } from '../index.ts';
import { bootKernel, runIn } from '../testing.ts';

const inet = (address: string, port: number) => ({ family: 'inet', address, port }) as const;

function bootOn(segment: Segment, address: string, internet: Internet): ReturnType<typeof bootKernel> {
  return bootKernel({}, [], { internet, network: { address, prefixLength: 24, gateway: '10.0.2.2', segment } });
}

async function dial(process: Process, address: string, port: number): Promise<string> {
  try {
    return await readAllText(process.stream(await process.connect(inet(address, port), { timeoutMs: 1000 })));
  } catch (error) {
    if (isSystemError(error)) return error.code;
    throw error;
  }
}

it('machines on one segment reach each other by TCP and UDP, and the internet behind it; one that is gone is not there', async () => {
  const segment = new Segment();
  const internet = new Internet();
  internet.serve('198.51.100.7', 80, (stream) => void stream.write(new TextEncoder().encode('outside')).then(() => stream.close()));
  const one = bootOn(segment, '10.0.2.15', internet);
  const two = bootOn(segment, '10.0.2.16', internet);
  const listener = two.init.listen(inet('0.0.0.0', 80));
  const hidden = two.init.listen(inet('127.0.0.1', 81));
  const datagrams = two.init.bindDatagram(inet('0.0.0.0', 53));
  void (async () => {
    const { fd, peer } = await two.init.accept(listener);
    await two.init.write(fd, peer.family === 'inet' ? `you are ${peer.address}` : '');
    two.init.close(fd);
    const { data, from } = await two.init.receiveFrom(datagrams);
    two.init.sendTo(datagrams, data.toReversed(), from);
  })();
  const seen = await runIn(one, async (process) => {
    const first = await dial(process, '10.0.2.16', 80);
    const socket = process.bindDatagram(inet('0.0.0.0', 0));
    process.sendTo(socket, new TextEncoder().encode('abc'), inet('10.0.2.16', 53));
    const { data, from } = await process.receiveFrom(socket, 1000);
    return [first, decodeUtf8(data), from, await dial(process, '10.0.2.16', 81), await dial(process, '198.51.100.7', 80)];
  });
  expect(seen).toEqual(['you are 10.0.2.15', 'cba', inet('10.0.2.16', 53), 'ECONNREFUSED', 'outside']);
  two.init.close(hidden);
  two.dispose();
  expect(await runIn(one, (process) => dial(process, '10.0.2.16', 80))).toBe('ETIMEDOUT');
  one.dispose();
});
