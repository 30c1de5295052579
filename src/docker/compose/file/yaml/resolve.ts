import { GoFloat } from '../../../../base/go/index.ts';
import { parseTimestamp, type Timestamp } from './timestamp.ts';
import { YamlError } from './yaml-error.ts';

/** What a scalar stands for. Whole numbers that don't fit are bigint. */
export type Scalar = null | boolean | number | bigint | string | GoFloat | Timestamp;

const words: ReadonlyMap<string, { tag: string; value: Scalar }> = new Map<string, { tag: string; value: Scalar }>([
  ...['true', 'True', 'TRUE'].map((word) => [word, { tag: '!!bool', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, { tag: '!!bool', value: false }] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, { tag: '!!null', value: null }] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { tag: '!!float', value: new GoFloat(Number.NaN) }] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, { tag: '!!float', value: new GoFloat(Infinity) }] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, { tag: '!!float', value: new GoFloat(-Infinity) }] as const),
]);

const floatPattern = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/** What a plain scalar is: YAML 1.2's core with the 1.1 habits that go-yaml keeps (octal 017, 1_000, dates, no yes and no). */
export function resolvePlain(text: string): { tag: string; value: Scalar } {
  const known = words.get(text);
  if (known) return known;
  if (text.startsWith('.') && /^\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text)) return { tag: '!!float', value: new GoFloat(Number(text)) };
  if (!/^[-+0-9]/.test(text)) return { tag: '!!str', value: text };
  const time = parseTimestamp(text);
  if (time) return { tag: '!!timestamp', value: time };
  const plain = text.replaceAll('_', '');
  const whole = parseWhole(plain);
  if (whole !== undefined) return { tag: '!!int', value: whole };
  if (floatPattern.test(plain)) {
    const value = Number(plain);
    if (Number.isFinite(value)) return { tag: '!!float', value: new GoFloat(value) };
  }
  return { tag: '!!str', value: text };
}

/** strconv.ParseInt and ParseUint with base 0. */
function parseWhole(text: string): number | bigint | undefined {
  const [whole, sign = '', hex, binary, octal, decimal] = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const magnitude = hex !== undefined ? BigInt(`0x${hex}`) : binary !== undefined ? BigInt(`0b${binary}`) : octal !== undefined ? BigInt(`0o${octal}`) : BigInt(decimal ?? 0);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value < -(2n ** 63n) || value >= (sign === '' ? 2n ** 64n : 2n ** 63n)) return undefined;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** A plain scalar with one of YAML's own tags. Throws YamlError. */
export function resolveTagged(tag: string, text: string): Scalar {
  if (tag === '!!str') return text;
  if (!['!!bool', '!!int', '!!float', '!!null', '!!timestamp'].includes(tag)) return text;
  const { tag: found, value } = resolvePlain(text);
  if (found === tag) return value;
  if (tag === '!!float' && found === '!!int') return new GoFloat(Number(value));
  throw new YamlError(`cannot decode ${found} \`${text}\` as a ${tag}`);
}
