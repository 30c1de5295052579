import { sha256Hex, writeTar } from '../../../base/index.ts';
import type { Digest } from '../../../oci/index.ts';
import { EngineError } from '../engine-error.ts';
import { hasErrno } from '../ports/host-files.ts';
import { DockerfileError, heredocText, type Instruction, type InstructionOf, type LineRange, parseTrigger, summarizeHeredoc } from '../dockerfile/index.ts';
import { randomBase36 } from '../identifier.ts';
import { scopedPath } from '../store/scoped-path.ts';
import { applyInstruction, commandWords, exposedPorts, joinPath, shellOf } from './apply-changes.ts';
import { expandForDisplay, expandIn } from './build-scope.ts';
import { makeOwned } from './copy-files.ts';
import { copyStep, ownerOf } from './copy-step.ts';
import { metadataHistory } from './history-text.ts';
import { stepPrefix } from './plan.ts';
import type { BuildStage, StageBuildContext } from './build-stage.ts';
import { checkMounts, runMounts } from './run-mounts.ts';
import { runStep } from './run-step.ts';
import type { VertexProgress } from './solve-progress.ts';
import { StepError } from './solve-error.ts';
import { runEnv, withVariables, type StageState } from './stage-state.ts';

/** Runs the instructions of one stage. */
export class StageBuilder implements BuildStage {
  readonly context: StageBuildContext;
  readonly state: StageState;
  #step: number;
  #layers = 0;
  /** Lines of the instruction that is being run. */
  #range: LineRange | undefined;

  constructor(context: StageBuildContext, state: StageState, step: number) {
    this.context = context;
    this.state = state;
    this.#step = step;
  }

  async run(): Promise<StageState> {
    const triggers = (this.state.config.OnBuild ?? []).map((expression) => ({ ...parseTrigger(expression), range: this.context.planned.stage.from.range }));
    this.state.config = { ...this.state.config, OnBuild: null };
    for (const instruction of [...triggers, ...this.context.planned.stage.instructions]) {
      if (this.context.options.signal.aborted) throw new Error('context canceled');
      await this.#dispatch(instruction);
    }
    if (this.#layers === 0) this.context.baseNeeded?.();
    return this.state;
  }

  /** Expands variables in a word of an instruction. */
  expand(word: string, instruction: Instruction): string {
    return expandIn(word, this.state.env, this.context.dockerfile.escape, instruction.range);
  }

  /** The vertex's name: the step's number and the line, its variables filled in. */
  nextName(instruction: Instruction, suffix = ''): string {
    this.#step++;
    const [, word = '', rest = ''] = /^(\S+)([\s\S]*)$/.exec(instruction.source) ?? [];
    return `${stepPrefix(this.context.planned, this.#step)}${word.toUpperCase()}${expandForDisplay(rest, this.state.env, this.context.dockerfile.escape)}${suffix}`;
  }

  async #dispatch(instruction: Instruction): Promise<void> {
    this.#range = instruction.range;
    switch (instruction.kind) {
      case 'arg': return this.#arg(instruction);
      case 'run': return this.#run(instruction);
      case 'copy': return copyStep(this, instruction);
      case 'workdir': return this.#workdir(instruction);
      default: return this.#metadata(instruction);
    }
  }

