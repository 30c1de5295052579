import { sha256Hex } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { localTime, strftime, timeZoneOf } from '../program/index.ts';
import { Acquirer } from './acquire.ts';
import type { Available, Offer } from './available.ts';
import { confirmed, installedSize, type InstallSettings, lockDpkg, readState, summary } from './change.ts';
import { makeFolders, readIfThere, shownName } from './database.ts';
import { openDeb } from './deb-file.ts';
import { AptError, aptSize, aptTime, type FrontEnd, wrapNames } from './front-end.ts';
import { Installer, ScriptError } from './installer.ts';
import { type Plan, planInstall } from './plan.ts';
import type { Paragraph } from './control.ts';
import { preconfigure } from './preconfigure.ts';
import { matchGlob } from '../files/glob.ts';

const archives = '/var/cache/apt/archives';

/** `apt-get install`. */
export async function install(front: FrontEnd, words: readonly string[], settings: InstallSettings): Promise<number> {
  if (!settings.simulate) lockDpkg(front);
  const available = await readState(front);
  const offers: Offer[] = [];
  const errors: string[] = [];
  const local = new Map<string, string>();
  for (const word of words) {
    if (word.includes('/') && /\.deb$/.test(word)) {
      const offer = localOffer(front, word, errors);
      if (offer) {
        offers.push(offer);
        local.set(offer.name, word);
      }
      continue;
    }
    const offer = findOffer(front, available, word, errors);
    if (Array.isArray(offer)) offers.push(...offer);
    else if (offer) offers.push(offer);
  }
  if (errors.length) throw new AptError(...errors);
  const plan = planInstall(front.database, available, offers, settings);
  for (const { name, version } of plan.newest) front.say(`${name} is already the newest version (${version}).`);
  if (plan.broken.length) {
    front.tool.out.write(`Some packages could not be installed. This may mean that you have\nrequested an impossible situation or if you are using the unstable\ndistribution that some required packages have not yet been created\nor been moved out of Incoming.\nThe following information may help to resolve the situation:\n\nThe following packages have unmet dependencies:\n${plan.broken.join('\n')}\n`);
    throw new AptError('Unable to correct problems, you have held broken packages.');
  }
  markAutomatic(front, plan, words);
  return await apply(front, plan, settings, local);
}

/** `apt-get upgrade`. */
export async function upgrade(front: FrontEnd, settings: InstallSettings): Promise<number> {
  if (!settings.simulate) lockDpkg(front);
  const available = await readState(front);
  await front.progress('Calculating upgrade');
  const offers = [...front.database.packages.keys()].flatMap((name) => {
    const offer = available.candidate(name);
    return front.database.installed(name) && offer ? [offer] : [];
  });
  const plan = planInstall(front.database, available, offers, { ...settings, recommends: false });
  plan.newest = [];
  return await apply(front, plan, settings, new Map());
}

function localOffer(front: FrontEnd, path: string, errors: string[]): Offer | undefined {
  try {
    const { control } = openDeb(front.process.readFile(path), path);
    return { name: control.get('Package') ?? '', version: control.get('Version') ?? '', paragraph: control, source: { uri: path, suite: '', components: [], trusted: true }, component: '' };
  } catch (error) {
    errors.push(isSystemError(error) ? `Unsupported file ${path} given on commandline` : `Invalid archive signature`);
    return undefined;
  }
}

