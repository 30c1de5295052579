import type { Program } from '../../kernel/uapi/index.ts';
import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { displayWidth } from '../files/columns.ts';
import { rawProgram, readToEnd, textOf, type Tool } from '../program/index.ts';
import { cows } from './cows.ts';
import { fill } from './wrap.ts';

export const cowsay = make('cowsay');
export const cowthink = make('cowthink');

const moods: Record<string, [eyes: string, tongue: string]> = {
  b: ['==', '  '], d: ['xx', 'U '], g: ['$$', '  '], p: ['@@', '  '], s: ['**', 'U '], t: ['--', '  '], w: ['OO', '  '], y: ['..', '  '],
};

interface Choice {
  eyes: string;
  tongue: string;
  cow: string;
  columns: number;
  asIs: boolean;
  list: boolean;
  help: boolean;
  message: string[];
}

async function parse(tool: Tool, words: readonly string[]): Promise<Choice> {
  const choice: Choice = { eyes: 'oo', tongue: '  ', cow: 'default', columns: 40, asIs: false, list: false, help: false, message: [] };
  const rest = [...words];
  while (rest[0]?.startsWith('-') && rest[0].length > 1) {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      if ('efTW'.includes(letter)) {
        const value = word.slice(at + 1) || (rest.shift() ?? '');
        if (letter === 'e') choice.eyes = value.slice(0, 2);
        else if (letter === 'T') choice.tongue = value.slice(0, 2);
        else if (letter === 'f') choice.cow = value;
        else choice.columns = Number(value) || 0;
        break;
      }
      const mood = moods[letter];
      if (mood) [choice.eyes, choice.tongue] = mood;
      else if (letter === 'n') choice.asIs = true;
      else if (letter === 'l') choice.list = true;
      else if (letter === 'h') choice.help = true;
      else if (letter !== 'L' && letter !== 'N') await tool.errorText(`Unknown option: ${letter}\n`);
    }
  }
  choice.message = rest;
  return choice;
}

function make(name: 'cowsay' | 'cowthink'): Program {
  return rawProgram(name, async (tool, words) => {
    const choice = await parse(tool, words);
    const program = (tool.name.split('/').pop() ?? name);
    if (choice.help) {
      await tool.errorText(`cow{say,think} version 3.03, (c) 1999 Tony Monroe\nUsage: ${program} [-bdgpstwy] [-h] [-e eyes] [-f cowfile] \n          [-l] [-n] [-T tongue] [-W wrapcolumn] [message]\n`);
      return 2;
    }
    if (choice.list) return list(tool);
    const art = findCow(tool.process, choice.cow);
    const lines = await messageLines(tool, choice);
    if (art === undefined) {
      await tool.errorText(`${program}: Could not find ${choice.cow} cowfile!\n`);
      return 2;
    }
    const think = name === 'cowthink' || /think/.test(program);
    tool.out.write(balloon(lines, think) + drawCow(art, think ? 'o' : '\\', choice.eyes, choice.tongue));
    return 0;
  });
}

async function messageLines(tool: Tool, choice: Choice): Promise<string[]> {
  const fromInput = choice.message.length === 0 || choice.asIs;
  const text = fromInput ? textOf(await readToEnd(tool.process, 0)) : choice.message.join(' ');
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map(expandTabs);
  return choice.asIs || choice.columns <= 0 ? lines : fill(lines.join('\n'), choice.columns);
}

function expandTabs(line: string): string {
  let text = '';
  for (const char of line) text = char === '\t' ? text.padEnd(text.length + 8 - (text.length % 8)) : text + char;
  return text;
}

function balloon(lines: readonly string[], think: boolean): string {
  const widest = Math.max(...lines.map(displayWidth));
  const sides = (index: number): [string, string] => {
    if (think) return ['(', ')'];
    if (lines.length === 1) return ['<', '>'];
    if (index === 0) return ['/', '\\'];
    return index === lines.length - 1 ? ['\\', '/'] : ['|', '|'];
  };
  const body = lines.map((line, index) => {
    const [left, right] = sides(index);
    return `${left} ${line}${' '.repeat(widest - displayWidth(line))} ${right}\n`;
  });
  return ` ${'_'.repeat(widest + 2)}\n${body.join('')} ${'-'.repeat(widest + 2)}\n`;
}

function drawCow(art: string, thoughts: string, eyes: string, tongue: string): string {
  return art.replace(/\$\{?(thoughts|eyes|tongue|eye)\}?/g, (_, name: string) => ({ thoughts, eyes, tongue, eye: eyes.charAt(0) })[name] ?? '');
}

/** Where cow files are looked for. */
function cowPath(process: Process): string[] {
  return (process.env['COWPATH'] || '/usr/share/cowsay/cows').split(':');
}

function findCow(process: Process, name: string): string | undefined {
  const candidates = name.includes('/') ? [name] : cowPath(process).flatMap((folder) => [`${folder}/${name}`, `${folder}/${name}.cow`]);
  for (const path of candidates) {
    try {
      const art = readCow(process.readTextFile(path));
      if (art !== undefined) return art;
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  return Object.hasOwn(cows, name) ? cows[name] : undefined;
}

/** The text of `$the_cow = <<EOC … EOC` in a cow file, its backslashes resolved. */
function readCow(text: string): string | undefined {
  const match = /\$the_cow\s*=\s*<<\s*("?)(\w+)\1;?[ \t]*\n([^]*?)^\2$/m.exec(text);
  return match?.[3]?.replace(/\\([\\@$])/g, '$1');
}

function list(tool: Tool): number {
  for (const folder of cowPath(tool.process)) {
    let names: string[];
    try {
      names = tool.process.readdir(folder).filter((entry) => entry.name.endsWith('.cow')).map((entry) => entry.name.slice(0, -4)).sort();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      continue;
    }
    const missing = Object.keys(cows).filter((name) => !names.includes(name));
    const lines = fill([...names, ...missing].sort().join(' '), 76);
    tool.out.write(`Cow files in ${folder}:\n${lines.join('\n')}\n`);
  }
  return 0;
}
