import { textOf } from '../../program/index.ts';
import { type Login, netrcLogin } from './netrc.ts';
import { login } from './proxy.ts';
import type { Settings } from './settings.ts';
import type { Trace } from './trace.ts';
import type { CurlUrl } from './url.ts';
import { percentDecode } from './url-encoding.ts';

/** Who to be at a URL: -u, the URL itself, a netrc file. */
export function loginFor(settings: Settings, url: CurlUrl, trace: Trace): Login | undefined {
  const given = login(settings.text('user'));
  const inUrl: Login | undefined = url.user === undefined ? undefined : { user: textOf(percentDecode(url.user)), password: url.password === undefined ? undefined : textOf(percentDecode(url.password)) };
  const own: Login | undefined = given ? { user: given[0], password: given[1] } : inUrl;
  const optional = settings.on('netrc-optional');
  if (!settings.on('netrc') && !optional && settings.text('netrc-file') === undefined) return own;
  if (given || (optional && inUrl?.password !== undefined)) return own;
  const { process } = settings.global.io;
  const path = settings.text('netrc-file') ?? `${process.env.HOME ?? ''}/.netrc`;
  const found = netrcLogin(process, path, url.host.replace(/^\[(.*)\]$/, '$1'), inUrl?.user, optional || settings.text('netrc-file') === undefined);
  if (!found) trace.info(`Couldn't find host ${url.host} in the ${settings.text('netrc-file') ?? '.netrc'} file; using defaults`);
  return found ?? own;
}

/** Asks for the password of `-u NAME` at the terminal, or reads it from standard input. */
export async function askPassword(settings: Settings, option: 'user' | 'proxy-user'): Promise<void> {
  const text = settings.text(option);
  if (text === undefined || text.includes(':') || text.startsWith(';')) return;
  const { io } = settings.global;
  const { process } = io;
  io.error(`Enter ${option === 'user' ? 'host' : 'proxy'} password for user '${text.split(';')[0] ?? ''}':`);
  await io.flush();
  const terminal = process.isatty(0);
  const before = terminal ? process.tcgetattr(0) : undefined;
  if (before) process.tcsetattr(0, { echo: false });
  let line = '';
  try {
    for (;;) {
      const part = await process.read(0, 1);
      const char = textOf(part);
      if (part.length === 0 || char === '\n') break;
      line += char;
    }
  } finally {
    if (before) process.tcsetattr(0, { echo: before.echo });
  }
  io.error('\n');
  settings.setText(option, `${text}:${line}`);
}
