/** The peer sent what is not HTTP/1.1. `status` is what a server answers. */
export class HttpSyntaxError extends Error {
  override readonly name = 'HttpSyntaxError';
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}
