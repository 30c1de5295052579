import { cut, FlagValueError, parseCsv, type Flag } from '../flags/index.ts';

/** What `--network` says of one network. */
export interface NetworkAttachment {
  target: string;
  aliases: string[];
  driverOpts: Record<string, string>;
  ipv4: string;
  ipv6: string;
  linkLocalIps: string[];
  mac: string;
}

/** `--network NAME` or `--network name=NAME,alias=A,ip=…`. */
export function networks(help: string, hidden = false): Flag<readonly NetworkAttachment[]> {
  return { help, type: 'network', initial: [], ...(hidden && { hidden }), parse: (text, previous) => [...(previous ?? []), parseNetwork(text)] };
}

export function attachmentTo(target: string): NetworkAttachment {
  return { target, aliases: [], driverOpts: {}, ipv4: '', ipv6: '', linkLocalIps: [], mac: '' };
}

function parseNetwork(text: string): NetworkAttachment {
  if (!/\w+=\w+(,\w+=\w+)*/.test(text)) return attachmentTo(text);
  const attachment = attachmentTo('');
  for (const field of parseCsv(text)) {
    const [rawKey, rawValue] = cut(field.toLowerCase(), '=');
    if (rawValue === undefined || rawKey === '') throw new FlagValueError(`invalid field ${field}`);
    const key = rawKey.trim();
    const value = rawValue.trim();
    if (key === 'name') attachment.target = value;
    else if (key === 'alias') attachment.aliases.push(value);
    else if (key === 'ip') attachment.ipv4 = value;
    else if (key === 'ip6') attachment.ipv6 = value;
    else if (key === 'mac-address') attachment.mac = value;
    else if (key === 'link-local-ip') attachment.linkLocalIps.push(value);
    else if (key === 'driver-opt') {
      const [name, option] = cut(value, '=');
      if (option === undefined || name === '') throw new FlagValueError('invalid key value pair format in driver options');
      attachment.driverOpts[name.trim()] = option.trim();
    } else throw new FlagValueError(`invalid field key ${key}`);
  }
  if (attachment.target === '') throw new FlagValueError('network name/id is not specified');
  return attachment;
}
