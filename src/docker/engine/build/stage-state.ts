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
  /** Whether this stage set CMD: an ENTRYPOINT takes the base's away else. */
  commandSet: boolean;
}

const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The state that FROM gives. Without an image: scratch. */
export function initialState(image: ImageConfig | undefined, chainId: Digest | undefined, key: string, args: ArgScope): StageState {
  return {
    config: image ? fullConfig(image.config) : { ...emptyConfig, Env: [defaultPath], WorkingDir: '/' },
    author: image?.author ?? '', chainId, diffIds: image?.rootfs.diff_ids ?? [], baseHistory: image?.history ?? [], history: [], key, args, commandSet: false,
  };
}

/** Variables for expansion and for running: those of the image win over arguments. */
export function stageEnv(state: StageState): Map<string, string> {
  return new Map([...envMap(state.args.list()), ...envMap(state.config.Env ?? [])]);
}

/** The environment of a RUN. */
export function runEnv(state: StageState): string[] {
  const own = state.config.Env ?? [];
  const names = new Set(own.map((variable) => variable.split('=')[0]));
  const args = [...state.args.predefined(), ...state.args.list()].filter((variable) => !names.has(variable.split('=')[0]));
  return [...(names.has('PATH') ? own : [defaultPath, ...own]), ...args];
}
