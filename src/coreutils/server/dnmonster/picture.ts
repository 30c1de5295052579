/** A picture of a few colours: a number of the palette for each point, row by row. */
export interface Picture {
  size: number;
  palette: readonly (readonly [red: number, green: number, blue: number])[];
  points: Uint8Array;
}

/** Cells of a monster's side. */
const cells = 12;
const [paper, body, eye, pupil] = [0, 1, 2, 3];

/** Numbers that follow from a text, always the same ones (Park and Miller's generator): `next(n)` is from 0 to n - 1. */
function lots(text: string): (below: number) => number {
  let state = 17;
  for (let at = 0; at < text.length; at++) state = (state * 31 + text.charCodeAt(at)) % 2147483647;
  state ||= 1;
  const step = (): number => (state = (state * 16807) % 2147483647);
  for (let count = 0; count < 8; count++) step();
  return (below) => step() % below;
}

/** The monster of a name: cells that mirror each other, two eyes, a mouth. */
function monster(name: string): { palette: Picture['palette']; rows: number[][] } {
  const next = lots(name);
  const tone = (): number => 48 + next(128);
  const colour = [tone(), tone(), tone()] as const;
  const rows = Array.from({ length: cells }, (_, row) => {
    const half = Array.from({ length: cells / 2 }, (_each, column) => {
      const middle = row > 1 && row < cells - 2 && column > 1;
      const edge = row === 0 || row === cells - 1 || column === 0;
      return next(100) < (middle ? 88 : edge ? 14 : 52) ? body : paper;
    });
    return [...half, ...half.toReversed()];
  });
  const place = (row: number, column: number, value: number): void => {
    for (const at of [column, cells - 1 - column]) (rows[row] ?? [])[at] = value;
  };
  const [eyes, mouth] = [3 + next(2), 7 + next(2)];
  const look = next(2);
  for (const row of [eyes, eyes + 1]) for (const column of [3, 4]) place(row, column, eye);
  place(eyes + next(2), 3 + look, pupil);
  for (let column = 3 + next(2); column < cells / 2; column++) place(mouth, column, column % 2 === look ? eye : pupil);
  return { palette: [[243, 242, 236], colour, [255, 255, 255], [20, 38, 61]], rows };
}

/** The picture of a name's monster, `size` points wide and high. */
export function monsterPicture(name: string, size: number): Picture {
  const { palette, rows } = monster(name);
  const points = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) points[y * size + x] = rows[Math.floor((y * cells) / size)]?.[Math.floor((x * cells) / size)] ?? paper;
  return { size, palette, points };
}
