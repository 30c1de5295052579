import { add, compare, type Decimal, divide, multiply, rescale, squareRoot } from './bc-number.ts';

const number = (value: number): Decimal => ({ digits: BigInt(value), scale: 0 });
const zero = number(0);
const one = number(1);

/** Sums terms until they vanish at `scale` places. */
function series(first: Decimal, next: (term: Decimal, index: number) => Decimal): Decimal {
  let sum = first;
  let term = first;
  for (let index = 1; term.digits !== 0n; index++) {
    term = next(term, index);
    sum = add(sum, term);
  }
  return sum;
}

function exp(x: Decimal, places: number): Decimal {
  let halvings = 0;
  let small = rescale(x, places);
  while (compare(small.digits < 0n ? { ...small, digits: -small.digits } : small, one) > 0) {
    small = divide(small, number(2), places + halvings);
    halvings++;
  }
  let result = series(rescale(one, places), (term, index) => divide(multiply(term, small, places), number(index), places));
  for (; halvings > 0; halvings--) result = multiply(result, result, places);
  return rescale(result, places);
}

function arctan(x: Decimal, places: number): Decimal {
  let small = rescale(x, places);
  let factor = 1n;
  while (compare(small.digits < 0n ? { ...small, digits: -small.digits } : small, { digits: 2n, scale: 1 }) > 0) {
    // a(x) = 2 a(x / (1 + sqrt(1 + x^2)))
    small = divide(small, add(one, squareRoot(add(one, multiply(small, small, places)), places)), places);
    factor *= 2n;
  }
  const square = multiply(small, small, places);
  let power = small;
  let sum = small;
  for (let index = 3; power.digits !== 0n; index += 2) {
    power = rescale(multiply(power, square, places), places);
    const term = divide(power, number(index), places);
    sum = add(sum, term, index % 4 === 3 ? -1n : 1n);
  }
  return { digits: sum.digits * factor, scale: sum.scale };
}

function sine(x: Decimal, places: number): Decimal {
  const pi = multiply(arctan(one, places + 5), number(4), places + 5);
  const turns = divide(add(rescale(x, places), divide(pi, number(2), places)), pi, 0).digits - (x.digits < 0n && compare(x, { ...pi, digits: -pi.digits / 2n }) < 0 ? 1n : 0n);
  const small = rescale(add(x, { digits: pi.digits * turns, scale: pi.scale }, -1n), places);
  const square = multiply(small, small, places);
  const result = series(small, (term, index) => divide(multiply({ ...term, digits: -term.digits }, square, places), number(2 * index * (2 * index + 1)), places));
  return turns % 2n === 0n ? result : { ...result, digits: -result.digits };
}

function logarithm(x: Decimal, places: number): Decimal {
  let small = rescale(x, places);
  let factor = 2n;
  while (compare(small, number(2)) >= 0 || compare(small, { digits: 5n, scale: 1 }) <= 0) {
    small = squareRoot(small, places + 5);
    factor *= 2n;
  }
  const ratio = divide(add(small, one, -1n), add(small, one), places + 5);
  const square = multiply(ratio, ratio, places + 5);
  let power = ratio;
  let sum = ratio;
  for (let index = 3; power.digits !== 0n; index += 2) {
    power = rescale(multiply(power, square, places + 5), places + 5);
    sum = add(sum, divide(power, number(index), places + 5));
  }
  return { digits: sum.digits * factor, scale: sum.scale };
}

/** The functions of `bc -l`, each to `scale` places. */
export const mathFunctions: Record<string, (x: Decimal, scale: number, n: Decimal) => Decimal> = {
  e: (x, scale) => rescale(exp(x, scale + 10 + Math.max(0, Math.ceil(Number(rescale(x, 0).digits) * 0.45))), scale),
  a: (x, scale) => rescale(arctan(x, scale + 10), scale),
  s: (x, scale) => rescale(sine(x, scale + 10), scale),
  c: (x, scale) => rescale(sine(add(x, multiply(arctan(one, scale + 15), number(2), scale + 15)), scale + 10), scale),
  l: (x, scale) => (compare(x, zero) <= 0 ? { digits: 1n - 10n ** BigInt(scale), scale: 0 } : rescale(logarithm(x, scale + 15), scale)),
  j: (x, scale, n) => {
    const places = scale + 10;
    const order = Number(rescale(n, 0).digits);
    const half = divide(rescale(x, places), number(2), places);
    let term = rescale(one, places);
    for (let index = 1; index <= order; index++) term = divide(multiply(term, half, places), number(index), places);
    const square = multiply(half, half, places);
    return rescale(series(term, (last, index) => divide(multiply({ ...last, digits: -last.digits }, square, places), number(index * (index + order)), places)), scale);
  },
};
