import type { HttpHandler } from '../../base/http/index.ts';
import { createAlpineArchive, createPackageArchive } from '../../catalogue/index.ts';
import { programStub } from '../../kernel/index.ts';

/** All hosts of one program share the archive: its suites are built once. */
const archive = createPackageArchive({ stub: programStub });

/** The Debian and Ubuntu package archives. */
export function createArchiveSite(): HttpHandler {
  return (request) => archive.fetch(request);
}

const alpineArchive = createAlpineArchive({ stub: programStub });

/** Alpine's packages. */
export function createAlpineSite(): HttpHandler {
  return (request) => alpineArchive.fetch(request);
}
