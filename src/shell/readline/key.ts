/** A key or a paste, as the editor sees it. Names: `a`, `ctrl-a`, `alt-f`, `left`, `home`, `delete`, `tab`, `enter`, `backspace` … */
export type Key = { kind: 'text'; text: string } | { kind: 'key'; name: string } | { kind: 'paste'; text: string };

/** Bytes of a terminal, one at a time; `pending` tells whether more are there or come within `ms`. */
export interface KeySource {
  /** The next byte; undefined when the terminal is gone. */
  next(): Promise<number | undefined>;
  pending(ms: number): Promise<boolean>;
}

const escapeTimeout = 50;
const pasteEnd = '\x1b[201~';

const finalNames: Record<string, string> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end', Z: 'shift-tab', P: 'f1', Q: 'f2', R: 'f3', S: 'f4' };
const tildeNames: Record<string, string> = { 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'page-up', 6: 'page-down', 7: 'home', 8: 'end', 200: 'paste' };

/** Reads one key; undefined at the end of the input. */
export async function readKey(source: KeySource): Promise<Key | undefined> {
  const byte = await source.next();
  if (byte === undefined) return undefined;
  if (byte === 0x1b) return readEscape(source);
  return readPlain(source, byte);
}

async function readPlain(source: KeySource, byte: number): Promise<Key> {
  if (byte === 0x0d || byte === 0x0a) return { kind: 'key', name: 'enter' };
  if (byte === 0x09) return { kind: 'key', name: 'tab' };
  if (byte === 0x7f || byte === 0x08) return { kind: 'key', name: 'backspace' };
  if (byte === 0x00) return { kind: 'key', name: 'ctrl-@' };
  if (byte < 0x20) return { kind: 'key', name: `ctrl-${String.fromCharCode(byte + 0x60)}` };
  if (byte < 0x80) return { kind: 'text', text: String.fromCharCode(byte) };
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  const bytes = [byte];
  while (bytes.length < length) {
    const next = await source.next();
    if (next === undefined) break;
    bytes.push(next);
  }
  return { kind: 'text', text: new TextDecoder().decode(Uint8Array.from(bytes)) };
}

async function readEscape(source: KeySource): Promise<Key> {
  if (!(await source.pending(escapeTimeout))) return { kind: 'key', name: 'escape' };
  const next = await source.next();
  if (next === undefined || next === 0x1b) return { kind: 'key', name: 'escape' };
  if (next === 0x5b) return readSequence(source);
  if (next === 0x4f) {
    const final = await source.next();
    return { kind: 'key', name: finalNames[String.fromCharCode(final ?? 0)] ?? 'unknown' };
  }
  const plain = await readPlain(source, next);
  return { kind: 'key', name: `alt-${plain.kind === 'text' ? plain.text : plain.kind === 'key' ? plain.name : ''}` };
}

/** `ESC [ parameters final`. */
async function readSequence(source: KeySource): Promise<Key> {
  let parameters = '';
  for (;;) {
    const byte = await source.next();
    if (byte === undefined) return { kind: 'key', name: 'unknown' };
    const character = String.fromCharCode(byte);
    if (byte < 0x40 || byte > 0x7e) {
      parameters += character;
      continue;
    }
    const [number = '', modifier = ''] = parameters.split(';');
    const base = character === '~' ? tildeNames[number] : finalNames[character];
    if (base === 'paste') return readPaste(source);
    if (base === undefined) return { kind: 'key', name: 'unknown' };
    const bits = Number(modifier || '1') - 1;
    const prefix = (bits & 4 ? 'ctrl-' : '') + (bits & 2 ? 'alt-' : '');
    return { kind: 'key', name: prefix + base };
  }
}

async function readPaste(source: KeySource): Promise<Key> {
  const bytes: number[] = [];
  const end = [...pasteEnd].map((character) => character.charCodeAt(0));
  for (;;) {
    const byte = await source.next();
    if (byte === undefined) break;
    bytes.push(byte);
    if (byte === 0x7e && end.every((one, index) => bytes[bytes.length - end.length + index] === one)) {
      bytes.length -= end.length;
      break;
    }
  }
  return { kind: 'paste', text: new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\r\n?/g, '\n') };
}
