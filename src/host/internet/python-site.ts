import type { HttpHandler } from '../../base/http/index.ts';
import { createPackageIndex } from '../../catalogue/index.ts';

/** All hosts of one program share the index: a wheel is made once. */
const index = createPackageIndex();

/** The Python package index. */
export function createPythonSite(): HttpHandler {
  return (request) => index.fetch(request);
}
