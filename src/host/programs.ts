import { coreutilsPrograms } from '../coreutils/index.ts';
import type { Program, ProgramLoader, ProgramTable } from '../kernel/index.ts';
import { CompleterRegistry, createBash } from '../shell/index.ts';

const completers = new CompleterRegistry();

const bash: Program = createBash({ completers });

const docker: Record<string, ProgramLoader> = {
  dockerd: async () => (await import('./dockerd.ts')).dockerd,
  'hello-world': async () => (await import('./hello-world.ts')).helloWorld,
};

/** Every program of a host by the name in its stub. Bash is there at once, the others come at their first use. */
export const hostPrograms: ProgramTable = new Map<string, ProgramLoader>([...Object.entries(coreutilsPrograms), ...Object.entries(docker), ['bash', () => bash], ['sh', () => bash], ['dash', () => bash]]);
