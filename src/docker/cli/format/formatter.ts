import { alignColumns, GoMap, GoPointer, GoStruct, GoTemplate, TemplateError, type GoFunction, type GoValue } from '../../../base/go/index.ts';
import type { ByteSink } from '../../../base/index.ts';
import { encodeUtf8 } from '../../../base/index.ts';
import { CliError } from '../command/status-error.ts';
import { headerFunctions, templateFunctions } from './functions.ts';

/** A row of a listing: what templates may ask of it, by name. */
export type RowFields = Readonly<Record<string, GoValue | (() => GoValue)>>;

/** What a listing command shows: the headings of its columns, its rows, and the name of the row's type for error messages. */
export interface Listing {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rows: readonly RowFields[];
  /** JSON has the fields in the order of the row; else by name. */
  readonly ordered?: boolean;
}

/** Parses a template with docker's functions. Throws CliError in docker's words. */
export function parseFormat(format: string): GoTemplate {
  return rethrow(() => new GoTemplate(format, templateFunctions));
}

/** Runs `work`, giving template errors the words that docker puts before them. */
function rethrow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(`template parsing error: ${error.message}`);
    throw error;
  }
}

/** The text of a listing: a table for a format that starts with `table`, JSON lines for `json`, else the template once a row. */
export function formatListing(format: string, listing: Listing): string {
  const isTable = format.startsWith('table');
  const body = isTable ? format.slice('table'.length) : format === 'json' ? '{{json .}}' : format;
  const source = body.replace(/^ +| +$/g, '').replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  const template = parseFormat(source);
  const rows = listing.rows.map((row) => `${rethrow(() => template.execute(rowValue(listing.type, row, listing.ordered)))}\n`).join('');
  if (!isTable) return rows;
  return alignColumns(`${headerText(template, listing.headers)}\n${rows}`, { minWidth: 10, padding: 3 });
}

/** Parses and executes a format over one row and drops the output. Throws CliError in the words of commands that check before they ask. */
export function checkFormat(format: string, type: string, row: RowFields): void {
  let template: GoTemplate;
  try {
    template = new GoTemplate(format, templateFunctions);
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(`failed to parse template: ${error.message}`);
    throw error;
  }
  try {
    template.execute(rowValue(type, row));
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(`failed to execute template: ${error.message}`);
    throw error;
  }
}

export async function printListing(out: ByteSink, format: string, listing: Listing): Promise<void> {
  await out.write(encodeUtf8(formatListing(format, listing)));
}

function headerText(template: GoTemplate, headers: Readonly<Record<string, string>>): string {
  const label: GoFunction = {
    parameters: ['string'],
    call: ([name]) => (typeof name === 'string' ? (name.split('.').at(-1) ?? '').replace(/[-_]/g, ' ') : ''),
  };
  const data = new GoMap('formatter.SubHeaderContext', new Map(Object.entries(headers)), { methods: { Label: label } });
  let text = '';
  try {
    template.executeTo(data, (part) => (text += part), { functions: headerFunctions });
  } catch (error) {
    // A heading that cannot be made leaves the rest of the line out, as in docker.
    if (!(error instanceof TemplateError)) throw error;
  }
  return text;
}

/** A row as the struct with methods that docker's formatter is. */
function rowValue(type: string, fields: RowFields, ordered = false): GoValue {
  const methods = Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, GoFunction] => {
      const call = typeof field === 'function' ? field : (): GoValue => field;
      return [name, { parameters: [], call }];
    }),
  );
  const marshal = (): GoValue => {
    const values = Object.entries(methods).map(([name, method]): [string, GoValue] => [name, method.call([])]);
    return ordered ? new GoStruct(type, values.map(([name, value]) => ({ name, json: name, value }))) : new GoMap('map[string]interface {}', new Map(values));
  };
  return new GoPointer(type, new GoStruct(type, [], { methods: { ...methods, Label: labelMethod(fields) }, marshal }));
}

/** `.Label "name"`: one of the row's labels. */
function labelMethod(fields: RowFields): GoFunction {
  return {
    parameters: ['string'],
    call([name]) {
      const labels = fields['Labels'];
      const text = typeof labels === 'function' ? labels() : labels;
      if (typeof text !== 'string' || typeof name !== 'string') return '';
      const found = text.split(',').find((pair) => pair === name || pair.startsWith(`${name}=`));
      return found?.slice(name.length + 1) ?? '';
    },
  };
}
