import { busyboxLoader, coreutilsPrograms, loadUnsupported } from '../coreutils/index.ts';
import { absentProgram } from './absent-program.ts';
import type { Program, ProgramLoader, ProgramTable } from '../kernel/index.ts';
import { ashDialect, CompleterRegistry, createBash, dashDialect } from '../shell/index.ts';
import { completeCompose, completeDocker } from './docker-completer.ts';

const completers = new CompleterRegistry();
completers.register('docker', completeDocker);
completers.register('docker-compose', completeCompose);

/** On the host itself; in a container a command that is missing is only missing. */
const bash: Program = createBash({ completers, commandNotFound: async (name, _words, { process, language }) => (process.exists('/run/systemd') ? (await loadUnsupported()).unsupportedCommand(name, language) : undefined) });
const ash: Program = createBash({ dialect: ashDialect });
const dash: Program = createBash({ dialect: dashDialect });

const docker: Record<string, ProgramLoader> = {
  docker: async () => (await import('../docker/cli/index.ts')).docker,
  'docker-compose': async () => (await import('../docker/compose/index.ts')).dockerCompose,
  'docker-init': async () => (await import('../docker/runtime/index.ts')).dockerInit,
  dockerd: async () => (await import('./dockerd.ts')).dockerd,
  'hello-world': async () => (await import('./hello-world.ts')).helloWorld,
};

/** Every program of a host by the name in its stub. Bash is there at once, the others come at their first use. */
export const hostPrograms: ProgramTable = new Map<string, ProgramLoader>([...Object.entries(coreutilsPrograms), ...Object.entries(docker), ['', () => absentProgram], ['bash', () => bash], ['sh', () => bash], ['dash', () => dash], ['busybox', busyboxLoader(() => ash)]]);
