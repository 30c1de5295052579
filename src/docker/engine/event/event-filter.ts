import type { EventMessage, Filters } from '../../api/index.ts';

/** Whether an event is asked for: `docker events --filter`. Ids match by prefix, names exactly. */
export function eventMatches(event: EventMessage, filters: Filters): boolean {
  const any = (key: string, test: (value: string) => boolean): boolean => {
    const values = filters.get(key);
    return values === undefined || values.length === 0 || values.some(test);
  };
  const actor = event.Actor;
  const isObject = (type: string) => (value: string): boolean => {
    if (event.Type === type) return actor.ID.startsWith(value) || actor.Attributes.name === value;
    return actor.Attributes[type] === value;
  };
  const action = event.Action.split(':')[0] ?? '';
  return (
    any('event', (value) => value === event.Action || value === action) &&
    any('type', (value) => value === event.Type) &&
    any('scope', (value) => value === event.scope) &&
    any('container', isObject('container')) &&
    any('volume', isObject('volume')) &&
    any('network', isObject('network')) &&
    any('daemon', isObject('daemon')) &&
    any('image', (value) => imageMatches(event, value)) &&
    any('label', (value) => labelMatches(actor.Attributes, value))
  );
}

function imageMatches(event: EventMessage, value: string): boolean {
  const name = event.Type === 'image' ? event.Actor.ID : event.Actor.Attributes.image ?? '';
  const withoutTag = (text: string): string => text.replace(/:[^/:]*$/, '');
  return name === value || event.Actor.Attributes.name === value || withoutTag(name) === value || withoutTag(event.Actor.Attributes.name ?? '') === value;
}

/** `key` or `key=value`. */
export function labelMatches(labels: Readonly<Record<string, string>> | null | undefined, wanted: string): boolean {
  const equals = wanted.indexOf('=');
  if (equals < 0) return labels?.[wanted] !== undefined;
  return labels?.[wanted.slice(0, equals)] === wanted.slice(equals + 1);
}
