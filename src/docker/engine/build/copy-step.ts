import { sha256Hex } from '../../../base/index.ts';
import { lookUpUser } from '../container/user-lookup.ts';
import { heredocText, type Instruction, type InstructionOf } from '../dockerfile/index.ts';
import { EngineError } from '../engine-error.ts';
import { randomBase36 } from '../identifier.ts';
import { makeDirectories, removeTree } from '../store/json-file.ts';
import { joinPath } from './apply-changes.ts';
import { checksumSources, CopyError, type CopySource, copySources, findSources, SourceNotFound } from './copy-files.ts';
import { downloadUrl } from './download-url.ts';
import { isRemote } from './plan.ts';
import { StepError } from './solve-error.ts';
import { openSource } from './source-root.ts';
import type { BuildStage } from './build-stage.ts';

/** COPY and ADD. */
export async function copyStep(builder: BuildStage, instruction: InstructionOf<'copy'>): Promise<void> {
  const { daemon, progress } = builder.context;
  const { files, snapshotter } = daemon;
  const expand = (word: string): string => builder.expand(word, instruction);
  const sources = instruction.sources.map(expand);
  const given = expand(instruction.destination);
  const destination = joinPath(builder.state.config.WorkingDir || '/', given) + (/(^|\/)\.?$/.test(given) && given !== '/' ? '/' : '');
  const chown = expand(instruction.chown);
  const chmod = expand(instruction.chmod);
  if (!instruction.add) for (const source of sources) if (isRemote(source)) throw new StepError("source can't be a URL for COPY", instruction.range);
  const checksum = expand(instruction.checksum);
  if (checksum !== '') checkChecksum(checksum, instruction);
  if (builder.context.dry) return;
  const verb = instruction.add ? 'ADD' : 'COPY';
  const shown = [...sources, ...instruction.heredocs.map((each) => `<<${each.name}`)];
  const createdBy = `${verb}${chown === '' ? '' : ` --chown=${chown}`}${chmod === '' ? '' : ` --chmod=${chmod}`} ${shown.join(' ')} ${given} # buildkit`;
  const temporary = `${daemon.root}/tmp/buildkit-${randomBase36(daemon.random)}`;
  const name = builder.nextName(instruction);
  const { root, release } = await openSource(builder, expand(instruction.from));
  try {
    const inline = instruction.heredocs.length > 0 ? await progress.vertex('[internal] preparing inline document', () => inlineDocuments(builder, instruction, temporary)) : [];
    const remote = instruction.add ? await fetchRemote(builder, name, sources.filter(isRemote), { temporary, checksum }) : [];
    let found: CopySource[];
    try {
      found = [...findSources(files, root, sources.filter((source) => !instruction.add || !isRemote(source))), ...remote, ...inline];
    } catch (error) {
      if (!(error instanceof SourceNotFound)) throw error;
      throw await missingSource(builder, name, error, instruction);
    }
    const operation = ['copy', checksumSources(files, found), destination, chown, chmod, instruction.add];
    await builder.layer(name, createdBy, operation, async (snapshot) => {
      const target = snapshotter.mount(snapshot);
      try {
        await copySources(files, found, target, destination, {
          owner: chown === '' ? undefined : ownerOf(builder, target, chown, instruction), mode: octal(chmod), unpack: instruction.add && remote.length === 0, now: daemon.clock.now(),
        });
      } catch (error) {
        if (error instanceof CopyError) throw new StepError(error.message, instruction.range);
        throw error;
      } finally {
        snapshotter.unmount(snapshot);
      }
    });
  } finally {
    release();
    removeTree(files, temporary);
  }
}

/** The step fails before it begins: its cache key needs the source. */
export async function missingSource(builder: BuildStage, name: string, error: SourceNotFound, instruction: Instruction): Promise<StepError> {
  const { daemon, progress } = builder.context;
  const problem = `failed to calculate checksum of ref ${daemon.id}::${randomBase36(daemon.random)}: ${error.message}`;
  await progress.vertex(name, () => { throw new Error(problem); }).catch(() => undefined);
  return new StepError(`failed to compute cache key: ${problem}`, instruction.range);
}

