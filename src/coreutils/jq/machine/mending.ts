/** What is different about this build of jq from Debian's: bytes that are there once, and what takes their place, equally long. */
const mendings: readonly (readonly [from: Uint8Array, to: Uint8Array])[] = [
  text('\u00001.7.1-dirty\0', '\u00001.7.1\0'),
  text(
    '\0--disable-docs --disable-valgrind --with-oniguruma=builtin --enable-static --enable-all-static CC=/emsdk/upstream/emscripten/emcc\0',
    "\0--disable-dependency-tracking --prefix=/usr --disable-static CC=gcc 'CFLAGS=-g -O2'\0",
  ),
  // The C library here has no gamma(3), which is lgamma(3) under its old name.
  text('def gamma: "Error: gamma/0 not found at build time"|error;', 'def gamma: lgamma;', ' '),
  // strftime's %Z: `local.get 3 / i32.load offset=40 / call tzset` gives tm_zone, which jq leaves empty; then glibc gives tzname[0]: `call tzset / i32.const &std_name`.
  [Uint8Array.of(0x20, 3, 0x28, 2, 40, 0x10, 0xdc, 1), Uint8Array.of(0x10, 0xdc, 1, 0x41, 0x90, 0xac, 0x97, 0)],
];

function text(from: string, to: string, fill = '\0'): readonly [Uint8Array, Uint8Array] {
  const encoder = new TextEncoder();
  return [encoder.encode(from), encoder.encode(to.padEnd(from.length, fill))];
}

/** Changes jq's module so that it does what Debian's jq does. Throws where it is not the release that this was written for. */
export function mend(module: Uint8Array): void {
  for (const [from, to] of mendings) {
    const [at, another] = occurrences(module, from);
    if (at === undefined || another !== undefined) throw new Error('jq: this is another release than the one that is known');
    module.set(to, at);
  }
}

/** The first two places of `part`. */
function occurrences(all: Uint8Array, part: Uint8Array): number[] {
  const found: number[] = [];
  const [first = 0] = part;
  for (let at = all.indexOf(first); at >= 0 && found.length < 2; at = all.indexOf(first, at + 1)) if (part.every((byte, index) => all[at + index] === byte)) found.push(at);
  return found;
}
