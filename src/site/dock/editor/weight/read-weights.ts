import type { Backend } from '../../../../backend/index.ts';
import { type BuiltWeights, type HistoryLine, unweighed, weighBuild, weighHistory, type Weighing, withBaseSize } from '../../../dockerfile/weigh.ts';

/** What the weight view shows: the weighing, and the image whose history it is from. */
export interface ReadWeights {
  weighing: Weighing;
  image: string;
}

/** How many images' histories are looked through on an engine that does not know our route. */
const lookedAt = 12;

/** Asks a host's engine what a Dockerfile weighs. Rejects when no engine answers. */
export async function readWeights(backend: Backend, host: string, text: string): Promise<ReadWeights> {
  const get = async <T>(path: string): Promise<T | undefined> => {
    const { status, body } = await backend.engine({ host, method: 'GET', path });
    return status === 200 ? (JSON.parse(body) as T) : undefined;
  };
  const builds = await get<BuiltWeights[]>('/build/weights');
  const built = builds && weighBuild(text, builds);
  if (built) {
    const image = builds.find(({ Dockerfile }) => Dockerfile === text)?.Image;
    const history = image === undefined ? undefined : await get<HistoryLine[]>(`/images/${image}/history`);
    return { weighing: history ? withBaseSize(built, history) : built, image: image ?? '' };
  }
  const images = (await get<{ Id: string; RepoTags: string[] | null; Created: number }[]>('/images/json')) ?? [];
  for (const { Id, RepoTags } of images.toSorted((a, b) => b.Created - a.Created).slice(0, lookedAt)) {
    const history = await get<HistoryLine[]>(`/images/${Id}/history`);
    const weighing = history && weighHistory(text, history);
    if (weighing) return { weighing, image: RepoTags?.[0] ?? Id.slice(7, 19) };
  }
  return { weighing: unweighed(text), image: '' };
}
