import { fileURLToPath } from 'node:url';
import type { FileSystemTree } from '@webcontainer/api';
import { build } from 'vite';

/** What is mounted in a WebContainer, and which of its files starts the sandbox. */
export interface WebContainerTree {
  readonly tree: FileSystemTree;
  readonly entry: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = 'drydock-host.mjs';
/** What the sandbox starts as workers; `openWorker` looks for them beside it by these names. */
const workers: Readonly<Record<string, string>> = { 'jq-worker.mjs': 'src/coreutils/jq/machine/jq-worker.ts' };

/** Bundles a module for Node into one file without dependencies. */
async function bundle(source: string, name: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    // jq's package is a CommonJS module.
    define: { __dirname: 'import.meta.dirname' },
    build: { ssr: source, write: false, minify: true, target: 'node20', rolldownOptions: { output: { codeSplitting: false, entryFileNames: name } } },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const [file, ...others] = outputs;
  if (file?.type !== 'chunk' || others.length > 0) throw new Error(`${name}, for Node, is no single file: ${outputs.map(({ fileName }) => fileName).join(', ')}`);
  return file.code;
}

/** Bundles the sandbox for Node, as a process that speaks the protocol over its standard streams, and its workers beside it. */
export async function buildWebContainerTree(): Promise<WebContainerTree> {
  const sources = Object.entries({ [entry]: 'src/cli/webcontainer/main.ts', ...workers });
  const files = await Promise.all(sources.map(async ([name, source]) => [name, { file: { contents: await bundle(source, name) } }] as const));
  return { entry, tree: { ...Object.fromEntries(files), 'package.json': { file: { contents: '{ "private": true, "type": "module" }\n' } } } };
}
