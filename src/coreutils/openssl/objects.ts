import { objectsData } from './objects-data.ts';

/** An object that OpenSSL has names for. */
export interface NamedObject {
  short: string;
  long: string;
  oid: string;
}

let objects: NamedObject[] | undefined;
const byOid = new Map<string, NamedObject>();
const byName = new Map<string, NamedObject>();

function load(): void {
  if (objects) return;
  objects = objectsData.trim().split(/;\s|\n/).map((entry) => {
    const parts = entry.split('=');
    return { short: parts[0] ?? '', long: parts.length > 2 ? parts[1] ?? '' : parts[0] ?? '', oid: parts.at(-1) ?? '' };
  });
  for (const each of objects) {
    byOid.set(each.oid, each);
    byName.set(each.short, each);
  }
  for (const each of objects) if (!byName.has(each.long)) byName.set(each.long, each);
}

/** Long name of an object identifier; the identifier itself where there is none. */
export function longName(oid: string): string {
  load();
  return byOid.get(oid)?.long ?? oid;
}

/** Short name of an object identifier; the identifier itself where there is none. */
export function shortName(oid: string): string {
  load();
  return byOid.get(oid)?.short ?? oid;
}

/** The object identifier that a name (short, long, or dotted digits) stands for: OBJ_txt2obj. */
export function oidByName(name: string): string | undefined {
  load();
  return byName.get(name)?.oid ?? (/^[012](\.\d+)+$/.test(name) ? name : undefined);
}
