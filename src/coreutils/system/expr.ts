import { compileRegex, RegexError, rawProgram, UsageError } from '../program/index.ts';

export const expr = rawProgram('expr', (tool, words) => {
  const given = words[0] === '--' ? words.slice(1) : words;
  if (given.length === 0) throw new UsageError('missing operand');
  let at = 0;
  const value = or();
  if (at < given.length) throw new UsageError(`syntax error: unexpected argument '${given[at]}'`, false);
  tool.out.write(`${value}\n`);
  return value === '' || /^-?0+$/.test(value) ? 1 : 0;

  function isNull(text: string): boolean {
    return text === '' || /^-?0+$/.test(text);
  }
  function number(text: string): bigint {
    if (!/^-?\d+$/.test(text)) throw new UsageError('non-integer argument', false);
    return BigInt(text);
  }
  function or(): string {
    let left = and();
    while (given[at] === '|') {
      at++;
      const right = and();
      left = isNull(left) ? (isNull(right) ? '0' : right) : left;
    }
    return left;
  }
  function and(): string {
    let left = comparison();
    while (given[at] === '&') {
      at++;
      const right = comparison();
      left = isNull(left) || isNull(right) ? '0' : left;
    }
    return left;
  }
  function comparison(): string {
    let left = sum();
    while (['<', '<=', '=', '==', '!=', '>=', '>'].includes(given[at] ?? '')) {
      const operator = given[at++];
      const right = sum();
      const order = /^-?\d+$/.test(left) && /^-?\d+$/.test(right) ? (BigInt(left) < BigInt(right) ? -1 : BigInt(left) > BigInt(right) ? 1 : 0) : left < right ? -1 : left > right ? 1 : 0;
      const holds = operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : operator === '>=' ? order >= 0 : operator === '!=' ? order !== 0 : order === 0;
      left = holds ? '1' : '0';
    }
    return left;
  }
  function sum(): string {
    let left = product();
    while (given[at] === '+' || given[at] === '-') {
      const operator = given[at++];
      const right = product();
      left = String(operator === '+' ? number(left) + number(right) : number(left) - number(right));
    }
    return left;
  }
  function product(): string {
    let left = matching();
    while (given[at] === '*' || given[at] === '/' || given[at] === '%') {
      const operator = given[at++];
      const right = number(matching());
      const first = number(left);
      if (operator !== '*' && right === 0n) throw new UsageError('division by zero', false);
      left = String(operator === '*' ? first * right : operator === '/' ? first / right : first % right);
    }
    return left;
  }
  function match(text: string, pattern: string): string {
    let regex: RegExp;
    try {
      compileRegex(pattern, { extended: false });
      regex = compileRegex(`^\\(${pattern}\\)`.replace(/^\^\\\(\^?/, '^\\('), { extended: false, scope: 'buffer' });
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw new UsageError(error.message, false);
    }
    const found = regex.exec(text);
    const grouped = /\\\(/.test(pattern);
    if (!found) return grouped ? '' : '0';
    return grouped ? found[2] ?? '' : String([...found[0]].length);
  }
  function matching(): string {
    let left = word();
    while (given[at] === ':') {
      at++;
      left = match(left, word());
    }
    return left;
  }
  function word(): string {
    const text = given[at++];
    if (text === undefined) throw new UsageError(`syntax error: missing argument after '${given.at(-1)}'`, false);
    if (text === '(') {
      const value = or();
      if (given[at++] !== ')') throw new UsageError(`syntax error: expecting ')' after '${given[at - 2]}'`, false);
      return value;
    }
    if (at < given.length && !['|', '&', '<', '<=', '=', '==', '!=', '>=', '>', '+', '-', '*', '/', '%', ':', ')'].includes(given[at] ?? '')) {
      switch (text) {
        case '+': return given[at++] ?? '';
        case 'length': return String([...word()].length);
        case 'match': return match(word(), word());
        case 'substr': {
          const [string, position, length] = [word(), Number(word()), Number(word())];
          return position > 0 && length > 0 ? string.slice(position - 1, position - 1 + length) : '';
        }
        case 'index': {
          const [string, chars] = [word(), word()];
          return String([...string].findIndex((char) => chars.includes(char)) + 1);
        }
        default:
      }
    }
    return text;
  }
}, 2);
