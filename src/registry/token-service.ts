import { Hono } from 'hono';
import type { RandomBytes } from '../base/index.ts';
import { type Access, parseScope, type RegistryAction } from './access.ts';
import { toBase64Url } from './base64-url.ts';
import { basicCredentials } from './basic-auth.ts';
import type { TokenTrust } from './bearer-auth.ts';
import type { RegistryRequest } from './request.ts';
import { signToken, type TokenKey } from './token.ts';

/** How a token service decides. */
export interface TokenServiceOptions extends Omit<TokenTrust, 'key' | 'issuer'> {
  key: TokenKey;
  /** More for the header of tokens, asked for once. */
  header?: () => Promise<Readonly<Record<string, unknown>>>;
  /** Who signs: `auth.docker.io`. */
  issuer: string;
  random: RandomBytes;
  /** Whether the password is the user's. */
  check(user: string, password: string): boolean | Promise<boolean>;
  /** Which of the wanted actions this account (undefined: nobody in particular) gets on a repository. */
  grant(account: string | undefined, repository: string, actions: readonly RegistryAction[]): RegistryAction[] | Promise<RegistryAction[]>;
  /** Path of the service; default `/token`. */
  path?: string;
}

const lifetimeSeconds = 300;

/** The service that turns credentials (or none) into tokens: GET with Basic credentials, or POST as OAuth 2 has it. Asked for more than is allowed it grants less, as Docker Hub does. No refresh tokens: clients keep the password, as with Docker Hub. */
export function createTokenService(options: TokenServiceOptions): { fetch(request: RegistryRequest): Promise<Response> } {
  const app = new Hono();
  const refused = (): Response => Response.json({ details: 'incorrect username or password' }, { status: 401 });

  let header: Promise<Readonly<Record<string, unknown>>> | undefined;
  const issue = async (account: string | undefined, scopes: readonly string[]): Promise<Response> => {
    const access: Access[] = [];
    for (const scope of scopes.flatMap((text) => text.split(' '))) {
      const wanted = parseScope(scope);
      if (wanted?.type !== 'repository') continue;
      const actions = await options.grant(account, wanted.name, wanted.actions);
      if (actions.length) access.push({ ...wanted, actions });
    }
    const now = options.clock.now();
    const issued = Math.floor(now / 1000);
    const token = signToken(
      { access, aud: options.service, exp: issued + lifetimeSeconds, iat: issued, iss: options.issuer, jti: `dckr_jti_${toBase64Url(options.random(20))}`, nbf: issued, sub: account ?? '' },
      { ...options.key, header: { ...options.key.header, ...(await (header ??= options.header?.())) } },
    );
    return Response.json({ token, access_token: token, expires_in: lifetimeSeconds, issued_at: new Date(now).toISOString() });
  };

  app.get(options.path ?? '/token', async (context) => {
    const header = context.req.header('authorization');
    const credentials = basicCredentials(header ?? null);
    if (header !== undefined && !(credentials && (await options.check(credentials.user, credentials.password)))) return refused();
    return issue(credentials?.user, context.req.queries('scope') ?? []);
  });

  app.post(options.path ?? '/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const user = form.get('username') ?? '';
    if (form.get('grant_type') !== 'password' || !(await options.check(user, form.get('password') ?? ''))) return refused();
    return issue(user, form.getAll('scope'));
  });

  return { fetch: async (request) => app.fetch(request as Request) };
}
