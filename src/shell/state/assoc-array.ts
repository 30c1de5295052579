import { encodeText } from '../text/byte-string.ts';

/** Bash's hash of a key: FNV-1 over signed bytes, 1024 buckets. The order in which `${!a[@]}` lists keys follows from it. */
function bucketOf(key: string): number {
  let hash = 2166136261;
  for (const byte of encodeText(key)) {
    hash = Math.imul(hash, 16777619);
    hash ^= byte > 127 ? byte - 256 : byte;
  }
  return hash & 1023;
}

/** An associative array that lists its keys in bash's order. */
export class AssocArray {
  #items = new Map<string, { value: string; bucket: number; serial: number }>();
  #serial = 0;
  #ordered: string[] | undefined;

  get size(): number {
    return this.#items.size;
  }

  get(key: string): string | undefined {
    return this.#items.get(key)?.value;
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  set(key: string, value: string): void {
    const item = this.#items.get(key);
    if (item) {
      item.value = value;
      return;
    }
    this.#items.set(key, { value, bucket: bucketOf(key), serial: this.#serial++ });
    this.#ordered = undefined;
  }

  delete(key: string): void {
    this.#items.delete(key);
    this.#ordered = undefined;
  }

  clear(): void {
    this.#items.clear();
    this.#ordered = undefined;
  }

  keys(): string[] {
    // Within a bucket the newest comes first.
    this.#ordered ??= [...this.#items].sort(([, a], [, b]) => a.bucket - b.bucket || b.serial - a.serial).map(([key]) => key);
    return [...this.#ordered];
  }

  values(): string[] {
    return this.keys().map((key) => this.get(key) ?? '');
  }

  entries(): [string, string][] {
    return this.keys().map((key) => [key, this.get(key) ?? '']);
  }

  clone(): AssocArray {
    const copy = new AssocArray();
    for (const [key, item] of this.#items) copy.#items.set(key, { ...item });
    copy.#serial = this.#serial;
    return copy;
  }
}
