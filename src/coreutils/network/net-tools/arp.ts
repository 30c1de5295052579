import { isSystemError } from '../../../kernel/uapi/index.ts';
import { rawProgram, reason } from '../../program/index.ts';
import { selfDescription } from './self-description.ts';

/** arp(8) */
export const arp = rawProgram('arp', async (tool, words) => {
  const { network } = tool.process;
  const described = tool.busybox ? undefined : await selfDescription(tool, 'arp', words);
  if (described !== undefined) return described;
  const letters = words.filter((word) => /^-[a-zA-Z]+$/.test(word)).join('');
  const rest = words.filter((word) => !word.startsWith('-'));
  const deviceAt = words.indexOf('-i');
  const device = deviceAt >= 0 ? words[deviceAt + 1] : undefined;
  const [address, mac] = rest.filter((word) => word !== device);
  if (address !== undefined && !/^[\d.]+$/.test(address)) {
    await tool.errorText(`${address}: Host name lookup failure\n`);
    return 255;
  }
  if (letters.includes('s') && mac === undefined) {
    await tool.errorText('arp: need hardware address\n');
    return 255;
  }
  if (letters.includes('s') || letters.includes('d')) {
    try {
      const name = device ?? network.routeTo(address ?? '').device;
      if (letters.includes('d')) network.removeNeighbour(name, address ?? '');
      else network.setNeighbour(name, address ?? '', (mac ?? '').toLowerCase());
      return 0;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(isSystemError(error, 'ENOENT') ? `No ARP entry for ${address}\n` : `SIOC${letters.includes('d') ? 'DARP(dontpub)' : 'SARP'}: ${reason(error)}\n`);
      return 255;
    }
  }
  const entries = network.neighbours().filter((each) => !each.address.includes(':') && (address === undefined || each.address === address) && (device === undefined || each.device === device));
  if (address !== undefined && entries.length === 0) {
    tool.out.write(`${address} (${address}) -- no entry\n`);
    return 1;
  }
  if (letters.includes('a')) {
    for (const each of entries) tool.out.write(`? (${each.address}) at ${each.mac === undefined ? '<incomplete>' : `${each.mac} [ether]`}${each.state === 'PERMANENT' ? ' PERM' : ''} on ${each.device}\n`);
    return 0;
  }
  if (entries.length > 0) tool.out.write('Address                  HWtype  HWaddress           Flags Mask            Iface\n');
  for (const each of entries) {
    tool.out.write(each.mac === undefined ? `${each.address.padEnd(23)}          (incomplete)                              ${each.device}\n` : `${each.address.padEnd(23)}  ether   ${each.mac.padEnd(18)}  ${(each.state === 'PERMANENT' ? 'CM' : 'C').padEnd(22)}${each.device}\n`);
  }
  return 0;
});
