import { fileType, isSystemError } from '../../../kernel/uapi/index.ts';
import { bytesOf, readBlocks, textOf } from '../../program/index.ts';
import { CurlError } from './error.ts';
import type { TransferFacts } from './facts.ts';
import type { HeaderOutput } from './header-output.ts';
import type { Meter } from './meter.ts';
import { httpDate, type RequestBody } from './request.ts';
import type { TransferParts } from './transfer-parts.ts';
import type { CurlUrl } from './url.ts';
import { percentDecode } from './url-encoding.ts';

/** Reads a file:// URL, or writes it with -T. Throws CurlError. */
export async function transferFile(parts: TransferParts, url: CurlUrl, facts: TransferFacts, meter: Meter, headers: HeaderOutput): Promise<void> {
  const { settings, trace, upload, output } = parts;
  const { process } = settings.global.io;
  const path = textOf(percentDecode(url.path));
  if (upload) return await writeFile(parts, path, upload, facts);
  let fd: number;
  try {
    fd = process.open(path, { read: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CurlError(37, `Couldn't open file ${path}`);
  }
  trace.connection = 0;
  meter.update();
  const stat = process.fstat(fd);
  try {
    if (settings.on('head')) {
      for (const line of [`Content-Length: ${stat.size}\r\n`, 'Accept-ranges: bytes\r\n', `Last-Modified: ${httpDate(Math.floor(stat.mtime / 1000))}\r\n`, '\r\n']) await headers.line(bytesOf(line));
      return;
    }
    if ((stat.mode & 0o170000) === fileType.directory) {
      for (const { name } of process.readdir(path)) if (!name.startsWith('.')) await give(bytesOf(`${name}\n`));
      return;
    }
    const [from, to] = rangeOf(parts, stat.size);
    meter.download.total = to - from;
    if (from > 0) process.lseek(fd, from, 'set');
    let left = to - from;
    for await (const block of readBlocks(process, fd)) {
      const part = block.subarray(0, left);
      left -= part.length;
      await give(part);
      if (left === 0) break;
    }
  } finally {
    process.close(fd);
    facts.fileTime = Math.floor(stat.mtime / 1000);
    trace.info('shutting down connection #0');
  }

  async function give(bytes: Uint8Array): Promise<void> {
    if (settings.maxFilesize > 0 && stat.size > settings.maxFilesize) throw new CurlError(63, 'Maximum file size exceeded');
    trace.data(false, bytes);
    facts.sizeDownload += bytes.length;
    meter.download.now += bytes.length;
    if (!(await output.write(bytes))) throw new CurlError(23, `client returned ERROR on write of ${bytes.length} bytes`);
    meter.update();
    await settings.global.io.flush();
  }
}

/** The bytes that -r or -C ask for. */
function rangeOf({ settings, resume }: TransferParts, size: number): [from: number, to: number] {
  if (resume > 0) {
    if (resume > size) throw new CurlError(36, 'Could not resume download');
    return [resume, size];
  }
  const [, from = '', to = ''] = /^(\d*)-(\d*)/.exec(settings.range ?? '-') ?? [];
  if (from === '' && to !== '') return [Math.max(0, size - Number(to)), size];
  return [Math.min(Number(from), size), to === '' ? size : Math.min(Number(to) + 1, size)];
}

async function writeFile({ settings, trace }: TransferParts, path: string, upload: RequestBody, facts: TransferFacts): Promise<void> {
  const { process } = settings.global.io;
  try {
    const fd = process.open(path, settings.on('append') ? 'a' : 'w', 0o644);
    const write = async (bytes: Uint8Array): Promise<void> => {
      facts.sizeUpload += bytes.length;
      await process.write(fd, bytes);
    };
    if (upload.kind === 'bytes') await write(upload.bytes);
    else for (let part = await upload.read(); part.length > 0; part = await upload.read()) await write(part);
    process.close(fd);
  } catch (error) {
    if (isSystemError(error)) throw new CurlError(23, `cannot open ${path} for writing`);
    throw error;
  }
  trace.info('shutting down connection #0');
}
