import { bool, list, string, type FlagTable } from './flags/index.ts';

/** The options that stand before the command; `directory` is where config.json is by default. */
export function globalFlags(directory: string): FlagTable {
  return {
    config: string('Location of client config files', { initial: directory }),
    context: string('Name of the context to use to connect to the daemon (overrides DOCKER_HOST env var and default context set with "docker context use")', { shorthand: 'c' }),
    debug: bool('Enable debug mode', { shorthand: 'D' }),
    host: list('Daemon socket to connect to', { shorthand: 'H' }),
    'log-level': string('Set the logging level ("debug", "info", "warn", "error", "fatal")', { shorthand: 'l', initial: 'info' }),
    tls: bool('Use TLS; implied by --tlsverify'),
    tlscacert: string('Trust certs signed only by this CA', { initial: `${directory}/ca.pem` }),
    tlscert: string('Path to TLS certificate file', { initial: `${directory}/cert.pem` }),
    tlskey: string('Path to TLS key file', { initial: `${directory}/key.pem` }),
    tlsverify: bool('Use TLS and verify the remote'),
    version: bool('Print version information and quit', { shorthand: 'v' }),
  };
}
