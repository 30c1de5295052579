import { goJson, GoSlice, type GoFunction, type GoValue } from '../../../base/go/index.ts';

const text = (value: GoValue): string => (typeof value === 'string' ? value : '');
const number = (value: GoValue): number => (typeof value === 'number' ? value : 0);

function mapText(map: (value: string) => string): GoFunction {
  return { parameters: ['string'], call: ([value]) => map(text(value)) };
}

/** The functions that docker adds to Go's templates. */
export const templateFunctions: Record<string, GoFunction> = {
  json: { parameters: ['value'], call: ([value]) => goJson(value) },
  split: { parameters: ['string', 'string'], call: ([value, separator]) => new GoSlice('[]string', text(value).split(text(separator))) },
  join: { parameters: ['[]string', 'string'], call: ([items, separator]) => (items instanceof GoSlice ? items.items.map(text).join(text(separator)) : '') },
  title: mapText((value) => value.replace(/(^|[^\p{L}\p{N}_'])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
  lower: mapText((value) => value.toLowerCase()),
  upper: mapText((value) => value.toUpperCase()),
  pad: {
    parameters: ['string', 'int', 'int'],
    call: ([value, before, after]) => (text(value) === '' ? '' : ' '.repeat(number(before)) + text(value) + ' '.repeat(number(after))),
  },
  truncate: { parameters: ['string', 'int'], call: ([value, length]) => text(value).slice(0, number(length)) },
};

const same: GoFunction = { parameters: ['string'], call: ([value]) => value };
const sameOfTwo: GoFunction = { parameters: ['string', 'string'], call: ([value]) => value };

/** What stands in for them in a table's header, which shall stay as it is. */
export const headerFunctions: Record<string, GoFunction> = {
  json: same, split: sameOfTwo, join: sameOfTwo, title: same, lower: same, upper: same, truncate: { parameters: ['string', 'int'], call: ([value]) => value },
};
