import { sha256 } from '@noble/hashes/sha2.js';
import { keyBlob } from './key-file.ts';

/** The picture of a key: the drunken bishop's walk, as ssh-keygen draws it. */
export function randomArt(publicKey: Uint8Array): string {
  const [width, height, signs] = [17, 9, ' .o+=*BOX@%&#/^SE'];
  const field = Array.from({ length: width * height }, () => 0);
  let [x, y] = [8, 4];
  for (const byte of sha256(keyBlob(publicKey))) {
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
  return `+--[ED25519 256]--+\n${rows.join('\n')}\n+----[SHA256]-----+\n`;
}
