import { rawProgram, type Tool } from '../program/index.ts';
import { matchGlob } from '../files/glob.ts';
import { unescape } from '../system/printf-format.ts';
import { formatParagraph, type Paragraph } from './control.ts';
import { Database, shownName } from './database.ts';

export const dpkgQuery = rawProgram('dpkg-query', async (tool, words) => {
  const database = new Database(tool.process);
  const names = words.filter((word) => !word.startsWith('-'));
  let format = '${binary:Package}\t${Version}\n';
  const at = words.findIndex((word) => word === '-f' || word.startsWith('-f=') || word.startsWith('--showformat') || /^-f./.test(word));
  if (at >= 0) {
    const word = words[at] ?? '';
    if (word === '-f') {
      format = words[at + 1] ?? '';
      names.splice(names.indexOf(format), names.includes(format) ? 1 : 0);
    } else format = word.replace(/^-f=?|^--showformat=/, '');
  }
  const action = words.find((word) => /^-[lWLSsp]|^--(list|show|listfiles|search|status)$/.test(word));
  switch (action?.replace(/^--/, '').charAt(action.startsWith('--') ? 0 : 1)) {
    case 'l': return action === '--listfiles' ? await queryList(tool, database, names) : await listTable(tool, database, names);
    case 'L': return await queryList(tool, database, names);
    case 'S': return await queryOwners(tool, database, names);
    case 'W': return await showFormat(tool, database, names, format);
    case 's': return action === '--show' ? await showFormat(tool, database, names, format) : action === '--search' ? await queryOwners(tool, database, names) : await queryStatus(tool, database, names);
    default:
      await tool.errorText('dpkg-query: error: need an action option\n\nUse --help for help about querying packages.\n');
      return 2;
  }
}, 2);

const states: Record<string, string> = { 'not-installed': 'n', 'config-files': 'c', 'half-installed': 'H', unpacked: 'U', 'half-configured': 'F', 'triggers-awaited': 'W', 'triggers-pending': 't', installed: 'i' };

function abbreviation(paragraph: Paragraph): string {
  const [want = '', , state = ''] = (paragraph.get('Status') ?? '').split(' ');
  return `${{ unknown: 'u', install: 'i', hold: 'h', deinstall: 'r', purge: 'p' }[want] ?? 'u'}${states[state] ?? 'n'} `;
}

