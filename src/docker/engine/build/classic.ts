import { decodeUtf8, writeTar } from '../../../base/index.ts';
import { type Digest, DigestError, type ImageConfig, parseReference, ReferenceFormatError, withDefaultTag } from '../../../oci/index.ts';
import type { ContainerConfig } from '../../api/index.ts';
import { emptyConfig } from '../container/config-defaults.ts';
import { createContainer } from '../container/create.ts';
import { removeContainer } from '../container/remove.ts';
import { launch } from '../container/start.ts';
import { waitContainer } from '../container/wait.ts';
import { lookUpUser } from '../container/user-lookup.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { DockerfileError, type Dockerfile, type Instruction, type InstructionOf, parseDockerfile, parseTrigger } from '../dockerfile/index.ts';
import { EngineError, messageOf } from '../engine-error.ts';
import { randomBase36, randomId, shortId } from '../identifier.ts';
import { findImage, parseImageName } from '../image/find-image.ts';
import type { ImageRecord } from '../image/image-store.ts';
import { fullConfig } from '../image/inspect.ts';
import { pullImage } from '../image/pull.ts';
import { setTag } from '../image/tag.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { makeDirectories, removeTree } from '../store/json-file.ts';
import { rfc3339Nano } from '../timestamp.ts';
import { applyInstruction, commandWords, envMap, joinPath, shellOf } from './apply-changes.ts';
import { authFor } from './base-image.ts';
import type { BuildOptions } from './build-options.ts';
import { ArgScope, expandIn, metaScope } from './build-scope.ts';
import { BuildStepError } from './build-step-error.ts';
import { checksumSources, copySources, findSources, SourceNotFound } from './copy-files.ts';
import { metadataHistory } from './history-text.ts';
import { downloadSources } from './download-sources.ts';
import { findStage, isRemote } from './plan.ts';

/** Builds as the classic builder does: an image for each instruction, and its words. */
export async function buildClassic(daemon: Daemon, options: BuildOptions, send: SendProgress): Promise<void> {
  const { dockerfile: file } = options.context;
  if (!file) throw new EngineError('invalidParameter', `Cannot locate specified Dockerfile: ${options.dockerfile}`);
  if (file.bytes.length === 0) throw new EngineError('invalidParameter', `the Dockerfile (${options.dockerfile}) cannot be empty`);
  let dockerfile: Dockerfile;
  try {
    dockerfile = parseDockerfile(decodeUtf8(file.bytes));
  } catch (error) {
    if (error instanceof DockerfileError) throw new EngineError('invalidParameter', `${error.syntax ? `failed to parse ${options.dockerfileName}: ` : ''}${error.message}`);
    throw error;
  }
  const last = options.target === '' ? dockerfile.stages.length - 1 : findStage(dockerfile.stages, options.target, dockerfile.stages.length);
  if (last === undefined) throw new EngineError('invalidParameter', `target stage ${JSON.stringify(options.target)} could not be found`);
  await new ClassicBuilder(daemon, options, dockerfile, last, options.quiet ? () => undefined : (text) => send({ stream: text }), send).run();
}

class ClassicBuilder {
  readonly #daemon: Daemon;
  readonly #options: BuildOptions;
  readonly #dockerfile: Dockerfile;
  readonly #last: number;
  readonly #print: (text: string) => void;
  readonly #send: SendProgress;
  readonly #used = new Set<string>();
  readonly #results: (ImageRecord | undefined)[] = [];
  #step = 0;
  #total = 0;
  /** The image of the last instruction. */
  #image: ImageRecord | undefined;
  #config: ContainerConfig = emptyConfig;
  #author = '';
  #args: ArgScope;
  #commandSet = false;
  #fromCache = true;
  /** Where `--cache-from` was given: the images named and those they were made of. */
  readonly #cacheFrom: ReadonlySet<Digest> | undefined;

  constructor(daemon: Daemon, options: BuildOptions, dockerfile: Dockerfile, last: number, print: (text: string) => void, send: SendProgress) {
    this.#daemon = daemon;
    this.#options = options;
    this.#dockerfile = dockerfile;
    this.#last = last;
    this.#print = print;
    this.#send = send;
    this.#args = new ArgScope(options.buildArgs, new Map(), this.#used);
    this.#cacheFrom = options.cacheFrom.length > 0 ? lineage(daemon, options.cacheFrom) : undefined;
  }

