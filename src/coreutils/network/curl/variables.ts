import { concatBytes } from '../../../base/index.ts';
import { isSystemError } from '../../../kernel/uapi/index.ts';
import { binaryOf, bytesOf, readInput, reason, textOf } from '../../program/index.ts';
import { jsonQuoted } from './json-text.ts';
import { OptionError } from './option-error.ts';
import type { GlobalSettings } from './settings.ts';
import { percentEncode } from './url-encoding.ts';

/** --variable [%]NAME[FROM-TO][=CONTENT|@FILE]. */
export async function setVariable(global: GlobalSettings, text: string): Promise<void> {
  const [, percent = '', name = '', rest = ''] = /^(%?)(\w*)([^]*)$/.exec(text) ?? [];
  if (name.length === 0 || name.length >= 128) return global.warn(`Bad variable name length (${name.length}), skipping`);
  const { process } = global.io;
  const imported = percent === '' ? undefined : process.env[name];
  if (percent !== '' && rest === '' && imported === undefined) {
    global.error(`Variable '${name}' import fail, not set`);
    throw new OptionError('expand');
  }
  const [, range, action = ''] = /^(\[\d[^\]]*\]?)?([^]*)$/.exec(rest) ?? [];
  let [from, to] = [0, Number.MAX_SAFE_INTEGER];
  if (range !== undefined) {
    const [, low, high] = /^\[(\d+)-(\d*)\]$/.exec(range) ?? [];
    if (low === undefined) throw new OptionError('variable-syntax');
    [from, to] = [Number(low), high ? Number(high) : to];
    if (from > to) throw new OptionError('variable-syntax');
  }
  const part = (bytes: Uint8Array): Uint8Array => bytes.subarray(from, Math.min(to, bytes.length) + 1);
  if (imported !== undefined) global.variables.set(name, bytesOf(imported));
  else if (action.startsWith('@')) {
    try {
      global.variables.set(name, part(await readInput(process, action.slice(1))));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      global.error(`Failed to open ${action.slice(1)}: ${reason(error)}`);
      throw new OptionError('read');
    }
  } else if (action.startsWith('=')) global.variables.set(name, part(bytesOf(action.slice(1))));
  else global.warn(`Bad --variable syntax, skipping: ${text}`);
}

/** What --expand- makes of an argument: `{{name:function:…}}` is replaced, an unknown name by nothing. */
export function expandVariables(global: GlobalSettings, text: string): string {
  return text.replaceAll(/(\\?)\{\{([^]*?)\}\}/g, (whole, escaped: string, inner: string) => {
    if (escaped !== '') return whole.slice(1);
    const [, name = '', functions = ''] = /^([^:]*)([^]*)$/.exec(inner) ?? [];
    if (name === '' || name.length >= 128) {
      global.warn(`bad variable name length '${text}'`);
      return whole;
    }
    if (!/^\w+$/.test(name)) {
      global.warn(`bad variable name: ${name}`);
      return whole;
    }
    let value = global.variables.get(name);
    if (value === undefined) return '';
    for (const one of functions.split(':').slice(1)) value = apply(global, one, value, functions);
    if (value.includes(0)) {
      global.error(`variable contains null byte`);
      throw new OptionError('expand');
    }
    return textOf(value);
  });
}

function apply(global: GlobalSettings, name: string, value: Uint8Array, all: string): Uint8Array {
  switch (name) {
    case 'trim':
      return bytesOf(textOf(value).replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, ''));
    case 'json':
      return bytesOf(jsonQuoted(textOf(value)));
    case 'url':
      return bytesOf(percentEncode(value));
    case 'b64':
      return bytesOf(btoa(binaryOf(value)));
    case '64dec':
      try {
        return Uint8Array.from(atob(textOf(value)), (char) => char.charCodeAt(0));
      } catch {
        return concatBytes([bytesOf('[64dec-fail]')]);
      }
    default:
      global.error(`unknown variable function in '${all}'`);
      throw new OptionError('expand');
  }
}
