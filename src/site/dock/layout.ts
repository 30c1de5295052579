/** Where the dock is and how large, as it is kept between visits. */
export interface DockLayout {
  place: 'right' | 'bottom' | 'full' | 'closed';
  /** The place to come back to from full and closed. */
  back: 'right' | 'bottom';
  /** Pixels at the right; 0: as the style sheet says. */
  width: number;
  /** Pixels at the bottom; 0: as the style sheet says. */
  height: number;
  /** On a phone: how far the sheet is drawn up. */
  sheet: 'line' | 'half' | 'full';
}

/** What the buttons of the dock ask for. */
export type DockMove = 'right' | 'bottom' | 'full' | 'restore' | 'closed' | 'open';

const smallest = { width: 320, height: 160 } as const;

/** The layout of a first visit. */
export const firstLayout: DockLayout = { place: 'right', back: 'right', width: 0, height: 0, sheet: 'line' };

function oneOf<T extends string>(value: unknown, values: readonly T[], otherwise: T): T {
  return values.find((each) => each === value) ?? otherwise;
}

/** Reads a kept layout; what is damaged or missing is as on a first visit. */
export function parseLayout(text: string | undefined): DockLayout {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    value = {};
  }
  const found = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const size = (key: string): number => (typeof found[key] === 'number' && Number.isFinite(found[key]) && found[key] > 0 ? Math.round(found[key]) : 0);
  return {
    place: oneOf(found['place'], ['right', 'bottom', 'full', 'closed'], firstLayout.place),
    back: oneOf(found['back'], ['right', 'bottom'], firstLayout.back),
    width: size('width'),
    height: size('height'),
    sheet: oneOf(found['sheet'], ['line', 'half', 'full'], firstLayout.sheet),
  };
}

/** The layout after a button was pressed. */
export function moveDock(layout: DockLayout, move: DockMove): DockLayout {
  switch (move) {
    case 'right':
    case 'bottom':
      return { ...layout, place: move, back: move };
    case 'full':
    case 'closed':
      return { ...layout, place: move };
    case 'restore':
    case 'open':
      return { ...layout, place: layout.back };
  }
}

/** The layout after its edge was drawn so that the dock would have `size` pixels; never so that dock or lesson vanish. */
export function sizeDock(layout: DockLayout, size: number, viewport: { width: number; height: number }): DockLayout {
  const clamp = (low: number, high: number): number => Math.round(Math.max(low, Math.min(size, Math.max(low, high))));
  if (layout.place === 'right') return { ...layout, width: clamp(smallest.width, viewport.width * 0.75) };
  if (layout.place === 'bottom') return { ...layout, height: clamp(smallest.height, viewport.height * 0.8) };
  return layout;
}

/** The sheet's stop after its handle was pressed: up by steps, from the top back to a line. */
export function nextSheet(sheet: DockLayout['sheet']): DockLayout['sheet'] {
  return sheet === 'line' ? 'half' : sheet === 'half' ? 'full' : 'line';
}

/** The stop nearest to where the sheet was let go: `height` of `whole` pixels. */
export function sheetAt(height: number, whole: number): DockLayout['sheet'] {
  const share = height / whole;
  return share < 0.25 ? 'line' : share < 0.72 ? 'half' : 'full';
}
