import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { archiveNames, hubNames, pythonNames } from './names.ts';

const ownNames: ReadonlySet<string> = new Set([...hubNames, ...archiveNames, ...pythonNames]);

const networkOf = (address: string): string => address.slice(0, address.lastIndexOf('.'));

/**
 * Addresses of names, for a client: this machine's own names have its address in the client's network; the lab hosts of that network are in the file
 * `folder/NETWORK` (its first three numbers), a line `NAME ADDRESS` each. Networks come and go.
 */
export function labZones(folder: string): (name: string, client: string) => string | undefined {
  return (name, client) => {
    const network = networkOf(client);
    if (ownNames.has(name)) return Object.values(networkInterfaces()).flat().find((each) => each?.family === 'IPv4' && networkOf(each.address) === network)?.address;
    try {
      const line = readFileSync(join(folder, network), 'utf8').split('\n').find((each) => each.startsWith(`${name} `));
      return line?.slice(name.length + 1);
    } catch {
      return undefined;
    }
  };
}
