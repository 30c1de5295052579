/** A release of Python that an image carries: what it says of itself. */
export interface PythonRelease {
  /** `3.12.4` */
  version: string;
  /** What follows the version in sys.version. */
  build: string;
}

/** Releases by their minor version: the host's, and those of images. */
export const releases: Readonly<Record<string, PythonRelease>> = {
  '3.5': { version: '3.5.10', build: '(default, Sep 10 2020, 18:42:27) \n[GCC 8.3.0]' },
  '3.12': { version: '3.12.4', build: '(main, Jun  7 2024, 01:55:28) [GCC 12.2.0]' },
  '3.13': { version: '3.13.5', build: '(main, Jun 25 2025, 18:55:22) [GCC 14.2.0]' },
};
