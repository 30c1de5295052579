import type { Process } from '../../../kernel/uapi/index.ts';

/** A line that is none: where, and what OpenSSL's queue says. */
export class ConfigError extends Error {
  readonly line: number;
  readonly queueLine: string;

  constructor(line: number, queueLine: string) {
    super(queueLine);
    this.line = line;
    this.queueLine = queueLine;
  }
}

/** A configuration file of OpenSSL: config(5ssl). */
export class Config {
  readonly sections = new Map<string, [name: string, value: string][]>([['default', []]]);

  has(section: string): boolean {
    return this.sections.has(section);
  }

  /** The lines of a section, in order; undefined when there is none of that name. */
  section(name: string): [name: string, value: string][] | undefined {
    return this.sections.get(name);
  }

  /** A value, looked up in the section, then in the default one. */
  get(section: string | undefined, name: string): string | undefined {
    return (section === undefined ? undefined : this.sections.get(section)?.findLast(([key]) => key === name)?.[1]) ?? this.sections.get('default')?.findLast(([key]) => key === name)?.[1];
  }
}

/** Reads a configuration; variables come from the file and the environment, `.include` from the process's files. Throws a ConfigError. */
export function parseConfig(text: string, process: Process): Config {
  const config = new Config();
  let section = 'default';
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const first = at + 1;
    let line = lines[at] ?? '';
    while (/(^|[^\\])(\\\\)*\\$/.test(line) && at + 1 < lines.length) line = line.slice(0, -1) + (lines[++at] ?? '');
    line = stripComment(line.replaceAll('\r', '')).trim();
    if (line === '') continue;
    if (line.startsWith('.pragma')) continue;
    const include = /^\.include\s*=?\s*(.*)$/.exec(line);
    if (include) {
      const path = expand(include[1] ?? '', config, section, process, first);
      if (process.exists(path)) for (const [name, entries] of parseConfig(process.readTextFile(path), process).sections) config.sections.set(name, [...(config.sections.get(name) ?? []), ...entries]);
      continue;
    }
    if (line.startsWith('[')) {
      const end = line.indexOf(']');
      if (end < 0) throw new ConfigError(first, `error:07000064:configuration file routines:def_load_bio:missing close square bracket:../crypto/conf/conf_def.c:366:line ${first}`);
      section = line.slice(1, end).trim();
      if (!config.sections.has(section)) config.sections.set(section, []);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 0) throw new ConfigError(first, `error:07000065:configuration file routines:def_load_bio:missing equal sign:../crypto/conf/conf_def.c:524:HERE-->line ${first}`);
    let name = line.slice(0, equals).trim();
    let target = section;
    if (name.includes('::')) [target = section, name = ''] = name.split('::');
    if (!config.sections.has(target)) config.sections.set(target, []);
    config.sections.get(target)?.push([name, expand(line.slice(equals + 1).trim(), config, target, process, first)]);
  }
  return config;
}

function stripComment(line: string): string {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? '';
    if (char === '\\') i++;
    else if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'" || char === '`') quote = char;
    else if (char === '#') return line.slice(0, i);
  }
  return line;
}

function expand(text: string, config: Config, section: string, process: Process, line: number): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '"' || char === "'" || char === '`') {
      const end = text.indexOf(char, i + 1);
      out += text.slice(i + 1, end < 0 ? text.length : end);
      i = end < 0 ? text.length : end;
    } else if (char === '\\') {
      const next = text[++i] ?? '';
      out += { n: '\n', r: '\r', t: '\t', b: '\b' }[next] ?? next;
    } else if (char === '$') {
      const match = /^\$(?:\{([^}]*)\}|\(([^)]*)\)|((?:\w+::)?\w+))/.exec(text.slice(i));
      if (!match) {
        out += char;
        continue;
      }
      const variable = match[1] ?? match[2] ?? match[3] ?? '';
      i += match[0].length - 1;
      const [scope, name] = variable.includes('::') ? variable.split('::') : [section, variable];
      const value = scope === 'ENV' ? process.env[name ?? ''] : config.get(scope, name ?? '') ?? process.env[name ?? ''];
      if (value === undefined) throw new ConfigError(line, `error:07000068:configuration file routines:str_copy:variable has no value:../crypto/conf/conf_def.c:758:line ${line}`);
      out += value;
    } else out += char;
  }
  return out;
}
