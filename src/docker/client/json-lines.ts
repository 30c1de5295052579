import type { ByteSource } from '../../base/index.ts';
import type { HttpClientResponse } from '../../base/http/index.ts';

/** JSON values one after the other, with or without line ends between them: progress, events, stats. */
export async function* readJsonLines<T>(source: ByteSource): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await source.read(); part.length > 0; part = await source.read()) {
    text += decoder.decode(part, { stream: true });
    let end = text.indexOf('\n');
    for (; end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end).trim();
      text = text.slice(end + 1);
      if (line !== '') yield JSON.parse(line) as T;
    }
  }
  if (text.trim() !== '') yield JSON.parse(text) as T;
}

/** A response's body as JSON values; stopping early closes the connection. */
export async function* jsonStream<T>(response: HttpClientResponse): AsyncGenerator<T> {
  try {
    yield* readJsonLines<T>(response.body);
  } finally {
    response.close();
  }
}
