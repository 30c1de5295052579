import { concatBytes } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, readInput } from '../../program/index.ts';
import { OptionError } from './option-error.ts';
import type { GlobalSettings, Settings } from './settings.ts';
import { percentEncode } from './url-encoding.ts';

/** The file (`-` is standard input) that an option names. */
export async function readNamed(global: GlobalSettings, name: string): Promise<Uint8Array> {
  try {
    return await readInput(global.io.process, name);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== 'EISDIR') global.error(`Failed to open ${name}`);
    throw new OptionError('read');
  }
}

/** Adds what one of -d's kin says to the request's body. */
export async function addPostData(settings: Settings, option: string, value: string): Promise<void> {
  const { global } = settings;
  let data: Uint8Array;
  if (option === 'data-urlencode') data = bytesOf(await urlEncoded(global, value));
  else if (value.startsWith('@') && option !== 'data-raw') {
    data = await readNamed(global, value.slice(1));
    if (option !== 'data-binary' && option !== 'json') data = data.filter((byte) => byte !== 10 && byte !== 13 && byte !== 0);
  } else data = bytesOf(value);
  if (option === 'json') settings.json = true;
  const before = settings.post;
  settings.post = concatBytes([...(before && before.length > 0 ? [before, ...(option === 'json' ? [] : [bytesOf('&')])] : []), data]);
}

/** --data-urlencode's forms: `content`, `=content`, `name=content`, `@file`, `name@file`. A space becomes `+`. */
export async function urlEncoded(global: GlobalSettings, value: string): Promise<string> {
  const mark = value.includes('=') ? value.indexOf('=') : value.indexOf('@');
  const name = mark < 0 ? '' : value.slice(0, mark);
  const content = value[mark] === '@' ? await readNamed(global, value.slice(mark + 1)) : bytesOf(mark < 0 ? value : value.slice(mark + 1));
  const encoded = percentEncode(content).replaceAll('%20', '+');
  return name === '' ? encoded : `${name}=${encoded}`;
}
