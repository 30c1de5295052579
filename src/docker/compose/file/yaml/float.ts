/** strconv.FormatFloat(value, 'g', -1, bits), as fmt's %v and go-yaml write a float: the fewest digits that read back, with an exponent below 1e-04 and from 1e+06 on. */
export function formatG(value: number, bits: 32 | 64 = 64): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const shortest = bits === 32 ? shortest32(value) : value;
  const exponential = shortest.toExponential();
  const exponent = Number(exponential.slice(exponential.indexOf('e') + 1));
  return exponent < -4 || exponent >= 6 ? exponential.replace(/e([+-])(\d)$/, 'e$10$2') : String(shortest);
}

/** The number of fewest digits that is the same as a float32. */
export function shortest32(value: number): number {
  const single = Math.fround(value);
  for (let precision = 1; precision < 9; precision++) {
    const candidate = Number(single.toPrecision(precision));
    if (Math.fround(candidate) === single) return candidate;
  }
  return single;
}
