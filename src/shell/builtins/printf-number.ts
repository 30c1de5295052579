/** Flags, width and precision of a conversion. */
export interface NumberLayout {
  minus: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number | undefined;
}

function layOut(sign: string, prefix: string, digits: string, layout: NumberLayout, zeroPad: boolean): string {
  const length = sign.length + prefix.length + digits.length;
  const missing = Math.max(0, layout.width - length);
  if (layout.minus) return sign + prefix + digits + ' '.repeat(missing);
  return zeroPad ? sign + prefix + '0'.repeat(missing) + digits : ' '.repeat(missing) + sign + prefix + digits;
}

/** `%d %i %u %o %x %X` of a 64-bit number. */
export function formatInteger(value: bigint, conversion: string, layout: NumberLayout): string {
  const signed = conversion === 'd' || conversion === 'i';
  const number = signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value);
  const magnitude = number < 0n ? -number : number;
  let digits = magnitude.toString(conversion === 'o' ? 8 : conversion.toLowerCase() === 'x' ? 16 : 10);
  if (conversion === 'X') digits = digits.toUpperCase();
  if (layout.precision !== undefined) digits = layout.precision === 0 && magnitude === 0n ? '' : digits.padStart(layout.precision, '0');
  let prefix = '';
  if (layout.alternate && conversion === 'o' && !digits.startsWith('0')) prefix = '0';
  if (layout.alternate && conversion.toLowerCase() === 'x' && magnitude !== 0n) prefix = `0${conversion}`;
  const sign = !signed ? '' : number < 0n ? '-' : layout.plus ? '+' : layout.space ? ' ' : '';
  return layOut(sign, prefix, digits, layout, layout.zero && layout.precision === undefined);
}

/** `%e %f %g %a` and their capitals. */
export function formatFloat(value: number, conversion: string, layout: NumberLayout): string {
  const negative = value < 0 || Object.is(value, -0);
  const sign = negative ? '-' : layout.plus ? '+' : layout.space ? ' ' : '';
  const upper = conversion === conversion.toUpperCase();
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf';
    return layOut(Number.isNaN(value) ? '' : sign, '', upper ? word.toUpperCase() : word, layout, false);
  }
  const digits = floatDigits(Math.abs(value), conversion.toLowerCase(), layout);
  return layOut(sign, '', upper ? digits.toUpperCase() : digits, layout, layout.zero);
}

function floatDigits(value: number, conversion: string, layout: NumberLayout): string {
  const precision = layout.precision ?? 6;
  switch (conversion) {
    case 'f': return withPoint(fixed(value, precision), layout);
    case 'e': return exponent(value.toExponential(Math.min(precision, 100)));
    case 'a': return hexFloat(value);
    default: {
      const significant = precision === 0 ? 1 : precision;
      const power = value === 0 ? 0 : Number(/e([+-]\d+)$/.exec(value.toExponential(significant - 1))?.[1] ?? 0);
      const text = power < -4 || power >= significant ? exponent(value.toExponential(significant - 1)) : fixed(value, Math.max(0, significant - 1 - power));
      if (layout.alternate) return text;
      const [mantissa = '', tail] = text.split('e');
      const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
      return tail === undefined ? trimmed : `${trimmed}e${tail}`;
    }
  }
}

function withPoint(text: string, layout: NumberLayout): string {
  return layout.alternate && !text.includes('.') ? `${text}.` : text;
}

/** toFixed, but what lies just between two goes to the even one, as printf(3) has it. */
function roundHalfEven(value: number, precision: number): string {
  const text = value.toFixed(precision);
  if (precision > 70) return text;
  const exact = value.toFixed(precision + 30);
  if (!/50{29}$/.test(exact)) return text;
  const down = exact.slice(0, precision === 0 ? -31 : -30);
  return /[02468]$/.test(down) ? down : text;
}

/** toFixed for any magnitude: beyond 1e21 it would fall back to exponents. */
function fixed(value: number, precision: number): string {
  if (value < 1e21) return roundHalfEven(value, Math.min(precision, 100));
  const digits = BigInt(value).toString();
  return precision > 0 ? `${digits}.${'0'.repeat(precision)}` : digits;
}

function exponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function hexFloat(value: number): string {
  if (value === 0) return '0x0p+0';
  let power = Math.floor(Math.log2(value));
  let mantissa = value / 2 ** power;
  while (mantissa < 8) {
    mantissa *= 2;
    power -= 1;
  }
  let digits = '';
  let rest = mantissa;
  for (let index = 0; index < 14 && rest > 0; index++) {
    const digit = Math.floor(rest);
    digits += digit.toString(16);
    rest = (rest - digit) * 16;
  }
  const [first = '0', ...more] = digits;
  const tail = more.join('').replace(/0+$/, '');
  return `0x${first}${tail === '' ? '' : `.${tail}`}p${power >= 0 ? '+' : ''}${power}`;
}
