/** What dockerd's command line says. */
export interface DockerdArguments {
  hosts: string[];
  debug: boolean;
  configFile: string;
  /** Ours: containers keep showing as running although their processes are not here. */
  frozen: boolean;
  /** TLS on TCP sockets: files, and whether clients must have a certificate; undefined: none. */
  tls: { authority: string | undefined; certificate: string; key: string; verify: boolean } | undefined;
  /** Only says whether the configuration is right. */
  validate: boolean;
}

/** Parses the flags of dockerd(8) that are obeyed. `problem` is what it ends with. */
export function parseDockerdArguments(argv: readonly string[]): { arguments: DockerdArguments; problem: string | undefined } {
  const parsed: DockerdArguments = { hosts: [], debug: false, configFile: '/etc/docker/daemon.json', frozen: false, tls: undefined, validate: false };
  const tls = { authority: undefined as string | undefined, certificate: '', key: '', verify: false };
  let secure = false;
  const rest = [...argv];
  const problem = (text: string): { arguments: DockerdArguments; problem: string } => ({ arguments: parsed, problem: `${text}\nSee 'dockerd --help'.` });
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = word, inline] = /^(--[^=]+)=(.*)$/.exec(word) ?? [];
    const value = (): string | undefined => inline ?? rest.shift();
    switch (name) {
      case '-D': case '--debug': parsed.debug = inline !== 'false'; break;
      case '-H': case '--host': parsed.hosts.push(value() ?? ''); break;
      case '--config-file': parsed.configFile = value() ?? ''; break;
      case '--containerd': value(); break;
      case '--validate': parsed.validate = true; break;
      case '--tls': secure = inline !== 'false'; break;
      case '--tlsverify': secure = tls.verify = inline !== 'false'; break;
      case '--tlscacert': tls.authority = value(); break;
      case '--tlscert': tls.certificate = value() ?? ''; break;
      case '--tlskey': tls.key = value() ?? ''; break;
      case '--storage-driver': case '-s': case '--log-level': case '-l': case '--data-root': case '--exec-root': value(); break;
      case '--restore': parsed.frozen = value() === 'frozen'; break;
      default:
        if (!word.startsWith('-')) return problem(`"dockerd" accepts no arguments.`);
        return problem(word.startsWith('--') ? `unknown flag: ${name}` : `unknown shorthand flag: '${word[1] ?? ''}' in ${word}`);
    }
  }
  if (secure) parsed.tls = tls;
  return { arguments: parsed, problem: undefined };
}
