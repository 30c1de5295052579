import type { Chance } from './chance.ts';

const names = ['x', 'y', 'n', 'list', 'IFS', 'PATH', 'f', 'REPLY', 'OPTIND', 'map'] as const;
const literals = ['a', 'b*', "'c d'", '"$x"', '""', '-n', '-', '--', '~', '*', '/etc/p*', '/dev/null', '/tmp/out', 'é', "$'\\n\\x00'", '0', '1', '-1', '007', '9223372036854775807', '1e9', '%s\\n', '[!a]', '\\', '{1..5}', '{a,b}{c,d}', '{z..a..3}', '@(a|b)', '/proc/self/status', '/nowhere', '.', '..', '/'] as const;
const programs = [
  'echo', 'printf %s%q', 'cat', 'ls -l', 'wc', 'head -n 3', 'tail -c 5', 'sort -n', 'uniq -c', 'tr a-z A-Z', 'cut -d: -f1', 'grep -n o', 'sed s/a/b/g', "awk '{print NR, $0}'", 'seq 3', 'sleep 0.2', 'true', 'false', ':', 'test', '[', 'cd', 'pwd', 'export',
  'unset', 'read', 'shift', 'set --', 'set -x', 'set +x', 'set -e', 'set -u', 'local', 'declare -p', 'declare -A', 'declare -i', 'declare -n', 'readonly', 'eval', 'return', 'break', 'continue 2', 'wait', 'jobs', 'kill %1', 'kill -l', 'kill $!', 'type', 'command -v', 'hash', 'alias', 'getopts ab:', 'mapfile -t',
  'let', 'exec', 'exit 3', 'tee /tmp/out', 'find . -maxdepth 2', 'xargs -n2 echo', 'mkdir -p', 'rm -rf', 'cp -r', 'mv', 'ln -s', 'touch', 'stat', 'chmod 600', 'dd bs=1k count=2 if=/dev/zero', 'base64', 'md5sum', 'od -c', 'rev', 'tac', 'nl', 'paste', 'join', 'comm', 'diff', 'expr', 'date +%s', 'ps', 'id', 'env',
  'basename', 'dirname', 'sh -c', 'bash -c', 'timeout 1', 'nice', 'nohup', 'yes', 'tar cf -', 'gzip -c', 'jq .', 'bc', 'nosuchcommand', 'bind -l', 'complete', 'compgen -A function', 'shopt -s extglob', 'shopt -s nullglob', 'ulimit -n', 'umask', 'times', 'trap', 'pushd /tmp', 'popd', 'dirs', 'disown', 'suspend', 'fg', 'bg', 'history', 'caller',
  'enable', 'builtin', 'source /dev/null', '. /etc/os-release', 'coproc cat', 'time', 'cat /dev/urandom', 'cat /dev/zero', 'tail -f /etc/passwd', 'nc -l 4000', 'curl -s http://localhost:1', 'ping -c 1 127.0.0.1', 'ss -t', 'ip addr', 'docker ps', 'mkfifo /tmp/fifo; cat /tmp/fifo', 'split -l 1', 'shuf', 'numfmt --to=iec', 'watch true', 'flock /tmp/lock',
] as const;
const operations = ['', ':-w', ':=w', ':+w', ':?w', '#*a', '##*/', '%a*', '%%/*', '/a/b', '//?/x', ':1:2', ': -1', '^', ',,', '@Q', '@a', '[0]', '[@]', '[-1]', '[*]:1'] as const;
/** Ends and limits: each must say so, and the host must go on. */
const monsters = [
  ':(){ :|:& };:', 'f(){ f; }; f', 'f(){ f|f; }; f', 'x=a; while :; do x=$x$x; done', 'echo {1..100000000}', "printf '%1000000000s' x", 'yes > /tmp/full', 'dd if=/dev/zero of=/tmp/full bs=64M', 'while :; do :; done', 'while sleep 0; do :; done', 'for((;;)); do ((n++)); done', 'while :; do echo x; done',
  'echo ". /tmp/self" > /tmp/self; . /tmp/self', 'f(){ echo $(f); }; f', "eval 'f(){ eval f; }; f'", 'alias f=g g=f; f', "trap 'kill $$' TERM; kill $$", 'until false; do sleep 1; done', 'yes | while read x; do y=$y$x; done', 'exec 3<>/tmp/p; cat <&3', 'cat <(yes) >(cat) | head', 'while :; do sleep 9 & done', 'cd /tmp; while mkdir d && cd d; do :; done',
  'n=0; while ((n++ < 3000)); do : > /tmp/many$n; done; rm /tmp/many*', 'a=1; b=a; a=b; echo $((a))', 'v=$(yes)', 'mapfile v < /dev/zero', 'read v < /dev/zero', 'select x in 1 2; do echo $x; done', 'cat', 'bash', 'sh', 'wait', 'stty raw; cat', 'kill -STOP $$', 'sleep 100 | sleep 100', 'exec 2>&1 > /dev/full; echo x',
] as const;

