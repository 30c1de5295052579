import { decodeUtf8, sha256Hex } from '../../../base/index.ts';
import { type Digest, DigestError, parseReference, ReferenceFormatError, canonicalString, hostPlatform, parsePlatform, withDefaultTag } from '../../../oci/index.ts';
import { imageIdMessage } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import type { SendProgress } from '../distribution/progress.ts';
import { type Dockerfile, DockerfileError, type Instruction, parseDockerfile, parseTrigger } from '../dockerfile/index.ts';
import { type BaseImage, resolveBase } from './base-image.ts';
import { globRegExp } from '../glob.ts';
import { randomBase36 } from '../identifier.ts';
import { transferSize } from './build-context.ts';
import type { BuildOptions } from './build-options.ts';
import { ArgScope, expandIn, metaScope } from './build-scope.ts';
import type { BuiltStep } from './build-log.ts';
import { exportImage } from './export-image.ts';
import { type BuildPlan, findStage, planBuild, type PlannedStage, stepPrefix } from './plan.ts';
import { SolveProgress } from './solve-progress.ts';
import { StepError, solveError } from './solve-error.ts';
import type { StageBuildContext } from './build-stage.ts';
import { sendResult } from './send-result.ts';
import { StageBuilder } from './stage-builder.ts';
import { initialState, type StageState } from './stage-state.ts';

/** Builds a Dockerfile as BuildKit does and reports as it does. */
export async function solve(daemon: Daemon, options: BuildOptions, send: SendProgress): Promise<void> {
  try {
    const image = await new Solver(daemon, options, new SolveProgress(send, daemon.clock), send).run();
    if (image !== undefined) send({ id: imageIdMessage, aux: { ID: image } });
  } catch (error) {
    throw solveError(error, options);
  }
}

/** One build. */
class Solver {
  readonly #daemon: Daemon;
  readonly #options: BuildOptions;
  readonly #progress: SolveProgress;
  readonly #bases = new Map<string, BaseImage>();
  readonly #fetched = new Map<string, FetchedBase>();
  readonly #states = new Map<number, StageState>();
  readonly #named = new Set<string>();
  readonly #steps: BuiltStep[] = [];
  readonly #send: SendProgress;
  readonly #cacheMounts: string;

  constructor(daemon: Daemon, options: BuildOptions, progress: SolveProgress, send: SendProgress) {
    this.#daemon = daemon;
    this.#options = options;
    this.#progress = progress;
    this.#send = send;
    // Without the cache a build also starts with empty cache mounts.
    this.#cacheMounts = `${daemon.root}/buildkit/cachemounts${options.noCache ? `/${randomBase36(daemon.random)}` : ''}`;
  }

