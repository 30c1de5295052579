import { matchGlob } from '../files/glob.ts';
import { LineReader } from '../program/index.ts';
import { confirmed, installedSize, type InstallSettings, lockDpkg, readState, summary } from './change.ts';
import { readIfThere } from './database.ts';
import { AptError, aptSize, type FrontEnd, wrapNames } from './front-end.ts';
import { Installer } from './installer.ts';
import { dependants } from './plan.ts';

/** `apt-get remove` and `purge`. */
export async function remove(front: FrontEnd, words: readonly string[], settings: InstallSettings, purge: boolean): Promise<number> {
  if (!settings.simulate) lockDpkg(front);
  const available = await readState(front);
  const names: string[] = [];
  const errors: string[] = [];
  for (const word of words) {
    const name = word.replace(/[:=].*/, '');
    const paragraph = front.database.packages.get(name);
    if (front.database.installed(name) || (purge && paragraph)) names.push(name);
    else if (available.offers.has(name)) front.say(`Package '${name}' is not installed, so not removed`);
    else {
      const matches = /[*?]/.test(name) ? [...front.database.packages.keys()].filter((one) => matchGlob(name, one) && front.database.installed(one)) : [];
      if (matches.length) names.push(...matches);
      else errors.push(`Unable to locate package ${word}`);
    }
  }
  if (errors.length) throw new AptError(...errors);
  const all = [...new Set([...names, ...dependants(front.database, names)])];
  return await applyRemoval(front, all, settings, purge);
}

/** `apt-get autoremove`. */
export async function autoremove(front: FrontEnd, settings: InstallSettings, purge: boolean): Promise<number> {
  if (!settings.simulate) lockDpkg(front);
  await readState(front);
  return await applyRemoval(front, unneeded(front), settings, purge);
}

/** Packages that came automatically and that nothing needs any more. */
function unneeded(front: FrontEnd): string[] {
  const automatic = new Set([...readIfThere(front.process, '/var/lib/apt/extended_states').matchAll(/^Package: (\S+)\n(?:.+\n)*?Auto-Installed: 1/gm)].map((match) => match[1] ?? ''));
  const result: string[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (const name of automatic) {
      if (result.includes(name) || !front.database.installed(name)) continue;
      const needed = [...front.database.packages.values()].some((paragraph) => !result.includes(paragraph.get('Package') ?? '') && paragraph.get('Package') !== name && front.database.installed(paragraph.get('Package') ?? '')
        && ['Depends', 'Pre-Depends', 'Recommends'].some((field) => new RegExp(`(^|[ ,|])${name.replace(/[+.]/g, '\\$&')}([ ,|:(]|$)`).test(paragraph.get(field) ?? '')));
      if (needed) continue;
      result.push(name);
      changed = true;
    }
  }
  return result;
}

async function applyRemoval(front: FrontEnd, names: string[], settings: InstallSettings, purge: boolean): Promise<number> {
  const { tool, database } = front;
  const sorted = [...names].sort();
  const size = sorted.reduce((sum, name) => sum + installedSize(database.installed(name)), 0);
  if (sorted.length) {
    if (front.modern) front.say(wrapNames('REMOVING:', sorted.map((name) => (purge ? `${name}*` : name))));
    else if (front.quiet < 2) tool.out.write(wrapNames('The following packages will be REMOVED:', sorted.map((name) => (purge ? `${name}*` : name))));
  }
  const essential = sorted.filter((name) => database.packages.get(name)?.get('Essential') === 'yes');
  if (essential.length) {
    tool.out.write(`${wrapNames('WARNING: The following essential packages will be removed.\nThis should NOT be done unless you know exactly what you are doing!', essential)}`);
  }
  summary(front, 0, 0, sorted.length, 0);
  if (sorted.length === 0) return 0;
  if (settings.simulate) {
    for (const name of sorted) tool.out.write(`${purge ? 'Purg' : 'Remv'} ${name} [${database.version(name) ?? ''}]\n`);
    return 0;
  }
  if (size > 0 && !front.modern) front.say(`After this operation, ${aptSize(size)} disk space will be freed.`);
  if (essential.length) {
    tool.out.write('You are about to do something potentially harmful.\nTo continue type in the phrase \'Yes, do as I say!\'\n ?] ');
    await tool.out.flush();
    const answer = settings.yes ? undefined : await new LineReader(front.process, 0).next();
    if (answer !== 'Yes, do as I say!') throw new AptError(settings.yes ? 'Essential packages were removed and -y was used without --allow-remove-essential.' : 'Aborting.');
  } else if (!(await confirmed(front, settings))) return 1;
  const installer = new Installer(tool, database, '\r\n');
  for (const name of sorted) {
    const paragraph = database.packages.get(name);
    if (paragraph) await installer.remove(paragraph, purge);
  }
  await tool.out.flush();
  return 0;
}