  #arg(instruction: InstructionOf<'arg'>): void {
    // All values are expanded before any of them counts.
    const values = instruction.args.map(({ value }) => (value === undefined ? undefined : this.expand(value, instruction)));
    const set: [string, string][] = [];
    const shown = instruction.args.map(({ name, value }, index) => {
      const resolved = this.state.args.declare(name, values[index]);
      if (resolved !== undefined) set.push([name, resolved]);
      return resolved === undefined || (value === undefined && !this.context.options.buildArgs.has(name)) ? name : `${name}=${resolved}`;
    });
    this.state.env = withVariables(this.state.env, set);
    const plain = instruction.args.map(({ name, value }, index) => (value === undefined ? name : (shown[index] ?? name)));
    this.#push(`ARG ${plain.join(' ')}`);
  }

  #push(createdBy: string): void {
    this.state.history.push({ createdBy, layer: false, created: undefined });
  }

  #metadata(instruction: Instruction): void {
    const { state } = this;
    const expand = (word: string): string => this.expand(word, instruction);
    if (instruction.kind === 'maintainer') state.author = instruction.name;
    const before = new Set(Object.keys(state.config.ExposedPorts ?? {}));
    let changed;
    try {
      changed = applyInstruction(state.config, instruction, expand);
    } catch (error) {
      if (error instanceof EngineError) throw new StepError(error.message, instruction.range);
      throw error;
    }
    const command = instruction.kind === 'cmd' || instruction.kind === 'entrypoint' ? commandWords(state.config, instruction.command) : [];
    const exposed = instruction.kind === 'expose' ? instruction.ports.flatMap((port) => exposedPorts(expand(port))) : Object.keys(changed.ExposedPorts ?? {}).filter((port) => !before.has(port));
    const text = metadataHistory(instruction, expand, command, exposed);
    if (instruction.kind === 'env') state.env = withVariables(state.env, instruction.pairs.map(([name, value]) => [expand(name), expand(value)] as const));
    state.config = changed;
    if (instruction.kind === 'cmd') state.commandSet = true;
    if (instruction.kind === 'entrypoint' && !state.commandSet) state.config = { ...state.config, Cmd: null };
    if (text !== undefined) this.#push(text);
  }

  async #workdir(instruction: InstructionOf<'workdir'>): Promise<void> {
    const { daemon } = this.context;
    const { User } = this.state.config;
    const path = joinPath(this.state.config.WorkingDir || '/', this.expand(instruction.path, instruction));
    this.state.config = { ...this.state.config, WorkingDir: path };
    if (path === '/') {
      this.#push(`WORKDIR ${path}`);
      return;
    }
    if (this.context.dry) return;
    const made = async (snapshot: string): Promise<void> => {
      const root = daemon.snapshotter.mount(snapshot);
      try {
        makeOwned(daemon.files, scopedPath(daemon.files, root, path), { owner: User === '' ? undefined : ownerOf(this, root, User, instruction) });
      } catch (error) {
        if (!hasErrno(error, 'ENOTDIR')) throw error;
        throw new StepError(`lstat ${root}${path}: not a directory`, instruction.range);
      } finally {
        daemon.snapshotter.unmount(snapshot);
      }
    };
    // BuildKit takes directories from the cache even when it is told to use none.
    const name = this.nextName({ ...instruction, source: `WORKDIR ${this.expand(instruction.path, instruction)}` });
    await this.layer(name, `WORKDIR ${path}`, ['mkdir', path, User], made, { alwaysCached: true });
  }

  async #run(instruction: InstructionOf<'run'>): Promise<void> {
    const { daemon, options } = this.context;
    const { state } = this;
    if (instruction.mountProblem !== undefined) throw new DockerfileError(instruction.mountProblem, instruction.range);
    if (instruction.network === 'host' && !options.entitlements.includes('network.host')) throw new Error('failed to load LLB: network.host is not allowed');
    const { args, suffix, script } = runArguments(instruction, shellOf(state.config));
    const env = runEnv(state);
    const shownArgs = state.args.list();
    const createdBy = `RUN ${[...(shownArgs.length > 0 ? [`|${shownArgs.length}`, ...shownArgs] : []), ...args].join(' ')} # buildkit`;
    if (this.context.dry) {
      checkMounts(this, instruction);
      return;
    }
    const name = this.nextName(instruction, suffix);
    const mounts = await runMounts(this, instruction, name, script);
    const key = ['run', args, withoutProxies(env, state), state.config.WorkingDir, state.config.User, instruction.network, mounts.keys];
    try {
      await this.layer(name, createdBy, key, async (snapshot, vertex) => {
        mounts.begin();
        const process = `process ${JSON.stringify(args.join(' '))} did not complete successfully`;
        let code: number;
        try {
          code = await runStep(daemon, {
            snapshot, args, env: instruction.mounts.some((mount) => mount.type === 'ssh') ? [...env, 'SSH_AUTH_SOCK=/run/buildkit/ssh_agent.0'] : env, cwd: state.config.WorkingDir, user: state.config.User, network: networkOf(instruction.network, options.networkMode), extraHosts: options.extraHosts, mounts: mounts.mounts, shmSize: options.shmSize, ulimits: options.ulimits, signal: options.signal,
            output: (stream, bytes) => vertex.log(stream, bytes),
          });
        } catch (error) {
          if (error instanceof EngineError) throw new StepError(`${process}: ${error.message}`, instruction.range);
          throw error;
        }
        if (options.signal.aborted) throw new Error('context canceled');
        if (code !== 0) throw new StepError(`${process}: exit code: ${code}`, instruction.range);
      });
    } finally {
      mounts.release();
    }
  }

  /** A step that makes a layer: taken from the cache when it was made before on the same base. */
  async layer(name: string, createdBy: string, operation: unknown, make: (snapshot: string, vertex: VertexProgress) => Promise<void>, { alwaysCached = false } = {}): Promise<void> {
    const { daemon, progress } = this.context;
    const { state } = this;
    const key = sha256Hex(JSON.stringify([state.key, operation]));
    await progress.vertex(name, async (vertex, cached) => {
      const known = this.context.fresh && !alwaysCached ? undefined : daemon.buildCache.get(key);
      if (known && known.chainId !== undefined && daemon.layers.get(known.chainId)) {
        cached();
        daemon.buildCache.use(known);
        this.#advance(key, { chainId: known.chainId, diffIds: known.diffIds, created: known.created, cached: true }, createdBy);
        return;
      }
      if (this.#layers === 0) this.context.baseNeeded?.();
      const snapshot = randomBase36(daemon.random);
      daemon.snapshotter.prepare(snapshot, daemon.layers.cacheIds(state.chainId));
      try {
        await make(snapshot, vertex);
        const layer = await daemon.layers.register(state.chainId, writeTar(daemon.snapshotter.diff(snapshot)));
        const created = progress.now();
        const diffIds = [...state.diffIds, layer.diffId];
        daemon.buildCache.put({ key, id: snapshot, type: 'regular', description: name.replace(/^\[[^\]]*\] /, ''), parent: state.key, chainId: layer.chainId, diffIds, made: true, created, size: layer.size });
        this.#advance(key, { chainId: layer.chainId, diffIds, created, cached: false }, createdBy);
      } finally {
        daemon.snapshotter.remove(snapshot);
      }
    });
  }

  #advance(key: string, { chainId, diffIds, created, cached }: { chainId: Digest; diffIds: readonly Digest[]; created: string; cached: boolean }, createdBy: string): void {
    this.#layers++;
    if (this.#range) this.context.built({ range: this.#range, cached, parent: this.state.chainId, chainId });
    Object.assign(this.state, { key, chainId, diffIds: [...diffIds] });
    this.state.history.push({ createdBy, layer: true, created });
  }
}

