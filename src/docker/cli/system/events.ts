import { GoPointer, GoStruct, GoTemplate, TemplateError } from '../../../base/go/index.ts';
import type { EventMessage } from '../../api/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { StatusError } from '../command/status-error.ts';
import { filter, inspectFormat, string } from '../flags/index.ts';
import { templateFunctions } from '../format/functions.ts';
import { looseStruct } from '../format/loose-struct.ts';
import { timestampOf } from '../timestamp.ts';

export const eventsCommand = defineCommand({
  name: 'events',
  use: 'events [OPTIONS]',
  short: 'Get real time events from the server',
  aliasesText: 'docker system events, docker events',
  args: noArgs,
  flags: {
    filter: filter('Filter output based on conditions provided'),
    format: inspectFormat(false),
    since: string('Show all events created since timestamp'),
    until: string('Stream events until this timestamp'),
  },
  async run({ cli, flags }) {
    const template = flags.format === '' ? undefined : parse(flags.format === 'json' ? '{{json .}}' : flags.format);
    const now = cli.clock.now();
    const options = { since: timestampOf(flags.since, now), until: timestampOf(flags.until, now, { end: true }), filters: flags.filter };
    for await (const event of cli.client.system.events(options)) {
      await cli.out.print(template ? `${template.execute(valueOf(event))}\n` : eventLine(event));
    }
  },
});

const example: EventMessage = { status: '', id: '', from: '', Type: 'container', Action: '', Actor: { ID: '', Attributes: {} }, scope: 'local', time: 0, timeNano: 0 };

/** Parses a template and tries it on an empty event, so that mistakes show at once. */
function parse(format: string): GoTemplate {
  try {
    const template = new GoTemplate(format, templateFunctions);
    template.execute(valueOf(example));
    return template;
  } catch (error) {
    if (error instanceof TemplateError) throw new StatusError(64, `Error parsing format: ${error.message}`);
    throw error;
  }
}

function valueOf(event: EventMessage): GoPointer {
  const struct = looseStruct('events.Message', { ...event }, new Set(['Attributes']));
  const goNames = [['ID', 'id'], ['Status', 'status'], ['From', 'from'], ['Scope', 'scope'], ['Time', 'time'], ['TimeNano', 'timeNano']] as const;
  const aliases = goNames.map(([name, key]) => ({ name, json: undefined, value: struct.field(key)?.value ?? '' }));
  const shown = struct.fields.map((field) => (goNames.some(([, key]) => key === field.name) ? { ...field, name: `json:${field.name}` } : field));
  return new GoPointer('events.Message', new GoStruct(struct.type, [...shown, ...aliases]));
}

function eventLine(event: EventMessage): string {
  const attributes = Object.entries(event.Actor.Attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
  return `${stamp(event)} ${event.Type} ${event.Action} ${event.Actor.ID}${attributes.length > 0 ? ` (${attributes.join(', ')})` : ''}\n`;
}

/** RFC 3339 with nine digits. A double holds the nanoseconds only to some hundred: what is finer is not shown wrong but rounded. */
function stamp({ time, timeNano }: EventMessage): string {
  const nanoseconds = BigInt(Math.round(timeNano)) - BigInt(time) * 1_000_000_000n;
  const inSecond = nanoseconds >= 0n && nanoseconds < 1_000_000_000n ? nanoseconds : 0n;
  return `${new Date(time * 1000).toISOString().slice(0, 19)}.${String(inSecond).padStart(9, '0')}Z`;
}