/** Makes scripts by a grammar of bash. */
export class Grammar {
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  script(): string {
    const chance = this.#chance;
    const lines = Array.from({ length: 1 + chance.below(6) }, () => this.#statement(3));
    if (chance.one(12)) lines.splice(chance.below(lines.length + 1), 0, chance.pick(monsters));
    return lines.join('\n');
  }

  #list(depth: number): string {
    return Array.from({ length: 1 + this.#chance.below(2) }, () => this.#statement(depth - 1)).join('; ').replaceAll('&;', '&');
  }

  #statement(depth: number): string {
    const chance = this.#chance;
    if (depth <= 0 || chance.one(2)) return this.#pipeline(depth);
    const list = (): string => this.#list(depth);
    const kinds: (() => string)[] = [
      () => `if ${list()}; then ${list()}; else ${list()}; fi`,
      () => `for ${this.#name()} in ${this.#words(depth)}; do ${list()}; done`,
      () => `for ((i=0; i<${chance.below(9)}; i++)); do ${list()}; done`,
      () => `n=0; while ((n++ < ${chance.below(9)})); do ${list()}; done`,
      () => `until ${list()}; do ${list()}; break; done`,
      () => `case ${this.#word(depth)} in ${this.#word(0)}) ${list()};; *) ${list()};; esac`,
      () => `{ ${list()}; }${this.#redirection(depth)}`,
      () => `( ${list()} )${this.#redirection(depth)}`,
      () => `${chance.pick(['f', 'g', 'cd'])}() { ${list()}; }; f ${this.#words(depth)}`,
      () => `[[ ${this.#word(depth)} ${chance.pick(['==', '=~', '<', '-nt', '-eq', '!='])} ${this.#word(depth)} ]] && ${list()}`,
      () => `(( ${this.#arithmetic(depth)} ))`,
      () => `${this.#pipeline(depth)} &`,
      () => `${this.#pipeline(depth)} & wait${chance.one(2) ? ' $!' : ''}`,
      () => `trap ${chance.pick(["'echo trapped'", "''", '-', `'${chance.pick(programs).replaceAll("'", '')}'`])} ${chance.pick(['EXIT', 'INT', 'ERR', 'DEBUG', 'RETURN', 'TERM', 'USR1', 'CHLD', 'PIPE'])}`,
      () => `${this.#name()}=(${this.#words(depth)})`,
      () => `eval ${JSON.stringify(this.#statement(depth - 1))}`,
      () => `cat <<${chance.pick(['E', "'E'", '-E'])}\n${this.#statement(depth - 1)}\nE`,
      () => `${chance.pick(['!', 'time', 'coproc'])} ${this.#pipeline(depth)}`,
      () => `select x in ${this.#words(depth)}; do ${list()}; break; done < /dev/null`,
      () => `set -o ${chance.pick(['pipefail', 'nounset', 'noglob', 'xtrace', 'noclobber', 'monitor', 'posix', 'allexport'])}`,
    ];
    return chance.pick(kinds)();
  }

  #pipeline(depth: number): string {
    const chance = this.#chance;
    let text = this.#command(depth);
    while (chance.one(3)) text += ` ${chance.pick(['|', '|', '&&', '||', '|&', ';'])} ${this.#command(depth)}`;
    return text;
  }

  #command(depth: number): string {
    const chance = this.#chance;
    if (chance.one(8)) return `${this.#name()}${chance.pick(['=', '+=', '[1]=', '[x]='])}${this.#word(depth)}`;
    const before = chance.one(12) ? `${this.#name()}=${this.#word(depth)} ` : '';
    return `${before}${chance.pick(programs)} ${this.#words(depth)}${this.#redirection(depth)}`;
  }

  #redirection(depth: number): string {
    const chance = this.#chance;
    if (!chance.one(5)) return '';
    return ` ${chance.pick(['>', '>>', '<', '2>', '2>&1', '&>', '<<<', '>|', '<>', '3>', '3<&0', '<&-', '>&-', '>&3', '{fd}>'])} ${chance.pick(['/tmp/out', '/dev/null', '/nowhere/x', this.#word(depth)])}`;
  }

  #words(depth: number): string {
    return Array.from({ length: this.#chance.below(4) }, () => this.#word(depth)).join(' ');
  }

  #name(): string {
    return this.#chance.pick(names);
  }

  #word(depth: number): string {
    const chance = this.#chance;
    const simple = (): string => (chance.one(3) ? `$${this.#name()}` : chance.pick(literals));
    if (depth <= 0) return simple();
    const kinds: (() => string)[] = [
      simple, simple, simple,
      () => `\${${chance.pick(['', '#', '!', ''])}${this.#name()}${chance.pick(operations)}}`,
      () => `"\${${this.#name()}${chance.pick(operations)}}"`,
      () => `$(${this.#statement(depth - 1)})`,
      () => `"$(${this.#statement(depth - 1)})"`,
      () => `\`${this.#command(0)}\``,
      () => `$((${this.#arithmetic(depth)}))`,
      () => `<(${this.#command(depth - 1)})`,
      () => chance.pick(['$?', '$$', '$!', '$#', '$@', '"$@"', '$*', '$-', '$0', '$1', '${10}', '$RANDOM', '$LINENO', '$SECONDS', '${PIPESTATUS[@]}', '${!x*}']),
      () => simple() + simple(),
    ];
    return chance.pick(kinds)();
  }

  #arithmetic(depth: number): string {
    const chance = this.#chance;
    if (depth <= 0) return chance.pick(['1', '0', 'x', 'n++', '--n', '010', '0xff', '2#101', '-1', '$x', '9223372036854775807', 'x[1]']);
    return `${this.#arithmetic(depth - 1)} ${chance.pick(['+', '-', '*', '/', '%', '**', '<<', '>>', '<', '==', '&&', '||', '=', '+=', ',', '?1:'])} ${this.#arithmetic(depth - 2)}`;
  }
}
