import type { Process } from '../../kernel/index.ts';
import type { FlagValues } from '../cli/index.ts';
import { isTrue } from './command/create-options.ts';
import { ComposeError } from './failure/compose-error.ts';
import { readEnvironment } from './file/index.ts';
import type { composeFlags } from './root.ts';
import { filesOf, type ComposeOptions, type ProgressMode } from './runtime/index.ts';

/** Values of the options before the command. */
export type ComposeFlagValues = FlagValues<typeof composeFlags>;

/** What the options before the command and the environment say. `say` prints to stderr. Throws ComposeError, ComposeFileError. */
export function readComposeOptions(process: Process, given: ComposeFlagValues, changed: ReadonlySet<string>, dryRun: boolean, say: (text: string) => void, warn: (message: string) => void): ComposeOptions {
  const files = filesOf(process);
  const project = {
    configPaths: given.file, projectName: given['project-name'], profiles: given.profile, projectDirectory: given['project-directory'],
    envFiles: given['env-file'].length > 0 ? given['env-file'] : (process.env['COMPOSE_ENV_FILES'] ?? '').split(',').filter((file) => file !== ''),
    environment: process.env,
  };
  const environment = readEnvironment(project, files, warn);
  const { ansi, noColor } = ansiOf(environment, given, changed, say);
  const progress = progressOf(given.progress, ansi);
  let directory = given['project-directory'];
  if (given.workdir !== '') {
    if (directory !== '') throw new ComposeError('other', 'cannot specify DEPRECATED "--workdir" and "--project-directory". Please use only "--project-directory" instead');
    directory = given.workdir;
    say("\x1b[31moption '--workdir' is DEPRECATED at root level! Please use '--project-directory' instead.\n\x1b[0m");
  }
  return {
    ...project, environment, projectDirectory: directory, progress, dryRun, noColor,
    envFiles: project.envFiles.map((file) => (file.startsWith('/') ? file : `${process.cwd}/${file}`)),
    ansi: !noColor && (ansi === 'always' || (ansi === 'auto' && process.isatty(1))),
    compatibility: given.compatibility || isTrue(environment['COMPOSE_COMPATIBILITY']),
  };
}

function ansiOf(env: Readonly<Record<string, string>>, given: ComposeFlagValues, changed: ReadonlySet<string>, say: (text: string) => void): { ansi: string; noColor: boolean } {
  let { ansi } = given;
  if (given['no-ansi']) {
    if (ansi !== 'auto') throw new ComposeError('other', 'cannot specify DEPRECATED "--no-ansi" and "--ansi". Please use only "--ansi"');
    ansi = 'never';
    say("option '--no-ansi' is DEPRECATED ! Please use '--ansi' instead.\n");
  }
  if (env['COMPOSE_ANSI'] !== undefined && !changed.has('ansi')) ansi = env['COMPOSE_ANSI'];
  return { ansi, noColor: Boolean(env['NO_COLOR']) };
}

function progressOf(mode: string, ansi: string): ProgressMode {
  switch (mode) {
    case 'auto':
      return ansi === 'never' ? 'plain' : 'auto';
    case 'tty':
      if (ansi === 'never') throw new ComposeError('other', "can't use --progress tty while ANSI support is disabled");
      return 'tty';
    case 'plain':
      if (ansi === 'always') throw new ComposeError('other', "can't use --progress plain while ANSI support is forced");
      return 'plain';
    case 'quiet': case 'none':
      return 'quiet';
    default:
      throw new ComposeError('other', `unsupported --progress value ${JSON.stringify(mode)}`);
  }
}
