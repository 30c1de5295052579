import { formatPlatform, parsePlatform } from '../../../oci/index.ts';
import { type Dockerfile, DockerfileError, type Instruction, type Stage } from '../dockerfile/index.ts';

/** A stage that has to be built. */
export interface PlannedStage {
  index: number;
  stage: Stage;
  /** FROM with its variables expanded. */
  base: { kind: 'scratch' } | { kind: 'stage'; index: number } | { kind: 'image'; name: string };
  /** Shown before the step's number; empty in a Dockerfile of one stage. */
  shownName: string;
  /** `linux/arm64`; empty: that of the build. */
  platform: string;
  /** How many steps are counted. */
  total: number;
}

/** What a build has to do, as plain data. */
export interface BuildPlan {
  /** In the order of building. */
  stages: PlannedStage[];
  target: number;
  /** Images that `--from` names, in order. */
  fromImages: string[];
  /** Whether files of the context are copied. */
  usesContext: boolean;
  /** What of it is named, variables not expanded. */
  contextPaths: string[];
}

/** Chooses the stages that the target needs. `expandBase` expands variables in FROM and `--from`. Throws DockerfileError. */
export function planBuild(dockerfile: Dockerfile, target: string, expandBase: (word: string, instruction: Instruction) => string, namedContexts: ReadonlySet<string> = new Set()): BuildPlan {
  const { stages } = dockerfile;
  const last = target === '' ? stages.length - 1 : stages.findLastIndex((stage) => stage.from.stageName === target.toLowerCase());
  if (last < 0) throw new DockerfileError(`target stage ${JSON.stringify(target)} could not be found`);
  const fromImages = new Set<string>();
  let usesContext = false;
  const contextPaths: string[] = [];
  const needed = new Set<number>();
  const bases = new Map<number, PlannedStage['base']>();
  const visit = (index: number): void => {
    const stage = stages[index];
    if (!stage || needed.has(index)) return;
    needed.add(index);
    const name = expandBase(stage.from.base, stage.from);
    const base = findStage(stages, name, index);
    bases.set(index, base !== undefined ? { kind: 'stage', index: base } : name === 'scratch' ? { kind: 'scratch' } : { kind: 'image', name });
    if (base !== undefined) visit(base);
    for (const instruction of stage.instructions) {
      for (const from of sourcesOf(instruction)) {
        if (from === '') {
          usesContext = true;
          contextPaths.push(...(instruction.kind === 'copy' ? instruction.sources : ['']));
          continue;
        }
        const named = expandBase(from, instruction);
        if (namedContexts.has(named)) continue;
        const source = findSource(stages, named, index, instruction);
        if (source !== undefined) visit(source);
        else fromImages.add(named);
      }
    }
  };
  visit(last);
  const states = stages.length + fromImages.size + namedContexts.size + (stages.some((stage) => stage.instructions.some((each) => each.kind === 'run' && each.mounts.length > 0)) ? 1 : 0);
  const planned = [...needed].sort((a, b) => a - b).map((index): PlannedStage => {
    const stage = stages[index] as Stage;
    const base = bases.get(index) ?? { kind: 'scratch' };
    return { index, stage, base, platform: platformOf(stage, expandBase), shownName: states === 1 ? '' : stage.from.stageName || `stage-${index}`, total: (base.kind === 'image' ? 1 : 0) + stage.instructions.filter((each) => ['run', 'copy', 'workdir'].includes(each.kind)).length };
  });
  return { stages: planned, target: last, fromImages: [...fromImages], usesContext, contextPaths };
}

/** `FROM --platform`. Throws DockerfileError with BuildKit's words. */
function platformOf({ from }: Stage, expand: (word: string, instruction: Instruction) => string): string {
  if (from.platform === '') return '';
  const text = expand(from.platform, from);
  const platform = parsePlatform(text);
  if (platform) return formatPlatform(platform);
  const os = text.split('/')[0] ?? '';
  const reason = /^[A-Za-z0-9_-]+$/.test(os) ? `${JSON.stringify(text)}: unknown operating system or architecture` : `${JSON.stringify(os)} is an invalid OS component of ${JSON.stringify(text)}: OSAndVersion specifier component must match "^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.-]*)\\\\))?$"`;
  throw new DockerfileError(`failed to parse platform ${text}: ${reason}: invalid argument`, from.range);
}

/** Where an instruction takes files from: empty is the context. */
function sourcesOf(instruction: Instruction): string[] {
  if (instruction.kind === 'copy') return instruction.from !== '' ? [instruction.from] : instruction.sources.some((source) => !isRemote(source)) ? [''] : [];
  if (instruction.kind === 'run') return instruction.mounts.filter((mount) => mount.type === 'bind' || mount.from !== '').map((mount) => mount.from);
  return [];
}

/** The stage that `--from` means, which must come before; undefined for an image. */
function findSource(stages: readonly Stage[], name: string, current: number, instruction: Instruction): number | undefined {
  if (/^\d+$/.test(name) && Number(name) >= stages.length) throw new DockerfileError(`invalid stage index ${Number(name)}`);
  const source = findStage(stages, name, current) ?? findStage(stages, name, stages.length);
  if (source === undefined || source < current) return source;
  const nameOf = (index: number): string => stages[index]?.from.stageName || `stage-${index}`;
  if (source === current) throw new DockerfileError(`circular dependency detected on stage: ${nameOf(current)}`, instruction.range);
  throw new DockerfileError(`cannot copy from stage ${JSON.stringify(name)}, it needs to be defined before current stage ${JSON.stringify(nameOf(current))}`, instruction.range);
}

/** Whether ADD would fetch the source. */
export function isRemote(source: string): boolean {
  return /^(https?|git):\/\//.test(source) || source.startsWith('git@');
}

/** The stage that a name or number means, among those before `limit`. */
export function findStage(stages: readonly Stage[], name: string, limit: number): number | undefined {
  const wanted = name.toLowerCase();
  for (let index = Math.min(limit, stages.length) - 1; index >= 0; index--) if (stages[index]?.from.stageName === wanted && wanted !== '') return index;
  return /^\d+$/.test(name) && Number(name) < limit && Number(name) < stages.length ? Number(name) : undefined;
}

/** `[stage 2/5] `: the number is as wide as the total. */
export function stepPrefix(planned: PlannedStage, step: number): string {
  if (planned.total === 0) return '';
  return `[${planned.shownName === '' ? '' : `${planned.shownName} `}${String(step).padStart(1 + Math.floor(Math.log10(planned.total)))}/${planned.total}] `;
}