function findOffer(front: FrontEnd, available: Available, word: string, errors: string[]): Offer | Offer[] | undefined {
  const [, name = word, version, suite] = /^([^=/:]+)(?::\w+)?(?:=(.+))?(?:\/(.+))?$/.exec(word) ?? [];
  const offers = available.offers.get(name);
  if (offers) {
    if (version !== undefined) {
      const exact = offers.find((offer) => offer.version === version || matchGlob(version, offer.version));
      if (!exact) errors.push(`Version '${version}' for '${name}' was not found`);
      return exact;
    }
    if (suite !== undefined) {
      const exact = offers.find((offer) => offer.source.suite === suite);
      if (!exact) errors.push(`Release '${suite}' for '${name}' was not found`);
      return exact;
    }
    return offers[0];
  }
  const installed = front.database.installed(name);
  if (installed) return { name, version: installed.get('Version') ?? '', paragraph: installed, source: { uri: '', suite: '', components: [], trusted: true }, component: '' };
  const providers = available.providers(name);
  const [only] = providers;
  if (providers.length === 1 && only) {
    front.say(`Note, selecting '${only.name}' instead of '${name}'`);
    return only;
  }
  if (providers.length > 1) {
    front.tool.out.write(`Package ${name} is a virtual package provided by:\n${providers.map((offer) => `  ${offer.name} ${offer.version}\n`).join('')}You should explicitly select one to install.\n\n`);
    errors.push(`Package '${name}' has no installation candidate`);
    return undefined;
  }
  const glob = /[*?]/.test(name) ? [...available.offers.values()].flatMap(([first]) => (first && matchGlob(name, first.name) ? [first] : [])) : [];
  if (glob.length) return glob;
  const mentioned = [...front.database.packages.values(), ...[...available.offers.values()].flatMap(([first]) => (first ? [first.paragraph] : []))].some((paragraph) => ['Depends', 'Recommends', 'Suggests', 'Replaces'].some((field) => new RegExp(`(^|[ ,|])${name.replace(/[+.]/g, '\\$&')}([ ,|:(]|$)`).test(paragraph.get(field) ?? '')));
  if (mentioned && available.offers.size > 0 && !/[*?]/.test(name)) {
    front.tool.out.write(`Package ${name} is not available, but is referred to by another package.\nThis may mean that the package is missing, has been obsoleted, or\nis only available from another source\n\n`);
    errors.push(`Package '${name}' has no installation candidate`);
    return undefined;
  }
  errors.push(`Unable to locate package ${word}`);
  if (/[.]/.test(name)) errors.push(`Couldn't find any package by glob '${name}'`);
  return undefined;
}

/** Notes which packages came only because others need them. */
function markAutomatic(front: FrontEnd, plan: Plan, words: readonly string[]): void {
  front.pendingAutomatic = plan.install.filter((offer) => !plan.wanted.has(offer.name) && !front.database.installed(offer.name)).map((offer) => offer.name);
  front.pendingManual = [...plan.wanted];
  front.commandWords = words;
}

