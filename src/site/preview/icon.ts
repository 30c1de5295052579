const paths = {
  back: 'M15 5l-7 7 7 7',
  reload: 'M19 8a8 8 0 1 0 1 6M19.5 3.5V8H15',
  outside: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
} as const;

/** A line icon on a grid of 24, as `Icon.astro` draws them; decorative. */
export function icon(name: keyof typeof paths): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({ class: 'icon', viewBox: '0 0 24 24', width: '18', height: '18', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.75', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
