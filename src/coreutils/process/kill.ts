import { parseSignal, type Signal, signalNumbers } from '../../kernel/uapi/index.ts';
import { quote, rawProgram, reason } from '../program/index.ts';

export const kill = rawProgram('kill', async (tool, words) => {
  const rest = [...words];
  let signal: Signal | undefined | 'ask' = 'SIGTERM';
  const [first = ''] = rest;
  const usage = `\nUsage:\n kill [options] <pid> [...]\n\nOptions:\n <pid> [...]            send signal to every <pid> listed\n -<signal>, -s, --signal <signal>\n                        specify the <signal> to be sent\n -l, --list=[<signal>]  list all signal names, or convert one to a name\n\nFor more details see kill(1).\n`;
  if (first === '-l' || first === '-L' || first === '--list' || first === '--table') {
    const [, wanted] = rest;
    if (wanted !== undefined) {
      const named = parseSignal(/^\d+$/.test(wanted) ? String(Number(wanted) > 128 ? Number(wanted) - 128 : Number(wanted)) : wanted);
      if (named) tool.out.write(`${/^\d+$/.test(wanted) ? named.slice(3) : signalNumbers[named]}\n`);
      return named ? 0 : 1;
    }
    tool.out.write(`${Object.keys(signalNumbers).map((name) => name.slice(3)).join(' ')}\n`);
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
  } else if (/^-[A-Za-z0-9]+$/.test(first) && !/^-\d+$/.test(first) || (/^-\d+$/.test(first) && rest.length > 1)) {
    rest.shift();
    signal = first === '-0' ? 'ask' : parseSignal(first.slice(1));
    if (!signal) {
      await tool.errorText(tool.busybox ? `${tool.name}: bad signal name '${first.slice(1)}'\n` : `${tool.name}: unrecognized option '${first}'\n`.replace(/unrecognized.*/, `invalid argument ${first.slice(1).charAt(0)}`) + usage.slice(0, 0));
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
      await tool.error(tool.busybox ? `can't kill pid ${word}: ${reason(error)}` : `(${word}): ${reason(error)}`.replace(/^/, 'sending signal to ').replace(/sending signal to \((-?\d+)\): /, '($1) - '));
      status = 1;
    }
  }
  return status;
});