  async run(): Promise<void> {
    const { metaArgs, stages, escape } = this.#dockerfile;
    const built = stages.slice(0, this.#last + 1).map((stage, index) => (index === this.#last ? { ...stage, instructions: [...stage.instructions, ...labelInstructions(this.#options.labels)] } : stage));
    this.#total = metaArgs.length + built.reduce((sum, stage) => sum + 1 + stage.instructions.length, 0);
    const meta = metaScope(metaArgs, this.#options.buildArgs, escape, this.#used);
    for (const arg of metaArgs) this.#header(arg.source);
    for (const [index, stage] of built.entries()) {
      this.#args = new ArgScope(this.#options.buildArgs, meta, this.#used);
      await this.#from(stage.from, expandIn(stage.from.base, meta, escape, stage.from.range), index);
      for (const instruction of stage.instructions) {
        if (this.#options.signal.aborted) throw new Error('context canceled');
        this.#header(instruction.source);
        await this.#dispatch(instruction, index);
        if (this.#image) this.#print(` ---> ${shortId(this.#image.id)}\n`);
      }
      this.#results[index] = this.#image;
    }
    this.#finish();
  }

  #header(source: string): void {
    this.#step++;
    this.#print(`Step ${this.#step}/${this.#total} : ${source}\n`);
  }

  #finish(): void {
    const image = this.#image;
    if (!image) throw new EngineError('system', 'No image was generated. Is your Dockerfile empty?');
    const unused = [...this.#options.buildArgs.keys()].filter((name) => !this.#used.has(name));
    if (unused.length > 0) this.#print(`[Warning] One or more build-args [${unused.sort().join(' ')}] were not consumed\n`);
    this.#send({ aux: { ID: image.id } });
    this.#print(`Successfully built ${shortId(image.id)}\n`);
    for (const tag of this.#options.tags) {
      const name = withDefaultTag(parseImageName(tag));
      setTag(this.#daemon, name, image);
      this.#print(`Successfully tagged ${tag.includes(':') && !tag.endsWith('/') && name.tag !== undefined && tag.endsWith(`:${name.tag}`) ? tag : `${tag}:latest`}\n`);
    }
    if (this.#options.quiet) this.#send({ stream: `${image.id}\n` });
  }

  async #from(instruction: InstructionOf<'from'>, base: string, index: number): Promise<void> {
    this.#header(instruction.source);
    this.#fromCache = true;
    this.#commandSet = false;
    const earlier = findStage(this.#dockerfile.stages, base, index);
    if (earlier !== undefined) this.#image = this.#results[earlier];
    else if (base === 'scratch') this.#image = undefined;
    else this.#image = await this.#imageNamed(base);
    this.#config = this.#image ? fullConfig(this.#image.config.config) : { ...emptyConfig, Env: null };
    this.#author = this.#image?.config.author ?? '';
    const triggers = this.#config.OnBuild ?? [];
    if (triggers.length === 0) this.#print(this.#image ? ` ---> ${shortId(this.#image.id)}\n` : ' ---> \n');
    this.#config = { ...this.#config, OnBuild: null };
    if (triggers.length > 0) this.#print(triggers.length === 1 ? '# Executing 1 build trigger\n' : `# Executing ${triggers.length} build triggers\n`);
    for (const trigger of triggers) {
      await this.#dispatch(parseTrigger(trigger), index);
      if (this.#image) this.#print(` ---> ${shortId(this.#image.id)}\n`);
    }
  }

  async #imageNamed(name: string): Promise<ImageRecord> {
    try {
      parseReference(name);
    } catch (error) {
      if (error instanceof ReferenceFormatError || error instanceof DigestError) throw new EngineError('invalidParameter', error.message);
      throw error;
    }
    const local = this.#options.pull ? undefined : findImage(this.#daemon, name);
    if (local) return local;
    const reference = withDefaultTag(parseReference(name));
    const pulled = await pullImage(this.#daemon, reference, { auth: authFor(this.#options.auths, reference) }, this.#options.quiet ? () => undefined : this.#send);
    if (!pulled) throw new EngineError('notFound', `No such image: ${name}`);
    return pulled;
  }

  #env(): Map<string, string> {
    return new Map([...envMap(this.#args.list()), ...envMap(this.#config.Env ?? [])]);
  }

  #expand(word: string, instruction: Instruction): string {
    return expandIn(word, this.#env(), this.#dockerfile.escape, instruction.range);
  }

  async #dispatch(instruction: Instruction, stage: number): Promise<void> {
    switch (instruction.kind) {
      case 'run': return this.#run(instruction);
      case 'copy': return this.#copy(instruction, stage);
      case 'arg': {
        const shown = instruction.args.map(({ name, value }) => {
          this.#args.declare(name, value === undefined ? undefined : this.#expand(value, instruction));
          return value === undefined ? name : `${name}=${this.#expand(value, instruction)}`;
        });
        return this.#metadata(`ARG ${shown.join(' ')}`);
      }
      case 'workdir': return this.#workdir(instruction);
      default: return this.#configure(instruction);
    }
  }

  #configure(instruction: Instruction): void {
    const expand = (word: string): string => this.#expand(word, instruction);
    if (instruction.kind === 'maintainer') this.#author = instruction.name;
    const command = instruction.kind === 'cmd' || instruction.kind === 'entrypoint' ? commandWords(this.#config, instruction.command) : [];
    const { ArgsEscaped: _escaped, ...changed } = applyInstruction(this.#config, instruction, expand);
    this.#config = changed;
    if (instruction.kind === 'cmd') this.#commandSet = true;
    if (instruction.kind === 'entrypoint' && !this.#commandSet) this.#config = { ...this.#config, Cmd: null };
    const text = instruction.kind === 'expose' ? `EXPOSE ${instruction.ports.map(expand).join(' ')}` : instruction.kind === 'onbuild' ? `ONBUILD ${instruction.expression}` : metadataHistory(instruction, expand, command, []);
    this.#metadata(text ?? instruction.source);
  }

  /** An instruction that makes no layer. */
  #metadata(text: string): void {
    const createdBy = `${this.#shell()} #(nop)  ${text}`;
    if (this.#probe(createdBy)) return;
    const id = randomId(this.#daemon.random);
    this.#print(` ---> Running in ${shortId(id)}\n`);
    if (this.#options.remove) this.#print(` ---> Removed intermediate container ${shortId(id)}\n`);
    this.#commit(createdBy, this.#image?.config.rootfs.diff_ids ?? [], true);
  }

  #shell(): string {
    return shellOf(this.#config).join(' ');
  }

  /** Looks for an image that the same instruction made of the same parent. */
  #probe(createdBy: string): boolean {
    if (this.#options.noCache || !this.#fromCache) return false;
    const wanted = sortedJson(this.#imageConfig('', [], false).config);
    const found = this.#daemon.images.children(this.#image?.id).toSorted((a, b) => ((a.config.created ?? '') < (b.config.created ?? '') ? 1 : -1)).find((child) => (!this.#cacheFrom || this.#cacheFrom.has(child.id)) && child.config.history?.at(-1)?.created_by === createdBy && sortedJson(child.config.config) === wanted);
    if (!found) {
      this.#fromCache = false;
      return false;
    }
    this.#print(' ---> Using cache\n');
    this.#image = found;
    return true;
  }

  #imageConfig(createdBy: string, diffIds: readonly Digest[], emptyLayer: boolean): ImageConfig & { docker_version: string } {
    const created = rfc3339Nano(this.#daemon.clock.now());
    return {
      architecture: 'amd64', config: { ...this.#config, Image: this.#image?.id ?? '' }, created, docker_version: '26.1.5+dfsg1',
      history: [...(this.#image?.config.history ?? []), { created, ...(this.#author !== '' && { author: this.#author }), created_by: createdBy, ...(emptyLayer && { empty_layer: true }) }],
      ...(this.#author !== '' && { author: this.#author }), os: 'linux', rootfs: { type: 'layers', diff_ids: [...diffIds] },
    };
  }

  #commit(createdBy: string, diffIds: readonly Digest[], emptyLayer: boolean): void {
    this.#image = this.#daemon.images.add(this.#imageConfig(createdBy, diffIds, emptyLayer), this.#image?.id);
  }

  /** Keeps what a writable layer holds; nothing in it makes no layer. */
  async #commitLayer(createdBy: string, snapshot: string): Promise<void> {
    const { layers, snapshotter } = this.#daemon;
    const entries = snapshotter.diff(snapshot);
    const diffIds = this.#image?.config.rootfs.diff_ids ?? [];
    if (entries.length === 0) return this.#commit(createdBy, diffIds, true);
    const layer = await layers.register(this.#image?.chainId, writeTar(entries));
    this.#commit(createdBy, [...diffIds, layer.diffId], false);
  }

  async #run(instruction: InstructionOf<'run'>): Promise<void> {
    if (instruction.network !== 'default') throw new EngineError('invalidParameter', 'the --network option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled');
    if (instruction.mounts.length > 0 || instruction.mountProblem !== undefined) throw new EngineError('invalidParameter', 'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled');
    const daemon = this.#daemon;
    const words = commandWords(this.#config, instruction.command);
    const args = this.#args.list();
    const createdBy = [...(args.length > 0 ? [`|${args.length}`, ...args] : []), ...words].join(' ');
    if (this.#probe(createdBy)) return;
    const names = new Set((this.#config.Env ?? []).map((variable) => variable.split('=')[0]));
    const env = [...(this.#config.Env ?? []), ...[...this.#args.predefined(), ...args].filter((variable) => !names.has(variable.split('=')[0]))];
    const image = this.#image ?? this.#scratch();
    const { Id: id } = await createContainer(daemon, { ...this.#config, Image: image.id, Cmd: words, Entrypoint: [''], Env: env, HostConfig: { NetworkMode: this.#options.networkMode, ExtraHosts: [...this.#options.extraHosts] } }, '');
    const container = daemon.containers.get(id);
    this.#print(` ---> Running in ${shortId(id)}\n`);
    container.streams.attach({
      stdout: true, stderr: true, end: () => undefined,
      write: async (stream, bytes) => this.#print(stream === 'stderr' ? `\u001b[91m${decodeUtf8(bytes)}\u001b[0m` : decodeUtf8(bytes)),
    });
    const ended = waitContainer(container, 'next-exit');
    try {
      await container.mutex.run(() => launch(daemon, container));
    } catch (error) {
      await removeContainer(daemon, container, { force: true, volumes: true });
      throw new EngineError('system', messageOf(error));
    }
    const kill = (): void => container.task?.kill(9);
    this.#options.signal.addEventListener('abort', kill, { once: true });
    const { StatusCode: code } = await ended;
    this.#options.signal.removeEventListener('abort', kill);
    if (code !== 0 && this.#options.forceRemove) {
      await removeContainer(daemon, container, { force: true, volumes: true });
      this.#print(` ---> Removed intermediate container ${shortId(id)}\n`);
    }
    if (code !== 0) throw new BuildStepError(`The command '${words.join(' ')}' returned a non-zero code: ${code}`, code);
    const snapshot = container.mountId;
    if (this.#options.remove) this.#print(` ---> Removed intermediate container ${shortId(id)}\n`);
    await this.#commitLayer(createdBy, snapshot);
    if (this.#options.remove) await removeContainer(daemon, container, { force: true, volumes: true });
  }

  /** An image of nothing, for a RUN after FROM scratch. */
  #scratch(): ImageRecord {
    return this.#daemon.images.add({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [] } });
  }

  async #workdir(instruction: InstructionOf<'workdir'>): Promise<void> {
    const path = joinPath(this.#config.WorkingDir || '/', this.#expand(instruction.path, instruction));
    this.#config = { ...this.#config, WorkingDir: path };
    const createdBy = `${this.#shell()} #(nop) WORKDIR ${path}`;
    if (this.#probe(createdBy)) return;
    const id = randomId(this.#daemon.random);
    this.#print(` ---> Running in ${shortId(id)}\n`);
    await this.#onLayer(createdBy, async (root) => makeDirectories(this.#daemon.files, scopedPath(this.#daemon.files, root, path), 0o755), () => this.#print(` ---> Removed intermediate container ${shortId(id)}\n`));
  }

  async #onLayer(createdBy: string, change: (root: string) => Promise<void>, done: () => void): Promise<void> {
    const { snapshotter, layers, random } = this.#daemon;
    const snapshot = randomBase36(random);
    snapshotter.prepare(snapshot, layers.cacheIds(this.#image?.chainId));
    try {
      const root = snapshotter.mount(snapshot);
      try {
        await change(root);
      } finally {
        snapshotter.unmount(snapshot);
      }
      done();
      await this.#commitLayer(createdBy, snapshot);
    } finally {
      snapshotter.remove(snapshot);
    }
  }

  async #copy(instruction: InstructionOf<'copy'>, stage: number): Promise<void> {
    const verb = instruction.add ? 'ADD' : 'COPY';
    if (instruction.chmod !== '') throw new EngineError('invalidParameter', 'the --chmod option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled');
    if (instruction.sources.length === 0) throw new EngineError('system', `${verb} failed: no source files were specified`);
    const { files, snapshotter, layers, random, clock } = this.#daemon;
    const expand = (word: string): string => this.#expand(word, instruction);
    const sources = instruction.sources.map(expand);
    const given = expand(instruction.destination);
    const destination = joinPath(this.#config.WorkingDir || '/', given) + (/(^|\/)\.?$/.test(given) && given !== '/' ? '/' : '');
    for (const source of sources) if (/^(\.\.\/)/.test(source) && instruction.from === '') throw new EngineError('system', `${verb} failed: forbidden path outside the build context: ${source} ()`);
    let root = this.#options.context.root;
    let borrowed: string | undefined;
    const downloads = `${root}-download`;
    if (instruction.from !== '') {
      const from = findStage(this.#dockerfile.stages, expand(instruction.from), stage);
      const image = from !== undefined ? this.#results[from] : await this.#imageNamed(expand(instruction.from)).catch((error: unknown) => { throw error instanceof EngineError ? new EngineError(error.kind, `invalid from flag value ${expand(instruction.from)}: ${error.message}`) : error; });
      borrowed = randomBase36(random);
      snapshotter.prepare(borrowed, layers.cacheIds(image?.chainId));
      root = snapshotter.mount(borrowed);
    }
    try {
      const found = [...this.#find(verb, root, sources.filter((source) => !instruction.add || !isRemote(source))), ...(instruction.add ? await downloadSources(this.#daemon, sources.filter(isRemote), downloads, this.#print) : [])];
      if (found.length === 0) throw new EngineError('system', `${verb} failed: no source files were specified`);
      if (found.length > 1 && !destination.endsWith('/')) throw new EngineError('system', `When using ${verb} with more than one source file, the destination must be a directory and end with a /`);
      const [first] = found;
      const kind = found.length > 1 ? 'multi' : first && (files.lstat(first.place).mode & 0o170000) === 0o040000 ? 'dir' : 'file';
      const createdBy = `${this.#shell()} #(nop) ${verb} ${instruction.chown === '' ? '' : `--chown=${expand(instruction.chown)} `}${kind}:${checksumSources(files, found)} in ${given === '/' ? '/' : destination.replace(/\/$/, '') + (given.endsWith('/') ? '/' : '')} `;
      if (this.#probe(createdBy)) return;
      await this.#onLayer(createdBy, async (target) => {
        const chown = expand(instruction.chown);
        const owner = chown === '' ? { uid: 0, gid: 0 } : lookUpUser(files, target, chown);
        await copySources(files, found, target, destination, { owner: { uid: owner.uid, gid: owner.gid }, mode: undefined, unpack: instruction.add, now: clock.now() });
      }, () => undefined);
    } finally {
      removeTree(files, downloads);
      if (borrowed !== undefined) {
        snapshotter.unmount(borrowed);
        snapshotter.remove(borrowed);
      }
    }
  }

  #find(verb: string, root: string, sources: readonly string[]): ReturnType<typeof findSources> {
    try {
      return findSources(this.#daemon.files, root, sources);
    } catch (error) {
      if (error instanceof SourceNotFound) throw new EngineError('system', `${verb} failed: file not found in build context or excluded by .dockerignore: stat ${error.path.replace(/^\//, '')}: file does not exist`);
      throw error;
    }
  }
}

/** `--label` is an instruction for each label, after all others. */
function labelInstructions(labels: Readonly<Record<string, string>>): Exclude<Instruction, InstructionOf<'from'>>[] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({
    ...parseTrigger(`LABEL ${JSON.stringify(key)}=${JSON.stringify(value).replaceAll('$', '\\$')}`), source: `LABEL ${key}=${value}`,
  }));
}

/** The images of these names that are here, with all that they were built on. */
function lineage(daemon: Daemon, names: readonly string[]): Set<Digest> {
  const ids = new Set<Digest>();
  for (const name of names) {
    for (let image = findImage(daemon, name); image && !ids.has(image.id); image = image.parent === undefined ? undefined : daemon.images.get(image.parent)) ids.add(image.id);
  }
  return ids;
}

/** JSON with the keys of objects in order, for comparing. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
