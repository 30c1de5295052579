import { decodeUtf8, readAll } from '../../base/index.ts';
import { isSystemError, type Process } from '../../kernel/index.ts';

/** Where docker looks for plugins, after the user's own directory. */
const systemDirectories = ['/usr/local/lib/docker/cli-plugins', '/usr/local/libexec/docker/cli-plugins', '/usr/lib/docker/cli-plugins', '/usr/libexec/docker/cli-plugins'];

export interface Plugin {
  name: string;
  path: string;
  vendor: string;
  version: string;
  short: string;
}

function candidates(process: Process): Map<string, string> {
  const found = new Map<string, string>();
  for (const directory of [`${process.env['HOME'] ?? ''}/.docker/cli-plugins`, ...systemDirectories]) {
    try {
      for (const { name } of process.readdir(directory)) {
        const [, plugin] = /^docker-([a-z][a-z0-9]*)$/.exec(name) ?? [];
        if (plugin !== undefined && !found.has(plugin) && process.access(`${directory}/${name}`, 'x')) found.set(plugin, `${directory}/${name}`);
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return found;
}

/** Plugins on disk with what they say of themselves. */
export async function listPlugins(process: Process): Promise<Plugin[]> {
  const plugins: Plugin[] = [];
  for (const [name, path] of candidates(process)) {
    const metadata = await metadataOf(process, path);
    if (metadata) plugins.push({ name, path, vendor: metadata.Vendor ?? '', version: metadata.Version ?? '', short: metadata.ShortDescription ?? '' });
  }
  return plugins.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the programs in docker's plugin directories, as far as docker is not the same command itself. */
export function pluginNames(process: Process): string[] {
  return [...candidates(process).keys()].filter((name) => name !== 'buildx');
}

async function metadataOf(process: Process, path: string): Promise<{ Vendor?: string; Version?: string; ShortDescription?: string } | undefined> {
  try {
    const [reader, writer] = process.pipe();
    const pid = process.spawn(path, [path, 'docker-cli-plugin-metadata'], { fds: { 1: writer } });
    process.close(writer);
    const output = await readAll(process.stream(reader));
    await process.wait(pid);
    return JSON.parse(decodeUtf8(output)) as { Vendor?: string };
  } catch (error) {
    if (isSystemError(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Runs the plugin of that name with all the words, and gives its status; undefined when there is none. Signals are the plugin's: from a terminal it gets them itself. */
export async function runPlugin(process: Process, name: string, words: readonly string[]): Promise<number | undefined> {
  const path = candidates(process).get(name);
  if (path === undefined) return undefined;
  const pid = process.spawn(path, [path, ...words]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.onSignal(signal, {
      handle: () => {
        if (!process.isatty(0)) process.kill(pid, signal);
      },
      restart: true,
    });
  }
  const status = await process.wait(pid);
  if (status?.kind === 'exited') return status.status;
  return 1;
}
