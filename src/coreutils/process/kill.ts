import { parseSignal, type Signal, signalNumbers } from '../../kernel/uapi/index.ts';
import { quote, rawProgram, reason } from '../program/index.ts';

/** The names that procps has, which knows SIGIO by its other one. */
const names = Object.keys(signalNumbers).map((name) => (name === 'SIGIO' ? 'POLL' : name.slice(3)));

/** `kill -l`: in lines of at most 80 columns. */
function listed(): string {
  const lines = [''];
  for (const name of names) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + name.length > 80) lines.push(name);
    else lines[lines.length - 1] = last === '' ? name : `${last} ${name}`;
  }
  return `${lines.join('\n')}\n`;
}

/** `kill -L`: with numbers, seven in a row. */
function table(): string {
  const cells = names.map((name) => `${String(signalNumbers[`SIG${name === 'POLL' ? 'IO' : name}` as Signal]).padStart(2)} ${name}`);
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return `${rows.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(10))).join(' ')).join('\n')}\n`;
}

export const kill = rawProgram('kill', async (tool, words) => {
  const rest = [...words];
  let signal: Signal | undefined | 'ask' = 'SIGTERM';
  const [first = ''] = rest;
  const usage = `\nUsage:\n kill [options] <pid> [...]\n\nOptions:\n <pid> [...]            send signal to every <pid> listed\n -<signal>, -s, --signal <signal>\n                        specify the <signal> to be sent\n -q, --queue <value>    integer value to be sent with the signal\n -l, --list=[<signal>]  list all signal names, or convert one to a name\n -L, --table            list all signal names in a nice table\n\n -h, --help     display this help and exit\n -V, --version  output version information and exit\n\nFor more details see kill(1).\n`;
  if (first === '-l' || first === '-L' || first === '--list' || first === '--table') {
    const [, wanted] = rest;
    if (wanted !== undefined) {
      const named = parseSignal(/^\d+$/.test(wanted) ? String(Number(wanted) > 128 ? Number(wanted) - 128 : Number(wanted)) : wanted);
      if (named) tool.out.write(`${/^\d+$/.test(wanted) ? named.slice(3) : signalNumbers[named]}\n`);
      return named ? 0 : 1;
    }
    tool.out.write(tool.busybox ? `${names.join(' ')}\n` : first === '-L' || first === '--table' ? table() : listed());
    return 0;
  }
  if (/^-(s|-signal)$/.test(first) || first.startsWith('--signal=')) {
    rest.shift();
    const name = first.includes('=') ? first.slice(9) : rest.shift() ?? '';
    signal = name === '0' ? 'ask' : parseSignal(name);
    if (!signal) {
      await tool.error(`unknown signal ${name}`);
      return 1;
    }
  } else if (/^-[A-Za-z0-9]+$/.test(first) && (!tool.busybox || !/^-\d+$/.test(first) || rest.length > 1)) {
    rest.shift();
    signal = first === '-0' ? 'ask' : parseSignal(first.slice(1));
    if (!signal) {
      await tool.errorText(tool.busybox ? `${tool.name}: bad signal name '${first.slice(1)}'\n` : `${tool.name}: unrecognized option '${first}'\n`.replace(/unrecognized.*/, `invalid argument ${first.slice(1).charAt(0)}`) + (tool.busybox ? '' : usage));
      return 1;
    }
  }
  if (rest[0] === '--') rest.shift();
  if (rest.length === 0) {
    await tool.errorText(usage);
    return 1;
  }
  let status = 0;
  for (const word of rest) {
    if (!/^-?\d+$/.test(word)) {
      await tool.error(`failed to parse argument: ${quote(word)}`);
      status = 1;
      continue;
    }
    try {
      tool.process.kill(Number(word), signal === 'ask' ? undefined : signal);
    } catch (error) {
      await tool.error(tool.busybox ? `can't kill pid ${word}: ${reason(error)}` : `(${word}): ${reason(error)}`);
      status = 1;
    }
  }
  return status;
}, 1, true);