  async run(): Promise<Digest | undefined> {
    const { context, dockerfileName, target, buildArgs } = this.#options;
    const parsed = await this.#loadDefinition();
    if (!context.dockerfile) throw new Error(`failed to read dockerfile: open ${dockerfileName}: no such file or directory`);
    if (context.dockerfile.bytes.length === 0) throw new Error('the Dockerfile cannot be empty');
    const dockerfile = parsed ?? parseDockerfile(decodeUtf8(context.dockerfile.bytes));
    await this.#resolveFrontend(dockerfile);
    if (dockerfile.stages.length === 0) throw new DockerfileError('dockerfile contains no stages to build');
    const used = new Set<string>();
    const meta = metaScope(dockerfile.metaArgs, buildArgs, dockerfile.escape, used, this.#options.platform);
    const plan = planBuild(dockerfile, target, (word, instruction) => expandIn(word, meta, dockerfile.escape, instruction.range), new Set(this.#options.namedContexts.keys()));
    await this.#loadMetadata(plan, dockerfile);
    const stageArgs = (): ArgScope => new ArgScope(buildArgs, meta, used);
    await this.#check(plan, dockerfile, stageArgs);
    await this.#transfer('[internal] load .dockerignore', 'transferring context:', context.dockerignore, '.dockerignore');

    for (const [position, planned] of plan.stages.entries()) {
      const builder = await this.#begin(planned, plan, dockerfile, stageArgs());
      if (position === 0 && (plan.usesContext || this.#contextPathsOfTriggers(plan).length > 0)) await this.#loadContext(plan);
      this.#states.set(planned.index, await builder.run());
    }
    const state = this.#states.get(plan.target);
    if (!state) throw new Error('no stage was built');
    if (this.#options.output !== 'image') {
      await sendResult(this.#daemon, this.#progress, state, this.#options, this.#send);
      return undefined;
    }
    const { id } = await exportImage(this.#daemon, this.#progress, state, this.#options);
    this.#daemon.buildCache.builds.add({ dockerfile: decodeUtf8(context.dockerfile.bytes), image: id, steps: this.#steps });
    return id;
  }

  /** Reads the Dockerfile; warnings about its text stand in this step. Undefined when there is none, or with a mistake, which is told afterwards. */
  #loadDefinition(): Promise<Dockerfile | undefined> {
    const { context, dockerfileName } = this.#options;
    return this.#progress.vertex(`[internal] load build definition from ${dockerfileName}`, (vertex) => {
      vertex.status('transferring dockerfile:', { current: context.dockerfile ? transferSize([{ path: dockerfileName, size: context.dockerfile.bytes.length, isFile: true }], () => false) : 2 });
      if (!context.dockerfile || context.dockerfile.bytes.length === 0) return undefined;
      let dockerfile: Dockerfile;
      try {
        dockerfile = parseDockerfile(decodeUtf8(context.dockerfile.bytes));
      } catch (error) {
        if (error instanceof DockerfileError) return undefined;
        throw error;
      }
      for (const warning of dockerfile.warnings) this.#progress.warn(vertex.digest, warning);
      return dockerfile;
    });
  }

  /** `# syntax=`: Docker's own frontend is what is built in here; any other must be had from its registry, and cannot be run. */
  async #resolveFrontend({ syntax }: Dockerfile): Promise<void> {
    if (!syntax) return;
    const range = { start: syntax.line, end: syntax.line };
    const reference = withDefaultTag(parseReference(syntax.value));
    const name = canonicalString(reference);
    await this.#progress.vertex(`resolve image config for docker-image://${name}`, async () => {
      if (reference.domain === 'docker.io' && /^docker\/dockerfile(?:-upstream)?$/.test(reference.path)) return;
      await resolveBase(this.#daemon, syntax.value, { ...this.#options, platform: hostPlatform });
    }).catch((error: unknown) => {
      throw new StepError(`failed to resolve source metadata for ${name}: ${error instanceof Error ? error.message : String(error)}`, range);
    });
  }

  /** What the triggers of base images copy from the context. */
  #contextPathsOfTriggers(plan: BuildPlan): string[] {
    return plan.stages.flatMap(({ base, platform }) => (base.kind === 'image' ? (this.#base(base.name, platform).config.config?.OnBuild ?? []) : [])).flatMap((expression) => {
      const trigger = parseTrigger(expression);
      return trigger.kind === 'copy' && trigger.from === '' ? trigger.sources : [];
    });
  }

  /** Finds mistakes that need no step to be run, before any is. */
  async #check(plan: BuildPlan, dockerfile: Dockerfile, stageArgs: () => ArgScope): Promise<void> {
    const states = new Map<number, StageState>();
    for (const planned of plan.stages) {
      const state = this.#initialState(planned, states, undefined, stageArgs());
      states.set(planned.index, await new StageBuilder(this.#stageContext(planned, dockerfile, true), state, 0).run());
    }
  }

  #stageContext(planned: PlannedStage, dockerfile: Dockerfile, dry: boolean): StageBuildContext {
    const { stageName } = planned.stage.from;
    const fresh = this.#options.noCache || (stageName !== '' && this.#options.noCacheStages.some((name) => name.toLowerCase() === stageName));
    return { daemon: this.#daemon, options: this.#options, progress: this.#progress, planned, dockerfile, dry, fresh, built: (step) => this.#steps.push(step), cacheMounts: this.#cacheMounts, sourceRoot: (name) => this.#sourceChain(name, dockerfile, planned) };
  }

  #transfer(name: string, status: string, file: { bytes: Uint8Array } | undefined, shown: string): Promise<void> {
    return this.#progress.vertex(name, (vertex) => {
      const current = file ? transferSize([{ path: shown, size: file.bytes.length, isFile: true }], () => false) : 2;
      vertex.status(status, { current });
    });
  }

