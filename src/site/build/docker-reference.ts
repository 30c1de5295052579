import { rootCommands, type Command, type CommandEntry, type Support } from '../../docker/cli/index.ts';
import { composeGroup } from '../../docker/compose/index.ts';

/** An option as the reference shows it. */
export interface ReferenceFlag {
  /** `-a, --all` or `--filter filter`. */
  readonly words: string;
  readonly help: string;
  readonly support: Support;
}

/** A command as the reference shows it. */
export interface ReferenceCommand {
  /** Every way to call it, the shortest first. */
  readonly names: readonly string[];
  readonly usage: string;
  readonly short: string;
  readonly support: Support;
  readonly flags: readonly ReferenceFlag[];
}

/** A group of commands: `docker container`. */
export interface ReferenceGroup {
  readonly path: string;
  readonly commands: readonly ReferenceCommand[];
}

/** Everything that the `docker` command and its plugin Compose know, from the tables that they run on. A command that stands in several places is shown once, in its group. */
export function dockerReference(): ReferenceGroup[] {
  const places = new Map<CommandEntry, string[]>();
  const groups = new Map<string, Command[]>();
  const walk = (entries: readonly CommandEntry[], path: string): void => {
    for (const entry of entries) {
      if (entry.hidden) continue;
      if ('subcommands' in entry) {
        // `docker builder` is buildx under another name.
        if (entry.name !== 'builder') walk(entry.subcommands, `${path} ${entry.name}`);
        continue;
      }
      places.set(entry, [...(places.get(entry) ?? []), `${path} ${entry.name}`]);
      groups.set(path, [...(groups.get(path) ?? []), entry]);
    }
  };
  walk([...rootCommands, composeGroup], 'docker');
  const once = (path: string, command: Command): boolean => path !== 'docker' || (places.get(command)?.length ?? 0) < 2;
  return [...groups].map(([path, commands]) => ({
    path,
    commands: commands.filter((command) => once(path, command)).toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((command) => show(command, path, places.get(command) ?? [])),
  })).filter(({ commands }) => commands.length > 0).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function show(command: Command, path: string, names: readonly string[]): ReferenceCommand {
  const flags = Object.entries(command.flags).filter(([, flag]) => !flag.hidden).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    names: names.toSorted((a, b) => a.length - b.length),
    usage: `${path} ${command.use}`,
    short: command.short,
    support: command.support ?? 'yes',
    flags: flags.map(([name, flag]) => ({
      words: `${flag.shorthand === undefined ? '' : `-${flag.shorthand}, `}--${name}${flag.type === '' ? '' : ` ${flag.type}`}`,
      help: flag.help.split('\n')[0] ?? '',
      support: flag.support ?? 'yes',
    })),
  };
}
