import type { Available, Offer } from './available.ts';
import type { Paragraph } from './control.ts';
import type { Database } from './database.ts';
import { parseRelations, type Relation } from './relation.ts';
import { compareVersions, satisfies } from './version.ts';

/** What an install changes. */
export interface Plan {
  /** New and upgraded packages, what others need first. */
  install: Offer[];
  /** Names asked for. */
  wanted: Set<string>;
  /** Names asked for that are installed in their newest version. */
  newest: { name: string; version: string }[];
  remove: string[];
  suggested: string[];
  /** Recommended packages that are not installed. */
  recommended: string[];
  /** Unmet dependencies in words; then nothing can be done. */
  broken: string[];
}

/** Whether a relation holds with what is installed. */
export function isMet(database: Database, relation: Relation): boolean {
  const version = database.version(relation.name);
  if (version !== undefined && (!relation.operator || satisfies(version, relation.operator, relation.version ?? ''))) return true;
  for (const paragraph of database.packages.values()) {
    if (!paragraph.has('Provides') || !database.installed(paragraph.get('Package') ?? '')) continue;
    for (const [provided] of parseRelations(paragraph.get('Provides'))) {
      if (provided?.name !== relation.name) continue;
      if (!relation.operator || (provided.version !== undefined && satisfies(provided.version, relation.operator, relation.version ?? ''))) return true;
    }
  }
  return false;
}

/** Works out what installing `offers` takes. */
export function planInstall(database: Database, available: Available, offers: readonly Offer[], settings: { recommends: boolean; suggests: boolean; reinstall: boolean; onlyUpgrade?: boolean }): Plan {
  const plan: Plan = { install: [], wanted: new Set(offers.map((offer) => offer.name)), newest: [], remove: [], suggested: [], recommended: [], broken: [] };
  const chosen = new Map<string, Offer>();
  const add = (offer: Offer, chain: string[]): void => {
    if (chosen.has(offer.name)) return;
    chosen.set(offer.name, offer);
    for (const field of ['Pre-Depends', 'Depends']) {
      for (const group of parseRelations(offer.paragraph.get(field))) need(offer, group, field, chain);
    }
    if (settings.recommends) for (const group of parseRelations(offer.paragraph.get('Recommends'))) need(offer, group, 'Recommends', chain);
    for (const [conflict] of [...parseRelations(offer.paragraph.get('Conflicts')), ...parseRelations(offer.paragraph.get('Breaks'))]) {
      if (!conflict || conflict.name === offer.name) continue;
      const version = database.version(conflict.name);
      if (version !== undefined && (!conflict.operator || satisfies(version, conflict.operator, conflict.version ?? '')) && !plan.remove.includes(conflict.name)) plan.remove.push(conflict.name);
    }
    plan.install.push(offer);
  };
  const planned = (relation: Relation): boolean => [...chosen.values()].some((offer) => {
    if (offer.name === relation.name) return !relation.operator || satisfies(offer.version, relation.operator, relation.version ?? '');
    return parseRelations(offer.paragraph.get('Provides')).some(([provided]) => provided?.name === relation.name);
  });
  const need = (offer: Offer, group: Relation[], field: string, chain: string[]): void => {
    if (group.some((relation) => isMet(database, relation) || planned(relation))) return;
    const wantedFirst = group.flatMap((relation) => available.satisfying(relation));
    const pick = wantedFirst.find((one) => plan.wanted.has(one.name)) ?? wantedFirst[0];
    if (pick) {
      add(pick, [...chain, offer.name]);
      return;
    }
    if (field === 'Recommends') return;
    const [first] = group;
    const shown = first ? `${first.name}${first.operator ? ` (${first.operator} ${first.version})` : ''}` : '';
    const known = first ? available.candidate(first.name) : undefined;
    plan.broken.push(` ${offer.name} : ${field}: ${shown} but ${known ? `${known.version} is to be installed` : 'it is not installable'}`);
  };
  for (const offer of offers) {
    const version = database.version(offer.name);
    if (version !== undefined && compareVersions(version, offer.version) >= 0 && !settings.reinstall) plan.newest.push({ name: offer.name, version });
    else add(offer, []);
  }
  const missing = (field: string): string[] => {
    const names: string[] = [];
    for (const offer of plan.install) {
      for (const group of parseRelations(offer.paragraph.get(field))) {
        if (group.some((relation) => isMet(database, relation) || planned(relation))) continue;
        const shown = group.map((relation) => relation.name).join(' | ');
        if (!names.includes(shown)) names.push(shown);
      }
    }
    return names;
  };
  plan.suggested = missing('Suggests');
  plan.recommended = missing('Recommends');
  return plan;
}

/** Names of installed packages that need one of `names`, and what needs those. */
export function dependants(database: Database, names: readonly string[]): string[] {
  const gone = new Set(names);
  const result: string[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (const [name, paragraph] of database.packages) {
      if (gone.has(name) || !database.installed(name)) continue;
      const groups = [...parseRelations(paragraph.get('Depends')), ...parseRelations(paragraph.get('Pre-Depends'))];
      if (!groups.some((group) => !group.some((relation) => stays(database, relation, gone)))) continue;
      gone.add(name);
      result.push(name);
      changed = true;
    }
  }
  return result;
}

function stays(database: Database, relation: Relation, gone: ReadonlySet<string>): boolean {
  if (database.installed(relation.name) && !gone.has(relation.name)) return true;
  if (!gone.has(relation.name)) {
    const providers = [...database.packages.values()].filter((paragraph: Paragraph) => parseRelations(paragraph.get('Provides')).some(([provided]) => provided?.name === relation.name));
    return providers.length === 0 || providers.some((paragraph) => !gone.has(paragraph.get('Package') ?? ''));
  }
  return [...database.packages.values()].some((paragraph) => !gone.has(paragraph.get('Package') ?? '') && parseRelations(paragraph.get('Provides')).some(([provided]) => provided?.name === relation.name));
}
