import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf, type Import } from './imports.ts';
import { data, doors, layers, nodeLayers, ownPackages, workers } from './layers.ts';

const names = Object.keys(layers).sort((a, b) => b.length - a.length);
const layerOf = (file: string): string | undefined => names.find((name) => file.startsWith(`${name}/`));
const files = filesBelow('src').filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.d.ts'));
/** Tests may reach for whatever they need; nothing but tests may import them. */
const sources = files.filter((file) => !file.endsWith('.test.ts'));
const imports = sources.flatMap((file) => importsOf(file));

/** What is wrong with an import, or undefined. */
function fault({ from, to, kind }: Import): string | undefined {
  const layer = layerOf(from);
  if (!layer) return 'the importing file stands in no layer of test/architecture/layers.ts';
  if (kind === 'package') {
    const name = to.split('/').slice(0, to.startsWith('@') ? 2 : 1).join('/');
    const owner = ownPackages[name];
    if (owner && owner !== layer) return `${name} is imported by src/${owner} alone`;
    if (to.startsWith('node:') && !nodeLayers.includes(layer)) return `src/${layer} does not run in Node`;
    return undefined;
  }
  if (to.endsWith('.test.ts')) return 'a test is imported by nobody';
  if (to.startsWith('../')) return data[layer]?.includes(to.split('/')[1] ?? '') ? undefined : `src/${layer} may not import from there`;
  const target = layerOf(to);
  if (kind === 'url') return target && target !== layer && !workers[layer]?.includes(target) ? `src/${layer} may not start src/${target}` : undefined;
  if (!target) return 'the imported file stands in no layer';
  if (target === layer) {
    // Inside a layer a folder with an index.ts is entered through it, except by files below the same folder.
    const parts = to.split('/');
    for (let depth = target.split('/').length + 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      if (from.startsWith(`${folder}/`) || !files.includes(`${folder}/index.ts`)) continue;
      return to === `${folder}/index.ts` || to.endsWith('/index.ts') ? undefined : `goes past src/${folder}/index.ts`;
    }
    return undefined;
  }
  if (!layers[layer]?.includes(target)) return `src/${layer} may not import src/${target}`;
  const inside = to.slice(target.length + 1);
  if (inside !== 'index.ts' && !doors[target]?.includes(inside)) return `goes past src/${target}/index.ts`;
  return undefined;
}

const show = (item: Import): string => `src/${item.from}:${item.line} imports ${item.to}`;

describe('layers', () => {
  it('the table itself has no cycle', () => {
    expect(cycles(new Map(Object.entries(layers)))).toEqual([]);
  });

  it('every file of src stands in a layer', () => {
    expect(files.filter((file) => !layerOf(file))).toEqual([]);
  });

  it('every import goes down, through an index.ts', () => {
    const faults = imports.flatMap((item) => {
      const words = fault(item);
      return words ? [`${show(item)}: ${words}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('no import closes a cycle, types included', () => {
    const graph = new Map<string, string[]>(sources.map((file) => [file, []]));
    for (const item of imports) if (item.kind === 'file') graph.get(item.from)?.push(item.to);
    expect(cycles(graph)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('sees every form', () => {
    const text = [
      "import { a } from './a.ts';", "import type { B } from '../b.ts';", "export * from './c/index.ts';", "import './d.css';",
      "const e = await import('./e.ts');", "new Worker(new URL('../f.ts', import.meta.url));", "// import { x } from './comment.ts';",
      "import {\n  g,\n  type H,\n} from 'pkg';",
    ].join('\n');
    expect(importsOf('site/page.ts', text).map(({ to, kind, line }) => [to, kind, line])).toEqual([
      ['site/a.ts', 'file', 1], ['b.ts', 'file', 2], ['site/c/index.ts', 'file', 3], ['site/d.css', 'file', 4],
      ['site/e.ts', 'file', 5], ['f.ts', 'url', 6], ['pkg', 'package', 11],
    ]);
  });
});

/** The strongly connected parts of more than one node (Tarjan), each sorted. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (next === node) found.push([node]);
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const part = stack.splice(stack.indexOf(node));
    if (part.length > 1) found.push(part.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}
