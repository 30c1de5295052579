import { sha256 } from '@noble/hashes/sha2.js';

/** The picture of a key by the bytes of its public half: the drunken bishop's walk, as ssh-keygen draws it. `name`: `RSA 2048`. */
export function randomArt(blob: Uint8Array, name: string): string {
  const [width, height, signs] = [17, 9, ' .o+=*BOX@%&#/^SE'];
  const field = Array.from({ length: width * height }, () => 0);
  let [x, y] = [8, 4];
  for (const byte of sha256(blob)) {
    for (let shift = 0; shift < 8; shift += 2) {
      x = Math.min(width - 1, Math.max(0, x + ((byte >> shift) & 1 ? 1 : -1)));
      y = Math.min(height - 1, Math.max(0, y + ((byte >> shift) & 2 ? 1 : -1)));
      const at = y * width + x;
      field[at] = Math.min(14, (field[at] ?? 0) + 1);
    }
  }
  field[4 * width + 8] = 15;
  field[y * width + x] = 16;
  const rows = Array.from({ length: height }, (_, row) => `|${field.slice(row * width, (row + 1) * width).map((count) => signs[count]).join('')}|`);
  const title = `[${name}]`;
  const before = Math.floor((width - title.length) / 2);
  return `+${'-'.repeat(before)}${title}${'-'.repeat(width - title.length - before)}+\n${rows.join('\n')}\n+----[SHA256]-----+\n`;
}
