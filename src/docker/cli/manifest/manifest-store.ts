import type { Process } from '../../../kernel/index.ts';
import { canonicalString, type Reference } from '../../../oci/index.ts';
import type { ImageManifest } from './image-manifest.ts';

/** Lists that were made and not pushed yet: a folder for each below `manifests`, a file for each manifest. */
export class ManifestStore {
  readonly #process: Process;
  readonly #root: string;

  constructor(process: Process, configDirectory: string) {
    this.#process = process;
    this.#root = `${configDirectory}/manifests`;
  }

  #folder(list: Reference): string {
    return `${this.#root}/${fileName(list)}`;
  }

  /** The manifests of a list, by name; undefined when there is no such list. */
  list(list: Reference): ImageManifest[] | undefined {
    const folder = this.#folder(list);
    if (!this.#process.exists(folder)) return undefined;
    const names = this.#process.readdir(folder).map(({ name }) => name).sort();
    return names.map((name) => JSON.parse(this.#process.readTextFile(`${folder}/${name}`)) as ImageManifest);
  }

  get(list: Reference, image: Reference): ImageManifest | undefined {
    const path = `${this.#folder(list)}/${fileName(image)}`;
    return this.#process.exists(path) ? (JSON.parse(this.#process.readTextFile(path)) as ImageManifest) : undefined;
  }

  save(list: Reference, image: Reference, manifest: ImageManifest): void {
    for (const folder of [this.#root.slice(0, this.#root.lastIndexOf('/')), this.#root, this.#folder(list)]) if (!this.#process.exists(folder)) this.#process.mkdir(folder, 0o755);
    this.#process.writeFile(`${this.#folder(list)}/${fileName(image)}`, JSON.stringify(manifest), { mode: 0o644 });
  }

  remove(list: Reference): void {
    const folder = this.#folder(list);
    for (const { name } of this.#process.readdir(folder)) this.#process.unlink(`${folder}/${name}`);
    this.#process.rmdir(folder);
  }
}

function fileName(reference: Reference): string {
  return canonicalString(reference).replaceAll(':', '-').replaceAll('/', '_');
}