async function apply(front: FrontEnd, plan: Plan, settings: InstallSettings, local: ReadonlyMap<string, string>): Promise<number> {
  const { tool, database, process } = front;
  const names = (offers: readonly Offer[]): string[] => offers.map((offer) => offer.name).sort();
  const fresh = plan.install.filter((offer) => !database.installed(offer.name));
  const upgraded = plan.install.filter((offer) => database.installed(offer.name));
  const extra = fresh.filter((offer) => !plan.wanted.has(offer.name));
  if (front.quiet < 2) {
    if (front.modern) {
      if (upgraded.length) tool.out.write(`${wrapNames('Upgrading:', names(upgraded))}\n`);
      const asked = fresh.filter((offer) => plan.wanted.has(offer.name));
      if (asked.length) tool.out.write(`${wrapNames('Installing:', names(asked))}\n`);
      if (extra.length) tool.out.write(`${wrapNames('Installing dependencies:', names(extra))}\n`);
      if (plan.suggested.length) tool.out.write(`${wrapNames('Suggested packages:', plan.suggested)}\n`);
      if (plan.recommended.length) tool.out.write(`${wrapNames('Recommended packages:', plan.recommended)}\n`);
      if (plan.remove.length) tool.out.write(`${wrapNames('REMOVING:', plan.remove)}\n`);
    } else {
      if (extra.length) tool.out.write(wrapNames('The following additional packages will be installed:', names(extra)));
      if (plan.suggested.length) tool.out.write(wrapNames('Suggested packages:', plan.suggested));
      if (plan.recommended.length) tool.out.write(wrapNames('Recommended packages:', plan.recommended));
      if (plan.remove.length) tool.out.write(wrapNames('The following packages will be REMOVED:', plan.remove));
      if (fresh.length) tool.out.write(wrapNames('The following NEW packages will be installed:', names(fresh)));
      if (upgraded.length) tool.out.write(wrapNames('The following packages will be upgraded:', names(upgraded)));
    }
  }
  summary(front, upgraded.length, fresh.length, plan.remove.length, 0);
  if (plan.install.length === 0) return 0;
  if (settings.simulate) {
    for (const verb of ['Inst', 'Conf']) for (const offer of plan.install) tool.out.write(`${verb} ${offer.name} (${offer.version} ${offer.source.suite} [${offer.paragraph.get('Architecture')}])\n`);
    return 0;
  }
  const archive = (offer: Offer): string => local.get(offer.name) ?? `${archives}/${offer.name}_${offer.version.replaceAll(':', '%3a')}_${offer.paragraph.get('Architecture')}.deb`;
  const size = (offer: Offer): number => Number(offer.paragraph.get('Size') ?? 0);
  const total = plan.install.reduce((sum, offer) => sum + size(offer), 0);
  const present = plan.install.filter((offer) => local.has(offer.name) || sameSize(front, archive(offer), size(offer)));
  const missing = plan.install.filter((offer) => !present.includes(offer));
  const needed = missing.reduce((sum, offer) => sum + size(offer), 0);
  const growth = plan.install.reduce((sum, offer) => sum + installedSize(offer.paragraph) - installedSize(database.installed(offer.name)), 0);
  if (front.modern) {
    const free = process.statfs('/').free;
    front.say(`  Download size: ${needed === total ? '' : `${aptSize(needed)} / `}${aptSize(total)}\n  Space needed: ${aptSize(growth)} / ${aptSize(free)} available\n`);
  } else {
    front.say(`Need to get ${needed === total ? '' : `${aptSize(needed).replace('0.0 B', '0 B')}/`}${aptSize(total)} of archives.`);
    if (growth >= 0) front.say(`After this operation, ${aptSize(growth)} of additional disk space will be used.`);
    else front.say(`After this operation, ${aptSize(-growth)} disk space will be freed.`);
  }
  const alone = extra.length === 0 && plan.remove.length === 0 && fresh.length + upgraded.length <= plan.wanted.size;
  if (!alone && !(await confirmed(front, settings))) return 1;
  await download(front, missing, archive);
  if (settings.downloadOnly) {
    front.say('Download complete and in download only mode');
    return 0;
  }
  await preconfigure(front, plan.install.map(archive));
  return await run(front, plan, archive);
}

