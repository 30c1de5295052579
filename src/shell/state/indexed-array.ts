/** A sparse array of strings in the order of its indices. */
export class IndexedArray {
  #items = new Map<number, string>();
  #last = -1;
  #sorted = true;

  static from(values: Iterable<string>): IndexedArray {
    const array = new IndexedArray();
    let index = 0;
    for (const value of values) array.set(index++, value);
    return array;
  }

  get size(): number {
    return this.#items.size;
  }

  /** The highest index, -1 when empty. */
  get last(): number {
    return this.#last;
  }

  get(index: number): string | undefined {
    return this.#items.get(index);
  }

  has(index: number): boolean {
    return this.#items.has(index);
  }

  set(index: number, value: string): void {
    if (index > this.#last) this.#last = index;
    else if (!this.#items.has(index)) this.#sorted = false;
    this.#items.set(index, value);
  }

  delete(index: number): void {
    this.#items.delete(index);
    if (index !== this.#last) return;
    this.#last = -1;
    for (const key of this.#items.keys()) if (key > this.#last) this.#last = key;
  }

  clear(): void {
    this.#items.clear();
    this.#last = -1;
    this.#sorted = true;
  }

  #sort(): void {
    if (this.#sorted) return;
    this.#items = new Map([...this.#items].sort((a, b) => a[0] - b[0]));
    this.#sorted = true;
  }

  keys(): number[] {
    this.#sort();
    return [...this.#items.keys()];
  }

  values(): string[] {
    this.#sort();
    return [...this.#items.values()];
  }

  entries(): [number, string][] {
    this.#sort();
    return [...this.#items];
  }

  clone(): IndexedArray {
    const copy = new IndexedArray();
    copy.#items = new Map(this.#items);
    copy.#last = this.#last;
    copy.#sorted = this.#sorted;
    return copy;
  }
}
