/** How far something is. */
export type EventStatus = 'working' | 'done' | 'warning' | 'error';

/** News about a network, a volume, a container, an image: one line of progress. */
export interface ProgressEvent {
  /** What it is about, and its line on a terminal: `Container web-1`. */
  readonly id: string;
  readonly status: EventStatus;
  /** Stands beside the id. */
  readonly text?: string;
  /** Stands at the end, in the status's colour. */
  readonly statusText?: string;
  /** The line below which this one is indented: layers below their image. */
  readonly parentId?: string;
  readonly current?: number;
  readonly total?: number;
  readonly percent?: number;
}

/** Shows progress. */
export interface ProgressWriter {
  event(event: ProgressEvent): void;
  /** A line below all others, shown at the end. */
  tail(text: string): void;
  /** Whether what is done now has something following, so that its line is not done yet. */
  hasMore(more: boolean): void;
  /** Shows what is left; resolves when it is written. */
  stop(): Promise<void>;
}

export function working(id: string, statusText: string): ProgressEvent {
  return { id, status: 'working', statusText };
}

export function done(id: string, statusText: string): ProgressEvent {
  return { id, status: 'done', statusText };
}

export function failed(id: string, statusText = 'Error'): ProgressEvent {
  return { id, status: 'error', statusText };
}

export function warned(id: string, statusText: string): ProgressEvent {
  return { id, status: 'warning', statusText };
}
