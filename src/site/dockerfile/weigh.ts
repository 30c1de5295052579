import { readDockerfile, type ReadInstruction } from './read-dockerfile.ts';

/** An answer of `GET /build/weights`, which our engine has. */
export interface BuiltWeights {
  Dockerfile: string;
  Image: string;
  Steps: readonly { Start: number; End: number; Cached: boolean; Size: number; Added: readonly { Path: string; Size: number }[]; Hidden: readonly { Path: string; Size: number; Replaced: boolean }[]; More: number }[];
}

/** A line of `GET /images/{id}/history`, the newest first. */
export interface HistoryLine {
  CreatedBy: string;
  Size: number;
}

/** What an instruction weighs. */
export interface WeighedInstruction {
  instruction: ReadInstruction;
  /** `base`: FROM; `layer`: made files; `settings`: only settings; `unknown`: not built in this form. */
  kind: 'base' | 'layer' | 'settings' | 'unknown';
  /** Bytes; undefined where nobody knows. */
  size: number | undefined;
  cached: boolean | undefined;
  added: readonly { Path: string; Size: number }[];
  hidden: readonly { Path: string; Size: number; Replaced: boolean }[];
  more: number;
}

/** A Dockerfile on the scales. */
export interface Weighing {
  /** Who knows: the builder, an image's history (sizes only), or nobody yet. */
  source: 'build' | 'history' | 'none';
  /** The Dockerfile was changed since. */
  stale: boolean;
  rows: readonly WeighedInstruction[];
  /** Bytes that the image's own layers hold and nobody sees: hidden files of steps of the last stage. */
  hiddenBytes: number;
}

const layerMakers = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);
const nothing = { added: [], hidden: [], more: 0 } as const;
const key = ({ name, flags, rest }: ReadInstruction): string => `${name} ${flags.map((flag) => `--${flag.name}=${flag.value}`).join(' ')} ${rest}`;

/** From what the builder remembers: the build of this very text, else the one that shares most instructions with it. */
export function weighBuild(text: string, builds: readonly BuiltWeights[]): Weighing | undefined {
  const { instructions } = readDockerfile(text);
  const exact = builds.find(({ Dockerfile }) => Dockerfile === text);
  const shared = (build: BuiltWeights): number => paired(instructions, readDockerfile(build.Dockerfile).instructions).size;
  const build = exact ?? builds.map((each) => ({ each, count: shared(each) })).filter(({ count }) => count > 1).toSorted((a, b) => b.count - a.count)[0]?.each;
  if (!build) return undefined;
  const pairs = paired(instructions, readDockerfile(build.Dockerfile).instructions);
  const rows = instructions.map((instruction): WeighedInstruction => {
    const then = pairs.get(instruction);
    const step = then && build.Steps.find(({ Start }) => Start === then.start);
    if (step) return { instruction, kind: 'layer', size: step.Size, cached: step.Cached, added: step.Added, hidden: step.Hidden, more: step.More };
    return plain(instruction);
  });
  return weighing('build', !exact, rows);
}

/** From an image's history: a line for each instruction of the last stage, from the last one up. Undefined when they do not agree. */
export function weighHistory(text: string, history: readonly HistoryLine[]): Weighing | undefined {
  const { instructions } = readDockerfile(text);
  const lastFrom = instructions.findLastIndex(({ name }) => name === 'FROM');
  const own = instructions.slice(lastFrom + 1);
  const sizes = new Map<ReadInstruction, number>();
  const lines = history.slice(0, own.length);
  for (const [index, instruction] of own.toReversed().entries()) {
    const line = lines[index];
    if (!line || nameIn(line.CreatedBy) !== instruction.name) return undefined;
    sizes.set(instruction, line.Size);
  }
  const below = history.slice(own.length).reduce((sum, { Size }) => sum + Size, 0);
  const rows = instructions.map((instruction, index): WeighedInstruction => {
    const row = plain(instruction);
    if (index === lastFrom) return { ...row, size: below };
    return sizes.has(instruction) && row.kind === 'unknown' ? { ...row, kind: 'layer', size: sizes.get(instruction) } : row;
  });
  return weighing('history', false, rows);
}

/** Nothing was built of it yet. */
export function unweighed(text: string): Weighing {
  return weighing('none', false, readDockerfile(text).instructions.map((instruction) => plain(instruction)));
}

/** Puts the size of the image that the last stage starts from into its FROM. */
export function withBaseSize(weighed: Weighing, history: readonly HistoryLine[]): Weighing {
  const lastFrom = weighed.rows.findLastIndex(({ kind }) => kind === 'base');
  const own = weighed.rows.length - lastFrom - 1;
  const size = history.slice(own).reduce((sum, line) => sum + line.Size, 0);
  return { ...weighed, rows: weighed.rows.map((row, index) => (index === lastFrom ? { ...row, size } : row)) };
}

function plain(instruction: ReadInstruction): WeighedInstruction {
  const kind = instruction.name === 'FROM' ? 'base' : layerMakers.has(instruction.name) ? 'unknown' : 'settings';
  return { instruction, kind, size: undefined, cached: undefined, ...nothing };
}

function weighing(source: Weighing['source'], stale: boolean, rows: readonly WeighedInstruction[]): Weighing {
  const lastFrom = rows.findLastIndex(({ kind }) => kind === 'base');
  const hiddenBytes = rows.slice(lastFrom + 1).flatMap(({ hidden }) => hidden).reduce((sum, { Size }) => sum + Size, 0);
  return { source, stale, rows, hiddenBytes };
}

/** Instructions of now with the same ones of then, in order. */
function paired(now: readonly ReadInstruction[], then: readonly ReadInstruction[]): Map<ReadInstruction, ReadInstruction> {
  const pairs = new Map<ReadInstruction, ReadInstruction>();
  let from = 0;
  for (const instruction of now) {
    const at = then.findIndex((each, index) => index >= from && key(each) === key(instruction));
    const found = then[at];
    if (!found) continue;
    pairs.set(instruction, found);
    from = at + 1;
  }
  return pairs;
}

/** The instruction that a line of history is of: BuildKit's `RUN … # buildkit`, the classic builder's `/bin/sh -c #(nop) CMD …`. */
function nameIn(createdBy: string): string {
  const [, nop] = /#\(nop\)\s+(\S+)/.exec(createdBy) ?? [];
  if (nop !== undefined) return nop;
  const [word = ''] = createdBy.split(/\s/);
  return /^[A-Z]+$/.test(word) ? word : 'RUN';
}
