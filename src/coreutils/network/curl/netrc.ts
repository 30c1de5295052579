import { isSystemError, type Process } from '../../../kernel/uapi/index.ts';
import { CurlError } from './error.ts';

/** A login for a host. */
export interface Login {
  user: string | undefined;
  password: string | undefined;
}

/** The words of a netrc file, quotes and escapes undone; undefined when a quote stays open. */
function words(text: string): string[] | undefined {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('#')) continue;
    for (const [whole, quoted, plain] of line.matchAll(/"((?:\\[^]|[^"\\])*)"|(\S+)/g)) {
      if (quoted === undefined && whole.startsWith('"')) return undefined;
      found.push(quoted === undefined ? plain ?? '' : quoted.replaceAll(/\\([^])/g, (_, char: string) => ({ n: '\n', r: '\r', t: '\t' })[char] ?? char));
    }
  }
  return found;
}

/** What a netrc file says of a host (and of `user`, when that is known); undefined when nothing. Throws CurlError 26 when the file is missing or wrong, unless `optional`. */
export function netrcLogin(process: Process, path: string, host: string, user: string | undefined, optional: boolean): Login | undefined {
  let text: string;
  try {
    text = process.readTextFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (optional) return undefined;
    throw new CurlError(26, '.netrc error: no such file');
  }
  const list = words(text);
  if (!list) throw new CurlError(26, '.netrc error: syntax error');
  for (let at = 0; at < list.length;) {
    const word = list[at++]?.toLowerCase();
    const matches = word === 'default' || (word === 'machine' && list[at++]?.toLowerCase() === host.toLowerCase());
    if (word !== 'machine' && word !== 'default') continue;
    const login: Login = { user: undefined, password: undefined };
    while (at < list.length && !/^(?:machine|default)$/i.test(list[at] ?? '')) {
      const key = list[at++]?.toLowerCase();
      if (key === 'login') login.user = list[at++];
      else if (key === 'password') login.password = list[at++];
      else if (key === 'account' || key === 'macdef') at++;
    }
    if (matches && (user === undefined || login.user === undefined || login.user === user)) return { user: user ?? login.user, password: login.password };
  }
  return undefined;
}
