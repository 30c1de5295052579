/** A configuration that nginx can't run with; the message is what follows `[emerg]`. */
export class Emergency extends Error {
  override readonly name = 'Emergency';
}

/** Where a directive stands. */
export interface Place {
  file: string;
  line: number;
}

/** A complaint with its place, as nginx words it. */
export function emergencyAt(place: Place, message: string): Emergency {
  return new Emergency(place.file === '' ? `${message} in command line` : `${message} in ${place.file}:${place.line}`);
}
