import { compactRawJson, decodeGo, goValueOf, GoPointer, indentRawJson, GoTemplate, TemplateError, type GoType } from '../../../base/go/index.ts';
import type { Cli } from '../cli.ts';
import { StatusError } from '../command/status-error.ts';
import { templateFunctions } from './functions.ts';

/** What an inspect command found: the JSON as the daemon sent it, and the Go type that docker reads it into. */
export interface Inspected {
  readonly raw: string;
  readonly type: GoType;
  /** Templates see the Go type only, not the JSON's names. */
  readonly onlyTyped?: boolean;
  /** What is decoded into the Go type, where that is not the JSON. */
  readonly json?: unknown;
}

/** Looks every reference up and prints what was found: JSON indented by four spaces, on one line for `json`, or a template once an object. What was not found is named on stderr; the status is 1 then. */
export async function printInspected(cli: Cli, references: readonly string[], format: string, find: (reference: string) => Promise<Inspected>): Promise<void> {
  const template = format === '' || format === 'json' ? undefined : parse(format);
  const found: Inspected[] = [];
  const errors: string[] = [];
  let text = '';
  for (const reference of references) {
    try {
      const object = await find(reference);
      found.push(object);
      if (template) text += `${applyTemplate(template, object)}\n`;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      errors.push(error.message);
    }
  }
  if (template) await cli.out.print(text === '' ? '\n' : text);
  else {
    const document = `[${found.map(({ raw }) => raw).join(',')}]`;
    await cli.out.print(`${format === 'json' ? compactRawJson(document) : indentRawJson(document, '    ')}\n`);
  }
  if (errors.length > 0) throw new StatusError(1, errors.join('\n'));
}

function parse(format: string): GoTemplate {
  try {
    return new GoTemplate(format, templateFunctions);
  } catch (error) {
    if (error instanceof TemplateError) throw new StatusError(64, `template parsing error: ${error.message}`);
    throw error;
  }
}

/** Over the Go type first; where that fails over the JSON as a map, whose keys are the API's names. */
function applyTemplate(template: GoTemplate, { raw, type, onlyTyped = false, json = JSON.parse(raw) as unknown }: Inspected): string {
  try {
    const value = decodeGo(type, json);
    return template.execute(new GoPointer('', value));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    if (onlyTyped) throw new Error(`template parsing error: ${error.message}`);
  }
  try {
    return template.execute(goValueOf(json), { missingKeyError: true });
  } catch (error) {
    if (error instanceof TemplateError) throw new Error(`template parsing error: ${error.message}`);
    throw error;
  }
}
