import { isSystemError } from '../../../kernel/uapi/index.ts';
import { textOf } from '../../program/index.ts';
import type { Invocation } from '../command.ts';
import { Failure, queue } from '../failure.ts';
import { readTextFile } from '../files.ts';
import { Config, ConfigError, parseConfig } from './config.ts';

/** Where the configuration lies unless OPENSSL_CONF or -config name another. */
export const defaultConfigPath = '/usr/lib/ssl/openssl.cnf';

/** Reads a configuration file. Throws a Failure as `app_load_config` words it. */
export async function loadConfig(invocation: Invocation, path: string): Promise<Config> {
  const text = await readTextFile(invocation, path);
  return parse(invocation, text, `config file "${path}"`);
}

/** Parses a configuration that has no file of its own. */
export function parse({ process, name }: Invocation, text: string, where: string): Config {
  try {
    return parseConfig(text, process);
  } catch (error) {
    if (error instanceof ConfigError) throw new Failure(`${name}: Error on line ${error.line} of ${where}\n`, [error.queueLine]);
    throw error;
  }
}

/** The default configuration; an empty one where there is none. */
export function loadDefaultConfig(invocation: Invocation): Config {
  const { process } = invocation;
  const named = process.env.OPENSSL_CONF;
  if (named !== undefined && !process.exists(named)) throw new Failure(`Can't open "${named}" for reading, No such file or directory\n`, queue.fopen(named, 'r', 'No such file or directory'));
  // Alpine's OpenSSL has it in /etc/ssl.
  const path = named ?? (process.exists(defaultConfigPath) ? defaultConfigPath : '/etc/ssl/openssl.cnf');
  try {
    return parse(invocation, textOf(process.readFile(path)), `config file "${path}"`);
  } catch (error) {
    if (isSystemError(error)) return new Config();
    throw error;
  }
}

