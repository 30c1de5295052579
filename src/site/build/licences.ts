import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A third-party package that the site is built with or ships. */
interface Licence {
  name: string;
  version: string;
  licence: string;
  home: string;
  /** The licence's text as the package carries it; undefined when it carries none. */
  text: string | undefined;
}

/** What packages carry compiled, whose licences they do not carry: texts in `embedded-licences/`. */
const embedded: Readonly<Record<string, readonly Omit<Licence, 'text'>[]>> = {
  'jq-wasm': [
    { name: 'jq', version: '1.7.1', licence: 'MIT', home: 'https://jqlang.github.io/jq/' },
    { name: 'oniguruma', version: '', licence: 'BSD-2-Clause', home: 'https://github.com/kkos/oniguruma' },
  ],
};

function read(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
}

function homeOf(value: unknown, name: string): string {
  const url = typeof value === 'string' ? value : ((value as { url?: string } | undefined)?.url ?? '');
  const clean = url.replace(/^git\+/, '').replace(/\.git$/, '').replace(/^git:/, 'https:');
  return clean.startsWith('http') ? clean : `https://www.npmjs.com/package/${name}`;
}

/** Every package that the dependencies of ours reach, as it is installed, and what is compiled into one; sorted by name. Dependencies of other systems that are not installed are left out. */
export function installedLicences(root = process.cwd()): Licence[] {
  const found = new Map<string, Licence>();
  const visit = (name: string, from: string): void => {
    let folder = from;
    while (!existsSync(join(folder, 'node_modules', name, 'package.json'))) {
      const parent = join(folder, '..');
      if (parent === folder) return;
      folder = parent;
    }
    const home = join(folder, 'node_modules', name);
    const manifest = read(home);
    const version = String(manifest['version']);
    if (found.has(`${name}@${version}`)) return;
    const file = readdirSync(home, { withFileTypes: true }).find((each) => each.isFile() && /^(licen[cs]e|copying)(\.|-|$)/i.test(each.name));
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: typeof manifest['license'] === 'string' ? manifest['license'] : '',
      home: homeOf(manifest['homepage'] ?? manifest['repository'], name),
      text: file === undefined ? undefined : readFileSync(join(home, file.name), 'utf8').trim(),
    });
    for (const part of embedded[name] ?? []) found.set(`${part.name}@${part.version}`, { ...part, text: readFileSync(join(root, `src/site/build/embedded-licences/${part.name}.txt`), 'utf8').trim() });
    for (const next of Object.keys((manifest['dependencies'] as Record<string, string> | undefined) ?? {})) visit(next, home);
  };
  for (const name of Object.keys((read(root)['dependencies'] as Record<string, string> | undefined) ?? {})) visit(name, root);
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
