import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogueEntries, type FileRecipe, type ImageRecipe, type StepRecipe } from '../../catalogue/index.ts';
import type { ImageConfig } from '../../oci/index.ts';
import { mustRun } from '../child-process/index.ts';
import { OciLayout, type StoredLayer } from './oci-layout.ts';
import type { Place } from './place.ts';
import { unpackPrograms } from './program-packages.ts';
import { writeRecipe } from './recipe-tree.ts';

/** Images over a tree of real Debian packages, whose recipe adds what tells them apart. */
const debianBased = ['library/debian', 'library/ubuntu'];

/** What a recipe says in place of the real packages: its release, its archive. */
const identity = /^(etc\/(os-release|debian_version|issue(\.net)?|lsb-release)|usr\/lib\/os-release|etc\/apt\/.*|etc\/dpkg\/dpkg\.cfg\.d\/.*|usr\/sbin\/policy-rc\.d)$/;

/** What images are made of besides their recipes. */
export interface Sources {
  /** The tree of Debian's packages, as a tar file. */
  readonly debianTar: string;
  /** The folder of the packages that programs are taken from. */
  readonly packages: string;
  /** The certificate of the lab's authority, in PEM. */
  readonly authority: string;
}

/** Makes `images/` in `folder`, an OCI layout with the images of the Hub stand-in from the catalogue's recipes. */
export async function makeFixtures(folder: string, { debianTar, packages, authority }: Sources): Promise<void> {
  const layout = new OciLayout(join(folder, 'images'));
  const work = join(folder, 'fixtures');
  const debian = join(work, 'debian');
  const programs = join(work, 'programs');
  await mkdir(debian, { recursive: true });
  await mustRun('tar', ['-C', debian, '-xpf', debianTar]);
  await unpackPrograms(packages, debian, programs);

  // Images that stand on the same one have its layers, not others of the same contents.
  const layers = new Map<readonly FileRecipe[], Promise<StoredLayer>>();
  const layerOf = async (recipe: ImageRecipe, files: readonly FileRecipe[], isBase: boolean): Promise<StoredLayer> => {
    const tarFile = join(work, `${layers.size}.tar`);
    const base = debianBased.includes(rootOf(recipe).repository) ? debian : undefined;
    const environment = Object.fromEntries((recipe.config.Env ?? []).map((variable) => [variable.slice(0, variable.indexOf('=')), variable.slice(variable.indexOf('=') + 1)]));
    await writeLayer(tarFile, files, { folder: `${tarFile}.tree`, programs, base, environment, authority }, isBase);
    const layer = await layout.addLayer(tarFile);
    await rm(tarFile);
    return layer;
  };
  await Promise.all(catalogueEntries.map(async (entry) => {
    const recipe = await entry.load();
    // Its main program is a stub in the sandbox too, for now; of the registry there is a real one.
    if (recipe.programs === 'later' && recipe.repository !== 'library/registry') return;
    const own = stepsOf(recipe).flatMap(({ files }) => (files ? [files] : [])).map((files, index) => {
      const layer = layers.get(files) ?? layerOf(recipe, files, index === 0);
      layers.set(files, layer);
      return layer;
    });
    await layout.addImage(recipe.tags.map((tag) => `${recipe.repository}:${tag}`), await Promise.all(own), { created: recipe.created, config: recipe.config, history: historyOf(recipe) });
  }));
  await layout.finish();
  await rm(work, { recursive: true });
}

/** The image that an image stands on in the end. */
function rootOf(recipe: ImageRecipe): ImageRecipe {
  return recipe.from ? rootOf(recipe.from) : recipe;
}

function stepsOf(recipe: ImageRecipe): StepRecipe[] {
  return [...(recipe.from ? stepsOf(recipe.from) : []), ...recipe.steps.map((step) => ({ created: recipe.created, ...step }))];
}

function historyOf(recipe: ImageRecipe): ImageConfig['history'] {
  return stepsOf(recipe).map(({ created, createdBy, comment, files }) => (
    { created, created_by: createdBy, ...(comment !== undefined && { comment }), ...(!files && { empty_layer: true }) }));
}

/** Writes a layer's tar: the recipe's files, or the real tree that the image stands on with the recipe's identity over it. */
async function writeLayer(tarFile: string, files: readonly FileRecipe[], place: Place, isBase: boolean): Promise<void> {
  const { folder, base } = place;
  await mkdir(folder, { recursive: true });
  await writeRecipe(place, base && isBase ? files.filter((file) => file.kind === 'text' && identity.test(file.path)) : files);
  const whole = base && isBase ? `${tarFile}.whole` : folder;
  if (base && isBase) {
    // Hard links make it quick; what is written over one is a file of its own.
    await mustRun('cp', ['-al', base, whole]);
    await mustRun('cp', ['-a', '--remove-destination', `${folder}/.`, whole]);
  }
  await mustRun('tar', ['-C', whole, '--sort=name', '--numeric-owner', '-cf', tarFile, '.']);
  for (const each of new Set([folder, whole])) await rm(each, { recursive: true });
}
