import type { SessionKey } from '../../../backend/index.ts';
import { keep, recall } from '../kept.ts';

/** Where a lab's hosts run. */
export type Where = 'sandbox' | 'docker' | 'webcontainer';

function tokenElement(page: Document): HTMLMetaElement | null {
  return page.querySelector<HTMLMetaElement>('meta[name="drydock-docker"]');
}

/** What the server that has real hosts puts into its pages; undefined where the page's server has none. */
export function dockerToken(): string | undefined {
  return tokenElement(document)?.content;
}

/** Takes the token from the page as the server has it now; false when it is the same, or there is none. */
export async function renewToken(): Promise<boolean> {
  const response = await fetch(location.href);
  const token = tokenElement(new DOMParser().parseFromString(await response.text(), 'text/html'))?.content;
  const element = tokenElement(document);
  if (!element || token === undefined || element.content === token) return false;
  element.content = token;
  return true;
}

/** Where the learner wants a lab's hosts: in the sandbox, unless a WebContainer was chosen, or real ones were and can be had. */
export function whereOf(lab: string): Where {
  const chosen = recall(`drydock.where.${lab}`);
  if (chosen === 'webcontainer') return chosen;
  return dockerToken() !== undefined && chosen === 'docker' ? 'docker' : 'sandbox';
}

export function choose(lab: string, where: Where): void {
  keep(`drydock.where.${lab}`, where);
}

/** The session on the server that a lab had before. */
export function recallSession(lab: string): SessionKey | undefined {
  try {
    const { id, token } = JSON.parse(recall(`drydock.session.${lab}`) ?? '{}') as Partial<SessionKey>;
    return typeof id === 'string' && typeof token === 'string' ? { id, token } : undefined;
  } catch {
    return undefined;
  }
}

export function keepSession(lab: string, session: SessionKey): void {
  keep(`drydock.session.${lab}`, JSON.stringify(session));
}
