import { ShellFailure } from '../state/control.ts';

/** `-eq` and its kin, for `test` and `[[`. */
export function compareNumbers(operator: string, left: number | bigint, right: number | bigint): boolean {
  switch (operator) {
    case '-eq': return BigInt(left) === BigInt(right);
    case '-ne': return BigInt(left) !== BigInt(right);
    case '-lt': return left < right;
    case '-le': return left <= right;
    case '-gt': return left > right;
    case '-ge': return left >= right;
    default: throw new ShellFailure(`${operator}: binary operator expected`);
  }
}
