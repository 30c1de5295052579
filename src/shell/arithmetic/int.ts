/** A 64-bit signed integer: a number while it is a safe one, else a bigint. */
export type Int = number | bigint;

/** Wraps at 64 bits and prefers number. */
export function normalize(value: bigint): Int {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= -9007199254740991n && wrapped <= 9007199254740991n ? Number(wrapped) : wrapped;
}

/** Whether it is zero, as a number or a bigint. */
export function isZero(value: Int): boolean {
  return value === 0 || value === 0n;
}

/** The decimal text. */
export function formatInt(value: Int): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/** A binary operator without side effects. Division by zero is the caller's business. */
export function calculate(operator: string, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const fast = calculateFast(operator, a, b);
    if (fast !== undefined && Number.isSafeInteger(fast)) return fast;
  }
  return calculateBig(operator, BigInt(a), BigInt(b));
}

function isInt32(value: number): boolean {
  return (value | 0) === value;
}

function calculateFast(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return Math.trunc(a / b);
    case '%': return a % b;
    case '<': return a < b ? 1 : 0;
    case '>': return a > b ? 1 : 0;
    case '<=': return a <= b ? 1 : 0;
    case '>=': return a >= b ? 1 : 0;
    case '==': return a === b ? 1 : 0;
    case '!=': return a === b ? 0 : 1;
    case '&': return isInt32(a) && isInt32(b) ? a & b : undefined;
    case '|': return isInt32(a) && isInt32(b) ? a | b : undefined;
    case '^': return isInt32(a) && isInt32(b) ? a ^ b : undefined;
    default: return undefined;
  }
}

function calculateBig(operator: string, a: bigint, b: bigint): Int {
  switch (operator) {
    case '+': return normalize(a + b);
    case '-': return normalize(a - b);
    case '*': return normalize(a * b);
    case '/': return normalize(a / b);
    case '%': return normalize(a % b);
    case '**': return normalize(power(a, b));
    case '<<': return normalize(a << (b & 63n));
    case '>>': return normalize(a >> (b & 63n));
    case '&': return normalize(a & b);
    case '|': return normalize(a | b);
    case '^': return normalize(a ^ b);
    case '<': return a < b ? 1 : 0;
    case '>': return a > b ? 1 : 0;
    case '<=': return a <= b ? 1 : 0;
    case '>=': return a >= b ? 1 : 0;
    case '==': return a === b ? 1 : 0;
    case '!=': return a === b ? 0 : 1;
    default: throw new Error(`operator ${operator}`);
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}
