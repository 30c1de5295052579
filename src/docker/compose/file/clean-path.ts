/** path.Clean: no `.`, no `..` that can be resolved, no double slashes; an empty path is `.`. */
export function cleanPath(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !absolute) parts.push(part);
  }
  return `${absolute ? '/' : ''}${parts.join('/')}` || '.';
}

/** filepath.Join. */
export function joinPath(...parts: readonly string[]): string {
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? '' : cleanPath(given.join('/'));
}

/** filepath.Dir. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : cleanPath(path.slice(0, slash + 1));
}

/** filepath.Base. */
export function baseName(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.at(-1) ?? (path === '' ? '.' : '/');
}

/** filepath.Rel of two absolute or two relative paths; undefined where there is no way. */
export function relativePath(from: string, to: string): string | undefined {
  const base = cleanPath(from);
  const target = cleanPath(to);
  if (base.startsWith('/') !== target.startsWith('/')) return undefined;
  const ups = base === '.' ? [] : base.split('/').filter((part) => part !== '');
  const downs = target === '.' ? [] : target.split('/').filter((part) => part !== '');
  while (ups.length > 0 && ups[0] === downs[0]) {
    ups.shift();
    downs.shift();
  }
  if (ups.includes('..')) return undefined;
  return [...ups.map(() => '..'), ...downs].join('/') || '.';
}
