import type { Clock } from '../base/index.ts';
import { formatScopes, type RegistryAuth } from './access.ts';
import { type TokenKey, verifyToken } from './token.ts';

/** What registry and token service agree on. */
export interface TokenTrust {
  /** Name of the registry that tokens are for: `registry.docker.io`. */
  service: string;
  key: Pick<TokenKey, 'verify'>;
  /** Who must have made them; default: whoever has the key. */
  issuer?: string;
  clock: Clock;
}

/** Tokens with every request, from the token service at `realm` (a URL). */
export function bearerAuth(options: TokenTrust & { realm: string }): RegistryAuth {
  return {
    async authorize(request, access) {
      const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      const scope = access.length ? `,scope="${formatScopes(access)}"` : '';
      const challenge = `Bearer realm="${options.realm}",service="${options.service}"${scope}`;
      if (token === undefined) return { challenge, reason: 'authorization token required' };
      const claims = verifyToken(token, options.key, options.service, options.clock.now());
      if (!claims || (options.issuer !== undefined && claims.iss !== options.issuer)) return { challenge: `${challenge},error="invalid_token"`, reason: token.split('.').length === 3 ? 'invalid token' : 'malformed token' };
      const granted = access.every(({ type, name, actions }) =>
        actions.every((action) => claims.access.some((own) => own.type === type && own.name === name && (own.actions.includes(action) || own.actions.includes('*')))));
      return granted ? undefined : { challenge: `${challenge},error="insufficient_scope"`, reason: 'insufficient scope' };
    },
  };
}
