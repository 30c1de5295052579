/** A subcommand: `run` gets its arguments and resolves to the exit status. UsageErrors end with status 2. */
export interface Command {
  summary: string;
  /** The command line after the name, as help shows it. */
  usage: string;
  run(args: string[]): Promise<number>;
}

/** Loads each command at its use, so that `labs list` does not load a Docker engine. */
export const commands: Record<string, Command> = {
  sandbox: {
    summary: 'a fresh sandbox host: an interactive shell, or -c SCRIPT',
    usage: '[-c SCRIPT] [--lab ID] [--host NAME] [--user NAME] [--file PATH=LOCAL]…',
    run: async (args) => (await import('./sandbox.ts')).sandbox(args),
  },
  engine: {
    summary: "serves a sandbox's Engine API: --listen 127.0.0.1:2375 or unix:PATH",
    usage: '[--listen HOST:PORT|unix:PATH]',
    run: async (args) => (await import('./engine.ts')).engine(args),
  },
  registry: {
    summary: 'serves a registry: --listen 127.0.0.1:5001 --storage DIR --certificate FILE --key FILE --htpasswd FILE',
    usage: '[--listen HOST:PORT|unix:PATH] [--storage DIR] [--certificate FILE --key FILE] [--htpasswd FILE]',
    run: async (args) => (await import('./registry.ts')).registry(args),
  },
  labs: {
    summary: 'list, lint or test the labs',
    usage: 'list | lint [ID…] | test [ID…] [--backend sandbox|docker] [--changed]',
    run: async (args) => (await import('./labs.ts')).labs(args),
  },
};
