import { createDockerd } from '../docker/runtime/index.ts';
import type { Program } from '../kernel/index.ts';

/** The host's Docker daemon. */
export const dockerd: Program = createDockerd();
