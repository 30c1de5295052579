import { parseReference, withDefaultTag } from '../../../oci/index.ts';
import type { LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';
import { ManifestStore } from './manifest-store.ts';

/** Architectures that Go knows for each system, as the command checks them. */
const known: Readonly<Record<string, readonly string[]>> = {
  linux: ['386', 'amd64', 'arm', 'arm64', 'ppc64le', 'mips64', 'mips64le', 'riscv64', 's390x', 'ppc64'],
  windows: ['386', 'amd64', 'arm', 'arm64'],
  darwin: ['386', 'amd64', 'arm', 'arm64'], dragonfly: ['amd64'], freebsd: ['386', 'amd64', 'arm'], netbsd: ['386', 'amd64', 'arm'], openbsd: ['386', 'amd64', 'arm'], plan9: ['386', 'amd64'], solaris: ['amd64'],
};

/** `docker manifest annotate MANIFEST_LIST MANIFEST`: says for what platform a manifest of a list is. */
export async function annotate({ cli, args, flags }: LooseInvocation): Promise<void> {
  const [list, image] = args.map((name) => withDefaultTag(parseReference(name)));
  if (!list || !image) return;
  const store = new ManifestStore(cli.process, cli.configDirectory);
  const manifest = store.get(list, image);
  if (!manifest) throw new CliError(`manifest for image ${args[1] ?? ''} does not exist in ${args[0] ?? ''}`);
  const text = (flag: string): string => String(flags[flag] ?? '');
  const features = (flags['os-features'] ?? []) as readonly string[];
  const { platform } = manifest.Descriptor;
  if (text('os') !== '') platform.os = text('os');
  if (text('arch') !== '') platform.architecture = text('arch');
  if (text('variant') !== '') platform.variant = text('variant');
  if (text('os-version') !== '') platform['os.version'] = text('os-version');
  if (features.length > 0) platform['os.features'] = [...new Set([...(platform['os.features'] ?? []), ...features])];
  if (!known[platform.os]?.includes(platform.architecture)) throw new CliError(`manifest entry for image has unsupported os/arch combination: ${text('os')}/${text('arch')}`);
  store.save(list, image, manifest);
}
