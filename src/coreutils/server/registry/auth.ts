import { basicCredentials, type RegistryAuth } from '../../../registry/index.ts';
import { htpasswdAuth } from './htpasswd-auth.ts';
import type { RequestLog } from './request-log.ts';
import type { Running } from './running.ts';
import { Panic } from './stopping.ts';
import { tokenAuth } from './token-auth.ts';

/** The access controller that `auth` names, whose decisions are logged; undefined where everybody may do everything. */
export async function createAuth(running: Running, requests: RequestLog): Promise<RegistryAuth | undefined> {
  const { process, configuration, log } = running;
  const kind = configuration.authType;
  if (kind === '' || kind === 'none') return undefined;
  const inner = await create();
  return {
    async authorize(request, access) {
      const refusal = await inner.authorize(request, access);
      if (refusal) await requests.tell(request, 'warning', `error authorizing context: ${refusal.reason ?? ''}`);
      else await requests.authorized(request, basicCredentials(request.headers.get('authorization'))?.user);
      return refusal;
    },
  };

  function create(): Promise<RegistryAuth> | RegistryAuth {
    if (kind === 'htpasswd') return htpasswdAuth(process, configuration, log, (request, message) => requests.tell(request, 'error', message));
    if (kind === 'token') return tokenAuth(process, configuration);
    throw new Panic(`unable to configure authorization (${kind}): no access controller registered with name: ${kind}`);
  }
}
