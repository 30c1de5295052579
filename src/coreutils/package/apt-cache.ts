import { isHostPackage } from './host-packages.ts';
import { rawProgram } from '../program/index.ts';
import { Available, type Offer } from './available.ts';
import type { Paragraph } from './control.ts';
import { AptError, aptSize, FrontEnd } from './front-end.ts';
import { parseRelations } from './relation.ts';
import { matchGlob } from '../files/glob.ts';

export const aptCache = rawProgram('apt-cache', async (tool, words) => {
  const given = words.filter((word) => !word.startsWith('-'));
  const front = new FrontEnd(tool, 0, 'apt-cache');
  const [command, ...names] = given;
  try {
    switch (command) {
      case undefined: throw new AptError('Invalid operation');
      case 'search': return await search(front, names, false, words.includes('-n') || words.includes('--names-only'));
      case 'show': return await show(front, names, false);
      case 'policy': case 'madison': return policy(front, names);
      case 'depends': case 'rdepends': return relations(front, names, command);
      case 'pkgnames': {
        const prefix = names[0] ?? '';
        for (const name of [...new Available(tool.process).offers.keys()].filter((one) => one.startsWith(prefix)).sort()) tool.out.write(`${name}\n`);
        return 0;
      }
      case 'stats': case 'gencaches': return 0;
      default: throw new AptError(`Invalid operation ${command}`);
    }
  } catch (error) {
    if (error instanceof AptError) return await front.fail(error);
    throw error;
  }
}, 100);

