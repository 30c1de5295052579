import { fileType, fileTypeMask, type Process } from '../../../kernel/index.ts';
import { CliError } from '../command/status-error.ts';
import { csvFields } from './csv-fields.ts';

/** Where `--output` sends a build. */
export interface OutputTarget {
  type: 'image' | 'local' | 'tar';
  /** A directory for local, a file for tar, `-` for stdout; empty for an image. */
  place: string;
  /** `name=` of an image. */
  names: string[];
}

const elsewhere = (what: string, link: string): CliError =>
  new CliError(`${what} is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/${link}/`);

/** Reads `--output`: a directory, `-`, or `type=…,dest=…`. Throws CliError with buildx's words. */
export function outputTarget(process: Process, flags: readonly string[], toTerminal: boolean): OutputTarget {
  const image: OutputTarget = { type: 'image', place: '', names: [] };
  const targets = flags.map((flag) => parse(flag));
  for (const { type, attributes } of targets) {
    if (type === 'oci') throw elsewhere('OCI exporter', 'build-exporters');
    if (type === 'docker' && attributes.has('dest')) throw elsewhere('Docker exporter', 'build-exporters');
  }
  const [first] = targets;
  if (!first) return image;
  const { type, attributes } = first;
  const place = attributes.get('dest') ?? '';
  if (type === 'local') {
    if (place === '') throw new CliError('dest is required for local exporter');
    if (process.exists(place) && (process.stat(place).mode & fileTypeMask) !== fileType.directory) throw new CliError(`destination directory ${place} is a file`);
    return { type, place, names: [] };
  }
  if (type === 'tar') {
    if ((place === '' || place === '-') && toTerminal) throw new CliError('dest file is required for tar exporter. refusing to write to console');
    return { type, place: place || '-', names: [] };
  }
  if (type === 'registry') return image;
  if (type !== 'docker' && type !== 'image' && type !== 'cacheonly') throw new CliError(`failed to solve: exporter ${JSON.stringify(type)} could not be found`);
  return { ...image, names: (attributes.get('name') ?? '').split(',').filter((name) => name !== '') };
}

function parse(flag: string): { type: string; attributes: Map<string, string> } {
  if (!flag.startsWith('type=') && !flag.includes(',')) return flag === '-' ? { type: 'tar', attributes: new Map([['dest', '-']]) } : { type: 'local', attributes: new Map([['dest', flag]]) };
  const attributes = new Map<string, string>();
  for (const [key, value] of csvFields(flag)) {
    if (value === undefined) throw new CliError(`invalid value ${key}`);
    attributes.set(key.toLowerCase(), value);
  }
  const type = attributes.get('type');
  if (type === undefined) throw new CliError(`type is required for output`);
  return { type, attributes };
}
