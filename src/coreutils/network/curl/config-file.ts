import { isSystemError } from '../../../kernel/uapi/index.ts';
import { readInput, textOf } from '../../program/index.ts';
import { OptionError } from './option-error.ts';
import type { GlobalSettings } from './settings.ts';

/** Takes an option of a configuration file; true when the argument was used. */
export type TakeOption = (option: string, argument: string | undefined) => Promise<boolean>;

const escaped: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' };

/** Reads options from a file, a line each (`option = "argument"`). Throws OptionError `read` when it cannot be read or a line is wrong, after saying which. */
export async function readConfigFile(global: GlobalSettings, path: string, take: TakeOption): Promise<void> {
  let text: string;
  try {
    text = textOf(await readInput(global.io.process, path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OptionError('read');
  }
  const shown = path === '-' ? '<stdin>' : path;
  let number = 0;
  for (const raw of text.split('\n')) {
    number++;
    const line = raw.replace(/^[ \t\r\v\f]+/, '').replace(/\r$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const dashed = line.startsWith('-');
    const [, option = '', rest = ''] = (dashed ? /^([^ \t]*)[ \t]*([^]*)$/ : /^([^ \t=:]*)[ \t=:]*([^]*)$/).exec(line) ?? [];
    let argument: string | undefined;
    if (rest.startsWith('"')) argument = unquoted(rest.slice(1));
    else {
      const [, word = '', after = ''] = /^(\S*)\s*([^]*)$/.exec(rest) ?? [];
      if (after !== '' && !after.startsWith('#')) {
        global.warn(`${path}:${number}: warning: '${option}' uses unquoted whitespace`);
        global.warn('This may cause side-effects. Consider using double quotes?');
      }
      argument = word === '' ? undefined : word;
    }
    try {
      const used = await take(option, argument);
      if (argument !== undefined && argument !== '' && !used) throw new OptionError('garbage');
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      global.error(`${shown}:${number}: '${option}' ${error.message}`);
      throw new OptionError('read');
    }
  }
}

function unquoted(text: string): string {
  const [inner = ''] = /^(?:\\[^]|[^"\\])*/.exec(text) ?? [];
  return inner.replaceAll(/\\([^])/g, (_, char: string) => escaped[char] ?? char);
}

/** Where the user's own configuration is; undefined without one. */
export function curlrcPath({ io: { process } }: GlobalSettings): string | undefined {
  const { CURL_HOME, XDG_CONFIG_HOME, HOME } = process.env;
  const places = [CURL_HOME && `${CURL_HOME}/.curlrc`, XDG_CONFIG_HOME && `${XDG_CONFIG_HOME}/curlrc`, XDG_CONFIG_HOME && `${XDG_CONFIG_HOME}/.curlrc`, HOME && `${HOME}/.curlrc`, HOME && `${HOME}/.config/curlrc`, HOME && `${HOME}/.config/.curlrc`];
  return places.find((path): path is string => Boolean(path) && process.exists(path ?? ''));
}
