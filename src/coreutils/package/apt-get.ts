import type { Program } from '../../kernel/uapi/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, getopt, rawProgram, type Tool, UsageError } from '../program/index.ts';
import { listPackages, search, show } from './apt-cache.ts';
import { aptGetHelp, aptHelp } from './apt-help.ts';
import { AptError, FrontEnd } from './front-end.ts';
import { type InstallSettings, lockDpkg } from './change.ts';
import { install, upgrade } from './install.ts';
import { autoremove, remove } from './remove.ts';
import { update } from './update.ts';

const options = {
  yes: '-y --yes --assume-yes', quiet: '-q --quiet[=]', simulate: '-s --simulate --just-print --dry-run --recon --no-act', noRecommends: '--no-install-recommends', recommends: '--install-recommends',
  suggests: '--install-suggests', noSuggests: '--no-install-suggests', reinstall: '--reinstall', downloadOnly: '-d --download-only', fixMissing: '-m --fix-missing --ignore-missing', fixBroken: '-f --fix-broken',
  purge: '--purge', autoRemove: '--auto-remove --autoremove', onlyUpgrade: '--only-upgrade', noUpgrade: '--no-upgrade', allowUnauthenticated: '--allow-unauthenticated', allowDowngrades: '--allow-downgrades',
  allowReleaseChange: '--allow-releaseinfo-change', allowInsecure: '--allow-insecure-repositories', force: '--force-yes', option: '-o --option=', config: '-c --config-file=', target: '-t --target-release= --default-release=',
  help: '-h --help', version: '-v --version', verbose: '-V --verbose-versions', assumeNo: '--assume-no', installed: '--installed', upgradable: '--upgradable', all: '-a --all-versions', namesOnly: '-n --names-only', noCache: '--no-cache', errorOn: '--error-on=', update: '-U --update',
};
type Args = Arguments<keyof typeof options>;

export const aptGet = make('apt-get');
export const apt = make('apt');

function make(name: 'apt' | 'apt-get'): Program {
  return rawProgram(name, async (tool, words) => {
    let args: Args;
    try {
      args = getopt({ ...options, quiet: '-q', quietLevel: '--quiet[=]', option: '-o --option=', config: '-c --config-file=', target: '-t --target-release= --default-release=' }, words) as unknown as Args;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const short = /^invalid option -- '(.)'/.exec(error.message);
      const long = /'--([^']*)'/.exec(error.message);
      await tool.errorText(`${name === 'apt' ? 'Error' : 'E'}: Command line option ${short ? `'${short[1]}' [from -${short[1]}]` : `--${long?.[1] ?? ''}`} is not ${short ? 'known' : 'understood in combination with the other options'}.\n`.replace(' is not known.', ' is not understood in combination with the other options.'));
      return 100;
    }
    const front = new FrontEnd(tool, quietness(args), name);
    const [command] = args.operands;
    if (name === 'apt' && command !== undefined && !front.terminal) await tool.errorText('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
    try {
      return await run(front, name, args);
    } catch (error) {
      if (error instanceof AptError) return await front.fail(error);
      if (isSystemError(error)) return await front.fail(new AptError(error.message));
      throw error;
    }
  }, 100);
}

function quietness(args: Args): number {
  let level = args.count('quiet');
  const named = args.ordered.find(({ key }) => (key as string) === 'quietLevel');
  if (named) level = Math.max(level, Number(named.value ?? 1));
  return level;
}

async function run(front: FrontEnd, name: 'apt' | 'apt-get', args: Args): Promise<number> {
  const { tool } = front;
  const [command, ...words] = args.operands;
  const version = `apt ${front.database.version('apt') ?? '3.0.3'} (amd64)\n`;
  if (args.has('version')) {
    tool.out.write(version);
    return 0;
  }
  if (command === undefined || args.has('help') || command === 'help') {
    tool.out.write(version + (name === 'apt' ? aptHelp : aptGetHelp));
    return command === undefined && !args.has('help') ? 1 : 0;
  }
  const optionsGiven = args.values('option').map((text) => text.toLowerCase());
  const given = (key: string): boolean => optionsGiven.some((text) => new RegExp(`^${key}=("?)(1|yes|true)\\1$`).test(text));
  const settings: InstallSettings = {
    yes: args.has('yes') || args.has('force') || given('apt::get::assume-yes') || (front.quiet >= 2), recommends: !args.has('noRecommends') && !optionsGiven.some((text) => /^apt::install-recommends="?(0|no|false)/.test(text)) && configuredRecommends(tool),
    suggests: args.has('suggests'), reinstall: args.has('reinstall') || command === 'reinstall', simulate: args.has('simulate'), downloadOnly: args.has('downloadOnly'), onlyUpgrade: args.has('onlyUpgrade'), fixMissing: args.has('fixMissing'),
  };
  switch (command) {
    case 'update': return await update(front);
    case 'install': case 'reinstall': return await install(front, words, settings);
    case 'remove': return await remove(front, words, settings, args.has('purge'));
    case 'purge': return await remove(front, words, settings, true);
    case 'autoremove': case 'autopurge': return await autoremove(front, settings, args.has('purge') || command === 'autopurge');
    case 'upgrade': case 'dist-upgrade': case 'full-upgrade': return await upgrade(front, settings);
    case 'clean': case 'autoclean': case 'distclean': return clean(front);
    case 'check': lockDpkg(front); await front.progress('Reading package lists'); await front.progress('Building dependency tree'); await front.progress('Reading state information'); return 0;
    case 'list': if (name === 'apt') return await listPackages(front, words, { installed: args.has('installed'), upgradable: args.has('upgradable') }); break;
    case 'search': if (name === 'apt') return await search(front, words, true, args.has('namesOnly')); break;
    case 'show': if (name === 'apt') return await show(front, words, true); break;
    default:
  }
  throw new AptError(`Invalid operation ${command}`);
}

/** APT::Install-Recommends of /etc/apt/apt.conf.d. */
function configuredRecommends(tool: Tool): boolean {
  const { process } = tool;
  try {
    return !process.readdir('/etc/apt/apt.conf.d').some(({ name }) => /^\s*APT::Install-Recommends\s+"?(false|0|no)/im.test(process.readTextFile(`/etc/apt/apt.conf.d/${name}`)));
  } catch (error) {
    if (isSystemError(error)) return true;
    throw error;
  }
}

function clean(front: FrontEnd): number {
  const { process } = front;
  const folder = '/var/cache/apt/archives';
  front.lock(`${folder}/lock`, `Unable to lock directory ${folder}/`);
  for (const { name } of process.readdir(folder)) if (name.endsWith('.deb')) process.unlink(`${folder}/${name}`);
  for (const name of ['pkgcache.bin', 'srcpkgcache.bin']) if (process.exists(`/var/cache/apt/${name}`)) process.unlink(`/var/cache/apt/${name}`);
  return 0;
}
