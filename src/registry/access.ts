import type { RegistryRequest } from './request.ts';

/** What may be asked of a registry. */
export type RegistryAction = 'pull' | 'push' | 'delete' | '*';

/** A thing and the actions wanted on it: `repository:library/alpine:pull`. */
export interface Access {
  type: string;
  name: string;
  actions: RegistryAction[];
}

/** Why a request was turned away: the value of WWW-Authenticate; `denied` when it is known who asks and they may not. */
export interface Challenge {
  challenge: string;
  denied?: boolean;
  /** Why, for the log. */
  reason?: string;
}

/** Decides who may do what. */
export interface RegistryAuth {
  /** Undefined lets the request pass. No `access` asks only for valid credentials. */
  authorize(request: RegistryRequest, access: readonly Access[]): Promise<Challenge | undefined>;
}

/** Reads `repository:NAME:ACTION[,ACTION…]`; a name may hold colons (a port). Undefined when it is no scope. */
export function parseScope(text: string): Access | undefined {
  const first = text.indexOf(':');
  const last = text.lastIndexOf(':');
  if (first <= 0 || last <= first) return undefined;
  const actions = text.slice(last + 1).split(',').filter((action): action is RegistryAction => ['pull', 'push', 'delete', '*'].includes(action));
  return { type: text.slice(0, first).replace(/\(.*\)$/, ''), name: text.slice(first + 1, last), actions };
}

/** Writes scopes as WWW-Authenticate has them. */
export function formatScopes(access: readonly Access[]): string {
  return access.map(({ type, name, actions }) => `${type}:${name}:${actions.join(',')}`).join(' ');
}
