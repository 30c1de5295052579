import type { ContainerConfig } from '../../oci/index.ts';
import type { FileRecipe } from './file.ts';

/** One step of an image's history; with files it makes a layer. */
export interface StepRecipe {
  createdBy: string;
  files?: readonly FileRecipe[];
  comment?: string;
  /** RFC 3339; the image's own time unless given. */
  created?: string;
}

/** An image of the course, as plain data. */
export interface ImageRecipe {
  /** Repository on Docker Hub: `library/alpine`. */
  repository: string;
  /** The first one names the image in messages. */
  tags: readonly string[];
  /** RFC 3339 */
  created: string;
  config: ContainerConfig;
  /** The image that this one is built on; its steps come first. */
  from?: ImageRecipe;
  steps: readonly StepRecipe[];
  /** `later`: the image's main program does not exist yet and says so when it is run. */
  programs?: 'later';
  /** Architectures beside amd64 that the index lists. */
  architectures?: readonly 'arm64'[];
}

/** The PATH of nearly every image. */
export const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
