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

/** Bundles the sandbox for Node, as a process that speaks the protocol over its standard streams, into one file without dependencies. */
export async function buildWebContainerTree(): Promise<WebContainerTree> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'src/cli/webcontainer/main.ts', write: false, minify: true, target: 'node20', rolldownOptions: { output: { codeSplitting: false, entryFileNames: entry } } },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const [file, ...others] = outputs;
  if (file?.type !== 'chunk' || others.length > 0) throw new Error(`the sandbox for Node is no single file: ${outputs.map(({ fileName }) => fileName).join(', ')}`);
  return { entry, tree: { [entry]: { file: { contents: file.code } }, 'package.json': { file: { contents: '{ "private": true, "type": "module" }\n' } } } };
}
