/** `GET /build/weights`, ours: what the last builds of this daemon's life made of their Dockerfiles, the newest first. A real engine answers 404. */
export interface BuildWeight {
  /** The Dockerfile's text. */
  Dockerfile: string;
  /** The image that came of it. */
  Image: string;
  /** The steps that make layers. */
  Steps: BuildStepWeight[];
}

/** What one instruction made. */
export interface BuildStepWeight {
  /** Lines of the Dockerfile, from 1. */
  Start: number;
  End: number;
  Cached: boolean;
  /** Bytes of the layer's files. */
  Size: number;
  /** Files that are new or other than before, the largest first; at most 100. */
  Added: { Path: string; Size: number }[];
  /** Files of layers below that are not seen any more, or only in their new form: their bytes still travel with the image. */
  Hidden: { Path: string; Size: number; Replaced: boolean }[];
  /** How many files were left out of `Added` and `Hidden`. */
  More: number;
}
