/** Line drawings on a grid of 16: what things look like on the map. */
const paths = {
  running: '<circle cx="8" cy="8" r="5" fill="currentColor" stroke="none"/>',
  paused: '<path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.5"/>',
  restarting: '<path d="M12.6 9.5A5 5 0 1 1 12 5l1.2 1.3M13.4 2.8v3.6H9.8"/>',
  created: '<circle cx="8" cy="8" r="4.5"/>',
  exited: '<rect x="3.75" y="3.75" width="8.5" height="8.5"/>',
  failed: '<rect x="3.25" y="3.25" width="9.5" height="9.5" fill="currentColor" stroke="none"/><path d="M6 6l4 4M10 6l-4 4" stroke="var(--raised)"/>',
  dead: '<path d="M4 4l8 8M12 4l-8 8"/>',
  network: '<path d="M8 6.5V3.5M3.5 12.5v-3h9v3M8 9.5v-3"/><rect x="6" y="1" width="4" height="3"/><rect x="1.5" y="12" width="4" height="3"/><rect x="10.5" y="12" width="4" height="3"/>',
  volume: '<ellipse cx="8" cy="4" rx="5.5" ry="2.2"/><path d="M2.5 4v8c0 1.2 2.5 2.2 5.5 2.2s5.5-1 5.5-2.2V4M2.5 8c0 1.2 2.5 2.2 5.5 2.2s5.5-1 5.5-2.2"/>',
  bind: '<path d="M1.5 3.5h4.6l1.5 1.8h6.9v7.4h-13z"/>',
  tmpfs: '<path d="M4 4.5h8v7H4zM6 4.5V2.5M10 4.5V2.5M6 13.5v-2M10 13.5v-2"/>',
  image: '<path d="M1.5 12l6.5 2.7L14.5 12M1.5 8.7L8 11.4l6.5-2.7M8 2L1.5 5.2 8 8l6.5-2.8z"/>',
  chevron: '<path d="M5.5 3.5L10 8l-4.5 4.5"/>',
  arrow: '<path d="M1 8h13M10.5 4.5L14 8l-3.5 3.5"/>',
} as const;

export type MarkName = keyof typeof paths;

/** A decorative drawing; what it means is said beside it. */
export function mark(name: MarkName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', `hm-mark hm-mark-${name}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.innerHTML = paths[name];
  return svg;
}
