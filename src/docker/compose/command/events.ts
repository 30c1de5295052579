import { formatRfc3339Nano, goJson, GoMap, type GoValue } from '../../../base/go/index.ts';
import type { EventMessage } from '../../api/index.ts';
import { bool } from '../../cli/index.ts';
import { labelFilter, labels } from '../observe/index.ts';
import { defineComposeCommand } from './define.ts';

export const eventsCommand = defineComposeCommand({
  name: 'events',
  use: 'events [OPTIONS] [SERVICE...]',
  short: 'Receive real time events from containers',
  flags: { json: bool('Output events as a stream of json objects') },
  async run({ compose, args, flags }) {
    const name = await compose.projectName();
    for await (const event of compose.client.system.events({ filters: labelFilter([`${labels.project}=${name}`]) })) {
      const service = event.Actor.Attributes[labels.service] ?? '';
      if (event.Type !== 'container' || event.Actor.Attributes[labels.oneOff] === 'True') continue;
      if (args.length > 0 && !args.includes(service)) continue;
      // The text has an end of line of its own.
      await compose.out.print(flags.json ? `${jsonOf(event, service)}\n` : `${textOf(event)}\n\n`);
    }
  },
});

/** What the engine says of the container, without Compose's own labels. */
function attributesOf(event: EventMessage): [string, string][] {
  return Object.entries(event.Actor.Attributes).filter(([key]) => !key.startsWith('com.docker.compose.')).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function timeOf(event: EventMessage): { seconds: number; nanoseconds: number } {
  return { seconds: event.time, nanoseconds: event.timeNano ? Math.max(0, Math.round(event.timeNano - event.time * 1e9)) : 0 };
}

function jsonOf(event: EventMessage, service: string): string {
  const fields: Record<string, GoValue> = {
    time: formatRfc3339Nano(timeOf(event)), type: 'container', service, id: event.Actor.ID, action: event.Action, attributes: new GoMap('map[string]string', new Map(attributesOf(event))),
  };
  return goJson(new GoMap('map[string]interface {}', new Map(Object.entries(fields))), { escapeHtml: true });
}

/** `2024-01-01 10:00:00.123456 container start ID (image=alpine, name=web-1)`. */
function textOf(event: EventMessage): string {
  const { seconds, nanoseconds } = timeOf(event);
  const time = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `${time}.${String(Math.floor(nanoseconds / 1000)).padStart(6, '0')} container ${event.Action} ${event.Actor.ID} (${attributesOf(event).map(([key, value]) => `${key}=${value}`).join(', ')})`;
}
