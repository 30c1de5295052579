import type { Flag } from './arguments.ts';
import { didYouMean } from './suggest.ts';

/** The flags of one instruction, checked against those that it knows. */
export class FlagSet {
  readonly #flags: readonly Flag[];
  readonly #fail: (message: string) => never;

  constructor(flags: readonly Flag[], known: readonly string[], fail: (message: string) => never) {
    for (const { name } of flags) if (!known.includes(name)) fail(`unknown flag: ${name}${didYouMean(name, known)}`);
    const seen = new Set<string>();
    for (const { name } of flags) {
      if (seen.has(name) && name !== 'mount' && name !== 'exclude') fail(`duplicate flag specified: ${name}`);
      seen.add(name);
    }
    this.#flags = flags;
    this.#fail = fail;
  }

  /** Empty when the flag is absent. */
  text(name: string): string {
    const flag = this.#flags.find((each) => each.name === name);
    if (flag && flag.value === undefined) this.#fail(`missing a value on flag: ${name}`);
    return flag?.value ?? '';
  }

  list(name: string): string[] {
    return this.#flags.filter((each) => each.name === name).map((flag) => flag.value ?? this.#fail(`missing a value on flag: ${name}`));
  }

  boolean(name: string): boolean {
    const flag = this.#flags.find((each) => each.name === name);
    if (!flag) return false;
    if (flag.value === undefined || flag.value.toLowerCase() === 'true') return true;
    if (flag.value.toLowerCase() === 'false') return false;
    return this.#fail(`expecting boolean value for flag ${name}, not: ${flag.value}`);
  }
}
