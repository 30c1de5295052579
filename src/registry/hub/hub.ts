import type { Clock, RandomBytes } from '../../base/index.ts';
import { bearerAuth } from '../bearer-auth.ts';
import { createRegistry } from '../registry.ts';
import { createSigningKey } from '../signing-key.ts';
import { ellipticTokenKey } from '../token.ts';
import type { RegistryRequest } from '../request.ts';
import { createTokenService } from '../token-service.ts';
import type { HubCatalogue } from './hub-catalogue.ts';
import { hubStorage } from './hub-storage.ts';
import { searchRepositories } from './search.ts';
import { tokenCertificate } from './token-certificate.ts';

/** How the simulated Docker Hub behaves. */
export interface HubOptions {
  catalogue: HubCatalogue;
  clock: Clock;
  random: RandomBytes;
  /** Whether the password is the user's. Default: nobody has an account. */
  check?: (user: string, password: string) => boolean | Promise<boolean>;
  /** Repositories whose images are from before 2016: their manifests are of schema 1, signed, and there are no others. Default: none. */
  isSchema1?: (repository: string, tag: string) => boolean;
  /** Where clients get tokens; default `https://auth.docker.io/token`. `none`: no tokens, everybody may pull and push (a plain mirror). */
  realm?: string;
}

/** Docker Hub, simulated. */
export interface Hub {
  /** Names it answers to, with the default realm: `registry-1.docker.io`, `index.docker.io` and `auth.docker.io`. */
  readonly hosts: readonly string[];
  /** Answers by path: `/token` is the token service, `/v1/search` the search, the rest the registry. */
  fetch(request: RegistryRequest): Promise<Response>;
}

const service = 'registry.docker.io';
const pullsPerWindow = 100;
const windowSeconds = 21600;

/** Makes a Docker Hub whose `library/*` images are the catalogue's; what users push to their own names is kept in memory. */
export function createHub({ catalogue, clock, random, check = () => false, realm = 'https://auth.docker.io/token', isSchema1 = () => false }: HubOptions): Hub {
  const signingKey = createSigningKey(random);
  const trust = { service, key: ellipticTokenKey(signingKey, { kid: signingKey.jwk.kid }), clock };
  const storage = hubStorage(catalogue, isSchema1);
  const pulls = pullCounter(clock);
  const registry = createRegistry({
    storage,
    random,
    clock,
    schema1Key: signingKey,
    allowDelete: realm === 'none',
    lenientAccept: true,
    ...(realm !== 'none' && { auth: bearerAuth({ ...trust, realm }) }),
    manifestHeaders: (request) => ({
      'docker-ratelimit-source': '203.0.113.10',
      'ratelimit-limit': `${pullsPerWindow};w=${windowSeconds}`,
      'ratelimit-remaining': `${pulls.remaining(request.method === 'GET')};w=${windowSeconds}`,
    }),
  });
  const tokens = createTokenService({
    ...trust,
    header: async () => ({ x5c: [await tokenCertificate(signingKey, random, clock.now())] }),
    issuer: 'auth.docker.io',
    random,
    check,
    async grant(account, repository, actions) {
      // Nobody learns whether a repository is private or does not exist; what is public may be pulled, what is one's own may be pushed.
      const own = account !== undefined && repository.startsWith(`${account}/`);
      const exists = (await storage.tags(repository)) !== undefined;
      return actions.filter((action) => own || (action === 'pull' && exists));
    },
  });
  return {
    hosts: ['registry-1.docker.io', 'index.docker.io', 'auth.docker.io'],
    async fetch(request) {
      const url = new URL(request.url);
      if (url.pathname === '/token' && realm !== 'none') return tokens.fetch(request);
      return url.pathname === '/v1/search' ? searchRepositories(await storage.repositories(), url) : registry.fetch(request);
    },
  };
}

/** Counts pulls in a window, as Docker Hub does for those who are not logged in. It never refuses. */
function pullCounter(clock: Clock): { remaining(pull: boolean): number } {
  let count = 0;
  let started = clock.now();
  return {
    remaining(pull) {
      if (clock.now() - started > windowSeconds * 1000) [count, started] = [0, clock.now()];
      if (pull) count++;
      return Math.max(0, pullsPerWindow - count);
    },
  };
}
