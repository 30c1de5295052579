import { isSystemError, type Process } from '../../../kernel/index.ts';
import { CliError } from '../command/status-error.ts';
import { goMessage } from '../explain-error.ts';
import { csvFields } from './csv-fields.ts';

/** Reads what `--secret` names: `id=ID[,src=FILE]`, `id=ID,env=NAME`; without a source a variable of that name, then a file. Throws CliError with buildx's words. */
export function readSecrets(process: Process, flags: readonly string[]): Map<string, Uint8Array> {
  return new Map(flags.map((flag) => readSecret(process, flag)));
}

function readSecret(process: Process, flag: string): [string, Uint8Array] {
  let type = '';
  let id = '';
  let file = '';
  let variable = '';
  for (const [key, value] of csvFields(flag)) {
    if (value === undefined) throw new CliError(`invalid field '${key}' must be a key=value pair`);
    switch (key.toLowerCase()) {
      case 'type':
        if (value !== 'file' && value !== 'env') throw new CliError(`unsupported secret type ${JSON.stringify(value)}`);
        type = value;
        break;
      case 'id': id = value; break;
      case 'source': case 'src': file = value; break;
      case 'env': variable = value; break;
      default: throw new CliError(`unexpected key '${key}' in '${key}=${value}'`);
    }
  }
  if (id === '') throw new CliError('secret missing ID');
  if (type === 'env' && variable === '') {
    variable = file;
    file = '';
  }
  if (variable === '' && file === '' && process.env[id] !== undefined) variable = id;
  if (variable !== '') return [id, new TextEncoder().encode(process.env[variable] ?? '')];
  const path = file || id;
  try {
    return [id, process.readFile(path)];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CliError(`failed to stat ${path}: stat ${path}: ${goMessage(error).replace(/^.*: /, '')}`);
  }
}
