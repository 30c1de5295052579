import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { FlagValueError, parseCsv, parseGoBool, type Flag } from '../flags/index.ts';
import type { Process } from '../../../kernel/index.ts';

/** What `--docker` says of an endpoint. */
export interface Endpoint {
  readonly host: string;
  readonly skipTlsVerify: boolean;
  /** `ca.pem`, `cert.pem`, `key.pem`. */
  readonly tls: ReadonlyMap<string, Uint8Array>;
}

const known = new Set(['from', 'host', 'ca', 'cert', 'key', 'skip-tls-verify']);

/** `--docker key=value,…`. */
export function endpointFlag(): Flag<Readonly<Record<string, string>> | undefined> {
  return {
    help: 'set the docker endpoint', type: 'stringToString', initial: undefined, defaultText: '[]',
    parse(text, previous) {
      const pairs = parseCsv(text).map((pair) => {
        const at = pair.indexOf('=');
        if (at < 0) throw new FlagValueError(`${pair} must be formatted as key=value`);
        return [pair.slice(0, at), pair.slice(at + 1)] as const;
      });
      return { ...previous, ...Object.fromEntries(pairs) };
    },
  };
}

/** Reads the files that the options name. Throws CliError. */
export function endpointOf(process: Process, options: Readonly<Record<string, string>>): Endpoint {
  const fail = (message: string): CliError => new CliError(`unable to create docker endpoint config: ${message}`);
  const unknown = Object.keys(options).filter((key) => !known.has(key));
  if (unknown.length > 0) throw fail(unknown.map((key) => `${key}: unrecognized config key`).join('\n'));
  const tls = new Map<string, Uint8Array>();
  for (const key of ['ca', 'cert', 'key']) {
    const path = options[key];
    if (!path) continue;
    try {
      tls.set(`${key}.pem`, process.readFile(path));
    } catch (error) {
      throw fail(`open ${goMessage(error)}`);
    }
  }
  let skipTlsVerify = false;
  try {
    if (options['skip-tls-verify']) skipTlsVerify = parseGoBool(options['skip-tls-verify']);
  } catch (error) {
    throw fail(`skip-tls-verify: ${error instanceof Error ? error.message : ''}`);
  }
  const host = options['host'] ?? '';
  if (host !== '' && !host.includes('://')) throw fail(`unable to apply docker endpoint options: unable to parse docker host \`${host}\``);
  return { host, skipTlsVerify, tls };
}

/** The part of help that explains `--docker`. */
export function endpointHelp(short: string, verb: 'create' | 'update'): string {
  return `${short}

Docker endpoint config:

NAME                DESCRIPTION
from                Copy named context's Docker endpoint configuration
host                Docker endpoint on which to connect
ca                  Trust certs signed only by this CA
cert                Path to TLS certificate file
key                 Path to TLS key file
skip-tls-verify     Skip TLS certificate validation

Example:

$ docker context ${verb} my-context --description "some description" --docker "host=tcp://myserver:2376,ca=~/ca-file,cert=~/cert-file,key=~/key-file"`;
}
