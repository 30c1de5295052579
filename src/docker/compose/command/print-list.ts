import { alignColumns, goJson, GoSlice, GoStruct, type GoValue } from '../../../base/go/index.ts';
import { ComposeError } from '../failure/compose-error.ts';

/** `--format table|json` of the commands that list: rows as a table below these headings, or as JSON with the fields of `objects`. Throws ComposeError for another format. */
export function listText(format: string, headings: readonly string[], rows: readonly (readonly string[])[], objects: readonly Readonly<Record<string, GoValue>>[]): string {
  switch (format.toLowerCase()) {
    case 'table': case 'pretty': case '':
      return alignColumns([headings, ...rows].map((cells) => `${cells.join('\t')}\n`).join(''), { minWidth: 20, padding: 3 });
    case 'json':
      return `${goJson(new GoSlice('[]', objects.map((fields) => new GoStruct('', Object.entries(fields).map(([name, value]) => ({ name, json: name, value }))))))}\n`;
    default:
      throw new ComposeError('other', `format value ${JSON.stringify(format)} could not be parsed: parsing failed`);
  }
}
