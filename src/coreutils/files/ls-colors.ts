import { fileType, fileTypeMask } from '../../kernel/uapi/index.ts';

const defaults = 'rs=0:di=01;34:ln=01;36:pi=33:so=01;35:bd=01;33:cd=01;33:su=37;41:sg=30;43:tw=30;42:ow=34;42:st=37;44:ex=01;32';

/** Colours of file names: dircolors(1), from LS_COLORS. */
export class Colors {
  readonly #types = new Map<string, string>();
  readonly #suffixes: [string, string][] = [];

  constructor(lsColors: string | undefined) {
    for (const source of [defaults, lsColors ?? '']) {
      for (const pair of source.split(':')) {
        const [key = '', value = ''] = pair.split('=');
        if (key.startsWith('*')) this.#suffixes.unshift([key.slice(1), value]);
        else if (key) this.#types.set(key, value);
      }
    }
  }

  /** The colour for a file; undefined for plain ones. `targetMode` is the mode of what a link names: `null` when it dangles. */
  of(name: string, mode: number, targetMode?: number | null): string | undefined {
    const code = this.#typeOf(mode, targetMode);
    if (code === undefined) return this.#suffixes.find(([suffix]) => name.endsWith(suffix))?.[1];
    const value = this.#types.get(code);
    return value === undefined || value === '0' || value === '00' || value === '' ? undefined : value;
  }

  #typeOf(mode: number, targetMode?: number | null): string | undefined {
    switch (mode & fileTypeMask) {
      case fileType.directory:
        if (mode & 0o1000) return mode & 0o2 ? 'tw' : 'st';
        return mode & 0o2 ? 'ow' : 'di';
      case fileType.symlink:
        if (targetMode === null && this.#types.has('or')) return 'or';
        return 'ln';
      case fileType.fifo: return 'pi';
      case fileType.socket: return 'so';
      case fileType.block: return 'bd';
      case fileType.character: return 'cd';
      default:
        if (mode & 0o4000) return 'su';
        if (mode & 0o2000) return 'sg';
        return mode & 0o111 ? 'ex' : undefined;
    }
  }
}
