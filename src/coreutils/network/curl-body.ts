import { concatBytes, encodeUtf8 } from '../../base/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { binaryOf, bytesOf, bytesOfBinary, readInput, reason, type Tool } from '../program/index.ts';
import { CurlError } from './curl-error.ts';
import type { CurlArguments } from './curl-options.ts';

/** A request's body, and its Content-Type unless that is left out. */
export interface CurlBody {
  bytes: Uint8Array;
  type: string | undefined;
}

/** What -d, --json, -F and -T send; undefined without any of them. Throws CurlError. */
export async function curlBody(tool: Tool, args: CurlArguments): Promise<CurlBody | undefined> {
  const { process } = tool;
  const parts: Uint8Array[] = [];
  let json = false;
  const load = async (name: string): Promise<Uint8Array> => {
    try {
      return await readInput(process, name);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(`Warning: Couldn't read data from file "${name}", this makes an empty \nWarning: POST.\n`);
      return new Uint8Array();
    }
  };
  for (const { key, value = '' } of args.ordered) {
    let bytes: Uint8Array | undefined;
    if (key === 'data' || key === 'dataBinary' || key === 'json') {
      bytes = value.startsWith('@') ? await load(value.slice(1)) : bytesOf(value);
      if (key === 'data' && value.startsWith('@')) bytes = bytesOfBinary(binaryOf(bytes).replace(/[\r\n\0]/g, ''));
      json ||= key === 'json';
    } else if (key === 'dataRaw') bytes = bytesOf(value);
    else if (key === 'dataUrlencode') {
      const [name = '', text] = value.includes('=') ? value.split(/=([^]*)/) : ['', value];
      bytes = bytesOf(`${name ? `${name}=` : ''}${urlEncode(text ?? '')}`);
    }
    if (!bytes) continue;
    if (parts.length && !json) parts.push(encodeUtf8('&'));
    parts.push(bytes);
  }
  const form = args.values('form');
  if (form.length) {
    const boundary = '------------------------d74496d66958873e';
    const fields: Uint8Array[] = [];
    for (const field of form) {
      const [name = '', value = ''] = field.split(/=([^]*)/);
      const path = /^@([^;]*)/.exec(value)?.[1];
      const content = path === undefined ? bytesOf(value) : await load(path);
      fields.push(encodeUtf8(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${path === undefined ? '' : `; filename="${path.slice(path.lastIndexOf('/') + 1)}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`), content, encodeUtf8('\r\n'));
    }
    return { bytes: concatBytes([...fields, encodeUtf8(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` };
  }
  const upload = args.value('upload');
  if (upload !== undefined) {
    try {
      return { bytes: await readInput(process, upload), type: undefined };
    } catch (error) {
      reason(error);
      await tool.errorText(`curl: cannot open '${upload}'\ncurl: try 'curl --help' or 'curl --manual' for more information\n`);
      throw new CurlError(26, `Failed to open/read local data from file/application`);
    }
  }
  if (parts.length === 0 && !['data', 'dataRaw', 'dataBinary', 'json'].some((key) => args.has(key as 'data'))) return undefined;
  return { bytes: concatBytes([new Uint8Array(), ...parts]), type: json ? 'application/json' : 'application/x-www-form-urlencoded' };
}

/** As --data-urlencode does: all but the unreserved characters, a space as `+`. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+');
}
