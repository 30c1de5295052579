import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { BashCase } from '../bash/case.ts';

/** A script and what Debian 13's tools do with it; `env` adds to the environment. */
export interface ToolCase extends BashCase {
  env?: Record<string, string>;
  /** The folder below `fixtures/` whose files the script finds where it runs. */
  files?: string;
  /** `http`: the fixture of `http/` answers at `$U` while the script runs. */
  server?: 'http';
}

/** The files that a case's script finds: name and path. */
export function filesOf({ files }: ToolCase): { name: string; path: string }[] {
  if (files === undefined) return [];
  const from = join(folder, 'fixtures', files);
  return readdirSync(from).sort().map((name) => ({ name, path: join(from, name) }));
}

/** Output without what differs from run to run: the thread's address in front of OpenSSL's errors. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/^[0-9A-F]{12,16}(?=:error:)/gm, 'THREAD');
}

/** The folder with the recordings. */
export const folder = import.meta.dirname;

/** What both run with: the locale of a container. */
export const environment = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C', TERM: 'dumb', TZ: 'UTC' };

/** Topics whose tools a plain Debian lacks. */
export const extraTools: Record<string, string[]> = { ...Object.fromEntries(['openssl-keys', 'openssl-requests', 'openssl-certificates', 'openssl-verify', 'openssl-digests', 'openssl-ciphers', 'openssl-files', 'openssl-help', 'openssl-authority', 'openssl-more', 'openssl-stores', 'openssl-tools'].map((topic) => [topic, ['openssl', 'xxd']])), gpg: ['gpg', 'gpgv'], htpasswd: ['htpasswd', 'openssl'], jq: ['jq'], 'network-link': ['ip', 'ping'], 'network-clients': ['nc.openbsd', 'ping', 'dig', 'host', 'nslookup', 'tcpdump'], 'network-commands': ['ip', 'netstat', 'ss', 'nc.openbsd'], 'network-tools': ['ss', 'netstat', 'ping', 'traceroute', 'tcpdump'], dump: ['xxd', 'hexdump'], cowsay: ['cowsay'], nc: ['nc.openbsd'], telnet: ['inetutils-telnet', 'nc.openbsd'], calc: ['bc', 'dc', 'cal', 'ncal'], curl: ['curl'], 'curl-tls': ['curl', 'openssl', 'ss', 'nc.openbsd'], 'openssl-tls': ['openssl', 'ss'], ssh: ['ssh', 'ssh-keygen', 'scp', 'ssh-copy-id'], wget: ['wget', 'nc.openbsd', 'ss'], 'wget-tls': ['wget', 'openssl', 'ss'], checksum: ['xxd', 'hexdump'], patch: ['patch'], shape: ['column'], 'text-options': ['column', 'patch'], 'process-words': ['pgrep', 'killall', 'pidof'], utilities: ['envsubst', 'iconv', 'col', 'colrm'], zip: ['zip', 'unzip'] };

/** The topics: names of the YAML files. */
export function topics(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5)).sort();
}

/** The cases of a topic. */
export function readCases(topic: string): ToolCase[] {
  return parse(readFileSync(join(folder, `${topic}.yaml`), 'utf8')) as ToolCase[];
}
