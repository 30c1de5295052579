import { isSystemError } from '../../../kernel/uapi/index.ts';
import { isDirectory, reason } from '../../program/index.ts';
import type { Response } from './exchange.ts';
import { bar, dots, type Progress, progressStyle } from './progress.ts';
import { speed } from './quantities.ts';
import { type Session, within } from './session.ts';
import { period } from './settings.ts';

/** What became of a document. */
export type Saved = { kind: 'whole' | 'cut'; bytes: number; seconds: number } | { kind: 'failed' };

/** A document to be written. */
export interface Document {
  response: Response;
  name: string;
  /** The open descriptor of -O. */
  fd: number | undefined;
  /** The URL, for -nv. */
  shown: string;
  /** Bytes that are there already. */
  from: number;
}

/** Writes a response's body to its file, with progress, and says how it went. */
export async function save(session: Session, { response, name, fd: given, shown, from }: Document): Promise<Saved> {
  const { args, log, tool } = session;
  const { process } = tool;
  let fd: number;
  try {
    fd = given ?? openFile(session, name, from > 0);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await log.notable(`${name}: ${reason(error)}\n\nCannot write to ${log.quote(name)} (${reason(error)}).\n`);
    return { kind: 'failed' };
  }
  const toOutput = name === '-';
  await log.verbose(`Saving to: ${log.quote(toOutput ? 'STDOUT' : name)}\n`);
  if (args.has('saveHeaders')) await process.write(fd, `${[response.statusLine ?? '', ...response.headerLines.map(([each, value]) => `${each}: ${value}`)].join('\r\n')}\r\n\r\n`);
  const length = response.headers.get('content-length');
  const total = length === null ? undefined : Number(length) + from;
  const progress = progressOf(session, toOutput ? '-' : name, from, total);
  const show = async (text: string): Promise<void> => {
    if (text !== '') await log.always(text);
  };
  await show(progress?.start() ?? '');
  const started = process.clock.now();
  const seconds = (): number => (process.clock.now() - started) / 1000;
  let size = from;
  let cut = false;
  const limit = period(args, log, 'readTimeout', 'read-timeout') ?? period(args, log, 'timeout', 'timeout');
  for (;;) {
    let part: Uint8Array;
    try {
      part = await within(process, limit, response.read());
    } catch {
      cut = true;
      break;
    }
    if (part.length === 0) break;
    size += part.length;
    await process.write(fd, part);
    await show(progress?.update(size, seconds()) ?? '');
  }
  if (given === undefined) process.close(fd);
  const took = seconds();
  await show(progress?.finish(size, took) ?? '');
  if (!cut) keepTime(session, name, given, response);
  const amount = `[${size}${total === undefined ? '' : `/${total}`}]`;
  const stamp = log.now();
  const at = `${stamp} (${size > from ? speed(size - from, took) : '0.00 B/s'}) - `;
  if (cut) {
    await log.verbose(`${at}Connection closed at byte ${size}. `);
    return { kind: 'cut', bytes: size, seconds: took };
  }
  if (response.status >= 400) await log.notable(`${log.loudness === 'terse' ? `${shown}:\n` : ''}${stamp} ERROR ${response.status}: ${response.statusText}.\n`);
  else if (log.loudness === 'terse') await log.notable(`${stamp} URL:${shown} ${amount} -> "${name}" [1]\n`);
  else await log.verbose(`${at}${toOutput ? 'written to stdout' : `${log.quote(name)} saved`} ${amount}\n`);
  await log.verbose('\n');
  return { kind: 'whole', bytes: size, seconds: took };
}

/** Opens a file for a document, with the folders above it; a file in a folder's place goes. */
function openFile({ tool: { process } }: Session, name: string, append: boolean): number {
  const folders = name.split('/').slice(0, -1);
  for (let count = 1; count <= folders.length; count++) {
    const folder = folders.slice(0, count).join('/');
    if (folder === '' || (process.exists(folder) && isDirectory(process.stat(folder).mode))) continue;
    if (process.exists(folder)) process.unlink(folder);
    process.mkdir(folder, 0o777);
  }
  return process.open(name, append ? 'a' : 'w', 0o666);
}

function progressOf({ args, log, tool: { process } }: Session, name: string, from: number, total: number | undefined): Progress | undefined {
  if (log.loudness !== 'verbose' && !args.has('showProgress')) return undefined;
  const style = progressStyle(args.value('progress') ?? 'bar');
  const plain = progressStyle('dot');
  const chosen = style?.kind === 'bar' && !style.force && !log.terminal ? plain : style;
  if (chosen?.kind === 'dot') return dots(chosen.style, from, total);
  const columns = log.terminal ? process.windowSize(2).columns || 80 : 80;
  const progress = bar(name.slice(name.lastIndexOf('/') + 1), from, total, columns);
  return { ...progress, start: () => `${log.loudness === 'verbose' ? '\n' : ''}${progress.start()}` };
}

/** The file gets the time that the server gave. */
function keepTime({ args, tool: { process } }: Session, name: string, fd: number | undefined, { headers }: Response): void {
  const modified = Date.parse(headers.get('last-modified') ?? '');
  if (Number.isNaN(modified) || name === '-' || args.has('noServerTimes') || fd === 1) return;
  try {
    process.utimes(name, modified, modified);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
