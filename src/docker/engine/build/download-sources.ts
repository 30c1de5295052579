import { decodeUtf8 } from '../../../base/index.ts';
import type { Daemon } from '../daemon.ts';
import { EngineError, messageOf } from '../engine-error.ts';
import { makeDirectories } from '../store/json-file.ts';
import type { CopySource } from './copy-files.ts';
import { downloadUrl } from './download-url.ts';

/** What the classic builder's ADD takes from the web, put into `directory`. */
export async function downloadSources(daemon: Daemon, urls: readonly string[], directory: string, print: (text: string) => void): Promise<CopySource[]> {
  const found: CopySource[] = [];
  for (const url of urls) {
    const { status, statusText, bytes, name } = await downloadUrl(daemon, url).catch((error: unknown) => { throw new EngineError('system', `ADD failed: ${messageOf(error)}`); });
    if (status >= 400) throw new EngineError('system', `ADD failed: failed to GET ${url} with status ${status} ${statusText}: ${decodeUtf8(bytes).trim()}`);
    if (name === '') throw new EngineError('system', `ADD failed: cannot determine filename from url: ${url}`);
    makeDirectories(daemon.files, directory);
    daemon.files.writeFile(`${directory}/${name}`, bytes, { mode: 0o600 });
    print('\n');
    found.push({ path: `/${name}`, place: `${directory}/${name}` });
  }
  return found;
}
