import { bytesOf, textOf } from '../program/index.ts';

// eslint-disable-next-line no-control-regex
const wide = /[^\x00-\x7f]/;

/** Text with a character for each byte, as mawk sees it: `é` has two. */
export function byteText(text: string): string {
  return wide.test(text) ? String.fromCharCode(...bytesOf(text)) : text;
}

/** What such text is to the rest of the machine: names of files, commands. */
export function plainText(text: string): string {
  return wide.test(text) ? textOf(bytesOfByteText(text)) : text;
}

/** The bytes of such text; ASCII stays a string, which is cheaper to write. */
export function output(text: string): string | Uint8Array {
  return wide.test(text) ? bytesOfByteText(text) : text;
}

function bytesOfByteText(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
