import { type Clock, Emitter, type Event } from '../../../base/index.ts';
import type { EventMessage, EventType } from '../../api/index.ts';
import type { HostFiles } from '../ports/host-files.ts';

/** How many events are kept; the file is cut to this when the daemon starts. */
const capacity = 2048;

/** What happened, newest last. Kept in a file too, so that it can be asked for after a restart of the daemon. */
export class EventLog {
  readonly #files: HostFiles;
  readonly #path: string;
  readonly #clock: Clock;
  readonly #emitter = new Emitter<EventMessage>();
  readonly #events: EventMessage[] = [];
  listeners = 0;

  constructor(files: HostFiles, path: string, clock: Clock) {
    this.#files = files;
    this.#path = path;
    this.#clock = clock;
  }

  /** Fires with each event as it happens. */
  get event(): Event<EventMessage> {
    return this.#emitter.event;
  }

  get all(): readonly EventMessage[] {
    return this.#events;
  }

  load(): void {
    if (!this.#files.exists(this.#path)) return;
    const lines = this.#files.readTextFile(this.#path).split('\n').filter((line) => line !== '');
    this.#events.push(...lines.slice(-capacity).map((line) => JSON.parse(line) as EventMessage));
    if (lines.length > capacity) this.#files.writeFile(this.#path, this.#events.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 });
  }

  emit(type: EventType, action: string, id: string, attributes: Record<string, string>): void {
    const now = this.#clock.now();
    const sorted = Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
    const legacy = type === 'container' ? { status: action, id, from: attributes.image ?? '' } : type === 'image' ? { status: action, id } : {};
    const event: EventMessage = {
      ...legacy, Type: type, Action: action, Actor: { ID: id, Attributes: sorted }, scope: 'local',
      time: Math.floor(now / 1000), timeNano: Math.round(now * 1e6),
    };
    this.#events.push(event);
    if (this.#events.length > capacity) this.#events.shift();
    this.#files.writeFile(this.#path, `${JSON.stringify(event)}\n`, { append: true, mode: 0o600 });
    this.#emitter.fire(event);
  }
}