function inlineDocuments(builder: BuildStage, instruction: InstructionOf<'copy'>, temporary: string): CopySource[] {
  const { files } = builder.context.daemon;
  makeDirectories(files, temporary);
  return instruction.heredocs.map((heredoc) => {
    const text = heredocText(heredoc);
    const place = `${temporary}/${heredoc.name}`;
    files.writeFile(place, heredoc.expand ? builder.expand(text.replaceAll('"', '\\"').replaceAll("'", "\\'"), instruction) : text, { mode: 0o644 });
    return { path: `/${heredoc.name}`, place };
  });
}

/** What ADD takes from the network: a step of its own, of the same name. */
async function fetchRemote(builder: BuildStage, name: string, urls: readonly string[], { temporary, checksum }: { temporary: string; checksum: string }): Promise<CopySource[]> {
  const { daemon, progress } = builder.context;
  if (urls.length === 0) return [];
  makeDirectories(daemon.files, temporary);
  const found: CopySource[] = [];
  for (const url of urls) {
    const fetched = progress.vertex(name, async () => {
      const { status, bytes, name: last } = await downloadUrl(daemon, url);
      if (status >= 400) throw new Error(`invalid response status ${status}`);
      const digest = `sha256:${sha256Hex(bytes)}`;
      if (checksum !== '' && checksum !== digest) throw new Error(`digest mismatch ${digest}: ${checksum}`);
      const file = last || sha256Hex(url).slice(0, 12);
      daemon.files.writeFile(`${temporary}/${file}`, bytes, { mode: 0o600 });
      return { path: `/${file}`, place: `${temporary}/${file}` };
    });
    found.push(await fetched.catch((error: unknown) => { throw new Error(`${checksum === '' ? 'failed to load cache key: ' : ''}${error instanceof Error ? error.message : String(error)}`); }));
  }
  return found;
}

/** `--chown`: names are looked up in the image that is being made, where an unknown one counts for nothing. A user without a group brings his own. */
export function ownerOf(builder: BuildStage, root: string, spec: string, instruction: Instruction): { uid: number; gid: number } {
  const [user = '', group = ''] = spec.split(':');
  const isName = (word: string): boolean => word !== '' && !/^\d+$/.test(word);
  if (builder.state.chainId === undefined && (isName(user) || isName(group))) throw new StepError('invalid user index: -1', instruction.range);
  const owner = isName(user) ? lookUp(builder, root, user) : { uid: Number(user), gid: Number(user) };
  if (group === '') return owner ?? { uid: 0, gid: 0 };
  const gid = isName(group) ? lookUp(builder, root, `0:${group}`)?.gid : Number(group);
  return { uid: owner?.uid ?? 0, gid: gid ?? owner?.gid ?? 0 };
}

function lookUp(builder: BuildStage, root: string, spec: string): { uid: number; gid: number } | undefined {
  try {
    return lookUpUser(builder.context.daemon.files, root, spec);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return undefined;
  }
}

/** What `--chmod` sets: a word that is no octal number counts for nothing, as in this BuildKit. */
function octal(text: string): number | undefined {
  return /^[0-7]+$/.test(text) && parseInt(text, 8) <= 0xffffffff ? parseInt(text, 8) & 0o7777 : undefined;
}

/** `ADD --checksum` takes sha256, sha384 and sha512 digests. */
function checkChecksum(text: string, instruction: Instruction): void {
  const [, algorithm = '', hex = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  const lengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };
  const length = lengths[algorithm];
  if (algorithm === '') throw new StepError('invalid checksum digest format', instruction.range);
  if (length === undefined) throw new StepError('unsupported digest algorithm', instruction.range);
  if (hex.length !== length) throw new StepError('invalid checksum digest length', instruction.range);
  if (!/^[a-f0-9]+$/.test(hex)) throw new StepError('invalid checksum digest format', instruction.range);
}
