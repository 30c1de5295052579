import type { Address } from './address.ts';

const same = (a: Address | undefined, b: Address): boolean => a?.host === b.host && a.port === b.port && a.path === b.path;

/** Where the preview was, for its Back and Forward. The browser's own history belongs to the lesson. */
export class Visits {
  #list: Address[] = [];
  #index = -1;

  get current(): Address | undefined {
    return this.#list[this.#index];
  }

  get hasBack(): boolean {
    return this.#index > 0;
  }

  get hasForward(): boolean {
    return this.#index < this.#list.length - 1;
  }

  /** A new address; what was ahead is forgotten. */
  add(address: Address): void {
    if (same(this.current, address)) return;
    this.#list = [...this.#list.slice(0, this.#index + 1), address];
    this.#index = this.#list.length - 1;
  }


  /** The current address led to another one by itself. */
  replace(address: Address): void {
    this.#list[Math.max(0, this.#index)] = address;
    this.#index = Math.max(0, this.#index);
  }

  back(): Address | undefined {
    if (this.hasBack) this.#index--;
    return this.current;
  }

  forward(): Address | undefined {
    if (this.hasForward) this.#index++;
    return this.current;
  }
}
