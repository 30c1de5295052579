import type { Filters } from '../../api/index.ts';
import { FlagValueError, type Flag, type FlagEnvironment, type FlagExtras } from './flag.ts';

/** Checks one value and gives what is kept of it. Throws FlagValueError. */
export type Validator = (text: string, environment: FlagEnvironment) => string;

/** A flag that may be given any number of times; each value is one item. */
export function list(help: string, extras: FlagExtras & { validate?: Validator; type?: 'list' | 'stringArray'; defaultText?: string } = {}): Flag<readonly string[]> {
  const { validate = (text) => text, type = 'list', ...rest } = extras;
  return { ...rest, help, type, initial: [], parse: (text, previous, environment) => [...(previous ?? []), validate(text, environment)] };
}

/** As `list`, called stringArray in help. */
export function stringArray(help: string, extras: FlagExtras = {}): Flag<readonly string[]> {
  return list(help, { ...extras, type: 'stringArray' });
}

/** Texts separated by commas (a line of CSV), any number of times. */
export function strings(help: string, extras: FlagExtras = {}): Flag<readonly string[]> {
  return { ...extras, help, type: 'strings', initial: [], parse: (text, previous) => [...(previous ?? []), ...(text === '' ? [] : parseCsv(text))] };
}

/** Pairs `key=value`. */
export function map(help: string, extras: FlagExtras & { validate?: Validator } = {}): Flag<Readonly<Record<string, string>>> {
  const { validate = (text) => text, ...rest } = extras;
  return {
    ...rest, help, type: 'map', initial: {}, defaultText: 'map[]',
    parse(text, previous, environment) {
      const [key, value] = cut(validate(text, environment), '=');
      return { ...previous, [key]: value ?? '' };
    },
  };
}

/** Conditions `name=value` of the commands that list (`-f`) and prune (no letter). */
export function filter(help: string, extras: FlagExtras & { letter?: boolean } = {}): Flag<Filters> {
  const { letter = true, ...rest } = extras;
  return {
    ...(letter && { shorthand: 'f' }), ...rest, help, type: 'filter', initial: new Map(),
    parse(text, previous) {
      if (text === '') return previous ?? new Map();
      const [name, value] = cut(text, '=');
      if (value === undefined) throw new FlagValueError('bad format of filter (expected name=value)');
      const key = name.trim().toLowerCase();
      const values = previous?.get(key) ?? [];
      return new Map(previous).set(key, [...new Set([...values, value.trim()])]);
    },
  };
}

/** strings.Cut: what is before and after the first `separator`; no second part when it isn't there. */
export function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The fields of one line of CSV: quotes hold commas, doubled quotes a quote. */
export function parseCsv(line: string): string[] {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    if (rest.startsWith('"')) {
      const [whole, quoted = ''] = /^"((?:[^"]|"")*)"/.exec(rest) ?? [];
      if (whole === undefined) throw new FlagValueError('parse error on line 1, column 1: extraneous or missing " in quoted-field');
      fields.push(quoted.replace(/""/g, '"'));
      rest = rest.slice(whole.length);
      if (rest !== '' && !rest.startsWith(',')) throw new FlagValueError('parse error on line 1, column 1: extraneous or missing " in quoted-field');
    } else {
      const comma = rest.indexOf(',');
      const field = comma < 0 ? rest : rest.slice(0, comma);
      if (field.includes('"')) throw new FlagValueError(`parse error on line 1, column ${line.length - rest.length + field.indexOf('"') + 1}: bare " in non-quoted-field`);
      fields.push(field);
      rest = rest.slice(field.length);
    }
    if (rest === '') return fields;
    rest = rest.slice(1);
  }
}
