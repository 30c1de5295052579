/** `-eq` and its kin, for `test` and `[[`. */
export function compareNumbers(operator: string, left: number | bigint, right: number | bigint): boolean {
  switch (operator) {
    case '-eq': return left == right;
    case '-ne': return left != right;
    case '-lt': return left < right;
    case '-le': return left <= right;
    case '-gt': return left > right;
    default: return left >= right;
  }
}
