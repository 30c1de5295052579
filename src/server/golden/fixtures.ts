import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueEntries, type FileRecipe, type ImageRecipe, type StepRecipe } from '../../catalogue/index.ts';
import type { ImageConfig } from '../../oci/index.ts';
import { mustRun } from '../child-process/index.ts';
import { OciLayout, type StoredLayer } from './oci-layout.ts';
import { writeRecipe } from './recipe-tree.ts';

/** Images over a tree of real Debian packages, whose recipe adds what tells them apart. */
const debianBased = ['library/debian', 'library/ubuntu'];

/** What a recipe says in place of the real packages: its release, its archive. */
const identity = /^(etc\/(os-release|debian_version|issue(\.net)?|lsb-release)|usr\/lib\/os-release|etc\/apt\/.*|etc\/dpkg\/dpkg\.cfg\.d\/.*|usr\/sbin\/policy-rc\.d)$/;

/** Makes `images/` in `folder`, an OCI layout with the images of the Hub stand-in from the catalogue's recipes; `debianTar` holds the tree of Debian's packages. */
export async function makeFixtures(folder: string, debianTar: string): Promise<void> {
  const layout = new OciLayout(join(folder, 'images'));
  const work = join(folder, 'fixtures');
  const debian = join(work, 'debian');
  await mkdir(debian, { recursive: true });
  await mustRun('tar', ['-C', debian, '-xpf', debianTar]);
  await Promise.all(catalogueEntries.map(async (entry, index) => {
    const recipe = await entry.load();
    // Its main program is a stub in the sandbox too, for now; of the registry there is a real one.
    // Of Python there is none without Debian's packages of it, which are not in the tree.
    if (recipe.repository === 'library/python') return;
    if (recipe.programs === 'later' && recipe.repository !== 'library/registry') return;
    const layers: StoredLayer[] = [];
    for (const [number, { files }] of stepsOf(recipe).entries()) {
      if (!files) continue;
      const tarFile = join(work, `${index}-${number}.tar`);
      await writeLayer(tarFile, files, debianBased.includes(recipe.repository) && layers.length === 0 ? debian : undefined);
      layers.push(await layout.addLayer(tarFile));
      await rm(tarFile);
    }
    await layout.addImage(recipe.tags.map((tag) => `${recipe.repository}:${tag}`), layers, { created: recipe.created, config: recipe.config, history: historyOf(recipe) });
  }));
  await layout.finish();
  await rm(work, { recursive: true });
}

function stepsOf(recipe: ImageRecipe): StepRecipe[] {
  return [...(recipe.from ? stepsOf(recipe.from) : []), ...recipe.steps.map((step) => ({ created: recipe.created, ...step }))];
}

function historyOf(recipe: ImageRecipe): ImageConfig['history'] {
  return stepsOf(recipe).map(({ created, createdBy, comment, files }) => (
    { created, created_by: createdBy, ...(comment !== undefined && { comment }), ...(!files && { empty_layer: true }) }));
}

/** Writes a layer's tar: the recipe's files, or the real tree `base` with the recipe's identity over it. */
async function writeLayer(tarFile: string, files: readonly FileRecipe[], base: string | undefined): Promise<void> {
  const tree = `${tarFile}.tree`;
  await mkdir(tree, { recursive: true });
  await writeRecipe(tree, base ? files.filter((file) => file.kind === 'text' && identity.test(file.path)) : files);
  const whole = base ? `${tarFile}.whole` : tree;
  if (base) {
    // Hard links make it quick; what is written over one is a file of its own.
    await mustRun('cp', ['-al', base, whole]);
    await mustRun('cp', ['-a', '--remove-destination', `${tree}/.`, whole]);
  }
  await mustRun('tar', ['-C', whole, '--sort=name', '--numeric-owner', '-cf', tarFile, '.']);
  for (const folder of new Set([tree, whole])) await rm(folder, { recursive: true });
}
