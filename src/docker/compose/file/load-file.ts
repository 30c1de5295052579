import { toCanonical } from './canonical.ts';
import { ComposeFileError } from './compose-error.ts';
import { applyExtends } from './extends.ts';
import { applyInclude } from './include.ts';
import { interpolate } from './interpolate.ts';
import { mergeFiles } from './merge.ts';
import type { ConfigFile, FileLoader, LoadOptions, LoadState, ModelLoader } from './options.ts';
import { applyResets, type ResetPaths, resolveResets } from './reset.ts';
import { complaintOf, jsonProblem, violationsOf } from './schema/index.ts';
import { isTree, toTree, treeAt, type Tree } from './tree.ts';
import { enforceUnicity } from './unicity.ts';
import { decode, scalarOf, YamlParser } from './yaml/index.ts';

/** Reads a file's documents and puts each on top of what was loaded before. Throws ComposeFileError and YamlError. */
export async function loadFile(file: ConfigFile, before: Tree, options: LoadOptions, state: LoadState, loadModel: ModelLoader): Promise<{ tree: Tree; resets: ResetPaths }> {
  const content = file.content ?? options.files.readText(file.filename);
  const parser = new YamlParser(content);
  let tree = before;
  let resets: ResetPaths = [];
  for (let root = parser.next(); root; root = parser.next()) {
    const isNull = root.kind === 'scalar' && scalarOf(root) === null;
    const resolved = isNull ? undefined : resolveResets(root);
    resets = resolved?.paths ?? [];
    const raw = toTree(resolved?.root ? decode(resolved.root) : null);
    if (!isTree(raw)) throw new ComposeFileError('parse', 'Top-level object must be a mapping');
    tree = await addDocument(raw, resets, tree, file, options, state, loadModel);
  }
  return { tree, resets };
}

async function addDocument(raw: Tree, resets: ResetPaths, before: Tree, file: ConfigFile, options: LoadOptions, state: LoadState, loadModel: ModelLoader): Promise<Tree> {
  const model = options.interpolate ? interpolate(raw, options.substitution) : raw;
  if (options.extends) await applyExtends(model, { filename: file.filename, options, state, resets: [resets], loadFile: withModel(loadModel) });
  applyResets(before, resets);
  if (options.include) await applyInclude(model, options, { ...state, included: [...state.included, file.filename] }, loadModel);
  const tree = mergeFiles(before, model);
  enforceUnicity(tree);
  if (options.validate) {
    const unsupported = jsonProblem(tree);
    if (unsupported !== undefined) throw new ComposeFileError('parse', `validating ${file.filename}: ${unsupported}`);
    const complaint = complaintOf(violationsOf(tree));
    if (complaint) throw new ComposeFileError('parse', `validating ${file.filename}: ${complaint.message}`, complaint.violation.path);
    if (tree.delete('version') && !options.versioned.has(file.filename)) {
      options.versioned.add(file.filename);
      options.warn(`${file.filename}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`);
    }
  }
  toCanonical(tree, { lenient: !options.interpolate, warn: options.warn });
  for (const service of treeAt(tree, 'services')?.values() ?? []) dropEmptyDns(isTree(service) ? service : undefined);
  enforceUnicity(tree);
  return tree;
}

function withModel(loadModel: ModelLoader): FileLoader {
  return (file, before, options, state) => loadFile(file, before, options, state, loadModel);
}

/** An empty name server is none. */
function dropEmptyDns(service: Tree | undefined): void {
  const servers = service?.get('dns');
  if (Array.isArray(servers)) service?.set('dns', servers.filter((server) => server !== null && server !== ''));
}