/** What a RUN runs, and what its name gets for its heredoc. */
export function runArguments(instruction: InstructionOf<'run'>, shell: readonly string[]): { args: string[]; suffix: string; script?: { name: string; text: string } } {
  const { command, heredocs } = instruction;
  const [first, ...others] = heredocs;
  if (!command.shell) return { args: [...command.args], suffix: '' };
  const [line = ''] = command.args;
  if (!first) return { args: [...shell, line], suffix: '' };
  if (others.length === 0 && /^<<-?\s*["']?[\w.-]+["']?$/.test(line.trim())) {
    const text = heredocText(first);
    const suffix = ` (${summarizeHeredoc(first.content)})`;
    // A script with an interpreter of its own is run as a file.
    if (text.startsWith('#!')) return { args: [...shell, `/dev/pipes/${first.name}`], suffix, script: { name: first.name, text } };
    return { args: [...shell, text], suffix };
  }
  return { args: [...shell, line + heredocs.map((each) => `\n${each.content}${each.name}`).join('')], suffix: '' };
}

function networkOf(asked: string, mode: string): 'default' | 'none' | 'host' {
  const wanted = asked !== 'default' ? asked : mode;
  return wanted === 'none' || wanted === 'host' ? wanted : 'default';
}

/** Proxies do not count for the cache unless an ARG names them. */
function withoutProxies(env: readonly string[], state: StageState): string[] {
  const proxies = new Set(state.args.predefined());
  return env.filter((variable) => !proxies.has(variable) || state.env.has(variable.split('=')[0] ?? ''));
}
