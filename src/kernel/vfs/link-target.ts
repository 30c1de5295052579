import type { LinkTarget } from './inode.ts';
import type { Location } from './mount.ts';
import type { OpenFile } from './open-file.ts';

/** A link to a place: /proc/PID/cwd. */
export class PlaceLink implements LinkTarget {
  readonly leadsTo = 'place';
  readonly location: Location;

  constructor(location: Location) {
    this.location = location;
  }
}

/** A link to an open file that has no place, or not only one: /proc/PID/fd/0 on a pipe. */
export class FileLink implements LinkTarget {
  readonly leadsTo = 'file';
  readonly file: OpenFile;

  constructor(file: OpenFile) {
    this.file = file;
  }
}
