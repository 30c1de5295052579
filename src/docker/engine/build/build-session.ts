import type { HostFiles } from '../ports/host-files.ts';
import { removeTree } from '../store/json-file.ts';

/** What came with a context and is no part of it: BuildQuery's `session`. */
export interface BuildSession {
  dockerfile: Uint8Array | undefined;
  dockerignore: Uint8Array | undefined;
  secrets: Map<string, Uint8Array>;
  named: Map<string, string>;
  dispose(): void;
}

/** Moves the folder `name` out of the unpacked archive at `root`, beside it. */
export function takeSession(files: HostFiles, root: string, name: string): BuildSession | undefined {
  const inside = `${root}/${name.replaceAll('/', '')}`;
  if (!files.exists(inside)) return undefined;
  const place = `${root}-session`;
  files.rename(inside, place);
  const read = (path: string): Uint8Array | undefined => (files.exists(path) ? files.readFile(path) : undefined);
  const names = (path: string): string[] => (files.exists(path) ? files.readdir(path).map((entry) => entry.name) : []);
  // A name is escaped as in URLs, behind an underscore.
  const text = (escaped: string): string => decodeURIComponent(escaped.slice(1));
  return {
    dockerfile: read(`${place}/Dockerfile`), dockerignore: read(`${place}/Dockerfile.dockerignore`),
    secrets: new Map(names(`${place}/secrets`).map((each) => [text(each), files.readFile(`${place}/secrets/${each}`)])),
    named: new Map(names(`${place}/contexts`).map((each) => [text(each), `${place}/contexts/${each}`])),
    dispose: () => removeTree(files, place),
  };
}
