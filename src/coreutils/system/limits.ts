import type { Resource } from '../../kernel/uapi/index.ts';
import { defineProgram, execCommand, parseSize, quote, reason, UsageError } from '../program/index.ts';

const resources: readonly (readonly [Resource, string, string, string])[] = [
  ['as', 'AS', 'address space limit', 'bytes'], ['core', 'CORE', 'max core file size', 'bytes'], ['cpu', 'CPU', 'CPU time', 'seconds'], ['data', 'DATA', 'max data size', 'bytes'], ['fsize', 'FSIZE', 'max file size', 'bytes'], ['locks', 'LOCKS', 'max number of file locks held', 'locks'], ['memlock', 'MEMLOCK', 'max locked-in-memory address space', 'bytes'], ['msgqueue', 'MSGQUEUE', 'max bytes in POSIX mqueues', 'bytes'], ['nice', 'NICE', 'max nice prio allowed to raise', ''], ['nofile', 'NOFILE', 'max number of open files', 'files'], ['nproc', 'NPROC', 'max number of processes', 'processes'], ['rss', 'RSS', 'max resident set size', 'bytes'], ['rtprio', 'RTPRIO', 'max real-time priority', ''], ['rttime', 'RTTIME', 'timeout for real-time tasks', 'microsecs'], ['sigpending', 'SIGPENDING', 'max number of pending signals', 'signals'], ['stack', 'STACK', 'max stack size', 'bytes'],
];

export const prlimit = defineProgram({
  name: 'prlimit', usage: '[options] [--<resource>=<limit>] [-p PID]|[COMMAND]', summary: 'Show or change the resource limits of a process.', options: { ...Object.fromEntries(resources.map(([key]) => [key, `--${key}[=]`])), pid: '-p --pid=', output: '-o --output=', noHeadings: '--noheadings', raw: '--raw' } as Record<Resource | 'pid' | 'output' | 'noHeadings' | 'raw', string>, inOrder: true, version: 'from util-linux 2.41', run: async (tool, args) => {
    const { process, out } = tool;
    const unlimited = (value: number): string => (value === Infinity ? 'unlimited' : String(value));
    const asked = resources.filter(([key]) => args.has(key));
    for (const [key] of asked) {
      const value = args.value(key);
      if (value === undefined) continue;
      const [soft = '', hard = soft] = value.split(':');
      const number = (text: string): number => (text === 'unlimited' || text === '-1' ? Infinity : Number(text));
      try {
        process.setrlimit(key, { soft: number(soft), hard: number(hard) });
      } catch (error) {
        throw new UsageError(`failed to set the ${key.toUpperCase()} resource limit: ${reason(error)}`, false);
      }
    }
    if (args.operands.length > 0) return await execCommand(process, args.operands);
    if (args.has('pid') && !process.processes().some((entry) => entry.pid === Number(args.value('pid')))) throw new UsageError('failed to get old AS limit: No such process', false);
    const rows = (asked.length > 0 ? asked : resources).map(([key, name, description, unit]) => {
      const { soft, hard } = process.getrlimit(key);
      return [name, description, unlimited(soft), unlimited(hard), unit];
    });
    const lines = args.has('noHeadings') ? rows : [['RESOURCE', 'DESCRIPTION', 'SOFT', 'HARD', 'UNITS'], ...rows];
    const widths = [0, 1, 2, 3].map((index) => Math.max(...lines.map((row) => row[index]?.length ?? 0)));
    for (const row of lines) out.write(`${row.map((cell, index) => (index === 4 ? cell : index > 1 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0))).join(' ').trimEnd()}\n`);
    return 0;
  },
});

export const fallocate = defineProgram({
  name: 'fallocate', usage: '[options] <filename>', summary: 'Preallocate space to, or deallocate space from a file.', options: { length: '-l --length=  length for range operations, in bytes', offset: '-o --offset=', keep: '-n --keep-size', dig: '-d --dig-holes', punch: '-p --punch-hole', zero: '-z --zero-range', collapse: '-c --collapse-range', verbose: '-v --verbose', posix: '-x --posix' }, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process } = tool;
    const [file] = args.operands;
    if (file === undefined) throw new UsageError('no filename specified');
    const length = parseSize((args.value('length') ?? '').replace(/i?B$/, ''));
    if (args.value('length') === undefined) throw new UsageError('no length argument specified', false);
    if (length === undefined || length <= 0) throw new UsageError(`invalid length value specified: ${quote(args.value('length') ?? '')}`, false);
    try {
      if (args.has('keep')) process.stat(file);
      if (!process.exists(file)) process.close(process.open(file, { write: true, create: true }, 0o644));
      const size = length + (parseSize(args.value('offset') ?? '0') ?? 0);
      if (!args.has('keep') && process.stat(file).size < size) process.truncate(file, size);
    } catch (error) {
      throw new UsageError(`cannot open ${file}: ${reason(error)}`.replace(/cannot open .*: No space/, 'fallocate failed: No space'), false);
    }
    return 0;
  },
});
