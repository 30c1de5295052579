import { FlagError, globalFlags, parseFlags, type GlobalOptions } from '../cli/index.ts';
import type { Process } from '../../kernel/index.ts';
import { composeVersion } from './observe/index.ts';

/** What `docker` asks of a plugin before it shows it. */
export const metadata = `{
     "SchemaVersion": "0.1.0",
     "Vendor": "Docker Inc.",
     "Version": "${composeVersion}",
     "ShortDescription": "Docker Compose"
}
`;

/** How the program was called. */
export interface Call {
  /** The words after `docker compose` or `docker-compose`. */
  words: readonly string[];
  /** What docker's own options say. */
  global: GlobalOptions;
}

/** Takes docker's options and the word `compose` off, where `docker` calls the program as its plugin; alone, `-v` asks for the version. */
export function callOf(process: Process): Call {
  const words = process.argv.slice(1);
  const directory = process.env['DOCKER_CONFIG'] ?? `${process.env['HOME'] ?? ''}/.docker`;
  const standard = { hosts: [], context: '', tlsFiles: [], configDirectory: directory };
  if (words[0] === 'compose') return { words: words.slice(1), global: standard };
  const plugin = words[0]?.startsWith('-') ? afterGlobalFlags(process, words, directory) : undefined;
  if (plugin) return plugin;
  return { words: words[0] === '-v' || words[0] === '--version' ? ['version', ...words.slice(1)] : words, global: standard };
}

function afterGlobalFlags(process: Process, words: readonly string[], directory: string): Call | undefined {
  try {
    const { values, args, help } = parseFlags(globalFlags(directory), words, { interspersed: false, environment: { env: process.env } });
    if (help || args[0] !== 'compose') return undefined;
    const tls = values['tls'] === true || values['tlsverify'] === true || Boolean(process.env['DOCKER_TLS_VERIFY']);
    return {
      words: args.slice(1),
      global: {
        hosts: values['host'] as readonly string[], context: String(values['context']), configDirectory: String(values['config']),
        tlsFiles: tls ? ['tlscacert', 'tlscert', 'tlskey'].map((name) => String(values[name])) : [],
      },
    };
  } catch (error) {
    if (error instanceof FlagError) return undefined;
    throw error;
  }
}