function sameSize(front: FrontEnd, path: string, size: number): boolean {
  try {
    return front.process.stat(path).size === size;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

async function download(front: FrontEnd, offers: readonly Offer[], archive: (offer: Offer) => string): Promise<void> {
  if (offers.length === 0) return;
  const { process, tool } = front;
  makeFolders(process, `${archives}/partial`);
  const acquirer = new Acquirer(process);
  const errors: string[] = [];
  try {
    for (const [index, offer] of offers.entries()) {
      const { uri, suite } = offer.source;
      const url = `${uri}/${offer.paragraph.get('Filename')}`;
      const line = `${index + 1} ${uri} ${suite}/${offer.component} amd64 ${offer.name} ${offer.paragraph.get('Architecture')} ${offer.version}`;
      const got = await acquirer.fetch(url);
      if (got.kind !== 'ok') {
        front.say(`Err:${line}`);
        const message = got.kind === 'failed' ? got.message : '';
        front.say(`  ${message}`);
        errors.push(`Failed to fetch ${url}  ${message}`);
        continue;
      }
      front.say(`Get:${line} [${aptSize(got.bytes.length)}]`);
      await tool.out.flush();
      const hash = offer.paragraph.get('SHA256');
      if (hash !== undefined && sha256Hex(got.bytes) !== hash) {
        errors.push(`Failed to fetch ${url}  Hash Sum mismatch`);
        continue;
      }
      process.writeFile(archive(offer), got.bytes, { mode: 0o644 });
    }
  } finally {
    acquirer.close();
  }
  if (errors.length) throw new AptError(...errors, 'Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?');
  const took = process.clock.now() - acquirer.started;
  front.fetched = `Fetched ${aptSize(acquirer.fetchedBytes)} in ${aptTime(took)} (${aptSize(acquirer.fetchedBytes / Math.max(took / 1000, 0.001))}/s)`;
}

async function run(front: FrontEnd, plan: Plan, archive: (offer: Offer) => string): Promise<number> {
  const { tool, database } = front;
  if (front.fetched !== undefined) front.say(front.fetched);
  await tool.out.flush();
  const installer = new Installer(tool, database, '\r\n');
  const failures: string[] = [];
  const unpacked: Paragraph[] = [];
  const numbered = plan.install.length >= 5;
  for (const name of plan.remove) {
    const paragraph = database.packages.get(name);
    if (paragraph) await installer.remove(paragraph, false);
  }
  for (const [index, offer] of plan.install.entries()) {
    const path = archive(offer);
    const digits = String(plan.install.length - 1).length;
    const shown = numbered ? `/tmp/apt-dpkg-install-XXXXXX/${String(index).padStart(digits, '0')}-${path.slice(path.lastIndexOf('/') + 1)}` : path;
    try {
      unpacked.push(await installer.unpack(path, shown));
    } catch (error) {
      if (!(error instanceof ScriptError) && !isSystemError(error)) throw error;
      await tool.out.flush();
      await tool.errorText(`dpkg: error processing archive ${shown} (--unpack):\r\n ${error.message}\r\n`);
      failures.push(path);
    }
  }
  for (const paragraph of unpacked) {
    try {
      await installer.configure(paragraph);
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
      await tool.out.flush();
      await tool.errorText(`dpkg: error processing package ${shownName(paragraph)} (--configure):\r\n ${error.message}\r\n`);
      paragraph.set('Status', 'install ok half-configured');
      database.save();
      failures.push(shownName(paragraph));
    }
  }
  installer.trigger(unpacked);
  await tool.out.flush();
  saveStates(front);
  writeHistory(front, plan);
  if (failures.length) {
    await tool.errorText(`Errors were encountered while processing:\r\n${failures.map((name) => ` ${name}\r\n`).join('')}`);
    throw new AptError('Sub-process /usr/bin/dpkg returned an error code (1)');
  }
  return 0;
}

function saveStates(front: FrontEnd): void {
  const path = '/var/lib/apt/extended_states';
  let text = readIfThere(front.process, path);
  for (const name of front.pendingManual) text = text.replace(new RegExp(`^Package: ${name.replace(/[+.]/g, '\\$&')}\\n(?:.+\\n)*\\n`, 'm'), '');
  for (const name of front.pendingAutomatic) text += `Package: ${name}\nArchitecture: ${front.database.packages.get(name)?.get('Architecture') ?? 'amd64'}\nAuto-Installed: 1\n\n`;
  makeFolders(front.process, '/var/lib/apt');
  front.process.writeFile(path, text);
}

function writeHistory(front: FrontEnd, plan: Plan): void {
  const { process } = front;
  makeFolders(process, '/var/log/apt');
  const now = strftime('%Y-%m-%d  %H:%M:%S', localTime(process.clock.now(), timeZoneOf(process)));
  const packages = plan.install.map((offer) => `${offer.name}:${offer.paragraph.get('Architecture') === 'all' ? 'amd64' : offer.paragraph.get('Architecture')} (${offer.version}${plan.wanted.has(offer.name) ? '' : ', automatic'})`).join(', ');
  process.writeFile('/var/log/apt/history.log', `\nStart-Date: ${now}\nCommandline: ${process.argv.join(' ')}\nInstall: ${packages}\nEnd-Date: ${now}\n`, { append: true });
}

