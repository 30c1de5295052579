import { jsonStrings, nameValues, quotedWords, takeFlags, words } from './arguments.ts';
import { parseError } from './dockerfile-error.ts';
import type { CommandLine, Instruction, InstructionBody, InstructionOf, RunMount } from './instruction.ts';
import type { LogicalLine } from './logical-lines.ts';
import { FlagSet } from './flag-set.ts';
import type { InstructionContext } from './instruction-context.ts';
import { parseHealthcheck } from './parse-healthcheck.ts';
import { parseRunMount, RunMountError } from './parse-run-mount.ts';
import { didYouMean } from './suggest.ts';

/** Instructions by name, in the order in which a typing error is compared with them. */
const parsers: Record<string, { flags?: readonly string[]; parse(context: InstructionContext): InstructionBody }> = {
  ADD: { flags: ['chown', 'chmod', 'link', 'keep-git-dir', 'checksum'], parse: parseCopy },
  ARG: { parse: parseArg },
  CMD: { parse: (context) => ({ kind: 'cmd', command: commandLine(context) }) },
  COPY: { flags: ['chown', 'from', 'chmod', 'link'], parse: parseCopy },
  ENTRYPOINT: { parse: (context) => ({ kind: 'entrypoint', command: commandLine(context) }) },
  ENV: { parse: (context) => ({ kind: 'env', pairs: pairs(context) }) },
  EXPOSE: { parse: parseExpose },
  FROM: { flags: ['platform'], parse: parseFrom },
  HEALTHCHECK: { flags: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'], parse: parseHealthcheck },
  LABEL: { parse: (context) => ({ kind: 'label', pairs: pairs(context) }) },
  MAINTAINER: { parse: (context) => ({ kind: 'maintainer', name: exactlyOne(context) }) },
  ONBUILD: { parse: parseOnbuild },
  RUN: { flags: ['mount', 'network'], parse: parseRun },
  SHELL: { parse: parseShell },
  STOPSIGNAL: { parse: (context) => ({ kind: 'stopsignal', signal: exactlyOne(context) }) },
  USER: { parse: (context) => ({ kind: 'user', user: exactlyOne(context) }) },
  VOLUME: { parse: parseVolume },
  WORKDIR: { parse: (context) => ({ kind: 'workdir', path: exactlyOne(context) }) },
};

/** Parses one logical line. Throws DockerfileError. */
export function parseInstruction(line: LogicalLine, escape: string): Instruction {
  const [, word = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line.text.trim()) ?? [];
  const name = word.toUpperCase();
  const parser = parsers[name];
  const fail = (message: string): never => {
    throw parseError(line.range, message);
  };
  if (!parser) return fail(`unknown instruction: ${word}${didYouMean(word, Object.keys(parsers))}`);
  const { flags, rest } = name === 'ONBUILD' ? { flags: [], rest: text } : takeFlags(text);
  const known = new FlagSet(flags, parser.flags ?? [], fail);
  if (!['CMD', 'ENTRYPOINT'].includes(name) && rest.trim() === '' && !['ONBUILD', 'RUN', 'SHELL', 'VOLUME'].includes(name)) requireArguments(name, fail);
  const context: InstructionContext = { line, name, rest, escape, fail, flags: known };
  return { ...parser.parse(context), source: line.text.trim(), range: line.range };
}

function requireArguments(name: string, fail: (message: string) => never): void {
  if (['MAINTAINER', 'STOPSIGNAL', 'USER', 'WORKDIR'].includes(name)) fail(`${name} requires exactly one argument`);
  if (name === 'FROM') fail('FROM requires either one or three arguments');
  if (name === 'ADD' || name === 'COPY') fail(`${name} requires at least two arguments, but only one was provided. Destination could not be determined`);
  fail(`${name} requires at least one argument`);
}

function exactlyOne({ rest }: InstructionContext): string {
  return rest.trim();
}

function pairs({ rest, name, escape, line, fail }: InstructionContext): [string, string][] {
  const found = nameValues(rest, name, escape, line.range);
  for (const [key] of found) if (key === '') fail(`${name} names can not be blank`);
  return found;
}

function commandLine({ rest }: InstructionContext): CommandLine {
  const json = jsonStrings(rest);
  if (json) return { args: json, shell: false };
  return { args: [rest], shell: true };
}

function parseFrom({ rest, flags, fail }: InstructionContext): InstructionOf<'from'> | InstructionBody {
  const args = words(rest);
  const [base = '', as, stage = ''] = args;
  if (args.length !== 1 && !(args.length === 3 && as?.toLowerCase() === 'as')) return fail('FROM requires either one or three arguments');
  const stageName = stage.toLowerCase();
  if (args.length === 3 && !/^[a-z][a-z0-9-_.]*$/.test(stageName)) return fail(`invalid name for build stage: ${JSON.stringify(stage)}, name can't start with a number or contain symbols`);
  return { kind: 'from', base, stageName, platform: flags.text('platform') };
}

function parseArg({ rest, escape, fail }: InstructionContext): InstructionBody {
  const args = quotedWords(rest, escape).map((word) => {
    const equals = word.indexOf('=');
    if (equals < 0) return { name: word, value: undefined };
    if (equals === 0) return fail('ARG names can not be blank');
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: 'arg', args };
}

function parseRun(context: InstructionContext): InstructionBody {
  const { flags, line, fail } = context;
  let mounts: RunMount[] = [];
  let mountProblem: string | undefined;
  try {
    mounts = flags.list('mount').map(parseRunMount);
  } catch (error) {
    if (!(error instanceof RunMountError)) throw error;
    mountProblem = error.message;
  }
  const network = flags.text('network');
  if (network !== '' && !['default', 'none', 'host'].includes(network)) fail(`invalid network mode "${network}"`);
  return { kind: 'run', command: commandLine(context), heredocs: line.heredocs, mounts, mountProblem, network: network || 'default' };
}

function parseCopy({ name, rest, flags, line, fail }: InstructionContext): InstructionBody {
  const args = jsonStrings(rest) ?? words(rest);
  if (args.length < 2) return fail(`${name} requires at least two arguments, but only one was provided. Destination could not be determined`);
  const chmod = flags.text('chmod');
  const destination = args.at(-1) ?? '';
  const isHeredoc = (word: string): boolean => line.heredocs.some((heredoc) => word.replace(/^\d*<<-?/, '').replace(/["'\\]/g, '') === heredoc.name && word.includes('<<'));
  const sources = args.slice(0, -1).filter((word) => !isHeredoc(word));
  return {
    kind: 'copy', add: name === 'ADD', sources, heredocs: line.heredocs, destination,
    from: flags.text('from'), chown: flags.text('chown'), chmod, link: flags.boolean('link'), checksum: name === 'ADD' ? flags.text('checksum') : '',
  };
}

function parseExpose({ rest }: InstructionContext): InstructionBody {
  return { kind: 'expose', ports: words(rest).sort() };
}

function parseVolume({ rest, fail }: InstructionContext): InstructionBody {
  const paths = (jsonStrings(rest) ?? words(rest)).map((path) => path.trim());
  if (paths.length === 0) return fail('VOLUME requires at least one argument');
  if (paths.includes('')) return fail('VOLUME specified can not be an empty string');
  return { kind: 'volume', paths };
}

function parseShell({ rest, fail }: InstructionContext): InstructionBody {
  const shell = jsonStrings(rest);
  if (!shell) return fail(rest.trim() === '' ? 'SHELL requires at least one argument' : 'SHELL requires the arguments to be in JSON form');
  if (shell.length === 0) return fail('SHELL requires at least one argument');
  return { kind: 'shell', shell };
}

function parseOnbuild({ rest, fail }: InstructionContext): InstructionBody {
  const [trigger = ''] = words(rest);
  const name = trigger.toUpperCase();
  if (name === '') return fail('ONBUILD requires at least one argument');
  if (name === 'ONBUILD') return fail("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (name === 'MAINTAINER' || name === 'FROM') return fail(`${name} isn't allowed as an ONBUILD trigger`);
  return { kind: 'onbuild', expression: rest.trim() };
}