function sorted(database: Database): [string, Paragraph][] {
  return [...database.packages].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `dpkg -l`. */
export async function listTable(tool: Tool, database: Database, patterns: string[]): Promise<number> {
  const rows: Paragraph[] = [];
  let status = 0;
  const missing: string[] = [];
  if (patterns.length === 0) rows.push(...sorted(database).map(([, paragraph]) => paragraph));
  for (const pattern of patterns) {
    const found = sorted(database).filter(([name]) => matchGlob(pattern, name));
    if (found.length === 0) missing.push(pattern);
    rows.push(...found.map(([, paragraph]) => paragraph));
  }
  if (rows.length) {
    const cells = rows.map((paragraph) => [abbreviation(paragraph), shownName(paragraph), paragraph.get('Version') ?? '', paragraph.get('Architecture') ?? '', (paragraph.get('Description') ?? '').split('\n')[0] ?? '']);
    const terminal = tool.process.isatty(1);
    const width = Number(tool.process.env['COLUMNS'] ?? (terminal ? tool.process.windowSize(1).columns : 0)) || (terminal ? 80 : 0);
    const longest = (column: number, least: number): number => Math.max(least, ...cells.map((row) => row[column]?.length ?? 0));
    const widths = [longest(1, 14), longest(2, 12), longest(3, 12), longest(4, terminal ? 33 : 33)];
    if (width > 0) widths[3] = Math.max(10, width - 7 - (widths[0] ?? 0) - (widths[1] ?? 0) - (widths[2] ?? 0));
    const line = (first: string, row: string[]): string => `${first} ${row.map((cell, index) => (index === row.length - 1 ? cell.slice(0, widths[index]) : cell.slice(0, widths[index]).padEnd(widths[index] ?? 0))).join(' ')}\n`;
    tool.out.write('Desired=Unknown/Install/Remove/Purge/Hold\n| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend\n|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)\n');
    tool.out.write(line('||/', ['Name', 'Version', 'Architecture', 'Description']));
    tool.out.write(`+++-${widths.map((size) => '='.repeat(size)).join('-')}\n`);
    for (const [first = '', ...row] of cells) tool.out.write(line(first, row));
  }
  await tool.out.flush();
  for (const pattern of missing) {
    await tool.errorText(`dpkg-query: no packages found matching ${pattern}\n`);
    status = 1;
  }
  return status;
}

/** `dpkg -s`. */
export async function queryStatus(tool: Tool, database: Database, names: string[]): Promise<number> {
  let status = 0;
  for (const [index, name] of names.entries()) {
    const paragraph = database.packages.get(name.replace(/:.*/, ''));
    if (paragraph) tool.out.write(`${index ? '\n' : ''}${formatParagraph(paragraph)}`);
    else {
      await tool.errorText(`dpkg-query: package '${name}' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.\n`);
      status = 1;
    }
  }
  return status;
}

/** `dpkg -L`. */
export async function queryList(tool: Tool, database: Database, names: string[]): Promise<number> {
  let status = 0;
  for (const name of names) {
    const paragraph = database.packages.get(name.replace(/:.*/, ''));
    if (!paragraph) {
      await tool.errorText(`dpkg-query: package '${name}' is not installed\nUse dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n`);
      status = 1;
      continue;
    }
    const files = database.filesOf(paragraph);
    if (files.length) tool.out.write(`${files.join('\n')}\n`);
    else tool.out.write(`Package '${name}' does not contain any files (!)\n`);
  }
  return status;
}

/** `dpkg -S`. */
export async function queryOwners(tool: Tool, database: Database, patterns: string[]): Promise<number> {
  let status = 0;
  for (const pattern of patterns) {
    const glob = /[*?[]/.test(pattern) ? pattern : pattern.startsWith('/') ? undefined : `*${pattern}*`;
    const owners = new Map<string, string[]>();
    for (const [, paragraph] of sorted(database)) {
      for (const path of database.filesOf(paragraph)) {
        if (glob === undefined ? path !== pattern : !matchGlob(glob, path)) continue;
        owners.set(path, [...(owners.get(path) ?? []), shownName(paragraph)]);
      }
    }
    for (const [path, packages] of owners) tool.out.write(`${packages.join(', ')}: ${path}\n`);
    if (owners.size === 0) {
      await tool.errorText(`dpkg-query: no path found matching pattern ${pattern}\n`);
      status = 1;
    }
  }
  return status;
}

/** `dpkg-query -W -f`. */
export async function showFormat(tool: Tool, database: Database, names: string[], format: string): Promise<number> {
  let status = 0;
  const show = (paragraph: Paragraph): string => unescape(format.replace(/\$\{([\w:.-]+)(?:;(-?\d+))?\}/g, (_, field: string, width: string | undefined) => {
    const special: Record<string, string> = {
      'binary:Package': shownName(paragraph), 'db:Status-Abbrev': abbreviation(paragraph), 'binary:Summary': (paragraph.get('Description') ?? '').split('\n')[0] ?? '', 'db:Status-Status': (paragraph.get('Status') ?? '').split(' ')[2] ?? '',
    };
    const value = special[field] ?? paragraph.get(field) ?? [...paragraph].find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1] ?? '';
    return width === undefined ? value : width.startsWith('-') ? value.padEnd(-Number(width)) : value.padStart(Number(width));
  }), 'format').text;
  if (names.length === 0) for (const [, paragraph] of sorted(database)) tool.out.write(show(paragraph));
  for (const name of names) {
    const found = sorted(database).filter(([one]) => matchGlob(name.replace(/:.*/, ''), one));
    for (const [, paragraph] of found) tool.out.write(show(paragraph));
    if (found.length === 0) {
      await tool.errorText(`dpkg-query: no packages found matching ${name}\n`);
      status = 1;
    }
  }
  return status;
}
