/** A requirement: PEP 508, without URLs. */
export interface Requirement {
  /** As it was written. */
  name: string;
  specifiers: string;
  /** The whole of it, as messages show it. */
  text: string;
  /** Who asks for it: other requirements joined by `->`, or a line of a requirements file. Undefined: the command line. */
  from?: string;
  /** Whether a person asks for it, not another distribution. */
  direct?: boolean;
}

/** A requirement that cannot be read. */
export class InvalidRequirement extends Error {}

/** A name as PEP 503 compares it. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Reads `name[extra] >=1,<2 ; marker`; undefined when its marker does not hold for this Python. */
export function parseRequirement(line: string, python: string): Requirement | undefined {
  const [requirement = '', marker = ''] = line.split(';', 2).map((part) => part.trim());
  const [, name = '', specifiers = ''] = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*\(?((?:(?:===|==|!=|~=|<=|>=|<|>)\s*[\w.*+!-]+\s*,?\s*)*)\)?$/.exec(requirement) ?? [];
  if (name === '') throw new InvalidRequirement(line);
  if (marker !== '' && !holds(marker, python)) return undefined;
  const compact = specifiers.split(',').map((each) => each.replace(/\s+/g, '')).filter(Boolean).join(',');
  return { name, specifiers: compact, text: name + compact };
}

/** Markers of one comparison, joined by `and`: what the course's files use. */
function holds(marker: string, python: string): boolean {
  const values: Record<string, string> = { python_version: python.split('.').slice(0, 2).join('.'), python_full_version: python, sys_platform: 'linux', platform_system: 'Linux', os_name: 'posix', extra: '' };
  return marker.split(/\s+and\s+/).every((each) => {
    const [, name = '', operator = '', value = ''] = /^\(?\s*(\w+)\s*(==|!=|<=|>=|<|>)\s*["']([^"']*)["']\s*\)?$/.exec(each.trim()) ?? [];
    const left = values[name] ?? '';
    if (operator === '==' || operator === '!=') return (left === value) === (operator === '==');
    const [a = 0, b = 0] = left.split('.').map(Number);
    const [c = 0, d = 0] = value.split('.').map(Number);
    const order = a - c || b - d;
    return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  });
}
