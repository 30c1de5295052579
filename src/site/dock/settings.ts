import { keep, recall } from './kept.ts';

/** What the learner set for terminal and editor. */
export interface Settings {
  /** Pixels. */
  fontSize: number;
  screenReader: boolean;
  wrap: boolean;
}

const key = 'drydock.settings';
const sizes = { smallest: 10, phone: 12, usual: 13, largest: 28 };

/** Reads kept settings; what is damaged is as on a first visit. */
export function parseSettings(text: string | undefined, usual = sizes.usual): Settings {
  let found: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null) found = value as Record<string, unknown>;
  } catch {
    // As on a first visit.
  }
  return {
    fontSize: typeof found['fontSize'] === 'number' ? clampSize(found['fontSize']) : usual,
    screenReader: found['screenReader'] === true,
    wrap: found['wrap'] !== false,
  };
}

function clampSize(size: number): number {
  return Math.max(sizes.smallest, Math.min(sizes.largest, Math.round(size)));
}

/** Settings with the text larger or smaller by `step` pixels. */
export function resized(settings: Settings, step: number): Settings {
  return { ...settings, fontSize: clampSize(settings.fontSize + step) };
}

export function recallSettings(): Settings {
  return parseSettings(recall(key), matchMedia('(max-width: 49.99rem)').matches ? sizes.phone : sizes.usual);
}

export function keepSettings(settings: Settings): void {
  keep(key, JSON.stringify(settings));
}
