import { bool, flagUsages, type FlagTable } from '../flags/index.ts';
import { findEntry, isGroup, type Command, type CommandEntry, type CommandGroup } from './command.ts';

/** A command where it was found: with the path that led to it. */
export interface Located<E extends CommandEntry = CommandEntry> {
  readonly entry: E;
  /** `docker container ls` */
  readonly path: string;
  /** Part of the buildx plugin, whose help has another frame. */
  readonly buildx: boolean;
}

export interface HelpOptions {
  /** Columns of the terminal; 80 without one. */
  columns: number;
  /** Names and descriptions of plugins found on disk. */
  plugins: readonly { name: string; short: string }[];
  bold: boolean;
  /** Whether the engine answers: what it does not offer is then left out. */
  engineAnswers: boolean;
  /** Whether that engine is in a swarm. */
  inSwarm: boolean;
}

/** Width of the names in lists of commands. */
const padding = 11;
const rootHelp = 'For more help on how to use Docker, head to https://docs.docker.com/go/guides/';
const buildxHelp = 'Experimental commands and flags are hidden. Set BUILDX_EXPERIMENTAL=1 to show them.';

/** What `--help` prints. */
export function helpText(located: Located, options: HelpOptions): string {
  const usage = usageText(located, options);
  return located.buildx ? `${located.entry.long ?? located.entry.short}\n\n${usage}` : `\n${usage}`;
}

/** The usage part, which errors show too. */
export function usageText(located: Located, options: HelpOptions): string {
  const { entry, path } = located;
  const isRoot = path === 'docker';
  const sections: string[] = [`Usage:  ${useLine(located)}`, (entry.long ?? entry.short).trim()];
  const aliases = isGroup(entry) ? (entry.aliases ? aliasesOf(located) : undefined) : (entry.aliasesText ?? (entry.aliases ? aliasesOf(located) : undefined));
  if (aliases !== undefined) sections.push(`Aliases:\n  ${aliases}`);
  if (!isGroup(entry) && entry.example !== undefined) sections.push(`Examples:\n${entry.example}`);
  const flags = flagUsages(shownFlags(entry), options.columns - 1).trimEnd();
  if (!isRoot && flags !== '') sections.push(`Options:\n${flags}`);
  if (isGroup(entry)) sections.push(...commandSections(entry, isRoot, options));
  if (isRoot && flags !== '') sections.push(`Global Options:\n${flags}`);
  if (isGroup(entry)) sections.push(`Run '${path} COMMAND --help' for more information on a command.`);
  if (isRoot) sections.push(options.bold ? `\x1b[1m${rootHelp}\x1b[0m` : rootHelp);
  if (located.buildx) sections.push(buildxHelp);
  return `${sections.join('\n\n')}\n`;
}

export function useLine({ entry, path }: Located): string {
  if (isGroup(entry)) return `${path}${hasFlags(entry) ? ' [OPTIONS]' : ''} COMMAND`;
  const parent = path.slice(0, path.lastIndexOf(' '));
  return `${parent} ${entry.use}`;
}

function hasFlags(entry: CommandEntry): boolean {
  return Object.values(entry.flags ?? {}).some((flag) => !flag.hidden);
}

/** Commands that have their own -h show their --help too. */
function shownFlags(entry: CommandEntry): FlagTable {
  const flags = entry.flags ?? {};
  return Object.values(flags).some((flag) => flag.shorthand === 'h') ? { ...flags, help: bool('Print usage') } : flags;
}

function aliasesOf({ entry, path }: Located): string {
  const parent = path.slice(0, path.lastIndexOf(' '));
  return [path, ...(entry.aliases ?? []).map((alias) => `${parent} ${alias}`)].join(', ');
}

function commandSections(group: CommandGroup, isRoot: boolean, options: HelpOptions): string[] {
  const visible = group.subcommands.filter((entry) => !entry.hidden && !(entry.needs && options.engineAnswers && !(entry.needs === 'swarm' && options.inSwarm))).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const common = isRoot ? visible.filter((entry) => entry.common !== undefined).toSorted((a, b) => (a.common ?? 0) - (b.common ?? 0)) : [];
  const plugins = isRoot ? options.plugins.filter(({ name }) => !findEntry(visible, name)).map(({ name, short }): Pick<Command, 'name' | 'short' | 'plugin'> => ({ name, short, plugin: true })) : [];
  const management = [...visible.filter((entry) => isGroup(entry) && !entry.swarm), ...plugins].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const swarm = visible.filter((entry) => isGroup(entry) && entry.swarm);
  const operations = visible.filter((entry) => !isGroup(entry) && !(isRoot && entry.common !== undefined));
  const sections = [
    ['Common Commands', common],
    ['Management Commands', management],
    ['Swarm Commands', swarm],
    ['Commands', operations],
  ] as const;
  return sections.flatMap(([title, entries]) => (entries.length === 0 ? [] : [`${title}:\n${entries.map(commandLine).join('\n')}`]));
}

function commandLine(entry: Pick<Command, 'name' | 'short' | 'listed' | 'plugin'>): string {
  return `  ${`${entry.name}${entry.plugin ? '*' : ''}`.padEnd(padding)} ${entry.listed ?? entry.short}`;
}
