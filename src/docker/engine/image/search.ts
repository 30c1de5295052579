import type { Filters, ImageSearchResult } from '../../api/index.ts';
import type { Daemon } from '../daemon.ts';
import { RegistryTransport } from '../../distribution/index.ts';
import { EngineError } from '../engine-error.ts';
import { userAgent } from './pull.ts';

const defaultLimit = 25;
const largestLimit = 100;

/** `GET /images/search`: what an index of images (Docker Hub's, or that of the host before the slash) finds for a word. */
export async function searchImages(daemon: Daemon, term: string, limit: number, filters: Filters): Promise<ImageSearchResult[]> {
  const matches = resultFilter(filters);
  if (limit !== 0 && (limit < 1 || limit > largestLimit)) throw new EngineError('invalidParameter', `limit ${limit} is outside the range of [1, 100]`);
  if (term.includes('://')) throw new EngineError('invalidParameter', `invalid repository name: repository name (${term}) should not have a scheme`);
  const { host, word } = splitTerm(term);
  const transport = new RegistryTransport(daemon.dial, userAgent(daemon));
  try {
    const response = await transport.send({ method: 'GET', url: new URL(`https://${host}/v1/search?q=${encodeURIComponent(word)}&n=${limit || defaultLimit}`) });
    const text = await response.text();
    if (response.status !== 200) throw new EngineError('system', `Unexpected status code ${response.status}`);
    return (JSON.parse(text) as { results: ImageSearchResult[] }).results.filter(matches);
  } finally {
    transport.close();
  }
}

function splitTerm(term: string): { host: string; word: string } {
  const [first = '', ...rest] = term.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  if (isHost && first !== 'docker.io' && first !== 'index.docker.io') return { host: first, word: rest.join('/') };
  return { host: 'index.docker.io', word: (isHost ? rest.join('/') : term).replace(/^library\//, '') };
}

function resultFilter(filters: Filters): (result: ImageSearchResult) => boolean {
  for (const key of filters.keys()) if (!['is-automated', 'is-official', 'stars'].includes(key)) throw new EngineError('invalidParameter', `invalid filter '${key}'`);
  const flag = (key: string): boolean | undefined => {
    const values = filters.get(key);
    if (!values) return undefined;
    if (!values.every((value) => ['true', 'false', '1', '0'].includes(value))) throw new EngineError('invalidParameter', `invalid filter '${key}=[${values.join(' ')}]'`);
    return values.includes('true') || values.includes('1');
  };
  const automated = flag('is-automated');
  const official = flag('is-official');
  const odd = (filters.get('stars') ?? []).find((value) => !/^\d+$/.test(value));
  if (odd !== undefined) throw new EngineError('invalidParameter', `invalid filter 'stars=${odd}': strconv.Atoi: parsing ${JSON.stringify(odd)}: invalid syntax`);
  const stars = Math.max(0, ...(filters.get('stars') ?? []).map(Number));
  // No image is marked as automated any more.
  return (result) => automated !== true && (official === undefined || result.is_official === official) && result.star_count >= stars;
}
