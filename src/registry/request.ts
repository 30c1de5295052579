/** The part of the web's `Request` that a registry uses; a `Request` is one, and so is what the sandbox's HTTP server hands out. */
export interface RegistryRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}
