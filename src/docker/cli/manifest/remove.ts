import { canonicalString, parseReference, withDefaultTag } from '../../../oci/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { ManifestStore } from './manifest-store.ts';

/** `docker manifest rm MANIFEST_LIST…`: all that are there go, the others are told. */
export async function remove({ cli, args }: LooseInvocation): Promise<void> {
  const store = new ManifestStore(cli.process, cli.configDirectory);
  const missing: string[] = [];
  for (const name of args) {
    const list = withDefaultTag(parseReference(name));
    if (store.list(list)) store.remove(list);
    else missing.push(`No such manifest: ${canonicalString(list)}`);
  }
  if (missing.length > 0) throw new CliError(missing.join('\n'));
}
