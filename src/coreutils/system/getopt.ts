import { rawProgram, type Tool, UsageError } from '../program/index.ts';

interface Spec {
  takes: 'nothing' | 'value' | 'optional';
}

const tryHelp = "Try 'getopt --help' for more information.\n";

function shortsOf(text: string): Map<string, Spec> {
  const specs = new Map<string, Spec>();
  for (const [, letter = '', colons = ''] of text.matchAll(/([^:])(:{0,2})/g)) specs.set(letter, { takes: colons === '::' ? 'optional' : colons ? 'value' : 'nothing' });
  return specs;
}

/** getopt(1) of util-linux: parses options for shell scripts. */
export const getoptProgram = rawProgram('getopt', async (tool, words) => {
  const own = { shorts: undefined as string | undefined, longs: [] as string[], name: 'getopt', quiet: false, quietOutput: false, quoted: true, csh: false, longOnly: false };
  const rest = [...words];
  if (rest.length === 0) {
    await tool.errorText(`getopt: missing optstring argument\n${tryHelp}`);
    return 2;
  }
  const compatible = !rest[0]?.startsWith('-') || tool.process.env['GETOPT_COMPATIBLE'] !== undefined;
  if (compatible) {
    own.shorts = rest.shift() ?? '';
    own.quoted = false;
    return await parse(tool, own, rest[0] === '--' ? rest.slice(1) : rest);
  }
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    if (!word.startsWith('-')) {
      rest.unshift(word);
      break;
    }
    const [name = '', inline] = word.startsWith('--') ? word.split(/=([^]*)/) : [word.slice(0, 2), word.slice(2) || undefined];
    const value = (): string => inline ?? rest.shift() ?? '';
    if (name === '-T' || name === '--test') return 4;
    if (name === '-o' || name === '--options') own.shorts = value();
    else if (/^(-l|--long|--longoptions)$/.test(name)) own.longs.push(...value().split(/[,\s]+/).filter(Boolean));
    else if (name === '-n' || name === '--name') own.name = value();
    else if (name === '-s' || name === '--shell') own.csh = /csh/.test(value());
    else if (name === '-a' || name === '--alternative') own.longOnly = true;
    else if (name === '-q' || name === '--quiet') own.quiet = true;
    else if (name === '-Q' || name === '--quiet-output') own.quietOutput = true;
    else if (name === '-u' || name === '--unquoted') own.quoted = false;
    else if (name === '-V' || name === '--version') {
      tool.out.write('getopt from util-linux 2.41\n');
      return 0;
    } else throw new UsageError(`unrecognized option '${word}'`, true, 2);
  }
  if (own.shorts === undefined) {
    if (rest.length === 0) {
      await tool.errorText(`getopt: missing optstring argument\n${tryHelp}`);
      return 2;
    }
    own.shorts = rest.shift() ?? '';
    if (rest[0] === '--') rest.shift();
  }
  return await parse(tool, own, rest);
}, 2);

async function parse(tool: Tool, own: { shorts: string | undefined; longs: string[]; name: string; quiet: boolean; quietOutput: boolean; quoted: boolean; csh: boolean; longOnly: boolean }, words: readonly string[]): Promise<number> {
  const mode = /^[+-]/.exec(own.shorts ?? '')?.[0];
  const shorts = shortsOf((own.shorts ?? '').replace(/^[+-]/, ''));
  const longs = new Map(own.longs.map((long): [string, Spec] => [long.replace(/:+$/, ''), { takes: long.endsWith('::') ? 'optional' : long.endsWith(':') ? 'value' : 'nothing' }]));
  const quote = (text: string): string => (own.quoted ? `'${text.replaceAll("'", "'\\''").replaceAll(own.csh ? '!' : '\0', own.csh ? "'\\!'" : '\0')}'` : text);
  const found: string[] = [];
  const operands: string[] = [];
  let failed = false;
  const complain = async (message: string): Promise<void> => {
    failed = true;
    if (!own.quiet) await tool.errorText(`${own.name}: ${message}\n`);
  };
  const rest = [...words];
  const add = (option: string, value: string | undefined, spec: Spec): void => {
    found.push(option);
    if (spec.takes !== 'nothing') found.push(quote(value ?? ''));
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      operands.push(...rest);
      break;
    }
    if (word.startsWith('--')) {
      const [typed = '', inline] = word.slice(2).split(/=([^]*)/);
      const names = longs.has(typed) ? [typed] : [...longs.keys()].filter((long) => long.startsWith(typed));
      const [name] = names;
      if (name === undefined) await complain(`unrecognized option '--${typed}'`);
      else if (names.length > 1) await complain(`option '--${typed}' is ambiguous; possibilities:${names.map((one) => ` '--${one}'`).join('')}`);
      else {
        const spec = longs.get(name) ?? { takes: 'nothing' };
        const value = inline ?? (spec.takes === 'value' ? rest.shift() : undefined);
        if (spec.takes === 'nothing' && inline !== undefined) await complain(`option '--${name}' doesn't allow an argument`);
        else if (spec.takes === 'value' && value === undefined) await complain(`option '--${name}' requires an argument`);
        else add(`--${name}`, value, spec);
      }
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      if (mode === '-') found.push(quote(word));
      else operands.push(word);
      if (mode !== '+') continue;
      operands.push(...rest);
      break;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const spec = shorts.get(letter);
      if (!spec) {
        await complain(`invalid option -- '${letter}'`);
        continue;
      }
      if (spec.takes === 'nothing') {
        add(`-${letter}`, undefined, spec);
        continue;
      }
      const value = word.slice(at + 1) || (spec.takes === 'value' ? rest.shift() : undefined);
      if (spec.takes === 'value' && value === undefined) await complain(`option requires an argument -- '${letter}'`);
      else add(`-${letter}`, value, spec);
      break;
    }
  }
  if (!own.quietOutput) tool.out.write(` ${[...found, '--', ...operands.map(quote)].join(' ')}\n`);
  return failed ? 1 : 0;
}
