/** What an event is about. */
export type EventType = 'builder' | 'container' | 'daemon' | 'image' | 'network' | 'node' | 'plugin' | 'volume';

/** A line of `GET /events`; query: since, until, filters. `status`, `id` and `from` are there for containers and images only. */
export interface EventMessage {
  status?: string;
  id?: string;
  from?: string;
  Type: EventType;
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
  scope: 'local' | 'swarm';
  /** Unix seconds. */
  time: number;
  /** Unix nanoseconds, to the precision of a double. */
  timeNano: number;
}
