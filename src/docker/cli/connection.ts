import { encodeUtf8, sha256Hex } from '../../base/index.ts';
import { goQuote } from '../../base/go/index.ts';
import { LookupError, type Process } from '../../kernel/index.ts';
import type { Dialer } from '../client/index.ts';
import type { ClientTls } from './client-tls.ts';
import { CliError } from './command/status-error.ts';

/** The default address of the daemon. */
export const defaultHost = 'unix:///var/run/docker.sock';

/** A dialer for `unix:///path` and `tcp://host:port`, by the process's own sockets. */
export function dialerOf(process: Process, host: string, tls?: ClientTls): Dialer {
  const [, scheme = '', rest = ''] = /^(\w+):\/\/(.*)$/.exec(host) ?? [];
  if (scheme === 'unix') {
    return async () => process.stream(await process.connect({ family: 'unix', path: rest }));
  }
  if (scheme !== 'tcp' && scheme !== 'http') throw new CliError(`unable to parse docker host \`${host}\``);
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(rest.replace(/\/.*$/, '')) ?? [];
  return async () => {
    const [address = '127.0.0.1'] = await lookUp(process, name === '' ? 'localhost' : name);
    const fd = await process.connect({ family: 'inet', address, port: port === undefined ? 2375 : Number(port) });
    return tls ? (await import('./tls-connection.ts')).encrypt(process, fd, name, tls) : process.stream(fd);
  };
}

async function lookUp(process: Process, name: string): Promise<readonly string[]> {
  try {
    return await process.lookup(name);
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    const { lookupFailure } = await import('../distribution/process/index.ts');
    throw lookupFailure(process, name, error);
  }
}

/** The error for a context that does not exist: contexts are found by the digest of their name. */
export function noContext(name: string, configDirectory: string): CliError {
  return new CliError(`context ${goQuote(name)}: context not found: open ${configDirectory}/contexts/meta/${sha256Hex(encodeUtf8(name))}/meta.json: no such file or directory`);
}

/** An address as the user may write it (`tcp://host`, `host:port`, `unix://`) in full form. */
export function parseHost(text: string): string {
  const value = text.trim();
  if (value === '') return defaultHost;
  const [, scheme, rest = ''] = /^(\w+):\/\/(.*)$/.exec(value) ?? [];
  if (scheme === 'unix') return rest === '' ? defaultHost : value;
  if (scheme === undefined || scheme === 'tcp') {
    const address = scheme === undefined ? value : rest;
    return `tcp://${/:\d+$/.test(address) ? address : `${address === '' ? 'localhost' : address}:2375`}`;
  }
  if (scheme === 'ssh' || scheme === 'npipe' || scheme === 'fd') throw new CliError(`${scheme}:// hosts are not supported here`);
  throw new CliError(`invalid bind address format: ${value}`);
}
