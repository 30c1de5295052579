/** The server cannot start: `log.Fatalln`, status 1. */
export class Fatal extends Error {
  override readonly name = 'Fatal';
}

/** A Go panic with these words, status 2. */
export class Panic extends Error {
  override readonly name = 'Panic';
}
