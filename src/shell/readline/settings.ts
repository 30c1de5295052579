/** Readline's variables, in the order of `bind -v`, with bash's defaults on Debian. */
const switches = {
  'bind-tty-special-chars': true, 'blink-matching-paren': false, 'byte-oriented': false, 'colored-completion-prefix': false, 'colored-stats': false,
  'completion-ignore-case': false, 'completion-map-case': false, 'convert-meta': false, 'disable-completion': false, 'echo-control-characters': true,
  'enable-active-region': true, 'enable-bracketed-paste': true, 'enable-keypad': false, 'enable-meta-key': true, 'expand-tilde': false,
  'history-preserve-point': false, 'horizontal-scroll-mode': false, 'input-meta': true, 'mark-directories': true, 'mark-modified-lines': false,
  'mark-symlinked-directories': false, 'match-hidden-files': true, 'menu-complete-display-prefix': false, 'meta-flag': true, 'output-meta': true,
  'page-completions': true, 'prefer-visible-bell': true, 'print-completions-horizontally': false, 'revert-all-at-newline': false,
  'show-all-if-ambiguous': false, 'show-all-if-unmodified': false, 'show-mode-in-prompt': false, 'skip-completed-text': false, 'visible-stats': false,
};

const values = {
  'bell-style': 'audible', 'comment-begin': '#', 'completion-display-width': '-1', 'completion-prefix-display-length': '0', 'completion-query-items': '100',
  'editing-mode': 'emacs', 'emacs-mode-string': '@', 'history-size': '500', 'keymap': 'emacs', 'keyseq-timeout': '500', 'vi-cmd-mode-string': '(cmd)', 'vi-ins-mode-string': '(ins)',
};

export type Switch = keyof typeof switches;
export type SettingName = Switch | keyof typeof values;

/** Readline's variables: `set NAME VALUE` in ~/.inputrc. */
export class Settings {
  readonly #values = new Map<string, string>([...Object.entries(switches).map(([name, on]): [string, string] => [name, on ? 'on' : 'off']), ...Object.entries(values)]);

  on(name: Switch): boolean {
    return this.#values.get(name) === 'on';
  }

  text(name: SettingName): string {
    return this.#values.get(name) ?? '';
  }

  number(name: SettingName): number {
    return Number.parseInt(this.text(name), 10) || 0;
  }

  /** Sets a variable; false when there is none of that name. */
  put(name: string, value: string): boolean {
    const key = name.toLowerCase();
    if (!this.#values.has(key)) return false;
    this.#values.set(key, key in switches ? (/^(on|1|)$/i.test(value) ? 'on' : 'off') : value);
    return true;
  }

  /** Name and value of each; switches first. */
  entries(): [name: string, value: string, isSwitch: boolean][] {
    return [...this.#values].map(([name, value]) => [name, value, name in switches]);
  }
}
