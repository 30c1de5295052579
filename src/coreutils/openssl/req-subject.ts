import { makeName, type Name } from '../../pki/index.ts';
import { binaryOf, bytesOf } from '../program/index.ts';
import { type Invocation, say } from './command.ts';
import { boundError, stringTag, upperBounds } from './config/subject.ts';
import type { Config } from './config/config.ts';
import { Failure } from './failure.ts';
import { oidByName } from './objects.ts';
import { readLine } from './password.ts';

const failed = (before = ''): Failure => new Failure(`${before}Error making certificate request\n`);

/** What was asked for: the name, and the attributes of a request by object identifier. */
export interface AskedSubject {
  subject: Name;
  attributes: { type: string; value: string; tag: number }[];
}

/** The subject of a request as the configuration has it: asked for line by line, or taken from it with `prompt = no`. `batch`: the defaults, without asking. */
export async function configuredSubject(invocation: Invocation, config: Config, section: string, { batch, attributes }: { batch: boolean; attributes: boolean }): Promise<AskedSubject> {
  const dnSection = config.get(section, 'distinguished_name');
  const lines = dnSection === undefined ? [] : config.section(dnSection);
  if (!lines) throw failed(`Unable to get '${dnSection ?? ''}' section\n`);
  const attributeSection = attributes ? config.get(section, 'attributes') : undefined;
  const attributeLines = attributeSection === undefined ? [] : config.section(attributeSection);
  if (!attributeLines) throw failed(`Unable to get '${attributeSection ?? ''}' section\n`);
  const utf8 = invocation.options.has('utf8') || config.get(section, 'utf8') === 'yes';
  if (config.get(section, 'prompt') === 'no') return fromLines(lines, attributeLines, utf8);
  const asker = new Asker(invocation, batch, utf8);
  if (!batch) {
    await say(invocation, "You are about to be asked to enter information that will be incorporated\ninto your certificate request.\nWhat you are about to enter is what is called a Distinguished Name or a DN.\nThere are quite a few fields but you can leave some blank\nFor some fields there will be a default value,\nIf you enter '.', the field will be left blank.\n-----\n");
  }
  const name = await asker.fields(lines);
  if (name.length === 0) throw failed('Error: No objects specified in config file\n');
  if (attributeLines.length > 0 && !batch) await say(invocation, "\nPlease enter the following 'extra' attributes\nto be sent with your certificate request\n");
  const extra = attributeLines.length > 0 ? await asker.fields(attributeLines) : [];
  return { subject: makeName(name.map((attribute) => [attribute])), attributes: extra };
}

function fromLines(lines: readonly (readonly [string, string])[], attributeLines: readonly (readonly [string, string])[], utf8: boolean): AskedSubject {
  const read = (from: typeof lines): { type: string; value: string; tag: number; joins: boolean }[] => from.flatMap(([key, text]) => {
    const value = utf8 ? text : binaryOf(bytesOf(text));
    const plain = key.replace(/^[^.:,]*[.:,](?=[^.:,])/, '');
    const type = oidByName(plain.replace(/^\+/, ''));
    const bounds = type === undefined ? undefined : upperBounds[type];
    if (bounds && (value.length > bounds.max || value.length < bounds.min)) throw new Failure('Error making certificate request\n', [boundError(value, bounds)]);
    return type === undefined ? [] : [{ type, value, tag: stringTag(type, value), joins: plain.startsWith('+') }];
  });
  const rdns: { type: string; value: string; tag: number }[][] = [];
  for (const { joins, ...attribute } of read(lines)) {
    if (joins && rdns.length > 0) rdns.at(-1)?.push(attribute);
    else rdns.push([attribute]);
  }
  if (rdns.length === 0) throw failed('Error: No objects specified in config file\n');
  return { subject: makeName(rdns), attributes: read(attributeLines) };
}

class Asker {
  readonly #invocation: Invocation;
  readonly #batch: boolean;
  readonly #utf8: boolean;

  constructor(invocation: Invocation, batch: boolean, utf8: boolean) {
    this.#invocation = invocation;
    this.#utf8 = utf8;
    this.#batch = batch;
  }

  async fields(lines: readonly (readonly [string, string])[]): Promise<{ type: string; value: string; tag: number }[]> {
    const found: { type: string; value: string; tag: number }[] = [];
    const setting = (key: string): string | undefined => lines.findLast(([name]) => name === key)?.[1];
    for (const [key, prompt] of lines) {
      if (/_(min|max|default|value)$/.test(key)) continue;
      const type = oidByName(key.replace(/^[^.:,]*[.:,](?=[^.:,])/, '').replace(/^\+/, ''));
      if (type === undefined) continue;
      const value = await this.#field(prompt, { default: setting(`${key}_default`) ?? '', value: setting(`${key}_value`), min: Number(setting(`${key}_min`) ?? -1), max: Number(setting(`${key}_max`) ?? -1) });
      if (value !== undefined) found.push({ type, value, tag: stringTag(type, value) });
    }
    return found;
  }

  async #field(prompt: string, { default: usual, value, min, max }: { default: string; value: string | undefined; min: number; max: number }): Promise<string | undefined> {
    for (;;) {
      if (!this.#batch) await say(this.#invocation, `${prompt} [${usual}]:`);
      let answer: string | undefined;
      if (value !== undefined) {
        answer = value;
        await say(this.#invocation, `${value}\n`);
      } else answer = this.#batch ? '' : await readLine(this.#invocation.process, 0);
      if (answer === undefined) throw failed();
      if (answer === '.') return undefined;
      const given = answer === '' ? usual : answer;
      if (given === '') return undefined;
      const length = [...given].length;
      if (min > 0 && length < min) await say(this.#invocation, `String too short, must be at least ${min} bytes long\n`);
      else if (max >= 0 && length > max) await say(this.#invocation, `String too long, must be at most ${max} bytes long\n`);
      else return this.#utf8 ? given : binaryOf(bytesOf(given));
      if (this.#batch || value !== undefined) throw failed();
    }
  }
}
