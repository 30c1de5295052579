function rank(char: string | undefined): number {
  if (char === '~') return -1;
  if (char === undefined || /\d/.test(char)) return 0;
  return /[a-zA-Z]/.test(char) ? char.charCodeAt(0) : char.charCodeAt(0) + 256;
}

function compareParts(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while ((i < a.length && !/\d/.test(a.charAt(i))) || (j < b.length && !/\d/.test(b.charAt(j)))) {
      const order = rank(a[i]) - rank(b[j]);
      if (order !== 0) return order;
      i++;
      j++;
    }
    const first = /^\d*/.exec(a.slice(i))?.[0] ?? '';
    const second = /^\d*/.exec(b.slice(j))?.[0] ?? '';
    const order = Number(first) - Number(second);
    if (order !== 0) return order;
    i += first.length;
    j += second.length;
  }
  return 0;
}

/** Orders Debian versions (epoch, upstream, revision) as dpkg does. */
export function compareVersions(a: string, b: string): number {
  const split = (version: string): [number, string, string] => {
    const colon = version.indexOf(':');
    const rest = version.slice(colon + 1);
    const dash = rest.lastIndexOf('-');
    return [colon < 0 ? 0 : Number(version.slice(0, colon)), dash < 0 ? rest : rest.slice(0, dash), dash < 0 ? '' : rest.slice(dash + 1)];
  };
  const [epochA, upstreamA, revisionA] = split(a);
  const [epochB, upstreamB, revisionB] = split(b);
  return epochA - epochB || compareParts(upstreamA, upstreamB) || compareParts(revisionA, revisionB);
}

/** Whether `version` satisfies `operator wanted` (`<<`, `<=`, `=`, `>=`, `>>`). */
export function satisfies(version: string, operator: string, wanted: string): boolean {
  const order = compareVersions(version, wanted);
  switch (operator) {
    case '<<': case 'lt': return order < 0;
    case '<=': case '<': case 'le': return order <= 0;
    case '>=': case '>': case 'ge': return order >= 0;
    case '>>': case 'gt': return order > 0;
    case 'ne': return order !== 0;
    default: return order === 0;
  }
}
