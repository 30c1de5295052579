/** A version as PEP 440 orders it. */
interface Parsed {
  release: number[];
  /** Sorts before, at and after the release: development and pre-releases below 0. */
  stage: [number, number];
}

function parse(version: string): Parsed {
  const [, numbers = '0', stage = '', count = '0'] = /^v?(\d+(?:\.\d+)*)(?:[._-]?(dev|a|b|c|rc|alpha|beta|post)[._-]?(\d*))?/i.exec(version.trim()) ?? [];
  const rank = { dev: -4, a: -3, alpha: -3, b: -2, beta: -2, c: -1, rc: -1, post: 1 }[stage.toLowerCase()] ?? 0;
  return { release: numbers.split('.').map(Number), stage: [rank, Number(count || 0)] };
}

/** Negative, 0 or positive, as PEP 440 orders versions. */
export function comparePythonVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (let i = 0; i < Math.max(left.release.length, right.release.length); i++) {
    const difference = (left.release[i] ?? 0) - (right.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.stage[0] - right.stage[0] || left.stage[1] - right.stage[1];
}

/** Whether a version fits specifiers such as `>=2.0,!=3.0.*`; what cannot be read fits nothing. */
export function fits(version: string, specifiers: string): boolean {
  return specifiers.split(',').map((each) => each.trim()).filter(Boolean).every((each) => {
    const [, operator = '', wanted = ''] = /^(===|==|!=|~=|<=|>=|<|>)\s*(.+)$/.exec(each) ?? [];
    const prefix = wanted.endsWith('.*') ? wanted.slice(0, -2) : undefined;
    const order = comparePythonVersions(version, prefix ?? wanted);
    const inside = prefix !== undefined && `${version}.`.startsWith(`${prefix}.`);
    switch (operator) {
      case '==': case '===': return prefix === undefined ? order === 0 : inside;
      case '!=': return prefix === undefined ? order !== 0 : !inside;
      case '<=': return order <= 0;
      case '>=': return order >= 0;
      case '<': return order < 0;
      case '>': return order > 0;
      case '~=': return order >= 0 && `${version}.`.startsWith(`${wanted.split('.').slice(0, -1).join('.')}.`);
      default: return false;
    }
  });
}

/** Whether it is a pre-release, which is taken only when asked for by its version. */
export function isPreRelease(version: string): boolean {
  return parse(version).stage[0] < 0;
}