export const aptMark = rawProgram('apt-mark', async (tool, words) => {
  const front = new FrontEnd(tool, 0, 'apt-get');
  const [command] = words;
  if (command === 'showmanual' || command === 'showauto') {
    const states = tool.process.exists('/var/lib/apt/extended_states') ? tool.process.readTextFile('/var/lib/apt/extended_states') : '';
    const automatic = new Set([...states.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
    for (const name of [...front.database.packages.keys()].sort()) if (front.database.installed(name) && automatic.has(name) === (command === 'showauto')) tool.out.write(`${name}\n`);
    return 0;
  }
  if (command === 'hold' || command === 'unhold') {
    for (const name of words.slice(1)) tool.out.write(command === 'hold' ? `${name} set on hold.\n` : `Canceled hold on ${name}.\n`);
    return 0;
  }
  return await front.fail(new AptError(`Invalid operation ${command ?? ''}`.trim()));
}, 100);

function summaryOf(paragraph: Paragraph): string {
  return (paragraph.get('Description') ?? paragraph.get('Description-en') ?? '').split('\n')[0] ?? '';
}

/** Installed and offered packages, sorted by name. */
function everything(front: FrontEnd, available: Available): { name: string; paragraph: Paragraph; offer: Offer | undefined }[] {
  const names = new Set([...available.offers.keys(), ...[...front.database.packages.keys()].filter((name) => front.database.installed(name))]);
  return [...names].sort().map((name) => {
    const offer = available.candidate(name);
    return { name, offer, paragraph: offer?.paragraph ?? front.database.packages.get(name) ?? new Map<string, string>() };
  });
}

/** `apt search` and `apt-cache search`. */
export async function search(front: FrontEnd, patterns: readonly string[], long: boolean, namesOnly: boolean): Promise<number> {
  if (patterns.length === 0) throw new AptError('You must give at least one search pattern');
  const regexes = patterns.map((pattern) => new RegExp(pattern, 'i'));
  if (long) {
    await front.progress('Sorting');
    await front.progress('Full Text Search');
  }
  for (const { name, paragraph, offer } of everything(front, new Available(front.process))) {
    const description = paragraph.get('Description') ?? '';
    if (!regexes.every((regex) => regex.test(name) || (!namesOnly && regex.test(description)))) continue;
    if (long) front.tool.out.write(`${listLine(front, name, offer, paragraph)}\n  ${summaryOf(paragraph)}\n\n`);
    else front.tool.out.write(`${name} - ${summaryOf(paragraph)}\n`);
  }
  return 0;
}

function listLine(front: FrontEnd, name: string, offer: Offer | undefined, paragraph: Paragraph): string {
  const installed = front.database.version(name);
  const version = offer?.version ?? installed ?? '';
  const suites = [...(offer ? [offer.source.suite] : isHostPackage(name) ? ['trixie'] : []), ...(installed !== undefined ? ['now'] : [])].join(',');
  return `${name}/${suites} ${version} ${paragraph.get('Architecture') ?? ''}${installed === undefined ? '' : offer || isHostPackage(name) ? ' [installed]' : ' [installed,local]'}`;
}

/** `apt list`. */
export async function listPackages(front: FrontEnd, patterns: readonly string[], which: { installed: boolean; upgradable: boolean }): Promise<number> {
  front.say('Listing...');
  await front.tool.out.flush();
  for (const { name, paragraph, offer } of everything(front, new Available(front.process))) {
    if (patterns.length && !patterns.some((pattern) => matchGlob(pattern, name))) continue;
    const installed = front.database.version(name);
    if (which.installed && installed === undefined) continue;
    if (which.upgradable && (installed === undefined || !offer || offer.version === installed)) continue;
    front.tool.out.write(`${listLine(front, name, offer, paragraph)}\n`);
  }
  return 0;
}

/** `apt show` and `apt-cache show`. */
export async function show(front: FrontEnd, names: readonly string[], friendly: boolean): Promise<number> {
  const available = new Available(front.process);
  let found = 0;
  for (const name of names) {
    const paragraph = available.candidate(name)?.paragraph ?? front.database.packages.get(name);
    if (!paragraph) {
      await front.warn(`Unable to locate package ${name}`);
      continue;
    }
    found++;
    for (const [field, value] of paragraph) {
      if (friendly && /^(Filename|MD5sum|SHA\d+|Status|Description-md5|Multi-Arch)$/.test(field)) continue;
      if (friendly && field === 'Installed-Size') front.tool.out.write(`${field}: ${aptSize(Number(value) * 1024)}\n`);
      else if (friendly && field === 'Size') front.tool.out.write(`Download-Size: ${aptSize(Number(value))}\n`);
      else front.tool.out.write(`${field}: ${value}\n`);
    }
    front.tool.out.write('\n');
  }
  if (found === 0) throw new AptError('No packages found');
  return 0;
}

function policy(front: FrontEnd, names: readonly string[]): number {
  const available = new Available(front.process);
  for (const name of names) {
    const installed = front.database.version(name);
    const offers = available.offers.get(name) ?? [];
    if (installed === undefined && offers.length === 0) continue;
    front.tool.out.write(`${name}:\n  Installed: ${installed ?? '(none)'}\n  Candidate: ${offers[0]?.version ?? installed ?? '(none)'}\n  Version table:\n`);
    const versions = [...new Set([...offers.map((offer) => offer.version), ...(installed === undefined ? [] : [installed])])];
    for (const version of versions) {
      front.tool.out.write(version === installed ? ` *** ${version} ${offers.some((offer) => offer.version === version) ? 500 : 100}\n` : `     ${version} 500\n`);
      for (const offer of offers.filter((one) => one.version === version)) front.tool.out.write(`        500 ${offer.source.uri} ${offer.source.suite}/${offer.component} amd64 Packages\n`);
      if (version === installed) front.tool.out.write('        100 /var/lib/dpkg/status\n');
    }
  }
  return 0;
}

function relations(front: FrontEnd, names: readonly string[], command: string): number {
  const available = new Available(front.process);
  for (const name of names) {
    const paragraph = available.candidate(name)?.paragraph ?? front.database.packages.get(name);
    if (!paragraph) throw new AptError('No packages found');
    front.tool.out.write(`${name}\n`);
    if (command === 'rdepends') {
      front.tool.out.write('Reverse Depends:\n');
      for (const one of everything(front, available)) if (parseRelations(one.paragraph.get('Depends')).flat().some((relation) => relation.name === name)) front.tool.out.write(`  ${one.name}\n`);
      continue;
    }
    for (const field of ['Pre-Depends', 'Depends', 'Conflicts', 'Breaks', 'Suggests', 'Recommends', 'Replaces']) {
      for (const group of parseRelations(paragraph.get(field))) group.forEach((relation, index) => front.tool.out.write(` ${index < group.length - 1 ? '|' : ' '}${field.replace('Pre-Depends', 'PreDepends')}: ${relation.name}\n`));
    }
  }
  return 0;
}
