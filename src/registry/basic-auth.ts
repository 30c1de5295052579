import { decodeUtf8 } from '../base/index.ts';
import type { RegistryAuth } from './access.ts';

/** User and password of an `Authorization: Basic` header; undefined when there is none. */
export function basicCredentials(header: string | null): { user: string; password: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  let text: string;
  try {
    text = decodeUtf8(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Passwords with every request, as a registry with `auth: htpasswd` asks for them. Whoever passes `check` may do everything. */
export function basicAuth(options: { realm: string; check(user: string, password: string): boolean | Promise<boolean> }): RegistryAuth {
  return {
    async authorize(request) {
      const credentials = basicCredentials(request.headers.get('authorization'));
      if (credentials && (await options.check(credentials.user, credentials.password))) return undefined;
      return { challenge: `Basic realm="${options.realm}"` };
    },
  };
}
