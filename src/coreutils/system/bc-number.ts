/** A decimal number of any length: `digits` divided by ten to the `scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const ten = (power: number): bigint => 10n ** BigInt(power);

/** With `scale` places; what is beyond is cut off. */
export function rescale(value: Decimal, scale: number): Decimal {
  if (scale === value.scale) return value;
  return { digits: scale > value.scale ? value.digits * ten(scale - value.scale) : value.digits / ten(value.scale - scale), scale };
}

export function add(a: Decimal, b: Decimal, sign = 1n): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale).digits + sign * rescale(b, scale).digits, scale };
}

/** The product, with as many places as bc keeps. */
export function multiply(a: Decimal, b: Decimal, scale: number): Decimal {
  return rescale({ digits: a.digits * b.digits, scale: a.scale + b.scale }, Math.min(a.scale + b.scale, Math.max(scale, a.scale, b.scale)));
}

/** The quotient to `scale` places; `b` is not zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  return { digits: (a.digits * ten(scale + b.scale)) / (b.digits * ten(a.scale)), scale };
}

/** a - (a / b) * b, as bc and dc define it. */
export function modulo(a: Decimal, b: Decimal, scale: number): Decimal {
  const quotient = divide(a, b, scale);
  const product = { digits: quotient.digits * b.digits, scale: quotient.scale + b.scale };
  return rescale(add(a, product, -1n), Math.max(a.scale, b.scale + scale));
}

/** `base` to a whole power. */
export function raise(base: Decimal, exponent: bigint, scale: number): Decimal {
  if (exponent < 0n) return divide({ digits: 1n, scale: 0 }, raise(base, -exponent, scale), scale);
  const whole = { digits: base.digits ** exponent, scale: base.scale * Number(exponent) };
  return rescale(whole, Math.min(base.scale * Number(exponent), Math.max(scale, base.scale)));
}

/** The square root of what is not negative. */
export function squareRoot(value: Decimal, scale: number): Decimal {
  const places = Math.max(scale, value.scale);
  const target = rescale(value, places * 2).digits;
  if (target === 0n) return { digits: 0n, scale: places };
  let guess = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const better = (guess + target / guess) >> 1n;
    if (better >= guess) return { digits: guess, scale: places };
    guess = better;
  }
}

export function compare(a: Decimal, b: Decimal): number {
  const { digits } = add(a, b, -1n);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** Reads digits in base `base` (2 to 16). A single digit counts whole, as bc has it. */
export function parseDecimal(text: string, base: number): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  const single = text.length === 1;
  const valueOf = (char: string): bigint => {
    const value = Number.parseInt(char, 16);
    return BigInt(single ? value : Math.min(value, base - 1));
  };
  if (base === 10 && !/[A-F]/.test(text)) return { digits: BigInt(`${whole}${fraction}` || '0'), scale: fraction.length };
  let digits = 0n;
  for (const char of whole) digits = digits * BigInt(base) + valueOf(char);
  if (fraction === '') return { digits, scale: 0 };
  let numerator = 0n;
  for (const char of fraction) numerator = numerator * BigInt(base) + valueOf(char);
  const part = divide({ digits: numerator, scale: 0 }, { digits: BigInt(base) ** BigInt(fraction.length), scale: 0 }, fraction.length);
  return add({ digits, scale: 0 }, part);
}

/** The number as bc and dc print it, in base `base`, without line breaks. */
export function formatDecimal(value: Decimal, base: number, leadingZero = false): string {
  const sign = value.digits < 0n ? '-' : '';
  const size = value.digits < 0n ? -value.digits : value.digits;
  const unit = ten(value.scale);
  const whole = size / unit;
  let fraction = size % unit;
  if (base === 10) {
    if (size === 0n) return '0';
    const text = fraction === 0n && value.scale === 0 ? '' : `.${fraction.toString().padStart(value.scale, '0')}`;
    return `${sign}${whole === 0n && text !== '' && !leadingZero ? '' : whole}${text}`;
  }
  const digit = (number: bigint): string => (base <= 16 ? number.toString(16).toUpperCase() : ` ${number.toString().padStart(String(base - 1).length, '0')}`);
  let text = '';
  for (let rest = whole; rest > 0n; rest /= BigInt(base)) text = digit(rest % BigInt(base)) + text;
  if (text === '' && (value.scale === 0 || size === 0n)) text = base <= 16 ? '0' : digit(0n);
  if (value.scale > 0 && size !== 0n) {
    text += '.';
    for (let reached = 1n; reached < unit; reached *= BigInt(base)) {
      fraction *= BigInt(base);
      text += digit(fraction / unit);
      fraction %= unit;
    }
  }
  return sign + text;
}

/** Breaks long numbers over lines of 70 characters. */
export function breakNumber(text: string): string {
  if (text.length < 70) return text;
  return (text.match(/.{1,68}/g) ?? []).join('\\\n');
}