  /** Only what COPY and ADD name is sent. */
  #loadContext(plan: BuildPlan): Promise<void> {
    const { context } = this.#options;
    const { files, buildCache } = this.#daemon;
    return this.#progress.vertex('[internal] load build context', (vertex) => {
      const known = (path: string): boolean => buildCache.seen(`${path}:${sha256Hex(files.readFile(`${context.root}/${path}`))}`);
      const named = [...plan.contextPaths, ...this.#contextPathsOfTriggers(plan)].map((path) => path.replace(/^(\.?\/)+|\/+$/g, '')).map((path) => (path === '.' ? '' : path));
      const sent = named.includes('') ? context.entries : context.entries.filter((entry) => named.some((path) => isNamed(entry.path, path)));
      vertex.status('transferring context:', { current: transferSize(sent, known) });
    });
  }

  /** Finds out about every image that the plan names, before anything is built. */
  async #loadMetadata(plan: BuildPlan, dockerfile: Dockerfile): Promise<void> {
    const wanted: { name: string; platform: string; instruction: Instruction }[] = [];
    for (const { base, stage, platform } of plan.stages) if (base.kind === 'image') wanted.push({ name: base.name, platform, instruction: stage.from });
    for (const name of plan.fromImages) {
      const instruction = plan.stages.flatMap(({ stage }) => stage.instructions).find((each) => (each.kind === 'copy' && each.from === name) || (each.kind === 'run' && each.mounts.some((mount) => mount.from === name)));
      wanted.push({ name, platform: '', instruction: instruction ?? (dockerfile.stages[0]?.from as Instruction) });
    }
    for (const { name, instruction } of wanted) checkName(name, instruction);
    for (const { name, platform, instruction } of wanted) {
      const key = this.#baseKey(name, platform);
      if (this.#bases.has(key)) continue;
      const canonical = canonicalString(withDefaultTag(parseReference(this.#aliased(name))));
      const find = async (): Promise<BaseImage> => {
        const found = await resolveBase(this.#daemon, this.#aliased(name), { ...this.#options, platform: parsePlatform(platform || this.#options.platform) ?? hostPlatform });
        if (found.digest !== undefined && found.reference.domain === 'docker.io') await this.#progress.vertex(`[auth] ${found.reference.path}:pull token for registry-1.docker.io`, () => undefined);
        return found;
      };
      try {
        this.#bases.set(key, await this.#progress.vertex(this.#aliased(name) === name ? `[internal] load metadata for ${canonical}` : `[context ${name}] load metadata for ${this.#aliased(name)}`, find));
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        throw new StepError(`${name}: failed to resolve source metadata for ${canonical}: ${problem}`, instruction.range);
      }
    }
  }

  /** `--build-context NAME=docker-image://…` puts another image in the place of NAME. */
  #aliased(name: string): string {
    const context = this.#options.namedContexts.get(name);
    return context && 'image' in context ? context.image : name;
  }

  #baseKey(name: string, platform: string): string {
    return `${canonicalString(withDefaultTag(parseReference(this.#aliased(name))))} ${platform || this.#options.platform}`;
  }

  /** FROM: what a stage starts with. */
  async #begin(planned: PlannedStage, plan: BuildPlan, dockerfile: Dockerfile, args: ArgScope): Promise<StageBuilder> {
    const { base } = planned;
    let fetched: FetchedBase | undefined;
    if (base.kind === 'image') {
      const image = this.#base(base.name, planned.platform);
      // Stages that start from the same image share the step; it goes by the last one's name.
      const shown = plan.stages.findLast((each) => each.base.kind === 'image' && this.#baseKey(each.base.name, each.platform) === this.#baseKey(base.name, planned.platform)) ?? planned;
      const alias = this.#aliased(base.name);
      fetched = await this.#fetchBase(base.name, planned.platform, alias !== base.name ? `[context ${base.name}] ${alias}` : `${stepPrefix(shown, 1)}FROM ${canonicalString(image.reference)}${image.digest === undefined || image.reference.digest !== undefined ? '' : `@${image.digest}`}`);
    }
    const state = this.#initialState(planned, this.#states, fetched?.chainId, args);
    return new StageBuilder({ ...this.#stageContext(planned, dockerfile, false), baseNeeded: fetched?.needed }, state, fetched ? 1 : 0);
  }

  #initialState({ base, platform }: PlannedStage, states: ReadonlyMap<number, StageState>, chainId: Digest | undefined, args: ArgScope): StageState {
    if (base.kind === 'scratch') return initialState(undefined, undefined, 'scratch', args);
    if (base.kind === 'image') return initialState(this.#base(base.name, platform).config, chainId, `from ${chainId ?? 'scratch'}`, args);
    const below = states.get(base.index);
    if (!below) throw new Error('a stage was not built in time');
    return { ...structuredClone({ ...below, args: undefined }), args, commandSet: false };
  }

  #base(name: string, platform: string): BaseImage {
    const image = this.#bases.get(this.#baseKey(name, platform));
    if (!image) throw new Error('an image was not resolved in time');
    return image;
  }

  /** The layers of an image, fetched once. That they were in the cache is told when something needs them. */
  async #fetchBase(name: string, platform: string, vertexName: string): Promise<FetchedBase> {
    const place = this.#baseKey(name, platform);
    const known = this.#fetched.get(place);
    if (known) return known;
    const image = this.#base(name, platform);
    const { buildCache } = this.#daemon;
    const base = await this.#progress.vertex(vertexName, async (vertex, cached): Promise<FetchedBase> => {
      if (image.digest !== undefined && image.reference.digest === undefined) vertex.status(`resolve ${canonicalString(image.reference)}@${image.digest}`);
      const { chainId, fetched } = await image.fetch(vertex);
      const key = `from ${chainId ?? 'scratch'}`;
      if (!fetched && buildCache.get(key)) return { chainId, needed: onlyOnce(cached) };
      buildCache.put({ key, id: sha256Hex(key).slice(0, 25), type: 'regular', description: `pulled from ${canonicalString(image.reference)}`, parent: undefined, chainId, diffIds: image.config.rootfs.diff_ids, made: false, created: this.#progress.now(), size: this.#daemon.layers.stackSize(chainId) });
      return { chainId, needed: () => undefined };
    });
    this.#fetched.set(place, base);
    return base;
  }

  /** The files of another stage, image or named context. */
  async #sourceChain(name: string, dockerfile: Dockerfile, planned: PlannedStage): Promise<{ chainId: Digest | undefined } | { root: string }> {
    const context = this.#options.namedContexts.get(name);
    if (context && 'root' in context) return this.#loadNamed(name, context.root);
    const index = context ? undefined : findStage(dockerfile.stages, name, planned.index);
    if (index !== undefined) return { chainId: this.#states.get(index)?.chainId };
    const canonical = canonicalString(withDefaultTag(parseReference(this.#aliased(name))));
    const image = this.#base(name, '');
    const { chainId, needed } = await this.#fetchBase(name, '', `FROM ${canonical}${image.digest === undefined ? '' : `@${image.digest}`}`);
    needed();
    return { chainId };
  }

  async #loadNamed(name: string, root: string): Promise<{ root: string }> {
    if (!this.#named.has(name)) {
      this.#named.add(name);
      await this.#progress.vertex(`[context ${name}] load .dockerignore`, (vertex) => vertex.status(`transferring ${name}:`, { current: 2 }));
      await this.#progress.vertex(`[context ${name}] load from client`, (vertex) => vertex.status(`transferring ${name}:`, { current: 2 }));
    }
    return { root };
  }
}

/** An image that is here now. */
interface FetchedBase {
  /** Its uppermost layer. */
  chainId: Digest | undefined;
  /** To be told when its files are needed. */
  needed: () => void;
}

function onlyOnce(run: () => void): () => void {
  let done = false;
  return () => {
    if (!done) run();
    done = true;
  };
}

function checkName(name: string, instruction: Instruction): void {
  try {
    parseReference(name);
  } catch (error) {
    if (!(error instanceof ReferenceFormatError || error instanceof DigestError)) throw error;
    if (name === '') throw new DockerfileError(`base name (${instruction.kind === 'from' ? instruction.base : name}) should not be blank`, instruction.range);
    throw new DockerfileError(`failed to parse stage name ${JSON.stringify(name)}: ${error.message}`, instruction.range);
  }
}

/** Whether a path of the context is, leads to or lies in what a pattern names. */
function isNamed(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return pattern.split('/').every((part, index) => index >= parts.length || (globRegExp(part)?.test(parts[index] ?? '') ?? false));
}
