import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { mustRun } from '../child-process/index.ts';
import { bringLibraries, type Place } from './place.ts';

/** Debian's release of Python. */
const built = '3.11';

/** A program's name with the release that an image has: `python3.12`. */
export const interpreterName = /^python\d+\.\d+$/;

/** What Debian's image of the library has, and the official one has not. */
const debians = ['EXTERNALLY-MANAGED', 'sitecustomize.py', 'test'];

/**
 * Lays Debian's Python where the official image has its own, below /usr/local. Its release is another than the image's, as in the sandbox: it says the image's
 * (`sitecustomize.py`), the language is its own. Modules that are installed lie in site-packages.
 */
export async function layInterpreter(path: string, place: Place): Promise<void> {
  const name = basename(path);
  const library = join(dirname(path), '..', 'lib', name);
  const debian = `usr/lib/python${built}`;
  await mkdir(library, { recursive: true });
  await mustRun('cp', ['-a', `${join(place.programs, debian)}/.`, library]);
  for (const file of debians) await rm(join(library, file), { recursive: true, force: true });
  await copyFile(new URL('sitecustomize.py', import.meta.url), join(library, 'sitecustomize.py'));
  // It looks for its library under its own release.
  await symlink(name, join(dirname(library), `python${built}`));
  const layout = join(library, 'sysconfig.py');
  await writeFile(layout, replaced(await readFile(layout, 'utf8'), "prefix_scheme = 'posix_local'", "prefix_scheme = 'posix_prefix'"));

  const program = `usr/bin/python${built}`;
  const bytes = await readFile(join(place.programs, program), 'latin1');
  await writeFile(path, withRelease(bytes, place.environment['PYTHON_VERSION'] ?? ''), 'latin1');
  const modules = (await readdir(join(place.programs, debian, 'lib-dynload'))).filter((file) => file.endsWith('.so')).map((file) => `/${debian}/lib-dynload/${file}`);
  await bringLibraries(place, place.programs, [`/${program}`, ...modules]);
}

/** The program with another release in the place of its own; both are as long. */
function withRelease(program: string, release: string): string {
  const own = /\0(3\.\d+\.\d+)\0/.exec(program)?.[1] ?? '';
  if (own.length !== release.length) throw new Error(`Python ${own} cannot say that it is ${release}`);
  return replaced(program, `\0${own}\0`, `\0${release}\0`);
}

/** Lays pip, of Debian's wheel; the recipe says its version. */
export async function layPip(path: string, place: Place): Promise<void> {
  const wheels = join(place.programs, 'usr/share/python-wheels');
  const wheel = (await readdir(wheels)).find((file) => file.startsWith('pip-'));
  const python = basename(path).replace('pip', 'python');
  const packages = join(dirname(path), '..', 'lib', python, 'site-packages');
  for (const [file, bytes] of Object.entries(unzipSync(await readFile(join(wheels, wheel ?? ''))))) {
    if (file.endsWith('/') || /^[^/]+\.dist-info\//.test(file)) continue;
    await mkdir(dirname(join(packages, file)), { recursive: true });
    await writeFile(join(packages, file), file.endsWith('.py') ? mended(file, Buffer.from(bytes).toString()) : bytes);
  }
  await writeFile(path, `#!/usr/local/bin/${python}\nimport sys\nfrom pip._internal.cli.main import main\n\nif __name__ == "__main__":\n    sys.exit(main())\n`);
}

/** What later releases of pip than Debian's do: names of metadata are compared as PEP 503 says, what is asked of the index is said to who wants to know, a wheel is downloaded once. */
const laterPip: readonly (readonly [string, string])[] = [
  ['if metadata_dist.raw_name != req.req.name:', 'if canonicalize_name(metadata_dist.raw_name) != canonicalize_name(req.req.name):'],
  ['logger.info(\n            "Obtaining dependency information for', 'logger.verbose(\n            "Obtaining dependency information for'],
  ['            req.local_file_path = filepath\n', '            req.local_file_path = filepath\n            self._downloaded[req.link.url] = filepath\n'],
];

/** A file of pip for images: what the interpreter can do is not asked of the release that it tells. */
function mended(file: string, source: string): string {
  const text = source.replace(/\bsys\.version_info(\[:\d\])? ([<>]=? )/g, 'sys.implementation.version$1 $2');
  return file === 'pip/_internal/operations/prepare.py' ? laterPip.reduce((before, [from, to]) => replaced(before, from, to), text) : text;
}

/** Replaces all of a text, which must be there. */
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${JSON.stringify(from)}`);
  return text.replaceAll(from, to);
}
