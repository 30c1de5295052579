import type { Directive } from './configuration.ts';

/** A level of the configuration. What a level says of a thing replaces what the levels above say of it. */
export class Scope {
  readonly directives: readonly Directive[];
  readonly parent: Scope | undefined;

  constructor(directives: readonly Directive[], parent: Scope | undefined) {
    this.directives = directives;
    this.parent = parent;
  }

  /** All directives of that name at the nearest level that has one. */
  all(...names: string[]): Directive[] {
    const own = this.directives.filter((directive) => names.includes(directive.name));
    return own.length > 0 ? own : this.parent?.all(...names) ?? [];
  }

  /** The nearest one. */
  one(...names: string[]): Directive | undefined {
    return this.all(...names).at(-1);
  }

  /** The first argument of the nearest one. */
  value(name: string, otherwise: string): string {
    return this.one(name)?.args[0] ?? otherwise;
  }

  on(name: string, otherwise = false): boolean {
    return this.value(name, otherwise ? 'on' : 'off').toLowerCase() === 'on';
  }

  /** Of this level alone. */
  own(...names: string[]): Directive | undefined {
    return this.directives.findLast((directive) => names.includes(directive.name));
  }
}

/** A location with those nested in it. */
export interface Location {
  kind: 'prefix' | 'prefix-first' | 'exact' | 'regex' | 'named';
  pattern: string;
  regex: RegExp | undefined;
  scope: Scope;
  inner: Location[];
}

/** The location that serves a path, as ngx_http_core_find_location finds it: the longest prefix, unless an expression matches. */
export function findLocation(locations: readonly Location[], path: string): { location: Location; captures: RegExpExecArray | undefined } | undefined {
  const exact = locations.find((one) => one.kind === 'exact' && one.pattern === path);
  if (exact) return { location: exact, captures: undefined };
  const prefixes = locations.filter((one) => /^prefix/.test(one.kind) && path.startsWith(one.pattern)).sort((a, b) => b.pattern.length - a.pattern.length);
  const [longest] = prefixes;
  const nested = longest && findLocation(longest.inner, path);
  if (nested && nested.location.kind !== 'prefix') return nested;
  if (longest?.kind !== 'prefix-first') {
    for (const location of locations) {
      const captures = location.regex?.exec(path);
      if (captures) return findLocation(location.inner, path) ?? { location, captures };
    }
  }
  return nested ?? (longest && { location: longest, captures: undefined });
}
