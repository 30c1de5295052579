/** `set -o` options: name, letter of `set -x` (if any). In the order of `set -o`. */
export const setOptions = [
  ['allexport', 'a'], ['braceexpand', 'B'], ['emacs', ''], ['errexit', 'e'], ['errtrace', 'E'], ['functrace', 'T'], ['hashall', 'h'], ['histexpand', 'H'],
  ['history', ''], ['ignoreeof', ''], ['interactive-comments', ''], ['keyword', 'k'], ['monitor', 'm'], ['noclobber', 'C'], ['noexec', 'n'], ['noglob', 'f'],
  ['nolog', ''], ['notify', 'b'], ['nounset', 'u'], ['onecmd', 't'], ['physical', 'P'], ['pipefail', ''], ['posix', ''], ['privileged', 'p'], ['verbose', 'v'],
  ['vi', ''], ['xtrace', 'x'],
] as const;

export type SetOption = (typeof setOptions)[number][0];

/** `shopt` options with their defaults in a shell that is not interactive. */
const shoptDefaults: Record<string, boolean> = {
  autocd: false, assoc_expand_once: false, cdable_vars: false, cdspell: false, checkhash: false, checkjobs: false, checkwinsize: true, cmdhist: true, compat31: false,
  compat32: false, compat40: false, compat41: false, compat42: false, compat43: false, compat44: false, complete_fullquote: true, direxpand: false, dirspell: false,
  dotglob: false, execfail: false, expand_aliases: false, extdebug: false, extglob: false, extquote: true, failglob: false, force_fignore: true, globasciiranges: true,
  globskipdots: true, globstar: false, gnu_errfmt: false, histappend: false, histreedit: false, histverify: false, hostcomplete: true, huponexit: false, inherit_errexit: false,
  interactive_comments: true, lastpipe: false, lithist: false, localvar_inherit: false, localvar_unset: false, login_shell: false, mailwarn: false,
  no_empty_cmd_completion: false, nocaseglob: false, nocasematch: false, noexpand_translation: false, nullglob: false, patsub_replacement: true, progcomp: true,
  progcomp_alias: false, promptvars: true, restricted_shell: false, shift_verbose: false, sourcepath: true, varredir_close: false, xpg_echo: false,
};

/** Both tables of options of one shell. */
export class Options {
  readonly #set = new Set<SetOption>(['braceexpand', 'hashall', 'interactive-comments']);
  readonly #shopt = new Map(Object.entries(shoptDefaults));

  has(name: SetOption): boolean {
    return this.#set.has(name);
  }

  put(name: SetOption, on: boolean): void {
    if (on) this.#set.add(name);
    else this.#set.delete(name);
  }

  shopt(name: string): boolean {
    return this.#shopt.get(name) ?? false;
  }

  knowsShopt(name: string): boolean {
    return this.#shopt.has(name);
  }

  putShopt(name: string, on: boolean): void {
    this.#shopt.set(name, on);
  }

  shoptNames(): string[] {
    return [...this.#shopt.keys()];
  }

  /** `$SHELLOPTS`. */
  get shellOpts(): string {
    return setOptions.map(([name]) => name).filter((name) => this.#set.has(name)).join(':');
  }

  /** `$BASHOPTS`. */
  get bashOpts(): string {
    return [...this.#shopt].filter(([, on]) => on).map(([name]) => name).sort().join(':');
  }

  /** The letters of `$-` that come from options. */
  get letters(): string {
    return 'abefhkmnptuvxBCEHPT'.split('').filter((letter) => setOptions.some(([name, own]) => own === letter && this.#set.has(name))).join('');
  }

  clone(): Options {
    const copy = new Options();
    for (const [name] of setOptions) copy.put(name, this.has(name));
    for (const [name, on] of this.#shopt) copy.putShopt(name, on);
    return copy;
  }
}

/** Name of the option of a letter. */
export function optionOfLetter(letter: string): SetOption | undefined {
  return setOptions.find(([, own]) => own === letter)?.[0];
}

/** The option of that name. */
export function findOption(name: string): SetOption | undefined {
  return setOptions.find(([own]) => own === name)?.[0];
}
