import { quote, rawProgram, type Tool, UsageError } from '../program/index.ts';
import { Finder } from './find-walk.ts';
import { parseExpression } from './find-expression.ts';

export const find = rawProgram('find', async (tool: Tool, words: string[]) => {
  const given = [...words];
  let follow: 'never' | 'always' | 'arguments' = 'never';
  while (/^-[HLPD]$|^-O\d$/.test(given[0] ?? '')) {
    const word = given.shift();
    if (word === '-L') follow = 'always';
    else if (word === '-H') follow = 'arguments';
    else if (word === '-P') follow = 'never';
    else if (word === '-D') {
      const flag = given.shift();
      if (flag !== undefined && !/^(exec|opt|rates|search|stat|time|tree|all|help)(,|$)/.test(flag)) await tool.error(`Ignoring unrecognised debug flag ${quote(flag)}`);
    }
  }
  const paths: string[] = [];
  while (given.length && !/^(-.|[(!,]$)/.test(given[0] ?? '')) paths.push(given.shift() ?? '');
  if (given.includes('--help') || given.includes('-help')) {
    tool.out.write(`Usage: ${tool.name} [-H] [-L] [-P] [-Olevel] [-D debugopts] [path...] [expression]\n`);
    return 0;
  }
  if (given.includes('--version') || given.includes('-version')) {
    tool.out.write('find (GNU findutils) 4.10.0\n');
    return 0;
  }
  const expression = parseExpression(tool, given);
  for (const warning of expression.warnings) await tool.error(`warning: ${warning}`);
  if (expression.trailing !== undefined) throw new UsageError(`paths must precede expression: \`${expression.trailing}'`, false);
  return await new Finder(tool, expression, follow).run(paths.length ? paths : ['.']);
}, 1, true);
