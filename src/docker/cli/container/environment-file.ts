import { isSystemError, type Process } from '../../../kernel/index.ts';
import { CliError } from '../command/status-error.ts';
import { cut } from '../flags/index.ts';
import { goMessage } from '../explain-error.ts';

/** Variables of the files, then those given one by one. `inherit` finds the value of a name that has none. */
export function readKeyValues(process: Process, files: readonly string[], given: readonly string[], inherit?: (name: string) => string | undefined): string[] {
  return [...files.flatMap((file) => readFile(process, file, inherit)), ...given];
}

function readFile(process: Process, file: string, inherit: ((name: string) => string | undefined) | undefined): string[] {
  let text: string;
  try {
    text = process.readTextFile(file);
  } catch (error) {
    if (isSystemError(error)) throw new CliError(`open ${goMessage(error)}`);
    throw error;
  }
  const variables: string[] = [];
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const [name, value] = cut(line, '=');
    if (/[ \t]/.test(name)) throw new CliError(`poorly formatted environment: variable '${name}' contains whitespaces`);
    if (name === '') throw new CliError(`poorly formatted environment: no variable name on line '${line}'`);
    if (value !== undefined) variables.push(`${name}=${value}`);
    else {
      // Where nothing is inherited (labels), a name alone is left out.
      const inherited = inherit?.(line);
      if (inherited !== undefined) variables.push(`${name.trim()}=${inherited}`);
    }
  }
  return variables;
}
