export { createHub, type Hub, type HubOptions } from './hub/hub.ts';
export { hubStorage } from './hub/hub-storage.ts';
export { helloWorldText } from './hello-world/text.ts';
export { buildImage, type BuildImageOptions, type BuiltImage, buildIndex } from './image/build-image.ts';
export { type Catalogue, type CatalogueImage, createCatalogue } from './image/catalogue.ts';
export { type CatalogueEntry, catalogueEntries } from './image/recipes.ts';
export type { FileRecipe } from './recipe/file.ts';
export type { ImageRecipe, StepRecipe } from './recipe/image.ts';
export { type ProgramStub, tarEntries } from './recipe/tar-entries.ts';
