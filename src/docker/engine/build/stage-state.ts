import type { Digest, HistoryEntry, ImageConfig } from '../../../oci/index.ts';
import type { ContainerConfig } from '../../api/index.ts';
import { emptyConfig } from '../container/config-defaults.ts';
import { fullConfig } from '../image/inspect.ts';
import type { ArgScope } from './build-scope.ts';
import { envMap } from './apply-changes.ts';

/** A line of the image's history that is being made. */
export interface StepHistory {
  createdBy: string;
  /** Whether it stands for a layer. */
  layer: boolean;
  created: string | undefined;
}

/** What a stage has become after some of its instructions. */
export interface StageState {
  config: ContainerConfig;
  author: string;
  /** Uppermost layer; undefined for nothing. */
  chainId: Digest | undefined;
  diffIds: Digest[];
  /** The base's history. */
  baseHistory: HistoryEntry[];
  history: StepHistory[];
  /** Key of the last step in the build cache. */
  key: string;
  args: ArgScope;
  /** Variables for words and for RUN: of the image, of ENV and of ARG; who comes last wins. A stage that starts from another takes them over. */
  env: ReadonlyMap<string, string>;
  /** Whether this stage set CMD: an ENTRYPOINT takes the base's away else. */
  commandSet: boolean;
}

const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The state that FROM gives. Without an image: scratch. */
export function initialState(image: ImageConfig | undefined, chainId: Digest | undefined, key: string, args: ArgScope): StageState {
  const config = image ? fullConfig(image.config) : { ...emptyConfig, Env: [defaultPath], WorkingDir: '/' };
  return {
    config, author: image?.author ?? '', chainId, diffIds: image?.rootfs.diff_ids ?? [], baseHistory: image?.history ?? [], history: [], key, args, commandSet: false, env: envMap(config.Env ?? []),
  };
}

/** Sets variables, the last as the last. */
export function withVariables(env: ReadonlyMap<string, string>, pairs: Iterable<readonly [string, string]>): Map<string, string> {
  return new Map([...env, ...pairs]);
}

/** The environment of a RUN. */
export function runEnv(state: StageState): string[] {
  const own = [...state.env].map(([name, value]) => `${name}=${value}`);
  const predefined = state.args.predefined().filter((variable) => !state.env.has(variable.split('=')[0] ?? ''));
  return [...(state.env.has('PATH') ? own : [defaultPath, ...own]), ...predefined];
}
