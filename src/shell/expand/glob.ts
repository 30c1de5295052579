import { type DirectoryEntry, fileType, fileTypeMask, isSystemError } from '../../kernel/index.ts';
import type { Shell } from '../state/shell.ts';
import { inLocale } from './locale.ts';
import { compilePattern, hasGlobCharacters, type Pattern, type PatternOptions } from './pattern.ts';

/** Paths that match the pattern, sorted; none when nothing does. */
export function expandPathname(shell: Shell, pattern: string): string[] {
  const { options } = shell;
  const walk = new GlobWalk(shell, { extglob: options.shopt('extglob'), ignoreCase: options.shopt('nocaseglob') }, options.shopt('dotglob'), options.shopt('globstar'));
  const absolute = pattern.startsWith('/');
  const components = splitComponents(pattern);
  const ignore = shell.variables.text('GLOBIGNORE');
  if (ignore) walk.dotglob = true;
  walk.descend(absolute ? /^\/+/.exec(pattern)?.[0] ?? '/' : '', components, 0);
  let found = walk.found;
  if (ignore) {
    const ignored = splitIgnored(ignore).map((text) => text.split('/').map((part) => compilePattern(part, walk.pattern)));
    const matches = (path: string, parts: readonly Pattern[]): boolean => {
      const names = path.split('/');
      return names.length === parts.length && parts.every((part, index) => part.matches(names[index] ?? ''));
    };
    found = found.filter((path) => !/(?:^|\/)\.\.?$/.test(path) && !ignored.some((parts) => matches(path, parts)));
  }
  return [...new Set(found)].sort(compareText);
}

/** The patterns of GLOBIGNORE; colons in brackets and after backslashes do not separate. */
function splitIgnored(text: string): string[] {
  return text.match(/(?:\\[^]|\[[!^]?\]?(?:\[:\w+:\]|[^\]])*\]|[^:])+/g) ?? [];
}

/** Order of names: by code units, as the C locale sorts. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Splits at slashes that are not in brackets or groups. Each component keeps the slashes that follow it. */
function splitComponents(pattern: string): { text: string; slashes: string }[] {
  const components: { text: string; slashes: string }[] = [];
  const form = /((?:\\[^]|[^/\\])*)(\/*)/y;
  form.lastIndex = /^\/*/.exec(pattern)?.[0].length ?? 0;
  while (form.lastIndex < pattern.length) {
    const match = form.exec(pattern);
    if (!match) break;
    components.push({ text: match[1] ?? '', slashes: match[2] ?? '' });
  }
  return components;
}

class GlobWalk {
  readonly found: string[] = [];
  readonly pattern: PatternOptions;
  dotglob: boolean;
  readonly #shell: Shell;
  readonly #globstar: boolean;

  constructor(shell: Shell, pattern: PatternOptions, dotglob: boolean, globstar: boolean) {
    this.#shell = shell;
    this.pattern = pattern;
    this.dotglob = dotglob;
    this.#globstar = globstar;
  }

  descend(base: string, components: readonly { text: string; slashes: string }[], index: number): void {
    const component = components[index];
    if (!component) return;
    const last = index === components.length - 1;
    const { text, slashes } = component;
    if (this.#globstar && text === '**') {
      this.#everything(base, components, index);
      return;
    }
    if (!hasGlobCharacters(text.replace(/\\[^]/g, ''), this.pattern.extglob)) {
      const name = text.replace(/\\([^])/g, '$1');
      const path = base + name;
      if (last && slashes === '' ? this.#lexists(path) : this.#isDirectory(path)) {
        if (last) this.found.push(path + slashes);
        else this.descend(path + slashes, components, index + 1);
      }
      return;
    }
    const matcher = compilePattern(inLocale(this.#shell, text), this.pattern);
    const dots = this.dotglob || text.startsWith('.') || text.startsWith('\\.') || (this.pattern.extglob && /^[@?*+!]\((?:[^)]*\|)?\\?\./.test(text));
    const entries = this.#entries(base);
    if (text.startsWith('.') && !this.#shell.options.shopt('globskipdots')) entries.unshift({ name: '.', type: fileType.directory, ino: 0 }, { name: '..', type: fileType.directory, ino: 0 });
    for (const entry of entries) {
      if (entry.name.startsWith('.') && !dots) continue;
      if (!matcher.matches(inLocale(this.#shell, entry.name))) continue;
      const path = base + entry.name;
      if (last && slashes === '') this.found.push(path);
      else if (this.#entryIsDirectory(entry, path)) {
        if (last) this.found.push(path + slashes);
        else this.descend(path + slashes, components, index + 1);
      }
    }
  }

  /** `**`: this directory and all below, links not followed. */
  #everything(base: string, components: readonly { text: string; slashes: string }[], index: number, top = true): void {
    const last = index === components.length - 1;
    const slashes = components[index]?.slashes ?? '';
    if (!last) this.descend(base, components, index + 1);
    else if (slashes !== '' && base !== '') this.found.push(base);
    for (const entry of this.#entries(base)) {
      if (entry.name.startsWith('.') && !this.dotglob) continue;
      const path = base + entry.name;
      const directory = entry.type === fileType.directory;
      if (last && slashes === '') this.found.push(path);
      if (directory) this.#everything(`${path}/`, components, index, false);
    }
    if (top && last && slashes === '' && base !== '' && !this.found.includes(base)) this.found.push(base);
  }

  #entries(base: string): DirectoryEntry[] {
    try {
      return this.#shell.process.readdir(base === '' ? '.' : base);
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  }

  #lexists(path: string): boolean {
    try {
      this.#shell.process.lstat(path);
      return true;
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  }

  #isDirectory(path: string): boolean {
    try {
      return (this.#shell.process.stat(path).mode & fileTypeMask) === fileType.directory;
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  }

  #entryIsDirectory(entry: DirectoryEntry, path: string): boolean {
    return entry.type === fileType.directory || (entry.type === fileType.symlink && this.#isDirectory(path));
  }
}
