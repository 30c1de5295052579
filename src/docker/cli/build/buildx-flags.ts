import { fileType, fileTypeMask, isSystemError, type Process } from '../../../kernel/index.ts';
import { goQuote } from '../../../base/go/index.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';

const elsewhere = (what: string, link: string): CliError =>
  new CliError(`${what} is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/${link}/`);

/** What the docker driver cannot do; undefined when nothing of that was asked for. */
export function refusedByDriver(given: { readonly attest: readonly string[]; readonly sbom: string; readonly provenance: string; readonly 'cache-to': readonly string[] }): CliError | undefined {
  const wanted = (text: string): boolean => text !== '' && !/^(0|f|false)$/i.test(text);
  if (given.attest.length > 0 || wanted(given.sbom) || wanted(given.provenance)) return elsewhere('Attestation', 'attestations');
  if (given['cache-to'].some((each) => !/(^|,)type=inline(,|$)/.test(each))) return elsewhere('Cache export', 'build-cache-backends');
  return undefined;
}

/** `--build-context NAME=PATH` and `NAME=docker-image://IMAGE`. Throws CliError. */
export function namedContexts(process: Process, flags: readonly string[]): { directories: Map<string, string>; images: Map<string, string> } {
  const directories = new Map<string, string>();
  const images = new Map<string, string>();
  for (const flag of flags) {
    const equals = flag.indexOf('=');
    if (equals < 0) throw new CliError(`invalid context value: ${flag}, expected key=value`);
    const name = flag.slice(0, equals);
    const value = flag.slice(equals + 1);
    if (value.startsWith('docker-image://')) images.set(name, value.slice('docker-image://'.length));
    else directories.set(name, directory(process, name, value));
  }
  return { directories, images };
}

function directory(process: Process, name: string, path: string): string {
  try {
    if ((process.stat(path).mode & fileTypeMask) === fileType.directory) return path;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CliError(`failed to get build context ${name}: stat ${path}: ${goMessage(error).replace(/^.*: /, '')}`);
  }
  throw new CliError(`failed to get build context ${name}: ${path} is not a directory`);
}

/** `--allow`. Throws CliError for an unknown one. */
export function entitlementsOf(given: readonly string[]): string[] {
  for (const each of given) if (each !== 'network.host' && each !== 'security.insecure') throw new CliError(`unknown entitlement ${each}`);
  return [...given];
}

/** `--ssh`: an agent's socket must be there. Throws CliError. */
export function checkSsh(process: Process, flags: readonly string[]): void {
  for (const flag of flags) {
    const [, paths = ''] = /^[^=]*=?(.*)$/.exec(flag) ?? [];
    const places = paths === '' ? [process.env['SSH_AUTH_SOCK'] ?? ''] : paths.split(',');
    for (const place of places) {
      if (place === '') throw new CliError('invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set');
      if (!process.exists(place)) throw new CliError(`stat ${place}: no such file or directory`);
    }
  }
}

/** `--platform`: one platform. Throws CliError for what is none, and for several. */
export function platformsOf(flags: readonly string[]): string {
  const platforms = flags.flatMap((flag) => flag.split(',')).map((each) => each.trim());
  for (const text of platforms) checkPlatform(text);
  if (platforms.length > 1) throw new CliError('Multi-platform build is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-multi-platform/');
  return platforms[0] ?? '';
}

function checkPlatform(text: string): void {
  const parts = text.split('/', 3);
  const rest = text.split('/').slice(3).join('/');
  const components = rest === '' ? parts : [...parts.slice(0, 2), `${parts[2] ?? ''}/${rest}`];
  if (components.length > 3 || components.some((part) => !/^[A-Za-z0-9_-]+$/.test(part))) {
    const bad = text.split('/').length > 4 ? text.split('/').slice(3).join('/') : (components.find((part) => !/^[A-Za-z0-9_-]+$/.test(part)) ?? '');
    throw new CliError(`${goQuote(bad)} is an invalid component of ${goQuote(text)}: platform specifier component must match "^[A-Za-z0-9_-]+$": invalid argument`);
  }
  if (components.length === 1 && !/^(linux|windows|darwin|freebsd|amd64|x86_64|arm64|aarch64|arm|armhf|armel|386|i386|ppc64le|s390x|riscv64|mips64le|mips64|loong64|wasm|local)$/i.test(text)) throw new CliError(`${goQuote(text)}: unknown operating system or architecture: invalid argument`);
}
