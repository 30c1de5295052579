/** What a sudo command line asks for. */
export interface SudoWishes {
  user: string | undefined;
  group: string | undefined;
  shell: boolean;
  login: boolean;
  /** -E: true for all, or names. */
  preserve: boolean | string[];
  setHome: boolean;
  nonInteractive: boolean;
  stdin: boolean;
  background: boolean;
  list: boolean;
  validate: boolean;
  forget: boolean;
  help: boolean;
  version: boolean;
  other: string | undefined;
  prompt: string | undefined;
  directory: string | undefined;
  variables: Record<string, string>;
  words: string[];
}

export const sudoUsage = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo -l [-ABkNnS] [-g group] [-h host] [-p prompt] [-U user]
            [-u user] [command [arg ...]]
usage: sudo [-ABbEHkNnPS] [-r role] [-t type] [-C num] [-D directory]
            [-g group] [-h host] [-p prompt] [-R directory] [-T timeout]
            [-u user] [VAR=value] [-i | -s] [command [arg ...]]
usage: sudo -e [-ABkNnS] [-r role] [-t type] [-C num] [-D directory]
            [-g group] [-h host] [-p prompt] [-R directory] [-T timeout]
            [-u user] file ...
`;

const longs: Record<string, string> = { user: 'u', group: 'g', shell: 's', login: 'i', 'preserve-env': 'E', 'set-home': 'H', 'non-interactive': 'n', stdin: 'S', background: 'b', list: 'l', validate: 'v', 'reset-timestamp': 'k', 'remove-timestamp': 'K', 'other-user': 'U', prompt: 'p', chdir: 'D', help: 'h', version: 'V', askpass: 'A', bell: 'B', 'preserve-groups': 'P', 'no-update': 'N', host: 'h', chroot: 'R', 'command-timeout': 'T', 'close-from': 'C', role: 'r', type: 't' };

/** Parses the words after `sudo`. */
export function parseSudo(words: readonly string[]): { wishes: SudoWishes; problem: string | undefined } {
  const wishes: SudoWishes = {
    user: undefined, group: undefined, shell: false, login: false, preserve: false, setHome: false, nonInteractive: false, stdin: false, background: false, list: false, validate: false, forget: false, help: false, version: false, other: undefined, prompt: undefined, directory: undefined, variables: {}, words: [],
  };
  const rest = [...words];
  const take = (letter: string, value: () => string): boolean => {
    if (letter === 'u') wishes.user = value();
    else if (letter === 'g') wishes.group = value();
    else if (letter === 'U') wishes.other = value();
    else if (letter === 'p') wishes.prompt = value();
    else if (letter === 'D') wishes.directory = value();
    else if ('CRTrt'.includes(letter)) value();
    else if (letter === 's') wishes.shell = true;
    else if (letter === 'i') wishes.login = true;
    else if (letter === 'E') wishes.preserve = true;
    else if (letter === 'H') wishes.setHome = true;
    else if (letter === 'n') wishes.nonInteractive = true;
    else if (letter === 'S') wishes.stdin = true;
    else if (letter === 'b') wishes.background = true;
    else if (letter === 'l') wishes.list = true;
    else if (letter === 'v') wishes.validate = true;
    else if (letter === 'k' || letter === 'K') wishes.forget = true;
    else if (letter === 'V') wishes.version = true;
    else if (letter === 'h') wishes.help = true;
    else return 'ABNP'.includes(letter);
    return true;
  };
  for (let word = rest[0]; word !== undefined; word = rest[0]) {
    if (word === '--') {
      rest.shift();
      break;
    }
    const variable = /^([A-Za-z_]\w*)=([^]*)$/.exec(word);
    if (variable) {
      wishes.variables[variable[1] ?? ''] = variable[2] ?? '';
      rest.shift();
      continue;
    }
    if (!word.startsWith('-') || word === '-') break;
    rest.shift();
    if (word.startsWith('--')) {
      const [name = '', inline] = word.slice(2).split(/=([^]*)/);
      const letter = longs[name];
      if (name === 'preserve-env' && inline !== undefined) wishes.preserve = inline.split(',');
      else if (letter === undefined || !take(letter, () => inline ?? rest.shift() ?? '')) return { wishes, problem: `sudo: unrecognized option '${word}'\n` };
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const value = (): string => {
        const own = word.slice(at + 1);
        at = word.length;
        return own || (rest.shift() ?? '');
      };
      const letter = word.charAt(at);
      if (!take(letter, value)) return { wishes, problem: `sudo: invalid option -- '${letter}'\n` };
    }
  }
  wishes.words = rest;
  return { wishes, problem: undefined };
}
